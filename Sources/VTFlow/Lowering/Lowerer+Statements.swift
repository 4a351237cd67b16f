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

  mutating func lowerItems(of node: NodeID) {
    for item in tree.children(of: node) { lowerItem(item) }
  }

  mutating func lowerItem(_ node: NodeID) {
    if builder.blockCount > Limits.blocks { isTooComplex = true }
    if isTooComplex { return }
    depth += 1
    defer { depth -= 1 }
    if depth > Limits.nesting {
      isTooComplex = true
      return
    }
    let row = tree[node]
    switch row.kind {
    case .variableDecl: lowerVariables(node)
    case .functionDecl where isScriptLevel: break
    case .functionDecl:
      let written = tree.child(.returnType, of: node)
      let result = written.isNone ? Type.void : writtenType(tree[written].firstChild)
      declare(
        tree.mainName(of: node), .unknown,
        .closure(ClosureValue(node: node, visibleLocals: locals.count, result: result)))
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
    case .returnStmt: lowerReturn(row.firstChild, at: tree.range(of: node))
    case .throwStmt:
      if !row.firstChild.isNone {
        let value = lower(row.firstChild)
        use(value, .pass, at: tree.range(of: row.firstChild), "throw")
        noteThrown(row.firstChild)
      }
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
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .typealiasDecl, .importDecl,
      .operatorDecl, .precedenceGroupDecl, .macroDecl, .unexpected, .missing, .initDecl, .deinitDecl, .subscriptDecl,
      .associatedtypeDecl, .enumCaseDecl:
      break
    default:
      let value = lower(node)
      if isBuilder { use(value, .escape, at: value.subject) }
      if case .closure(let closure) = value.storage { escape(closure) }
    }
  }

  // MARK: variables

  private mutating func lowerVariables(_ node: NodeID) {
    let row = tree[node]
    let isLet = tree.mainWord(of: node) == .let
    for binding in tree.children(of: node) where tree.kind(binding) == .patternBinding {
      var pattern = NodeID.none
      var annotation: Type?
      var initializer = NodeID.none
      var accessors = NodeID.none
      for child in tree.children(of: binding) {
        switch tree.kind(child) {
        case .typeAnnotation: annotation = writtenType(tree[child].firstChild)
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
        bind(pattern, to: Value(type: annotation ?? .unknown, storage: constant), isLet: isLet)
        continue
      }
      var value = lowerInitializer(initializer, annotation)
      if let annotation { value.type = annotation }
      bind(pattern, to: value, isLet: isLet, initializer: initializer)
    }
  }

  /// A condition that names a completion check is written as a branch, so that what follows knows both.
  private mutating func lowerInitializer(_ node: NodeID, _ annotation: Type?) -> Value {
    if namesCheck(node) {
      let slot = builder.makeSlot()
      let yes = builder.makeBlock()
      let no = builder.makeBlock()
      let end = builder.makeBlock()
      lowerCondition(node, yes, no)
      builder.resume(at: yes)
      builder.emit(.set(slot, .true))
      builder.jump(end)
      builder.resume(at: no)
      builder.emit(.set(slot, .false))
      builder.jump(end)
      builder.resume(at: end)
      return Value(type: .nominal(KnownNames.bool, []), storage: .slot(slot))
    }
    return lower(node, expecting: annotation)
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
    if valueFuture(result.type) != nil {
      // The awaited constant is the future itself.
      bind(pattern, to: result, isLet: true)
    } else {
      let count = locals.count
      bind(pattern, to: Value(type: annotation ?? result.type, storage: .slot(slot)), isLet: true)
      for place in locals.indices[count...] { locals[place].isAsyncLet = true }
    }
  }

  // MARK: jumps

  mutating func lowerReturn(_ expression: NodeID, at range: ByteRange) {
    var value = Value.of(.void)
    if !expression.isNone { value = lower(expression, expecting: returnTargets.isEmpty ? resultType : nil) }
    finishReturn(value, at: expression.isNone ? range : tree.range(of: expression))
  }

  mutating func finishReturn(_ value: Value, at range: ByteRange) {
    guard let target = returnTargets.last else {
      use(value, .returned, at: range, "return")
      emitCleanups(downTo: 0)
      builder.finish(.exit(.normal))
      return
    }
    assign(value, to: target.slot)
    if let slot = value.slot, let origin = madeInSlot[slot], Int(origin.index) >= target.firstOrigin {
      returnTargets[returnTargets.count - 1].origins.append(origin)
    }
    if target.type == .unknown {
      returnTargets[returnTargets.count - 1].type = value.type
      if case .tuple = value.storage { returnTargets[returnTargets.count - 1].storage = value.storage }
    }
    emitCleanups(downTo: target.cleanupCount)
    builder.jump(target.block)
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
    if let fact = typeSlot(key, tree.mainName(of: type)) { builder.emit(.set(fact, .true)) }
  }

  private mutating func lowerJump(_ node: NodeID, isBreak: Bool) {
    let label = tree.mainName(of: node)
    let found = jumpTargets.last { target in
      (label == .none ? (isBreak ? !target.isPlainLabel : true) : target.label == label)
        && (isBreak || target.continueBlock != nil)
    }
    guard let found else { return builder.finish(.exit(.never)) }
    emitCleanups(downTo: found.cleanupCount)
    let step = PathStep(range: tree.range(of: node), text: isBreak ? "leaves by 'break'" : "goes on with 'continue'")
    builder.jump(isBreak ? found.breakBlock : found.continueBlock ?? found.breakBlock, step)
  }

  /// The label that stands before the statement being lowered.
  private mutating func takeLabel() -> Name {
    defer { pendingLabel = .none }
    return pendingLabel
  }

  // MARK: branches

  /// An `if` chain; with a result slot each branch leaves its value there.
  mutating func lowerIf(_ first: NodeID, result: SlotID?) {
    let label = takeLabel()
    let end = builder.makeBlock()
    if label != .none { pushTarget(label: label, breakBlock: end, continueBlock: nil, isPlainLabel: true) }
    var node = first
    // A chain may be very long: a loop, not recursion.
    while true {
      let block = tree.child(.block, of: node)
      let conditions = tree.child(.conditions, of: node)
      guard !block.isNone else { break }
      let then = builder.makeBlock()
      let otherwise = builder.makeBlock()
      let count = locals.count
      if conditions.isNone { builder.jump(then) } else { lowerConditions(conditions, then, otherwise) }
      builder.resume(at: then)
      lowerBranch(block, result: result)
      builder.jump(end)
      locals.removeSubrange(count...)
      builder.resume(at: otherwise)
      let alternative = tree[block].nextSibling
      if alternative.isNone { break }
      if tree.kind(alternative) == .ifExpr {
        node = alternative
        continue
      }
      lowerBranch(alternative, result: result)
      break
    }
    builder.jump(end)
    builder.resume(at: end)
    if label != .none { jumpTargets.removeLast() }
  }

  /// A block whose last expression is its value, if a value is wanted.
  mutating func lowerBranch(_ block: NodeID, result: SlotID?) {
    guard let result else { return lowerBlock(block) }
    let count = locals.count
    let cleanupCount = cleanups.count
    pushCleanup(.scope)
    lowerValueItems(Array(tree.children(of: block)), result: result)
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(count...)
  }

  mutating func lowerValueItems(_ items: [NodeID], result: SlotID) {
    for (place, item) in items.enumerated() {
      guard place == items.count - 1, tree.kind(item).isExpression || tree.kind(item) == .thenStmt else {
        lowerItem(item)
        continue
      }
      let expression = tree.kind(item) == .thenStmt ? tree[item].firstChild : item
      if expression.isNone { continue }
      let value = lower(expression)
      resultTypes[result] = resultTypes[result] ?? value.type
      assign(value, to: result)
    }
  }

  private mutating func lowerGuard(_ node: NodeID) {
    let then = builder.makeBlock()
    let otherwise = builder.makeBlock()
    let conditions = tree.child(.conditions, of: node)
    let before = locals.count
    if conditions.isNone { builder.jump(then) } else { lowerConditions(conditions, then, otherwise) }
    let bound = Array(locals[before...])
    builder.resume(at: otherwise)
    locals.removeSubrange(before...)
    let block = tree.child(.block, of: node)
    if !block.isNone { lowerBlock(block) }
    // The compiler demands that the block never ends; if it seems to, a call in it does not return.
    builder.finish(.exit(.never))
    locals += bound
    builder.resume(at: then)
  }

  mutating func lowerSwitch(_ node: NodeID, result: SlotID?) {
    let label = takeLabel()
    let subjectNode = tree[node].firstChild
    if subjectNode.isNone { return }
    let subject = lower(subjectNode)
    let end = builder.makeBlock()
    pushTarget(label: label, breakBlock: end, continueBlock: nil)
    var cases: [NodeID] = []
    collectCases(of: node, into: &cases)
    let bodies = cases.map { _ in builder.makeBlock() }
    let savedFallthrough = (fallthroughTarget, fallthroughCleanupCount)
    fallthroughCleanupCount = cleanups.count
    // `default` is tried last, wherever it stands.
    let order = cases.indices.filter { tree.mainWord(of: cases[$0]) != .defaultWord }
      + cases.indices.filter { tree.mainWord(of: cases[$0]) == .defaultWord }
    for place in order {
      let item = cases[place]
      let next = builder.makeBlock()
      let matched = builder.makeBlock()
      let count = locals.count
      lowerCaseItems(of: item, subject, subjectNode, matched, next)
      builder.resume(at: matched)
      builder.proceed(to: bodies[place])
      fallthroughTarget = place + 1 < bodies.count ? bodies[place + 1] : nil
      lowerCaseBody(item, result: result)
      builder.jump(end)
      locals.removeSubrange(count...)
      builder.resume(at: next)
    }
    (fallthroughTarget, fallthroughCleanupCount) = savedFallthrough
    // Exhaustive: nothing falls past the last case. An empty or unreadable switch does.
    if cases.isEmpty { builder.jump(end) } else { builder.finish(.exit(.never)) }
    jumpTargets.removeLast()
    builder.resume(at: end)
  }

  private func collectCases(of node: NodeID, into cases: inout [NodeID]) {
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .switchCase: cases.append(child)
      case .ifConfig, .ifConfigClause: collectCases(of: child, into: &cases)
      default: break
      }
    }
  }

  private mutating func lowerCaseBody(_ node: NodeID, result: SlotID?) {
    let items = tree.children(of: node).filter { tree.kind($0) != .caseItem && tree.kind($0) != .modifiers }
    let count = locals.count
    let cleanupCount = cleanups.count
    pushCleanup(.scope)
    if let result { lowerValueItems(items, result: result) } else { for item in items { lowerItem(item) } }
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(count...)
  }

  private mutating func lowerCaseItems(
    of node: NodeID, _ subject: Value, _ subjectNode: NodeID, _ matched: BlockID, _ next: BlockID
  ) {
    let items = tree.children(of: node).filter { tree.kind($0) == .caseItem }
    let range = tree.token(tree[node].firstToken).range
    if items.isEmpty { return builder.jump(matched, PathStep(range: range, text: "in the 'default' case")) }
    for (place, item) in items.enumerated() {
      let pattern = tree[item].firstChild
      if pattern.isNone { continue }
      let following = place == items.count - 1 ? next : builder.makeBlock()
      let isLast = place == items.count - 1
      let fits = builder.makeBlock()
      match(pattern, subject, subjectNode, fits, following)
      builder.resume(at: fits)
      let condition = tree.child(.whereCondition, of: item)
      let step = PathStep(range: tree.range(of: pattern), text: "in the case '\(text(of: pattern))'")
      if condition.isNone {
        builder.jump(matched, step)
      } else {
        let holds = builder.makeBlock()
        lowerCondition(tree[condition].firstChild, holds, following)
        builder.resume(at: holds)
        builder.jump(matched, step)
      }
      if !isLast { builder.resume(at: following) }
    }
  }

  // MARK: loops

  private mutating func lowerWhile(_ node: NodeID) {
    let label = takeLabel()
    let head = builder.makeBlock()
    let body = builder.makeBlock()
    let end = builder.makeBlock()
    builder.proceed(to: head)
    let count = locals.count
    let conditions = tree.child(.conditions, of: node)
    if conditions.isNone { builder.jump(body) } else { lowerConditions(conditions, body, end) }
    builder.resume(at: body)
    pushTarget(label: label, breakBlock: end, continueBlock: head)
    let block = tree.child(.block, of: node)
    if !block.isNone { lowerBlock(block) }
    jumpTargets.removeLast()
    locals.removeSubrange(count...)
    builder.jump(head, againStep(node))
    builder.resume(at: end)
  }

  private mutating func lowerRepeat(_ node: NodeID) {
    let label = takeLabel()
    let body = builder.makeBlock()
    let test = builder.makeBlock()
    let again = builder.makeBlock()
    let end = builder.makeBlock()
    builder.proceed(to: body)
    pushTarget(label: label, breakBlock: end, continueBlock: test)
    let block = tree.child(.block, of: node)
    if !block.isNone { lowerBlock(block) }
    jumpTargets.removeLast()
    builder.jump(test)
    builder.resume(at: test)
    let condition = block.isNone ? NodeID.none : tree[block].nextSibling
    if condition.isNone { builder.jump(end) } else { lowerCondition(condition, again, end) }
    builder.resume(at: again)
    builder.jump(body, againStep(node))
    builder.resume(at: end)
  }

  func againStep(_ node: NodeID) -> PathStep {
    PathStep(range: tree.token(tree[node].firstToken).range, text: "the loop runs again")
  }

  private mutating func lowerFor(_ node: NodeID) {
    let label = takeLabel()
    var parts: [NodeID] = []
    var block = NodeID.none
    var condition = NodeID.none
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .block: block = child
      case .whereCondition: condition = tree[child].firstChild
      case .typeAnnotation: break
      default: parts.append(child)
      }
    }
    guard parts.count >= 2, !block.isNone else { return }
    let pattern = parts[0]
    let sequence = lower(parts[1])
    use(sequence, .escape, at: tree.range(of: parts[1]))
    let count = rounds(parts[1])
    let head = builder.makeBlock()
    let body = builder.makeBlock()
    let exhausted = builder.makeBlock()
    let end = builder.makeBlock()
    let variables = advancingVariables(of: pattern)
    for slot in variables { builder.emit(.set(slot, .unknown)) }
    switch count {
    case .none: builder.proceed(to: head)
    case .some(let low) where low > 0: builder.jump(body)
    default: builder.jump(exhausted)
    }
    builder.resume(at: head)
    let range = tree.token(tree[node].firstToken).range
    builder.finish(
      .fork([
        builder.edge(body), builder.edge(exhausted, PathStep(range: range, text: "the loop ends")),
      ]))
    builder.resume(at: body)
    let localCount = locals.count
    let cleanupCount = cleanups.count
    pushCleanup(.scope)
    if tree[node].flags.contains(.hasAwait), tree[node].flags.contains(.hasTry) {
      tryDepth += 1
      mayThrow(parts[1], text(of: parts[1]))
      tryDepth -= 1
    }
    let next = builder.makeBlock()
    bindLoopVariable(pattern, sequence, parts[1], variables, next)
    if !condition.isNone {
      let holds = builder.makeBlock()
      lowerCondition(condition, holds, next)
      builder.resume(at: holds)
    }
    pushTarget(label: label, breakBlock: end, continueBlock: next)
    lowerBlock(block)
    jumpTargets.removeLast()
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(localCount...)
    builder.jump(next)
    builder.resume(at: next)
    // A literal count of one never comes around.
    if count == 1 { builder.jump(exhausted) } else { builder.jump(head, againStep(node)) }
    builder.resume(at: exhausted)
    if case .group(let group) = sequence.storage { builder.emit(.joinGroup(group)) }
    builder.jump(end)
    builder.resume(at: end)
  }

  /// How often a loop over a literal range or array literal runs; nil when nobody knows.
  private func rounds(_ sequence: NodeID) -> Int? {
    switch tree.kind(sequence) {
    case .parenExpr: return rounds(tree[sequence].firstChild)
    case .arrayExpr: return tree.children(of: sequence).reduce(0) { count, _ in count + 1 }
    case .infixExpr:
      guard let low = integer(tree.child(at: 0, of: sequence)), let high = integer(tree.child(at: 1, of: sequence)) else {
        return nil
      }
      switch Operators.name(tree, sequence) {
      case Operators.halfOpenRange: return max(0, high - low)
      case Operators.closedRange: return max(0, high - low + 1)
      default: return nil
      }
    default: return nil
    }
  }

  private func integer(_ node: NodeID) -> Int? {
    guard !node.isNone, tree.kind(node) == .literalExpr else { return nil }
    return Int(tree.text(of: tree[node].mainToken).filter { $0 != "_" })
  }

  // MARK: do, #if

  mutating func lowerDo(_ node: NodeID, result: SlotID?) {
    let label = takeLabel()
    var block = NodeID.none
    var clauses: [NodeID] = []
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .block where block.isNone: block = child
      case .catchClause: clauses.append(child)
      default: break
      }
    }
    if block.isNone { return }
    let end = builder.makeBlock()
    if label != .none { pushTarget(label: label, breakBlock: end, continueBlock: nil, isPlainLabel: true) }
    let caught = builder.makeBlock()
    var error: SlotID?
    if !clauses.isEmpty {
      let slot = builder.makeSlot()
      builder.emit(.set(slot, .unknown))
      handlers.append(Handler(block: caught, cleanupCount: cleanups.count, error: slot))
      error = slot
    }
    lowerBranch(block, result: result)
    builder.jump(end)
    if !clauses.isEmpty {
      handlers.removeLast()
      builder.resume(at: caught)
      lowerCatches(clauses, error, result: result, end: end)
    }
    if label != .none { jumpTargets.removeLast() }
    builder.resume(at: end)
  }

  private mutating func lowerCatches(_ clauses: [NodeID], _ error: SlotID?, result: SlotID?, end: BlockID) {
    for clause in clauses {
      let matched = builder.makeBlock()
      let next = builder.makeBlock()
      let count = locals.count
      let range = tree.token(tree[clause].firstToken).range
      let items = tree.children(of: clause).filter { tree.kind($0) == .caseItem }
      let isTotal = items.isEmpty || items.contains { tree.child(.whereCondition, of: $0).isNone && catchesAll(tree[$0].firstChild) }
      declare(KnownNames.error, .unknown)
      for item in items {
        let following = builder.makeBlock()
        let fits = builder.makeBlock()
        caughtKey = error.map { FactKey(hash: FactKey.mix(11, UInt64($0.index)), dependencies: [$0]) }
        match(tree[item].firstChild, .unknown, .none, fits, following)
        caughtKey = nil
        builder.resume(at: fits)
        let condition = tree.child(.whereCondition, of: item)
        if condition.isNone { builder.jump(matched) } else { lowerCondition(tree[condition].firstChild, matched, following) }
        builder.resume(at: following)
      }
      builder.jump(isTotal ? matched : next, PathStep(range: range, text: isTotal ? "the error is caught" : "this 'catch' does not fit"))
      builder.resume(at: matched)
      let block = tree.child(.block, of: clause)
      if !block.isNone { lowerBranch(block, result: result) }
      builder.jump(end)
      locals.removeSubrange(count...)
      builder.resume(at: next)
      if isTotal { return builder.finish(.exit(.never)) }
    }
    builder.jump(throwTarget())
  }

  /// `catch let e`, `catch _`: takes every error.
  private func catchesAll(_ pattern: NodeID) -> Bool {
    if pattern.isNone { return true }
    switch tree.kind(pattern) {
    case .identifierPattern, .wildcardPattern: return true
    case .bindingPattern: return catchesAll(tree[pattern].firstChild)
    case .expressionPattern: return tree.kind(tree[pattern].firstChild) == .wildcardExpr
    default: return false
    }
  }

  /// Each alternative on its own; without an `#else` none may be there.
  private mutating func lowerIfConfig(_ node: NodeID) {
    var alternatives: [Edge] = []
    var clauses: [(BlockID, NodeID)] = []
    var hasElse = false
    for clause in tree.children(of: node) where tree.kind(clause) == .ifConfigClause {
      let block = builder.makeBlock()
      clauses.append((block, clause))
      let range = tree.token(tree[clause].firstToken).range
      alternatives.append(builder.edge(block, PathStep(range: range, text: "with this '#if' alternative")))
      if !tree[clause].flags.contains(.hasCondition) { hasElse = true }
    }
    let end = builder.makeBlock()
    if !hasElse { alternatives.append(builder.edge(end)) }
    builder.finish(.fork(alternatives))
    // What an alternative declares is visible behind the `#endif`; the same name in two alternatives is one variable.
    let count = locals.count
    var merged: [Local] = []
    for (block, clause) in clauses {
      builder.resume(at: block)
      let items = tree.children(of: clause).dropFirst(tree[clause].flags.contains(.hasCondition) ? 1 : 0)
      for item in items { lowerItem(item) }
      for local in locals[count...] { merge(local, into: &merged) }
      locals.removeSubrange(count...)
      builder.jump(end)
    }
    locals += merged
    builder.resume(at: end)
  }

  private mutating func merge(_ local: Local, into merged: inout [Local]) {
    guard let place = merged.firstIndex(where: { $0.name == local.name }) else { return merged.append(local) }
    if case .slot(let common) = merged[place].storage { assign(Value(type: local.type, storage: local.storage), to: common) }
    if merged[place].type == .unknown { merged[place].type = local.type }
  }

  mutating func pushTarget(label: Name, breakBlock: BlockID, continueBlock: BlockID?, isPlainLabel: Bool = false) {
    jumpTargets.append(
      JumpTarget(
        label: label, breakBlock: breakBlock, continueBlock: continueBlock, cleanupCount: cleanups.count,
        isPlainLabel: isPlainLabel))
  }
}

/// Bounds on what is analysed: past them a function is left out and said so, never half analysed.
enum Limits {
  /// Nested statements and expressions.
  static let nesting = 1_500
  /// Blocks of one graph, copies of `defer` bodies and inlined closures included.
  static let blocks = 400_000
  /// Closures and local functions written in place inside one another.
  static let inlining = 6
}

extension NodeKind {
  var isExpression: Bool {
    rawValue >= NodeKind.identifierExpr.rawValue && rawValue <= NodeKind.operatorExpr.rawValue
      || self == .ifExpr || self == .switchExpr || self == .doStmt
  }
}
