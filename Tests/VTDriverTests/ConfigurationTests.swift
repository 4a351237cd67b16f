import Testing
import VTCatalogue
import VTDiagnostics
import VTPlatform
@testable import VTDriver

/// Two rules to configure: `vt1` is a warning of category `memory`, `vt2` is off by default.
private let catalogue: Catalogue = {
  var catalogue = Catalogue.builtIn
  var first = catalogue.rules[0]
  (first.id, first.category, first.defaultSeverity) = ("vt1", "memory", .warning)
  var second = first
  (second.id, second.defaultSeverity) = ("vt2", .none)
  catalogue.rules = [first, second]
  return catalogue
}()

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // Nothing above the temporary folder may interfere.
    try folder.write(".editorconfig", "root = true\n")
  }

  private static let vt1 = "swift_diagnostic.vt1.severity"
  private static let vt2 = "swift_diagnostic.vt2.severity"
  private static let memory = "swift_analyzer_diagnostic.category-memory.severity"
  private static let all = "swift_analyzer_diagnostic.severity"

  private func settings(
    _ path: String = "deep/a.swift", source: ConfigurationSource = .discovery, overrides: RuleOverrides = RuleOverrides()
  ) throws -> (settings: FileSettings, said: [String]) {
    var configuration = try Configuration(
      source: source, catalogue: catalogue, overrides: overrides, currentFolder: Path(folder.path))
    let settings = configuration.settings(for: Path("\(folder.path)/\(path)"))
    return (settings, configuration.notices.map(\.line))
  }

  private func top(_ lines: String...) throws {
    try folder.write(".editorconfig", (["root = true", "[*.swift]"] + lines).joined(separator: "\n"))
  }

  // MARK: - which pair counts

  @Test(arguments: [
    ([], .warning, .none),
    (["\(vt1) = error"], .error, .none),
    (["\(all) = none"], .none, .none),
    (["\(all) = none", "\(memory) = suggestion"], .suggestion, .none),
    (["\(all) = none", "\(memory) = suggestion", "\(vt1) = error"], .error, .none),
    (["\(vt1) = error", "\(memory) = suggestion", "\(all) = none"], .error, .none),
    (["\(vt1) = error", "\(vt1) = silent"], .silent, .none),
    (["\(vt1) = unset", "\(memory) = Suggestion"], .suggestion, .none),
    (["\(vt1) = Default", "\(all) = none"], .warning, .none),
    (["\(all) = error"], .error, .none),
    (["\(memory) = error"], .error, .none),
    (["\(vt2) = warning"], .warning, .warning),
    (["\(vt2) = default"], .warning, .none),
    (["SWIFT_DIAGNOSTIC.VT1.SEVERITY = ERROR"], .error, .none),
  ] as [([String], Severity, Severity)])
  func aRulesKeyGoesBeforeItsCategorysAndThatBeforeAll(lines: [String], first: Severity, second: Severity) throws {
    try folder.write(".editorconfig", (["root = true", "[*.swift]"] + lines).joined(separator: "\n"))
    let (settings, said) = try settings()
    #expect(settings.severities["vt1"] == first)
    #expect(settings.severities["vt2"] == second)
    #expect(said.isEmpty)
    #expect(settings.severities.active.contains("vt2") == (second > .none))
  }

  @Test func aRulesKeyGoesBeforeANearerKeyOfAll() throws {
    try top("\(Self.vt1) = error")
    try folder.write("deep/.editorconfig", "[*]\n\(Self.all) = none")
    let severities = try settings().settings.severities
    #expect(severities["vt1"] == .error)
    #expect(severities.origin(of: "vt1") == .pair(.init(key: Self.vt1, value: "error", path: ".editorconfig", line: 3)))
  }

  @Test func unsetNearerUndoesAndDefaultNearerRestores() throws {
    try top("\(Self.vt1) = error")
    try folder.write("deep/.editorconfig", "[*]\n\(Self.vt1) = unset\n\(Self.memory) = suggestion")
    #expect(try settings().settings.severities["vt1"] == .suggestion)
    try folder.write("deep/.editorconfig", "[*]\n\(Self.vt1) = default\n\(Self.all) = none")
    #expect(try settings().settings.severities["vt1"] == .warning)
  }

  @Test func laterSectionsAndOnlyMatchingOnesCount() throws {
    try folder.write(".editorconfig", "root=true\n[*]\n\(Self.vt1) = error\n[Tests/**]\n\(Self.vt1) = none")
    #expect(try settings("Tests/a/b.swift").settings.severities["vt1"] == Severity.none)
    #expect(try settings("Sources/b.swift").settings.severities["vt1"] == .error)
  }

  @Test func rootInANearerFileHidesTheOuterOnes() throws {
    try top("\(Self.vt1) = error")
    try folder.write("deep/.editorconfig", "root = true\n")
    #expect(try settings().settings.severities["vt1"] == .warning)
  }

  @Test func theCommandLineGoesBeforeAllFiles() throws {
    try top("\(Self.vt1) = none")
    let severities = try settings(overrides: RuleOverrides(severities: ["vt1": .severity(.error)])).settings.severities
    #expect(severities["vt1"] == .error && severities.origin(of: "vt1") == .commandLine)
  }

  @Test func aRuleThatIsAskedForRunsWhateverTheFilesSay() throws {
    try top("\(Self.vt1) = none", "\(Self.vt2) = error")
    for overrides in [RuleOverrides(only: ["vt1"]), RuleOverrides(enabled: ["vt1"])] {
      #expect(try settings(overrides: overrides).settings.severities["vt1"] == .warning)
    }
    #expect(try settings(overrides: RuleOverrides(enabled: ["vt2"])).settings.severities["vt2"] == .error)
    #expect(try settings(overrides: RuleOverrides(disabled: ["vt2"])).settings.severities["vt2"] == Severity.none)
  }

  // MARK: - global files

  @Test func editorConfigFilesGoBeforeGlobalFiles() throws {
    try folder.write(".globalconfig", "is_global = true\n\(Self.vt1) = none\n\(Self.vt2) = suggestion")
    try top("\(Self.vt1) = error")
    let (settings, said) = try settings()
    #expect(settings.severities["vt1"] == .error && settings.severities["vt2"] == .suggestion && said.isEmpty)
  }

  @Test func ofGlobalFilesTheHigherLevelWins() throws {
    try folder.write(".globalconfig", "\(Self.vt1) = none")
    try folder.write("other.config", "is_global = true\n\(Self.vt1) = error")
    let source = ConfigurationSource.file("\(folder.path)/other.config")
    #expect(try settings(source: source).settings.severities["vt1"] == Severity.none)
    try folder.write("other.config", "is_global = true\nglobal_level = 101\n\(Self.vt1) = error")
    #expect(try settings(source: source).settings.severities["vt1"] == .error)
  }

  @Test func globalFilesThatDisagreeCountForNothing() throws {
    try folder.write(".globalconfig", "\(Self.vt1) = none")
    try folder.write("deep/.globalconfig", "\(Self.vt1) = error")
    let (settings, said) = try settings()
    #expect(settings.severities["vt1"] == .warning)
    #expect(
      said == [
        "deep/.globalconfig:1:1: warning: '\(Self.vt1)' is 'error' here and 'none' in .globalconfig, both with global_level 100; "
          + "neither counts"
      ])
  }

  // MARK: - mistakes

  @Test(arguments: [
    ("\(vt1) = eror", "error: unknown severity 'eror' (did you mean 'error'?)"),
    ("\(vt1) = off", "error: unknown severity 'off' (did you mean 'none'?)"),
    ("\(all) = info", "error: unknown severity 'info' (did you mean 'suggestion'?)"),
    ("\(memory) =", "error: unknown severity '' (expected error, warning, suggestion, silent, none, default)"),
    ("\(vt1) = error # why", "error: '# why' belongs to the value; a comment needs a line of its own"),
    ("\(vt1) = error ; why", "error: '; why' belongs to the value; a comment needs a line of its own"),
    (
      "swift_diagnostic.vt1.severty = error",
      "warning: unknown key 'swift_diagnostic.vt1.severty' (expected swift_diagnostic.RULE.severity)"
    ),
    (
      "swift_diagnostics.vt1.severity = error",
      "warning: unknown key 'swift_diagnostics.vt1.severity' (expected swift_diagnostic.RULE.severity)"
    ),
    (
      "swift_diagnostic.vt1 = error",
      "warning: unknown key 'swift_diagnostic.vt1' (expected swift_diagnostic.RULE.severity)"
    ),
    (
      "swift_analyzer_diagnostic.memory.severity = error",
      "warning: unknown key 'swift_analyzer_diagnostic.memory.severity' "
        + "(expected swift_analyzer_diagnostic.category-CATEGORY.severity)"
    ),
    ("generated_code = yes", "error: unknown value 'yes' of 'generated_code' (expected true, false)"),
    ("swift_diagnostic.vt3.severity = error", "warning: unknown rule 'vt3' (did you mean 'vt1'?)"),
    (
      "swift_analyzer_diagnostic.category-memry.severity = error",
      "warning: unknown category 'memry' (did you mean 'memory'?)"
    ),
  ])
  func mistakesHaveFileAndLine(line: String, message: String) throws {
    try top("# a comment", line)
    #expect(try settings().said == [".editorconfig:4:1: \(message)"])
  }

  @Test func mistakesCountInSectionsOfOtherFilesToo() throws {
    try folder.write(".editorconfig", "root=true\n[*.md]\n\(Self.vt1) = eror")
    #expect(try settings().said.count == 1)
  }

  @Test func keysBeforeAnySectionAreSaid() throws {
    try folder.write(".editorconfig", "root = true\nindent_size = 2\n\(Self.vt1) = error\n[*]\n")
    let (settings, said) = try settings()
    #expect(settings.severities["vt1"] == .warning)
    #expect(said == [".editorconfig:3:1: warning: '\(Self.vt1)' has no effect before the first section; put it under [*.swift]"])
  }

  @Test func sectionsThatAreNotClosedAreSaid() throws {
    try folder.write(".editorconfig", "root = true\n[*.swift\n\(Self.vt1) = error\n[*.md]\nx = y\n[*.py\nindent_size = 2\n")
    #expect(
      try settings().said == [".editorconfig:2:1: warning: '[*.swift' is no section: a ']' has to end it; this line is skipped"])
  }

  @Test(arguments: [" error", ": error", ""]) func keysWithoutValuesAreSaid(rest: String) throws {
    try top(Self.vt1 + rest, "indent_size 2")
    let message = "'\(Self.vt1)' has no value: a '=' has to stand behind it; this line is skipped"
    #expect(try settings().said == [".editorconfig:3:1: warning: \(message)"])
  }

  @Test func keysOfOthersAreLeftAlone() throws {
    try top("dotnet_diagnostic.CA2012.severity = nonsense", "swift_format.x = y", "indent_size = many")
    #expect(try settings().said.isEmpty)
  }

  // MARK: - sources

  @Test func oneFileInsteadOfDiscovery() throws {
    try top("\(Self.vt1) = none")
    try folder.write("ci/strict.editorconfig", "[deep/*.swift]\n\(Self.vt1) = error")
    #expect(try settings(source: .file("\(folder.path)/ci/strict.editorconfig")).settings.severities["vt1"] == .error)
    #expect(try settings(source: .none).settings.severities["vt1"] == .warning)
    #expect(throws: UsageError("--config nowhere: there is no such file")) { try settings(source: .file("nowhere")) }
  }

  @Test func generatedCode() throws {
    try folder.write(".editorconfig", "root=true\n[Generated/**.swift]\ngenerated_code = TRUE\n")
    #expect(try settings("Generated/a.swift").settings.isGenerated)
    #expect(try !settings("Sources/a.swift").settings.isGenerated)
  }
}
