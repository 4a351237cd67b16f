import VTDiagnostics
import VTFlow
import VTSyntax

/// What the analysed functions do with the value futures they are given, to a fixpoint.
///
/// Each round sees only what the round before found, so the result hangs neither on the order of files nor on the number
/// of threads. Few files take value futures, and two rounds are the rule. After the first one only those functions are
/// looked at that mention one of which something new is known.
/// - Parameter tree: the tree that the index speaks of; nil if it is not to be had.
package func summarise(index: SymbolIndex, jobs: Int, tree: @escaping @Sendable (FileID) -> SyntaxTree?) -> Summaries {
  let wanted = index.filesToSummarise
  var summaries = Summaries()
  for file in wanted { summaries.merge(index.initialSummaries(of: file)) }
  var changed: Set<Name>?
  for round in 1...Summaries.roundLimit {
    let before = summaries
    let names = changed
    let found = parallelMap(count: wanted.count, jobs: jobs) { place -> [Summaries.Key: ParameterSummary] in
      let id = wanted[place]
      guard let tree = tree(id) else { return [:] }
      return effects(in: tree, file: id, index: index, summaries: before, changed: names)
    }
    for effects in found { summaries.merge(effects) }
    if summaries == before { break }
    changed = index.changedNames(summaries.changes(since: before))
    if round == Summaries.roundLimit { summaries.giveUp(whereDifferentFrom: before) }
  }
  summaries.finish()
  return summaries
}
