import Testing
import VTDiagnostics
import VTSyntax

@Suite struct LexerNameTests {
  @Test(arguments: Word.allCases.filter { $0 != .none }) func everyWordIsFound(_ word: Word) throws {
    let token = try #require(Lexer.lex(Array(word.spelling.utf8)).tokens.first)
    #expect(token.word == word)
    #expect(token.kind == (word.isPound ? .poundKeyword : word.isReserved ? .keyword : .identifier))
    #expect(Int(token.length) == word.spelling.utf8.count)
  }

  @Test(arguments: Word.allCases.filter { $0 != .none }) func everyWordIsSpeltAsItsCase(_ word: Word) {
    let renamed: [Word: String] = [
      .anyType: "Any", .defaultWord: "default", .initWord: "init", .protocolWord: "Protocol", .selfType: "Self",
      .selfValue: "self", .typeWord: "Type",
    ]
    let name = "\(word)"
    if word.isPound {
      #expect(name.lowercased() == "pound" + word.spelling.dropFirst().lowercased())
      #expect(word.spelling.first == "#")
    } else {
      #expect(word.spelling == renamed[word] ?? name)
    }
    #expect(word.spelling.utf8.count <= 32, "the table compares 32 bytes")
  }

  @Test(arguments: Word.allCases.filter { $0 != .none && !$0.isPound }) func nearlyAWordIsNone(_ word: Word) {
    let spelling = Array(word.spelling.utf8)
    var texts = [spelling + spelling, spelling + [UInt8(ascii: "_")], [UInt8(ascii: "Q")] + spelling]
    // Each byte in turn made another letter, so that no part of the comparison can be missing.
    for index in spelling.indices {
      var text = spelling
      text[index] = UInt8(ascii: "Q")
      texts.append(text)
    }
    for text in texts {
      let tokens = Lexer.lex(text).tokens
      #expect(tokens.count == 2 && tokens[0].kind == .identifier && tokens[0].word == .none)
    }
  }

  @Test func quotedWordsAreNames() {
    let tokens = Lexer.lex(Array("`class` class `a b`".utf8)).tokens
    #expect(tokens.map(\.kind) == [.identifier, .keyword, .identifier, .endOfFile])
    #expect(tokens.map(\.word) == [.none, .class, .none, .none])
    #expect(tokens.map { $0.flags.contains(.quoted) } == [true, false, true, false])
  }

  static let namesTable: [LexCase] = [
    LexCase("a_1 _a A$b", "a_1 _a A$b"),
    LexCase("_", "_"),
    LexCase("naïve 名前 👍🏽", "naïve 名前 👍🏽"),
    LexCase("a\u{301}b", "a\u{301}b"),
    LexCase("\u{301}b", "\u{301}b!"),
    LexCase("$0 $12 $x $1a $", "$0 $12 $x $1a $"),
    LexCase("`` ` ` `+` `a\\b`", "``! ` `! `+`! `a\\b`!"),
    LexCase("`a\nb`", "backtick(`)! a b backtick(`)!"),
    LexCase("`$`", "`$`"),
    LexCase("<#a#> <#a", "<#a#>! prefix(<) # a"),
    LexCase("<#a<#b#>", "prefix(<) # a <#b#>!"),
    LexCase("“a b” “a", "“a b”! “! a"),
    LexCase("a ” b", "a unknown(”)! b"),
    LexCase("#if #elseif #else #endif", "#if #elseif #else #endif"),
    LexCase("#iff #if2 #a ##", "# iff #if int(2) # a # #"),
    LexCase("@a \\b", "@ a \\ b"),
  ]
  @Test(arguments: namesTable) func names(_ test: LexCase) { #expect(brief(test.text) == test.expected) }
}

@Suite struct NameFilterTests {
  /// Names of all lengths, so that the lexer's way to make a `Name` and that of `Name.init` must agree.
  @Test func knowsTheNamesOfTheFile() {
    let names = (1...40).map { String(repeating: "abcdefgh", count: 5).prefix($0) + "" } + ["ünïcode", "a\u{301}", "$x"]
    let text = names.joined(separator: " ") + " `quoted name` \"text \\(interpolated)\" default"
    let filter = Lexer.lex(Array(text.utf8)).names
    for name in names + ["quoted name", "interpolated", "default"] {
      #expect(filter.mightContain(Name(name)), "\(name)")
    }
  }

  @Test func seldomClaimsOthers() {
    // As many different names for its size as sources have: one for about 130 bytes.
    let text = (0..<500).map { "let someName\($0) = 0 // " + String(repeating: "words ", count: 18) + "\n" }.joined()
    let filter = Lexer.lex(Array(text.utf8)).names
    let wrong = (0..<10_000).count { filter.mightContain(Name("absent\($0)")) }
    #expect(wrong < 300)
  }

  @Test func isEmptyForNoText() {
    #expect(!Lexer.lex([]).names.mightContain(Name("a")))
    #expect(!Lexer.lex(Array("// a\n\"a\"".utf8)).names.mightContain(Name("a")))
  }
}
