// `--cache`: the same report in less time, and never a reason to fail.
import Foundation
import Testing

@Suite("--cache") struct CacheTests {
  @Test func theReportIsTheSame() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b/b.swift": sourceWithWarning])
    let plain = try folder.run()
    for _ in 0..<2 { #expect(try folder.run("--cache") == plain) }
    // What is counted for statistics is known only if it was counted before.
    for count in [0, 2] { #expect(try folder.run("--cache", "--statistics").error.contains("\ncached     \(count)\n")) }
    try folder.write("a.swift", "\n" + sourceWithWarning)
    let changed = try folder.run()
    #expect(changed != plain)
    #expect(try folder.run("--cache") == changed)
  }

  @Test func itLiesInAFolderThatNobodyCommits() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    #expect(folder.names == ["a.swift"])
    _ = try folder.run("--cache")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: ".vtlint-cache").path).sorted()
    #expect(files.prefix(2) == [".gitignore", "CACHEDIR.TAG"])
    #expect(files.count == 4 && files[2].hasPrefix("results-") && files[3].hasPrefix("words-"))
    #expect(try folder.read(".vtlint-cache/.gitignore") == "*\n")
    _ = try folder.run("--cache-path", "other")
    #expect(folder.names == [".vtlint-cache", "a.swift", "other"])
  }

  @Test func whatIsDamagedIsNotUsed() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let plain = try folder.run("--cache")
    _ = try folder.shell("for f in .vtlint-cache/*-*; do echo x > $f; done")
    let damaged = try folder.run("--cache")
    #expect(damaged.status == plain.status && damaged.output == plain.output)
    #expect(damaged.error.contains("note: is damaged; it was not used"))
    #expect(try folder.run("--cache") == plain)
  }

  /// A file in the folder's place, a folder in the file's place, a folder that cannot be made, a link that leads out.
  @Test(arguments: [
    "touch .vtlint-cache", "\"$VTLINT\" --cache -q; f=$(ls .vtlint-cache/results-*); rm $f; mkdir $f; echo >> a.swift",
    "ln -s nowhere/at/all .vtlint-cache", "mkdir ../$(basename $PWD)-x; ln -s ../$(basename $PWD)-x .vtlint-cache",
  ])
  func anUnwritableCacheIsNoError(_ preparation: String) throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    _ = try folder.shell(preparation)
    defer { try? FileManager.default.removeItem(atPath: folder.url.path + "-x") }
    let plain = try folder.run()
    let run = try folder.run("--cache")
    #expect(run.status == plain.status && run.output == plain.output)
    #expect(run.error.contains("could not be written: "))
    #expect(((try? FileManager.default.contentsOfDirectory(atPath: folder.url.path + "-x")) ?? []).isEmpty)
  }

  @Test func runsAtOnceShareIt() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b/b.swift": sourceWithWarning])
    let plain = try folder.run()
    let run = try folder.shell(
      "for i in 1 2 3 4 5 6; do (\"$VTLINT\" --cache > out.$i 2>&1; echo $? >> out.$i) & done; wait; cat out.* | sort | uniq -c | sort -n | awk '{print $1}' | uniq")
    // Each line of the output was said by each of the six, and nothing else was said.
    #expect(run.output.split(separator: "\n").allSatisfy { Int($0)! % 6 == 0 } && !run.output.isEmpty)
    #expect(try folder.run("--cache", "--exclude", "out.*") == plain)
  }

  @Test func itIsNotUsedWhereOthersTellTypes() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "dependency/d.swift": "public struct D {}"])
    let run = try folder.run("--cache", "--dependency", "dependency", "a.swift")
    #expect(run.status == 1 && run.error.contains("note: the cache was not used: "))
    #expect(folder.names == ["a.swift", "dependency"])
  }

  @Test func anotherCatalogueIsAnotherCache() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let plain = try folder.run("--cache")
    #expect(plain.status == 1)
    try folder.write("rules.yaml", "rules:\n  - id: double-await\n    default: none\n")
    #expect(try folder.run("--cache").status == 0)
    try folder.write("rules.yaml", "rules:\n  - id: double-await\n    default: suggestion\n")
    #expect(try folder.run("--cache").output.contains("suggestion"))
  }
}
