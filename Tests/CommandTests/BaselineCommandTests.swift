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

    try folder.write("a.swift", "let a = 1\n")
    #expect(try folder.run(arguments + ["--baseline", "base.txt"]).error.contains("; 1 of its findings is gone: "))
    #expect(!(try folder.run(arguments + ["--baseline", "base.txt", "b.swift"]).error.contains("gone")))
  }

  @Test func aBadBaselineIsStatusTwo() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n", "bad.txt": "{}"])
    #expect(try folder.run("--baseline", "missing.txt").status == 2)
    let bad = try folder.run("--baseline", "bad.txt")
    #expect(bad.status == 2 && bad.error.contains("bad.txt:1: expected '# vtlint baseline 1'"))
  }
}
