import VTDiagnostics
import VTFlow

/// Reports pooled sources that hand out a result without asking whether the token is the one of this use.
enum UncheckedToken: Rule {
  static let id: RuleID = "unchecked-token"
  static let followsValues = false

  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool { index.mayHandOutResults(file) }

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.index.uncheckedResults(in: facts.tree, file: facts.file)
      .filter { facts.index.knowledge.isWanted(id, of: $0.type) }
      .map { found in
        Finding(
          rule: id, file: facts.file, range: found.function, message: message(found, facts),
          notes: found.token.map { [facts.remark($0, "the token comes in here")] } ?? [],
          typeSeverity: facts.severity(found.type, of: id))
      }
  }

  private static func message(_ found: UncheckedResult, _ facts: FileFacts) -> String {
    let token = found.token.map { "'\(facts.text($0))'" } ?? "its token"
    return "'\(facts.text(found.function))' hands out a result and never compares \(token): a late reader gets the result of "
      + "another operation; compare the token with the current one first, and trap when they differ"
  }
}
