import VTDiagnostics

/// Finds every state in which each block may be entered.
///
/// The domain of a block is a set of `State`s. Ways that agree in all they know are one; ways that differ are kept
/// apart, so that `if cached {…} … if !cached {…}` is understood. The sets are bounded:
///
/// - up to `Limits.states` per block everything is kept apart;
/// - then ways that differ in conditions only become one that knows what both know, first those that differ in numbers only;
/// - beyond twice as many a way is joined with another of the block: what they disagree about is unknown, and a value
///   they disagree about has escaped. Joining silences, it never accuses.
///
/// In a large part of a function with many live variables the bound is lower (`Limits.work`), so that the cost of a
/// function grows with its size, not with the square of it.
///
/// Both steps only ever lose knowledge, so the iteration ends: a block's set grows up to its bound, then weakens.
struct Solver {
  /// A way into a block. `parent` and `steps` tell how it came there first: the shortest way, in steps.
  struct Way {
    var block: BlockID
    var state: State
    var parent: Int32
    var steps: [StepID]
  }

  private let graph: ControlFlowGraph
  private let liveness: Liveness
  private(set) var ways: [Way] = []
  private var waysOfBlock: [[Int32]]
  private var waysByKey: [Key: Int32] = [:]
  /// The first way into a block with these values, whatever its conditions.
  private var waysByValue: [Key: Int32] = [:]
  /// In blocks that have as many ways as are kept apart: those that differ in how far something was counted at most.
  private var waysWithoutNumbers: [Key: Int32] = [:]
  private var fullBlocks: Set<Int32> = []
  /// Ways into a block that are kept apart by all they know.
  private let limit: Int
  private var queue: [Int32] = []
  private var isQueued: [Bool] = []
  private var head = 0

  private struct Key: OneWordKey {
    var block: Int32
    var state: StateKey
    var word: UInt64 { state.hash ^ UInt64(UInt32(bitPattern: block)) }
  }

  /// - Parameters:
  ///   - slots: followed everywhere, although nobody may read them any more.
  ///   - parts: how many graphs the function was cut into; they share its work.
  /// - Returns: not all ways if the budget is spent.
  static func solve(_ graph: ControlFlowGraph, keeping slots: [SlotID], parts: Int = 1, within budget: inout Budget) -> [Way] {
    var solver = Solver(graph, keeping: slots, parts)
    solver.run(within: &budget)
    return solver.ways
  }

  private init(_ graph: ControlFlowGraph, keeping slots: [SlotID], _ parts: Int) {
    self.graph = graph
    liveness = Liveness(graph, keeping: slots)
    waysOfBlock = Array(repeating: [], count: graph.blocks.count)
    let work = max(Limits.leastWork, Limits.work / parts)
    limit = max(1, min(Limits.states, work / max(1, graph.blocks.count * liveness.widest)))
  }

