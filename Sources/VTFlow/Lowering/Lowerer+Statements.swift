import VTDiagnostics
import VTSyntax

// Statements and the ways they lead.
extension Lowerer {
  /// The items of a block in a scope of their own.
  mutating func lowerBlock(_ block: NodeID) {
    let count = locals.count
    let cleanupCount = cleanups.count
    pushCleanup(.scope)
    lowerItems(of: block)
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(count...)
  }

  mutating func lowerItems(of node: NodeID) { lowerItems(Array(tree.children(of: node))) }

  mutating func lowerItems(_ items: [NodeID]) {
    declareEarly(items)
    for item in items { lowerItem(item) }
  }

  /// Local functions that are called before they are written.
  private mutating func declareEarly(_ items: [NodeID]) {
    let functions = items.dropFirst().filter { tree.kind($0) == .functionDecl }
    guard let last = functions.last, !isScriptLevel else { return }
    let names = Set(functions.map { tree.mainName(of: $0) })
    /// Where each name stands first.
    var mentions: [Name: UInt32] = [:]
    for token in tree[items[0]].firstToken.index..<tree[last].firstToken.index {
      let name = tree.name(of: TokenID(token))
      if names.contains(name), mentions[name] == nil { mentions[name] = token }
    }
    let early = functions.filter { mentions[tree.mainName(of: $0), default: .max] < tree[$0].firstToken.index }
    // They see each other.
    let visible = locals.count + early.count
    for item in early { declareFunction(item, visibleLocals: visible) }
  }

  private mutating func declareFunction(_ node: NodeID, visibleLocals: Int) {
    let written = tree.child(.returnType, of: node)
    let result = written.isNone ? Type.void : writtenType(tree[written].firstChild)
    declare(
      tree.mainName(of: node), .unknown,
      .closure(ClosureValue(node: node, visibleLocals: visibleLocals, result: result)))
  }

  mutating func lowerItem(_ node: NodeID) {
    if builder.graph.isTooLarge { isTooComplex = true }
    if isTooComplex { return }
    depth += 1
    looksLeft -= 1
    defer { depth -= 1 }
    if depth > Limits.nesting || looksLeft < 0 {
      isTooComplex = true
      return
    }
    let row = tree[node]
    switch row.kind {
    case .variableDecl: lowerVariables(node)
    case .functionDecl where isScriptLevel: break
    // It sees itself.
    case .functionDecl: declareFunction(node, visibleLocals: locals.count + 1)
    case .ifExpr: lowerIf(node, result: nil)
    case .switchExpr: lowerSwitch(node, result: nil)
    case .doStmt: lowerDo(node, result: nil)
    case .guardStmt: lowerGuard(node)
    case .whileStmt: lowerWhile(node)
    case .repeatStmt: lowerRepeat(node)
    case .forStmt: lowerFor(node)
    case .labeledStmt:
      pendingLabel = tree.mainName(of: node)
      for child in tree.children(of: node) { lowerItem(child) }
      pendingLabel = .none
    case .deferStmt:
      let block = tree.child(.block, of: node)
      if !block.isNone { pushCleanup(.deferred(block, visibleLocals: locals.count)) }
    case .returnStmt:
      builder.emit(.pass(Waypoint(range: tree.range(of: node), kind: .exit)))
      lowerReturn(row.firstChild, at: tree.range(of: node))
    case .throwStmt:
      if !row.firstChild.isNone {
        let value = lower(row.firstChild)
        use(value, .takeOver, at: tree.range(of: row.firstChild), "throw")
        noteThrown(row.firstChild)
      }
      let isCaught = handlers.last.map { !$0.endsTask } ?? false
      builder.emit(.pass(Waypoint(range: tree.range(of: node), kind: isCaught ? .caught : .exit)))
      builder.jump(throwTarget(), PathStep(range: tree.range(of: node), text: "an error is thrown"))
    case .breakStmt, .continueStmt: lowerJump(node, isBreak: row.kind == .breakStmt)
    case .fallthroughStmt:
      if let next = fallthroughTarget {
        emitCleanups(downTo: fallthroughCleanupCount)
        builder.jump(next, PathStep(range: tree.range(of: node), text: "falls through"))
      }
    case .yieldStmt:
      for argument in tree.children(of: node) where tree.kind(argument) == .argument {
        let value = lower(tree[argument].firstChild)
        use(value, .returned, at: tree.range(of: argument), "yield")
      }
    case .thenStmt, .discardStmt:
      if !row.firstChild.isNone { _ = lower(row.firstChild) }
    case .ifConfig: lowerIfConfig(node)
    // What was not read may use anything.
    case .unexpected, .missing: isTooComplex = isTooComplex || row.firstToken != row.endToken
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .typealiasDecl, .importDecl,
      .operatorDecl, .precedenceGroupDecl, .macroDecl, .initDecl, .deinitDecl, .subscriptDecl,
      .associatedtypeDecl, .enumCaseDecl:
      break
    default:
      noteDropped(node)
      let value = lower(node)
      if isBuilder { use(value, .escape, at: value.subject) }
      if case .closure(let closure) = value.storage { escape(closure) }
    }
  }

