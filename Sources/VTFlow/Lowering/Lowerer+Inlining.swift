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
    let outerNote = asksForANote
    asksForANote = false
    let outerSite = builder.site
    if outerSite == nil { builder.site = called }
    inlineDepth += 1
    inlinedNodes.append(closure.node)
    everInlined.insert(closure.node)
    frames.append(Frame(start: locals.count, visibleBelow: min(closure.visibleLocals, locals.count)))
    let saved = SavedContext(
      awaitDepth: awaitDepth, tryDepth: tryDepth, jumpTargets: jumpTargets, chainEnds: chainEnds, chainRoot: chainRoot,
      fallthroughTarget: fallthroughTarget, pendingLabel: pendingLabel)
    let around = autoclosureSite(closure.node) ?? AutoclosureSite()
    (awaitDepth, tryDepth) = (around.awaitDepth, around.tryDepth)
    (jumpTargets, chainEnds, chainRoot, fallthroughTarget, pendingLabel) = ([], [], nil, nil, .none)
    let localCount = locals.count
    let slot = builder.makeSlot()
    let end = builder.makeBlock()
    let cleanupCount = cleanups.count
    returnTargets.append(
      ReturnTarget(
        block: end, slot: slot, cleanupCount: cleanupCount, firstOrigin: builder.graph.origins.count, node: closure.node,
        expected: closure.result == .unknown ? nil : closure.result))
    pushCleanup(.scope)
    locals += closure.captures
    let firstParameter = locals.count
    if autoclosureSite(closure.node) == nil { bindParameters(of: closure.node, values, counting, isNamed: called != nil) }
    keepApart(closure.apart.union(flagsAndErrors(of: closure.node)), of: closure.node, from: firstParameter)
    leaveOutFiltered(closure.node, from: firstParameter)
    // Only an `inout` parameter can be assigned to: what it is given goes to the caller.
    for place in localCount..<locals.count { locals[place].isOuter = true }
    for place in firstParameter..<locals.count where locals[place].isLet && assigns(to: locals[place].name, in: closure.node) {
      locals[place].isLet = false
    }
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
    (tryAroundArguments, asksForANote) = (outerArguments, outerNote)
    (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot) =
      (saved.awaitDepth, saved.tryDepth, saved.jumpTargets, saved.chainEnds, saved.chainRoot)
    (fallthroughTarget, pendingLabel) = (saved.fallthroughTarget, saved.pendingLabel)
    var value = chosen(target.type, in: slot)
    value.subject = tree.range(of: closure.node)
    return value
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
    let items = bodyItems(of: node)
    let isResult =
      !givesNothing
      && lowerSingleExpression(items) { lowerer, item in
        let expected = lowerer.returnTargets.last?.expected
        let value = lowerer.namesCheck(item) ? lowerer.booleanValue(item) : lowerer.lower(item, expecting: expected)
        if lowerer.isBuilder { lowerer.use(value, .escape, at: value.subject) }
        lowerer.finishReturn(value, at: lowerer.tree.range(of: item), item)
      }
    if !isResult { lowerItems(items) }
  }

  /// What a closure, a local function or a computed variable runs; of an autoclosure the expression.
  func bodyItems(of node: NodeID) -> [NodeID] {
    if autoclosureSite(node) != nil { return [node] }
    return bodyBlock(of: node).present.map { Array(tree.children(of: $0)) } ?? []
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
        if row.flags.contains(.isWeak), declareWeak(name, value) { continue }
        declare(name, value.type, .slot(copied(value, name: tree.text(of: row.mainToken))))
      } else if name == KnownNames.selfValue {
        let outer = findLocal(name)
        if row.flags.contains(.isWeak) {
          let slot = builder.makeSlot("self")
          if let outer, locals[outer].type.isOptional {
            // `{ [weak self] in … { [weak self] in … } }`: whoever holds the one holds the other.
            if case .slot(let known) = storage(ofLocal: outer) { heldSelves[slot] = heldSelves[known] }
          } else {
            heldSelves[slot] = .some(builder.region)
          }
          declare(name, .optional(selfType), .slot(slot))
        } else {
          declare(name, selfType, selfStorage)
        }
      } else if let place = findLocal(name) {
        let value = Value(type: locals[place].type, storage: storage(ofLocal: place))
        if case .closure = value.storage {
          declare(name, value.type, value.storage)
        } else if !row.flags.contains(.isWeak) || name == handled || !declareWeak(name, value) {
          let slot = copied(value, name: tree.text(of: row.mainToken))
          if row.flags.contains(.isWeak), name == handled, name != .none { builder.emit(.set(slot, .present)) }
          declare(name, value.type, .slot(slot))
        }
      } else if row.flags.contains(.isWeak), name != handled, let value = memberOfSelf(name, capture) {
        _ = declareWeak(name, value)
      }
    }
    defer { locals.removeSubrange(count...) }
    return Array(locals[count...])
  }

  /// `[weak view]`: whatever it was when the closure was made, it may be nil when that runs; mostly somebody holds it.
  private mutating func declareWeak(_ name: Name, _ value: Value) -> Bool {
    guard hasDuties, oneShot(value.type) == nil else { return false }
    declare(name, value.type.isOptional || value.type == .unknown ? value.type : .optional(value.type), .slot(builder.makeSlot()))
    locals[locals.count - 1].isExpected = true
    return true
  }

  /// - Parameter counting: the parameters that are never given the same again: `(0..<3).forEach`.
  /// - Parameter isNamed: who calls it passes the values.
  private mutating func bindParameters(of node: NodeID, _ values: [Value], _ counting: Set<Int>, isNamed: Bool) {
    let values = spread(values, over: node)
    let list = tree.child(.parameters, of: node)
    if list.isNone {
      renew(facts.nameSlot(KnownNames.firstInput) { builder.makeSlot() }, counting.contains(0))
      for (place, value) in values.enumerated() {
        let storage = isNamed && value.slot != nil ? given(value, name: "$\(place)") : value.storage
        declare(Name("$\(place)"), value.type, storage)
      }
      for name in (hasDuties ? inputNames(of: node) : []).dropFirst(values.count) {
        let slot = builder.makeSlot(name)
        renew(slot, false)
        declare(Name(name), .unknown, .slot(slot))
      }
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
        declare(tree.mainName(of: parameter), value.type, isNamed ? given(value, name: shown) : .slot(copied(value, name: shown)))
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

  /// A parameter's own copy.
  private mutating func given(_ value: Value, name: String) -> Storage {
    let slot = copied(value, name: name)
    if contract(value.type) == .future { builder.given.insert(slot) }
    return .slot(slot)
  }

  /// What is known of pairs of parameters: a way for either of the two things that may be.
  mutating func keepApart(_ pairs: Set<CallbackAnswers.Pair>, of closure: NodeID, from first: Int) {
    for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) where first + pair.second < locals.count {
      guard case .slot(let one) = locals[first + pair.first].storage, case .slot(let other) = locals[first + pair.second].storage else {
        continue
      }
      keepApart(one, other, pair.relation, bothThere(pair, of: closure))
    }
  }

  /// - Parameter step: what is said where both are there, and that is rare.
  mutating func keepApart(_ one: SlotID, _ other: SlotID, _ relation: CallbackAnswers.Pair.Relation, _ step: PathStep) {
    let next = builder.makeBlock()
    let ways = relation.ways
    let blocks = ways.map { _ in builder.makeBlock() }
    builder.finish(.fork(zip(blocks, ways).map { block, way in builder.edge(block, way.isUnlikely ? step : nil) }))
    for (block, way) in zip(blocks, ways) {
      builder.resume(at: block)
      if let constant = way.first { builder.emit(.set(one, constant)) }
      if let constant = way.second { builder.emit(.set(other, constant)) }
      builder.jump(next)
    }
    builder.resume(at: next)
  }

  private func bothThere(_ pair: CallbackAnswers.Pair, of closure: NodeID) -> PathStep {
    let names = inputNames(of: closure)
    let range = tree.token(tree[closure].firstToken).range
    return PathStep(range: range, text: "'\(names[pair.first])' and '\(names[pair.second])' are both there", isUnlikely: true)
  }

  /// `{ granted, error in … }`: by their names, for nobody declares what the callee tells.
  func flagsAndErrors(of closure: NodeID) -> Set<CallbackAnswers.Pair> {
    guard hasDuties, tree.kind(closure) == .closureExpr else { return [] }
    let names = inputNames(of: closure)
    guard let flag = names.firstIndex(where: { index.knowledge.successFlags.contains(Name($0)) }),
      let error = names.firstIndex(where: isNameOfError)
    else { return [] }
    return [.init(first: min(flag, error), second: max(flag, error), relation: flag < error ? .flagFirst : .flagSecond)]
  }

  /// `{ keys, error in … }` of a callee that nobody sees: what comes with an error is nothing, but for a response that says more.
  /// The error is known by its name, by its type, or by what the closure calls it: `if let error = $1`.
  func valuesAndErrors(of closure: ClosureValue) -> Set<CallbackAnswers.Pair> {
    guard hasDuties, tree.kind(closure.node) == .closureExpr else { return [] }
    let names = inputNames(of: closure.node)
    guard names.count > 1, let last = names.last,
      isNameOfError(last) || isLastAnError(closure) || isBoundAsError(Name(last), in: closure.node)
    else { return [] }
    let values = names.indices.dropLast().filter { place in
      let name = Name(names[place])
      return name != KnownNames.wildcard && !index.knowledge.successFlags.contains(name) && !KnownNames.responses.contains(name)
    }
    return Set(values.prefix(2).map { .init(first: $0, second: names.count - 1, relation: .seldomBoth) })
  }

  func isNameOfError(_ name: String) -> Bool {
    KnownNames.errors.contains(Name(name)) || ["Error", "Err", "Failure", "Exception"].contains { name.hasSuffix($0) }
  }

  /// `{ (token: String?, problem: Error?) in … }`
  private func isLastAnError(_ closure: ClosureValue) -> Bool {
    let written = tree.parameters(of: closure.node).last.flatMap { tree.children(of: $0).first { $0.isTypeNode(in: tree) } }
    return (written.map { writtenType($0) } ?? closure.inputs.last).map { isOptionalError($0) } ?? false
  }

  /// `Error?`
  func isOptionalError(_ type: Type) -> Bool {
    guard case .optional(let error) = type else { return false }
    return error.memberOwner.map { KnownNames.typesOfAllErrors.contains($0) } ?? false
  }

  /// `if let error = problem`
  private func isBoundAsError(_ name: Name, in closure: NodeID) -> Bool {
    let row = tree[closure]
    var place = Int(row.firstToken.index) + 3
    while place < Int(row.endToken.index) {
      let isError = tree.tokens[place - 3].word == .let && tree.name(of: TokenID(UInt32(place - 2))) == KnownNames.error
      if isError, tree.tokens[place - 1].kind == .equal, tree.name(of: TokenID(UInt32(place))) == name { return true }
      place += 1
    }
    return false
  }

  /// The names of what a closure is given; of one without a list as far as it uses them: `$0`, `$1`.
  func inputNames(of closure: NodeID) -> [String] {
    if tree.child(.parameters, of: closure).present != nil {
      return tree.parameters(of: closure).map { tree[$0].mainToken.isNone ? "" : tree.text(of: tree[$0].mainToken) }
    }
    let row = tree[closure]
    let used = (Int(row.firstToken.index)..<Int(row.endToken.index)).filter { tree.tokens[$0].kind == .dollarIdentifier }
      .compactMap { Int(tree.text(tree.tokens[$0].range).dropFirst()) }
    let last = used.filter { $0 < CallbackAnswers.placeLimit }.max()
    return last.map { (0...$0).map { "$\($0)" } } ?? []
  }

  /// A parameter gets another value in each round.
  private mutating func renew(_ slot: SlotID, _ isCounting: Bool) {
    builder.emit(isCounting ? .advance(slot) : .set(slot, .unknown))
  }
}

extension CallbackAnswers.Pair.Relation {
  /// What the two hold on each way; nil where anything may stand.
  fileprivate var ways: [(first: Constant?, second: Constant?, isUnlikely: Bool)] {
    switch self {
    case .apart: [(.nil, nil, false), (nil, .nil, false)]
    case .either: [(.nil, .present, false), (.present, .nil, false)]
    case .seldomBoth: [(.nil, nil, false), (nil, .nil, false), (.present, .present, true)]
    case .flagFirst: [(.false, nil, false), (nil, .nil, false)]
    case .flagSecond: [(.nil, nil, false), (nil, .false, false)]
    }
  }
}
