import TestSupport
import Testing
import VTSyntax

@Suite("Parser fixtures") struct ParserFixtureTests {
  static let correct = fixtures(in: "parser/ok", withExtension: "swift")
  static let broken = fixtures(in: "parser/broken", withExtension: "swift")

  @Test(arguments: correct) func correctTextHasItsTree(_ path: String) throws {
    let tree = SyntaxTree.parse(try repositoryFile(path))
    #expect(tree.problems.isEmpty)
    #expect(brokenInvariants(of: tree).isEmpty)
    try expectSnapshot(tree.treeDump(), at: path.replacing(".swift", with: ".tree"))
  }

  @Test(arguments: broken) func brokenTextHasATreeAndProblems(_ path: String) throws {
    let tree = SyntaxTree.parse(try repositoryFile(path))
    #expect(!tree.problems.isEmpty)
    #expect(brokenInvariants(of: tree).isEmpty)
    try expectSnapshot(tree.treeDump(), at: path.replacing(".swift", with: ".tree"))
  }

  @Test func thereAreFixtures() {
    #expect(Self.correct.count >= 20 && Self.broken.count >= 8)
  }

  /// Every kind of row occurs in some fixture, so that each has been looked at.
  @Test func everyKindOccurs() throws {
    var seen = Set<NodeKind>()
    for path in Self.correct + Self.broken {
      seen.formUnion(SyntaxTree.parse(try repositoryFile(path)).nodes.map(\.kind))
    }
    #expect(NodeKind.allCases.filter { !seen.contains($0) } == [])
  }
}
