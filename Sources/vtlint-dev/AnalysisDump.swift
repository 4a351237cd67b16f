import VTCatalogue
import VTDriver
import VTFlow
import VTSyntax

/// The graphs or facts of files that are analysed together, as `vtlint lint` would: one text for each file.
func analysisDumps(of sources: [SourceFile], _ dump: (FunctionFacts) -> String) -> [String] {
  let trees = sources.map { SyntaxTree.parse((try? $0.read()) ?? []) }
  let declarations = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
  let index = SymbolIndex(merging: declarations, catalogue: .builtIn)
  let summaries = summarise(index: index, jobs: 1) { trees[Int($0.index)] }.summaries
  return trees.enumerated().map { place, tree in
    let analysis = analyse(tree, file: FileID(UInt32(place)), index: index, summaries: summaries, keepingBlocks: true)
    var text = ""
    for (number, function) in analysis.functions.enumerated() { text += "graph \(number)\n" + dump(function) }
    for skipped in analysis.skipped { text += "\(skipped.range.start)..\(skipped.range.end) too complex\n" }
    return text
  }
}
