// What every rule's entry in rules.yaml owes to its readers.
import Testing
import VTCatalogue
import VTDiagnostics

private let rules = Catalogue.builtIn.rules

@Suite("Rule metadata") struct RuleMetadataTests {
  @Test func idsAreUnique() {
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(!rules.isEmpty)
  }

  @Test func defaultsAreThoseOfTheSpecification() {
    let defaults = Dictionary(uniqueKeysWithValues: rules.map { ($0.id.text, $0.defaultSeverity.word) })
    #expect(
      defaults == [
        "double-await": "warning", "stored-property": "warning", "concurrent-await": "warning",
        "premature-result": "warning", "unconsumed": "warning", "double-resume": "warning", "missing-resume": "warning",
        "stale-continuation": "suggestion", "overwritten-continuation": "suggestion", "double-iteration": "warning",
        "concurrent-iteration": "warning", "blocking-wait": "warning", "public-value-future": "none",
        "needless-value-future": "none", "unchecked-token": "suggestion", "unused-suppression": "suggestion",
      ])
  }

  /// Kebab case, names the bad pattern (never "no-…"), no digit, and is no word that configuration uses itself.
  @Test(arguments: rules) func idIsAName(rule: RuleInfo) {
    let parts = rule.id.text.split(separator: "-", omittingEmptySubsequences: false)
    #expect(parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } })
    #expect(parts.first != "no")
    #expect(!["all", "category", "severity"].contains(rule.id.text))
  }

  @Test(arguments: rules) func categoryIsAName(rule: RuleInfo) {
    #expect(!rule.category.isEmpty)
    #expect(rule.category.allSatisfy { ("a"..."z").contains($0) || $0 == "-" })
    #expect(!rules.contains { $0.id.text == rule.category }, "a category and a rule of one name cannot be told apart")
  }

  @Test(arguments: rules) func summaryIsOneLineWithoutFullStop(rule: RuleInfo) {
    #expect((20...80).contains(rule.summary.count))
    #expect(!rule.summary.contains("\n"))
    #expect(rule.summary.last != ".")
    #expect(rule.summary.first?.isUppercase == true)
  }

  @Test(arguments: rules) func textsAreWholeSentences(rule: RuleInfo) {
    for text in [rule.why, rule.instead] {
      #expect(text.count > 30)
      #expect(text.hasSuffix("."))
      #expect(text.first?.isUppercase == true)
    }
  }

  @Test(arguments: rules) func pageTellsAllOfIt(rule: RuleInfo) throws {
    let page = try #require(Catalogue.page(of: rule.id))
    for text in [rule.summary, rule.why, rule.instead, rule.category, rule.defaultSeverity.word] {
      #expect(page.contains(text))
    }
  }

  @Test func anUnknownNameHasNoPage() {
    #expect(Catalogue.page(of: "double-awaits") == nil)
  }
}
