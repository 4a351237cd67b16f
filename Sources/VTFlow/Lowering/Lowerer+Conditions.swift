import VTCatalogue
import VTDiagnostics
import VTSyntax

// Conditions become branches: `&&`, `||`, `!` and `?:` as the language evaluates them.
extension Lowerer {
  /// The list after `if`, `guard` or `while`; what it binds stays declared for the caller to remove.
  /// - Parameter hasElse: something is said to do where they do not hold.
  mutating func lowerConditions(_ list: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, hasElse: Bool = true) {
    for condition in tree.children(of: list) {
      let holds = builder.makeBlock()
      switch tree.kind(condition) {
      case .optionalBinding: lowerOptionalBinding(condition, holds, whenFalse)
      case .matchingPattern:
        let initializer = tree.child(.initializer, of: condition)
        let pattern = tree[condition].firstChild
        if initializer.isNone || pattern.isNone {
          builder.jump(holds)
        } else {
          let node = tree[initializer].firstChild
          let subject = lowerSubject(node)
          comparing(node) { $0.match(pattern, subject, node, holds, whenFalse) }
        }
      // Who says nothing of older systems does not mean to run there.
      case .availability where !hasElse && asksForNewer(condition):
        if let fact = factSlot(availabilityKey(condition)) { builder.emit(.set(fact, .true)) }
        builder.jump(holds)
      case .availability:
        let isAvailable = asksForNewer(condition)
        let key = availabilityKey(condition)
        fork(
          condition, isAvailable ? holds : whenFalse, isAvailable ? whenFalse : holds, factSlot(key).map { .isTrue($0) } ?? .unknown,
          isTurned: !isAvailable)
      default: lowerCondition(condition, holds, whenFalse)
      }
      builder.resume(at: holds)
    }
    builder.jump(whenTrue)
  }

  /// `#available`, not `#unavailable`
  private func asksForNewer(_ node: NodeID) -> Bool { tree.token(tree[node].firstToken).word != .poundUnavailable }

  /// `#available(macOS 13, *)` and `#unavailable(macOS 13)` ask for the same.
  private func availabilityKey(_ node: NodeID) -> FactKey {
    let row = tree[node]
    let names = (row.firstToken.index..<row.endToken.index).map { tree.token(TokenID($0)) }
      .filter { [.identifier, .integerLiteral, .floatLiteral].contains($0.kind) }
      .map { Name(bytes: tree.source[Int($0.start)..<Int($0.end)]).raw }
    return FactKey(hash: names.reduce(0x6176_61) { FactKey.mix($0, $1) }, dependencies: [])
  }

  private mutating func lowerOptionalBinding(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let pattern = tree[node].firstChild
    if pattern.isNone { return builder.jump(whenTrue) }
    let initializer = tree.child(.initializer, of: node)
    let isLet = tree.mainWord(of: node) == .let
    var value: Value
    var key: FactKey?
    if initializer.isNone {
      // `if let x`: x itself, seen as not optional.
      let name = tree.mainName(of: pattern)
      if let place = findLocal(name) {
        value = Value(
          type: locals[place].type, storage: storage(ofLocal: place), isExpected: locals[place].isExpected,
          subject: tree.range(of: pattern))
      } else {
        value = memberOfSelf(name, pattern) ?? .unknown
        key = FactKey(member: name, of: selfKey, read: facts.nameSlot(name) { builder.makeSlot() })
      }
    } else {
      let expression = tree[initializer].firstChild
      if tree.kind(expression) == .memberExpr, chainEnds.isEmpty, hasOptionalChain(expression), namesCheck(expression) {
        // `if let done = f?.isCompleted, done`
        bind(pattern, to: booleanValue(expression, whenNil: whenFalse), isLet: isLet, initializer: expression)
        return builder.jump(whenTrue)
      }
      value = lower(expression)
      value.isExpected = value.isExpected || isCastOfCopy(expression)
      noteGuards(in: pattern, expression)
      // What can be cast is there.
      if tree.kind(expression) == .asExpr, let operand = tree[expression].firstChild.present, tree.kind(operand) == .identifierExpr {
        leaveIfNothing(lower(operand), operand, whenFalse)
      }
      if value.slot == nil {
        if let collection = endOfCollection(expression), let empty = emptyFact(of: collection) {
          return bindUnless(empty, pattern, value, isLet, whenTrue, whenFalse, at: tree.range(of: node))
        }
        key = factKey(expression)
        if let key { noteCast(expression, key) }
      }
    }
    let shown = initializer.isNone ? text(of: pattern) : text(of: tree[initializer].firstChild)
    var bound = value
    bound.type = unwrappedOnce(value.type)
    let source = initializer.isNone ? pattern : tree[initializer].firstChild
    branchOnNil(value, key, whenNil: whenFalse, whenPresent: whenTrue, shown, at: tree.range(of: node)) {
      $0.bind(pattern, to: bound, isLet: isLet, initializer: source)
      $0.forgetPresence(of: pattern, bound.type, givenBy: source)
    }
  }

