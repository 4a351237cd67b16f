import VTCatalogue
import VTDiagnostics
import VTDriver
import VTFlow
import VTPlatform
import VTSyntax

/// The table of `bench --shapes`: what a large function costs, and by how much more one of twice its size.
func shapesTable(runs: Int) -> String {
  let sizes = [5_000, 10_000, 20_000]
  var text = "processor time of the analysis in ms, least of \(runs) runs, by statements; growth: the last doubling\n"
  text += "in brackets: until the function was left out as too large\n"
  text += benchRow("shape", sizes.map { "\($0)" } + ["growth"])
  for shape in LargeShape.allCases {
    let costs = sizes.map { analysisCost(shape, statements: $0, runs: runs) }
    let isWhole = !costs[1...].contains { $0.isLeftOut }
    text += benchRow(
      shape.rawValue,
      costs.map { $0.isLeftOut ? "(\(decimal($0.seconds * 1e3, 1)))" : decimal($0.seconds * 1e3, 1) }
        + [isWhole ? decimal(costs[2].seconds / costs[1].seconds, 2) : "-"])
  }
  return text
}

/// Lowering, solving and looking at one function, without reading it.
private func analysisCost(_ shape: LargeShape, statements: Int, runs: Int) -> (seconds: Double, isLeftOut: Bool) {
  let tree = SyntaxTree.parse(Array((LargeShape.preamble + shape.text(statements: statements)).utf8))
  let file = FileID(0)
  let index = SymbolIndex(merging: [collectDeclarations(of: tree, file: file)], catalogue: .builtIn)
  var isLeftOut = false
  let seconds = (0..<runs).map { _ in
    let start = processorSeconds()
    isLeftOut = !analyse(tree, file: file, index: index, summaries: Summaries()).skipped.isEmpty
    return processorSeconds() - start
  }
  return (seconds.min() ?? 0, isLeftOut)
}
