import VTCatalogue
import VTDiagnostics

/// The files whose declarations have to be read next, given what is known of all, and whether they are the last.
///
/// First those that name a word of the catalogue, or hold a mark; then, round by round, those that name something that
/// the ones before declare with such a word; at last those that declare what all of these may name. What no module
/// of theirs imports, directly or through others, is never read.
/// - Parameters:
///   - marked: files that hold a comment for vtlint.
///   - told: what the files' `told` places speak of.
package func filesToRead(
  _ files: [FileDeclarations], marked: [Bool], knowledge: Knowledge, told: ToldTypes
) -> (files: [FileID], areLast: Bool) {
  var merge = IndexMerge(files: files, knowledge: knowledge)
  merge.run()
  let modules = ModuleGraph(files)
  let spread = InterestSpread(merge, modules: modules, told)
  var wanted: [FileID] = []
  var concernedModules: Set<ModuleGraph.Module> = []
  for file in files {
    let place = Int(file.file.index)
    let isMarked = place < marked.count && marked[place]
    guard spread.concerned[place] || isMarked || file.names.mightContain(anyOf: knowledge.blockingNames) else { continue }
    concernedModules.insert(modules.module(of: file.file))
    if !file.isRead { wanted.append(file.file) }
  }
  if !wanted.isEmpty { return (wanted, false) }
  let seen = modules.seen(from: concernedModules)
  return (files.lazy.filter { !$0.isRead && seen.contains(modules.module(of: $0.file)) }.map(\.file), true)
}
