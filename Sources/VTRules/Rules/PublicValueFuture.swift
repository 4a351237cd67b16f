import VTDiagnostics
import VTFlow

/// Reports public functions, properties and requirements that give a value future: everybody who uses the module takes on
/// its contract.
enum PublicValueFuture: Rule {
  static let id: RuleID = "public-value-future"
  static let followsValues = false

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.index.publicFutures(in: facts.file)
      .filter { facts.index.knowledge.isWanted(id, of: $0.type) }
      .map { found in
        Finding(
          rule: id, file: facts.file, range: found.name, message: message(facts.text(found.name), facts.typeName(found.type)),
          typeSeverity: facts.severity(found.type, of: id))
      }
  }

  private static func message(_ name: String, _ type: String) -> String {
    "'\(name)' is public and gives a \(type), which may be consumed once: every caller takes on that contract; return a 'Task', "
      + "or make it async"
  }
}
