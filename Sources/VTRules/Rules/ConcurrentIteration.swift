import VTDiagnostics
import VTFlow

/// Reports a single-pass sequence that two tasks may iterate at the same time. The finding stands at the later of the
/// two in the text.
enum ConcurrentIteration: Rule {
  static let id: RuleID = "concurrent-iteration"

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.events(.sequence, [.concurrent], for: id).map { finding($0, $1, facts) }
  }

  /// Where this rule speaks; others are silent there.
  static func places(_ facts: FileFacts) -> Set<ByteRange> { Set(check(facts).map(\.range)) }

  private static func finding(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[event.origin]
    let name = facts.name(origin, event.use)
    let overlap = Overlap(event, name, in: function.graph, facts) { _ in "iterated" }
    let consequence = facts.consequence(origin, of: id).map { ": " + $0 } ?? ""
    return Finding(
      rule: id, file: facts.file, range: overlap.place,
      message: "'\(name)' is iterated here while another task may be iterating it\(consequence); give each task a sequence of "
        + "its own, or share this one explicitly",
      notes: facts.madeHere(origin) + overlap.notes, steps: facts.steps(event), typeSeverity: facts.severity(origin, of: id))
  }
}
