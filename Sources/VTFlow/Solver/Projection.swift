/// A part of a function's graph: what bears on one group of its origins.
struct Projection {
  /// Names the same origins, uses, slots, regions and steps as the whole; only its blocks are its own.
  var graph: ControlFlowGraph
  /// The origins that are followed here. Others may occur, for the conditions that ask for them.
  var origins: Set<OriginID>
}

extension ControlFlowGraph {
  /// Hands over the parts that are solved one by one, without those that nothing leads to; not all if the budget is spent.
  ///
  /// One at a time: all parts of a large function together take many times its memory.
  /// - Parameters:
  ///   - slots: followed to the exits.
  ///   - conditions: slots without origins that are of interest at the exits.
  ///   - body: gets each part, and how many there are at most.
  func forEachPart(
    keeping slots: [SlotID], asking conditions: [SlotID] = [], within budget: inout Budget,
    _ body: (Projection, Int, inout Budget) -> Void
  ) {
    let whole = inReversePostorder()
    let groups = OriginGroups(whole)
    budget.spend(groups.groups.count { $0.hasDebts } * whole.blocks.count * Budget.dutyCost)
    var projector = Projector(whole, groups, keeping: slots, asking: conditions)
    projector.split(whole, groups.groups[...], within: &budget) { body($0, groups.groups.count, &$1) }
  }

  /// Without the blocks that nothing leads to; but for loops, each block stands behind all that lead to it.
  private func inReversePostorder() -> ControlFlowGraph {
    var order: [Int32] = []
    var isSeen = Array(repeating: false, count: blocks.count)
    let ways = WayTargets(self)
    var open: [(block: Int32, ways: Range<Int>)] = [(0, ways.of(0))]
    isSeen[0] = true
    while let (block, ahead) = open.last {
      guard let way = ahead.first else {
        order.append(block)
        open.removeLast()
        continue
      }
      open[open.count - 1].ways = ahead.dropFirst()
      let target = ways.targets[way]
      if isSeen[Int(target)] { continue }
      isSeen[Int(target)] = true
      open.append((target, ways.of(Int(target))))
    }
    order.reverse()
    var place = Array(repeating: BlockID(0), count: blocks.count)
    for (new, old) in order.enumerated() { place[Int(old)] = BlockID(new) }
    var result = self
    result.blocks = order.map { old in
      var block = blocks[Int(old)]
      block.terminator = block.terminator.mapEdges { edge in
        var edge = edge
        edge.target = place[Int(edge.target.index)]
        return edge
      }
      return block
    }
    return result
  }
}

extension Terminator {
  func mapEdges(_ transform: (Edge) -> Edge) -> Terminator {
    switch self {
    case .jump(let edge): .jump(transform(edge))
    case .branch(let condition, let whenTrue, let whenFalse):
      .branch(condition, whenTrue: transform(whenTrue), whenFalse: transform(whenFalse))
    case .fork(let edges): .fork(edges.map(transform))
    case .exit: self
    }
  }
}

/// Cuts a graph down to what bears on some groups of origins: their own instructions, the conditions that decide which
/// of those are reached, what is written to these conditions, the conditions that decide about that, and so on.
///
/// The groups are halved again and again, and each half is cut out of what was left for both: a block that matters to
/// one group is looked at once for each halving, so that the whole costs little more than the size of the function.
private struct Projector {
  private let groups: OriginGroups
  private let kept: Set<Int32>
  private let conditions: [Int32]
  /// The families of the remembered conditions that read a slot.
  private let readers: Readers
  // What is of interest in this cut is marked with its number: families of slots for what they hold, families whose uses
  // count too, regions.
  private var cut: Int32 = 0
  private var asked: [Int32]
  private var followed: [Int32]
  private var regions: [Int32]
  private var taskGroups: Set<Int32> = []
  private var followsDuties = false
  private var followsDebts = false

  init(_ graph: ControlFlowGraph, _ groups: OriginGroups, keeping slots: [SlotID], asking conditions: [SlotID]) {
    self.groups = groups
    kept = Set(slots.map(groups.family))
    self.conditions = conditions.map(groups.family)
    readers = Readers(graph, groups)
    asked = Array(repeating: 0, count: graph.slotNames.count)
    followed = asked
    regions = Array(repeating: 0, count: graph.regions.count)
  }

  mutating func split(
    _ graph: ControlFlowGraph, _ part: ArraySlice<OriginGroups.Group>, within budget: inout Budget,
    _ body: (Projection, inout Budget) -> Void
  ) {
    guard let first = part.first, let small = project(graph, onto: part, within: &budget) else { return }
    if part.count == 1 {
      body(Projection(graph: small, origins: Set(first.origins)), &budget)
    } else {
      let middle = part.startIndex + part.count / 2
      split(small, part[..<middle], within: &budget, body)
      split(small, part[middle...], within: &budget, body)
    }
  }

