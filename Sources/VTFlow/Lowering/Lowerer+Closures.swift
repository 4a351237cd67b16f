import VTCatalogue
import VTDiagnostics
import VTSyntax

// Closures by what runs them: written in place, once, in a loop or as a region; or left to an analysis of their own.
extension Lowerer {
  /// Code that runs beside what follows.
  struct OpenRegion {
    var id: RegionID
    var outer: RegionID?
    var start: BlockID
    var end: BlockID
    /// Where its errors go.
    var thrown: BlockID
    /// Is true where an error has ended a task.
    var failed: SlotID?
  }

  mutating func beginRegion(
    _ kind: Region.Kind, at range: ByteRange, group: Int32?, outcome: Region.Outcome? = nil, isScheduled: Bool = false,
    isCertain: Bool = false
  ) -> OpenRegion {
    let region = Region(
      kind: kind, parent: builder.region, group: group, range: range, outcome: outcome, isScheduled: isScheduled,
      isCertain: isCertain)
    let id = builder.makeRegion(region)
    builder.emit(.enter(id))
    let end = builder.makeBlock()
    let failed = kind == .task ? builder.makeSlot() : nil
    let open = OpenRegion(
      id: id, outer: builder.region, start: builder.current, end: end, thrown: failed == nil ? end : builder.makeBlock(),
      failed: failed)
    if let failed { builder.emit(.set(failed, .false)) }
    builder.proceed(to: builder.makeBlock())
    builder.region = id
    // An error ends the task, not the code around it.
    handlers.append(Handler(block: open.thrown, cleanupCount: cleanups.count, endsTask: true))
    regionEnds.append(RegionEnd(block: open.end, cleanupCount: cleanups.count))
    return open
  }

  /// - Returns: whether an error may end it.
  @discardableResult
  mutating func endRegion(_ open: OpenRegion) -> Bool {
    handlers.removeLast()
    let canThrow = regionEnds.removeLast().isThrownTo
    builder.jump(open.end)
    if let failed = open.failed {
      builder.resume(at: open.thrown)
      builder.emit(.set(failed, .true))
      builder.jump(open.end)
    }
    // `Task { while true { … } }`: what follows runs all the same.
    builder.openEnd(open.end, of: open.start)
    builder.resume(at: open.end)
    builder.emit(.leave(open.id))
    builder.region = open.outer
    return canThrow
  }