  private mutating func run(within budget: inout Budget) {
    add(State(), to: BlockID(0), from: -1, [])
    var paid = 0
    while head < queue.count, !budget.isSpent {
      let index = queue[head]
      head += 1
      isQueued[Int(index)] = false
      budget.spend(cost(of: ways[Int(index)]))
      step(index)
      budget.spend(ways[paid...].reduce(0) { $0 + $1.state.size } * Budget.storedPartCost)
      paid = ways.count
      if head > 4096, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  /// The state goes through the instructions and along each edge.
  private func cost(of way: Way) -> Int {
    let block = graph[way.block]
    let edges = max(1, block.terminator.edgeCount)
    return 1 + block.instructions.count + edges * way.state.size
  }

  private mutating func step(_ index: Int32) {
    let way = ways[Int(index)]
    let block = graph[way.block]
    var state = way.state
    for instruction in block.instructions { state.apply(instruction, graph) }
    switch block.terminator {
    case .exit: break
    case .jump(let edge): add(state, to: edge.target, from: index, edge.steps)
    case .fork(let edges): for edge in edges { add(state, to: edge.target, from: index, edge.steps) }
    case .branch(let condition, let whenTrue, let whenFalse):
      var other = state
      if state.assume(condition, isTrue: true, graph) { add(state, to: whenTrue.target, from: index, whenTrue.steps) }
      if other.assume(condition, isTrue: false, graph) { add(other, to: whenFalse.target, from: index, whenFalse.steps) }
    }
  }

  private mutating func add(_ state: State, to block: BlockID, from parent: Int32, _ steps: [StepID]) {
    var state = state
    state.prune(liveness, at: block, graph)
    let key = Key(block: block.index, state: state.fullKey(graph))
    if let known = waysByKey[key] {
      // The same knowledge; only the places of the uses behind it may be new.
      if ways[Int(known)].state.addUses(of: state) { enqueue(known) }
      return
    }
    let count = waysOfBlock[Int(block.index)].count
    if count >= limit, mergeInto(block, state) { return }
    let index = Int32(ways.count)
    ways.append(Way(block: block, state: state, parent: parent, steps: steps))
    isQueued.append(false)
    waysOfBlock[Int(block.index)].append(index)
    if fullBlocks.contains(block.index) { noteWithoutNumbers(index) }
    waysByKey[key] = index
    let value = Key(block: block.index, state: state.valueKey(graph))
    if waysByValue[value] == nil { waysByValue[value] = index }
    enqueue(index)
  }

  /// Puts a state together with one of the block's; false when it may stand on its own after all.
  private mutating func mergeInto(_ block: BlockID, _ state: State) -> Bool {
    let candidates = waysOfBlock[Int(block.index)]
    if fullBlocks.insert(block.index).inserted { for way in candidates { noteWithoutNumbers(way) } }
    var target = waysWithoutNumbers[Key(block: block.index, state: state.keyWithoutNumbers(graph))]
      ?? waysByValue[Key(block: block.index, state: state.valueKey(graph))]
    if target == nil {
      if candidates.count < limit * 2 { return false }
      target = candidates[limit * 2 - 1]
    }
    guard let target else { return false }
    let before = ways[Int(target)].state
    var joined = before
    joined.join(state, graph)
    let oldKey = Key(block: block.index, state: before.fullKey(graph))
    let newKey = Key(block: block.index, state: joined.fullKey(graph))
    ways[Int(target)].state = joined
    if oldKey != newKey {
      let oldValue = Key(block: block.index, state: before.valueKey(graph))
      let newValue = Key(block: block.index, state: joined.valueKey(graph))
      if oldValue != newValue {
        if waysByValue[oldValue] == target { waysByValue[oldValue] = nil }
        if waysByValue[newValue] == nil { waysByValue[newValue] = target }
      }
      if waysByKey[oldKey] == target { waysByKey[oldKey] = nil }
      if waysByKey[newKey] == nil { waysByKey[newKey] = target }
      let oldRest = Key(block: block.index, state: before.keyWithoutNumbers(graph))
      if waysWithoutNumbers[oldRest] == target { waysWithoutNumbers[oldRest] = nil }
      noteWithoutNumbers(target)
      enqueue(target)
    }
    return true
  }

  private mutating func noteWithoutNumbers(_ way: Int32) {
    let key = Key(block: ways[Int(way)].block.index, state: ways[Int(way)].state.keyWithoutNumbers(graph))
    if waysWithoutNumbers[key] == nil { waysWithoutNumbers[key] = way }
  }

  private mutating func enqueue(_ index: Int32) {
    if isQueued[Int(index)] { return }
    isQueued[Int(index)] = true
    queue.append(index)
  }
}

extension Limits {
  /// Ways into a block that are kept apart by all they know.
  static let states = 48
  /// Slots of states that a function may cost: blocks, times the slots live at once, times the ways into a block.
  static let work = 4_000_000
  /// What each part of a function may cost, whatever their number.
  static let leastWork = 40_000
}

extension State {
  /// Takes over the places of uses from a state with the same key; whether any was new.
  mutating func addUses(of other: State) -> Bool {
    var changed = false
    for (index, origin) in other.origins.enumerated() where index < origins.count && origins[index].id == origin.id {
      let before = origins[index].uses.count + origins[index].holders.count
      for use in origin.uses { origins[index].add(use) }
      for use in origin.holders { origins[index].handOver(use) }
      changed = changed || origins[index].uses.count + origins[index].holders.count != before
    }
    return changed
  }

  /// What both know. A value about which they disagree has escaped: nothing is claimed about it.
  mutating func join(_ other: State, _ graph: ControlFlowGraph) {
    var lost: Set<OriginID> = []
    for (slot, content) in slots where other.content(slot) != content { if let origin = content.origin { lost.insert(origin) } }
    for (slot, content) in other.slots where self.content(slot) != content { if let origin = content.origin { lost.insert(origin) } }
    slots = slots.filter { entry in other.content(entry.slot) == entry.content }
    var joined: [OriginState] = []
    for var origin in origins {
      guard let index = other.originIndex(origin.id) else {
        origin.excuse()
        joined.append(origin)
        continue
      }
      let second = other.origins[index]
      if origin.uses.isEmpty != second.uses.isEmpty { origin.excuse() }
      origin.hasEscaped = origin.hasEscaped || second.hasEscaped
      origin.isExcused = origin.isExcused || second.isExcused
      origin.mayBeIncomplete = origin.mayBeIncomplete && second.mayBeIncomplete
      origin.isPresent = origin.isPresent && second.isPresent
      for use in second.uses { origin.add(use) }
      for use in second.holders { origin.handOver(use) }
      origin.hasEnded = origin.hasEnded || second.hasEnded
      origin.isTaken = origin.isTaken && second.isTaken
      joined.append(origin)
    }
    for var origin in other.origins where originIndex(origin.id) == nil {
      origin.excuse()
      joined.append(origin)
    }
    // What is done through a variable that is not known to hold it any more would go unseen.
    for index in joined.indices where lost.contains(joined[index].id) { joined[index].excuse() }
    origins = joined.sorted { $0.id < $1.id }
    running = running.filter { other.running.contains($0) }
  }
}