  /// nil if nothing of it is ever reached.
  private mutating func project(
    _ graph: ControlFlowGraph, onto part: ArraySlice<OriginGroups.Group>, within budget: inout Budget
  ) -> ControlFlowGraph? {
    cut += 1
    taskGroups = []
    followsDuties = part.contains(where: \.hasDuties)
    followsDebts = part.contains(where: \.hasDebts)
    for family in conditions { ask(for: family) }
    for group in part {
      ask(for: group.family)
      followed[Int(group.family)] = cut
      for region in group.regions {
        regions[Int(region)] = cut
        if let group = graph.regions[Int(region)].group { taskGroups.insert(group) }
        for family in groups.handleFamilies(of: region) { ask(for: family) }
      }
    }
    let keepsExits = followsDebts || part.contains { kept.contains($0.family) }
    let onlyOrigin = part.count == 1 && part.first!.origins.count == 1 ? part.first!.origins[0] : nil
    let turns = followsDebts
      ? graph.pointsOfNoReturn(for: onlyOrigin) { groups.family(of: $0) == part.first!.family } : []
    let ways = WayTargets(graph)
    // Each round may find further conditions that decide about what is there so far.
    while !budget.isSpent {
      budget.spend(graph.blocks.count * Budget.blockCost)
      let before = cutSize
      var matters = followsDebts ? turns : Array(repeating: false, count: graph.blocks.count)
      var onlyBlurs = Array(repeating: false, count: graph.blocks.count)
      for (index, block) in graph.blocks.enumerated() {
        budget.spend(block.instructions.count * Budget.instructionCost)
        switch relevance(of: block.instructions) {
        case .nothing: break
        case .blurs: onlyBlurs[index] = !matters[index]
        case .more: matters[index] = true
        }
      }
      var isAsked = matters
      for (index, block) in graph.blocks.enumerated() {
        switch block.terminator {
        case .exit(let kind):
          if keepsExits, kind != .never { matters[index] = true }
          isAsked[index] = false
        case .branch(let condition, _, _): isAsked[index] = isAskedFor(condition)
        case .jump, .fork: isAsked[index] = false
        }
      }
      let contraction = Contraction(graph, ways, matters: matters, onlyBlurs: onlyBlurs, isAsked: isAsked, tellsSteps: false)
      passed.removeAll(keepingCapacity: true)
      for (index, block) in graph.blocks.enumerated() where !isAsked[index] {
        guard case .branch(let condition, _, _) = block.terminator, let slot = condition.lastSlot else { continue }
        let decision = contraction.decision(of: index)
        if decision == .nothing { continue }
        if decision == .whichWay && contraction.stays(index) || isCorrelated(condition, decision) {
          ask(for: groups.family(of: slot))
        }
      }
      if cutSize == before {
        let all = Contraction(graph, ways, matters: matters, onlyBlurs: onlyBlurs, isAsked: isAsked, tellsSteps: true)
        return build(graph, isAsked, all)
      }
    }
    return nil
  }

  private var cutSize = 0
  /// How branches that do not stay are passed, by the family of their condition.
  private var passed: [Int32: (slot: SlotID, decision: Contraction.Decision)] = [:]

  /// Whether the answer to a condition may be known from elsewhere: from what was written there, or because another
  /// branch has asked and learned something else.
  private mutating func isCorrelated(_ condition: Condition, _ decision: Contraction.Decision) -> Bool {
    guard let slot = condition.lastSlot else { return false }
    let family = groups.family(of: slot)
    if groups.mayDecide(condition) { return true }
    guard let earlier = passed.updateValue((slot, decision), forKey: family) else { return false }
    return earlier.slot != slot || earlier.decision != decision || decision == .whichWay
  }

  private mutating func ask(for family: Int32) {
    if asked[Int(family)] == cut { return }
    asked[Int(family)] = cut
    cutSize += 1
  }

  private func isAskedFor(_ slot: SlotID) -> Bool { asked[Int(groups.family(of: slot))] == cut }

  /// Both slots of a condition are of one family.
  private func isAskedFor(_ condition: Condition) -> Bool { condition.lastSlot.map { isAskedFor($0) } ?? false }

  private enum Relevance { case nothing, blurs, more }

  /// What stays of them; all are looked at, because each may ask for more.
  private mutating func relevance(of instructions: [Instruction]) -> Relevance {
    var found = Relevance.nothing
    for instruction in instructions where whatStays(of: instruction) != .nothing {
      if case .blur = instruction { if found == .nothing { found = .blurs } } else { found = .more }
    }
    return found
  }

  private mutating func relevant(_ instructions: [Instruction]) -> [Instruction] {
    var found: [Instruction] = []
    for instruction in instructions {
      switch whatStays(of: instruction) {
      case .nothing: break
      case .all: found.append(instruction)
      case .write(let slot): found.append(.set(slot, .unknown))
      }
    }
    return found
  }

  /// What a cut leaves of an instruction.
  private enum Rest: Equatable {
    case nothing, all
    /// That something is written to the slot, not what.
    case write(SlotID)
  }

