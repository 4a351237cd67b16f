import VTDiagnostics
import VTFlow

/// Reports public functions, properties and requirements that give a value future: everybody who uses the module takes on
/// its contract.
enum PublicValueFuture: Rule {
  static let id: RuleID = "public-value-future"
  static let followsValues = false

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for found in facts.index.publicFutures(in: facts.file) where facts.index.knowledge.isWanted(id, of: found.type) {
      tell(
        Finding(
          rule: id, file: facts.file, range: found.name, message: message(facts.text(found.name), facts.typeName(found.type)),
          typeSeverity: facts.severity(found.type, of: id)))
    }
  }

  private static func message(_ name: String, _ type: String) -> String {
    "'\(name)' is public and gives a \(type), which may be consumed once: every caller takes on that contract; return a 'Task', "
      + "or make it async"
  }
}