  /// `if let user = try await group.next()`: what a call gives may be an optional in an optional. Then it may be nil once more,
  /// and if it is none, nobody asks again.
  private mutating func forgetPresence(of pattern: NodeID, _ type: Type, givenBy source: NodeID) {
    var call = source
    while [.tryExpr, .awaitExpr].contains(tree.kind(call)), let inner = tree[call].firstChild.present { call = inner }
    guard tree.kind(call) == .callExpr, tree.kind(pattern) == .identifierPattern, type == .unknown || type.isOptional,
      oneShot(type) == nil, let place = findLocal(tree.mainName(of: pattern)), case .slot(let slot) = locals[place].storage
    else { return }
    builder.emit(.set(slot, .unknown))
  }

  /// `request.content.mutableCopy() as? UNMutableNotificationContent`: the other half of the class, as everybody knows.
  func isCastOfCopy(_ node: NodeID) -> Bool {
    if tree.kind(node) == .parenExpr { return isCastOfCopy(tree[node].firstChild) }
    guard tree.kind(node) == .asExpr, var operand = tree[node].firstChild.present else { return false }
    while tree.kind(operand) == .parenExpr, let inner = tree[operand].firstChild.present { operand = inner }
    guard tree.kind(operand) == .callExpr, let callee = tree[operand].firstChild.present, tree.kind(callee) == .memberExpr else {
      return false
    }
    return KnownNames.copies.contains(tree.mainName(of: callee))
  }

  private mutating func bindUnless(
    _ empty: SlotID, _ pattern: NodeID, _ value: Value, _ isLet: Bool, _ whenTrue: BlockID, _ whenFalse: BlockID,
    at range: ByteRange
  ) {
    let present = builder.makeBlock()
    builder.branch(
      .isTrue(empty), builder.edge(whenFalse, .when("there is no element", at: range)),
      builder.edge(present, .when("there is an element", at: range)))
    builder.resume(at: present)
    var bound = value
    bound.type = unwrappedOnce(value.type)
    bind(pattern, to: bound, isLet: isLet)
    builder.jump(whenTrue)
  }

  func unwrappedOnce(_ type: Type) -> Type {
    if case .optional(let inner) = type { return inner }
    return type
  }

  /// Branches on whether a value is nil; `present` writes what is done first where it is not.
  mutating func branchOnNil(
    _ value: Value, _ key: FactKey?, whenNil: BlockID, whenPresent: BlockID, _ shown: String, at range: ByteRange,
    present: (inout Lowerer) -> Void
  ) {
    let next = builder.makeBlock()
    let whenNil = joined(whenNil, by: value)
    var condition = Condition.unknown
    switch value.storage {
    case .slot(let slot): condition = .isNil(slot)
    case .constant(.nil): return builder.jump(whenNil)
    case .tuple where value.type.isOptional: break
    case .constant, .tuple, .closure, .group, .function:
      builder.proceed(to: next)
      present(&self)
      return builder.jump(whenPresent)
    case .none: if let key, let slot = nilFact(key) { condition = .isNil(slot) }
    }
    let guardedBy = guardOf(range)
    // Of a duty that is asked for itself the graph knows whether it is done.
    let keeping = value.slot != nil && contract(value.type) == .duty ? nil : guardedBy
    let isUnlikely = isHeldSelf(value) || value.isExpected || isURLOfNavigation(shown)
    builder.branch(
      condition,
      builder.edge(
        guarded(whenNil, keeping),
        .when("'\(shown)' is nil", at: range, guardedBy: guardedBy, isUnlikely: isUnlikely)),
      builder.edge(guarded(next, keeping), .when("'\(shown)' is not nil", at: range, guardedBy: guardedBy)))
    builder.resume(at: next)
    present(&self)
    builder.jump(whenPresent)
  }

