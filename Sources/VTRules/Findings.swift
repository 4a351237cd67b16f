import VTDiagnostics
import VTFlow
import VTSyntax

/// What the rules say of one file.
package struct FileFindings: Sendable {
  /// In the order of their places; one for each rule and place.
  package var findings: [Finding] = []
  /// Functions that were not analysed: too deep, too large, or with text that the parser skipped.
  package var skipped: [ByteRange] = []

  package init() {}
}

/// Whether one of these rules could find anything in a file, as far as the index knows: the others need not be read.
package func mayFindSomething(in file: FileID, index: SymbolIndex, rules: Set<RuleID>) -> Bool {
  allRules.contains { rules.contains($0.id) && $0.concerns(file, index) }
}

/// Analyses one file and asks every rule that it concerns.
/// - Parameter rules: the rules that anybody wants computed (severity above `none`).
package func findings(
  in tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries, rules: Set<RuleID>
) -> FileFindings {
  let wanted = allRules.filter { rules.contains($0.id) && $0.concerns(file, index) }
  var result = FileFindings()
  if wanted.isEmpty { return result }
  let isFollowed = wanted.contains { $0.followsValues }
  let analysis = isFollowed ? analyse(tree, file: file, index: index, summaries: summaries) : nil
  let facts = FileFacts(tree: tree, file: file, index: index, functions: analysis?.functions ?? [])
  result.skipped = analysis?.skipped ?? []
  var seen: Set<Place> = []
  for rule in wanted {
    for finding in rule.check(facts) where seen.insert(Place(rule: finding.rule, range: finding.range)).inserted {
      result.findings.append(finding)
    }
  }
  result.findings.sort { $0.range != $1.range ? $0.range < $1.range : $0.rule < $1.rule }
  return result
}

/// The rules that there is code for; the catalogue may already describe more.
package let implementedRules = Set(allRules.map { $0.id })

private struct Place: Hashable {
  var rule: RuleID
  var range: ByteRange
}
