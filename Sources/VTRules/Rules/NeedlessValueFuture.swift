import VTDiagnostics
import VTFlow

/// Reports functions whose value future is made of a task on every path: there is never a result at once, which is all
/// that a value future is for.
enum NeedlessValueFuture: Rule {
  static let id: RuleID = "needless-value-future"
  static let followsValues = false

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for found in facts.index.needlessFutures(in: facts.tree, file: facts.file)
    where facts.index.knowledge.isWanted(id, of: found.type) {
      tell(
        Finding(
          rule: id, file: facts.file, range: found.name, message: message(facts.text(found.name), facts.typeName(found.type)),
          notes: found.returns.map { facts.remark($0, "made of a task here") },
          typeSeverity: facts.severity(found.type, of: id)))
    }
  }

  private static func message(_ name: String, _ type: String) -> String {
    "'\(name)' gives a \(type), but every path starts a task: its callers pay for the contract and get no result sooner; return "
      + "the 'Task', or make it async"
  }
}
