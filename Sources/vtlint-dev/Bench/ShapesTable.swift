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
  text += benchRow("shape", sizes.map { "\($0)" } + ["growth"])
  for shape in LargeShape.allCases {
    let seconds = sizes.map { analysisTime(shape, statements: $0, runs: runs) }
    text += benchRow(shape.rawValue, seconds.map { decimal($0 * 1e3, 1) } + [decimal(seconds[2] / seconds[1], 2)])
  }
  return text
}

/// Lowering, solving and looking at one function, without reading it.
private func analysisTime(_ shape: LargeShape, statements: Int, runs: Int) -> Double {
  let tree = SyntaxTree.parse(Array((LargeShape.preamble + shape.text(statements: statements)).utf8))
  let file = FileID(0)
  let index = SymbolIndex(merging: [collectDeclarations(of: tree, file: file)], catalogue: .builtIn)
  return (0..<runs).map { _ in
    let start = processorSeconds()
    _ = analyse(tree, file: file, index: index, summaries: Summaries())
    return processorSeconds() - start
  }.min() ?? 0
}
