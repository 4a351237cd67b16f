import VTDiagnostics
import VTSyntax

// `if`, `guard`, `switch`, `do` and `#if`: which way is taken, and where the ways meet again.
extension Lowerer {
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
      guard !block.isNone else {
        isTooComplex = true  // Its block was not read.
        break
      }
      let then = builder.makeBlock()
      let otherwise = builder.makeBlock()
      let count = locals.count
      let alternative = tree[block].nextSibling
      if conditions.isNone {
        builder.jump(then)
      } else {
        let saved = asksForANote
        asksForANote = hasDuties && result == nil && onlyNotes(block)
          && (alternative.isNone || tree.kind(alternative) == .block && onlyNotes(alternative))
        lowerConditions(conditions, then, otherwise, hasElse: !alternative.isNone || endsInJump(block))
        asksForANote = saved
      }
      builder.resume(at: then)
      let isOutermost = !isForOneElement
      if isOutermost, !conditions.isNone { isForOneElement = comparesElement(conditions) }
      lowerBranch(block, result: result)
      if isOutermost { isForOneElement = false }
      builder.jump(end)
      locals.removeSubrange(count...)
      builder.resume(at: otherwise)
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
      if place == items.count - 1, tree.kind(item) == .ifConfig {
        lowerIfConfig(item) { lowerer, items in lowerer.lowerValueItems(items, result: result) }
        continue
      }
      guard place == items.count - 1, tree.kind(item).isExpression || tree.kind(item) == .thenStmt else {
        lowerItem(item)
        continue
      }
      let expression = tree.kind(item) == .thenStmt ? tree[item].firstChild : item
      if expression.isNone { continue }
      let value = namesCheck(expression) ? booleanValue(expression) : lower(expression)
      resultTypes[result] = (resultTypes[result] ?? .unknown).joined(value.typeOrNil)
      joinChoice(value, expression, into: result)
    }
  }

  mutating func lowerGuard(_ node: NodeID) {
    let then = builder.makeBlock()
    let otherwise = builder.makeBlock()
    let conditions = tree.child(.conditions, of: node)
    let before = locals.count
    if conditions.isNone { builder.jump(then) } else { lowerConditions(conditions, then, otherwise) }
    let bound = Array(locals[before...])
    builder.resume(at: otherwise)
    locals.removeSubrange(before...)
    let block = tree.child(.block, of: node)
    if block.isNone { isTooComplex = true } else { lowerBlock(block) }
    // The compiler demands that the block never ends; if it seems to, a call in it does not return.
    neverReturns()
    locals += bound
    builder.resume(at: then)
  }

  /// What a callback was given, or a function under the name of what comes again and again.
  private func isEvent(_ name: Name) -> Bool {
    callbackParameters.contains(name)
      || KnownNames.events.contains(name) && tree.parameters(of: root).contains { tree.mainName(of: $0) == name }
  }

  mutating func lowerSwitch(_ node: NodeID, result: SlotID?) {
    let label = takeLabel()
    let subjectNode = tree[node].firstChild
    if subjectNode.isNone { return }
    let subject = lowerSubject(subjectNode)
    let end = builder.makeBlock()
    pushTarget(label: label, breakBlock: end, continueBlock: nil)
    var cases: [NodeID] = []
    collectCases(of: node, into: &cases)
    let bodies = cases.map { _ in builder.makeBlock() }
    let savedEvent = isEventSubject
    defer { isEventSubject = savedEvent }
    let isEvent = cases.count > 2 && tree.kind(subjectNode) == .identifierExpr
      && isEvent(tree.mainName(of: subjectNode))
    let savedFallthrough = (fallthroughTarget, fallthroughCleanupCount)
    let savedNote = asksForANote
    let onlyNotes = hasDuties && result == nil && onlyNotes(inCases: cases)
    fallthroughCleanupCount = cleanups.count
    // `default` is tried last, wherever it stands.
    let order =
      cases.indices.filter { tree.mainWord(of: cases[$0]) != .defaultWord }
      + cases.indices.filter { tree.mainWord(of: cases[$0]) == .defaultWord }
    for place in order {
      let item = cases[place]
      let next = builder.makeBlock()
      let matched = builder.makeBlock()
      let count = locals.count
      isEventSubject = isEvent
      asksForANote = onlyNotes
      comparing(subjectNode) { $0.lowerCaseItems(of: item, among: cases, subject, subjectNode, matched, next) }
      (isEventSubject, asksForANote) = (savedEvent, savedNote)
      builder.resume(at: matched)
      builder.emit(.pass(Waypoint(range: tree.token(tree[item].firstToken).range, kind: .head)))
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
    if let result { lowerValueItems(items, result: result) } else { lowerItems(items) }
    emitCleanups(downTo: cleanupCount)
    cleanups.removeSubrange(cleanupCount...)
    locals.removeSubrange(count...)
  }

  /// `switch session.status { case .completed: …; case .failed, .cancelled: …; default: … }` of an export: it tells of its end only.
  private func namesAllEnds(_ cases: [NodeID], _ subject: NodeID) -> Bool {
    guard hasDuties, tree.mainName(of: subject) == KnownNames.status else { return false }
    let start = Int(tree[subject].firstToken.index)
    guard (max(0, start - Limits.tokensOfConditions)..<start).contains(where: {
      tree.name(of: TokenID(UInt32($0))) == KnownNames.exportAsynchronously
    }) else { return false }
    let items = cases.flatMap { tree.children(of: $0).filter { tree.kind($0) == .caseItem } }
    return KnownNames.endsOfExports.isSubset(of: items.compactMap { tree[$0].firstChild.present.map { tree.name(of: TokenID(tree[$0].endToken.index - 1)) } })
  }

  private mutating func lowerCaseItems(
    of node: NodeID, among cases: [NodeID], _ subject: Value, _ subjectNode: NodeID, _ matched: BlockID, _ next: BlockID
  ) {
    let items = tree.children(of: node).filter { tree.kind($0) == .caseItem }
    let range = tree.token(tree[node].firstToken).range
    if items.isEmpty {
      if namesAllEnds(cases, subjectNode) { return builder.finish(.exit(.never)) }
      return builder.jump(matched, PathStep(range: range, text: "in the 'default' case"))
    }
    for (place, item) in items.enumerated() {
      let pattern = tree[item].firstChild
      if pattern.isNone { continue }
      let following = place == items.count - 1 ? next : builder.makeBlock()
      let isLast = place == items.count - 1
      let fits = builder.makeBlock()
      matchOfSwitch(pattern, subject, subjectNode, fits, following)
      builder.resume(at: fits)
      let step = PathStep(range: tree.range(of: pattern), text: "in the case '\(text(of: pattern))'")
      jump(to: matched, step, where: item, else: following)
      if !isLast { builder.resume(at: following) }
    }
  }

  /// Matches a pattern whose steps say by themselves which case it is.
  private mutating func matchOfSwitch(
    _ pattern: NodeID, _ subject: Value, _ subjectNode: NodeID, _ fits: BlockID, _ fails: BlockID
  ) {
    let wasInSwitch = isInSwitch
    isInSwitch = true
    match(pattern, subject, subjectNode, fits, fails)
    isInSwitch = wasInSwitch
  }

  /// Goes on where the `where` condition of a case holds, if it has one.
  private mutating func jump(to matched: BlockID, _ step: PathStep?, where item: NodeID, else following: BlockID) {
    if let condition = tree.child(.whereCondition, of: item).present {
      let holds = builder.makeBlock()
      lowerCondition(tree[condition].firstChild, holds, following)
      builder.resume(at: holds)
    }
    builder.jump(matched, step)
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
      let isTotal =
        items.isEmpty || items.contains { tree.child(.whereCondition, of: $0).isNone && catchesAll(tree[$0].firstChild) }
      let present = builder.makeSlot("error")
      builder.emit(.set(present, .present))
      declare(KnownNames.error, .unknown, .slot(present))
      for item in items {
        let following = builder.makeBlock()
        let fits = builder.makeBlock()
        caughtKey = error.map { FactKey(hash: FactKey.mix(11, UInt64($0.index)), dependencies: [$0]) }
        matchOfSwitch(tree[item].firstChild, Value(type: .unknown, storage: .constant(.present)), .none, fits, following)
        caughtKey = nil
        builder.resume(at: fits)
        let pattern = text(of: tree[item].firstChild)
        let step = isTotal ? nil : PathStep(range: tree.range(of: item), text: "the error is caught as '\(pattern)'")
        jump(to: matched, step, where: item, else: following)
        builder.resume(at: following)
      }
      builder.jump(
        isTotal ? matched : next, PathStep(range: range, text: isTotal ? "the error is caught" : "this 'catch' does not fit"))
      builder.resume(at: matched)
      builder.emit(.pass(Waypoint(range: range, kind: .head)))
      let block = tree.child(.block, of: clause)
      if !block.isNone { lowerBranch(block, result: result) }
      builder.jump(end)
      locals.removeSubrange(count...)
      builder.resume(at: next)
      if isTotal { return builder.finish(.exit(.never)) }
    }
    builder.jump(throwTarget())
  }

  /// `catch let e`, `catch _`, `catch let e as NSError`: takes every error.
  private func catchesAll(_ pattern: NodeID) -> Bool {
    if pattern.isNone { return true }
    switch tree.kind(pattern) {
    case .identifierPattern, .wildcardPattern: return true
    case .bindingPattern: return catchesAll(tree[pattern].firstChild)
    case .expressionPattern where tree.kind(tree[pattern].firstChild) == .asExpr: return catchesAll(tree[pattern].firstChild)
    case .expressionPattern: return tree.kind(tree[pattern].firstChild) == .wildcardExpr
    case .asExpr: return KnownNames.typesOfAllErrors.contains(tree.mainName(of: tree.child(at: 1, of: pattern)))
    default: return false
    }
  }

  /// A body with a single expression, which is what it gives; each alternative of an `#if` may have one.
  /// - Returns: false for other bodies, of which nothing was written.
  mutating func lowerSingleExpression(_ items: [NodeID], _ give: (inout Lowerer, NodeID) -> Void) -> Bool {
    guard items.count == 1, let only = items.first else { return false }
    if tree.kind(only).isExpression {
      if !isValue(only) { return false }
      give(&self, only)
      return true
    }
    guard tree.kind(only) == .ifConfig else { return false }
    lowerIfConfig(only) { lowerer, items in
      if !lowerer.lowerSingleExpression(items, give) { for item in items { lowerer.lowerItem(item) } }
    }
    return true
  }

  /// An `if` without an `else`, or with a block of several statements, gives nothing: it is a statement as anywhere else.
  private func isValue(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .ifExpr else { return true }
    var branch = node
    while tree.kind(branch) == .ifExpr {
      guard let block = tree.child(.block, of: branch).present, let alternative = tree[block].nextSibling.present,
        hasOneItem(block)
      else { return false }
      branch = alternative
    }
    return hasOneItem(branch)
  }

  private func hasOneItem(_ block: NodeID) -> Bool {
    tree[block].firstChild.present.map { tree[$0].nextSibling.isNone } ?? false
  }

  /// Each alternative on its own; without an `#else` none may be there.
  mutating func lowerIfConfig(_ node: NodeID) {
    lowerIfConfig(node) { lowerer, items in for item in items { lowerer.lowerItem(item) } }
  }

  /// `{ …; return }`: what stands behind it is for all others.
  private func endsInJump(_ block: NodeID) -> Bool {
    tree.lastChild(of: block).present.map { tree.kind($0).isJump } ?? false
  }

  private mutating func lowerIfConfig(_ node: NodeID, _ write: (inout Lowerer, [NodeID]) -> Void) {
    var clauses: [(BlockID, NodeID)] = []
    let end = builder.makeBlock()
    let leftOut = isAddition(node) ? tree.range(of: node) : nil
    for clause in tree.children(of: node) where tree.kind(clause) == .ifConfigClause {
      let block = builder.makeBlock()
      let next = builder.makeBlock()
      clauses.append((block, clause))
      if tree[clause].flags.contains(.hasCondition) {
        lowerBuildCondition(tree[clause].firstChild, block, next, leftOut)
      } else {
        builder.jump(block)
      }
      builder.resume(at: next)
    }
    // Who sees to a duty on some systems will have seen to it elsewhere for the others.
    if hasDuties, leftOut == nil { excuse(ClosureValue(node: node, visibleLocals: locals.count)) }
    builder.jump(end)
    // What an alternative declares is visible behind the `#endif`; the same name in two alternatives is one variable.
    let count = locals.count
    var merged: [Local] = []
    for (block, clause) in clauses {
      builder.resume(at: block)
      let items = tree.children(of: clause).dropFirst(tree[clause].flags.contains(.hasCondition) ? 1 : 0)
      write(&self, Array(items))
      for local in locals[count...] { merge(local, into: &merged) }
      locals.removeSubrange(count...)
      builder.jump(end)
    }
    locals += merged
    builder.resume(at: end)
  }

  /// `#if DEBUG … #endif`, for whatever of the sources' builds: there is one alternative, and nothing in its place.
  private func isAddition(_ node: NodeID) -> Bool {
    let clauses = tree.children(of: node).filter { tree.kind($0) == .ifConfigClause }
    guard clauses.count == 1, tree[clauses[0]].flags.contains(.hasCondition) else { return false }
    let row = tree[tree[clauses[0]].firstChild]
    return !(row.firstToken.index..<row.endToken.index).contains { token in
      [.true, .false].contains(tree.tokens[Int(token)].word) || KnownNames.languageVersions.contains(tree.name(of: TokenID(token)))
    }
  }

  /// - Parameter leftOut: the `#if` that has nothing for where the condition does not hold.
  private mutating func lowerBuildCondition(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, _ leftOut: ByteRange?) {
    if node.isNone { return builder.finish(.fork([builder.edge(whenTrue), builder.edge(whenFalse)])) }
    switch tree.kind(node) {
    case .parenExpr: lowerBuildCondition(tree[node].firstChild, whenTrue, whenFalse, leftOut)
    case .prefixExpr where Operators.name(tree, node) == Operators.not:
      lowerBuildCondition(tree[node].firstChild, whenFalse, whenTrue, leftOut)
    case .infixExpr where Operators.isShortCircuit(tree, node):
      let next = builder.makeBlock()
      let isAnd = Operators.name(tree, node) == Operators.and
      lowerBuildCondition(tree.child(at: 0, of: node), isAnd ? next : whenTrue, isAnd ? whenFalse : next, leftOut)
      builder.resume(at: next)
      lowerBuildCondition(tree.child(at: 1, of: node), whenTrue, whenFalse, leftOut)
    case .literalExpr: builder.jump(tree.mainWord(of: node) == .false ? whenFalse : whenTrue)
    default:
      let range = tree.range(of: node)
      let text = text(of: node)
      // The other systems may be none of the package's.
      func step(_ holds: Bool) -> PathStep {
        PathStep(
          range: range, text: "where '#if \(text)' \(holds ? "holds" : "does not hold")",
          leftOut: leftOut, isForSystem: tree.kind(node) == .callExpr)
      }
      builder.branch(buildCondition(node), builder.edge(whenTrue, step(true)), builder.edge(whenFalse, step(false)))
    }
  }

  /// `os(iOS)`, `DEBUG`, `canImport(UIKit)`: what holds for one `#if` holds for all in the function, and there is one system only.
  private mutating func buildCondition(_ node: NodeID) -> Condition {
    let key = FactKey(hash: FactKey.mix(0x2369_66, Name(text(of: node)).raw), dependencies: [])
    let argument = tree.child(.argument, of: node)
    if tree.kind(node) == .callExpr, text(of: tree[node].firstChild) == "os", !argument.isNone {
      let system = Int(Name(text(of: argument)).raw >> 33)
      let systems = FactKey(hash: FactKey.mix(0x2369_66, 1), dependencies: [])
      return rangeSlot(systems, .equal(to: system)).map { .isTrue($0) } ?? .unknown
    }
    return factSlot(key).map { .isTrue($0) } ?? .unknown
  }

  private mutating func merge(_ local: Local, into merged: inout [Local]) {
    guard let place = merged.firstIndex(where: { $0.name == local.name }) else { return merged.append(local) }
    if case .slot(let common) = merged[place].storage { assign(Value(type: local.type, storage: local.storage), to: common) }
    // Where one alternative makes a task of a future and the other does not, the future is what matters.
    if merged[place].type == .unknown || oneShot(merged[place].type) == nil && oneShot(local.type) != nil {
      merged[place].type = local.type
    }
  }

  mutating func pushTarget(label: Name, breakBlock: BlockID, continueBlock: BlockID?, isPlainLabel: Bool = false) {
    jumpTargets.append(
      JumpTarget(
        label: label, breakBlock: breakBlock, continueBlock: continueBlock, cleanupCount: cleanups.count,
        isPlainLabel: isPlainLabel))
  }
}
