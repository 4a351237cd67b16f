import VTDiagnostics
import VTSyntax

/// One use of a one-shot value as some way through the function reaches it.
package struct UseEvent: Sendable {
  package enum Verdict: UInt8, Sendable {
    /// The value was still there.
    case first
    /// It was used up before.
    case again
    /// It is or may be used up at the same time by another task.
    case concurrent
  }
  package var use: Use
  package var id: UseID
  package var origin: OriginID
  package var verdict: Verdict
  /// A completion check does not hold on this way.
  package var mayBeIncomplete: Bool
  /// The earlier uses that lead to the verdict, by place.
  package var earlier: [UseID]
  /// Those of them that may happen at the same time.
  package var concurrent: [UseID]
  /// Where it is told: the use; where the same text is run twice, the call that ran it again.
  package var place: ByteRange
  /// The way in steps, shortest first found.
  package var steps: [PathStep]
  /// The text has this way, but hardly anybody ever takes it.
  package var isUnlikely: Bool
}

/// What is known about one function, closure or script: the graph, and every use with the states before it.
package struct FunctionFacts: Sendable {
  package private(set) var graph: ControlFlowGraph
  /// Each way to each use, in the order of the uses; equal ones once.
  package let events: [UseEvent]
  /// Origins that something took on, on some way.
  package internal(set) var settled: Set<OriginID>
  /// Origins that some way reaches.
  package let reached: Set<OriginID>
  /// States at the exits, for summaries.
  package let exits: [OriginID: Exits]
  /// The uses that some way makes of each origin.
  package let usesOf: [OriginID: Set<UseID>]
  /// Duties that some way out leaves undone.
  package let leaks: [Leak]
  /// Closures that take a duty with them while nobody else has it: each of their ways has to see to it.
  let soleCaptures: [Use.Capture: Duty]
  /// Closures that take a duty with them after it was done, and where that was.
  let spentCaptures: [Use.Capture: ByteRange]
  /// What closures have that this function completes right behind the call that they are given to, and where.
  let doneBehindCaptures: [Use.Capture: ByteRange]
  /// Variables that a closure takes with it and that hold what another one holds, which it takes too.
  let sameCaptures: [Use.Capture: SlotID]

  var withoutBlocks: FunctionFacts {
    var copy = self
    copy.graph.blocks = []
    return copy
  }

  /// In which states an origin leaves the function.
  package struct Exits: Sendable, Equatable {
    package var returned: ExitStates = []
    package var thrown: ExitStates = []
    /// On some way that returns there is nothing in the parameter any more.
    var isEmptied = false
    /// For each thing that may tell.
    var answers: [Decision.Subject: Answers] = [:]
    /// Some way that returns has used it up, and nothing on it says that it was completed.
    var isUsedIncomplete = false
    /// Some way that returns has used it up, and no task that still runs did so.
    var isUsedByBody = false
    /// What the result says on the ways that return where the value is completed, and where it may not be.
    var whenCompleted: Set<Constant> = []
    var whenIncomplete: Set<Constant> = []
  }

  /// What a thing is where the value was used up on return, and where it was not.
  struct Answers: Sendable, Equatable {
    var whenUsed: Set<Constant> = []
    var whenUnused: Set<Constant> = []
  }

  package struct ExitStates: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let unused = ExitStates(rawValue: 1)
    package static let used = ExitStates(rawValue: 2)
    package static let escaped = ExitStates(rawValue: 4)
    /// The parameter holds another value.
    package static let overwritten = ExitStates(rawValue: 8)
    /// Nothing but the return has used it up: whoever called has it again.
    package static let givenBack = ExitStates(rawValue: 16)
  }
}

/// Solves a graph part by part, then looks at each block of each part once more with the states before its instructions.
/// - Returns: nil if that costs more than a function may.
package func solve(_ graph: ControlFlowGraph) -> FunctionFacts? {
  var budget = Budget()
  var facts = solve(graph, keeping: [], within: &budget)
  facts?.settleWhatOthersDecide(within: &budget)
  return facts
}

/// The same for a summary: what parameters hold is followed to the exits, although nobody reads them there, and so are the
/// things that may tell what became of them.
func solve(_ graph: ControlFlowGraph, asking deciders: [Decider]) -> FunctionFacts? {
  var budget = Budget()
  let parameters = graph.parameterSlots
  let results = deciders.filter { $0.subject == .result }.map(\.slot)
  return solve(graph, keeping: parameters, asking: deciders, conditions: results, within: &budget)
}

