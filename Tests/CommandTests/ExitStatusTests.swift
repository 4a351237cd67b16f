import Testing

@Suite struct ExitStatusTests {
  @Test func isZeroWithoutFindings() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    let run = try folder.run()
    #expect(run.status == 0 && run.output == "" && run.error == "vtlint: no findings in 1 file\n")
  }

  @Test(arguments: [
    ([], 0), (["--fail-level", "suggestion"], 1), (["--fail-level", "error"], 0),
    (["--severity", "unused-suppression=warning"], 1), (["--severity", "unused-suppression=error", "--fail-level", "error"], 1),
    (["--severity", "unused-suppression=error", "--fail-level", "never"], 0),
    (["--disable", "unused-suppression", "--fail-level", "suggestion"], 0),
    (["--severity", "unused-suppression=silent", "--fail-level", "suggestion"], 0),
    (["--only", "double-await", "--fail-level", "suggestion"], 0),
  ] as [([String], Int32)])
  func followsTheFailLevel(arguments: [String], status: Int32) throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    #expect(try folder.run(["lint"] + arguments).status == status)
  }

  @Test(arguments: [
    (["--nonsense"], "Unknown option '--nonsense'"),
    (["-cache"], "unknown option '-cache' (did you mean '--cache'?)"),
    (["--fail-level", "eror"], "--fail-level: unknown level 'eror' (did you mean 'error'?)"),
    (["--format", "sariff"], "--format: unknown format 'sariff'"),
    (["--only", "double-awiat"], "unknown rule 'double-awiat' (did you mean 'double-await'?)"),
    (["--severity", "double-await=eror"], "unknown severity 'eror' (did you mean 'error'?)"),
    (["--only", "unconsumed", "--disable", "unconsumed"], "--only and --disable name the same rules: none is left to run"),
    ([""], "a path is empty"),
    (["--jobs", "0"], "--jobs 0: expected a number above 0"),
    (["--jobs", "x"], "The value 'x' is invalid"),
    (["--color", "blue"], "--color: unknown word 'blue'"),
    (["--format", "json", "--format", "text"], "only one report can go to stdout"),
    (["--format", "json=a", "--format", "text=a"], "two reports cannot go to one file: a"),
    (["--format", "json", "--format", "text", "--output", "a"], "--output is for a single report"),
    (["--format", "json="], "the file's name is missing"),
    (["--rules", "missing.yaml"], "missing.yaml could not be read: No such file or directory"),
    (["missing"], "missing: error: could not be read: No such file or directory"),
    (["explain", "double-awiat"], "unknown rule 'double-awiat' (did you mean 'double-await'?)"),
    (["rules", "--format", "x"], "unknown format 'x'"),
  ])
  func isTwoForMistakes(arguments: [String], message: String) throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    let run = try folder.run(arguments)
    #expect(run.status == 2)
    #expect(run.error.contains(message))
    #expect(run.output == "")
    #expect(folder.names == ["a.swift"])
  }

  @Test func isTwoBesideTheFindingsOfReadableFiles() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    let run = try folder.run("a.swift", "missing.swift", "--fail-level", "suggestion")
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("a.swift:1:24: suggestion: "))
    #expect(run.error.contains("missing.swift: error: could not be read: No such file or directory"))
  }

  @Test func nothingToLintIsNoFailure() throws {
    let folder = try CommandFolder(["README.md": "x"])
    let empty = try folder.run()
    #expect(empty.status == 0 && empty.error == "vtlint: nothing to lint: no Swift files found\n")
    try folder.write("a.swift", "let a = 1")
    #expect(try folder.run("--exclude", "*.swift", "a.swift").status == 0)
  }
}
