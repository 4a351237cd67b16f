import VTDiagnostics
import VTFlow
import VTSyntax

/// Reports a way on which a continuation, promise or completion handler is neither completed nor handed to somebody
/// else. The finding stands where the way turns off: at the `return`, the `catch`, the `if` without an `else`.
enum MissingResume: Rule {
  static let id: RuleID = "missing-resume"

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.functions.flatMap { function in
      let listeners = function.leaks.isEmpty ? [] : facts.listeners(function)
      return function.leaks
        .filter { !listeners.contains($0.origin) && !isLeftToCallers(function.graph[$0.origin], facts) }
        .map { finding($0, function, facts) }
    }
  }

  /// A helper that completes what it is given on some way, called by those who see to the others.
  private static func isLeftToCallers(_ origin: Origin, _ facts: FileFacts) -> Bool {
    origin.kind == .parameter && (origin.duty == .given || origin.duty == .shared) && facts.callers.goOn(after: origin.range)
  }

  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {
    for dropped in facts.index.droppedContinuations(in: facts.tree, file: facts.file)
    where facts.index.knowledge.isWanted(id, of: dropped.type) {
      tell(finding(dropped, facts))
    }
    for left in facts.index.abandonedPromises(in: facts.tree, file: facts.file)
    where facts.index.knowledge.isWanted(id, of: left.type) {
      tell(finding(left, facts))
    }
  }

  private static func finding(_ dropped: DroppedContinuation, _ facts: FileFacts) -> Finding {
    let name = "'\(facts.text(dropped.property.name))'"
    let consequence = facts.consequence(dropped.type, of: id).map { ": " + $0 } ?? ""
    var notes = [Finding.Remark(file: dropped.property.file, range: dropped.property.range, message: "kept here")]
    let what: String
    var severity = facts.severity(dropped.type, of: id)
    switch dropped.way {
    case .cleared:
      // Nobody here says that somebody waits at that moment.
      severity = .suggestion
      what = "\(name) is set to nil without being completed\(consequence); complete what waits in it first"
    case .clearedOnSomeWay:
      severity = .suggestion
      what = "\(name) is set to nil on a path that has not completed it\(consequence); complete what waits in it on every path"
    case .clearedTooEarly(let completion):
      notes.append(facts.remark(completion, "nothing is left here to be completed"))
      what = "\(name) is set to nil before it is completed\(consequence); take out what waits in it, then complete that"
    case .neverRead:
      what = "\(name) keeps it, and nobody ever completes what \(name) keeps\(consequence); complete it where its result is known"
    }
    return Finding(rule: id, file: facts.file, range: dropped.range, message: what, notes: notes, typeSeverity: severity)
  }

  private static func finding(_ left: AbandonedPromise, _ facts: FileFacts) -> Finding {
    let name = "'\(facts.text(left.range))'"
    let consequence = facts.consequence(left.type, of: id).map { ": " + $0 } ?? ""
    return Finding(
      rule: id, file: facts.file, range: left.range,
      message: "what waits in \(name) is left uncompleted when the channel is closed\(consequence); "
        + "fail it in 'channelInactive' or 'handlerRemoved'",
      typeSeverity: .suggestion)
  }

  private static func finding(_ leak: Leak, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[leak.origin]
    let name = name(leak.origin, function, facts)
    let consequence = facts.consequence(origin, of: id).map { ": " + $0 } ?? ""
    let hasNoPlace = leak.range == origin.range
    let verb = verb(leak.origin, function, hasNoPlace: hasNoPlace)
    let isOneOfTwo = facts.isOneOfTwo(origin)
    return Finding(
      rule: id, file: facts.file, range: leak.range,
      message: "\(name) \(verb)\(isOneOfTwo ? ", nor is its counterpart" : "")\(consequence); "
        + (isOneOfTwo ? "call one of the two on every path" : "complete it on every path, or hand it to somebody who does"),
      notes: hasNoPlace ? [] : facts.madeHere(origin), steps: leak.steps.map { facts.remark($0.range, $0.text) },
      typeSeverity: leak.isUncertain || facts.callers.seeTo(leak) ? .suggestion : severity(leak, origin, facts))
  }

  private static func verb(_ id: OriginID, _ function: FunctionFacts, hasNoPlace: Bool) -> String {
    if function.graph[id].isOptional { return "may be left uncompleted" }
    if !hasNoPlace { return "is not completed on this path" }
    let isEverCompleted = (function.usesOf[id] ?? []).contains { function.graph[$0].kind.effect(on: .duty) != .looks }
    return isEverCompleted ? "is not completed on every path" : "is never completed"
  }

  /// What a function was given may be seen to by who gave it: not a reason to stop a build. A continuation is different: who
  /// waits for it hangs, and nobody hands one on to keep it; and where the catalogue says so of a handler.
  private static func severity(_ leak: Leak, _ origin: Origin, _ facts: FileFacts) -> Severity? {
    let type = facts.index.knowledge.type(origin.type)
    guard origin.kind == .parameter, type.kind != .continuation else { return facts.severity(origin, of: id) }
    // `delegate?.webView(…)`: whoever forwards everything relies on its being there.
    let isForwarded = facts.tree.tokens[facts.tree.tokenIndex(from: leak.range.end)].kind == .postfixQuestion
    let isSeenTo = origin.duty == .given && type.severities[id] == nil
    return isSeenTo || isForwarded ? .suggestion : facts.severity(origin, of: id)
  }

  private static func name(_ id: OriginID, _ function: FunctionFacts, _ facts: FileFacts) -> String {
    let origin = function.graph[id]
    // `withCheckedContinuation { _ in }`
    if origin.variable == "_" {
      return facts.index.knowledge.type(origin.type).kind == .continuation ? "the continuation" : "the completion handler"
    }
    if !origin.variable.isEmpty { return "'\(origin.variable)'" }
    // What a closure captures, or calls `$0`, has no name of its own there; its uses call it something.
    let first = function.usesOf[id]?.min().map { function.graph[$0].subject } ?? ""
    let name = origin.name.isEmpty || first.hasPrefix("$") ? first : origin.name
    return name.isEmpty ? "the value" : "'\(name)'"
  }
}
