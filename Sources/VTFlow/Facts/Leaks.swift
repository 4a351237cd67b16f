import VTDiagnostics

/// A way out on which a duty is left undone.
package struct Leak: Sendable {
  package var origin: OriginID
  /// The place from which nobody can see to it any more; where it was made, if nobody ever could.
  package var range: ByteRange
  /// The way there from where it was made, in steps.
  package var steps: [PathStep]
  /// It may be that another call of the same closure sees to it.
  package var isUncertain = false
}

// Where a leak is told: at the point of no return. A block is *hopeful* if some use that would see to the duty can
// still be reached from it. The edge on which a way leaves the hopeful blocks with the duty undone is what went wrong.
extension Replay {
  /// The leaks of all duties of the part that some way ends without; one for each place.
  func findLeaks() -> [Leak] {
    if dueAtEnd.isEmpty { return [] }
    let predecessors = graph.predecessors()
    var found: [Leak] = []
    for origin in dueAtEnd.sorted() {
      for leak in leaks(of: origin, predecessors) {
        guard let place = found.firstIndex(where: { $0.origin == origin && $0.range == leak.range }) else {
          found.append(leak)
          continue
        }
        if found[place].isUncertain, !leak.isUncertain { found[place] = leak }
      }
    }
    return found
  }

  private func leaks(of origin: OriginID, _ predecessors: Adjacency) -> [Leak] {
    let hopeful = graph.blocks(leadingTo: saviours(of: origin), predecessors) { makes(origin, graph.blocks[$0]) }
    if !hopeful.contains(true) {
      // A closure that has nothing to do with it has no place to tell it either.
      if graph[origin].kind == .capture { return [] }
      if graph[origin].duty == .given || graph[origin].duty == .kept { return [] }
      return [Leak(origin: origin, range: graph[origin].range, steps: [])]
    }
    var isReachedDue = Array(repeating: false, count: graph.blocks.count)
    for way in ways where isDue(origin, in: way.state) { isReachedDue[Int(way.block.index)] = true }
    var onlyDue = isReachedDue
    for way in ways where !isDue(origin, in: way.state) { onlyDue[Int(way.block.index)] = false }
    // Where conditions keep all ways with the duty undone from an end, the text leads there, and nothing else.
    let ends = graph.blocks(leadingTo: endings(of: origin).filter { isReachedDue[$0] }, predecessors) { _ in false }
    let hopefulInside = blocksHopefulInside(origin, predecessors)
    var found: [Leak] = []
    for (index, way) in ways.enumerated() where !hopeful[Int(way.block.index)] && isDue(origin, in: way.state) {
      guard way.parent >= 0, ends[Int(way.block.index)], !endsProgram(way.block) else { continue }
      let before = ways[Int(way.parent)]
      let isRenewed = makes(origin, graph[before.block]) || cancels(graph[before.block])
      guard hopeful[Int(before.block.index)] || isRenewed else { continue }
      var turn = step(way, before)
      var steps = self.steps(to: index, from: origin)
      if isLeftToFirst(Int(way.parent), origin, hopefulInside) { continue }
      if turn?.isUnlikely == true, let other = likelierTurn(into: way.block, of: origin, hopeful) {
        turn = other.steps[0]
        steps = self.steps(to: other.way, from: origin) + other.steps
      }
      // Somebody else has seen to it before; to what was made in this very run, nobody has for the sake of a flag.
      switch turn?.guardedBy {
      case .call?, .ownFlag?, .count?: continue
      case .flag?, .earlier?, .last?:
        if graph[origin].kind == .capture || graph[origin].kind == .parameter && graph[origin].duty != .own { continue }
      case .find? where graph[origin].kind != .made: continue
      case .first? where graph[origin].kind == .capture || isSharedOut(origin): continue
      default: break
      }
      if let leftOut = turn?.leftOut, isSeenTo(origin, besides: leftOut) { continue }
      let place = waypoint(from: way.block, onlyDue) ?? turn?.range ?? graph[origin].range
      let isElsewhere = turn?.leftOut != nil && turn?.isForSystem == true
      // What was made in this very run no other event sees to.
      let isOfEvent = graph[origin].kind != .made && (turn?.isEvent == true || steps.contains(where: \.isEvent))
      let isUncertain = isElsewhere || isOfEvent || turn?.isUnlikely == true || steps.contains(where: \.isUnlikely)
      found.append(Leak(origin: origin, range: place, steps: steps.filter { !$0.text.isEmpty }, isUncertain: isUncertain))
    }
    // Where it was made is told only if there is nothing better to tell.
    return found.contains { $0.range != graph[origin].range } ? found.filter { $0.range != graph[origin].range } : found
  }

  /// `assert(isReady)` in a task: what follows the task is reached by the others.
  private func endsProgram(_ block: BlockID) -> Bool {
    graph[block].instructions.contains { if case .trap = $0 { true } else { false } }
  }

  /// Whether a task or callback on the way found that another one had come first (`guard once.claim() else { return }`), and none
  /// that it was the first itself: whoever that is sees to it.
  private func isLeftToFirst(_ way: Int, _ origin: OriginID, _ hopefulInside: [Bool]) -> Bool {
    var isLeft = false
    var index = way
    var blocks = 0
    while index >= 0, blocks < Replay.pathLimit, !makes(origin, graph[ways[index].block]) {
      blocks += 1
      let parent = Int(ways[index].parent)
      if parent >= 0, let step = ways[index].steps.first, [.call, .first, .ownFlag].contains(graph[step].guardedBy),
        hopefulInside[Int(ways[parent].block.index)]
      {
        if hopefulInside[Int(ways[index].block.index)] { return false }
        isLeft = true
      }
      index = parent
    }
    return isLeft
  }

