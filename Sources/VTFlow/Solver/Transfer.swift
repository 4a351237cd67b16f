// What instructions and edges do to a state.

extension State {
  /// - Parameter observe: called for each use before it takes effect, with the origin's state; nil while solving.
  mutating func apply(
    _ instruction: Instruction, _ graph: ControlFlowGraph, observe: ((UseID, OriginState, State) -> Void)? = nil
  ) {
    switch instruction {
    case .create(let slot, let id): create(slot, id, graph)
    case .createIfUnknown(let slot, let id): if content(slot) == nil { create(slot, id, graph) }
    case .copy(let target, let source):
      write(target, content(source), graph)
      if let value = content(target)?.number { compare(target, value, graph) }
    case .set(let slot, let constant):
      switch constant {
      case .unknown: write(slot, nil, graph)
      case .doubtful: doubt(slot, graph)
      case .true:
        write(slot, .yes, graph)
        exclude(othersThan: slot, graph)
        conclude(from: slot, true, graph)
      case .false:
        write(slot, .no, graph)
        conclude(from: slot, false, graph)
      case .nil: write(slot, .nil, graph)
      case .present: write(slot, .present, graph)
      case .number(let value):
        write(slot, .number(Int(value)), graph)
        compare(slot, Int(value), graph)
      }
    case .handle(let slot, let region): write(slot, .handle(region), graph)
    case .use(let slot, let use):
      guard let origin = content(slot)?.origin, let index = originIndex(origin) else { return }
      observe?(use, origins[index], self)
      switch graph[use].kind.effect(on: graph[origin].contract) {
      case .usesUp: origins[index].add(UseInstance(use: use, isOlder: false))
      case .handsOver: origins[index].handOver(use)
      case .looks: break
      }
    case .enter(let region): enter(region, graph)
    case .leave(let region):
      running.append(UseRegion(region: region, isOlder: false))
      running.sort()
    case .take(let slot):
      guard let id = content(slot)?.origin, graph[id].duty == .kept, let index = originIndex(id),
        slots.contains(where: { $0.slot != slot && $0.content.origin == id })
      else { return }
      origins[index].isTaken = true
    case .join(let slot):
      if let region = content(slot)?.region { running.removeAll { $0.region == region && !$0.isOlder } }
    case .cancel(let slot): if let region = content(slot)?.region { cancel(region, graph) }
    case .joinGroup(let group):
      running.removeAll { graph[$0.region].group == group }
    case .step(let slot, let by): step(slot, by, graph)
    case .advance(let slot, let part):
      let parts = part.map { graph.dependents[$0] ?? [] }
      for dependent in graph.dependents[slot] ?? [] {
        let known = content(dependent.slot)
        let isMeant = parts.map { $0.contains { $0.slot == dependent.slot } } ?? dependent.isWhole
        let stays = dependent.isEquality && isMeant && (known == .yes || known == .spent)
        set(dependent.slot, stays ? .spent : known == .doubtful ? known : nil)
      }
      set(slot, nil)
    case .pass: break
    case .guarded(let kind):
      // Whoever asks first does not do it twice, even if nobody here can see how. Of several who count one does it.
      for index in origins.indices {
        let origin = graph[origins[index].id]
        if kind == .find, origin.kind == .made { continue }
        guard origin.contract == .duty, kind == .count || !origins[index].uses.isEmpty || origin.wasDoneAround else { continue }
        origins[index].excuse()
      }
    case .trap: for index in origins.indices where graph[origins[index].id].contract == .duty { origins[index].excuse() }
    case .blur: blur(graph)
    case .end(let origin): if let index = originIndex(origin) { origins[index].hasEnded = true }
    }
  }

  /// What a timer would have done it does not do.
  private mutating func cancel(_ region: RegionID, _ graph: ControlFlowGraph) {
    guard graph[region].isScheduled, graph[region].parent == nil else { return }
    for index in origins.indices {
      origins[index].uses.removeAll { graph.chain(graph[$0.use].region).contains(region) && !$0.isOlder }
    }
    running.removeAll { $0.region == region && !$0.isOlder }
  }

  /// A strong update; conditions that read the slot are forgotten.
  private mutating func write(_ slot: SlotID, _ content: SlotContent?, _ graph: ControlFlowGraph) {
    set(slot, content)
    if let dependents = graph.dependents[slot] { for dependent in dependents { set(dependent.slot, nil) } }
  }