  /// Writes what a callee does with a closure; the value is what the closure gives, where the callee gives it back.
  mutating func run(
    _ closure: ClosureValue, _ fate: ClosureRunner.Fate, _ isGroup: Bool, _ node: NodeID, base: Value? = nil,
    inputs: [Type] = [], given: [Int: Value] = [:], discardsResult: Bool = false, creates: Knowledge.OneShotID? = nil,
    outcome: ClosureRunner.Outcome? = nil, condition: (Decision, Argument)? = nil, isSurelyRun: Bool = false,
    isTriedAgain: Bool = false
  ) -> Value? {
    var closure = closure
    if discardsResult { closure.result = .void }
    if let creates { return lend(creates, to: closure, fate, node) }
    switch fate {
    case .once:
      let parameters = closureInputs(base, inputs, given, node)
      guard isGroup else { return inline(closure, with: parameters, throwing: node) }
      groupCount += 1
      let group = groupCount
      // The children end whichever way the body ends.
      pushCleanup(.group(group))
      taskGroups[group] = TaskGroup(loopDepth: loopDepth, isVoid: makesVoidGroup(node))
      let value = inline(closure, with: [Value(type: .unknown, storage: .group(group))], throwing: node)
      emitCleanups(downTo: cleanups.count - 1)
      cleanups.removeLast()
      return value
    case .atMostOnce:
      let body = builder.makeBlock()
      let end = builder.makeBlock()
      let slot = builder.makeSlot()
      let ran = builder.makeSlot()
      builder.emit(.set(ran, .nil))
      runPerhaps(closure, in: body, or: end, condition)
      builder.resume(at: body)
      // Where it does not run there is nothing that it was given.
      let value = inline(closure, with: closureInputs(base, inputs, given, node), throwing: node)
      join(value, into: slot)
      builder.emit(.set(ran, .present))
      builder.proceed(to: end)
      ranPerhaps = Value(type: value.type, storage: .slot(ran))
      return Value(type: value.type, storage: .slot(slot))
    case .many where isTriedAgain:
      tryAgain(closure, with: closureInputs(base, inputs, given, node), at: node)
      return nil
    case .many:
      let range = tree.range(of: node)
      let callee = tree[node].firstChild
      let receiver = tree.kind(callee) == .memberExpr ? tree[callee].firstChild : .none
      let counting = receiver.isNone ? [] : isDistinct(receiver) ? [0] : distinctParts(of: receiver)
      var elements: LoopElements?
      if givesAllElements(callee), let base { elements = loopElements(of: receiver, base.type.element, at: range, body: closure.node) }
      loop(range, again: again(node), isSurelyEntered: isSurelyRun, of: closure.node) { lowerer in
        // The element is a new one in each round.
        let values = elements.map { [lowerer.beginRound($0, at: range)] } ?? lowerer.closureInputs(base, inputs, given, node)
        let value = lowerer.inline(closure, with: values, throwing: node, counting: counting)
        lowerer.use(value, .escape, at: value.subject)
        lowerer.mappedType = value.type
        if let elements { lowerer.endRound(elements) }
      }
      if let elements { finishRounds(elements) }
      return nil
    case .concurrent:
      groupCount += 1
      let group = groupCount
      let range = tree.range(of: node)
      loop(range, again: again(node)) { lowerer in
        let values = lowerer.closureInputs(base, inputs, given, node)
        let region = lowerer.beginRegion(.child, at: range, group: group)
        let value = lowerer.inline(closure, with: values, throwing: nil, counting: [0])
        lowerer.use(value, .escape, at: value.subject)
        lowerer.endRegion(region)
      }
      builder.emit(.joinGroup(group))
      return nil
    case .laterOnce where outcome != nil && node == droppedCall && hasDuties && !isGivenDuties && completesDuties(closure):
      runIfEnded(closure, outcome, node)
      return nil
    case .laterOnce where node == perhapsUnstarted:
      escape(closure, to: node)
      return nil
    case .child where KnownNames.perhapsStarts.contains(tree.mainName(of: tree[node].firstChild)):
      // `group.addTaskUnlessCancelled { … }` tells whether it has.
      let (body, skipped, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
      let started = builder.makeSlot()
      builder.finish(.fork([builder.edge(body), builder.edge(skipped)]))
      builder.resume(at: body)
      startChild(closure, fate, node, base, outcome)
      builder.emit(.set(started, .true))
      builder.jump(end)
      builder.resume(at: skipped)
      excuse(closure)
      builder.emit(.set(started, .false))
      builder.proceed(to: end)
      return Value(type: .nominal(KnownNames.bool, []), storage: .slot(started))
    case .laterOnce, .child: return startChild(closure, fate, node, base, outcome)
    case .laterMany where endsItself(closure):
      escape(closure, to: node, mayRepeat: true)
      return nil
    case .laterMany:
      share(with: closure)
      let region = beginRegion(
        .later, at: tree.range(of: node), group: nil, outcome: outcome.flatMap { regionOutcome($0, of: node) })
      let saved = (isRepeated, lateFlags)
      isRepeated = true
      lateFlags = hasDuties ? lateFlags(in: closure.node) : LateFlags()
      loop(tree.range(of: node), again: again(node)) { lowerer in
        let value = lowerer.inline(closure, with: [], throwing: nil)
        lowerer.use(value, .escape, at: value.subject)
        lowerer.forgetLateFlags()
      }
      (isRepeated, lateFlags) = saved
      endRegion(region)
      // It may never happen, but whoever waits for it knows that.
      excuse(closure)
      return nil
    }
  }

  /// Writes a task, or a child of a group, that begins here.
  @discardableResult
  private mutating func startChild(
    _ closure: ClosureValue, _ fate: ClosureRunner.Fate, _ node: NodeID, _ base: Value?, _ outcome: ClosureRunner.Outcome?
  ) -> Value {
    share(with: closure)
    var group: Int32?
    if case .group(let id)? = base?.storage {
      group = id
      noteChild(of: id)
    }
    let wasInDroppedTask = isInDroppedTask
    isInDroppedTask = fate == .laterOnce && node == droppedCall
    let callee = tree.mainName(of: tree[node].firstChild)
    let region = beginRegion(
      fate == .child ? .child : .task, at: tree.range(of: node), group: group,
      outcome: outcome.flatMap { regionOutcome($0, of: node) }, isScheduled: KnownNames.schedulers.contains(callee),
      isCertain: isInDroppedTask && KnownNames.certainRunners.contains(callee))
    let value = inline(closure, with: [], throwing: nil)
    isInDroppedTask = wasInDroppedTask
    use(value, .escape, at: value.subject)
    let canThrow = endRegion(region)
    let slot = builder.makeSlot()
    builder.emit(.handle(slot, region.id))
    if canThrow, fate == .laterOnce { failures[slot] = region.failed }
    if KnownNames.schedulers.contains(callee) { timers.insert(slot) }
    let result = value.type == .unknown ? closure.result : value.type
    if fate == .child { return Value(type: .unknown, storage: .slot(slot)) }
    let failure = canThrow ? [] : [Type.nominal(KnownNames.never, [])]
    return Value(
      type: result == .unknown && canThrow ? .unknown : .nominal(KnownNames.task, [result] + failure), storage: .slot(slot))
  }

  /// Leads to where a closure runs, and past it.
  /// - Parameter condition: what tells whether it may run at all.
  private mutating func runPerhaps(
    _ closure: ClosureValue, in body: BlockID, or end: BlockID, _ condition: (Decision, Argument)?
  ) {
    guard let (decision, argument) = condition, let ways = ways(of: decision, argument) else {
      // Who evaluates an argument perhaps knows when.
      if autoclosureSite(closure.node) != nil { return skip(closure, or: body, end) }
      return builder.finish(.fork([builder.edge(body), builder.edge(end)]))
    }
    for way in ways {
      builder.resume(at: way.block)
      guard way.mayBeUsed else {
        builder.jump(end)
        continue
      }
      skip(closure, or: body, end)
    }
  }

  /// `process?.terminationHandler = { … }`: it runs once, if what it is the handler of is there, and is ever started.
  mutating func assignHandler(_ closure: ClosureValue, to target: NodeID) {
    var closure = closure
    closure.result = .void
    inChain(target) { lowerer in
      let base = lowerer.tree[target].firstChild
      lowerer.use(lowerer.lowerPostfix(base), .escape, at: lowerer.tree.range(of: base))
      lowerer.share(with: closure)
      let region = lowerer.beginRegion(.handler, at: lowerer.tree.range(of: target), group: nil)
      _ = lowerer.inline(closure, with: [], throwing: nil)
      lowerer.endRegion(region)
    }
  }

  /// A closure that is given a one-shot value, which it has to see to before the callee goes on:
  /// `withCheckedContinuation { c in … }`.
  private mutating func lend(
    _ id: Knowledge.OneShotID, to closure: ClosureValue, _ fate: ClosureRunner.Fate, _ node: NodeID
  ) -> Value? {
    let callee = tree[node].firstChild
    let range = tree.mainRange(of: callee)
    guard [.once, .atMostOnce].contains(fate) else {
      escape(closure, to: node)
      return nil
    }
    let value = made(index.valueType(of: id), .made, at: range, isCreated: true)
    // What the body of a continuation gives is nothing; what comes back was given to the continuation.
    var closure = closure
    closure.result = .void
    let saved = waitingRegion
    if index.knowledge.type(id).kind == .continuation { waitingRegion = .some(builder.region) }
    giveToCallee(inline(closure, with: [value], throwing: node))
    waitingRegion = saved
    if let slot = value.slot, let origin = madeInSlot[slot] { builder.emit(.end(origin)) }
    return nil
  }

  /// What a method's closure waits for: how its receiver ends, by its name if that stays the same, else for this chain of
  /// calls only. What was made of something by `map` and its like ends well only if that does.
  private mutating func regionOutcome(_ outcome: ClosureRunner.Outcome, of call: NodeID) -> Region.Outcome? {
    let callee = tree[call].firstChild
    let isSuccess = outcome == .success
    // `whenSuccess { … }` in an extension.
    let ofSelf = Region.Outcome(subject: FactKey.mix(FactKey.ofSelf.hash, Lowerer.successSalt), isSuccess: isSuccess)
    if tree.kind(callee) == .identifierExpr { return ofSelf }
    guard tree.kind(callee) == .memberExpr, var receiver = tree[callee].firstChild.present else { return nil }
    while let before = mappedReceiver(receiver) { receiver = before }
    if isMappedSelf(receiver) { return ofSelf }
    if let key = lastingKey(receiver) { return Region.Outcome(subject: key.hash, isSuccess: isSuccess) }
    return Region.Outcome(subject: FactKey.mix(0x6361_6C6C, UInt64(receiver.index)), isSuccess: isSuccess)
  }

  /// `self`, or `map { … }` of it.
  private func isMappedSelf(_ node: NodeID) -> Bool {
    if tree.kind(node) == .identifierExpr { return tree.mainName(of: node) == KnownNames.selfValue }
    guard tree.kind(node) == .callExpr, tree.kind(tree[node].firstChild) == .identifierExpr else { return false }
    return index.knowledge.runners[tree.mainName(of: tree[node].firstChild)]?.contains { $0.outcome == .success } == true
  }

  /// What names the same thing twice in a row: a constant, the future of a constant promise, or a stored property of `self`.
  private mutating func lastingKey(_ node: NodeID) -> FactKey? {
    let name = tree.mainName(of: node)
    if name == KnownNames.futureResult, tree.kind(node) == .memberExpr, let base = tree[node].firstChild.present,
      tree.kind(base) == .identifierExpr, let place = findLocal(tree.mainName(of: base)), locals[place].isLet
    {
      return factKey(node)
    }
    if tree.kind(node) == .identifierExpr, let place = findLocal(name) { return locals[place].isLet ? factKey(node) : nil }
    let isOfSelf =
      tree.kind(node) == .identifierExpr
      || tree.kind(node) == .memberExpr && tree.mainName(of: tree[node].firstChild) == KnownNames.selfValue
    guard isOfSelf, owner != .none, let found = index.resolveProperty(members(of: owner, named: name), on: index.selfType(owner)),
      index.declaration(found.first).flags.contains(.isStored)
    else { return nil }
    return factKey(node)
  }

  /// `future.whenSuccess { promise.succeed($0) }`: nothing of it happens where the future fails.
  private mutating func runIfEnded(_ closure: ClosureValue, _ outcome: ClosureRunner.Outcome?, _ call: NodeID) {
    let condition = outcome.flatMap { regionOutcome($0, of: call) }
    let end = builder.makeBlock()
    if let condition, let receiver = tree[tree[call].firstChild].firstChild.present,
      tree.kind(receiver) == .identifierExpr || tree.kind(receiver) == .callExpr && isEndOfFuture(call),
      let fact = factSlot(FactKey(hash: FactKey.mix(condition.subject, Lowerer.successSalt), dependencies: []))
    {
      let (runs, skips) = (builder.makeBlock(), end)
      let range = tree.range(of: receiver)
      let shown = tree.kind(receiver) == .identifierExpr ? "'\(text(range))'" : "the future"
      builder.branch(
        .isTrue(fact),
        builder.edge(condition.isSuccess ? runs : skips, .when("\(shown) succeeds", at: range)),
        builder.edge(condition.isSuccess ? skips : runs, .when("\(shown) fails", at: range)))
      builder.resume(at: runs)
    }
    let region = beginRegion(.task, at: tree.range(of: call), group: nil, outcome: condition)
    let value = inline(closure, with: [], throwing: nil)
    use(value, .escape, at: value.subject)
    endRegion(region)
    builder.proceed(to: end)
  }

  /// `connect().whenSuccess { … }`; not `Just(1).sink { … }`, which nobody expects to end without a value.
  private func isEndOfFuture(_ call: NodeID) -> Bool {
    KnownNames.endsOfFutures.contains(tree.mainName(of: tree[call].firstChild))
  }

  private static let successSalt: UInt64 = 0x7375_6363

  /// `f` of `f.map { … }`, where the catalogue says of the method how its receiver has to end.
  private func mappedReceiver(_ node: NodeID) -> NodeID? {
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .memberExpr,
      index.knowledge.runners[tree.mainName(of: callee)]?.contains(where: { $0.outcome == .success }) == true
    else { return nil }
    return tree[callee].firstChild.present
  }

  /// Whether a method of collections gives its closure each element, whatever that does.
  func givesAllElements(_ callee: NodeID) -> Bool {
    [KnownNames.forEach, KnownNames.map, KnownNames.compactMap].contains(tree.mainName(of: callee))
  }

  /// Why a closure that is given to a call has another round.
  private func again(_ call: NodeID) -> String {
    let callee = tree[call].firstChild
    if callee.isNone || tree[callee].mainToken.isNone { return "the closure runs again" }
    return "'\(tree.text(of: tree[callee].mainToken))' runs the closure again"
  }

  private mutating func loop(
    _ range: ByteRange, again: String, isSurelyEntered: Bool = false, of node: NodeID = .none, _ body: (inout Lowerer) -> Void
  ) {
    let head = builder.makeBlock()
    let block = builder.makeBlock()
    let end = builder.makeBlock()
    // Nobody writes `(0..<count).map` for nothing.
    let collection = iterated
    if isSurelyEntered || collection.map({ isRange($0) || (rounds($0) ?? 0) > 0 || hasElements(elementsOf($0)) }) ?? false {
      builder.jump(block)
    } else {
      enterLoop(over: collection, head, block, end, at: range)
    }
    iterated = nil
    builder.resume(at: head)
    builder.finish(.fork([builder.edge(block), builder.edge(end)]))
    builder.resume(at: block)
    loopStarts.append(locals.count)
    loopNodes.append(node)
    loopDepth += 1
    body(&self)
    loopDepth -= 1
    loopNodes.removeLast()
    loopStarts.removeLast()
    let step = PathStep(range: range, text: again, isNextRound: true)
    if let collection { comeAgain(to: head, or: end, over: collection, step) } else { builder.jump(head, step) }
    builder.resume(at: end)
  }

  /// `do { try body() } catch { try body() }` of the callee: another round comes only where the one before has thrown, and an
  /// error leaves the callee where none comes.
  private mutating func tryAgain(_ closure: ClosureValue, with values: [Value], at call: NodeID) {
    let (round, failed, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
    builder.proceed(to: round)
    loopStarts.append(locals.count)
    loopNodes.append(closure.node)
    loopDepth += 1
    handlers.append(Handler(block: failed, cleanupCount: cleanups.count))
    let value = inline(closure, with: values, throwing: call)
    use(value, .escape, at: value.subject)
    handlers.removeLast()
    loopDepth -= 1
    loopNodes.removeLast()
    loopStarts.removeLast()
    builder.jump(end)
    builder.resume(at: failed)
    let step = PathStep(range: tree.range(of: call), text: again(call), isNextRound: true)
    builder.finish(.fork([builder.edge(round, step), builder.edge(throwTarget())]))
    builder.resume(at: end)
  }

  /// What a closure is given: an element of the collection that runs it, or what its declared type says.
  private mutating func closureInputs(_ base: Value?, _ types: [Type], _ given: [Int: Value], _ node: NodeID) -> [Value] {
    let range = tree.range(of: node)
    if let base, base.type.element != .unknown {
      let element = made(base.type.element, .element, at: range)
      // `stores.reduce(0) { sum, store in … }`
      return tree.mainName(of: tree[node].firstChild) == KnownNames.reduce ? [.unknown, element] : [element]
    }
    if let base, base.type.lockedValue != .unknown { return [made(base.type.lockedValue, .property, at: range)] }
    return types.enumerated().map { place, type in given[place] ?? made(type, .parameter, at: range) }
  }

  // MARK: elsewhere

  /// The closure goes where nobody can follow: what it captures is out of sight, its body is analysed by itself.
  /// - Parameters:
  ///   - call: the call it is given to.
  ///   - mayRepeat: it is kept, and run whenever something happens.
  mutating func escape(_ closure: ClosureValue, isBuilder: Bool = false, to call: NodeID? = nil, mayRepeat: Bool = false) {
    var taken: Set<SlotID> = []
    escape(closure, isBuilder: isBuilder, to: call, mayRepeat: mayRepeat, from: closure.node, &taken)
  }

  /// - Parameters:
  ///   - holder: the closure that goes away, and takes along what the local functions and closures that it names capture.
  ///   - taken: of two names of one variable the closure has what the variable holds once.
  private mutating func escape(
    _ closure: ClosureValue, isBuilder: Bool, to call: NodeID?, mayRepeat: Bool, from holder: NodeID, _ taken: inout Set<SlotID>
  ) {
    // First, so that what the closure's own body begins with is what this body calls them.
    let captures = captures(of: closure)
    analyseSeparately(closure, isBuilder: isBuilder, mayRepeat: mayRepeat, holder: call.map(nameOfReceiver) ?? handled)
    share(captures)
    for (_, place) in captures { noteVariable(place) }
    forgetAssigned(in: closure)
    // What has the name of a parameter is no variable around.
    let own = holder == closure.node ? [] : Set(tree.parameters(of: closure.node).map { tree.mainName(of: $0) })
    for capture in captures where !own.contains(locals[capture.place].name) {
      let slot = capture.value.slot
      if let slot, !taken.insert(slot).inserted { continue }
      if let inner = locals[capture.place].storage.closure {
        if inner.node == closure.node || escapingNodes.contains(inner.node) { continue }
        escapingNodes.append(closure.node)
        escape(inner, isBuilder: false, to: call, mayRepeat: mayRepeat, from: holder, &taken)
        escapingNodes.removeLast()
      } else {
        let captured = slot.map { Use.Capture(closure: holder, slot: $0, call: call ?? holder) }
        if let slot, !heldParts.isEmpty { letGoOfParts(of: slot, at: capture.value.subject) }
        use(capture.value, .escape, at: capture.value.subject, capture: captured)
      }
    }
  }

  /// The closure runs beside what follows: which value a variable has that it changes, nobody knows from here on.
  private mutating func share(with closure: ClosureValue) {
    let captures = captures(of: closure)
    share(captures)
    let row = tree[closure.node]
    var changed: Set<Name> = []
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      if tree.tokens[place].kind == .identifier, isChanged(at: place) { changed.insert(tree.name(of: TokenID(UInt32(place)))) }
    }
    for (_, place) in captures where changed.contains(locals[place].name) { noteVariable(place) }
  }

  /// What is put into a variable of a duty from here on, the closure has too, for it sees the variable.
  mutating func share(_ captures: [(value: Value, place: Int)]) {
    for (value, place) in captures where !locals[place].isLet && contract(value.type) == .duty { locals[place].isOuter = true }
  }

  /// Variables that a closure assigns to may be others whenever it runs: from now on at any time.
  private mutating func forgetAssigned(in closure: ClosureValue) {
    let row = tree[closure.node]
    frames.append(Frame(start: locals.count, visibleBelow: min(closure.visibleLocals, locals.count)))
    defer { frames.removeLast() }
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      guard tree.tokens[place].kind == .identifier, isChanged(at: place),
        let local = findLocal(tree.name(of: TokenID(UInt32(place)))), !locals[local].isLet, oneShot(ofLocal: local) == nil,
        case .slot(let slot) = storage(ofLocal: local)
      else { continue }
      builder.emit(.set(slot, .unknown))
    }
  }