  private func isDue(_ origin: OriginID, in state: State) -> Bool {
    state.originIndex(origin).map { state.origins[$0].isDue(graph) } ?? false
  }

  /// Whether more than one task or callback may see to it.
  private func isSharedOut(_ origin: OriginID) -> Bool {
    let contract = graph[origin].contract
    let uses = (usesOf[origin] ?? []).lazy.map { graph[$0] }.filter { $0.kind.effect(on: contract) != .looks }
    return Set(uses.map(\.region)).count > 1
  }

  /// What the way chose where it left the hopeful blocks; where that has no words, what it did not choose.
  private func step(_ way: Solver.Way, _ before: Solver.Way) -> PathStep? {
    let edges = graph[before.block].terminator.edges
    let step = way.steps.first ?? edges.first { $0.target == way.block }?.step ?? edges.lazy.compactMap(\.step).first
    return step.map { graph[$0] }
  }

  /// `guard let self, let place = self.place`: where nobody reckons with the one, the other may still be.
  private func likelierTurn(into block: BlockID, of origin: OriginID, _ hopeful: [Bool]) -> (way: Int, steps: [PathStep])? {
    for (index, way) in ways.enumerated() where hopeful[Int(way.block.index)] && isDue(origin, in: way.state) {
      for edge in graph[way.block].terminator.edges where edge.target == block {
        let steps = edge.steps.map { graph[$0] }
        if let turn = steps.first, !turn.isUnlikely { return (index, steps) }
      }
    }
    return nil
  }

  /// A place that only ways with the duty undone pass: the first statement that leaves, else the first head of a branch, else what
  /// threw on the way to one that others reach, too.
  private func waypoint(from block: BlockID, _ onlyDue: [Bool]) -> ByteRange? {
    var (head, thrown): (ByteRange?, ByteRange?)
    var pending = [Int(block.index)]
    var seen = Set(pending)
    while !pending.isEmpty {
      let index = pending.removeFirst()
      if !onlyDue[index] { continue }
      for case .pass(let waypoint) in graph.blocks[index].instructions {
        switch waypoint.kind {
        case .exit: return waypoint.range
        case .head: head = head ?? waypoint.range
        case .caught: thrown = thrown ?? waypoint.range
        }
      }
      pending += graph.blocks[index].terminator.edges.map { Int($0.target.index) }.filter { seen.insert($0).inserted }
    }
    return head ?? thrown
  }

  /// Whether something outside of an `#if` sees to it, too: that one is for other builds, or comes before.
  private func isSeenTo(_ origin: OriginID, besides range: ByteRange) -> Bool {
    (usesOf[origin] ?? []).contains { id in
      let use = graph[id]
      return use.kind.effect(on: graph[origin].contract) != .looks && !(range.start..<range.end).contains(use.range.start)
    }
  }

  /// The steps of a way from where the duty was made.
  private func steps(to way: Int, from origin: OriginID) -> [PathStep] {
    var steps: [PathStep] = []
    var index = way
    var blocks = 0
    while index >= 0, steps.count < 24, blocks < Replay.pathLimit, !makes(origin, graph[ways[index].block]) {
      blocks += 1
      steps += ways[index].steps.reversed().map { graph[$0] }
      index = Int(ways[index].parent)
    }
    return steps.reversed()
  }

  // MARK: blocks

  /// The blocks in which some way sees to it. Before it is made there is nothing to see to: the last round of a loop
  /// made another one.
  private func saviours(of origin: OriginID) -> [Int] {
    let contract = graph[origin].contract
    let uses = (usesOf[origin] ?? []).filter { graph[$0].kind.effect(on: contract) != .looks }
    return graph.blocks.indices.filter { index in
      graph.blocks[index].instructions.contains { if case .use(_, let use) = $0 { uses.contains(use) } else { false } }
    }
  }

  /// The blocks from which a way sees to it before the task or callback ends that they stand in.
  private func blocksHopefulInside(_ origin: OriginID, _ predecessors: Adjacency) -> [Bool] {
    let contract = graph[origin].contract
    let uses = (usesOf[origin] ?? []).filter { graph[$0].kind.effect(on: contract) != .looks }
    return graph.blocks(leadingTo: saviours(of: origin), predecessors) { block in
      for instruction in graph.blocks[block].instructions {
        if case .use(_, let use) = instruction, uses.contains(use) { return false }
        if case .leave = instruction { return true }
      }
      return makes(origin, graph.blocks[block])
    }
  }

  /// The blocks in which the time for it is over; also where the next round of a loop makes another one.
  private func endings(of origin: OriginID) -> [Int] {
    graph.blocks.indices.filter { index in
      let block = graph.blocks[index]
      let isEnd = block.instructions.contains { if case .end(origin) = $0 { true } else { false } }
      if makes(origin, block) { return true }
      switch block.terminator {
      case .exit(.normal): return true
      case .exit(.thrown): return isEnd || graph[origin].isOwedWhenThrown
      default: return isEnd
      }
    }
  }

  /// What would have seen to it is cancelled there.
  private func cancels(_ block: BasicBlock) -> Bool {
    block.instructions.contains { if case .cancel = $0 { true } else { false } }
  }

  private func makes(_ origin: OriginID, _ block: BasicBlock) -> Bool {
    block.instructions.contains { instruction in
      switch instruction {
      case .create(_, origin), .createIfUnknown(_, origin): true
      default: false
      }
    }
  }
}
