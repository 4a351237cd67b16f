// The lines of `vtlint-dev dump tree`.
import Testing
import VTSyntax

@Suite("Tree dump") struct TreeDumpTests {
  @Test func aRowALine() {
    let tree = SyntaxTree.parse(Array("let a = try await f()\n".utf8))
    #expect(
      tree.treeDump() == """
        0..21 sourceFile
          0..21 variableDecl let
            4..21 patternBinding
              4..5 identifierPattern a
              6..21 initializer
                8..21 tryExpr try
                  12..21 awaitExpr await
                    18..21 callExpr [parens]
                      18..19 identifierExpr f

        """)
  }

  @Test func problemsComeLast() throws {
    let lines = SyntaxTree.parse(Array("f(".utf8)).treeDump().split(separator: "\n")
    #expect(try #require(lines.last).contains("problem: "))
    #expect(lines.first == "0..2 sourceFile")
  }

  /// A token of several lines does not break the rule of one line per row.
  @Test func aTokenIsCutAtItsLineEnd() {
    let dump = SyntaxTree.parse(Array("let a = #/\n  b\n/#\n".utf8)).treeDump()
    #expect(dump.split(separator: "\n").allSatisfy { $0.contains("..") })
  }
}
