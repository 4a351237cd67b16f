import Testing
import VTDiagnostics
import VTFlow
import VTSyntax
@testable import VTDriver

@Suite struct SuppressionTests {
  static let rules: [RuleID] = ["double-await", "unconsumed", "unused-suppression"]

  /// The suppressions of a source, and the places of the calls `hit1()`, `hit2()`, … in it.
  private struct Source {
    var suppressions: Suppressions
    let text: String
    let tree: SyntaxTree

    init(_ text: String) {
      self.text = text
      tree = SyntaxTree.parse(Array(text.utf8))
      suppressions = Suppressions(in: tree, rules: SuppressionTests.rules)
    }

    /// The reason that silences a finding at a word; nil when it is not silenced.
    mutating func reason(_ rule: RuleID, at word: String) -> String? {
      let offset = UInt32(text.utf8.distance(from: text.startIndex, to: text.firstRange(of: word)!.lowerBound))
      return suppressions.reason(forSilencing: rule, at: ByteRange(start: offset, end: offset + 1))
    }

    /// The numbers of the hits that are silenced.
    mutating func silenced(_ rule: RuleID = "double-await") -> [Int] {
      (1...9).filter { text.contains("hit\($0)") && reason(rule, at: "hit\($0)") != nil }
    }

    /// The words of the suppressions that silenced nothing.
    func unused() -> [String] {
      suppressions.unused(ran: Set(SuppressionTests.rules), ranAll: true, file: FileID(0)).map { tree.text($0.range) }
    }
  }

  @Test(arguments: [
    (text: "// vtlint:disable:next double-await\nhit1()\nhit2()", silenced: [1]),
    ("// vtlint:disable:next double-await\n\n// a remark\n  hit1()\nhit2()", [1]),
    ("hit1() // vtlint:disable:next double-await\nhit2()", [2]),
    ("hit1() /* vtlint:disable:next double-await */ + hit2()\nhit3()", [3]),
    ("hit1()\nhit2() // vtlint:disable:this double-await\nhit3()", [2]),
    ("/* vtlint:disable:this double-await */ hit1()\nhit2()", [1]),
    ("hit1()\n// vtlint:disable double-await\nhit2()\nhit3()\n// vtlint:enable double-await\nhit4()", [2, 3]),
    ("hit1()\n// vtlint:disable double-await\nhit2()\n// vtlint:enable\nhit3()", [2]),
    ("hit1()\n// vtlint:disable all\nhit2()\n// vtlint:enable all\nhit3()", [2]),
    ("// vtlint:disable double-await\nhit1()\n// vtlint:enable unconsumed\nhit2()", [1, 2]),
    ("hit1()\n// vtlint:disable:file double-await\nhit2()", [1, 2]),
    ("/// vtlint:disable:next all\nhit1()\nhit2()", [1]),
    ("// vtlint:disable:next unconsumed, double-await\nhit1()", [1]),
    ("// vtlint:disable:next unconsumed\nhit1()", []),
    ("//vtlint:disable:next double-await\r\nhit1()\r\nhit2()", [1]),
    ("// vtlint:disable:next double-await\rhit1()\rhit2()", [1]),
    ("// See vtlint:disable:next double-await\nhit1()", []),
    ("let s = \"// vtlint:disable:next double-await\"\nhit1()", []),
    ("let s = \"\"\"\n// vtlint:disable:next double-await\n\"\"\"; hit1()", []),
    ("let s = \"\\(x /* vtlint:disable:this double-await */)\"; hit1()", [1]),
    ("// vtlint:disable:next\nhit1()", []),
    ("// vtlint:disable:next double-await because all is well\nhit1()", [1]),
    ("/* /* vtlint:disable:next all */ */\nhit1()", []),
    ("// vtlint:disable:next double-await", []),
    ("// vtlint:disable all\nhit1()\n// vtlint:enable double-await\nhit2()\n// vtlint:enable\nhit3()", [1]),
    ("// vtlint:disable all\nhit1()\n// vtlint:enable unconsumed\nhit2()", [1, 2]),
    ("// vtlint:disable:next all\n@MainActor\n@Some.attr(x: (1), \"a\")\nvar x = hit1()\nvar y = hit2()", [1]),
    ("// vtlint:disable:next all\n@MainActor var x = hit1()\nvar y = hit2()", [1]),
    ("// vtlint:disable:next all\n@A(hit1(\nhit2()", [1]),
    ("// vtlint:disable:next all\n@", []),
  ])
  func silences(text: String, silenced: [Int]) {
    var source = Source(text)
    #expect(source.silenced() == silenced)
  }

  @Test(arguments: [
    ("// vtlint:disable:next double-await - a fresh token per read", "a fresh token per read"),
    ("// vtlint:disable:next double-await -- why: unconsumed, all", "why: unconsumed, all"),
    ("// vtlint:disable:next double-await — why", "why"),
    ("// vtlint:disable:next double-await", ""),
    ("/* vtlint:disable:next double-await - in a block */", "in a block"),
    ("/** vtlint:disable:next double-await - in a block **/", "in a block"),
  ])
  func keepsTheReason(comment: String, reason: String) {
    var source = Source(comment + "\nhit1()")
    #expect(source.reason("double-await", at: "hit1") == reason)
    #expect(source.reason("unconsumed", at: "hit1") == nil)
  }