  /// `navigationAction.request.url`: what a web view asks about goes somewhere.
  private func isURLOfNavigation(_ shown: String) -> Bool {
    hasDuties && shown.hasSuffix(".url") && ["Action.request.url", "Response.response.url"].contains { shown.hasSuffix($0) }
  }

  /// `[weak self]` of a closure that runs while a method does, which holds it: only the text has a way on which it is nil.
  private func isHeldSelf(_ value: Value) -> Bool {
    guard let slot = value.slot, let region = heldSelves[slot] else { return false }
    return region == builder.region || isInTaskOfWaiter(region)
  }

  /// `await withCheckedContinuation { c in Task { [weak self] in … } }`: whoever waits holds the object until `c` is resumed, and
  /// the task begins whatever happens.
  private func isInTaskOfWaiter(_ around: RegionID?) -> Bool {
    guard let waitingRegion, waitingRegion == around, let region = builder.region else { return false }
    let task = builder.graph[region]
    return task.isCertain && !task.isScheduled && task.parent == around
  }

  /// `answer["message"] as? String` and `answer["message"] as? [String]`: the same value is one at most.
  /// - Parameter key: what the cast is remembered by.
  private mutating func noteCast(_ node: NodeID, _ key: FactKey) {
    guard hasDuties, [.asExpr, .isExpr].contains(tree.kind(node)), let kind = castKind(tree.child(at: 1, of: node)),
      let operand = factKey(tree[node].firstChild), !isGuess(operand)
    else { return }
    let group = FactKey.mix(operand.hash, 0x6B69_6E64)
    // Two arrays may be one.
    guard castKinds[group, default: []].insert(kind).inserted else { return }
    _ = factSlot(key, salt: Lowerer.nilSalt, group: group)
  }

  /// Strings, arrays and dictionaries are never one another.
  private func castKind(_ type: NodeID) -> NodeKind? {
    switch tree.kind(type) {
    case .arrayType, .dictionaryType: tree.kind(type)
    case .namedType where tree.mainName(of: type) == KnownNames.string: .namedType
    default: nil
    }
  }

  /// The remembered condition "this is nil".
  mutating func nilFact(_ key: FactKey) -> SlotID? { factSlot(key, salt: Lowerer.nilSalt) }

  /// Whether somebody has asked so far.
  func isNilFactKnown(_ key: FactKey) -> Bool { isAsked(key, salt: Lowerer.nilSalt) }

  private static let nilSalt: UInt64 = 0x6E69_6C

  /// Branches on a Boolean expression. `whenNil`: where an optional chain in it ends early; as `whenFalse` if not given.
  mutating func lowerCondition(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, whenNil: BlockID? = nil) {
    depth += 1
    defer { depth -= 1 }
    if node.isNone || depth > Limits.nesting {
      isTooComplex = isTooComplex || depth > Limits.nesting
      return fork(node, whenTrue, whenFalse, .unknown)
    }
    let row = tree[node]
    switch row.kind {
    case .parenExpr, .unsafeExpr: lowerCondition(row.firstChild, whenTrue, whenFalse, whenNil: whenNil)
    case .awaitExpr:
      awaitDepth += 1
      lowerCondition(row.firstChild, whenTrue, whenFalse, whenNil: whenNil)
      awaitDepth -= 1
    case .tryExpr where !row.flags.contains(.hasQuestion) && !row.flags.contains(.hasExclamation):
      let wasErrorKnown = isErrorKnown
      isErrorKnown = false
      tryDepth += 1
      if onlyReads(row.firstChild) { mayThrow(tree.range(of: row.firstChild), text(of: row.firstChild)) }
      lowerCondition(row.firstChild, whenTrue, whenFalse, whenNil: whenNil)
      tryDepth -= 1
      isErrorKnown = wasErrorKnown
    case .prefixExpr where Operators.name(tree, node) == Operators.not:
      lowerCondition(row.firstChild, whenFalse, whenTrue, whenNil: whenNil)
    case .identifierExpr where selfQuery(node) != nil:
      borrow(node)
      fork(node, whenTrue, whenFalse, selfQuery(node) ?? .unknown)
    case .isExpr:
      // What is of a type is not nil.
      leaveIfNothing(borrow(row.firstChild), row.firstChild, whenFalse)
      let range = tree.range(of: node)
      let key = factKey(node)
      if let key { noteCast(node, key) }
      let condition = key.flatMap { nilFact($0) }.map { Condition.isNil($0) } ?? .unknown
      builder.branch(
        condition, builder.edge(whenFalse, .when("'\(text(of: node))' is false", at: range)),
        builder.edge(whenTrue, .when("'\(text(of: node))' is true", at: range)))
    case .literalExpr where tree.mainWord(of: node) == .true: builder.jump(whenTrue)
    case .literalExpr where tree.mainWord(of: node) == .false: builder.jump(whenFalse)
    case .ternaryExpr:
      let yes = builder.makeBlock()
      let no = builder.makeBlock()
      lowerCondition(tree.child(at: 0, of: node), yes, no)
      builder.resume(at: yes)
      lowerCondition(tree.child(at: 1, of: node), whenTrue, whenFalse)
      builder.resume(at: no)
      lowerCondition(tree.child(at: 2, of: node), whenTrue, whenFalse)
    case .infixExpr: lowerInfixCondition(node, whenTrue, whenFalse)
    case .memberExpr, .callExpr, .subscriptExpr: lowerPostfixCondition(node, whenTrue, whenFalse, whenNil)
    default:
      let value = lower(node)
      if case .none = value.storage, row.kind == .identifierExpr, lowerHelper(node, nil, whenTrue, whenFalse) { return }
      branchOnTruth(value, factKey(node), node, whenTrue, whenFalse)
    }
  }

