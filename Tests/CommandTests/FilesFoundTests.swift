// Which files are linted, as the command sees it; FileFinderTests in VTDriverTests has the corner cases.
import Testing

@Suite("Files found") struct FilesFoundTests {
  /// The paths with a finding; every Swift file here has one.
  private func paths(_ folder: CommandFolder, _ arguments: [String] = []) throws -> [String] {
    try findings(folder.run(arguments + ["--format", "json"]).output).compactMap { $0["path"] as? String }
  }

  private func folder(_ names: String..., others: [String: String] = [:]) throws -> CommandFolder {
    try CommandFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, sourceWithWarning) }).merging(others) { $1 })
  }

  @Test("Swift files only; what tools fill and what is hidden is skipped unless named") func skips() throws {
    let folder = try folder(
      "a.swift", "b.swift.txt", "c.SWIFT", "swift", "S/d.swift", ".hidden/e.swift", ".f.swift", ".build/g.swift", ".git/h.swift",
      "DerivedData/i.swift", "Pods/j.swift", "Carthage/k.swift", "S/checkouts/l.swift")
    #expect(try paths(folder) == ["S/d.swift", "a.swift"])
    let named = ["Pods", ".build", ".f.swift", "b.swift.txt"]
    #expect(try paths(folder, named) == [".build/g.swift", ".f.swift", "Pods/j.swift", "b.swift.txt"])
  }

  @Test("What .gitignore leaves out is skipped unless named") func gitignore() throws {
    let folder = try folder(
      "a.swift", "gen/b.swift", "S/c.swift", "S/d.gen.swift", "S/keep.gen.swift",
      others: [".gitignore": "gen/\n*.gen.swift\n", "S/.gitignore": "!keep.gen.swift\n", ".git/HEAD": ""])
    #expect(try paths(folder) == ["S/c.swift", "S/keep.gen.swift", "a.swift"])
    #expect(try paths(folder, ["S"]) == ["S/c.swift", "S/keep.gen.swift"])
    #expect(try paths(folder, ["gen", "S/d.gen.swift"]) == ["S/d.gen.swift", "gen/b.swift"])
  }

  /// Both apps have a function of one name; what it gives is a one-shot value in one of them only.
  @Test("Code of two repositories is kept apart, code of one is not") func repositories() throws {
    let future = "func load() -> ValueFuture<Int> { fatalError() }"
    let number = "func load() -> Task<Int, any Error> { fatalError() }"
    let use = "func use() async throws { let f = load(); _ = try await f.value; _ = try await f.value }"
    let folder = try CommandFolder([
      "a/Model/Load.swift": future, "a/App/Use.swift": use, "b/Model/Load.swift": number, "b/App/Use.swift": use,
    ])
    #expect(try paths(folder) == [])
    try folder.write("a/.git/HEAD", "")
    try folder.write("b/.git/HEAD", "")
    #expect(try paths(folder) == ["a/App/Use.swift"])
    #expect(try paths(folder, [folder.url.path]).count == 1)
  }

  @Test("Links: not followed while walking, read when named, reported by the name given") func links() throws {
    let folder = try folder("tree/a.swift", "outside/b.swift")
    let run = try folder.shell(
      """
      cd tree; ln -s ../outside/b.swift b.swift; ln -s ../outside out; ln -s . loop; ln -s a.swift again.swift
      "$VTLINT" --format xcode; "$VTLINT" --format xcode b.swift out again.swift
      """)
    let places = run.output.split(separator: "\n").filter { $0.contains(" warning: ") }.map { $0.prefix { $0 != ":" } }
    #expect(places == ["a.swift", "again.swift", "b.swift"])
  }

  @Test("One file under two names is linted once, whatever their order; hard links are files of their own") func names() throws {
    let folder = try folder("b.swift")
    let run = try folder.shell(
      """
      ln b.swift c.swift; ln -s b.swift a.swift
      "$VTLINT" --format xcode . a.swift b.swift; "$VTLINT" --format xcode b.swift a.swift; "$VTLINT" --format xcode a.swift b.swift
      """)
    let places = run.output.split(separator: "\n").filter { $0.contains(" warning: ") }.map { $0.prefix { $0 != ":" } }
    #expect(places == ["a.swift", "c.swift", "a.swift", "a.swift"])
  }

  @Test("An empty folder, or everything excluded: 0 with a line on stderr") func nothing() throws {
    let folder = try folder("a.swift", others: ["empty/x.txt": ""])
    for arguments in [["empty"], ["--exclude", "*.swift"], ["a.swift", "--exclude", "a.swift"]] {
      let run = try folder.run(arguments)
      #expect(run.status == 0 && run.output == "" && run.error == "vtlint: nothing to lint: no Swift files found\n")
    }
    // A report is a whole report all the same.
    #expect(try findings(folder.run("empty", "--format", "json").output).isEmpty)
  }

  @Test("What cannot be read is 2; the others are linted") func unreadable() throws {
    let folder = try folder("a.swift", "b.swift/c.txt", others: ["b.swift/c.txt": ""])
    let run = try folder.shell(
      "mkfifo pipe.swift; truncate -s 2G huge.swift; \"$VTLINT\" --format xcode a.swift missing pipe.swift /dev/zero huge.swift")
    #expect(run.status == 2 && run.output.hasPrefix("a.swift:3:17: warning: "))
    for line in [
      "missing: error: could not be read: No such file or directory\n",
      "pipe.swift: error: could not be read: not a regular file\n",
      "huge.swift: error: could not be read: larger than 1024 MiB\n", "/dev/zero: error: could not be read: not a regular file\n",
    ] {
      #expect(run.error.contains(line))
    }
    // A folder that is named like a file is a folder.
    #expect(try folder.run("b.swift").error == "vtlint: nothing to lint: no Swift files found\n")
  }

  @Test("Configuration reaches nothing outside of its folder, whatever its names say") func ownFolderOnly() throws {
    let own = "[b.swift]\nswift_diagnostic.double-await.severity = suggestion\n"
    let others = ["../a/*.swift", "/../a/a.swift", "**/../a/**", "../**", "{..,x}/a/a.swift", "b/../../a/a.swift"]
    let folder = try folder("a/a.swift", "b/b.swift", others: ["b/.gitignore": others.joined(separator: "\n")])
    let sections = others.map { "[\($0)]\nswift_diagnostic.double-await.severity = none\n" }
    try folder.write("b/.editorconfig", own + sections.joined())
    let run = try folder.run("--format", "xcode")
    #expect(run.output.contains("a/a.swift:3:17: warning: ") && run.output.contains("b/b.swift:3:17: "))
    #expect(!run.output.contains("b/b.swift:3:17: warning: "))
  }
}
