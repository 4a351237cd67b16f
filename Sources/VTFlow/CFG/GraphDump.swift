// The lines of `vtlint-dev dump cfg` and `dump facts`: see docs/DUMPS.md.
import VTDiagnostics

extension ControlFlowGraph {
  /// Every block that the entry leads to, with its instructions, behind the tables that they name. Empty blocks are left
  /// out, blocks and slots are numbered as they come: what the lowering makes besides does not show.
  package func dump() -> String { compacted().text() }

  private func text() -> String {
    var text = ""
    for (index, origin) in origins.enumerated() {
      text += "  \(place(origin.range)) origin o\(index) \(origin.kind)\(origin.isOptional ? " optional" : "")"
      text += "\(origin.isCompleted ? " completed" : "")\(origin.owes ? " owes" : ""): \(inOneLine(origin.name))\n"
    }
    for (index, region) in regions.enumerated() {
      text += "  \(place(region.range)) region r\(index) \(region.kind)"
      if let parent = region.parent { text += " in r\(parent.index)" }
      if let group = region.group { text += " of group \(group)" }
      text += "\n"
    }
    for (index, block) in blocks.enumerated() {
      text += "  block b\(index)\n"
      for instruction in block.instructions { text += "    \(line(instruction))\n" }
      text += "    \(line(block.terminator))\n"
    }
    return text
  }

  /// The blocks that the entry leads to, in the order of the first way there, and the slots that they name.
  private func compacted() -> ControlFlowGraph {
    var order: [Int] = []
    var pending = blocks.isEmpty ? [] : [0]
    var blockNumbers: [Int32: Int] = [:]
    while let index = pending.popLast() {
      guard blockNumbers[Int32(index)] == nil else { continue }
      blockNumbers[Int32(index)] = order.count
      order.append(index)
      pending += blocks[index].terminator.edges.reversed().map { Int(behindEmptyBlocks($0.target).index) }
    }
    var slotNumbers: [SlotID: SlotID] = [:]
    var names: [String] = []
    func renumber(_ slot: inout SlotID) {
      if slotNumbers[slot] == nil {
        slotNumbers[slot] = SlotID(names.count)
        names.append(slotNames[Int(slot.index)])
      }
      slot = slotNumbers[slot] ?? slot
    }
    var result = self
    result.blocks = order.map { index in
      var block = blocks[index]
      for place in block.instructions.indices { block.instructions[place].withSlots(renumber) }
      block.terminator.withSlots(renumber)
      block.terminator.withEdges { $0.target = BlockID(blockNumbers[behindEmptyBlocks($0.target).index] ?? 0) }
      return block
    }
    result.slotNames = names
    return result
  }

  private func behindEmptyBlocks(_ start: BlockID) -> BlockID {
    var target = start
    // Empty blocks may lead in a circle.
    for _ in blocks {
      guard self[target].instructions.isEmpty, case .jump(let edge) = self[target].terminator, edge.step == nil else { break }
      target = edge.target
    }
    return target
  }

  private func line(_ instruction: Instruction) -> String {
    switch instruction {
    case .create(let slot, let origin): "create \(name(slot)) o\(origin.index)"
    case .createIfUnknown(let slot, let origin): "create \(name(slot)) o\(origin.index) if unknown"
    case .copy(let target, let source): "copy \(name(target)) \(name(source))"
    case .set(let slot, let constant): "set \(name(slot)) \(constant)"
    case .handle(let slot, let region): "handle \(name(slot)) r\(region.index)"
    case .use(let slot, let use): "\(place(self[use].range)) \(describe(use)) \(name(slot))"
    case .enter(let region): "enter r\(region.index)"
    case .leave(let region): "leave r\(region.index)"
    case .take(let slot): "take \(name(slot))"
    case .join(let slot): "join \(name(slot))"
    case .cancel(let slot): "cancel \(name(slot))"
    case .joinGroup(let group): "join group \(group)"
    case .advance(let slot, nil): "advance \(name(slot))"
    case .advance(let slot, let part?): "advance \(name(slot)) of \(name(part))"
    case .step(let slot, let by): "step \(name(slot)) \(by)"
    case .pass(let waypoint): "\(place(waypoint.range)) \(waypoint.kind == .head ? "passes" : "leaves")"
    case .guarded(let kind): kind == .count ? "counted" : "guarded"
    case .trap: "trap"
    case .blur: "blur"
    case .end(let origin): "end o\(origin.index)"
    }
  }

  private func line(_ terminator: Terminator) -> String {
    switch terminator {
    case .jump(let edge): "jump \(describe(edge))"
    case .branch(let condition, let whenTrue, let whenFalse):
      "branch \(describe(condition)) ? \(describe(whenTrue)) : \(describe(whenFalse))"
    case .fork(let edges): "fork \(edges.map(describe).joined(separator: ", "))"
    case .exit(let kind): "exit \(kind)"
    }
  }