func solve(
  _ graph: ControlFlowGraph, keeping parameters: [(slot: SlotID, origin: OriginID)], asking deciders: [Decider] = [],
  conditions: [SlotID] = [], within budget: inout Budget
) -> FunctionFacts? {
  var replay = Replay(parameters: parameters, deciders: deciders)
  graph.forEachPart(keeping: parameters.map(\.slot), asking: conditions, within: &budget) { part, count, budget in
    if part.graph.blocks.count > Limits.blocksOfPart { return budget.spend(budget.left) }
    replay.solve(part, of: count, within: &budget)
  }
  return budget.isSpent ? nil : replay.facts(of: graph)
}

/// Something whose content at the exits may tell whether a parameter was used up, and where it stands.
struct Decider {
  var subject: Decision.Subject
  var slot: SlotID
}

extension ControlFlowGraph {
  /// The slots that hold the value futures a function is given.
  var parameterSlots: [(slot: SlotID, origin: OriginID)] {
    blocks[0].instructions.compactMap { instruction in
      guard case .create(let slot, let origin) = instruction, self[origin].kind == .parameter else { return nil }
      return (slot, origin)
    }
  }
}

struct Replay {
  /// The part that is looked at, and the ways into its blocks.
  private var part = Projection(graph: ControlFlowGraph(), origins: [])
  private(set) var ways: [Solver.Way] = []
  var graph: ControlFlowGraph { part.graph }
  /// Followed to the exits; empty unless a summary is wanted.
  let parameters: [(slot: SlotID, origin: OriginID)]
  let deciders: [Decider]
  var events: [UseEvent] = []
  var settled: Set<OriginID> = []
  var reached: Set<OriginID> = []
  var exits: [OriginID: FunctionFacts.Exits] = [:]
  var usesOf: [OriginID: Set<UseID>] = [:]
  /// Duties that some way ends without.
  private(set) var dueAtEnd: Set<OriginID> = []
  private(set) var leaks: [Leak] = []
  private var capturedDue: [Use.Capture: Duty] = [:]
  private(set) var spentCaptures: [Use.Capture: ByteRange] = [:]
  private var doneBehindCaptures: [Use.Capture: ByteRange] = [:]
  private(set) var sameCaptures: [Use.Capture: SlotID] = [:]
  private var capturedShared: Set<Use.Capture> = []
  /// Closures that on some way take with them what nobody has used up.
  private var freshCaptures: Set<Use.Capture> = []
  private var seen: Set<Seen> = []
  private var hasUnlikelySteps = false

  var soleCaptures: [Use.Capture: Duty] { capturedDue.filter { !capturedShared.contains($0.key) } }

  private struct Seen: Hashable {
    var use: UseID
    var origin: OriginID
    var verdict: UseEvent.Verdict
    var mayBeIncomplete: Bool
    var isUnlikely = false
    /// The last place in the text of what happens at the same time, if it stands behind this use: the finding stands there.
    var latest: ByteRange?
    /// Where it is told.
    var place: ByteRange
  }

  init(parameters: [(slot: SlotID, origin: OriginID)], deciders: [Decider]) {
    self.parameters = parameters
    self.deciders = deciders
  }

  /// - Parameter count: how many parts there are.
  mutating func solve(_ part: Projection, of count: Int, within budget: inout Budget) {
    let kept = parameters.map(\.slot) + deciders.map(\.slot)
    let ways = Solver.solve(part.graph, keeping: kept, parts: count, within: &budget)
    if !budget.isSpent { look(at: part, ways: ways, within: &budget) }
  }

  func facts(of graph: ControlFlowGraph) -> FunctionFacts {
    FunctionFacts(
      graph: graph, events: events.sorted { ($0.id, $0.origin) < ($1.id, $1.origin) }, settled: settled, reached: reached,
      exits: exits, usesOf: usesOf, leaks: leaks.sorted { ($0.range, $0.origin) < ($1.range, $1.origin) },
      soleCaptures: soleCaptures, spentCaptures: spentCaptures.filter { !freshCaptures.contains($0.key) },
      doneBehindCaptures: doneBehindCaptures, sameCaptures: sameCaptures)
  }

