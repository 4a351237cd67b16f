import VTDiagnostics
import VTFlow
import VTSyntax

/// What the rules say of one file.
package struct FileFindings: Sendable {
  /// Nobody reads more findings in one file, and each takes a hundred times the memory of the text that it is about.
  package static let limit = 1_000

  /// In the order of their places; one for each rule and place.
  package var findings: [Finding] = []
  package var skipped: [SkippedFunction] = []
  /// How many more findings there were than are told of one file.
  package var leftOut = 0

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
  var collector = FindingCollector(tree: tree, file: file, index: index, summaries)
  let following = wanted.filter { $0.followsValues }
  var rest: [FunctionFacts] = []
  if !following.isEmpty {
    let analysis = analyse(tree, file: file, index: index, summaries: summaries) { batch in
      collector.ask(following, about: batch)
    }
    rest = analysis.functions
    result.skipped = analysis.skipped
  }
  collector.ask(wanted, about: rest)
  collector.askAboutFile(wanted)
  collector.sort()
  result.findings = collector.findings
  result.leftOut = collector.leftOut
  return result
}

/// What the rules say of the functions of a file, some thousands at a time.
private struct FindingCollector {
  let tree: SyntaxTree
  let file: FileID
  let index: SymbolIndex
  private let callers: ContinuingCallers
  private(set) var findings: [Finding] = []
  private(set) var leftOut = 0
  private var seen: [RuleID: Set<ByteRange>] = [:]

  init(tree: SyntaxTree, file: FileID, index: SymbolIndex, _ summaries: Summaries) {
    self.tree = tree
    self.file = file
    self.index = index
    callers = ContinuingCallers(tree: tree, file: file, index: index, summaries: summaries)
  }

  private static let limit = FileFindings.limit

  mutating func ask(_ rules: [any Rule.Type], about functions: [FunctionFacts]) {
    let facts = FileFacts(tree: tree, file: file, index: index, functions: functions, callers: callers)
    for rule in rules { for finding in rule.check(facts) { take(finding) } }
  }

  mutating func askAboutFile(_ rules: [any Rule.Type]) {
    let facts = FileFacts(tree: tree, file: file, index: index, functions: [], callers: callers)
    for rule in rules { rule.checkFile(facts) { take($0) } }
  }

  private mutating func take(_ finding: Finding) {
    guard seen[finding.rule, default: []].insert(finding.range).inserted else { return }
    findings.append(finding)
    // Now and then, so that each of them is moved a few times only.
    if findings.count >= 2 * Self.limit { sort() }
  }

  mutating func sort() {
    findings.sort { $0.range != $1.range ? $0.range < $1.range : $0.rule < $1.rule }
    let surplus = max(0, findings.count - Self.limit)
    findings.removeLast(surplus)
    leftOut += surplus
  }
}

/// The rules that there is code for; the catalogue may already describe more.
package let implementedRules = Set(allRules.map { $0.id })
