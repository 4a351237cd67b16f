import VTDiagnostics
import VTSyntax

// Bodies that are written where they run: closures, local functions, computed variables.
extension Lowerer {
  /// Writes a closure's or local function's body here, with its parameters bound to values.
  /// - Parameter called: the call of a named closure or local function: a value that its body makes and gives back is
  ///   made there.
  mutating func inline(
    _ closure: ClosureValue, with values: [Value], throwing call: NodeID? = nil, called: ByteRange? = nil,
    counting: Set<Int> = []
  ) -> Value {
    if inlineDepth >= Limits.inlining || inlinedNodes.contains(closure.node) || isTooComplex {
      escape(closure)
      return .unknown
    }
    let outerArguments = tryAroundArguments
    tryAroundArguments = 0
    let outerSite = builder.site
    if outerSite == nil { builder.site = called }
    inlineDepth += 1
    inlinedNodes.append(closure.node)
    everInlined.insert(closure.node)
    frames.append(Frame(start: locals.count, visibleBelow: min(closure.visibleLocals, locals.count)))
    let saved = SavedContext(
      awaitDepth: awaitDepth, tryDepth: tryDepth, jumpTargets: jumpTargets, chainEnds: chainEnds, chainRoot: chainRoot,
      fallthroughTarget: fallthroughTarget, pendingLabel: pendingLabel)
    (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot, fallthroughTarget, pendingLabel) = (0, 0, [], [], nil, nil, .none)
    let localCount = locals.count
    let slot = builder.makeSlot()
    let end = builder.makeBlock()
    let cleanupCount = cleanups.count
    returnTargets.append(
      ReturnTarget(block: end, slot: slot, cleanupCount: cleanupCount, firstOrigin: builder.graph.origins.count))
    pushCleanup(.scope)
    locals += closure.captures
    let firstParameter = locals.count
    bindParameters(of: closure.node, values, counting)
    keepApart(closure.apart, from: firstParameter)
    // Only an `inout` parameter can be assigned to: what it is given goes to the caller.
    for place in localCount..<locals.count { locals[place].isOuter = true }
    lowerBody(of: closure.node, givesNothing: closure.result == .void)
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    builder.proceed(to: end)
    let target = returnTargets.removeLast()
    if let called { for origin in target.origins { builder.relocate(origin, to: called, text(called)) } }
    locals.removeSubrange(localCount...)
    frames.removeLast()
    inlinedNodes.removeLast()
    inlineDepth -= 1
    builder.site = outerSite
    tryAroundArguments = outerArguments
    (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot) =
      (saved.awaitDepth, saved.tryDepth, saved.jumpTargets, saved.chainEnds, saved.chainRoot)
    (fallthroughTarget, pendingLabel) = (saved.fallthroughTarget, saved.pendingLabel)
    let storage: Storage
    if case .tuple = target.storage { storage = target.storage } else { storage = .slot(slot) }
    return Value(type: target.type, storage: storage, subject: tree.range(of: closure.node))
  }

  private struct SavedContext {
    var awaitDepth: Int
    var tryDepth: Int
    var jumpTargets: [JumpTarget]
    var chainEnds: [BlockID]
    var chainRoot: NodeID?
    var fallthroughTarget: BlockID?
    var pendingLabel: Name
  }

  private mutating func lowerBody(of node: NodeID, givesNothing: Bool) {
    let block = bodyBlock(of: node)
    if block.isNone { return }
    let items = Array(tree.children(of: block))
    let isResult =
      !givesNothing
      && lowerSingleExpression(items) { lowerer, item in
        let value = lowerer.namesCheck(item) ? lowerer.booleanValue(item) : lowerer.lower(item)
        if lowerer.isBuilder { lowerer.use(value, .escape, at: value.subject) }
        lowerer.finishReturn(value, at: lowerer.tree.range(of: item))
      }
    if !isResult { lowerItems(items) }
  }

  /// The items of a closure, a local function, or a computed variable.
  func bodyBlock(of node: NodeID) -> NodeID {
    guard tree.kind(node) == .accessorBlock, !tree[node].flags.contains(.implicitGetter) else {
      return tree.kind(node) == .accessorBlock ? node : tree.child(.block, of: node)
    }
    let getter = tree.children(of: node).first { tree.mainWord(of: $0) == .get }
    return getter.map { tree.child(.block, of: $0) } ?? .none
  }

