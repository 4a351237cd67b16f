extension ControlFlowGraph {
  /// The blocks with an edge to each block.
  func predecessors() -> Adjacency {
    Adjacency(nodeCount: blocks.count) { take in
      for (index, block) in blocks.enumerated() { block.terminator.forEachTarget { take($0.index, Int32(index)) } }
    }
  }

  /// The blocks from which one of some blocks can be reached.
  /// - Parameter stops: what lies before such a block does not count.
  func blocks(leadingTo targets: [Int], _ predecessors: Adjacency, stops: (Int) -> Bool) -> [Bool] {
    var leads = Array(repeating: false, count: blocks.count)
    for target in targets { leads[target] = true }
    var pending = targets
    while let index = pending.popLast() {
      if stops(index) { continue }
      for predecessor in predecessors.successors(of: Int32(index)) where !leads[Int(predecessor)] {
        leads[Int(predecessor)] = true
        pending.append(Int(predecessor))
      }
    }
    return leads
  }
}