  /// The locals that a closure's text names and that hold something, with their places.
  mutating func captures(of closure: ClosureValue) -> [(value: Value, place: Int)] {
    let row = tree[closure.node]
    var seen: Set<Int> = []
    var found: [(Value, Int)] = []
    // Its names mean what they mean where it is written, wherever it was handed to since.
    frames.append(Frame(start: locals.count, visibleBelow: min(closure.visibleLocals, locals.count)))
    defer { frames.removeLast() }
    for index in row.firstToken.index..<row.endToken.index {
      let token = tree.tokens[Int(index)]
      guard token.kind == .identifier else { continue }
      guard let place = findLocal(tree.name(of: TokenID(index))), seen.insert(place).inserted else { continue }
      switch locals[place].storage {
      case .none, .constant, .group, .function: break
      default: found.append((Value(type: locals[place].type, storage: storage(ofLocal: place), subject: token.range), place))
      }
    }
    return found
  }

  /// `player` of `player.play { [weak player] in … }`: while it runs what it was given, it is there.
  private func nameOfReceiver(_ call: NodeID) -> Name {
    guard tree.kind(call) == .callExpr, let callee = tree[call].firstChild.present, tree.kind(callee) == .memberExpr,
      var base = tree[callee].firstChild.present
    else { return .none }
    if tree.kind(base) == .optionalChainExpr, let inner = tree[base].firstChild.present { base = inner }
    return tree.kind(base) == .identifierExpr ? tree.mainName(of: base) : .none
  }