  /// Somebody may have changed what a variable holds: who asks once more for what was known before gets an answer that nobody
  /// can foretell.
  private mutating func doubt(_ slot: SlotID, _ graph: ControlFlowGraph) {
    if content(slot)?.isAboutValues == false { set(slot, .doubtful) }
    for dependent in graph.dependents[slot] ?? [] where content(dependent.slot)?.isAboutValues == false {
      set(dependent.slot, .doubtful)
    }
  }

  /// All values have gone out of sight.
  private mutating func claimNothing() { for index in origins.indices { origins[index].excuse() } }

  /// What has happened so far may be what a condition that is not remembered tells, and so may whether a value is completed.
  private mutating func blur(_ graph: ControlFlowGraph) {
    for index in origins.indices {
      if origins[index].isUntouched(graph) { origins[index].mayBeIncomplete = false } else { origins[index].excuse() }
    }
  }

  /// What a known number is compared with is known.
  private mutating func compare(_ slot: SlotID, _ value: Int, _ graph: ControlFlowGraph) {
    for (condition, numbers) in graph.comparisons[slot] ?? [] { set(condition, numbers.contains(value) ? .yes : .no) }
  }

  /// A variable goes up or down: what it was equal to it will not be again, what it has passed it has passed.
  private mutating func step(_ slot: SlotID, _ by: Int, _ graph: ControlFlowGraph) {
    let comparisons = graph.comparisons[slot] ?? []
    // Nobody compares it with a number: which one it is would only keep ways apart that differ in nothing.
    let next = comparisons.isEmpty ? nil : content(slot)?.number.map { $0 + by }
    for dependent in graph.dependents[slot] ?? [] {
      let known = content(dependent.slot)
      if dependent.isEquality, dependent.isWhole, known == .yes || known == .spent {
        set(dependent.slot, .spent)
      } else {
        let numbers = comparisons.first { $0.condition == dependent.slot }?.numbers
        let stays = known == .doubtful || known?.truth.flatMap { numbers?.stays($0, by) } == true
        set(dependent.slot, stays ? known : nil)
      }
    }
    if let next {
      for (condition, numbers) in comparisons {
        set(condition, numbers.contains(next) ? .yes : numbers.isPoint && numbers.isBehind(next, by) ? .spent : .no)
      }
    }
    set(slot, next.flatMap { Constant.numbers.contains($0) ? .number($0) : nil })
  }

  private mutating func create(_ slot: SlotID, _ id: OriginID, _ graph: ControlFlowGraph) {
    // The same expression again (a loop): whoever still holds the earlier value holds one that is no longer followed.
    for place in slots.indices.reversed() where slots[place].content.origin == id { slots.remove(at: place) }
    let made = OriginState(id: id, mayBeIncomplete: !graph[id].isCompleted, isPresent: !graph[id].isOptional)
    if let index = originIndex(id) {
      origins[index] = made
    } else {
      let place = origins.firstIndex { id < $0.id } ?? origins.count
      origins.insert(made, at: place)
    }
    write(slot, .origin(id), graph)
  }

  private mutating func enter(_ region: RegionID, _ graph: ControlFlowGraph) {
    // A task started in an earlier round of a loop may still run beside this one.
    let current = UseRegion(region: region, isOlder: false)
    if let place = running.firstIndex(of: current) {
      let older = UseRegion(region: region, isOlder: true)
      if running.contains(older) { running.remove(at: place) } else { running[place] = older }
    }
    for index in origins.indices {
      for place in origins[index].uses.indices where graph.chain(graph[origins[index].uses[place].use].region).contains(region) {
        origins[index].uses[place].isOlder = true
      }
      var seen: Set<UseInstance> = []
      origins[index].uses = origins[index].uses.filter { seen.insert($0).inserted }.sorted()
    }
  }

  /// Narrows the state by a branch; false when the way is impossible.
  mutating func assume(_ condition: Condition, isTrue: Bool, _ graph: ControlFlowGraph) -> Bool {
    switch condition {
    case .isTrue(let slot), .isNil(let slot):
      if content(slot) == .doubtful { claimNothing() }
      if graph.guesses.contains(slot) { return guess(slot, condition, isTrue, graph) }
    case .hasOutcome, .isCompleted, .unknown: break
    }
    return know(condition, isTrue: isTrue, graph)
  }

