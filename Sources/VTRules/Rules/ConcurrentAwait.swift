import VTDiagnostics
import VTFlow

/// Reports two uses of one value future that can happen at the same time: in two child tasks, in a task and in the
/// code beside it, in a task started in a loop. The finding stands at the later of the two in the text.
enum ConcurrentAwait: Rule {
  static let id: RuleID = "concurrent-await"

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.events(.future, [.concurrent], for: id).map { finding($0, $1, facts) }
  }

  /// Where this rule speaks; others are silent there.
  static func places(_ facts: FileFacts) -> Set<ByteRange> { Set(check(facts).map(\.range)) }

  private static func finding(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[event.origin]
    let name = facts.name(origin, event.use)
    let overlap = Overlap(event, name, in: function.graph, facts) { $0.done }
    let isSelf = event.concurrent == [event.id]
    return Finding(
      rule: id, file: facts.file, range: overlap.place,
      message: isSelf ? inLoop(name, origin, facts) : beside(name, origin, facts), notes: facts.madeHere(origin) + overlap.notes,
      steps: facts.steps(event), fixes: facts.convertOnce(event.origin, function), typeSeverity: facts.severity(origin, of: id))
  }

  private static func beside(_ name: String, _ origin: Origin, _ facts: FileFacts) -> String {
    "'\(name)' is awaited here while another task may be awaiting it: a \(facts.typeName(origin)) has one consumer, so one of "
      + "them traps, hangs or gets another operation's result; \(way(origin, facts)) and await the task in both places"
  }

  private static func inLoop(_ name: String, _ origin: Origin, _ facts: FileFacts) -> String {
    "'\(name)' is awaited by several tasks at the same time, one for each round: a \(facts.typeName(origin)) has one "
      + "consumer; make a new one for each task, or \(way(origin, facts)) and await that"
  }

  private static func way(_ origin: Origin, _ facts: FileFacts) -> String {
    facts.conversion(origin.type).map { "convert it once with '\($0)'" } ?? "await it in one task"
  }
}
