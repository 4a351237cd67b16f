import VTDiagnostics
import VTFlow

/// Reports a use that some way reaches after the value future was used up: the second `await`, the await in a loop of
/// a future made outside of it, the read after an await.
enum DoubleAwait: Rule {
  static let id: RuleID = "double-await"

  static func check(_ facts: FileFacts) -> [Finding] {
    let concurrent = ConcurrentAwait.places(facts)
    var findings: [Finding] = []
    for (event, function) in facts.events(.future, [.again], for: id) where !concurrent.contains(event.use.range) {
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
    if let before = origin.spentAt { notes.append(facts.remark(before, "'\(name)' was used up here, before this closure has it")) }
    return Finding(
      rule: id, file: facts.file, range: event.place,
      message: isLoop ? inLoop(name, event.use, facts.typeName(origin)) : again(name, event.use, facts.typeName(origin)),
      notes: notes, steps: facts.steps(event), fixes: facts.convertOnce(event.origin, function))
  }

  private static func again(_ name: String, _ use: Use, _ type: String) -> String {
    "'\(name)' is \(use.done) again: a \(type) gives its result once, so this traps, hangs or reads another "
      + "operation's result; convert it once with 'asTask()' and await the task, or keep the result"
  }

  private static func inLoop(_ name: String, _ use: Use, _ type: String) -> String {
    "'\(name)' is \(use.done) again when this runs again: a \(type) gives its result once, so the second round traps, "
      + "hangs or reads another operation's result; make a new one for each round, or await a task made once with 'asTask()'"
  }
}
