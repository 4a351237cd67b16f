// How a severity is found, case by case: key against key, file against file, command line against both.
import Testing

@Suite("Severities") struct SeverityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What `.editorconfig` says below `[*.swift]`; with a `/` in it the whole text of a file.
    var files: [String: String]
    var path = "deep/a.swift"
    var arguments: [String] = []
    /// Of `unconsumed`, a warning of the category `one-shot`, and of `public-value-future`, which is off by default.
    var warning = "warning", optIn = "none"
  }

  private static let rule = "swift_diagnostic.unconsumed.severity"
  private static let optIn = "swift_diagnostic.public-value-future.severity"
  private static let category = "swift_analyzer_diagnostic.category-one-shot.severity"
  private static let all = "swift_analyzer_diagnostic.severity"

  private static func top(_ lines: String...) -> [String: String] { [".editorconfig": file(lines, "root = true\n")] }

  private static func both(_ outer: [String], _ inner: [String]) -> [String: String] {
    [".editorconfig": file(outer, "root = true\n"), "deep/.editorconfig": file(inner)]
  }

  private static func file(_ lines: [String], _ preamble: String = "") -> String {
    preamble + (["[*.swift]"] + lines).joined(separator: "\n") + "\n"
  }

  private static let tests = "root = true\n[*]\n\(rule) = error\n[Tests/**]\n\(rule) = none\n"

  static let cases = [
    Case(testDescription: "nothing", files: top()),
    Case(testDescription: "the rule's key", files: top("\(rule) = error"), warning: "error"),
    Case(testDescription: "all rules", files: top("\(all) = none"), warning: "none"),
    Case(
      testDescription: "a category before all", files: top("\(all) = none", "\(category) = suggestion"), warning: "suggestion"),
    Case(
      testDescription: "a rule before its category",
      files: top("\(all) = none", "\(category) = suggestion", "\(rule) = error"), warning: "error"),
    Case(
      testDescription: "a rule before a nearer all", files: both(["\(rule) = error"], ["\(all) = none"]), warning: "error"),
    Case(
      testDescription: "unset nearer undoes", files: both(["\(rule) = error"], ["\(rule) = unset", "\(category) = suggestion"]),
      warning: "suggestion"),
    Case(
      testDescription: "default nearer restores", files: both(["\(rule) = error"], ["\(rule) = default", "\(all) = none"])),
    Case(testDescription: "a later section", files: [".editorconfig": tests], path: "Tests/a.swift", warning: "none"),
    Case(testDescription: "a section for others", files: [".editorconfig": tests], path: "Sources/a.swift", warning: "error"),
    Case(
      testDescription: "an .editorconfig before a global file",
      files: top("\(rule) = error").merging([".globalconfig": "\(rule) = none\n"]) { $1 }, warning: "error"),
    Case(
      testDescription: "the higher level of two global files",
      files: [
        ".globalconfig": "\(rule) = none\n", "g": "is_global = true\nglobal_level = 0\n\(rule) = error\n",
        ".editorconfig": "root = true\n",
      ], arguments: ["--config", "g"], warning: "none"),
    Case(
      testDescription: "global files of one level that differ",
      files: [
        ".globalconfig": "\(rule) = none\n", "g": "is_global = true\nglobal_level = 100\n\(rule) = error\n",
        ".editorconfig": "root = true\n",
      ], arguments: ["--config", "g"]),
    Case(testDescription: "all rules and one that is off", files: top("\(all) = error"), warning: "error"),
    Case(testDescription: "the key of one that is off", files: top("\(optIn) = warning"), optIn: "warning"),
    Case(
      testDescription: "root nearer", files: [
        ".editorconfig": file(["\(rule) = error"], "root = true\n"), "deep/.editorconfig": "root = true\n",
      ]),
    Case(testDescription: "any case", files: top("\(rule.uppercased()) = Error"), warning: "error"),
    Case(testDescription: "a category and one that is off", files: top("\(category) = error"), warning: "error"),
  ]

  @Test(arguments: cases) func isFound(_ test: Case) throws {
    let folder = try CommandFolder(test.files)
    let run = try folder.run(["config", "--explain", test.path] + test.arguments)
    #expect(run.status == 0)
    func severity(of rule: String) -> Substring? {
      let line = run.output.split(separator: "\n").first { $0.hasPrefix(rule + " ") }
      return line?.split(separator: " ").dropFirst().first
    }
    #expect(severity(of: "unconsumed") ?? "" == test.warning)
    #expect(severity(of: "public-value-future") ?? "" == test.optIn)
  }

  @Test func globalFilesThatDifferAreSaid() throws {
    let test = try #require(Self.cases.first { $0.testDescription == "global files of one level that differ" })
    let folder = try CommandFolder(test.files)
    let check = try folder.run("config", "--check", "--config", "g")
    #expect(check.status == 2 && check.error.contains("warning: '\(Self.rule)' is 'error' here and 'none' in .globalconfig"))
  }

  @Test func theCommandLineGoesBeforeAllFiles() throws {
    let source = "func f(_ s: Store) {\n  s.load()\n}\nprotocol Store { func load() -> ValueFuture<Int> }\n"
    var files = Self.top("\(Self.rule) = none")
    files["a.swift"] = source
    let folder = try CommandFolder(files)
    #expect(try folder.run("--format", "xcode").output == "")
    let run = try folder.run("--format", "xcode", "--severity", "unconsumed=error")
    #expect(run.status == 1 && run.output.hasPrefix("a.swift:2:3: error: "))
    #expect(try folder.run("--only", "unconsumed").error == "vtlint: 1 warning in 1 file\n")
  }

  /// `silent` runs, for baselines and suppressions, but is not shown and never fails.
  @Test func silentRunsUnseen() throws {
    let key = "swift_diagnostic.double-await.severity"
    let folder = try CommandFolder([
      "a.swift": "// vtlint:disable:file double-await - on purpose\n" + sourceWithWarning, "b.swift": sourceWithWarning,
      ".editorconfig": "root = true\n[*.swift]\n\(key) = silent\n",
    ])
    let run = try folder.run("--fail-level", "suggestion", "--write-baseline", "b.txt")
    #expect(run.status == 0 && run.output == "" && run.error.contains("1 finding written to b.txt"))
    try folder.write(".editorconfig", "root = true\n[*.swift]\n\(key) = none\n")
    #expect(try folder.run("--write-baseline", "b.txt").error.contains("0 findings written to b.txt"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var line: String
    /// Of `vtlint lint`; `config --check` always gives 2.
    var status: Int32
    var message: String
    var testDescription: String { line }
  }

  @Test(arguments: [
    Mistake(line: "\(rule) = eror", status: 2, message: "error: unknown severity 'eror' (did you mean 'error'?)"),
    Mistake(line: "\(rule) = off", status: 2, message: "error: unknown severity 'off' (did you mean 'none'?)"),
    Mistake(
      line: "\(rule) = error  # because", status: 2,
      message: "error: '# because' belongs to the value; a comment needs a line of its own"),
    Mistake(
      line: "swift_diagnostic.unconsumd.severity = error", status: 0,
      message: "warning: unknown rule 'unconsumd' (did you mean 'unconsumed'?)"),
    Mistake(
      line: "swift_diagnostic.unconsumed.severty = error", status: 0,
      message: "warning: unknown key 'swift_diagnostic.unconsumed.severty' (expected swift_diagnostic.RULE.severity)"),
  ])
  func mistakesHaveFileAndLine(_ mistake: Mistake) throws {
    var files = Self.top("# a comment", mistake.line)
    files["a.swift"] = "let a = 1\n"
    let folder = try CommandFolder(files)
    let line = ".editorconfig:4:1: \(mistake.message)\n"
    let check = try folder.run("config", "--check")
    #expect(check.status == 2 && check.error == line && check.output == "")
    let lint = try folder.run()
    #expect(lint.status == mistake.status && lint.error.hasPrefix(line))
  }

  /// Not read in silence: the team would believe that it counts.
  @Test("A file that cannot be read stops the run", arguments: [
    ("printf '\\377\\376[\\0*\\0]\\0' > .editorconfig", "is UTF-16, not UTF-8"),
    ("yes '[*]' | head -c 1100000 > .editorconfig", "larger than 1 MiB"),
  ])
  func unreadable(line: String, reason: String) throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let run = try folder.shell("\(line); \"$VTLINT\"")
    #expect(run.status == 2 && run.output == "" && run.error.hasPrefix(".editorconfig: error: could not be read: \(reason)\n"))
  }

  @Test func aKeyBeforeAnySectionIsAWarning() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n", ".editorconfig": "root = true\n\(Self.rule) = error\n[*.swift]\n"])
    let lint = try folder.run()
    #expect(lint.status == 0)
    let message = "'\(Self.rule)' has no effect before the first section; put it under [*.swift]"
    #expect(lint.error.hasPrefix(".editorconfig:2:1: warning: \(message)\n"))
    #expect(try folder.run("config", "--check").status == 2)
  }

  /// Made by a tool: what it declares counts, nothing in it is reported.
  @Test func generatedCodeIsNotReported() throws {
    let folder = try CommandFolder([
      "Generated/api.swift": sourceWithWarning + "func make() -> ValueFuture<Int> { fatalError() }\n",
      "a.swift": "func f() { make() }\n", ".editorconfig": "root = true\n[Generated/**.swift]\ngenerated_code = true\n",
    ])
    #expect(try folder.run("--format", "json").output.contains("\"rule\": \"unconsumed\""))
    #expect(try findings(folder.run("--format", "json").output).count == 1)
  }

  @Test func theFileOfTheDocumentationReads() throws {
    let text = """
      root = true

      [*.swift]
      # one rule
      swift_diagnostic.double-await.severity = error
      # a category, then every rule
      swift_analyzer_diagnostic.category-one-shot.severity = warning
      swift_analyzer_diagnostic.severity = default
      # an option of a rule
      swift_code_quality.double-await.some_option = value

      [Tests/**.swift]
      swift_diagnostic.premature-result.severity = none

      [Generated/**.swift]
      # skipped
      generated_code = true

      """
    // With the byte order mark and the line ends of other systems, too.
    for text in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
      let folder = try CommandFolder([".editorconfig": text])
      let check = try folder.run("config", "--check", "Tests/a.swift")
      #expect(check.status == 0 && check.error == "" && check.output == "")
      let explained = try folder.run("config", "--explain", "Tests/a.swift").output
      #expect(explained.contains(#/double-await +error +\.editorconfig:5: /#))
      #expect(explained.contains(#/premature-result +none +\.editorconfig:13: /#))
      let generated = try folder.run("config", "--explain", "Generated/a.swift").output
      #expect(generated.hasPrefix("generated code: nothing is reported\n"))
    }
  }
}
