import Testing

@Suite struct BaselineCommandTests {
  @Test func acceptsWhatItRecordedAndReportsTheRest() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion, "b.swift": "let b = 1\n"])
    let arguments = ["--fail-level", "suggestion", "--format", "xcode"]
    let recorded = try folder.run(arguments + ["--write-baseline", "base.txt"])
    #expect(recorded.status == 0 && recorded.output == "")
    #expect(recorded.error.contains("vtlint: note: 1 finding written to base.txt\n"))

    try folder.write("a.swift", "import A\n\n" + sourceWithSuggestion)
    try folder.write("b.swift", "func new() {\n  \(sourceWithSuggestion)}\n")
    let next = try folder.run(arguments + ["--baseline", "base.txt"])
    #expect(next.status == 1)
    #expect(next.output.hasPrefix("b.swift:2:26: note: ") && next.output.split(separator: "\n").count == 1)
    #expect(next.error.contains("vtlint: note: 1 finding of the baseline left out\n"))

    #expect(!(try folder.run(arguments + ["--baseline", "base.txt", "--only", "double-await"]).error.contains("gone")))
    try folder.write("a.swift", "let a = 1\n")
    #expect(try folder.run(arguments + ["--baseline", "base.txt"]).error.contains("; 1 of its findings is gone: "))
    #expect(!(try folder.run(arguments + ["--baseline", "base.txt", "b.swift"]).error.contains("gone")))
  }

  private static let one = "func one(_ f: ValueFuture<Int>) async throws {\n  _ = try await f.value\n  _ = try await f.value\n}\n"
  private static let two = one.replacing("one", with: "two")
  private static let three = one.replacing("one", with: "three")

  /// Lines above come and go, functions change places, files and the folder of the checkout get other names.
  @Test(arguments: [
    ["a.swift": "import A\n\n// more\n" + one + "let x = 1\n" + two],
    ["a.swift": two + "\n\n" + one],
    ["a.swift": one.replacing("  ", with: "\t") + two],
    ["Renamed/b.swift": one + two],
    ["one.swift": one, "two.swift": two],
  ])
  func staysWhenCodeMoves(files: [String: String]) throws {
    let before = try CommandFolder(["a.swift": Self.one + Self.two])
    #expect(try before.run("--write-baseline", "base.txt").status == 0)
    // A folder of another name altogether.
    let after = try CommandFolder(files)
    try after.write("base.txt", before.read("base.txt"))
    let run = try after.run("--baseline", "base.txt")
    #expect(run.status == 0 && run.output == "" && run.error.hasPrefix("vtlint: note: 2 findings of the baseline left out\n"))
    // What is new is reported.
    try after.write("new.swift", Self.three)
    let next = try after.run("--baseline", "base.txt", "--format", "json")
    #expect(next.status == 1)
    #expect(try findings(next.output).compactMap { $0["path"] as? String } == ["new.swift"])
  }

  @Test func aSecondFindingLikeAnAcceptedOneIsNew() throws {
    let folder = try CommandFolder(["a.swift": Self.one])
    _ = try folder.run("--write-baseline", "base.txt")
    try folder.write("a.swift", Self.one.replacing("\n}", with: "\n  _ = try await f.value\n}"))
    let run = try folder.run("--baseline", "base.txt", "--format", "xcode")
    #expect(run.status == 1 && run.output.hasPrefix("a.swift:4:17: warning: "))
  }

  @Test func theFileIsMadeForReviews() throws {
    let folder = try CommandFolder(["b.swift": Self.one, "a.swift": Self.two + Self.three])
    _ = try folder.run("--write-baseline", "base.txt")
    let lines = try folder.read("base.txt").split(separator: "\n").map(String.init)
    #expect(lines.count == 4 && lines[0] == "# vtlint baseline 1")
    for (line, path) in zip(lines.dropFirst(), ["a.swift", "a.swift", "b.swift"]) {
      #expect(line.wholeMatch(of: #/[0-9a-f]{16} double-await (.*)/#)?.1 == path[...], "\(line)")
    }
    let old = try folder.read("base.txt")
    _ = try folder.run("--baseline", "base.txt", "--write-baseline", "base.txt")
    #expect(try folder.read("base.txt") == old)
  }

  @Test func aBadBaselineIsStatusTwo() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n", "bad.txt": "{}"])
    #expect(try folder.run("--baseline", "missing.txt").status == 2)
    let bad = try folder.run("--baseline", "bad.txt")
    #expect(bad.status == 2 && bad.error.contains("bad.txt:1: expected '# vtlint baseline 1'"))
  }
}
