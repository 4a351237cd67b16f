import VTDiagnostics
import VTFlow
import VTSyntax

/// Reports value futures that are kept: in an instance, static or global variable (at its declaration), or in a
/// collection (where they are put into it). Whoever reads them later cannot know whether they were used up.
enum StoredProperty: Rule {
  static let id: RuleID = "stored-property"

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for property in facts.index.storedValueFutures(in: facts.file) {
      tell(Finding(rule: id, file: facts.file, range: property.range, message: kept(facts.text(property.range))))
    }
  }

  static func check(_ facts: FileFacts) -> [Finding] {
    var lines: LineTable?
    var seen: Set<Int> = []
    var findings: [Finding] = []
    for function in facts.functions {
      let futures = Set(function.usesOf.filter { function.graph[$0.key].contract == .future }.flatMap(\.value))
      for (number, use) in function.graph.uses.enumerated() where use.kind == .collect && futures.contains(UseID(number)) {
        // Elements of one literal stand in one line more often than not: one finding tells it.
        let table = lines ?? LineTable(facts.tree.source)
        lines = table
        guard seen.insert(table.position(of: use.range.start).line).inserted else { continue }
        findings.append(Finding(rule: id, file: facts.file, range: use.range, message: collected(use.subject)))
      }
    }
    return findings
  }

  private static func kept(_ name: String) -> String {
    "'\(name)' keeps a value future: two readers, or one reader twice, would consume it twice; keep a 'Task' made with "
      + "'asTask()', or the result"
  }

  private static func collected(_ subject: String) -> String {
    "'\(subject)' is a value future that goes into a collection, where nothing stops a second consumption; collect tasks "
      + "made with 'asTask()', or the results"
  }
}
