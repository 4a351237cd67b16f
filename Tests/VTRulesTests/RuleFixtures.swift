// Every fixture of every rule, linted through the whole pipeline and held against the markers in it.

import TestSupport
import Testing
import VTDiagnostics

@Suite struct RuleFixtures {
  @Test(arguments: RuleFixture.all, FixtureVariant.allCases)
  func findsWhatIsMarked(in fixture: RuleFixture, variant: FixtureVariant) {
    let diagnostics = lint([(path: fixture.path, text: variant.text(of: fixture.text))], enabling: RuleID(fixture.rule))
    let differences = variant.markers(of: fixture.text).differences(from: diagnostics[fixture.path] ?? [])
    report(differences, of: "\(fixture.name), \(variant)")
    report(Markers.silence.differences(from: diagnostics["ReferenceAPI.swift"] ?? []), of: "ReferenceAPI.swift")
  }

  @Test(arguments: ProjectFixture.all)
  func findsWhatIsMarked(in project: ProjectFixture) throws {
    let diagnostics = try lint(project.files, rules: project.rules)
    for file in project.files {
      let differences = Markers(readingFrom: file.text).differences(from: diagnostics[file.path] ?? [])
      report(differences, of: "\(project.name)/\(file.path)")
    }
  }

  /// The page of a rule shows both halves, and the bad half is found.
  @Test(arguments: [
    "double-await", "stored-property", "concurrent-await", "premature-result", "unconsumed", "blocking-wait", "double-resume",
    "missing-resume", "double-iteration", "concurrent-iteration", "stale-continuation", "overwritten-continuation",
    "public-value-future", "needless-value-future", "unchecked-token",
  ])
  func examplesShowBothHalves(of rule: String) throws {
    let examples = try #require(RuleFixture.all.first { $0.name == "\(rule)/examples.swift" })
    #expect(examples.text.contains("// MARK: bad - "))
    #expect(examples.text.contains("// MARK: good - "))
    #expect(Markers(readingFrom: examples.text).expected.contains { $0.rule.text == rule })
  }

  /// A file without any marker would pass whatever the linter says of it: nothing.
  @Test(arguments: RuleFixture.all)
  func expectsSomething(of fixture: RuleFixture) {
    let markers = Markers(readingFrom: fixture.text)
    #expect(!markers.expected.isEmpty || fixture.text.contains("// ok: "), "\(fixture.name) expects nothing at all")
  }

  private func report(_ differences: [String], of name: String) {
    #expect(differences.isEmpty, "\(name)\n\(differences.joined(separator: "\n"))")
  }
}
