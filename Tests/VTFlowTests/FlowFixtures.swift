// The middle stage on small functions, one shape each: Fixtures/flow/*.swift with the graph (.cfg) and what the solver
// found on it (.facts) as docs/DUMPS.md describes them. A wrong finding can be followed to the first wrong stage.
import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

/// What each function of a text does, together with the reference API.
private func analysis(of text: [UInt8]) -> [FunctionFacts] {
  let trees = [Array(RuleFixture.referenceAPI.utf8), text].map { SyntaxTree.parse($0) }
  let files = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
  let index = SymbolIndex(merging: files, catalogue: .builtIn)
  let summaries = summaries(
    of: index, tree: { trees[Int($0.index)] }, mentions: { (0..<$0).map($1) }, looks: { (0..<$0).map($1) }
  ).summaries
  return analyse(trees[1], file: FileID(1), index: index, summaries: summaries, keepingBlocks: true).functions
}

@Suite struct FlowFixtures {
  static let all = fixtures(in: "flow", withExtension: "swift")

  @Test func thereAreSome() { #expect(!FlowFixtures.all.isEmpty) }

  @Test(arguments: all) func haveTheirGraphAndFacts(fixture: String) throws {
    let functions = analysis(of: try repositoryFile(fixture))
    #expect(!functions.isEmpty)
    let base = fixture.dropLast(".swift".count)
    try expectSnapshot(functions.map { $0.graph.dump() }.joined(separator: "\n"), at: base + ".cfg")
    try expectSnapshot(functions.map { $0.dump() }.joined(separator: "\n"), at: base + ".facts")
  }
}
