import Testing
import VTDiagnostics
@testable import VTDriver

@Suite struct BaselineTests {
  private func diagnostic(_ fingerprint: String, path: String = "a.swift") -> Diagnostic {
    let place = LineTable.Position(line: 1, column: 1)
    let extent = Extent(range: ByteRange(start: 0, end: 0), start: place, end: place, firstLine: [], lastLine: [])
    return Diagnostic(
      rule: "double-await", severity: .warning, message: "m", path: path, extent: extent,
      fingerprint: fingerprint + String(repeating: "0", count: 16 - fingerprint.count))
  }

  @Test func isSortedTextAndReadsBack() throws {
    let baseline = Baseline(of: [diagnostic("b", path: "b c.swift"), diagnostic("c"), diagnostic("a"), diagnostic("a")])
    let text = String(decoding: baseline.text, as: UTF8.self)
    #expect(
      text == """
        # vtlint baseline 1
        a000000000000000 double-await a.swift
        a000000000000000 double-await a.swift
        c000000000000000 double-await a.swift
        b000000000000000 double-await b c.swift

        """)
    #expect(try Baseline(text: Array(text.utf8), path: "x").entries == baseline.entries)
    #expect(try Baseline(text: Array(text.replacing("\n", with: "\r\n").utf8), path: "x").entries == baseline.entries)
  }

  @Test func acceptsAsManyAsItHoldsWhereverTheyLie() throws {
    let baseline = Baseline(of: [diagnostic("a"), diagnostic("a"), diagnostic("b"), diagnostic("c", path: "gone.swift")])
    var found = [diagnostic("a", path: "moved/a.swift"), diagnostic("a"), diagnostic("a"), diagnostic("d")]
    let unmet = baseline.apply(to: &found)
    #expect(found.map(\.suppression) == [.baseline, .baseline, nil, nil])
    #expect(unmet.map(\.path) == ["a.swift", "gone.swift"])
  }

  @Test func leavesSilencedFindingsAlone() {
    let baseline = Baseline(of: [diagnostic("a")])
    var found = [diagnostic("a"), diagnostic("a")]
    found[0].suppression = .comment(reason: "")
    #expect(baseline.apply(to: &found).isEmpty)
    #expect(found.map(\.suppression) == [.comment(reason: ""), .baseline])
  }

  @Test(arguments: [
    ("", "x:1: expected '# vtlint baseline 1'; write a baseline with --write-baseline"),
    ("{}", "x:1: expected '# vtlint baseline 1'; write a baseline with --write-baseline"),
    ("# vtlint baseline 1\n\nnonsense", "x:3: expected a fingerprint, a rule and a path"),
    ("# vtlint baseline 1\n123 a b", "x:2: expected a fingerprint, a rule and a path"),
  ])
  func mistakesHaveALine(text: String, message: String) {
    #expect(throws: UsageError(message)) { try Baseline(text: Array(text.utf8), path: "x") }
  }
}

@Suite struct FingerprintTests {
  /// The fingerprints of the unused suppressions in a text, which need no types to be found.
  private func fingerprints(_ text: String, path: String = "a.swift") -> [String] {
    lint(sources: [(path, Array(text.utf8))]).map(\.fingerprint)
  }

  private static let function = """
    struct S {
      func f(a: Int) {
        // vtlint:disable:next double-await
        g()
        // vtlint:disable:next double-await
        g()
      }
    }

    """

  @Test func staysWhenLinesAboveMove() {
    let before = fingerprints(Self.function)
    #expect(before.count == 2 && Set(before).count == 2)
    #expect(fingerprints("import A\n\n// more\nlet x = 1\n" + Self.function) == before)
    #expect(fingerprints(Self.function.replacing("  ", with: "\t")) == before)
    #expect(fingerprints(Self.function, path: "other/b.swift") == before)
  }

  @Test func staysWhenFunctionsChangePlaces() {
    let one = "func one() {\n  // vtlint:disable:next double-await\n}\n"
    let two = "func two() {\n  // vtlint:disable:next double-await\n}\n"
    #expect(fingerprints(one + two).count == 2)
    #expect(Set(fingerprints(one + two)) == Set(fingerprints(two + one)))
  }

  @Test func equalLinesOfDifferentFunctionsDiffer() {
    let line = "  // vtlint:disable:next double-await\n"
    let bodies = [
      "func a() {", "func b() {", "func b(x: Int) {", "extension B {", "var v: Int {", "init() {", "struct S { func a() {",
    ]
    let text = bodies.map { "\($0)\n\(line)}\n" + ($0.hasPrefix("struct") ? "}\n" : "") }.joined() + line + line
    let found = fingerprints(text)
    #expect(found.count == bodies.count + 2 && Set(found).count == found.count)
  }

  @Test(arguments: [("f(a: Int)", "f(b: Int)"), ("struct S", "struct T"), ("double-await", "unconsumed")])
  func changesWithWhatItIsAbout(old: String, new: String) {
    let before = Set(fingerprints(Self.function))
    #expect(Set(fingerprints(Self.function.replacing(old, with: new))).isDisjoint(with: before))
  }
}
