extension ControlFlowGraph {
  /// The blocks behind a choice, from where nobody can see to a duty any more. They stay in a part although nothing
  /// happens in them: that is where a leak is told (`Leak`), each on its own.
  /// - Parameter origin: the duty, if it is the only one; of several every block behind a choice stays.
  func pointsOfNoReturn(for origin: OriginID?, isUse: (SlotID) -> Bool) -> [Bool] {
    var found = Array(repeating: false, count: blocks.count)
    for block in blocks where block.terminator.edgeCount > 1 { block.terminator.forEachTarget { found[Int($0.index)] = true } }
    guard let origin else { return found }
    for (index, isHopeful) in hopefulBlocks(for: origin, isUse: isUse).enumerated() where isHopeful { found[index] = false }
    return found
  }

  /// The blocks from which a use of the duty can be reached before it is made anew.
  private func hopefulBlocks(for origin: OriginID, isUse: (SlotID) -> Bool) -> [Bool] {
    var isStart = Array(repeating: false, count: blocks.count)
    var targets: [Int] = []
    for (index, block) in blocks.enumerated() {
      for instruction in block.instructions {
        switch instruction {
        case .create(_, origin), .createIfUnknown(_, origin): isStart[index] = true
        case .use(let slot, let use):
          guard isUse(slot), self[use].kind.effect(on: self[origin].contract) != .looks, targets.last != index else { continue }
          targets.append(index)
        default: break
        }
      }
    }
    return blocks(leadingTo: targets, predecessors()) { isStart[$0] }
  }
}
