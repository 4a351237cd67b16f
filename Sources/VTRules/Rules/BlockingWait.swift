import VTDiagnostics
import VTFlow

/// Reports calls that block their thread where threads are few: in async functions and closures, in actors, and in what
/// an event loop runs.
enum BlockingWait: Rule {
  static let id: RuleID = "blocking-wait"
  static let followsValues = false

  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool { index.mayBlock(file) }

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for wait in facts.index.blockingCalls(in: facts.tree, file: facts.file)
    where facts.index.knowledge.isWanted(id, of: wait.type) {
      tell(
        Finding(
          rule: id, file: facts.file, range: wait.range, message: message(wait, facts),
          typeSeverity: wait.isBrief ? .suggestion : facts.severity(wait.type, of: id)))
    }
  }

  private static func message(_ wait: BlockingCall, _ facts: FileFacts) -> String {
    let consequence = facts.consequence(wait.type, of: id).map { ": " + $0 } ?? ""
    let call = "'\(facts.line(wait.receiver)).\(facts.text(wait.operation))()'"
    return "\(call) blocks its thread \(place(wait.context, facts))\(consequence); "
      + "wait without blocking: with 'await', or in a callback"
  }

  private static func place(_ context: BlockingCall.Context, _ facts: FileFacts) -> String {
    switch context {
    case .asyncFunction(let name): "in '\(facts.text(name))', which is async"
    case .asyncClosure: "in an async closure"
    case .actor(let name): "in the actor '\(facts.text(name))'"
    case .actorOfTask(let name): "in '\(facts.text(name))', on the very actor that the task needs that would end the wait"
    case .closure(let callee): "in a closure that '\(facts.line(callee))' runs"
    case .method(let name, let conformance): "in '\(facts.text(name))', a method of a '\(conformance)'"
    }
  }
}