  // MARK: variables

  private mutating func lowerVariables(_ node: NodeID) {
    let row = tree[node]
    let isLet = tree.mainWord(of: node) == .let
    let isWrapped = isWrapped(node)
    let isLazy = isLazy(node)
    for binding in tree.children(of: node) where tree.kind(binding) == .patternBinding {
      var pattern = NodeID.none
      var annotation: Type?
      var isForced = false
      var initializer = NodeID.none
      var accessors = NodeID.none
      for child in tree.children(of: binding) {
        switch tree.kind(child) {
        case .typeAnnotation:
          annotation = writtenType(tree[child].firstChild)
          isForced = tree.kind(tree[child].firstChild) == .implicitlyUnwrappedType
        case .initializer: initializer = tree[child].firstChild
        case .accessorBlock: accessors = child
        default: if pattern.isNone { pattern = child }
        }
      }
      if pattern.isNone { continue }
      if row.flags.contains(.isAsync), !initializer.isNone {
        lowerAsyncLet(pattern, initializer, annotation)
        continue
      }
      if !accessors.isNone, initializer.isNone {
        // A computed local: each use runs it anew.
        let closure = ClosureValue(node: accessors, visibleLocals: locals.count, result: annotation ?? .unknown)
        declare(tree.mainName(of: pattern), annotation ?? .unknown, .closure(closure))
        locals[locals.count - 1].isComputed = true
        continue
      }
      if initializer.isNone {
        let constant: Storage = annotation?.isOptional == true && !isLet ? .constant(.nil) : .none
        let declared = locals.count
        bind(pattern, to: Value(type: annotation ?? .unknown, storage: constant), isLet: isLet)
        if hasDuties, isForced, locals.count > declared { locals[declared].isForced = true }
        continue
      }
      if isLet, bindOperation(pattern, initializer) { continue }
      if mayStayUnstarted(pattern, initializer, node) { perhapsUnstarted = initializer }
      if isLet, !isWrapped, tree.kind(pattern) == .identifierPattern, annotation?.isOptional != true { boundCall = initializer }
      var value = lowerInitializer(initializer, annotation)
      boundCall = .none
      noteGuards(in: pattern, initializer)
      if let annotation { value = annotated(value, as: annotation, initializer) }
      value = toldApart(named(value, initializer), initializer)
      if isWrapped, oneShot(value.type) == nil {
        declareWrapped(pattern, value)
        continue
      }
      // Nobody may ever ask for it, and then it is never made.
      if isLazy { aside { $0.use(value, .escape, at: value.subject) } }
      bind(pattern, to: value, isLet: isLet, initializer: initializer)
      partsGiven.removeAll()
    }
  }

  private func isLazy(_ variable: NodeID) -> Bool {
    guard let modifiers = tree.child(.modifiers, of: variable).present else { return false }
    let row = tree[modifiers]
    return (row.firstToken.index..<row.endToken.index).contains { tree.token(TokenID($0)).word == .lazy }
  }

  /// `@State var isOpen = false`: it is read and written through its wrapper, which may give anything each time.
  private mutating func declareWrapped(_ pattern: NodeID, _ value: Value) {
    use(value, .escape, at: value.subject)
    declare(tree.mainName(of: pattern), value.type, isLet: false)
    locals[locals.count - 1].isComputed = true
  }

  private func isWrapped(_ variable: NodeID) -> Bool {
    guard let modifiers = tree.child(.modifiers, of: variable).present else { return false }
    return tree.children(of: modifiers).contains {
      // With a small letter it is the language's own: `@available`.
      tree.kind($0) == .attribute && tree.isTypeName($0)
    }
  }

