import VTDiagnostics
import VTSyntax

// `while`, `repeat` and `for`: how often the body runs, as far as the text tells.
extension Lowerer {
  mutating func lowerWhile(_ node: NodeID) {
    let label = takeLabel()
    let head = builder.makeBlock()
    let body = builder.makeBlock()
    let end = builder.makeBlock()
    builder.proceed(to: head)
    let count = locals.count
    let again = builder.makeBlock()
    let conditions = tree.child(.conditions, of: node)
    let firstOrigin = builder.graph.origins.count
    if conditions.isNone { builder.jump(body) } else { lowerConditions(conditions, body, end) }
    let taken = (firstOrigin..<builder.graph.origins.count).map { OriginID($0) }
    builder.resume(at: body)
    pushTarget(label: label, breakBlock: end, continueBlock: again)
    let block = tree.child(.block, of: node)
    let wasEndless = isInEndlessLoop
    isInEndlessLoop = isEndless(conditions)
    loopDepth += 1
    loopStarts.append(count)
    if block.isNone { isTooComplex = true } else { lowerBlock(block) }
    loopStarts.removeLast()
    loopDepth -= 1
    isInEndlessLoop = wasEndless
    jumpTargets.removeLast()
    locals.removeSubrange(count...)
    builder.jump(again)
    builder.resume(at: again)
    if !conditions.isNone, !block.isNone { askAnew(conditions, in: block) }
    // `while let waiter = waiters.popFirst()`: the next round takes another one.
    if !block.isNone, !assignsNames(block) {
      for origin in taken where builder.graph[origin].contract == .duty { builder.emit(.end(origin)) }
    }
    builder.jump(head, againStep(node))
    builder.resume(at: end)
  }

  /// `true`, or `!Task.isCancelled`
  private func isEndless(_ conditions: NodeID) -> Bool {
    guard hasDuties, let only = tree.onlyChild(of: conditions) else { return false }
    if tree.kind(only) == .prefixExpr, Operators.name(tree, only) == Operators.not {
      return tree[only].firstChild.present.map { tree.mainName(of: $0) == KnownNames.isCancelled } ?? false
    }
    return tree.kind(only) == .literalExpr && tree.mainWord(of: only) == .true
  }

  /// Whether something in a body puts what a plain name stands for into another variable, where it may outlive the body.
  private func assignsNames(_ body: NodeID) -> Bool {
    if tree.kind(body) == .assignExpr, tree.kind(tree.child(at: 1, of: body)) == .identifierExpr { return true }
    return tree.children(of: body).contains { assignsNames($0) }
  }

  mutating func lowerRepeat(_ node: NodeID) {
    let label = takeLabel()
    let body = builder.makeBlock()
    let test = builder.makeBlock()
    let again = builder.makeBlock()
    let end = builder.makeBlock()
    builder.proceed(to: body)
    pushTarget(label: label, breakBlock: end, continueBlock: test)
    let block = tree.child(.block, of: node)
    loopDepth += 1
    loopStarts.append(locals.count)
    if block.isNone { isTooComplex = true } else { lowerBlock(block) }
    loopStarts.removeLast()
    loopDepth -= 1
    jumpTargets.removeLast()
    builder.jump(test)
    builder.resume(at: test)
    let condition = block.isNone ? NodeID.none : tree[block].nextSibling
    if condition.isNone { builder.jump(end) } else { lowerCondition(condition, again, end) }
    builder.resume(at: again)
    if !condition.isNone { askAnew(condition, in: block) }
    builder.jump(body, againStep(node))
    builder.resume(at: end)
  }

  /// Whoever guards a loop with a call or a property expects another answer in some round; what the body itself does to it is
  /// known.
  private mutating func askAnew(_ condition: NodeID, in body: NodeID) {
    if let guessSlot { builder.emit(.set(guessSlot, .unknown)) }
    let row = tree[condition]
    for place in row.firstToken.index..<row.endToken.index where tree.tokens[Int(place)].kind == .identifier {
      let name = tree.name(of: TokenID(place))
      guard let slot = facts.nameSlots[name], !changes(name, in: body), !isOfChanged(place, in: body) else { continue }
      builder.emit(.set(slot, .unknown))
    }
  }

