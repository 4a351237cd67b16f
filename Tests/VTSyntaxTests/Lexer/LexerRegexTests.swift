import Testing
import VTSyntax

@Suite struct LexerRegexTests {
  static let literalsTable: [LexCase] = [
    LexCase("/a/", "regex(/a/)"),
    LexCase("x = /a b/", "x = regex(/a b/)"),
    LexCase("f(/a/, /b/)", "f ( regex(/a/) , regex(/b/) )"),
    LexCase("[/a/]", "[ regex(/a/) ]"),
    LexCase("return /a/", "return regex(/a/)"),
    LexCase("await /a/", "await regex(/a/)"),
    LexCase("!/a/", "prefix(!) regex(/a/)"),
    LexCase("a ? /b/ : /c/", "a infix(?) regex(/b/) : regex(/c/)"),
    LexCase("a == /b/", "a infix(==) regex(/b/)"),
    LexCase("try? /^ x/", "try postfix(?) regex(/^ x/)"),
    LexCase("try! / x/", "try postfix(!) regex(/ x/)"),
    LexCase(#"/\//"#, #"regex(/\//)"#),
    LexCase("/[)]/", "regex(/[)]/)"),
    LexCase("/(a)/", "regex(/(a)/)"),
    LexCase(#"/a\ /"#, #"regex(/a\ /)"#),
    LexCase("x = / a/", "x = regex(/ a/)"),
    LexCase("\"\\(/a/)\"", "\" \\( regex(/a/) ) \""),
    LexCase("{ /a/ }", "{ regex(/a/) }"),
  ]
  @Test(arguments: literalsTable) func bare(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  static let operatorsTable: [LexCase] = [
    LexCase("a / b / c", "a infix(/) b infix(/) c"),
    LexCase("a/b/c", "a infix(/) b infix(/) c"),
    LexCase("a /b", "a prefix(/) b"),
    LexCase("1 / 2 / 3", "int(1) infix(/) int(2) infix(/) int(3)"),
    LexCase(") / a /", ") infix(/) a infix(/)"),
    LexCase("self / a / b", "self infix(/) a infix(/) b"),
    LexCase("f(/) + g(/)", "f ( infix(/) ) infix(+) g ( infix(/) )"),
    LexCase("f(1, /)", "f ( int(1) , infix(/) )"),
    LexCase("func /(a", "func prefix(/) ( a"),
    LexCase("operator /^/", "operator infix(/^/)"),
    LexCase("a? / b / c", "a postfix(?) infix(/) b infix(/) c"),
    LexCase("a >= / b /", "a infix(>)+ = regex(/ b /)"),
    LexCase("a >> / b /", "a infix(>)+ postfix(>) regex(/ b /)"),
    LexCase("(/a )", "( prefix(/) a )"),
    LexCase("(/a /)", "( prefix(/) a infix(/) )"),
  ]
  @Test(arguments: operatorsTable) func slashesThatAreOperators(_ test: LexCase) { #expect(brief(test.text) == test.expected) }

  static let extendedTable: [LexCase] = [
    LexCase("#/a/b/#", "regex(#/a/b/#)"),
    LexCase("##/a/#b/##", "regex(##/a/#b/##)"),
    LexCase("#/a/##", "regex(#/a/##)"),
    LexCase("#//#", "regex(#//#)"),
    LexCase("#/\n a / # c\n/# b", "regex(#/\\n a / # c\\n/#) b"),
    LexCase("#/ a\nb", "regex(#/ a)! b"),
    LexCase("#/ \nb", "regex(#/ )! b"),
    LexCase("#/\n\\/#\n", "regex(#/)! \\ infix(/) #"),
    LexCase("x = /a\nb", "x = prefix(/) a b"),
    LexCase("x = / a\nb", "x = regex(/ a)! b"),
    LexCase("x = / a// b", "x = regex(/ a)!"),
  ]
  @Test(arguments: extendedTable) func extendedAndUnterminated(_ test: LexCase) { #expect(brief(test.text) == test.expected) }
}
