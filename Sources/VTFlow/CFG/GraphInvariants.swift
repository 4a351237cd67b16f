// What `ControlFlowGraph` promises, looked at before a graph is solved: one pass over the instructions, which costs little beside
// the solver. A graph that breaks a promise would end the whole run with a trap in the middle of the solver; so only its function
// is left out, and that is said.

extension ControlFlowGraph {
  /// What does not hold, in words; nil if all is well.
  package var defect: String? {
    if blocks.isEmpty { return "there is no entry" }
    for (number, block) in blocks.enumerated() {
      for instruction in block.instructions where !holds(instruction) {
        return "block \(number): \(instruction) names what is not there"
      }
      if let defect = defect(of: block.terminator) { return "block \(number): \(defect)" }
    }
    // Whoever goes from a region to those around it comes to an end.
    for (number, region) in regions.enumerated() {
      if let parent = region.parent, !(0..<Int32(number)).contains(parent.index) {
        return "region \(number) is not inside its parent"
      }
    }
    if !uses.allSatisfy({ use in use.region.map { exists($0) } ?? true }) { return "a use in a region that is not there" }
    return nil
  }

  private func holds(_ instruction: Instruction) -> Bool {
    switch instruction {
    case .create(let slot, let origin), .createIfUnknown(let slot, let origin): exists(slot) && exists(origin)
    case .copy(let target, let source): exists(target) && exists(source)
    case .set(let slot, _), .take(let slot), .join(let slot), .cancel(let slot), .step(let slot, _): exists(slot)
    case .advance(let slot, let part): exists(slot) && part.map { exists($0) } ?? true
    case .handle(let slot, let region): exists(slot) && exists(region)
    case .use(let slot, let use): exists(slot) && uses.indices.contains(Int(use.index))
    case .enter(let region), .leave(let region): exists(region)
    case .end(let origin): exists(origin)
    case .joinGroup, .pass, .guarded, .trap, .blur: true
    }
  }

  private func defect(of terminator: Terminator) -> String? {
    switch terminator {
    case .jump(let edge): return defect(of: edge)
    case .branch(let condition, let whenTrue, let whenFalse):
      if !condition.slots.allSatisfy({ exists($0) }) { return "a condition on a slot that is not there" }
      return defect(of: whenTrue) ?? defect(of: whenFalse)
    case .fork(let edges):
      for edge in edges { if let defect = defect(of: edge) { return defect } }
      return nil
    case .exit: return nil
    }
  }

  private func defect(of edge: Edge) -> String? {
    if !blocks.indices.contains(Int(edge.target.index)) { return "an edge that leads nowhere" }
    let steps = self.steps.indices
    if let step = edge.step, !steps.contains(Int(step.index)) { return "a step that is not there" }
    return edge.further.allSatisfy { steps.contains(Int($0.index)) } ? nil : "a step that is not there"
  }

  private func exists(_ slot: SlotID) -> Bool { slotNames.indices.contains(Int(slot.index)) }
  private func exists(_ origin: OriginID) -> Bool { origins.indices.contains(Int(origin.index)) }
  private func exists(_ region: RegionID) -> Bool { regions.indices.contains(Int(region.index)) }
}
