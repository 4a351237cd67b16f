// What others may change without anybody seeing it here: properties, and variables that a closure assigns to. What was known of
// them silences rules where it has become stale; it must not make the only consumption of a value look unreachable:
//
//     let f = store.load(1)
//     guard !connection.isOpen else { return }
//     connection.open()
//     guard connection.isOpen else { throw Failure() }      // remembered: it is not open
//     print(try await f.value)                              // reached all the same
extension FunctionFacts {
  /// Looks once more at the values that nobody takes on, as if each question about what others may change were open.
  mutating func settleWhatOthersDecide(within budget: inout Budget) {
    let dropped = reached.subtracting(settled).filter { origin in
      graph[origin].contract == .future && [.made, .computed].contains(graph[origin].kind)
    }
    guard !dropped.isEmpty, let open = graph.forgettingOthers else { return }
    let facts = solve(open, keeping: [], within: &budget)
    settled.formUnion(facts.map { dropped.intersection($0.settled) } ?? dropped)
  }
}

extension ControlFlowGraph {
  /// The same graph, where nothing is remembered of what others may change; nil if nothing is.
  fileprivate var forgettingOthers: ControlFlowGraph? {
    var asked = Set(others)
    for slot in others { for dependent in dependents[slot] ?? [] { asked.insert(dependent.slot) } }
    var graph = self
    var isChanged = false
    for index in blocks.indices {
      guard case .branch(let condition, let whenTrue, let whenFalse) = blocks[index].terminator else { continue }
      switch condition {
      case .isTrue(let slot) where asked.contains(slot), .isNil(let slot) where asked.contains(slot):
        graph.blocks[index].terminator = .branch(.unknown, whenTrue: whenTrue, whenFalse: whenFalse)
        isChanged = true
      case .isTrue, .isNil, .isCompleted, .hasOutcome, .unknown: break
      }
    }
    return isChanged ? graph : nil
  }
}
