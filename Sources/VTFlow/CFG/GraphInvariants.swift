// What `ControlFlowGraph` promises, looked at before a graph is solved: one pass over the instructions, which costs little beside
// the solver. A graph that breaks a promise would end the whole run with a trap in the middle of the solver; so only its function
// is left out, and that is said.

extension ControlFlowGraph {
  /// What does not hold, in words; nil if all is well.
  package var defect: String? {
    if blocks.isEmpty { return "there is no entry" }
    for (number, block) in blocks.enumerated() {
      if let defect = block.instructions.lazy.compactMap({ self.defect(of: $0) }).first { return "block \(number): \(defect)" }
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

  private func defect(of instruction: Instruction) -> String? {
    let holds =
      switch instruction {
      case .create(let slot, let origin), .createIfUnknown(let slot, let origin): exists(slot) && exists(origin)
      case .copy(let target, let source): exists(target) && exists(source)
      case .set(let slot, _), .take(let slot), .join(let slot), .step(let slot, _): exists(slot)
      case .advance(let slot, let part): exists(slot) && part.map { exists($0) } ?? true
      case .handle(let slot, let region): exists(slot) && exists(region)
      case .use(let slot, let use): exists(slot) && uses.indices.contains(Int(use.index))
      case .enter(let region), .leave(let region): exists(region)
      case .end(let origin): exists(origin)
      case .joinGroup, .pass, .guarded, .trap, .blur: true
      }
    return holds ? nil : "\(instruction) names what is not there"
  }

  private func defect(of terminator: Terminator) -> String? {
    if case .branch(let condition, _, _) = terminator, !condition.slots.allSatisfy({ exists($0) }) {
      return "a condition on a slot that is not there"
    }
    if terminator.edges.contains(where: { !blocks.indices.contains(Int($0.target.index)) }) {
      return "an edge that leads nowhere"
    }
    let steps = self.steps.indices
    if terminator.edges.contains(where: { edge in !edge.steps.allSatisfy { steps.contains(Int($0.index)) } }) {
      return "a step that is not there"
    }
    return nil
  }

  private func exists(_ slot: SlotID) -> Bool { slotNames.indices.contains(Int(slot.index)) }
  private func exists(_ origin: OriginID) -> Bool { origins.indices.contains(Int(origin.index)) }
  private func exists(_ region: RegionID) -> Bool { regions.indices.contains(Int(region.index)) }
}