  private mutating func whatStays(of instruction: Instruction) -> Rest {
    let stays: Bool
    switch instruction {
    case .set(let slot, .doubtful): stays = isAskedFor(slot) || isReadByAsked(slot)
    case .copy(let slot, let source) where groups.mayBeNumber(source) && isReadByAsked(slot):
      ask(for: groups.family(of: slot))
      stays = true
    case .create(let slot, _), .copy(let slot, _), .set(let slot, _), .handle(let slot, _):
      if isAskedFor(slot) { return .all }
      if !isReadByAsked(slot) { return .nothing }
      return instruction.isNumber ? .all : .write(slot)
    case .createIfUnknown(let slot, _):
      // Whether it writes is a matter of what the slot holds.
      if isReadByAsked(slot) { ask(for: groups.family(of: slot)) }
      stays = isAskedFor(slot)
    case .advance(let slot, _), .step(let slot, _): stays = isAskedFor(slot) || isReadByAsked(slot)
    case .use(let slot, _), .take(let slot): stays = followed[Int(groups.family(of: slot))] == cut
    case .enter(let region), .leave(let region): stays = regions[Int(region.index)] == cut
    case .join(let slot), .cancel(let slot): stays = isAskedFor(slot)
    case .joinGroup(let group): stays = taskGroups.contains(group)
    case .blur: stays = true
    case .pass: stays = followsDebts
    case .guarded, .trap: stays = followsDuties
    case .end(let origin): stays = groups.family(of: origin).map { followed[Int($0)] == cut } ?? false
    }
    return stays ? .all : .nothing
  }

  private func isReadByAsked(_ slot: SlotID) -> Bool { readers.families(of: slot).contains { asked[Int($0)] == cut } }

  /// - Parameter all: tells the steps.
  private mutating func build(_ graph: ControlFlowGraph, _ isAsked: [Bool], _ all: Contraction) -> ControlFlowGraph? {
    var contraction = all
    let entry = contraction.resolve(Edge(target: BlockID(0), step: nil)).target
    if entry == Contraction.nowhere { return nil }
    var order = [Int(entry)]
    order += graph.blocks.indices.filter { $0 != Int(entry) && contraction.stays($0) }
    var places = Array(repeating: Int32(order.count), count: graph.blocks.count)
    for (new, old) in order.enumerated() { places[old] = Int32(new) }
    func moved(_ target: Int32, _ steps: [StepID]) -> Edge {
      Edge(target == Contraction.nowhere ? BlockID(order.count) : BlockID(Int(places[Int(target)])), steps)
    }
    var result = graph
    result.blocks = order.map { old in
      var block = BasicBlock(instructions: relevant(graph.blocks[old].instructions), terminator: graph.blocks[old].terminator)
      if isAsked[old], contraction.decision(of: old) != .nothing {
        block.terminator = block.terminator.mapEdges { edge in
          let (target, steps) = contraction.resolve(edge)
          return moved(target, steps)
        }
      } else if !block.terminator.isExit {
        let ways = contraction.targets(of: old).map { moved($0, contraction.steps(from: old, to: $0)) }
        block.terminator = ways.isEmpty ? .exit(.never) : ways.count == 1 ? .jump(ways[0]) : .fork(ways)
      }
      return block
    }
    result.blocks.append(BasicBlock())
    return result
  }
}

/// The families of the remembered conditions that read a slot, in one row: each instruction of each cut asks for them.
private struct Readers {
  private var starts: [Int32]
  private var families: [Int32]

  init(_ graph: ControlFlowGraph, _ groups: OriginGroups) {
    starts = Array(repeating: 0, count: graph.slotNames.count + 1)
    for (slot, readers) in graph.dependents { starts[Int(slot.index) + 1] = Int32(readers.count) }
    for slot in graph.slotNames.indices { starts[slot + 1] += starts[slot] }
    families = Array(repeating: 0, count: Int(starts[graph.slotNames.count]))
    for (slot, readers) in graph.dependents {
      for (index, reader) in readers.enumerated() {
        families[Int(starts[Int(slot.index)]) + index] = groups.family(of: reader.slot)
      }
    }
  }

  func families(of slot: SlotID) -> ArraySlice<Int32> {
    families[Int(starts[Int(slot.index)])..<Int(starts[Int(slot.index) + 1])]
  }
}

extension Instruction {
  /// It makes known what variables are compared with.
  fileprivate var isNumber: Bool { if case .set(_, .number) = self { true } else { false } }
}

extension Terminator {
  fileprivate var isExit: Bool { if case .exit = self { true } else { false } }
}

extension Condition {
  /// The last of `slots`.
  fileprivate var lastSlot: SlotID? {
    switch self {
    case .isTrue(let slot), .isCompleted(let slot), .isNil(let slot), .hasOutcome(_, let slot): slot
    case .unknown: nil
    }
  }

  /// The slots that it asks, or remembers its answer in.
  var slots: [SlotID] {
    switch self {
    case .isTrue(let slot), .isCompleted(let slot), .isNil(let slot): [slot]
    case .hasOutcome(let slot, let fact): [slot, fact]
    case .unknown: []
    }
  }
}
