import Testing
import VTSyntax

@Suite struct LexerOperatorTests {
  /// Fixity is what stands on both sides; opening brackets and separators are blanks, and so are comments.
  static let fixityTable: [LexCase] = [
    LexCase("a+b", "a infix(+) b"),
    LexCase("a + b", "a infix(+) b"),
    LexCase("a +b", "a prefix(+) b"),
    LexCase("a+ b", "a postfix(+) b"),
    LexCase("-a", "prefix(-) a"),
    LexCase("(-a)", "( prefix(-) a )"),
    LexCase("(a-)", "( a postfix(-) )"),
    LexCase("[a-,-b]", "[ a postfix(-) , prefix(-) b ]"),
    LexCase("{-a}", "{ prefix(-) a }"),
    LexCase("f(+)", "f ( infix(+) )"),
    LexCase("a/**/+b", "a prefix(+) b"),
    LexCase("a+/**/b", "a postfix(+) b"),
    LexCase("a +// b", "a infix(+)"),
    LexCase("a/**/+/**/b", "a infix(+) b"),
    LexCase("a^.b", "a postfix(^) . b"),
    LexCase("^.b", "prefix(^) . b"),
    LexCase("a\u{A0}+b", "a prefix(+) b"),
    LexCase("a\u{0B}+b", "a infix(+) b"),
    LexCase("a...", "a postfix(...)"),
    LexCase("...a", "prefix(...) a"),
    LexCase("a..<b", "a infix(..<) b"),
    LexCase("a.+b", "a infix(.+) b"),
    LexCase("a+.b", "a postfix(+) . b"),
    LexCase("a*/b", "a unknown(*/)! b"),
    LexCase("a → b", "a infix(→) b"),
    LexCase("√a", "prefix(√) a"),
    LexCase("a .→ b", "a infix(.→) b"),
    LexCase("a +\u{301} b", "a infix(+\u{301}) b"),
  ]
  @Test(arguments: fixityTable) func fixity(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  /// Characters that are operators of their own somewhere.
  static let marksTable: [LexCase] = [
    LexCase("a = b", "a = b"),
    LexCase("a == b", "a infix(==) b"),
    LexCase("() -> a", "( ) -> a"),
    LexCase("a -> > b", "a -> infix(>) b"),
    LexCase("f(&a)", "f ( prefix(&) a )"),
    LexCase("a & b", "a infix(&) b"),
    LexCase("a&b", "a infix(&) b"),
    LexCase("a ? b : c", "a infix(?) b : c"),
    LexCase("a? b", "a postfix(?) b"),
    LexCase("a?.b!.c", "a postfix(?) . b postfix(!) . c"),
    LexCase("a??", "a postfix(?) postfix(?)"),
    LexCase("a ?? b", "a infix(??) b"),
    LexCase("!a != b!", "prefix(!) a infix(!=) b postfix(!)"),
    LexCase("a!=b", "a postfix(!) = b"),
    LexCase("Swift::f", "Swift :: f"),
    LexCase("a ? b:c", "a infix(?) b : c"),
    LexCase("\\.a", "\\ . a"),
  ]
  @Test(arguments: marksTable) func marks(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  /// Runs that begin with angle brackets come in pieces; each has the kind that it would have alone.
  static let piecesTable: [LexCase] = [
    LexCase("a < b", "a infix(<) b"),
    LexCase("A<B>", "A infix(<) B postfix(>)"),
    LexCase("a >> b", "a infix(>)+ postfix(>) b"),
    LexCase("A<B<C>>", "A infix(<) B infix(<) C postfix(>)+ postfix(>)"),
    LexCase("A<B>?=c", "A infix(<) B infix(>)+ postfix(?)+ = c"),
    LexCase("A<B>??", "A infix(<) B postfix(>)+ postfix(?)+ postfix(?)"),
    LexCase("A<B>=c", "A infix(<) B infix(>)+ = c"),
    LexCase("a >>= b", "a infix(>)+ postfix(>)+ = b"),
    LexCase("a <= b", "a infix(<)+ = b"),
    LexCase("A<B>->C", "A infix(<) B infix(>)+ -> C"),
    LexCase("A<B>...", "A infix(<) B postfix(>) postfix(...)"),
    LexCase("A<B>!", "A infix(<) B postfix(>)+ postfix(!)"),
    LexCase("a <*> b", "a infix(<)+ postfix(*>) b"),
    LexCase("a &>> b", "a infix(&>>) b"),
    LexCase("A<B>()", "A infix(<) B infix(>) ( )"),
    LexCase("func ==<T>(", "func prefix(==) infix(<) T infix(>) ("),
    LexCase("func <<<T>(", "func prefix(<)+ infix(<) infix(<) T infix(>) ("),
    LexCase("func <<(", "func prefix(<)+ infix(<) ("),
    LexCase("func <(", "func prefix(<) ("),
    LexCase("a ==<b", "a prefix(==<) b"),
  ]
  @Test(arguments: piecesTable) func pieces(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  static let commentsTable: [LexCase] = [
    LexCase("a +/* c */ b", "a infix(+) b"),
    LexCase("a ++// c", "a infix(++)"),
    LexCase("a+<#b#>", "a infix(+) <#b#>!"),
    LexCase("a+<#b", "a infix(+<) # b"),
    LexCase("a+<#b+<#c#>", "a infix(+) infix(<) # b infix(+) <#c#>!"),
  ]
  @Test(arguments: commentsTable) func whatEndsARun(_ test: LexCase) { #expect(brief(test.text) == test.expected) }
}
