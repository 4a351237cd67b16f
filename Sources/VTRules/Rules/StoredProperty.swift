import VTDiagnostics
import VTFlow
import VTSyntax

/// Reports value futures that are kept: in an instance, static or global variable (at its declaration), or in a
/// collection (where they are put into it). Whoever reads them later cannot know whether they were used up.
enum StoredProperty: Rule {
  static let id: RuleID = "stored-property"

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for property in facts.index.storedValueFutures(in: facts.file) where facts.index.knowledge.isWanted(id, of: property.type) {
      tell(
        Finding(
          rule: id, file: facts.file, range: property.range, message: kept(facts.text(property.range), property.type, facts),
          typeSeverity: facts.severity(property.type, of: id)))
    }
  }

  static func check(_ facts: FileFacts) -> [Finding] {
    var lines: LineTable?
    var seen: Set<Int> = []
    var findings: [Finding] = []
    for function in facts.functions {
      let types = futureTypes(function)
      for (number, use) in function.graph.uses.enumerated() where use.kind == .collect {
        guard let type = types[UseID(number)], facts.index.knowledge.isWanted(id, of: type) else { continue }
        // Elements of one literal stand in one line more often than not: one finding tells it.
        let table = lines ?? LineTable(facts.tree.source)
        lines = table
        guard seen.insert(table.position(of: use.range.start).line).inserted else { continue }
        findings.append(
          Finding(
            rule: id, file: facts.file, range: use.range, message: collected(use.subject, type, facts),
            typeSeverity: facts.severity(type, of: id)))
      }
    }
    return findings
  }

  /// The type of the value future that each use may have before it: of several the one that was made first.
  private static func futureTypes(_ function: FunctionFacts) -> [UseID: Knowledge.OneShotID] {
    var types: [UseID: Knowledge.OneShotID] = [:]
    for (origin, uses) in function.usesOf.sorted(by: { $0.key < $1.key }) where function.graph[origin].contract == .future {
      for use in uses where types[use] == nil { types[use] = function.graph[origin].type }
    }
    return types
  }

  private static func kept(_ name: String, _ type: Knowledge.OneShotID, _ facts: FileFacts) -> String {
    let way = facts.conversion(type).map { "made with '\($0)'" } ?? "that awaits it"
    return "'\(name)' keeps a value future: two readers, or one reader twice, would consume it twice; keep a 'Task' \(way), or "
      + "the result"
  }

  private static func collected(_ subject: String, _ type: Knowledge.OneShotID, _ facts: FileFacts) -> String {
    let way = facts.conversion(type).map { "made with '\($0)'" } ?? "that await them"
    return "'\(subject)' is a value future that goes into a collection, where nothing stops a second consumption; collect tasks "
      + "\(way), or the results"
  }
}
