/// Which slots may still be read behind each block's start: what nobody asks for any more is forgotten, and ways that
/// differ in nothing else become one. Backward may-analysis over bit sets, to a fixpoint.
struct Liveness {
  private let words: Int
  /// One row of `words` words for each block.
  private var live: [UInt64]
  /// The most slots that are live at the start of any block.
  private(set) var widest = 0

  init(_ graph: ControlFlowGraph, keeping slots: [SlotID] = []) {
    words = (graph.slotNames.count + 63) / 64
    live = Array(repeating: 0, count: words * graph.blocks.count)
    var predecessors: [[Int32]] = Array(repeating: [], count: graph.blocks.count)
    for (index, block) in graph.blocks.enumerated() {
      for edge in block.terminator.edges { predecessors[Int(edge.target.index)].append(Int32(index)) }
    }
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
      for predecessor in predecessors[index] where !isPending[Int(predecessor)] {
        isPending[Int(predecessor)] = true
        pending.append(Int(predecessor))
      }
    }
    for block in graph.blocks.indices {
      let row = live[block * words..<(block + 1) * words]
      widest = max(widest, row.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    for slot in slots {
      for block in graph.blocks.indices { live[block * words + Int(slot.index) / 64] |= 1 << (UInt64(slot.index) % 64) }
    }
  }

  func isLive(_ slot: SlotID, at block: BlockID) -> Bool {
    live[Int(block.index) * words + Int(slot.index) / 64] >> (UInt64(slot.index) % 64) & 1 == 1
  }

  private func compute(_ graph: ControlFlowGraph, _ index: Int, _ row: inout [UInt64]) {
    for word in 0..<words { row[word] = 0 }
    let block = graph.blocks[index]
    for edge in block.terminator.edges {
      let start = Int(edge.target.index) * words
      for word in 0..<words { row[word] |= live[start + word] }
    }
    func read(_ slot: SlotID, _ row: inout [UInt64]) { row[Int(slot.index) / 64] |= 1 << (UInt64(slot.index) % 64) }
    func write(_ slot: SlotID, _ row: inout [UInt64]) { row[Int(slot.index) / 64] &= ~(1 << (UInt64(slot.index) % 64)) }
    if case .branch(let condition, _, _) = block.terminator {
      switch condition {
      case .isTrue(let slot):
        read(slot, &row)
      // Learning that one case holds says that the others do not.
      case .isCompleted(let slot), .isNil(let slot): read(slot, &row)
      case .hasOutcome(let slot, let fact):
        read(slot, &row)
        read(fact, &row)
      case .unknown: break
      }
    }
    for instruction in block.instructions.reversed() {
      switch instruction {
      case .create(let slot, _), .set(let slot, _), .handle(let slot, _): write(slot, &row)
      case .copy(let target, let source):
        let wanted = row[Int(target.index) / 64] >> (UInt64(target.index) % 64) & 1 == 1
        write(target, &row)
        if wanted { read(source, &row) }
      case .createIfUnknown(let slot, _): read(slot, &row)
      case .use(let slot, _), .join(let slot), .advance(let slot): read(slot, &row)
      case .enter, .leave, .joinGroup, .pass, .guarded, .end: break
      }
    }
  }
}
