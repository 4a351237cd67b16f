// Text that nobody meant: whatever stands in a configuration file or a comment, it is read to the end.
import Testing
import VTDiagnostics
import VTPlatform
import VTSyntax
@testable import VTDriver

/// The same numbers on every run, so that a failure can be seen again.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }

  /// A text put together from these pieces.
  mutating func text(of pieces: [String], count: Int) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &self)! }.joined()
  }
}

@Suite struct NonsenseTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func globsOfAnyTextEnd(seed: UInt64) {
    var random = Seeded(state: seed)
    let pieces = [
      "a", "/", "*", "**", "?", "[", "]", "!", "-", "{", "}", ",", "\\", "1", "..", "{1..3}", "/**/", "ä", "\u{FFFD}",
    ]
    let pattern = random.text(of: pieces, count: 30)
    let path = random.text(of: ["a", "/", "1", "b", "[", "}", "ä"], count: 30)
    // Whatever they answer, they do.
    _ = Glob(section: globText(pattern.utf8)).matches(globText("/\(path)".utf8))
    _ = IgnoreRules(folder: Path("/r"), patterns: [pattern]).ignores(Path("/r/\(path)"), isFolder: false)
    let literal = pattern.map { "\\\($0)" }.joined()
    #expect(Glob(section: globText("/\(literal)".utf8)).matches(globText("/\(pattern)".utf8)))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func configurationOfAnyTextIsRead(seed: UInt64) {
    var random = Seeded(state: seed)
    let pieces = [
      "[", "]", "*", "=", "#", ";", "\n", "\r", " ", "root", "true", "swift_diagnostic.", "double-await", ".severity",
      "\u{FEFF}", "\0",
    ]
    let text = random.text(of: pieces, count: 120)
    let file = EditorConfigFile(folder: Path("/r"), path: ".editorconfig", text: Array(text.utf8))
    let lineCount = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
    let pairs = file.preamble + file.sections.flatMap(\.pairs)
    #expect(pairs.allSatisfy { (1...lineCount).contains($0.line) && !$0.key.isEmpty && $0.key == $0.key.lowercased() })
    #expect(mistakes(in: file, catalogue: .builtIn).allSatisfy { !$0.line.contains("\n") })
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func suppressionsOfAnyTextAreRead(seed: UInt64) {
    var random = Seeded(state: seed)
    let pieces = [
      "//", "/*", "*/", " ", "\n", "vtlint:", "disable", "enable", ":next", ":this", ":file", "all", ",", "double-await", " - ",
      "\"", "\\(", ")", "@A", "(", "#if x", "\u{0}", "—", "let a = 1",
    ]
    let source = Array(random.text(of: pieces, count: 80).utf8)
    let tree = SyntaxTree.parse(source)
    var suppressions = Suppressions(in: tree, rules: ["double-await", "unused-suppression"])
    var silenced = 0
    for offset in 0..<UInt32(source.count) {
      let range = ByteRange(start: offset, end: offset)
      if suppressions.reason(forSilencing: "double-await", at: range) != nil { silenced += 1 }
    }
    // What silences something is used; in a text without the word nothing is silenced.
    if silenced > 0 { #expect(String(decoding: source, as: UTF8.self).contains("vtlint:disable")) }
    #expect(suppressions.mistakes.allSatisfy { $0.range.end <= UInt32(source.count) })
  }
}
