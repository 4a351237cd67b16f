import VTFlow
import VTSyntax

/// What the analysed functions do with the followed values that they are given, found on several threads.
/// - Parameters:
///   - isRecorded: what was found out is wanted for another run, too.
///   - tree: the tree that the index speaks of; nil if it is not to be had.
package func summarise(
  index: SymbolIndex, isRecorded: Bool = false, jobs: Int, tree: @escaping @Sendable (FileID) -> SyntaxTree?
) -> FoundSummaries {
  summaries(
    of: index, isRecorded: isRecorded, tree: tree, mentions: { parallelMap(count: $0, jobs: jobs, $1) },
    looks: { parallelMap(count: $0, jobs: jobs, $1) })
}
