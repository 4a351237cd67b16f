import Testing
import VTSyntax

@Suite struct LexerNumberTests {
  static let numbersTable: [LexCase] = [
    LexCase("0 12 1_000", "int(0) int(12) int(1_000)"),
    LexCase("0x1F 0o17 0b101", "int(0x1F) int(0o17) int(0b101)"),
    LexCase("1.5 1e5 1.5E-3 1_0.0_1e+1_0", "float(1.5) float(1e5) float(1.5E-3) float(1_0.0_1e+1_0)"),
    LexCase("0x1p3 0x1.8p-3 0xAP1", "float(0x1p3) float(0x1.8p-3) float(0xAP1)"),
    LexCase("1.foo", "int(1) . foo"),
    LexCase("1.", "int(1) ."),
    LexCase("1...2", "int(1) infix(...) int(2)"),
    LexCase("1.e5", "int(1) . e5"),
    LexCase("a.0.1", "a . int(0) . int(1)"),
    LexCase("a.0 .5", "a . int(0) . int(5)"),
    LexCase("0xff.description", "int(0xff) . description"),
    LexCase("0xff.feed", "int(0xff) . feed"),
    LexCase("0xff.fpValue", "int(0xff) . fpValue"),
    LexCase("-1", "prefix(-) int(1)"),
    LexCase("0xg 0x 0b2 0o9 0b", "int(0xg)! int(0x)! int(0b2)! int(0o9)! int(0b)!"),
    LexCase("0b12 0o18 12ab 1é", "int(0b12)! int(0o18)! int(12ab)! int(1é)!"),
    LexCase("1e 1e+ 1e_ 1ea 1e5a", "float(1e)! float(1e+)! float(1e_)! float(1ea)! float(1e5a)!"),
    LexCase("1.5ab", "float(1.5) ab"),
    LexCase("0x1p 0x1p+", "float(0x1p)! float(0x1p+)!"),
  ]
  @Test(arguments: numbersTable) func numbers(_ test: LexCase) { #expect(brief(test.text) == test.expected) }
}
