import VTDiagnostics
import VTFlow

/// Reports the assignment of a new continuation to a property in which an earlier one may still be waiting.
enum OverwrittenContinuation: Rule {
  static let id: RuleID = "overwritten-continuation"
  static let followsValues = false

  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool { index.mayKeepContinuations(file) }

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.index.replacedContinuations(in: facts.tree, file: facts.file)
      .filter { facts.index.knowledge.isWanted(id, of: $0.type) }
      .map { replaced in
      let name = "'\(facts.text(replaced.property.name))'"
      return Finding(
        rule: id, file: facts.file, range: replaced.range, message: message(replaced, name, facts),
        notes: [Finding.Remark(file: replaced.property.file, range: replaced.property.range, message: "kept here")],
        typeSeverity: facts.severity(replaced.type, of: id))
    }
  }

  private static func message(_ replaced: ReplacedContinuation, _ name: String, _ facts: FileFacts) -> String {
    let consequence = facts.consequence(replaced.type, of: .missingResume).map { ": " + $0 } ?? ""
    let how = replaced.isKnownToWait ? "where an earlier call waits in it" : "without asking whether an earlier call still waits in it"
    return "\(name) is replaced \(how); that one is never resumed\(consequence); "
      + (replaced.isKnownToWait ? "resume that one first" : "ask first") + ", or keep all that wait in an array"
  }
}