  /// Each exit is looked at in every part, with the states of the part's own origins.
  private mutating func look(at part: Projection, ways: [Solver.Way], within budget: inout Budget) {
    self.part = part
    self.ways = ways
    hasUnlikelySteps = part.graph.steps.contains(where: \.isUnlikely)
    dueAtEnd = []
    for index in ways.indices { look(at: index) }
    budget.spend(dueAtEnd.count * graph.blocks.count * Budget.blockCost)
    if budget.isSpent { return }
    leaks += findLeaks()
  }

  private mutating func look(at index: Int) {
    let way = ways[index]
    let block = graph[way.block]
    var state = way.state
    for instruction in block.instructions {
      switch instruction {
      case .create(let slot, let origin):
        reached.insert(origin)
        // Made anew while another variable still holds the one of an earlier round: that one is out of sight.
        if state.slots.contains(where: { $0.slot != slot && $0.content.origin == origin }) {
          settled.insert(origin)
        } else {
          // Nobody can see to the one of the round before any more.
          noteDue(state) { $0 == origin }
        }
      case .createIfUnknown(_, let origin): reached.insert(origin)
      case .end(let origin): noteDue(state) { $0 == origin }
      default: break
      }
      var found: [(UseID, OriginState, State)] = []
      state.apply(instruction, graph) { use, origin, state in found.append((use, origin, state)) }
      for (use, origin, before) in found { record(use, origin, before, index) }
    }
    guard case .exit(let kind) = block.terminator, kind != .never else { return }
    let graph = graph
    noteDue(state) { graph[$0].duty != .shared && (kind == .normal || graph[$0].isOwedWhenThrown) }
    for origin in state.origins where part.origins.contains(origin.id) {
      guard parameters.isEmpty || parameters.contains(where: { state.content($0.slot)?.origin == origin.id }) else { continue }
      let isDuty = graph[origin.id].contract == .duty
      var states = (kind == .thrown || isDuty) && origin.hasEscaped && origin.uses.isEmpty ? [] : endState(of: origin)
      if origin.hasEscaped { states.insert(.escaped) }
      exits[origin.id, default: FunctionFacts.Exits()].insert(states, kind)
      if kind == .normal {
        var result = Constant.unknown
        for decider in deciders {
          let answer = state.content(decider.slot)?.constant ?? .unknown
          if decider.subject == .result { result = answer }
          exits[origin.id]?.note(answer, of: decider.subject, isUsed: !origin.uses.isEmpty)
        }
        exits[origin.id]?.noteCompletion(origin, result)
        if !origin.uses.isEmpty, !isUsedBeside(origin, state) { exits[origin.id]?.isUsedByBody = true }
      }
    }
    for (slot, origin) in parameters where kind == .normal && part.origins.contains(origin) && state.content(slot)?.isNil == true {
      exits[origin, default: FunctionFacts.Exits()].isEmptied = true
    }
    // A parameter that was given another value: the caller cannot know which.
    for (slot, origin) in parameters
    where part.origins.contains(origin) && state.content(slot)?.origin != origin && state.content(slot)?.isNil != true {
      exits[origin, default: FunctionFacts.Exits()].insert(.overwritten, kind)
      guard kind == .normal else { continue }
      for decider in deciders {
        exits[origin]?.note(state.content(decider.slot)?.constant ?? .unknown, of: decider.subject, isUsed: true)
      }
    }
  }

  private func endState(of origin: OriginState) -> FunctionFacts.ExitStates {
    if origin.uses.isEmpty { return .unused }
    return origin.uses.allSatisfy { graph[$0.use].kind == .returned } ? .givenBack : .used
  }

  private mutating func noteDue(_ state: State, _ isAsked: (OriginID) -> Bool) {
    for origin in state.origins where part.origins.contains(origin.id) && isAsked(origin.id) && origin.isDue(graph) {
      dueAtEnd.insert(origin.id)
    }
  }

  /// Notes who has a duty: a closure has it alone if nobody had it before and nobody gets it afterwards.
  private mutating func noteHolder(_ use: Use, _ origin: OriginState, _ way: Int) {
    if let capture = use.capture {
      // What another task completes may be guarded by what that task asks.
      let done = origin.uses.first { graph[$0.use].region == nil }
      if let done, !origin.hasEscaped, !isUnlikely(way) { spentCaptures[capture] = graph[done.use].range }
      if done == nil { noteDoneBeside(capture, origin, way) }
      if origin.isDue(graph) { capturedDue[capture] = graph[origin.id].capturedDuty } else { capturedShared.insert(capture) }
    }
    for holder in origin.holders {
      guard let capture = graph[holder].capture else { continue }
      if let own = use.capture, own.closure == capture.closure, own.slot > capture.slot { sameCaptures[own] = capture.slot }
      if use.capture?.call == capture.call {
        if let own = use.capture, !capturedShared.contains(capture) {
          capturedShared.remove(own)
          capturedDue[own] = graph[origin.id].capturedDuty
        }
      } else {
        capturedShared.insert(capture)
      }
    }
  }