  private mutating func lowerPostfixCondition(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, _ whenNil: BlockID?) {
    let row = tree[node]
    let opensChain = chainEnds.isEmpty && hasOptionalChain(node)
    let savedRoot = chainRoot
    if opensChain {
      chainEnds.append(whenNil ?? whenFalse)
      chainRoot = node
    }
    defer {
      chainRoot = savedRoot
      if opensChain { chainEnds.removeLast() }
    }
    if row.kind == .memberExpr, !row.flags.contains(.implicitBase), !row.firstChild.isNone {
      let base = receiver(lower(row.firstChild), of: node)
      let held = base.slot
      if let id = oneShot(base.type),
        let operation = index.knowledge.operations(of: id).properties[tree.name(of: row.mainToken)],
        operation.role == .query
      {
        use(base, .query, at: tree.range(of: node), tree.text(of: row.mainToken))
        return fork(node, whenTrue, whenFalse, held.map { completion(operation, of: $0, node) } ?? .unknown)
      }
      let value = lowerMember(node, of: base)
      if tree.mainName(of: node) == KnownNames.isEmpty {
        if lowerCoalescedEmptiness(node, whenTrue, whenFalse) { return }
        // So that it is known for what it is: `ids.isEmpty` and `ids.count > 3`.
        _ = emptyFact(of: row.firstChild)
      }
      if isValueFuture(base.type), let held, case .none = value.storage {
        return forkOnOwnCheck(of: held, node, whenTrue, whenFalse)
      }
      if case .none = value.storage, lowerHelper(node, base, whenTrue, whenFalse) { return }
      return branchOnTruth(value, factKey(node), node, whenTrue, whenFalse)
    }
    if let list = flagList(node) { return lowerFlags(list, whenTrue, whenFalse) }
    if lowerMembership(node, whenTrue, whenFalse) || lowerOption(node, whenTrue, whenFalse) { return }
    if let slot = rangeFact(node) { return fork(node, whenTrue, whenFalse, .isTrue(slot)) }
    let asked = row.kind == .callExpr ? askedFuture(node) : nil
    let saved = chainEnds
    let value = lowerPostfix(node)
    chainEnds = saved
    if case .none = value.storage, lowerHelper(node, nil, whenTrue, whenFalse) { return }
    if let asked, case .none = value.storage { return forkOnOwnCheck(of: asked, node, whenTrue, whenFalse) }
    noteMembership(node)
    branchOnTruth(value, factKey(node), node, whenTrue, whenFalse)
  }

