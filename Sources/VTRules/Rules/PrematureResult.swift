import VTDiagnostics
import VTFlow

/// Reports a synchronous read of a result that may not be there yet: no completion check holds on some way to it.
/// A read of a used-up value is a `double-await` alone, where that is told.
enum PrematureResult: Rule {
  static let id: RuleID = "premature-result"

  static func check(_ facts: FileFacts) -> [Finding] {
    var findings: [Finding] = []
    let concurrent = ConcurrentAwait.places(facts)
    for function in facts.functions {
      let told = concurrent.union(function.events.filter { $0.verdict == .again }.map(\.place))
      for event in function.events
      where event.use.kind == .read && function.graph[event.origin].contract == .future && event.verdict == .first
        && event.mayBeIncomplete && !told.contains(event.use.range)
        && facts.index.knowledge.isWanted(id, of: function.graph[event.origin].type)
      {
        let origin = function.graph[event.origin]
        findings.append(
          Finding(
            rule: id, file: facts.file, range: event.use.range,
            message: message(facts.name(origin, event.use), event.use.operation, origin, facts), notes: facts.madeHere(origin),
            steps: facts.steps(event), typeSeverity: facts.severity(origin, of: id)))
      }
    }
    return findings
  }

  private static func message(_ name: String, _ operation: String, _ origin: Origin, _ facts: FileFacts) -> String {
    let test = facts.completionQuery(origin.type).map { ", or test '\($0)' first" } ?? ""
    return "'\(operation)' reads the result of '\(name)' before it is known to be there: an incomplete \(facts.typeName(origin)) "
      + "traps, blocks its thread or gives what its pooled source held before; await it\(test)"
  }
}