  /// The answer is most likely the one that was given before.
  private mutating func guess(_ slot: SlotID, _ condition: Condition, _ isTrue: Bool, _ graph: ControlFlowGraph) -> Bool {
    if know(condition, isTrue: isTrue, graph) { return true }
    claimNothing()
    set(slot, nil)
    _ = know(condition, isTrue: isTrue, graph)
    return true
  }

  private mutating func know(_ condition: Condition, isTrue: Bool, _ graph: ControlFlowGraph) -> Bool {
    switch condition {
    case .unknown: return true
    case .isTrue(let slot):
      if let known = content(slot)?.truth { return known == isTrue }
      if content(slot)?.isAboutValues == true { return true }
      set(slot, isTrue ? .yes : .no)
      guard conclude(from: slot, isTrue, graph), isTrue ? exclude(othersThan: slot, graph) : isSomeOtherLeft(than: slot, graph) else {
        return false
      }
      return graph.ranges.isSomeNumberLeft(asking: slot) { content($0)?.truth }
    case .isNil(let slot):
      if let id = content(slot)?.origin, let index = originIndex(id) {
        if isTrue {
          if origins[index].isPresent { return false }
          // It was nil all along: there is no value.
          for (other, content) in slots where content.origin == id { set(other, .nil) }
          origins.remove(at: index)
          return true
        }
        origins[index].isPresent = true
        return true
      }
      if let known = content(slot)?.isNil { return known == isTrue }
      if content(slot)?.truth != nil { return !isTrue }
      set(slot, isTrue ? .nil : .present)
      if !isTrue, let group = graph.exclusive[slot] {
        // What is a string is no array.
        for other in graph.exclusiveGroups[group] ?? [] where other != slot { set(other, .nil) }
      }
      return true
    case .hasOutcome(let slot, let fact):
      if let known = content(fact)?.truth { return known == isTrue }
      guard let id = content(slot)?.origin, let index = originIndex(id) else { return true }
      // Before it is completed every outcome is still to come.
      if isTrue || !origins[index].mayBeIncomplete { set(fact, isTrue ? .yes : .no) }
      if isTrue { origins[index].mayBeIncomplete = false }
      return true
    case .isCompleted(let slot):
      guard let id = content(slot)?.origin, let index = originIndex(id) else { return true }
      if isTrue { origins[index].mayBeIncomplete = false } else if !origins[index].mayBeIncomplete { return false }
      return true
    }
  }

  /// Of a group of conditions one holds, so the others do not; false if another one is known to hold.
  @discardableResult
  private mutating func exclude(othersThan slot: SlotID, _ graph: ControlFlowGraph) -> Bool {
    guard let group = graph.exclusive[slot] else { return true }
    for other in graph.exclusiveGroups[group] ?? [] where other != slot {
      let known = content(other)
      if known?.truth == true { return false }
      if known != .spent { set(other, .no) }
    }
    return true
  }

  /// Whether a condition of the group may still hold, where one of them has to.
  private func isSomeOtherLeft(than slot: SlotID, _ graph: ControlFlowGraph) -> Bool {
    let others = graph.otherCases(than: slot)
    return others.isEmpty || others.contains { content($0)?.truth != false }
  }

  /// Notes what follows from a condition for others; false if one of them is known to be otherwise.
  @discardableResult
  private mutating func conclude(from slot: SlotID, _ isTrue: Bool, _ graph: ControlFlowGraph) -> Bool {
    for implication in graph.implications[slot] ?? [] where implication.known == isTrue {
      if let known = content(implication.other)?.truth {
        if known != implication.follows { return false }
      } else {
        set(implication.other, implication.follows ? .yes : .no)
      }
    }
    return true
  }

  /// Forgets what nobody asks for behind the start of a block.
  mutating func prune(_ liveness: Liveness, at block: BlockID, _ graph: ControlFlowGraph) {
    slots.removeAll { !liveness.isLive($0.slot, at: block) }
    var held: Set<OriginID> = []
    for (_, content) in slots { if let origin = content.origin { held.insert(origin) } }
    origins.removeAll { !held.contains($0.id) && !$0.isDue(graph) && !$0.isLeftToTimer(graph) }
    if running.isEmpty { return }
    // A task matters while something that it used is still there, or while its handle is.
    var wanted: Set<Int32> = []
    for origin in origins {
      for use in origin.uses { for region in graph.chain(graph[use.use].region) { wanted.insert(region.index) } }
    }
    running.removeAll { !wanted.contains($0.region.index) }
  }
}