  /// `left.isEmpty` of a local collection that the body itself changes.
  private func isOfChanged(_ member: UInt32, in body: NodeID) -> Bool {
    guard member > 1, tree.tokens[Int(member) - 1].kind == .period, tree.tokens[Int(member) - 2].kind == .identifier,
      case let name = tree.name(of: TokenID(member - 2)), let place = findLocal(name), isCollection(locals[place].type)
    else { return false }
    return !locals[place].isOuter && assigns(to: name, in: body)
  }

  /// Whether a body, or a function of this file that it calls, assigns to something of that name.
  private func changes(_ name: Name, in body: NodeID) -> Bool {
    changesByFunction.values.contains { $0.places.keys.contains { $0.names.last == name } } || assigns(to: name, in: body)
  }

  /// Whether the text of a node assigns to something of that name, or changes it in place.
  func assigns(to name: Name, in node: NodeID) -> Bool {
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains {
      [.identifier, .dollarIdentifier].contains(tree.tokens[Int($0)].kind) && tree.name(of: TokenID($0)) == name
        && isChanged(at: Int($0))
    }
  }

  func againStep(_ node: NodeID) -> PathStep {
    PathStep(range: tree.token(tree[node].firstToken).range, text: "the loop runs again", isNextRound: true)
  }

