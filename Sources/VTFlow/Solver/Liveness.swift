/// Which slots may still be read behind each block's start: what nobody asks for any more is forgotten, and ways that
/// differ in nothing else become one. Backward may-analysis over bit sets, to a fixpoint.
struct Liveness {
  /// The slots that some block reads before it writes them, sorted: no other is ever live between two blocks.
  private let slots: [SlotID]
  private let words: Int
  /// One row of `words` words for each block.
  private var live: [UInt64]
  /// The slots that are live everywhere, as such a row.
  private var kept: [UInt64]
  /// The most slots that are live at the start of any block.
  private(set) var widest = 0

  /// - Parameter slots: live everywhere.
  init(_ graph: ControlFlowGraph, keeping slots: [SlotID] = []) {
    self.slots = slotsReadFirst(in: graph, and: slots)
    words = (self.slots.count + 63) / 64
    kept = Array(repeating: UInt64(0), count: words)
    live = Array(repeating: 0, count: words * graph.blocks.count)
    for slot in slots {
      guard let column = column(of: slot) else { continue }
      kept[column / 64] |= 1 << (UInt64(column) % 64)
    }
    let predecessors = graph.predecessors()
    var pending = Array(graph.blocks.indices)
    var isPending = Array(repeating: true, count: graph.blocks.count)
    var row = Array(repeating: UInt64(0), count: words)
    while let index = pending.popLast() {
      isPending[index] = false
      compute(graph, index, &row)
      let start = index * words
      var changed = false
      for word in 0..<words where live[start + word] != row[word] {
        live[start + word] = row[word]
        changed = true
      }
      guard changed else { continue }
      for predecessor in predecessors.successors(of: Int32(index)) where !isPending[Int(predecessor)] {
        isPending[Int(predecessor)] = true
        pending.append(Int(predecessor))
      }
    }
    for block in graph.blocks.indices {
      widest = max(widest, live[block * words..<(block + 1) * words].reduce(0) { $0 + $1.nonzeroBitCount })
    }
    for block in graph.blocks.indices { for word in 0..<words { live[block * words + word] |= kept[word] } }
  }

  func isLive(_ slot: SlotID, at block: BlockID) -> Bool {
    guard let column = column(of: slot) else { return false }
    return live[Int(block.index) * words + column / 64] >> (UInt64(column) % 64) & 1 == 1
  }

  private func column(of slot: SlotID) -> Int? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle] == slot { return middle }
      if slots[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func compute(_ graph: ControlFlowGraph, _ index: Int, _ row: inout [UInt64]) {
    for word in 0..<words { row[word] = kept[word] }
    let block = graph.blocks[index]
    block.terminator.forEachTarget { target in
      let start = Int(target.index) * words
      for word in 0..<words { row[word] |= live[start + word] }
    }
    func read(_ slot: SlotID, _ row: inout [UInt64]) {
      if let column = column(of: slot) { row[column / 64] |= 1 << (UInt64(column) % 64) }
    }
    func forget(_ slot: SlotID, _ row: inout [UInt64]) {
      if let column = column(of: slot) { row[column / 64] &= ~(1 << (UInt64(column) % 64)) }
    }
    // What was known of a variable is forgotten with what it held.
    func write(_ slot: SlotID, _ row: inout [UInt64]) {
      forget(slot, &row)
      guard let dependents = graph.dependents[slot], dependents.count <= Limits.forgottenConditions else { return }
      for dependent in dependents { forget(dependent.slot, &row) }
    }
    if case .branch(let condition, _, _) = block.terminator { for slot in graph.slotsRead(by: condition) { read(slot, &row) } }
    for instruction in block.instructions.reversed() {
      switch instruction {
      // Whether it is in doubt depends on whether it was known.
      case .set(_, .doubtful): break
      case .create(let slot, _), .set(let slot, _), .handle(let slot, _): write(slot, &row)
      case .copy(let target, let source):
        // A target outside of the columns lives within the block only; its source may come from before.
        let wanted = column(of: target).map { row[$0 / 64] >> (UInt64($0) % 64) & 1 == 1 } ?? true
        write(target, &row)
        if wanted { read(source, &row) }
      case .createIfUnknown(let slot, _): read(slot, &row)
      case .use(let slot, _), .take(let slot), .join(let slot), .cancel(let slot), .advance(let slot, _), .step(let slot, _):
        read(slot, &row)
      case .enter, .leave, .joinGroup, .pass, .guarded, .trap, .blur, .end: break
      }
    }
  }
}

private func slotsReadFirst(in graph: ControlFlowGraph, and kept: [SlotID]) -> [SlotID] {
  var found: Set<SlotID> = []
  var written: Set<SlotID> = []
  func read(_ slot: SlotID) { if !written.contains(slot) { found.insert(slot) } }
  for block in graph.blocks {
    written.removeAll(keepingCapacity: true)
    for instruction in block.instructions {
      switch instruction {
      case .set(_, .doubtful): break
      case .create(let slot, _), .set(let slot, _), .handle(let slot, _): written.insert(slot)
      case .copy(let target, let source):
        read(source)
        written.insert(target)
      case .createIfUnknown(let slot, _), .use(let slot, _), .take(let slot), .join(let slot), .cancel(let slot),
        .advance(let slot, _), .step(let slot, _):
        read(slot)
      case .enter, .leave, .joinGroup, .pass, .guarded, .trap, .blur, .end: break
      }
    }
    if case .branch(let condition, _, _) = block.terminator { for slot in graph.slotsRead(by: condition) { read(slot) } }
  }
  return (found.union(kept)).sorted()
}

extension ControlFlowGraph {
  /// What a branch looks at: the last of several cases holds if no other does, and so do comparisons with numbers.
  fileprivate func slotsRead(by condition: Condition) -> [SlotID] {
    guard case .isTrue(let slot) = condition else { return condition.slots }
    return [slot] + otherCases(than: slot) + ranges.conditions(with: slot)
  }
}

extension Limits {
  /// Where more conditions read a variable than this, they are not looked at one by one wherever it is written.
  fileprivate static let forgottenConditions = 16
}
