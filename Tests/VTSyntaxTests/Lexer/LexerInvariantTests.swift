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
    var random = SeededRandom(seed: seed)
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