  mutating func lowerFor(_ node: NodeID) {
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
    guard parts.count >= 2, !block.isNone else {
      isTooComplex = true
      return
    }
    let pattern = parts[0]
    let isPlain = tree.kind(pattern) == .identifierPattern && condition.isNone && !tree[node].flags.contains(.hasAwait)
    let futures = isPlain ? literalFutures(in: parts[1]) : nil
    let sequence = futures.map { .of(.array($0.type)) } ?? lowerSubject(parts[1])
    if tree[node].flags.contains(.hasAwait), let id = oneShot(sequence.type),
      let iteration = index.knowledge.operations(of: id).iteration
    {
      _ = perform(iteration, on: sequence, at: tree.range(of: parts[1]), named: "for await")
    } else {
      use(sequence, .escape, at: tree.range(of: parts[1]))
    }
    let count = rounds(parts[1])
    let head = builder.makeBlock()
    let body = builder.makeBlock()
    let exhausted = builder.makeBlock()
    let end = builder.makeBlock()
    let isCounted = tree.kind(pattern) == .identifierPattern || countsRounds(pattern, parts[1], block)
    let variables = isCounted ? [roundVariable(of: pattern)] : loopVariables(of: pattern)
    loopSlots.formUnion(variables)
    let numbered = isPlain ? numberedElement(by: pattern, in: parts[1], block) : nil
    let element = isPlain ? sequence.type.element : condition.isNone ? pairedValue(pattern, parts[1], sequence.type) : .unknown
    let named = tree.mainName(of: numbered?.collection ?? pattern)
    let surePlace = isPlain && contract(numbered?.element ?? element) == .future
      ? sureUse(of: named, length: numbered == nil ? 1 : 4, in: block) : nil
    let elements = loopElements(
      of: numbered?.collection ?? parts[1], numbered?.element ?? element, at: numbered?.range ?? tree.range(of: pattern),
      body: block, byNumber: numbered != nil || isEnumeration(parts[1]), usesAll: surePlace != nil && !isLeft(block))
    if let surePlace, let elements, !elements.isSteady { sureUses[surePlace] = elements }
    if elements == nil { letGoOfElements(of: parts[1]) }
    for slot in variables { builder.emit(.set(slot, .unknown)) }
    startCounting(variables.first, parts[1])
    let tellsElements = tree.kind(pattern) == .identifierPattern && (!condition.isNone || !isSteady(block))
    let literals = tellsElements ? literalElements(of: parts[1], for: variables.first) : nil
    switch count {
    case .none where isSurelyEntered(node, over: parts[1]): builder.jump(body)
    case .none:
      let isCollection = !tree[node].flags.contains(.hasAwait)
      enterLoop(over: isCollection ? parts[1] : nil, head, body, exhausted, at: tree.token(tree[node].firstToken).range)
    case .some(let low) where low > 0: builder.jump(body)
    default: builder.jump(exhausted)
    }
    builder.resume(at: head)
    let range = tree.token(tree[node].firstToken).range
    let isEndless = tree[node].flags.contains(.hasAwait) && neverEnds(parts[1])
    let over = PathStep(range: range, text: "the loop ends", isUnlikely: isEndless)
    let (goesOn, ends) = (builder.edge(body), builder.edge(exhausted, over))
    if let isOneLeft = literals?.isOneLeft {
      builder.branch(.isTrue(isOneLeft), goesOn, ends)
    } else if isCounted, let isBeforeLast = beforeLast(variables.first, parts[1]) {
      builder.branch(.isTrue(isBeforeLast), goesOn, ends)
    } else {
      builder.finish(.fork([goesOn, ends]))
    }
    builder.resume(at: body)
    let localCount = locals.count
    let cleanupCount = cleanups.count
    pushCleanup(.scope)
    if tree[node].flags.contains(.hasAwait), tree[node].flags.contains(.hasTry) {
      tryDepth += 1
      mayThrow(tree.range(of: parts[1]), text(of: parts[1]))
      tryDepth -= 1
    }
    let next = builder.makeBlock()
    let held = elements.map { beginRound($0, at: tree.range(of: pattern)) }
      ?? futures.map { nextFuture($0, at: tree.range(of: pattern)) }
    if let held, isPlain, numbered == nil {
      bind(pattern, to: held, isLet: true)
    } else {
      bindLoopVariable(pattern, sequence, parts[1], variables, next, holding: held)
      if numbered != nil, let elements, let variable = variables.first { nameByNumber(elements, variable) }
      if let literals { chooseElement(literals) }
    }
    let counter = roundCounter(of: parts[1], variables.first)
    if let counter { noteRound(counter) }
    if !condition.isNone {
      let holds = builder.makeBlock()
      lowerCondition(condition, holds, next)
      builder.resume(at: holds)
    }
    pushTarget(label: label, breakBlock: end, continueBlock: next)
    loopStarts.append(localCount)
    loopNodes.append(node)
    loopDepth += 1
    lowerBlock(block)
    if let surePlace { sureUses[surePlace] = nil }
    loopDepth -= 1
    loopNodes.removeLast()
    loopStarts.removeLast()
    jumpTargets.removeLast()
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(localCount...)
    builder.jump(next)
    builder.resume(at: next)
    if let elements { endRound(elements) }
    if let literals { builder.emit(.step(literals.place, by: 1)) }
    comeAgain(to: head, body: body, or: exhausted, over: parts[1], counter: counter, againStep(node))
    builder.resume(at: exhausted)
    if let elements { finishRounds(elements) }
    if case .group(let group) = sequence.storage { builder.emit(.joinGroup(group)) }
    builder.jump(end)
    builder.resume(at: end)
  }

  /// `self.$state.values`, `center.notifications(named: name)`: as long as anybody waits there may be another one.
  private func neverEnds(_ sequence: NodeID) -> Bool {
    switch tree.kind(sequence) {
    case .callExpr: return tree.mainName(of: tree[sequence].firstChild) == KnownNames.notifications
    case .memberExpr:
      let publisher = tree[sequence].firstChild
      guard tree.mainName(of: sequence) == KnownNames.values, !publisher.isNone else { return false }
      return tree.text(tree.mainRange(of: publisher)).hasPrefix("$")
    default: return false
    }
  }
}