  /// Notes that a closure gets what was used up on every way before.
  private mutating func noteSpent(_ capture: Use.Capture, _ origin: OriginState) {
    let done = origin.uses.first { graph[$0.use].region == nil }
    if let done, !origin.hasEscaped { spentCaptures[capture] = graph[done.use].range } else { freshCaptures.insert(capture) }
  }

  /// Closures have it, too, and whatever those do: what this code itself does twice is done twice.
  private func isSharedWithClosures(_ origin: OriginState, _ use: Use) -> Bool {
    graph[origin.id].contract == .duty && !origin.isExcused && use.kind == .complete && use.region == nil && !use.isRepeated
      && !origin.holders.isEmpty && origin.holders.allSatisfy { graph[$0].capture != nil }
  }

  /// `load { completion($0) }; completion(nil)`, or `Task { …; completion(nil) }`: with nothing in between that could tell
  /// whether the closure will run.
  /// - Returns: the call by which a function of the sources got it whose closures do so.
  private mutating func noteDoneBehind(_ use: Use, _ id: UseID, _ origin: OriginState, _ way: Int) -> UseID? {
    guard isCertainToRun(use),
      origin.holders.allSatisfy({ graph[$0].isGivenToClosures || graph[$0].capture.map { $0.call != $0.closure } == true })
    else { return nil }
    let mayBeNobody = graph[origin.id].kind == .parameter
    let holder = plainWay(to: way, of: mayBeNobody ? use : nil, before: { $0.isUse(in: [id]) }) { instructions in
      origin.holders.first { holder in instructions.contains { $0.isUse(in: [holder]) } }
    }
    guard let holder else { return nil }
    guard let capture = graph[holder].capture else { return holder }
    doneBehindCaptures[capture] = use.range
    return nil
  }

  /// `Task { …; completion(nil) }; load { completion($0) }`: the task asks nobody whether it may.
  private mutating func noteDoneBeside(_ capture: Use.Capture, _ origin: OriginState, _ way: Int) {
    guard !origin.hasEscaped, origin.uses.count == 1, capture.call != capture.closure else { return }
    let done = graph[origin.uses[0].use]
    guard done.kind == .complete, let region = done.region, isCertainToRun(done) else { return }
    let start = plainWay(to: way, before: { _ in false }) { instructions in
      instructions.contains { if case .enter(region) = $0 { true } else { false } } ? region : nil
    }
    if start != nil { doneBehindCaptures[capture] = done.range }
  }

  private func isCertainToRun(_ use: Use) -> Bool {
    guard let region = use.region else { return true }
    return graph[region].isCertain && graph[region].parent == nil
  }

  /// What is found in the blocks before the end of a way, the last one first, unless something was decided or asked since.
  /// - Parameter handler: `completion?(nil)`, which asks whether there is anybody to call: that decides nothing.
  private func plainWay<Found>(
    to way: Int, of handler: Use? = nil, before isEnd: (Instruction) -> Bool, find: (ArraySlice<Instruction>) -> Found?
  ) -> Found? {
    func decides(_ step: PathStep) -> Bool {
      !step.text.isEmpty && handler.map { $0.range.start <= step.range.start && step.range.end <= $0.range.end } != true
    }
    var index = way
    var blocks = 0
    while index >= 0, blocks < Replay.pathLimit {
      var instructions = graph.blocks[Int(ways[index].block.index)].instructions[...]
      if index == way, let own = instructions.firstIndex(where: isEnd) { instructions = instructions[..<own] }
      if instructions.contains(where: { if case .guarded = $0 { true } else { false } }) { return nil }
      if let found = find(instructions) { return found }
      if ways[index].steps.contains(where: { decides(graph[$0]) }) { return nil }
      blocks += 1
      index = Int(ways[index].parent)
    }
    return nil
  }

