import VTDiagnostics
import VTFlow

/// Reports functions whose value future is made of a task on every path, or behind a wait of their own: there is never a result
/// at once, which is all that a value future is for.
enum NeedlessValueFuture: Rule {
  static let id: RuleID = "needless-value-future"
  static let followsValues = false

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for found in facts.index.needlessFutures(in: facts.tree, file: facts.file)
    where facts.index.knowledge.isWanted(id, of: found.type) {
      let making = found.isAwaited ? "made when the result is there" : "made of a task here"
      tell(
        Finding(
          rule: id, file: facts.file, range: found.name, message: message(found, facts),
          notes: found.returns.map { facts.remark($0, making) },
          typeSeverity: facts.severity(found.type, of: id)))
    }
  }

  private static func message(_ found: NeedlessFuture, _ facts: FileFacts) -> String {
    let (name, type) = (facts.text(found.name), facts.typeName(found.type))
    if found.isAwaited {
      return "'\(name)' is async and has waited for its result when it gives a \(type): its callers pay for the contract and get "
        + "no result sooner; return the result"
    }
    return "'\(name)' gives a \(type), but every path starts a task: its callers pay for the contract and get no result sooner; "
      + "return the 'Task', or make it async"
  }
}
