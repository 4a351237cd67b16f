import Testing
import VTSyntax

@Suite struct LexerTriviaTests {
  /// The flags of the last token before the end of the file.
  private func lastFlags(_ text: String) throws -> TokenFlags {
    try #require(Lexer.lex(Array(text.utf8)).tokens.dropLast().last).flags
  }

  @Test(arguments: [" ", "\t", "\u{0B}", "\u{0C}", "/**/", "/* /* */ */", "\u{A0}", "\u{FEFF}", "\0"])
  func blanks(_ blank: String) throws {
    #expect(try lastFlags("(" + blank + ")") == .spaceBefore)
  }

  @Test(arguments: ["\n", "\r", "\r\n", " \n ", "// a\n", "/*\n*/", "/*\r*/", "\n\n\n        "])
  func lineEnds(_ trivia: String) throws {
    #expect(try lastFlags("(" + trivia + ")") == [.spaceBefore, .startsLine])
  }

  @Test func theFirstTokenStartsALine() throws {
    #expect(try lastFlags("a") == [.spaceBefore, .startsLine])
    #expect(try lastFlags("/* */ a") == [.spaceBefore, .startsLine])
    #expect(try lastFlags("()") == [])
  }

  static let commentsTable: [LexCase] = [
    LexCase("a//b\rc", "a c"),
    LexCase("a/*/b*/c", "a c"),
    LexCase("a/*/*b*/c*/d", "a d"),
    LexCase("a/***/b/**//c", "a b prefix(/) c"),
    LexCase("a/*b", "a"),
    LexCase("// 0123456789 \0 0123456789\na", "a"),
    LexCase("/// é 名前 \u{1F600} \"\na", "a"),
  ]
  @Test(arguments: commentsTable) func comments(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  static let conflictsTable: [LexCase] = [
    LexCase("a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd", "a d"),
    LexCase("<<<<<<< x\nb\n>>>>>>> y", ""),
    LexCase("a\n>>>> x\nb\n<<<<\nc\nd", "a d"),
  ]
  @Test(arguments: conflictsTable) func conflictsAreSkipped(_ test: LexCase) {
    #expect(brief(test.text) == test.expected)
    #expect(Lexer.lex(Array(test.text.utf8)).problems.count == 1)
  }

  @Test func markersOfNoConflictAreOperators() {
    #expect(brief("a <<<<<<< x\n>>>>>>> y").hasPrefix("a infix(<)+"))
    #expect(brief("<<<<<<< x\nb").hasSuffix("x b"))
  }

  static let shebangsTable: [LexCase] = [
    LexCase("#!/bin/swift\na", "#!/bin/swift a"),
    LexCase("\u{FEFF}#!/bin/swift\na", "#!/bin/swift a"),
    LexCase("a #!b", "a # postfix(!) b"),
  ]
  @Test(arguments: shebangsTable) func shebang(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  /// What Swift reads over with an error is trivia here, and a problem.
  @Test(
    arguments: [
      [0], [0x01], [0x7F], [0xFF], [0xC3], [0xE2, 0x82], [0x80, 0x80], [0xED, 0xA0, 0x80], [0xC2, 0xA0],
    ] as [[UInt8]])
  func unknownBytesAreSkipped(_ bytes: [UInt8]) {
    let lexed = Lexer.lex([UInt8(ascii: "a")] + bytes + [UInt8(ascii: "b")])
    #expect(lexed.tokens.map(\.kind) == [.identifier, .identifier, .endOfFile])
    #expect(lexed.problems.map(\.range.length) == [UInt32(bytes.count)])
  }
}