  private mutating func record(_ id: UseID, _ origin: OriginState, _ state: State, _ way: Int) {
    let use = graph[id]
    usesOf[origin.id, default: []].insert(id)
    if use.kind.settles { settled.insert(origin.id) }
    let effect = use.kind.effect(on: graph[origin.id].contract)
    if effect != .looks, graph[origin.id].contract == .duty { noteHolder(use, origin, way) }
    if effect == .handsOver, graph[origin.id].contract != .duty, let capture = use.capture { noteSpent(capture, origin) }
    let isLate = isHandedOnLate(use, origin)
    guard effect == .usesUp || isLate else { return }
    var verdict = UseEvent.Verdict.first
    var earlier: [UseID] = []
    var isOfCallee = false
    if effect == .usesUp, graph[origin.id].contract == .duty, origin.hasEscaped, origin.uses.isEmpty,
      let given = noteDoneBehind(use, id, origin, way)
    {
      (verdict, earlier, isOfCallee) = (.again, [given], true)
    }
    var concurrent: [UseID] = []
    let isShared = origin.hasEscaped && isSharedWithClosures(origin, use)
    if !origin.hasEscaped || isShared {
      for previous in origin.uses where !excludes(previous, use) {
        if isShared, graph[previous.use].kind != .complete || graph[previous.use].region != nil || previous.use == id { continue }
        earlier.append(previous.use)
        if runsBeside(previous, use, state) {
          verdict = .concurrent
          concurrent.append(previous.use)
        } else if verdict == .first {
          verdict = .again
        }
      }
    }
    if isLate, verdict != .again { return }
    let isDoneBehind = verdict == .first && !origin.hasEscaped && graph[origin.id].doneBehind != nil
    if isDoneBehind || verdict == .first && !origin.hasEscaped && graph[origin.id].spentAt != nil { verdict = .again }
    let mayBeIncomplete = origin.mayBeIncomplete && !origin.hasEscaped
    let latest = concurrent.map { graph[$0].range }.max().flatMap { use.range < $0 ? $0 : nil }
    // Of several ways one that somebody takes is told.
    let isUnlikely = verdict != .first && (isDoneBehind || isOfCallee || isUnlikely(way))
    let news = places(of: id, after: earlier).filter { place in
      var key = Seen(
        use: id, origin: origin.id, verdict: verdict, mayBeIncomplete: mayBeIncomplete, latest: latest, place: place)
      if isUnlikely, seen.contains(key) { return false }
      key.isUnlikely = isUnlikely
      return seen.insert(key).inserted
    }
    if news.isEmpty { return }
    if verdict != .first, !isUnlikely, hasUnlikelySteps {
      events.removeAll { $0.isUnlikely && $0.id == id && $0.origin == origin.id && news.contains($0.place) }
    }
    let wantsPath = verdict != .first || use.kind == .read && mayBeIncomplete
    let steps = wantsPath ? path(to: way, id, of: origin.id, after: earlier) : []
    for place in news {
      events.append(
        UseEvent(
          use: use, id: id, origin: origin.id, verdict: verdict, mayBeIncomplete: mayBeIncomplete, earlier: earlier,
          concurrent: concurrent, place: place, steps: steps, isUnlikely: isUnlikely))
    }
  }

  /// `if isClosed { c.resume() }; waiting = c`: whoever has it then will complete it once more. Of elements and of what stood in
  /// a property before nobody knows why they are put somewhere.
  private func isHandedOnLate(_ use: Use, _ origin: OriginState) -> Bool {
    guard [.store, .collect, .takeOver].contains(use.kind), !origin.hasEscaped, use.region == nil else { return false }
    let made = graph[origin.id]
    guard made.contract == .duty, [.made, .parameter, .capture].contains(made.kind) else { return false }
    return origin.uses.contains { graph[$0.use].kind == .complete && graph[$0.use].region == nil }
  }

  /// Whether a way passes a step that hardly anybody ever takes.
  private func isUnlikely(_ way: Int) -> Bool {
    guard hasUnlikelySteps else { return false }
    var index = way
    var count = 0
    while index >= 0, count < Replay.pathLimit {
      if ways[index].steps.contains(where: { graph[$0].isUnlikely }) { return true }
      count += 1
      index = Int(ways[index].parent)
    }
    return false
  }

