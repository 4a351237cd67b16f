import VTDiagnostics
import VTFlow
import VTSyntax

/// Reports a continuation, promise or completion handler that some way completes a second time: the fall through after
/// the error, the second `if let`, the callback that comes again, two tasks.
enum DoubleResume: Rule {
  static let id: RuleID = "double-resume"

  static func check(_ facts: FileFacts) -> [Finding] {
    facts.functions.flatMap { function in
      let events = facts.events(of: function, .duty, [.again, .concurrent], for: id).filter { !isKept($0, function, facts) }
      let listeners = events.isEmpty ? [] : facts.listeners(function)
      return events.filter { !listeners.contains($0.origin) }.map { finding($0, function, facts) }
    }
  }

  private static func finding(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Finding {
    let origin = function.graph[event.origin]
    let name = facts.name(origin, event.use)
    var notes = facts.madeHere(origin)
    if let before = origin.spentAt { notes.append(facts.remark(before, "'\(name)' was first completed here")) }
    for earlier in event.earlier where earlier != event.id {
      let use = function.graph[earlier]
      notes.append(facts.remark(event.place(of: use), "'\(facts.name(origin, use))' was first \(use.done) here"))
    }
    let behind = event.earlier.isEmpty && origin.spentAt == nil ? origin.doneBehind : nil
    if behind != nil { notes.append(facts.remark(event.place, "'\(name)' is \(event.use.done) here, too, whenever the closure runs")) }
    // Of two tasks either may be the second; the later one in the text is told.
    let others = event.verdict == .concurrent ? event.concurrent.map { function.graph[$0].range } : []
    let consequence = facts.consequence(origin, of: id).map { ": " + $0 } ?? ""
    let what = whatHappens(event, isBehind: behind != nil, function, facts)
    return Finding(
      rule: id, file: facts.file, range: behind ?? others.reduce(event.place, max),
      message: "'\(name)' is \(what)\(consequence); \(wayOut(event, isBehind: behind != nil, function, facts))", notes: notes,
      steps: facts.steps(event), typeSeverity: severity(event, function, facts))
  }

  /// That a closure is run again is the habit of its callee, which nobody here can see: not a reason to stop a build.
  private static func severity(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Severity? {
    let isHabit = event.use.isRepeated && event.earlier.allSatisfy { function.graph[$0].isRepeated }
    let origin = function.graph[event.origin]
    let isPassedOn = isHandedOn(event) && facts.index.knowledge.type(origin.type).kind != .continuation
    // Names that listeners have, too: of two tasks one is most likely a timer that the other ends.
    let isOfTwoTasks = event.verdict == .concurrent && !facts.index.knowledge.type(origin.type).match.told.isEmpty
    let isDoubtful = isHabit || isPassedOn || event.isUnlikely || isOfTwoTasks
    let isTold = isMeant(event, function, facts) || isKeptForEvents(event, origin, facts) || isToldEarly(event, origin, function, facts)
    return isDoubtful || isTold ? .suggestion : facts.severity(origin, of: id)
  }

  /// A handler that is told of each element is meant to be, and of the end as well; of all elements one is that which equals
  /// something. After an error it is the `return` that is missing.
  private static func isMeant(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Bool {
    if function.graph[event.origin].spentAt != nil, event.use.told == .ofOneElement { return true }
    let earlier = event.earlier.map { function.graph[$0] }
    if earlier.isEmpty { return false }
    if earlier.allSatisfy({ $0.told == .ofEachElement && !tellsFailure($0.range, facts) }) { return true }
    let isOfElements = ([event.use] + earlier).allSatisfy { [.ofEachElement, .ofOneElement].contains($0.told) }
    return isOfElements && event.steps.contains(where: \.isNextRound)
  }

  /// What is kept in a property and told something in each round is told of events, whatever it is called.
  private static func isKeptForEvents(_ event: UseEvent, _ origin: Origin, _ facts: FileFacts) -> Bool {
    origin.kind == .property && facts.index.knowledge.type(origin.type).kind == .completion
      && (event.earlier.contains(event.id) || event.steps.contains(where: \.isNextRound))
  }

  private static func tellsFailure(_ range: ByteRange, _ facts: FileFacts) -> Bool {
    let text = facts.text(range)
    return text.contains("rror") || text.contains("ail")
  }

  /// A handler is told something good before the closure is made that tells it again: what a cache has, and then what the server
  /// says, or is told that it is `.cached` or `.loading`. After an error it is the `return` that is missing.
  private static func isToldEarly(_ event: UseEvent, _ origin: Origin, _ function: FunctionFacts, _ facts: FileFacts) -> Bool {
    guard facts.index.knowledge.type(origin.type).kind == .completion else { return false }
    let earlier = event.earlier.filter { $0 != event.id }.map { facts.text(function.graph[$0].range) }
    if (earlier + [facts.text(event.use.range)]).contains(where: tellsState) { return true }
    guard let first = origin.spentAt ?? toldBeforeItsTask(event, function) else { return false }
    return tellsState(facts.text(first)) || !tellsFailure(first, facts) && !facts.text(first).contains("nil")
  }

  /// `completion(stored)`, and then `queue.async { completion(loaded) }`: where it was told before the task began, on every way.
  private static func toldBeforeItsTask(_ event: UseEvent, _ function: FunctionFacts) -> ByteRange? {
    let earlier = event.earlier.filter { $0 != event.id }.map { function.graph[$0] }
    guard let outer = function.graph.chain(event.use.region).last, earlier.count == 1, earlier[0].region == nil else { return nil }
    let region = function.graph[outer]
    let isAsked = event.steps.contains { $0.isAnswer && $0.range.start < region.range.start }
    return region.kind == .task && !isAsked ? earlier[0].range : nil
  }

  /// `completion(.cached(value))`, `completion(.downloading)`, `handler(.begin, nil, nil)`; and `handler(0.2, false, &cancel)`,
  /// which asks whether to go on.
  private static func tellsState(_ text: String) -> Bool {
    if text.contains("(.cache") || text.contains(" .cache") || text.contains(", &") { return true }
    guard let open = text.firstRange(of: "(.") else { return false }
    let word = text[open.upperBound...].prefix { $0.isLetter }
    return word.hasSuffix("ing") || KnownWords.ofStates.contains(where: word.elementsEqual)
  }

  private enum KnownWords {
    /// Cases that tell how far something has come, and not how it ended.
    static let ofStates = ["begin", "began", "start", "started", "progress", "inProgress", "prepare", "prepared", "willStart"]
  }

  /// A promise that was completed is given to somebody for its future, most likely, and a handler is kept to be told of more.
  private static func isKept(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Bool {
    switch facts.index.knowledge.type(function.graph[event.origin].type).kind {
    case .continuation: false
    case .promise: isHandedOn(event)
    default: [.store, .collect].contains(event.use.kind)
    }
  }

  /// It was completed, and somebody gets it who will complete it, too.
  private static func isHandedOn(_ event: UseEvent) -> Bool { event.use.kind.effect(on: .duty) == .handsOver }

  private static func whatHappens(
    _ event: UseEvent, isBehind: Bool, _ function: FunctionFacts, _ facts: FileFacts
  ) -> String {
    if isHandedOn(event) { return "\(event.use.done) after it was completed, so that whoever has it then completes it again" }
    return "\(event.use.done) again" + (isBehind ? " beside a closure that does it, too" : circumstance(event, function, facts))
  }

  private static func circumstance(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> String {
    if event.verdict == .concurrent, !areOneAfterTheOther(event, function, facts) { return " while another task may be completing it" }
    if event.use.isRepeated { return " by every further call of this closure" }
    return event.earlier == [event.id] ? " when this runs again" : ""
  }

  /// All of them are tasks of the main queue, which runs one of them at a time.
  private static func areOneAfterTheOther(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Bool {
    ([event.id] + event.concurrent).allSatisfy { id in
      function.graph[id].region.map { facts.text(function.graph[$0].range).hasPrefix("DispatchQueue.main.") } ?? false
    }
  }

  /// `if failed { queue.async { failure(error) } }`, then `queue.async { success(value) }`: the first of the two tasks stands in
  /// a block that the second one is not in, and that does not leave.
  private static func startsBehindABlock(_ event: UseEvent, _ function: FunctionFacts, _ facts: FileFacts) -> Bool {
    let places = ([event.id] + event.concurrent).map { id in
      let use = function.graph[id]
      return use.region.map { function.graph[$0].range } ?? use.range
    }.sorted()
    guard let first = places.first, let last = places.last else { return false }
    var depth = 0
    for token in facts.tree.tokens[facts.tree.tokenIndex(from: first.end)...] {
      if token.start >= last.start { return false }
      if token.kind == .leftBrace { depth += 1 }
      if token.kind == .rightBrace { depth -= 1 }
      if depth < 0 { return true }
    }
    return false
  }

  private static func wayOut(_ event: UseEvent, isBehind: Bool, _ function: FunctionFacts, _ facts: FileFacts) -> String {
    if isBehind { return "complete it in one of the two places, or guard both with a flag" }
    if event.verdict == .concurrent, !areOneAfterTheOther(event, function, facts) {
      let cure = startsBehindABlock(event, function, facts) ? "return behind the first of them" : "let one task complete it"
      return cure + ", or guard both with a flag under a lock"
    }
    if event.use.isRepeated || event.earlier == [event.id] { return "take it out of its variable before it is completed" }
    return "return after the first completion, or complete it in one branch each"
  }
}