  /// What a closure's capture list takes, which happens once, where the closure is made.
  mutating func lowerCaptures(of node: NodeID) -> [Local] {
    let captures = tree.child(.captures, of: node)
    if captures.isNone { return [] }
    let count = locals.count
    for capture in tree.children(of: captures) where tree.kind(capture) == .capture {
      let row = tree[capture]
      let name = tree.name(of: row.mainToken)
      if !row.firstChild.isNone {
        let value = lower(row.firstChild)
        declare(name, value.type, .slot(copied(value, name: tree.text(of: row.mainToken))))
      } else if name == KnownNames.selfValue {
        let type = owner == .none ? Type.unknown : index.selfType(owner)
        let isHeld = findLocal(name).map { !locals[$0].type.isOptional } ?? true
        if row.flags.contains(.isWeak) {
          let slot = builder.makeSlot("self")
          if isHeld { heldSelves[slot] = builder.region }
          declare(name, .optional(type), .slot(slot))
        } else {
          declare(name, type, selfStorage)
        }
      } else if let place = findLocal(name) {
        let value = Value(type: locals[place].type, storage: storage(ofLocal: place))
        if case .closure = value.storage {
          declare(name, value.type, value.storage)
        } else {
          declare(name, value.type, .slot(copied(value, name: tree.text(of: row.mainToken))))
        }
      }
    }
    defer { locals.removeSubrange(count...) }
    return Array(locals[count...])
  }

  /// - Parameter counting: the parameters that are never given the same again: `(0..<3).forEach`.
  private mutating func bindParameters(of node: NodeID, _ values: [Value], _ counting: Set<Int>) {
    let list = tree.child(.parameters, of: node)
    if list.isNone {
      renew(facts.nameSlot(KnownNames.firstInput) { builder.makeSlot() }, counting.contains(0))
      for (place, value) in values.enumerated() { declare(Name(bytes: Array("$\(place)".utf8)), value.type, value.storage) }
      return
    }
    for (place, parameter) in tree.children(of: list).enumerated() where tree.kind(parameter) == .parameter {
      if isRepeated { callbackParameters.insert(tree.mainName(of: parameter)) }
      var value = place < values.count ? values[place] : .unknown
      // Given to a call, used or not.
      if value.slot != nil { use(value, .lend, at: value.subject) }
      for child in tree.children(of: parameter) where child.isTypeNode(in: tree) {
        let written = writtenType(child)
        if written != .unknown { value.type = written }
      }
      if value.type == .unknown { value.type = index.toldType(of: tree.mainName(of: parameter), in: tree.range(of: node), of: file) }
      let shown = tree[parameter].mainToken.isNone ? "" : tree.text(of: tree[parameter].mainToken)
      if value.slot != nil {
        declare(tree.mainName(of: parameter), value.type, .slot(copied(value, name: shown)))
      } else if case .none = value.storage, oneShot(value.type) != nil {
        let fresh = made(value.type, .parameter, at: tree.range(of: parameter))
        declare(tree.mainName(of: parameter), value.type, fresh.storage)
      } else if case .none = value.storage {
        let slot = builder.makeSlot(shown)
        renew(slot, counting.contains(place))
        declare(tree.mainName(of: parameter), value.type, .slot(slot))
      } else {
        declare(tree.mainName(of: parameter), value.type, value.storage)
      }
    }
  }

  /// Of each pair of parameters one is nil: a way for either.
  mutating func keepApart(_ pairs: Set<CallbackAnswers.Pair>, from first: Int) {
    for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) where first + pair.second < locals.count {
      guard case .slot(let one) = locals[first + pair.first].storage, case .slot(let other) = locals[first + pair.second].storage else {
        continue
      }
      let blocks = [builder.makeBlock(), builder.makeBlock()]
      let next = builder.makeBlock()
      builder.finish(.fork(blocks.map { builder.edge($0) }))
      for (block, slot) in zip(blocks, [one, other]) {
        builder.resume(at: block)
        builder.emit(.set(slot, .nil))
        builder.jump(next)
      }
      builder.resume(at: next)
    }
  }

  /// A parameter gets another value in each round.
  private mutating func renew(_ slot: SlotID, _ isCounting: Bool) {
    builder.emit(isCounting ? .advance(slot) : .set(slot, .unknown))
  }
}
