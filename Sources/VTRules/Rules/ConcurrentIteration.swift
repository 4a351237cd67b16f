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
    let uses = event.concurrent.filter { $0 != event.id }.map { function.graph[$0] } + [event.use]
    let place = event.latestPlace(of: uses, function.graph)
    var notes = facts.madeHere(origin)
    var told: Set<ByteRange> = [place]
    for use in uses {
      for range in [event.place(of: use, beside: uses, function.graph), use.range] where told.insert(range).inserted {
        notes.append(facts.remark(range, "'\(name)' is iterated here at the same time"))
      }
    }
    let consequence = facts.consequence(origin, of: id).map { ": " + $0 } ?? ""
    return Finding(
      rule: id, file: facts.file, range: place,
      message: "'\(name)' is iterated here while another task may be iterating it\(consequence); give each task a sequence of "
        + "its own, or share this one explicitly",
      notes: notes, steps: facts.steps(event), typeSeverity: facts.severity(origin, of: id))
  }
}
