// How a fixture becomes the examples of a rule's page, and what a rule may be called.
import Testing
import VTCatalogue
import VTDiagnostics
import vtlint_dev

@Suite("Examples of a page") struct RuleExamplesTests {
  @Test func sectionsBecomeExamples() {
    let source = """
      import Support

      // MARK: bad - awaited twice

      func f() {}
      // MARK: good - awaited once

      func g() {
        h()

        i()
      }

      // MARK: - helpers

      func h() {}
      """
    #expect(
      ruleExamples(in: source) == [
        RuleExample(isBad: true, title: "awaited twice", code: "func f() {}"),
        RuleExample(isBad: false, title: "awaited once", code: "func g() {\n  h()\n\n  i()\n}"),
      ])
  }

  @Test(arguments: [
    ("a()  // expect: double-await", "a()  // double-await"),
    ("a()  // expect-note: first consumed here", "a()"),
    ("  // expect@-1: double-await", nil),
    ("  //   ^~~~ double-await", nil),
    ("a()  // ok: a task is durable", "a()  // ok: a task is durable"),
    ("  // a comment", "  // a comment"),
    ("a()", "a()"),
  ] as [(String, String?)]) func markersOfTheTestsAreNotShown(line: String, shown: String?) {
    let examples = ruleExamples(in: "// MARK: bad - x\nfirst()\n\(line)\nlast()")
    #expect(examples.map(\.code) == [["first()", shown, "last()"].compactMap(\.self).joined(separator: "\n")])
  }

  @Test(arguments: ["", "func f() {}", "// MARK: bad", "// MARK: ugly - x\nf()"]) func nothingIsNoExample(source: String) {
    #expect(ruleExamples(in: source).isEmpty)
  }

  /// The pages in the command are those of the fixtures, in the order bad, good.
  @Test func thePageShowsBothKinds() throws {
    let page = try #require(Catalogue.page(of: "double-await"))
    let reported = try #require(page.firstRange(of: "## Reported"))
    let notReported = try #require(page.firstRange(of: "## Not reported"))
    let onPurpose = try #require(page.firstRange(of: "// vtlint:disable:next double-await - "))
    #expect(reported.lowerBound < notReported.lowerBound)
    #expect(notReported.lowerBound < onPurpose.lowerBound)
    #expect(!page.contains("expect"))
  }
}

@Suite("Names of rules") struct RuleNameTests {
  @Test func theListNamesEachType() {
    let list = ruleList(types: ["DoubleAwait", "Unconsumed"])
    #expect(list.hasSuffix("= [\n  DoubleAwait.self,\n  Unconsumed.self,\n]\n"))
  }

  @Test(arguments: Catalogue.builtIn.rules.map(\.id.text)) func theBuiltInOnesAreNames(id: String) {
    #expect(isRuleName(id))
  }

  @Test(arguments: ["", "-", "no-await", "Double-await", "double_await", "await2", "double--await", "a-", "é"])
  func theseAreNot(id: String) {
    #expect(!isRuleName(id))
  }

  @Test(arguments: [("double-await", "DoubleAwait"), ("unconsumed", "Unconsumed")])
  func typeName(id: String, name: String) {
    #expect(ruleTypeName(of: id) == name)
  }
}