  mutating func analyseSeparately(
    _ closure: ClosureValue, isBuilder: Bool = false, mayRepeat: Bool = false, holder: Name = .none
  ) {
    guard separateNodes.insert(closure.node).inserted else { return }
    var seen = localsSeenInside()
    // What is declared behind it means nothing in it: `let work: Work = { work() }` calls the parameter.
    if tree.kind(closure.node) == .closureExpr, closure.visibleLocals < seen.count { seen.removeSubrange(closure.visibleLocals...) }
    for place in seen.indices {
      (seen[place].isCaptured, seen[place].isOuter) = (true, true)
      seen[place].wasAsked = seen[place].wasAsked || askedNames.contains(seen[place].name)
    }
    separateBodies.append(
      SeparateBody(
        node: closure.node, result: closure.result, inputs: closure.inputs, apart: closure.apart, isBuilder: isBuilder,
        mayRepeat: mayRepeat, isForOneElement: isForOneElement, holder: holder, locals: seen))
  }

  // MARK: what the standard library runs

  /// Members of optionals, collections and task groups that need no declaration; nil for all others.
  mutating func callStandardMember(
    _ node: NodeID, _ base: Value, _ receiver: NodeID, _ name: Name, _ arguments: [Argument], _ range: ByteRange
  ) -> Value? {
    if case .group(let group) = base.storage {
      beginJoin(of: group, by: name)
      return nil
    }
    switch base.type {
    case .optional(let inner):
      guard name == KnownNames.map || name == KnownNames.flatMap, let closure = arguments.first?.closure else {
        if name == KnownNames.take, arguments.isEmpty, let slot = base.slot {
          let taken = copied(base, name: "")
          builder.emit(.set(slot, .nil))
          return Value(type: base.type, storage: .slot(taken), subject: range)
        }
        // `id.map(store.load)`
        if name == KnownNames.map, let first = arguments.first, case let result = mapped(by: first, inner), oneShot(result) != nil {
          return made(result.madeOptional, .made, at: range)
        }
        return nil
      }
      let present = builder.makeBlock()
      let absent = builder.makeBlock()
      let end = builder.makeBlock()
      let slot = builder.makeSlot()
      branchOnNil(base, nil, whenNil: absent, whenPresent: present, text(base.subject), at: range) { _ in }
      builder.resume(at: present)
      let value = inline(closure, with: [Value(type: inner, storage: base.storage, subject: base.subject)], throwing: node)
      assign(value, to: slot)
      builder.jump(end)
      builder.resume(at: absent)
      builder.emit(.set(slot, .nil))
      builder.proceed(to: end)
      return Value(type: value.type.madeOptional, storage: .slot(slot), subject: range)
    case .array(let element):
      return sequenceMember(name, element, base, arguments) ?? callBufferMember(name, element, receiver, node)
    case .nominal(let owner, let arguments) where arguments.count == 1 && Type.buffers.contains(owner):
      return callBufferMember(name, arguments[0], receiver, node)
    case .nominal(KnownNames.result, let types) where name == KnownNames.get && types.count == 2 && arguments.isEmpty:
      mayThrow(range, text(range))
      return payloadValue(types[0], 0, of: receiver, KnownNames.success, at: range)
    case .dictionary(_, let value) where name == KnownNames.removeValue:
      forget(receiver)
      return takenOut(.optional(value), node)
    default: return nil
    }
  }

  /// Members of an array that give its elements again.
  private func sequenceMember(_ name: Name, _ element: Type, _ base: Value, _ arguments: [Argument]) -> Value? {
    if element == .unknown { return nil }
    switch name {
    case KnownNames.enumerated where arguments.isEmpty:
      let number = Type.Element(label: KnownNames.offset, type: .nominal(KnownNames.int, []))
      return .of(.array(.tuple([number, Type.Element(label: KnownNames.element, type: element)])))
    case KnownNames.reversed, KnownNames.shuffled, KnownNames.dropFirst, KnownNames.dropLast, KnownNames.prefix, KnownNames.suffix:
      return arguments.allSatisfy { $0.closure == nil } ? .of(base.type) : nil
    default: return nil
    }
  }
}