  /// A condition that names a completion check is written as a branch, so that what follows knows both.
  private mutating func lowerInitializer(_ node: NodeID, _ annotation: Type?) -> Value {
    if namesCheck(node) { return booleanValue(node) }
    return lower(node, expecting: annotation)
  }

  /// `let isFast = options.isFast`: what is learned of the one is known of the other.
  mutating func named(_ value: Value, _ source: NodeID) -> Value {
    guard case .none = value.storage, value.type == .nominal(KnownNames.bool, []), let key = factKey(source), key.isPlace,
      let fact = factSlot(key)
    else { return value }
    let slot = builder.makeSlot()
    let yes = builder.makeBlock()
    let no = builder.makeBlock()
    let end = builder.makeBlock()
    if !lowerHelper(source, nil, yes, no) { fork(source, yes, no, .isTrue(fact)) }
    for (block, answer) in [(yes, Constant.true), (no, .false)] {
      builder.resume(at: block)
      builder.emit(.set(slot, answer))
      builder.jump(end)
    }
    builder.resume(at: end)
    return Value(type: value.type, storage: .slot(slot), subject: value.subject)
  }

  /// What a variable's annotation tells of the value that is put there: `let f: ValueFuture<Int> = client.load()` of an unknown
  /// client.
  mutating func annotated(_ value: Value, as type: Type, _ source: NodeID) -> Value {
    var result = value
    // `let tell: ((Int) -> Void)? = completion` has another type, and is the same handler.
    if case .function = type.unwrapped, contract(value.type) == .duty {
      result.type = type.isOptional ? value.type.madeOptional : value.type
      return result
    }
    result.type = type
    guard value.type == .unknown, !source.isNone, !value.isNil, oneShot(type) != nil else { return result }
    let range = tree.range(of: source)
    switch value.storage {
    case .none: return made(type, isCall(source) ? .made : .property, at: range)
    case .slot(let slot):
      // Of several ways to a value some may be known.
      guard let origin = origin(of: type, .property, at: range, isCreated: false) else { return result }
      builder.emit(.createIfUnknown(slot, builder.makeOrigin(origin)))
      return result
    default: return result
    }
  }

