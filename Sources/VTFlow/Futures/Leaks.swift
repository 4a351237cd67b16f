import VTDiagnostics

/// A way out on which a duty is left undone.
package struct Leak: Sendable {
  package var origin: OriginID
  /// The place from which nobody can see to it any more; where it was made, if nobody ever could.
  package var range: ByteRange
  /// The way from where it was made, in steps.
  package var steps: [PathStep]
}

// Where a leak is told: at the point of no return. From the making of the duty to the end of the way there is a last
// block from which some use that would see to it can still be reached; the edge that leaves it is what went wrong.
extension Replay {
  /// One leak for each place, in the order of the places.
  func leaks() -> [Leak] {
    if dueAtEnd.isEmpty { return [] }
    var waysOfBlock: [Int32: [Int]] = [:]
    for (index, way) in ways.enumerated() { waysOfBlock[way.block.index, default: []].append(index) }
    var found: [Leak] = []
    for origin in Set(dueAtEnd.map(\.origin)).sorted() {
      let hope = hopeful(origin)
      for due in dueAtEnd where due.origin == origin {
        guard let leak = leak(of: due, hope, waysOfBlock) else { continue }
        if !found.contains(where: { $0.origin == origin && $0.range == leak.range }) { found.append(leak) }
      }
    }
    return found.sorted { ($0.range, $0.origin) < ($1.range, $1.origin) }
  }

  /// The blocks from which something that sees to this origin can be reached.
  private func hopeful(_ origin: OriginID) -> [Bool] {
    let contract = graph[origin].contract
    let saviours = (usesOf[origin] ?? []).filter { graph[$0].kind.effect(on: contract) != .looks }
    var predecessors: [[Int32]] = Array(repeating: [], count: graph.blocks.count)
    for (index, block) in graph.blocks.enumerated() {
      for edge in block.terminator.edges { predecessors[Int(edge.target.index)].append(Int32(index)) }
    }
    var hope = Array(repeating: false, count: graph.blocks.count)
    var pending: [Int] = []
    for (index, block) in graph.blocks.enumerated() {
      let saves = block.instructions.contains { if case .use(_, let use) = $0 { saviours.contains(use) } else { false } }
      if saves {
        hope[index] = true
        pending.append(index)
      }
    }
    while let index = pending.popLast() {
      // Before it is made there is nothing to see to; the last round's value is another one.
      if makes(origin, graph.blocks[index]) { continue }
      for predecessor in predecessors[index] where !hope[Int(predecessor)] {
        hope[Int(predecessor)] = true
        pending.append(Int(predecessor))
      }
    }
    return hope
  }

  private func makes(_ origin: OriginID, _ block: BasicBlock) -> Bool {
    block.instructions.contains { instruction in
      switch instruction {
      case .create(_, origin), .createIfUnknown(_, origin): true
      default: false
      }
    }
  }

  /// nil where a guard sends the way past: somebody else has seen to it before.
  private func leak(of due: Due, _ hope: [Bool], _ waysOfBlock: [Int32: [Int]]) -> Leak? {
    var path: [Int] = []
    var index = due.way
    while index >= 0 {
      path.append(index)
      if makes(due.origin, graph[ways[index].block]) { break }
      index = Int(ways[index].parent)
    }
    path.reverse()
    let steps = path.dropFirst().compactMap { ways[$0].step.map { graph.steps[Int($0.index)] } }
    guard let last = path.lastIndex(where: { hope[Int(ways[$0].block.index)] }) else {
      return Leak(origin: due.origin, range: graph[due.origin].range, steps: Array(steps.suffix(Replay.stepLimit)))
    }
    let behind = path[(last + 1)...]
    let decisive = behind.lazy.compactMap { ways[$0].step }.first.map { graph.steps[Int($0.index)] }
    if decisive?.isGuard == true { return nil }
    var exit: ByteRange?
    var head: ByteRange?
    for index in behind where onlyDue(due.origin, waysOfBlock[ways[index].block.index] ?? []) {
      for case .pass(let waypoint) in graph[ways[index].block].instructions {
        if waypoint.isExit { exit = exit ?? waypoint.range } else { head = head ?? waypoint.range }
      }
    }
    let place = exit ?? head ?? decisive?.range ?? graph[due.origin].range
    return Leak(origin: due.origin, range: place, steps: Array(steps.suffix(Replay.stepLimit)))
  }

  /// Whether nobody comes here who has seen to it: what stands here is said of this way alone.
  private func onlyDue(_ origin: OriginID, _ ways: [Int]) -> Bool {
    ways.allSatisfy { index in
      guard let place = self.ways[index].state.originIndex(origin) else { return false }
      return self.ways[index].state.origins[place].isDue(graph)
    }
  }

  private static let stepLimit = 24
}