  private func describe(_ condition: Condition) -> String {
    switch condition {
    case .isTrue(let slot): name(slot)
    case .isCompleted(let slot): "completed \(name(slot))"
    case .hasOutcome(let slot, _): "outcome \(name(slot))"
    case .isNil(let slot): "nil \(name(slot))"
    case .unknown: "unknown"
    }
  }

  private func describe(_ edge: Edge) -> String {
    guard let step = edge.step else { return "b\(edge.target.index)" }
    return "b\(edge.target.index) (\(inOneLine(steps[Int(step.index)].text)))"
  }

  /// `u3 consume value r1 repeated`
  fileprivate func describe(_ id: UseID) -> String {
    let use = self[id]
    var text = "u\(id.index) \(use.kind) \(use.operation.isEmpty ? "-" : inOneLine(use.operation))"
    if let region = use.region { text += " r\(region.index)" }
    return use.isRepeated ? text + " repeated" : text
  }

  private func name(_ slot: SlotID) -> String {
    let name = slotNames[Int(slot.index)]
    return name.isEmpty ? "s\(slot.index)" : "s\(slot.index)(\(name))"
  }
}

extension FunctionFacts {
  /// What is known of each origin, then of each use.
  package func dump() -> String {
    var text = ""
    for (index, origin) in graph.origins.enumerated() {
      let id = OriginID(index)
      text += "  \(place(origin.range)) origin o\(index) \(origin.kind)"
      text += "\(reached.contains(id) ? "" : " unreached")\(settled.contains(id) ? " settled" : ""): \(inOneLine(origin.name))\n"
    }
    for event in events {
      text += "  \(place(event.use.range)) \(graph.describe(event.id)) o\(event.origin.index): \(event.verdict)"
      if event.mayBeIncomplete { text += " incomplete" }
      if !event.earlier.isEmpty { text += " after " + event.earlier.map { "u\($0.index)" }.joined(separator: ", ") }
      if !event.steps.isEmpty { text += " when: " + event.steps.map { inOneLine($0.text) }.joined(separator: "; ") }
      text += "\n"
    }
    for leak in leaks { text += "  \(place(leak.range)) leak o\(leak.origin.index)\n" }
    return text
  }
}

private func place(_ range: ByteRange) -> String { "\(range.start)..\(range.end)" }

/// The text up to its first line end.
private func inOneLine(_ text: String) -> String {
  guard let end = text.firstIndex(where: \.isNewline) else { return text }
  return text[..<end] + "…"
}

extension Instruction {
  fileprivate mutating func withSlots(_ body: (inout SlotID) -> Void) {
    switch self {
    case .create(var slot, let origin):
      body(&slot)
      self = .create(slot, origin)
    case .createIfUnknown(var slot, let origin):
      body(&slot)
      self = .createIfUnknown(slot, origin)
    case .copy(var target, var source):
      body(&target)
      body(&source)
      self = .copy(target, source)
    case .set(var slot, let constant):
      body(&slot)
      self = .set(slot, constant)
    case .handle(var slot, let region):
      body(&slot)
      self = .handle(slot, region)
    case .use(var slot, let use):
      body(&slot)
      self = .use(slot, use)
    case .take(var slot):
      body(&slot)
      self = .take(slot)
    case .join(var slot):
      body(&slot)
      self = .join(slot)
    case .cancel(var slot):
      body(&slot)
      self = .cancel(slot)
    case .advance(var slot, var part):
      body(&slot)
      if var known = part {
        body(&known)
        part = known
      }
      self = .advance(slot, of: part)
    case .step(var slot, let by):
      body(&slot)
      self = .step(slot, by: by)
    case .enter, .leave, .joinGroup, .pass, .guarded, .trap, .blur, .end: break
    }
  }
}

extension Terminator {
  fileprivate mutating func withSlots(_ body: (inout SlotID) -> Void) {
    guard case .branch(var condition, let whenTrue, let whenFalse) = self else { return }
    switch condition {
    case .isTrue(var slot):
      body(&slot)
      condition = .isTrue(slot)
    case .isCompleted(var slot):
      body(&slot)
      condition = .isCompleted(slot)
    case .hasOutcome(var slot, var fact):
      body(&slot)
      body(&fact)
      condition = .hasOutcome(slot, fact)
    case .isNil(var slot):
      body(&slot)
      condition = .isNil(slot)
    case .unknown: break
    }
    self = .branch(condition, whenTrue: whenTrue, whenFalse: whenFalse)
  }

  fileprivate mutating func withEdges(_ body: (inout Edge) -> Void) {
    switch self {
    case .jump(var edge):
      body(&edge)
      self = .jump(edge)
    case .branch(let condition, var whenTrue, var whenFalse):
      body(&whenTrue)
      body(&whenFalse)
      self = .branch(condition, whenTrue: whenTrue, whenFalse: whenFalse)
    case .fork(var edges):
      for place in edges.indices { body(&edges[place]) }
      self = .fork(edges)
    case .exit: break
    }
  }
}
