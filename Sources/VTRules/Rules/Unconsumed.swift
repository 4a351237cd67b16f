import VTDiagnostics
import VTFlow

/// Reports a value future that nobody consumes or hands on, on any way: a dropped result, a dead variable.
/// A way that merely skips the consumption is no finding.
enum Unconsumed: Rule {
  static let id: RuleID = "unconsumed"

  static func check(_ facts: FileFacts) -> [Finding] {
    // The same expression may stand in several graphs or copies (`defer`); taken on in one of them is enough.
    var settled: Set<Maker> = []
    for function in facts.functions { for origin in function.settled { settled.insert(Maker(function.graph[origin])) } }
    var findings: [Finding] = []
    for function in facts.functions {
      for id in function.reached.subtracting(function.settled).sorted() {
        let origin = function.graph[id]
        let isDropped = origin.kind == .made || origin.kind == .computed && function.usesOf[id] == nil
        guard isDropped, origin.contract == .future, facts.index.knowledge.isWanted(self.id, of: origin.type),
          !settled.contains(Maker(origin)), !isPartOfUsedTuple(origin, function)
        else { continue }
        findings.append(
          Finding(
            rule: self.id, file: facts.file, range: origin.range, message: message(origin, facts),
            typeSeverity: facts.severity(origin, of: self.id)))
      }
    }
    return findings
  }

  /// The expression that made a value, and which element of what it gives the value is.
  private struct Maker: Hashable {
    let range: ByteRange
    let element: UInt8

    init(_ origin: Origin) { (range, element) = (origin.range, origin.element) }
  }

  /// `let pair = (a(), b())` with only `pair.0` used: the pair is in use, and that is what its author sees.
  private static func isPartOfUsedTuple(_ origin: Origin, _ function: FunctionFacts) -> Bool {
    guard let tuple = origin.tuple else { return false }
    return function.settled.contains { function.graph[$0].tuple == tuple }
  }

  private static func message(_ origin: Origin, _ facts: FileFacts) -> String {
    let type = facts.typeName(origin)
    let way = facts.conversion(origin.type).map { "await it, or say that nobody waits with '\($0)'" } ?? "await it"
    if origin.variable.isEmpty {
      return "the \(type) that '\(origin.name)' makes is dropped: its error is lost, and its pooled source is never given back; "
        + way
    }
    return "'\(origin.variable)' is a \(type) that nobody awaits or hands on: its error is lost, and its pooled source is never "
      + "given back; \(way)"
  }
}