  /// `[401, 403].contains(x)` is `401 == x || 403 == x`, where asking for `x` does nothing else.
  private mutating func lowerMembership(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) -> Bool {
    guard tree.kind(node) == .callExpr else { return false }
    let callee = tree[node].firstChild
    let argument = tree.child(.argument, of: node)
    guard tree.kind(callee) == .memberExpr, tree.mainName(of: callee) == KnownNames.contains, !argument.isNone,
      tree.mainName(of: argument) == .none, tree.kind(tree[callee].firstChild) == .arrayExpr
    else { return false }
    let subject = tree[argument].firstChild
    let elements = Array(tree.children(of: tree[callee].firstChild))
    guard factKey(subject)?.isPlace == true, !elements.isEmpty, elements.count <= Limits.intervals,
      elements.allSatisfy({ isPlainLiteral($0) || isCaseName($0) })
    else { return false }
    for element in elements {
      let next = builder.makeBlock()
      lowerEquality(node, element, subject, whenTrue, next)
      builder.resume(at: next)
    }
    builder.jump(whenFalse)
    return true
  }

  /// `(1...3).contains(x)`
  private mutating func rangeFact(_ node: NodeID) -> SlotID? {
    guard tree.kind(node) == .callExpr else { return nil }
    let callee = tree[node].firstChild
    let argument = tree.child(.argument, of: node)
    guard tree.kind(callee) == .memberExpr, tree.mainName(of: callee) == KnownNames.contains, !argument.isNone else { return nil }
    return rangeFact(tree[callee].firstChild, tree[argument].firstChild)
  }

  private mutating func rangeFact(_ range: NodeID, _ node: NodeID) -> SlotID? {
    guard let interval = interval(range), let subject = factKey(node) else { return nil }
    noteInteger(subject, borrow(node))
    return rangeSlot(subject.base, interval.moved(by: -subject.offset))
  }

  /// The remembered condition "the subject is one of these numbers".
  /// - Parameter counting: what an equality compares, as `factSlot` wants to know it.
  mutating func rangeSlot(_ subject: FactKey, _ interval: Interval, counting: [[SlotID]] = []) -> SlotID? {
    let bounds = FactKey.mix(UInt64(bitPattern: Int64(interval.low)), UInt64(bitPattern: Int64(interval.high)))
    let slot = factSlot(
      FactKey(hash: FactKey.mix(subject.hash, bounds), dependencies: subject.dependencies), salt: 0x7267, counting: counting)
    if let slot { note(slot, holdsIn: interval, of: subject) }
    return slot
  }

  /// `f.isDone`, `isDone(f)`: somebody's own question to a value future. Where it is true the future may well be completed;
  /// nobody knows, so nothing is claimed.
  private mutating func forkOnOwnCheck(of slot: SlotID, _ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let key = factKey(node).flatMap { isGuess($0) ? nil : $0 }
    fork(node, whenTrue, whenFalse, .hasOutcome(slot, factSlot(key) ?? builder.makeSlot()))
  }

