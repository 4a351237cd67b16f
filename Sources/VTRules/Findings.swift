import VTDiagnostics
import VTFlow
import VTSyntax

/// All findings of one file, in the order of their places; one for each rule and place.
/// - Parameter rules: the rules that anybody wants computed (severity above `none`).
package func findings(
  in tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries, rules: Set<RuleID>
) -> [Finding] {
  let wanted = allRules.filter { rules.contains($0.id) }
  if wanted.isEmpty { return [] }
  let analysis = analyse(tree, file: file, index: index, summaries: summaries)
  let facts = FileFacts(tree: tree, file: file, index: index, functions: analysis.functions)
  var found: [Finding] = []
  var seen: Set<Place> = []
  for rule in wanted {
    for finding in rule.check(facts) where seen.insert(Place(rule: finding.rule, range: finding.range)).inserted {
      found.append(finding)
    }
  }
  return found.sorted { $0.range != $1.range ? $0.range < $1.range : $0.rule < $1.rule }
}

/// The rules that there is code for; the catalogue may already describe more.
package let implementedRules = Set(allRules.map { $0.id })

private struct Place: Hashable {
  var rule: RuleID
  var range: ByteRange
}
