import TestSupport
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

/// Every graph of a text that is linted together with the reference API.
func graphs(of text: String) -> [ControlFlowGraph] {
  onLargeStack { graphsHere(of: text) }
}

private func graphsHere(of text: String) -> [ControlFlowGraph] {
  let texts = [RuleFixture.referenceAPI, text]
  let trees = texts.map { SyntaxTree.parse(Array($0.utf8)) }
  let files = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
  let index = SymbolIndex(merging: files, catalogue: .builtIn)
  var found: [ControlFlowGraph] = []
  FunctionBodies(tree: trees[1], file: FileID(1), index: index, summaries: Summaries()).forEach { graph, _ in
    if let graph, !graph.origins.isEmpty { found.append(graph) }
    return nil
  }
  return found
}