  private func isCall(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .callExpr: true
    case .tryExpr, .awaitExpr, .parenExpr, .forceExpr, .optionalChainExpr: isCall(tree[node].firstChild)
    default: false
    }
  }

  private mutating func lowerAsyncLet(_ pattern: NodeID, _ initializer: NodeID, _ annotation: Type?) {
    let slot = builder.makeSlot()
    let region = beginRegion(.asyncLet, at: tree.range(of: initializer), group: nil)
    awaitDepth += 1
    tryDepth += 1
    let result = lower(initializer)
    awaitDepth -= 1
    tryDepth -= 1
    endRegion(region)
    builder.emit(.handle(slot, region.id))
    pushCleanup(.asyncLet(slot))
    if oneShot(result.type) != nil {
      // The awaited constant is the future itself.
      bind(pattern, to: result, isLet: true)
    } else {
      let count = locals.count
      // What stands in the slot is the handle of the child, not yet what it gives.
      bind(pattern, to: Value(type: .unknown, storage: handle(slot, for: pattern)), isLet: true)
      for place in locals.indices[count...] { locals[place].isAsyncLet = true }
      if locals.count == count + 1 { locals[count].type = annotation ?? result.type }
    }
  }

  /// Of `async let (a, b) = …` each name stands for the whole child.
  private func handle(_ slot: SlotID, for pattern: NodeID) -> Storage {
    guard tree.kind(pattern) == .tuplePattern else { return .slot(slot) }
    return .tuple(tree.children(of: pattern).map { tree[$0].firstChild.present.map { handle(slot, for: $0) } ?? .none })
  }

  // MARK: jumps

  mutating func lowerReturn(_ expression: NodeID, at range: ByteRange) {
    var value = Value.of(.void)
    if !expression.isNone {
      // Who calls a closure that gives back a check learns what it says.
      let isCheck = (!returnTargets.isEmpty || resultSlot != nil) && namesCheck(expression)
      let expected = returnTargets.last.map(\.expected) ?? resultType
      value = isCheck ? booleanValue(expression) : lower(expression, expecting: expected)
    }
    finishReturn(value, at: expression.isNone ? range : tree.range(of: expression), expression)
  }

  /// - Parameter source: what is returned; none where nothing is.
  mutating func finishReturn(_ value: Value, at range: ByteRange, _ source: NodeID) {
    // `return failed(error, c)`: whoever called is told whether there is something left to do.
    if let duty = value.slot.flatMap({ dutiesByAnswer[$0] }) { use(duty, .escape, at: range) }
    guard let target = returnTargets.last else {
      use(value, .returned, at: range, "return")
      if let resultSlot, oneShot(value.type) == nil { assign(value, to: resultSlot) }
      emitCleanups(downTo: 0)
      builder.finish(.exit(.normal))
      return
    }
    if case .none = value.storage, value.type == .unknown || value.type.isOptional, givesNil(target.node) {
      // What is given on this way is there most likely: on another one nothing is given.
      for constant in [Constant.present, .doubtful] { builder.emit(.set(target.slot, constant)) }
    } else {
      joinChoice(value, source, into: target.slot)
    }
    if let slot = value.slot, let origin = madeInSlot[slot], Int(origin.index) >= target.firstOrigin {
      returnTargets[returnTargets.count - 1].origins.append(origin)
    }
    returnTargets[returnTargets.count - 1].type = target.type.joined(value.typeOrNil)
    emitCleanups(downTo: target.cleanupCount)
    builder.jump(target.block)
  }

  /// Whether a body says somewhere that it gives nothing: `return nil`, `found ? value : nil`.
  private func givesNil(_ body: NodeID) -> Bool {
    let row = tree[body]
    return (row.firstToken.index..<row.endToken.index).dropFirst().contains { place in
      let before = tree.tokens[Int(place) - 1]
      return tree.tokens[Int(place)].word == .nil && (before.word == .return || [.colon, .leftBrace].contains(before.kind))
    }
  }

  /// `throw StoreError.closed`: a `catch StoreError.missing` does not take it, nor one for another type.
  private mutating func noteThrown(_ error: NodeID) {
    guard let slot = handlers.last?.error else { return }
    let key = FactKey(hash: FactKey.mix(11, UInt64(slot.index)), dependencies: [slot])
    var type = error
    if tree.kind(type) == .callExpr { type = tree[type].firstChild }
    if isCaseName(type) {
      if let fact = caseSlot(key, tree.mainName(of: type)) { builder.emit(.set(fact, .true)) }
      type = tree[type].firstChild
    }
    guard !type.isNone, tree.kind(type) == .identifierExpr else { return }
    noteThrown(tree.mainName(of: type))
  }

  /// An error of that type is thrown here.
  mutating func noteThrown(_ type: Name) {
    guard let slot = handlers.last?.error else { return }
    let key = FactKey(hash: FactKey.mix(11, UInt64(slot.index)), dependencies: [slot])
    if let fact = typeSlot(key, type) { builder.emit(.set(fact, .true)) }
  }

  /// `throws(StoreError)` of a function of this file; `.none` where it may throw anything.
  func thrownType(of function: DeclarationID) -> Name {
    guard function.file == file, let effects = tree.child(.effects, of: index.declaration(function).node).present,
      let type = tree[effects].firstChild.present, tree.kind(type) == .namedType
    else { return .none }
    return tree.mainName(of: type)
  }

  private mutating func lowerJump(_ node: NodeID, isBreak: Bool) {
    let label = tree.mainName(of: node)
    let found = jumpTargets.last { target in
      (label == .none ? (isBreak ? !target.isPlainLabel : true) : target.label == label)
        && (isBreak || target.continueBlock != nil)
    }
    guard let found else { return builder.finish(.exit(.never)) }
    builder.emit(.pass(Waypoint(range: tree.range(of: node), kind: .exit)))
    emitCleanups(downTo: found.cleanupCount)
    let step = PathStep(range: tree.range(of: node), text: isBreak ? "leaves by 'break'" : "goes on with 'continue'")
    builder.jump(isBreak ? found.breakBlock : found.continueBlock ?? found.breakBlock, step)
  }

  /// The label that stands before the statement being lowered.
  mutating func takeLabel() -> Name {
    defer { pendingLabel = .none }
    return pendingLabel
  }
}
