import VTDiagnostics
import VTFlow

/// Reports a use that some way reaches after the value future was used up: the second `await`, the await in a loop of
/// a future made outside of it, the read after an await.
enum DoubleAwait: Rule {
  static let id: RuleID = "double-await"

  static func check(_ facts: FileFacts) -> [Finding] {
    let concurrent = ConcurrentAwait.places(facts)
    var findings: [Finding] = []
    for (event, function) in facts.events(.future, [.again], for: id) where !concurrent.contains(event.place) {
      findings.append(finding(event, function, facts))
    }
    return findings
  }

  private static func finding(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[event.origin]
    let name = facts.name(origin, event.use)
    let isLoop = event.earlier == [event.id]
    var notes = facts.madeHere(origin)
    for (place, earlier) in event.earlier.filter({ $0 != event.id }).enumerated() {
      let use = function.graph[earlier]
      notes.append(facts.remark(event.place(of: use), "'\(name)' was \(place == 0 ? "first " : "")\(use.done) here"))
    }
    if let before = origin.spentAt {
      notes.append(facts.remark(before, "'\(name)' was used up here, before this closure has it"))
    }
    return Finding(
      rule: id, file: facts.file, range: event.place,
      message: isLoop ? inLoop(name, event.use, origin, facts) : again(event, function, origin, facts),
      notes: notes, steps: facts.steps(event), fixes: facts.convertOnce(event.origin, function),
      typeSeverity: facts.severity(origin, of: id))
  }

  private static func again(_ event: UseEvent, _ function: FunctionFacts, _ origin: Origin, _ facts: FileFacts) -> String {
    let isConverted = event.earlier.contains { function.graph[$0].kind == .convert }
    let conversion = facts.conversion(origin.type).map {
      isConverted ? "await what '\($0)' gave, or " : "convert it once with '\($0)' and await the task, or "
    }
    let done = event.use.done
    let earlier = event.earlier.first { $0 != event.id }.map { function.graph[$0].done } ?? done
    return "\(facts.shownName(origin, event.use)) is \(done) \(earlier == done ? "again" : "after it was \(earlier)"): "
      + "a \(facts.typeName(origin)) gives its result once, so this traps, hangs or reads another operation's result; "
      + "\(conversion ?? "")keep the result"
  }

  private static func inLoop(_ name: String, _ use: Use, _ origin: Origin, _ facts: FileFacts) -> String {
    let other = facts.conversion(origin.type).map { "await a task made once with '\($0)'" } ?? "keep the result"
    return "'\(name)' is \(use.done) again when this runs again: a \(facts.typeName(origin)) gives its result once, so the "
      + "second round traps, hangs or reads another operation's result; make a new one for each round, or \(other)"
  }
}
