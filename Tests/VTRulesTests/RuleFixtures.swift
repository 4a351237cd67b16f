// Every fixture of every rule, linted through the whole pipeline and held against the markers in it.

import TestSupport
import Testing
import VTDriver

@Suite struct RuleFixtures {
  @Test(arguments: RuleFixture.all, FixtureVariant.allCases)
  func findsWhatIsMarked(in fixture: RuleFixture, variant: FixtureVariant) {
    let text = variant.text(of: fixture.text)
    let markers = variant.isSilent ? Markers.silence : Markers(readingFrom: text)
    let differences = markers.differences(from: lint(text, with: RuleFixture.referenceAPI))
    #expect(differences.isEmpty, "\(fixture.name), \(variant):\n\(differences.joined(separator: "\n"))")
  }

  /// What every fixture is linted with must not add findings of its own.
  @Test func referenceAPIIsClean() {
    let differences = Markers.silence.differences(from: lint(RuleFixture.referenceAPI, with: ""))
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// The page of a rule shows both halves, and the bad half is found.
  @Test(arguments: RuleFixture.rules)
  func examplesShowBothHalves(of rule: String) throws {
    let examples = try #require(RuleFixture.all.first { $0.name == "\(rule)/examples.swift" })
    #expect(examples.text.contains("\n// MARK: bad - ") || examples.text.hasPrefix("// MARK: bad - "))
    #expect(examples.text.contains("\n// MARK: good - "))
    #expect(Markers(readingFrom: examples.text).expected.contains { $0.rule.text == rule })
  }
}
