import Testing
import VTSyntax

@Suite struct LexerStringTests {
  static let closedTable: [LexCase] = [
    LexCase(#""""#, #"" ""#),
    LexCase(#""a""#, #"" text(a) ""#),
    LexCase(#""a\"b\\""#, #"" text(a\"b\\) ""#),
    LexCase(#""\(a)""#, #"" \( a ) ""#),
    LexCase(#""a\(f(b))c""#, #"" text(a) \( f ( b ) ) text(c) ""#),
    LexCase(#""\("\(a)")""#, #"" \( " \( a ) " ) ""#),
    LexCase(#""\({ ")" }())""#, #"" \( { " text()) " } ( ) ) ""#),
    LexCase(##"#"a\(b)"#"##, ##"#" text(a\(b)) "#"##),
    LexCase(##"#"a\#(b)"#"##, ##"#" text(a) \#( b ) "#"##),
    LexCase(##"#"a"b"#"##, ##"#" text(a"b) "#"##),
    LexCase(##"#"""#"##, ##"#" text(") "#"##),
    LexCase(##"#"""#, #"""#"##, ##"#" text(") "# , #" text(") "#"##),
    LexCase(##"#"\#"a"#"##, ##"#" text(\#"a) "#"##),
    LexCase("\"\"\"\na\n\"\"\"", "\"\"\" text(\\na\\n) \"\"\""),
    LexCase("\"\"\"\n\"a\"\" \\\"\"\"\n\"\"\"", "\"\"\" text(\\n\"a\"\" \\\"\"\"\\n) \"\"\""),
    LexCase("\"\"\"\n\\(\na\n)\"\"\"", "\"\"\" text(\\n) \\( a ) \"\"\""),
    LexCase("#\"\"\"\n\"\"\"\n\"\"\"#", "#\"\"\" text(\\n\"\"\"\\n) \"\"\"#"),
    LexCase(
      "\"\"\"\n\\(\"\"\"\n\\(a)\n\"\"\")\n\"\"\"",
      "\"\"\" text(\\n) \\( \"\"\" text(\\n) \\( a ) text(\\n) \"\"\" ) text(\\n) \"\"\""),
    LexCase(#""a"#, #""! text(a)"#),
  ]
  @Test(arguments: closedTable) func pieces(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  /// A line end closes what stands open on one line, however deep, and nothing else.
  static let openTable: [LexCase] = [
    LexCase("\"a\nb", "\"! text(a) b"),
    LexCase("\"a\r\nb", "\"! text(a) b"),
    LexCase("\"\\\nb", "\"! text(\\) b"),
    LexCase("\"\\(a\nb)", "\"! \\( a b )"),
    LexCase("\"\\(\"\\(a\nb", "\"! \\( \"! \\( a b"),
    LexCase("\"\\(\"\"\"\na\n\"\"\"\nb", "\"! \\( \"\"\" text(\\na\\n) \"\"\" b"),
    LexCase("f(\"\\(g(a\n) + b", "f ( \"! \\( g ( a ) infix(+) b"),
    LexCase("\"\\(/* a\n */ b)\"", "\" \\( b ) \""),
    LexCase("\"\\(a // b)\"\nc", "\"! \\( a c"),
    LexCase("'a \\(b)'", "'! text(a ) \\( b ) '"),
    LexCase("\"\"\"\na", "\"\"\"! text(\\na)"),
    LexCase("\"\"\"\n\\(\"\"\"\n\\(a", "\"\"\"! text(\\n) \\( \"\"\"! text(\\n) \\( a"),
    LexCase("#\"\"\"\n\"\"\"", "#\"\"\"! text(\\n\"\"\")"),
  ]
  @Test(arguments: openTable) func unterminated(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  @Test func bytesThatAreNotUTF8AreMalformedText() throws {
    let source: [UInt8] = [0x22, 0x61, 0xFF, 0x22]
    let lexed = Lexer.lex(source)
    #expect(lexed.tokens.map(\.kind) == [.stringStart, .stringText, .stringEnd, .endOfFile])
    #expect(lexed.tokens[1].flags.contains(.malformed))
    #expect(lexed.problems.map(\.range.start) == [1])
  }
}
