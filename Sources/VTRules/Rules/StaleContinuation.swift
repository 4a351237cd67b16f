import VTDiagnostics
import VTFlow

/// Reports a stored continuation that is completed and stays in its property: the next event completes it again.
enum StaleContinuation: Rule {
  static let id: RuleID = "stale-continuation"
  static let followsValues = false

  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool {
    index.mayKeepContinuations(file) || index.mayKeepHandlers(file)
  }

  static func check(_ facts: FileFacts) -> [Finding] {
    (facts.index.staleCompletions(in: facts.tree, file: facts.file) + facts.index.staleHandlers(in: facts.tree, file: facts.file))
      .filter { facts.index.knowledge.isWanted(id, of: $0.type) }
      .map { stale in
      let name = "'\(facts.text(stale.property.name))'"
      var notes = [Finding.Remark(file: stale.property.file, range: stale.property.range, message: "kept here")]
      if let stored = stale.stored { notes.insert(facts.remark(stored, "put into \(name) here"), at: 0) }
      if let takenOut = stale.takenOut { notes.insert(facts.remark(takenOut, "taken out here"), at: 0) }
      return Finding(
        rule: id, file: facts.file, range: stale.range, message: message(stale, name, facts), notes: notes,
        typeSeverity: facts.severity(stale.type, of: id))
    }
  }

  private static func message(_ stale: StaleCompletion, _ name: String, _ facts: FileFacts) -> String {
    let consequence = facts.consequence(stale.type, of: .doubleResume).map { ": " + $0 } ?? ""
    if stale.isFixed {
      return "\(name) is completed here and by other methods, of which none asks whether another one was first\(consequence); "
        + "keep it in a variable, and take it out before it is completed"
    }
    let what = stale.stored == nil ? "\(name) is completed and stays in its property" : "what \(name) keeps is completed here"
    return "\(what), where the next event completes it again\(consequence); take it out of the property before it is completed"
  }
}