  /// The use; where another call has run the same text, this call; both where the first call follows another use and a loop
  /// leads back to it.
  private func places(of id: UseID, after earlier: [UseID]) -> [ByteRange] {
    let use = graph[id]
    let same = earlier.filter { $0 != id && graph[$0].range == use.range }
    guard let site = use.site, !same.isEmpty else {
      // The second one of the same parameter is the body's own fault.
      let isOfBody = earlier.contains { $0 != id && graph[$0].site == use.site && graph[$0].subject == use.subject }
      return [isOfBody ? use.range : use.place]
    }
    let isFirstCall = same.allSatisfy { graph[$0].site.map { site < $0 } ?? false }
    let followsAnother = earlier.contains { graph[$0].range != use.range && graph[$0].range.start < site.start }
    return isFirstCall && followsAnother ? [use.range, site] : [site]
  }

  /// Whether of two uses one only happens, as far as anybody can tell: one runs when something succeeds, the other when
  /// it fails; or a callee is told by other arguments which of its calls is to use the value up.
  private func excludes(_ previous: UseInstance, _ use: Use) -> Bool {
    if let here = use.choice, let there = graph[previous.use].choice, here.callee == there.callee,
      here.arguments == nil || here.arguments != there.arguments
    {
      return true
    }
    if previous.isOlder { return false }
    if handler(around: use.region) != handler(around: graph[previous.use].region) { return true }
    let here = graph.chain(use.region).compactMap { graph[$0].outcome }
    return graph.chain(graph[previous.use].region).compactMap { graph[$0].outcome }.contains { outcome in
      here.contains { $0.subject == outcome.subject && $0.isSuccess != outcome.isSuccess }
    }
  }

  /// What a handler does and what the code around it does exclude each other: `do { try process.run() } catch { … }`.
  private func handler(around region: RegionID?) -> RegionID? { graph.chain(region).first { graph[$0].kind == .handler } }

  /// Whether the task of an earlier use may still run while this one happens.
  private func runsBeside(_ previous: UseInstance, _ use: Use, _ state: State) -> Bool {
    let here = Set(graph.chain(use.region).map(\.index))
    return graph.chain(graph[previous.use].region).contains { region in
      (previous.isOlder || !here.contains(region.index))
        && state.running.contains(State.UseRegion(region: region, isOlder: previous.isOlder))
    }
  }

  /// Whether tasks alone have used it up, which still run.
  private func isUsedBeside(_ origin: OriginState, _ state: State) -> Bool {
    origin.uses.allSatisfy { use in
      graph.chain(graph[use.use].region).contains { region in
        graph[region].kind == .task && state.running.contains(State.UseRegion(region: region, isOlder: use.isOlder))
      }
    }
  }

  /// Blocks of a way that are looked at for its steps.
  static let pathLimit = 1_000

  /// The steps of the way to a use from where its value was made: they lead to the earlier use, and from that to this one.
  /// What stands in a place longer than that was made nobody knows when: there only what leads from one use to the other counts.
  private func path(to way: Int, _ use: UseID, of origin: OriginID, after earlier: [UseID]) -> [PathStep] {
    // Thousands of uses each look at a thousand blocks: a closure that sees the graph would copy it each time.
    let (blocks, ways, known) = (graph.blocks, ways, graph.steps)
    let isOfPlace = graph[origin].isOfPlace
    var steps: [PathStep] = []
    var index = way
    var count = 0
    while index >= 0, count < Replay.pathLimit, steps.count <= 24 {
      let instructions = blocks[Int(ways[index].block.index)].instructions
      if index == way {
        if instructions.prefix(while: { !$0.isUse(in: [use]) }).contains(where: { $0.makes(origin) }) { break }
      } else if instructions.contains(where: { $0.makes(origin) || isOfPlace && $0.isUse(in: earlier) }) {
        break
      }
      count += 1
      for id in ways[index].steps.reversed() {
        let step = known[Int(id.index)]
        if !step.endsTask, !step.text.isEmpty, step.text != steps.last?.text { steps.append(step) }
      }
      index = Int(ways[index].parent)
    }
    return steps.reversed()
  }
}

extension Instruction {
  fileprivate func makes(_ origin: OriginID) -> Bool { if case .create(_, origin) = self { true } else { false } }

  fileprivate func isUse(in uses: [UseID]) -> Bool { if case .use(_, let use) = self { uses.contains(use) } else { false } }
}

extension Origin {
  /// It was in a property or collection before anybody here looked.
  fileprivate var isOfPlace: Bool { kind == .property || kind == .element }
}
