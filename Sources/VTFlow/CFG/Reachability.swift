extension ControlFlowGraph {
  /// The blocks with an edge to each block.
  func predecessors() -> [[Int32]] {
    var predecessors: [[Int32]] = Array(repeating: [], count: blocks.count)
    for (index, block) in blocks.enumerated() {
      for edge in block.terminator.edges { predecessors[Int(edge.target.index)].append(Int32(index)) }
    }
    return predecessors
  }

  /// The blocks from which one of some blocks can be reached.
  /// - Parameter stops: what lies before such a block does not count.
  func blocks(leadingTo targets: [Int], _ predecessors: [[Int32]], stops: (Int) -> Bool) -> [Bool] {
    var leads = Array(repeating: false, count: blocks.count)
    for target in targets { leads[target] = true }
    var pending = targets
    while let index = pending.popLast() {
      if stops(index) { continue }
      for predecessor in predecessors[index] where !leads[Int(predecessor)] {
        leads[Int(predecessor)] = true
        pending.append(Int(predecessor))
      }
    }
    return leads
  }
}
