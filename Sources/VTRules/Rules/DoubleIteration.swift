import VTDiagnostics
import VTFlow

/// Reports a single-pass sequence that some way iterates, collects or transforms a second time.
enum DoubleIteration: Rule {
  static let id: RuleID = "double-iteration"

  static func check(_ facts: FileFacts) -> [Finding] {
    let concurrent = ConcurrentIteration.places(facts)
    return facts.events(.sequence, [.again], for: id).filter { !concurrent.contains($0.event.place) }
      .map { finding($0, $1, facts) }
  }

  private static func finding(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[event.origin]
    let name = facts.name(origin, event.use)
    var notes = facts.madeHere(origin)
    for earlier in event.earlier where earlier != event.id {
      notes.append(facts.remark(event.place(of: function.graph[earlier]), "the first pass over '\(name)' is here"))
    }
    if let before = origin.spentAt { notes.append(facts.remark(before, "the first pass over '\(name)' is here")) }
    let again = event.earlier == [event.id] ? "again when this runs again" : "a second time"
    let consequence = facts.consequence(origin, of: id).map { ", and then: " + $0 } ?? ""
    return Finding(
      rule: id, file: facts.file, range: event.place,
      message: "'\(name)' is iterated \(again), but its elements can be passed over only once\(consequence); collect them "
        + "once and use them twice, or do all work in one loop",
      notes: notes, steps: facts.steps(event), typeSeverity: facts.severity(origin, of: id))
  }
}
