import Testing
import TestSupport
import VTDiagnostics
import VTSyntax

@Suite struct LexerSnapshotTests {
  @Test(arguments: fixtures(in: "lexer", withExtension: "swift")) func tokens(_ path: String) throws {
    let source = try repositoryFile(path)
    let lexed = Lexer.lex(source)
    let problems = lexed.problems.map { "problem \($0.range.start)..\($0.range.end) \($0.message)\n" }.joined()
    try expectSnapshot(dumpTokens(lexed.tokens, of: source) + problems, at: String(path.dropLast(5)) + "tokens")
  }

  @Test func thereAreFixtures() { #expect(fixtures(in: "lexer", withExtension: "swift").count >= 7) }
}

/// Whatever the bytes are: tokens in order, each byte in one token or in trivia, flags that say what stands between.
@Suite struct LexerInvariantTests {
  @Test(arguments: fixtures(in: "lexer", withExtension: "swift")) func everyPrefixOfAFixture(_ path: String) throws {
    let source = try repositoryFile(path)
    for end in 0...source.count {
      let defect = lexerDefect(in: Array(source[..<end]))
      #expect(defect == nil, "the first \(end) bytes of \(path)")
    }
  }

  @Test(arguments: 0..<40) func seededNonsense(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 1...40, using: &random)
      let source = (0..<count).flatMap { _ in LexerInvariantTests.atoms.randomElement(using: &random) ?? [] }
      #expect(lexerDefect(in: source) == nil, "\(String(decoding: source, as: UTF8.self).debugDescription)")
    }
  }

  private static let atoms: [[UInt8]] = [
    "/", "\"", "\"\"\"", "#\"", "\"#", "\\(", "\\#(", "(", ")", "\n", "\r\n", "\r", " ", "\t", "#/", "/#", "a", "func ",
    "0x1.", "1", ".", "<", ">", "=", "-", "?", "!", "&", "`", "<#", "#>", "//", "/*", "*/", "'", ",", ":", "\\", "#if", "#",
    "@", "$", "é", "→", "“", "”", "\u{A0}", "\u{FEFF}", "\u{301}", "_", "e1", "<<<<<<< ", ">>>>>>> ", ">>>> ", "<<<<", "try?",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xE2, 0x82], [0x80]]

  /// 100,000 openings that nothing closes, and the like. Each was chosen to be searched to its end again and again by
  /// a lexer that forgets: quadratic work would make this run for hours.
  @Test(
    arguments: [
      "/", " /", "(/", "= /\\/", "\"", "\"\\(", "\"\"\"", "\"\"\"\n\\(", "#\"", "#\"\"\"", "#\"\"\"\\#(", "/*", "/*/", "*/", "`",
      "`a\n", "(", ")", "[", "{", "<", ">", "<#", "+<#", "#", "# ", "#/\n", "#/", "##/\n", "“", "“ ", "<<<<<<< \n", "\n>>>> ", "\n<<<<",
      "\0", "\u{FEFF}", "?", "!", ".", "a.", "\\", "'", "$", "@", "try? /", "a\"", "\u{301}", "a", "1", "0x", "1.", "\n", "\r", "é",
      "→", "/a ", "/)",
    ])
  func hostileRepetition(_ piece: String) {
    let source = Array(repeatElement(Array(piece.utf8), count: 100_000).joined())
    let lexed = Lexer.lex(source)
    #expect(lexed.tokens.last?.kind == .endOfFile)
    #expect(lexed.tokens.last.map { Int($0.start) } == source.count)
  }
}

/// What is wrong with the tokens of a text; nil if nothing is.
func lexerDefect(in source: [UInt8]) -> String? {
  let lexed = Lexer.lex(source)
  var end = 0
  for (index, token) in lexed.tokens.enumerated() {
    let start = Int(token.start)
    if start < end { return "token \(index) overlaps the one before" }
    if token.kind == .endOfFile {
      if start != source.count || token.length != 0 || index != lexed.tokens.count - 1 { return "a wrong end of the file" }
    } else if token.length == 0 {
      return "token \(index) is empty"
    }
    if index > 0, lexed.tokens[index - 1].flags.contains(.joined), start != end { return "piece \(index) is apart" }
    var gap = Gap(source[end..<start], problems: lexed.problems)
    guard gap.isTrivia() else { return "more than trivia in \(end)..<\(start)" }
    let isFirst = index == 0
    if token.flags.contains(.spaceBefore) != (isFirst || start > end) { return "token \(index): wrong spaceBefore" }
    if !gap.hasProblem, token.flags.contains(.startsLine) != (isFirst || gap.hasLineEnd) {
      return "token \(index): wrong startsLine"
    }
    if (token.kind == .keyword) != token.word.isReserved { return "token \(index): kind and word disagree" }
    if token.flags.contains(.quoted), token.word != .none || source[start] != UInt8(ascii: "`") {
      return "token \(index): not quoted"
    }
    end = Int(token.end)
  }
  if let problem = lexed.problems.first(where: { $0.range.start >= $0.range.end || $0.range.end > source.count }) {
    return "a problem without text: \(problem)"
  }
  return nil
}

/// The bytes between two tokens, read by other means than the lexer's.
private struct Gap {
  var rest: ArraySlice<UInt8>
  let problems: [SyntaxProblem]
  var hasLineEnd = false
  var hasProblem = false

  init(_ bytes: ArraySlice<UInt8>, problems: [SyntaxProblem]) {
    rest = bytes
    self.problems = problems
  }

  mutating func isTrivia() -> Bool {
    while let first = rest.first {
      if let problem = problems.first(where: { Int($0.range.start) == rest.startIndex && Int($0.range.end) <= rest.endIndex }) {
        hasProblem = true
        rest = rest[Int(problem.range.end)...]
      } else if rest.starts(with: Array("//".utf8)) {
        rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
      } else if rest.starts(with: Array("/*".utf8)) {
        if !skipComment() { return false }
      } else if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
        rest = rest.dropFirst(3)
      } else if first == 0x20 || (0x09...0x0D).contains(first) {
        if first == 0x0A || first == 0x0D { hasLineEnd = true }
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  private mutating func skipComment() -> Bool {
    var depth = 0
    repeat {
      if rest.starts(with: Array("/*".utf8)) {
        depth += 1
        rest = rest.dropFirst(2)
      } else if rest.starts(with: Array("*/".utf8)) {
        depth -= 1
        rest = rest.dropFirst(2)
      } else {
        if rest.first == 0x0A || rest.first == 0x0D { hasLineEnd = true }
        rest = rest.dropFirst()
      }
    } while depth > 0 && !rest.isEmpty
    return depth == 0
  }
}

/// A small random number generator with a seed, so that a failure can be run again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