  @Test func tellsWhatSilencedNothing() {
    var source = Source(
      """
      // vtlint:disable:next double-await, unconsumed
      hit1()
      // vtlint:disable all
      hit2()
      // vtlint:enable all
      // vtlint:disable:file unconsumed
      // vtlint:disable:this unused-suppression
      """)
    #expect(source.reason("double-await", at: "hit1") != nil)
    #expect(source.unused() == ["unconsumed", "all", "unconsumed"])
    #expect(source.reason("unconsumed", at: "hit2") != nil)
    #expect(source.unused() == ["unconsumed"])
  }

  @Test func judgesOnlyRulesThatRan() {
    let source = Source("// vtlint:disable:next double-await, all\nhit1()")
    #expect(source.suppressions.unused(ran: ["unconsumed"], ranAll: false, file: FileID(0)).isEmpty)
    #expect(source.suppressions.unused(ran: ["double-await"], ranAll: false, file: FileID(0)).count == 1)
  }

  @Test func allIsDisabledAnewAfterOneWasEnabled() {
    var source = Source("// vtlint:disable all\n// vtlint:enable double-await\nhit1()\n// vtlint:disable all\nhit2()")
    #expect(source.silenced("double-await") == [2])
    #expect(source.silenced("unconsumed") == [1, 2])
  }

  /// Otherwise an `all` that silences nothing would silence the word about itself.
  @Test func allDoesNotCoverUnusedSuppressions() {
    var source = Source("// vtlint:disable all\nhit1()")
    #expect(source.silenced("unused-suppression") == [])
    var named = Source("// vtlint:disable unused-suppression\nhit1()")
    #expect(named.silenced("unused-suppression") == [1])
  }

  @Test(arguments: [
    ("// vtlint:disable:next double-awiat", "unknown rule 'double-awiat' (did you mean 'double-await'?)"),
    (
      "// vtlint:disable-next-line double-await",
      "unknown suppression 'vtlint:disable-next-line' (did you mean 'vtlint:disable:next'?)"
    ),
    ("// vtlint:disable:line double-await", "unknown suppression 'vtlint:disable:line' (did you mean 'vtlint:disable:this'?)"),
    ("// vtlint:ignore double-await", "unknown suppression 'vtlint:ignore' (did you mean 'vtlint:disable'?)"),
    ("// vtlint: disable double-await", "unknown suppression 'vtlint: disable' (did you mean 'vtlint:disable'?)"),
    ("// vtlint: a linter", nil),
    ("// vtlint:disabel double-await", "unknown suppression 'vtlint:disabel' (did you mean 'vtlint:disable'?)"),
    ("// vtlint:disable", "the suppression names no rule; write the rules, or 'all'"),
    ("// vtlint:disable:this - just because", "the suppression names no rule; write the rules, or 'all'"),
    ("// vtlint:value-future", nil),
    ("// vtlint:ignore", nil),
    ("// vtlint:shared - it hands out copies", nil),
    ("// vtlint:valuefuture", "unknown mark 'vtlint:valuefuture' (did you mean 'vtlint:value-future'?)"),
    (
      "// vtlint:disable:previous unconsumed",
      "unknown comment 'vtlint:disable:previous': it is none of disable, enable, disable:next, disable:this, disable:file, "
        + "value-future, single-pass, continuation, shared, ignore, called-once"
    ),
    ("// vtlint:enable", nil),
  ])
  func saysWhatIsMisspelt(comment: String, message: String?) {
    #expect(Source(comment).suppressions.mistakes.map(\.message) == [message].compactMap(\.self))
  }

  @Test func unusedSuppressionsAreFindings() {
    let text = "let a = 1\n// vtlint:disable:next double-await, all - why\nlet b = 2\n"
    let found = lint(sources: [("a.swift", Array(text.utf8))])
    #expect(found.map(\.rule) == ["unused-suppression", "unused-suppression"])
    #expect(found.map(\.severity) == [.suggestion, .suggestion])
    #expect(found.map(\.start) == [.init(line: 2, column: 24), .init(line: 2, column: 38)])
    #expect(found.map(\.message) == [
      "this suppression of 'double-await' silences nothing", "this suppression of all rules silences nothing",
    ])
    let off = LintOptions(overrides: RuleOverrides(disabled: ["unused-suppression"]))
    #expect(lint(sources: [("a.swift", Array(text.utf8))], options: off).isEmpty)
    let silenced = text + "// vtlint:disable:file unused-suppression\n"
    #expect(lint(sources: [("a.swift", Array(silenced.utf8))]).isEmpty)
  }

  @Test(arguments: ["vtlint:", "xxvtlint:", "vtlintvtlint:x", "//vtlint: y", "vvtlint:", "vtlint", "", "vtlint;vtlint"])
  func searchesBytes(text: String) {
    #expect(ByteSearch(for: "vtlint:").occurs(in: Array(text.utf8)) == text.contains("vtlint:"))
  }
}