  /// The only value future among the receiver and the arguments of a call, if it is a variable.
  private mutating func askedFuture(_ call: NodeID) -> SlotID? {
    var operands = tree.children(of: call).dropFirst().filter { tree.kind($0) == .argument }.map { tree[$0].firstChild }
    let callee = tree[call].firstChild
    if tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase) { operands.append(tree[callee].firstChild) }
    var slots: [SlotID] = []
    for operand in operands where !operand.isNone && tree.kind(operand) == .identifierExpr {
      guard let place = findLocal(tree.mainName(of: operand)), isValueFuture(locals[place].type),
        case .slot(let slot) = storage(ofLocal: place)
      else { continue }
      slots.append(slot)
    }
    return slots.count == 1 ? slots[0] : nil
  }

  private func isValueFuture(_ type: Type) -> Bool {
    oneShot(type).map { index.knowledge.type($0).kind == .valueFuture } ?? false
  }

  private mutating func branchOnTruth(_ value: Value, _ key: FactKey?, _ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID)
  {
    switch value.storage {
    case .constant(.true): builder.jump(whenTrue)
    case .constant(.false): builder.jump(whenFalse)
    case .slot(let slot): fork(node, whenTrue, whenFalse, .isTrue(slot))
    default:
      if let opposite = oppositeFact(node, value.type) {
        fork(node, whenFalse, whenTrue, .isTrue(opposite), isTurned: true)
      } else if let slot = factSlot(key) {
        fork(node, whenTrue, whenFalse, .isTrue(slot))
      } else {
        fork(node, whenTrue, whenFalse, .unknown)
      }
    }
  }

  /// `result.isFailure`, where nobody here declares such a property: what `result.isSuccess` says, turned.
  private mutating func oppositeFact(_ node: NodeID, _ type: Type) -> SlotID? {
    guard type == .unknown, tree.kind(node) == .memberExpr, let opposite = KnownNames.opposites[tree.mainName(of: node)],
      let base = tree[node].firstChild.present, let key = factKey(base)
    else { return nil }
    return factSlot(memberKey(opposite, of: key))
  }

  /// - Parameter isTurned: what is asked is the negation of what the source asks: `n >= 3` is `n < 3`, turned.
  mutating func fork(
    _ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, _ condition: Condition, isTurned: Bool = false,
    isElseUnlikely: Bool = false
  ) {
    let range = node.isNone ? ByteRange(start: 0, end: 0) : tree.range(of: node)
    let shown = node.isNone ? "" : text(of: node)
    let words = (whenTrue: "'\(shown)' is \(!isTurned)", whenFalse: "'\(shown)' is \(isTurned)")
    branch(at: range, words, whenTrue, whenFalse, condition, isElseUnlikely: isElseUnlikely)
  }

  /// - Parameter words: what the steps say.
  mutating func branch(
    at range: ByteRange, _ words: (whenTrue: String, whenFalse: String), _ whenTrue: BlockID, _ whenFalse: BlockID,
    _ condition: Condition, isUnlikely: Bool = false, isElseUnlikely: Bool = false
  ) {
    let guardedBy = guardOf(range)
    func step(_ text: String, isUnlikely: Bool = false) -> PathStep {
      PathStep.when(text, at: range, guardedBy: guardedBy, isEvent: isEventSubject, isUnlikely: isUnlikely)
    }
    let isRaised = !isRepeated && isRaisedFlag(range)
    builder.branch(
      condition, builder.edge(isRaised ? whenTrue : guarded(whenTrue, guardedBy), step(words.whenTrue, isUnlikely: isUnlikely)),
      builder.edge(guarded(whenFalse, guardedBy), step(words.whenFalse, isUnlikely: isElseUnlikely)))
  }

  /// `done`, of which the function only ever says that it is true: where it is, the thing has happened.
  private func isRaisedFlag(_ range: ByteRange) -> Bool {
    let place = tree.tokenIndex(from: range.start)
    guard place < tree.tokens.count, tree.tokens[place].kind == .identifier, tree.tokens[place].end == range.end else { return false }
    let name = tree.name(of: TokenID(UInt32(place)))
    return guards.raised.contains(name) && findLocal(name).map { !locals[$0].isOuter && !locals[$0].isCaptured } == true
  }

  /// Branches on whether a pattern fits. A case of a `switch` says so itself.
  mutating func forkOnPattern(
    _ pattern: NodeID, _ subject: NodeID, _ fits: BlockID, _ fails: BlockID, _ condition: Condition, isElseUnlikely: Bool = false,
    isTurned: Bool = false
  ) {
    let range = tree.range(of: pattern)
    let shown = text(of: pattern)
    let words: (whenTrue: String, whenFalse: String) =
      isInSwitch ? ("", "")
      : subject.isNone ? ("'\(shown)' fits", "'\(shown)' does not fit")
      : ("'\(text(of: subject))' is '\(shown)'", "'\(text(of: subject))' is not '\(shown)'")
    if isTurned { return branch(at: range, (words.whenFalse, words.whenTrue), fails, fits, condition) }
    // `catch is CancellationError`
    let isUnlikely = isInDroppedTask && caughtKey != nil && tree.mentions(KnownNames.cancellationError, in: pattern)
    branch(at: range, words, fits, fails, condition, isUnlikely: isUnlikely, isElseUnlikely: isElseUnlikely)
  }

  /// The way into a block past a guard.
  private mutating func guarded(_ block: BlockID, _ guardedBy: Guard?) -> BlockID {
    guard let guardedBy, ![.last, .earlier].contains(guardedBy) else { return block }
    let passed = builder.makeBlock()
    let saved = builder.current
    builder.resume(at: passed)
    builder.emit(.guarded(guardedBy))
    builder.jump(block)
    builder.resume(at: saved)
    return passed
  }

  private mutating func lowerInfixCondition(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let left = tree.child(at: 0, of: node)
    let right = tree.child(at: 1, of: node)
    switch Operators.name(tree, node) {
    case Operators.and:
      let next = builder.makeBlock()
      lowerCondition(left, next, whenFalse)
      builder.resume(at: next)
      lowerCondition(right, whenTrue, whenFalse)
    case Operators.or:
      let next = builder.makeBlock()
      lowerCondition(left, whenTrue, next)
      builder.resume(at: next)
      lowerCondition(right, whenTrue, whenFalse)
    case Operators.coalesce where isBoolean(right):
      let whenNil = tree.mainWord(of: right) == .true ? whenTrue : whenFalse
      if lowerOptionalFlag(left, whenTrue, whenFalse, whenNil: whenNil) { return }
      lowerCondition(left, whenTrue, whenFalse, whenNil: whenNil)
    case Operators.equal, Operators.identical: lowerEquality(node, left, right, whenTrue, whenFalse)
    case Operators.notEqual, Operators.notIdentical: lowerEquality(node, left, right, whenFalse, whenTrue, isTurned: true)
    case Operators.less: lowerComparison(node, left, right, whenTrue, whenFalse)
    case Operators.greater: lowerComparison(node, right, left, whenTrue, whenFalse)
    case Operators.greaterOrEqual: lowerComparison(node, left, right, whenFalse, whenTrue, isTurned: true)
    case Operators.lessOrEqual: lowerComparison(node, right, left, whenFalse, whenTrue, isTurned: true)
    case Operators.fits:
      if let slot = rangeFact(left, right) { return fork(node, whenTrue, whenFalse, .isTrue(slot)) }
      fallthrough
    default:
      let value = lower(node)
      branchOnTruth(value, factKey(node), node, whenTrue, whenFalse)
    }
  }

  func isBoolean(_ node: NodeID) -> Bool {
    tree.kind(node) == .literalExpr && (tree.mainWord(of: node) == .true || tree.mainWord(of: node) == .false)
  }

  func isNil(_ node: NodeID) -> Bool {
    !node.isNone && tree.kind(node) == .literalExpr && tree.mainWord(of: node) == .nil
  }

  /// `isCompleted` in an extension of a value future.
  private mutating func selfQuery(_ node: NodeID) -> Condition? {
    guard case .slot(let slot) = selfStorage, findLocal(tree.mainName(of: node)) == nil,
      let id = oneShot(selfType),
      let operation = index.knowledge.operations(of: id).properties[tree.mainName(of: node)], operation.role == .query
    else { return nil }
    return completion(operation, of: slot, node)
  }

  /// What a query says about the completion of the value in a slot.
  private mutating func completion(_ operation: Operation, of slot: SlotID, _ query: NodeID) -> Condition {
    if !operation.meansCompleted { return .unknown }
    guard operation.isOutcome else { return .isCompleted(slot) }
    let fact = factSlot(factKey(query), salt: 0x6F75) ?? builder.makeSlot()
    if KnownNames.successes.contains(tree.mainName(of: query)) { successes[slot] = fact }
    return .hasOutcome(slot, fact)
  }

  /// Whether a constant of this initialiser names a condition worth remembering.
  mutating func namesCheck(_ node: NodeID) -> Bool {
    let row = tree[node]
    switch row.kind {
    case .parenExpr, .unsafeExpr: return namesCheck(row.firstChild)
    case .prefixExpr: return Operators.name(tree, node) == Operators.not
    case .isExpr: return true
    case .infixExpr:
      switch Operators.name(tree, node) {
      case Operators.and, Operators.or, Operators.equal, Operators.notEqual, Operators.identical, Operators.notIdentical,
        Operators.less, Operators.greater, Operators.lessOrEqual, Operators.greaterOrEqual:
        return true
      case Operators.coalesce: return isBoolean(tree.child(at: 1, of: node))
      default: return false
      }
    case .identifierExpr where findLocal(tree.mainName(of: node)) == nil: return selfQuery(node) != nil
    case .identifierExpr:
      // A copy of a flag: what is learned of the one is known of the other.
      return findLocal(tree.mainName(of: node)).map { locals[$0].type == .nominal(KnownNames.bool, []) } ?? false
    case .ternaryExpr:
      return isBoolean(tree.child(at: 1, of: node)) || isBoolean(tree.child(at: 2, of: node))
        || namesCheck(tree.child(at: 1, of: node)) && namesCheck(tree.child(at: 2, of: node))
    case .memberExpr:
      // `f.isCompleted`, `users.isEmpty`: by the name alone; a wrong guess only costs a branch.
      let name = tree.name(of: row.mainToken)
      return name == KnownNames.isEmpty || index.knowledge.operations.contains { $0.properties[name]?.role == .query }
    case .callExpr: return flagList(node) != nil
    default: return false
    }
  }
}
