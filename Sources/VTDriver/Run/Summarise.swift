import VTFlow
import VTSyntax

/// What the analysed functions do with the followed values that they are given, found on several threads.
/// - Parameter tree: the tree that the index speaks of; nil if it is not to be had.
package func summarise(index: SymbolIndex, jobs: Int, tree: @escaping @Sendable (FileID) -> SyntaxTree?) -> Summaries {
  summaries(
    of: index, tree: tree, mentions: { parallelMap(count: $0, jobs: jobs, $1) }, looks: { parallelMap(count: $0, jobs: jobs, $1) })
}
