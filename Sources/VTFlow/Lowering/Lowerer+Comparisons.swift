import VTDiagnostics
import VTSyntax

// `==`, `<` and their relatives: which comparisons are one condition, and which exclude one another.
extension Lowerer {
  mutating func lowerEquality(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, _ whenEqual: BlockID, _ whenDifferent: BlockID, isTurned: Bool = false
  ) {
    if isNil(right) || isNil(left) {
      let other = isNil(right) ? left : right
      if let collection = endOfCollection(other), let empty = emptyFact(of: collection) {
        borrow(other)
        return fork(node, whenEqual, whenDifferent, .isTrue(empty), isTurned: isTurned)
      }
      let value = lower(other)
      lookAt(other, value)
      let key = value.slot == nil ? factKey(other) : nil
      return branchOnNil(value, key, whenNil: whenEqual, whenPresent: whenDifferent, text(of: other), at: tree.range(of: node)) {
        _ in
      }
    }
    if isBoolean(right) || isBoolean(left) {
      let (condition, literal) = isBoolean(right) ? (left, right) : (right, left)
      let isTrue = tree.mainWord(of: literal) == .true
      if lowerOptionalFlag(condition, isTrue ? whenEqual : whenDifferent, isTrue ? whenDifferent : whenEqual, whenNil: whenDifferent) {
        return
      }
      return lowerCondition(
        condition, isTrue ? whenEqual : whenDifferent, isTrue ? whenDifferent : whenEqual, whenNil: whenDifferent)
    }
    if let (optional, fallback) = coalesced(left), isPlainLiteral(right) {
      let absent = builder.makeBlock()
      branchOnPresence(of: optional, whenNil: absent)
      lowerEquality(node, optional, right, whenEqual, whenDifferent, isTurned: isTurned)
      builder.resume(at: absent)
      return builder.jump(factKey(fallback)?.hash == factKey(right)?.hash ? whenEqual : whenDifferent)
    }
    let isChained = isPlainLiteral(right) && chainEnds.isEmpty && hasOptionalChain(left)
    if isChained { lowerChain(left, whenNil: whenDifferent) }
    if lowerCountComparison(node, left, right, isEquality: true, whenEqual, whenDifferent) { return }
    if isEmptyLiteral(right), let empty = emptyFact(of: left) {
      borrow(left)
      return fork(node, whenEqual, whenDifferent, .isTrue(empty), isTurned: isTurned)
    }
    let values = (isChained ? Value.unknown : borrow(left), borrow(right))
    if lowerFlagEquality(left, right, whenEqual, whenDifferent) { return }
    let isLiteral = isPlainLiteral(right) || isPlainLiteral(left)
    guard let a = factKey(left), let b = factKey(right) else {
      return fork(node, whenEqual, whenDifferent, .unknown, isTurned: isTurned)
    }
    if let (subject, name) = caseComparison(left, right) {
      let type = subject == left ? values.0 : values.1
      leaveIfNil(type, subject, whenDifferent)
      let slot = factKey(subject).flatMap { caseSlot($0, name, of: type.type.unwrapped) }
      return fork(node, whenEqual, whenDifferent, slot.map { .isTrue($0) } ?? .unknown, isTurned: isTurned)
    }
    // Comparing the other way round is the same; literals and enum cases of one subject exclude one another.
    let isLiteralFirst = isPlainLiteral(left)
    let (asked, literal) = isLiteralFirst ? (right, left) : (left, right)
    let (subject, other, value) = isLiteralFirst ? (b, a, values.1) : (a, b, values.0)
    if isLiteral { leaveIfNil(value, asked, whenDifferent) } else { leaveIfOneIsNil(values, left, right, whenDifferent) }
    noteInteger(subject, value)
    if !isLiteral { noteInteger(other, values.1) }
    let slot = isLiteral ? equalitySlot(subject, literal, other) : equalitySlot(between: a, b)
    if let slot, isLiteral { noteConsequences(of: slot, literal, subject, asked) }
    fork(
      node, whenEqual, whenDifferent, slot.map { .isTrue($0) } ?? .unknown, isTurned: isTurned,
      isElseUnlikely: hasDuties && (isOfAttempt(left, right) || isOfAttempt(right, left)))
  }

  /// `attempt == self.attempt`: a parameter is compared with the variable of the object that counts what it begins. What belongs
  /// to an earlier beginning is most likely over for everybody who waited for it.
  private func isOfAttempt(_ given: NodeID, _ kept: NodeID) -> Bool {
    guard owner != .none, tree.kind(given) == .identifierExpr, let place = findLocal(tree.mainName(of: given)),
      locals[place].isLet
    else { return false }
    let name = tree.mainName(of: kept)
    switch tree.kind(kept) {
    case .identifierExpr: if findLocal(name) != nil { return false }
    case .memberExpr: if tree.mainName(of: tree[kept].firstChild) != KnownNames.selfValue { return false }
    default: return false
    }
    guard let found = index.resolveProperty(members(of: owner, named: name), on: index.selfType(owner)),
      case .nominal(let type, _) = found.result.unwrapped
    else { return false }
    let flags = index.declaration(found.first).flags
    return flags.contains(.isStored) && !flags.contains(.isLet) && KnownNames.typesOfAttempts.contains(type)
  }

  /// `o` and `0` in `o ?? 0`.
  func coalesced(_ node: NodeID) -> (optional: NodeID, fallback: NodeID)? {
    if node.isNone { return nil }
    if tree.kind(node) == .parenExpr { return coalesced(tree[node].firstChild) }
    guard tree.kind(node) == .infixExpr, Operators.name(tree, node) == Operators.coalesce else { return nil }
    let fallback = tree.child(at: 1, of: node)
    return isPlainLiteral(fallback) || isEmptyLiteral(fallback) || number(fallback) != nil ? (tree.child(at: 0, of: node), fallback) : nil
  }

  /// Goes on where an optional is there.
  mutating func branchOnPresence(of node: NodeID, whenNil: BlockID) {
    if hasOptionalChain(node), chainEnds.isEmpty { return lowerChain(node, whenNil: whenNil) }
    goOnWherePresent(borrow(node), node, whenNil)
  }

  /// `t == .free` of an optional says that it is not nil.
  mutating func leaveIfNil(_ value: Value, _ node: NodeID, _ whenNil: BlockID) {
    guard case .optional = value.type, oneShot(value.type) == nil else { return }
    goOnWherePresent(value, node, whenNil)
  }

  /// `vote == original`, where one of both is always there: the other one is not nil then.
  private mutating func leaveIfOneIsNil(_ values: (Value, Value), _ left: NodeID, _ right: NodeID, _ whenNil: BlockID) {
    if case .nominal = values.1.type { leaveIfNil(values.0, left, whenNil) }
    if case .nominal = values.0.type { leaveIfNil(values.1, right, whenNil) }
  }

  /// `e is Failure`, `e as? Failure`: what is of some type is not nil.
  mutating func leaveIfNothing(_ value: Value, _ node: NodeID, _ whenNil: BlockID) {
    guard value.type.isOptional || value.type == .unknown, oneShot(value.type) == nil, tree.kind(node) == .identifierExpr else { return }
    goOnWherePresent(value, node, whenNil)
  }

  /// `try open(name!)`: where there is no name the program ends, and nothing is thrown.
  mutating func endWhereNil(_ value: Value, _ node: NodeID) {
    guard oneShot(value.type) == nil, tree.kind(node) == .identifierExpr, let slot = value.slot else { return }
    let next = builder.makeBlock()
    builder.branch(.isNil(slot), builder.edge(makeTrap()), builder.edge(next))
    builder.resume(at: next)
  }

  /// `client` of `var client: Client!`, where a `Client` is wanted.
  mutating func endWhereForced(_ value: Value, _ node: NodeID) {
    guard tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)), locals[place].isForced else {
      return
    }
    endWhereNil(value, node)
  }

  private mutating func goOnWherePresent(_ value: Value, _ node: NodeID, _ whenNil: BlockID) {
    let present = builder.makeBlock()
    branchOnNil(
      value, value.slot == nil ? factKey(node) : nil, whenNil: whenNil, whenPresent: present, text(of: node),
      at: tree.range(of: node)
    ) { _ in }
    builder.resume(at: present)
  }

  /// `flag == true`, `flag ?? false` of an optional flag, which may be neither true nor false; false for what is none.
  mutating func lowerOptionalFlag(
    _ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, whenNil: BlockID
  ) -> Bool {
    guard [.identifierExpr, .memberExpr].contains(tree.kind(node)), !hasOptionalChain(node), let key = factKey(node),
      !isGuess(key)
    else { return false }
    let value = lower(node)
    guard value.type == .optional(.nominal(KnownNames.bool, [])) else { return false }
    leaveIfNil(value, node, whenNil)
    let condition = (value.slot ?? factSlot(key)).map { Condition.isTrue($0) } ?? .unknown
    fork(node, whenTrue, whenFalse, condition)
    return true
  }

  /// Of integers it is known that nothing lies between two of them.
  mutating func noteInteger(_ key: FactKey, _ value: Value) {
    // What is compared with whole numbers only is most likely one.
    if value.type == .unknown || value.type.unwrapped == .nominal(KnownNames.int, []) { facts.integers.insert(key.base.hash) }
  }

  /// Evaluates an expression that something only looks at.
  @discardableResult
  mutating func borrow(_ node: NodeID) -> Value {
    if node.isNone { return .unknown }
    let value = lower(node)
    use(value, .borrow, at: tree.range(of: node))
    return value
  }

  /// `o?.count == 1` is false where the chain ends early.
  private mutating func lowerChain(_ chain: NodeID, whenNil: BlockID) {
    let saved = chainRoot
    chainEnds.append(whenNil)
    chainRoot = chain
    borrow(chain)
    chainRoot = saved
    chainEnds.removeLast()
  }

  /// `a == b` of two flags says something about each of them.
  private mutating func lowerFlagEquality(
    _ left: NodeID, _ right: NodeID, _ whenEqual: BlockID, _ whenDifferent: BlockID
  ) -> Bool {
    guard isFlag(left), isFlag(right) else { return false }
    let yes = builder.makeBlock()
    let no = builder.makeBlock()
    lowerCondition(left, yes, no)
    builder.resume(at: yes)
    lowerCondition(right, whenEqual, whenDifferent)
    builder.resume(at: no)
    lowerCondition(right, whenDifferent, whenEqual)
    return true
  }

  private func isFlag(_ node: NodeID) -> Bool {
    if tree.kind(node) == .parenExpr { return isFlag(tree[node].firstChild) }
    return tree.kind(node) == .identifierExpr
      && findLocal(tree.mainName(of: node)).map { locals[$0].type == .nominal(KnownNames.bool, []) } ?? false
  }

  /// Asking a property makes nothing; a variable that is only asked stays unused.
  mutating func lookAt(_ node: NodeID, _ value: Value) {
    use(value, isProperty(node) ? .lend : .borrow, at: tree.range(of: node))
  }

  func isProperty(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .memberExpr: true
    case .identifierExpr: findLocal(tree.mainName(of: node)) == nil
    case .optionalChainExpr, .forceExpr, .parenExpr: isProperty(tree[node].firstChild)
    default: false
    }
  }

  /// Two different ones are never equal.
  func isPlainLiteral(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .literalExpr: true
    case .stringExpr: tree[node].firstChild.isNone
    case .prefixExpr: number(node) != nil
    default: false
    }
  }

  /// `x == .a`, `.a == x`, `x == Kind.a`: the side that is compared, and the case.
  private func caseComparison(_ left: NodeID, _ right: NodeID) -> (NodeID, Name)? {
    if isCaseName(right) { return (left, tree.mainName(of: right)) }
    if isCaseName(left) { return (right, tree.mainName(of: left)) }
    return nil
  }

  func isCaseName(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .memberExpr else { return false }
    if tree[node].flags.contains(.implicitBase) { return true }
    let base = tree[node].firstChild
    guard !base.isNone, tree.kind(base) == .identifierExpr, case .nominal(let name, _) = writtenTypeName(base) else {
      return false
    }
    return index.types(named: name).contains { index.declaration($0).kind == .enumType }
  }

  /// The type that a name stands for, if no local has it.
  private func writtenTypeName(_ node: NodeID) -> Type {
    let name = tree.mainName(of: node)
    return findLocal(name) == nil ? index.named(name, arguments: [], in: scope) : .unknown
  }

  /// The remembered condition "the subject equals this literal"; at most one literal does.
  mutating func equalitySlot(_ subject: FactKey, _ literal: NodeID, _ literalKey: FactKey) -> SlotID? {
    if subject.offset != 0, let value = number(literal) {
      return rangeSlot(subject.base, .equal(to: value &- subject.offset), counting: subject.path)
    }
    let key = FactKey(hash: FactKey.mix(subject.hash, literalKey.hash), dependencies: subject.dependencies)
    return factSlot(key, salt: 0x6571, counting: subject.path, group: subject.hash)
  }

  /// The remembered condition that two values are equal, whichever stands first.
  mutating func equalitySlot(between a: FactKey, _ b: FactKey) -> SlotID? {
    let (difference, isTurned) = difference(a, b)
    let distance = b.offset &- a.offset
    return rangeSlot(difference, .equal(to: isTurned ? -distance : distance), counting: countingSides(a, b))
  }

  /// The remembered condition `a < b`.
  mutating func orderSlot(_ a: FactKey, _ b: FactKey) -> SlotID? {
    let (difference, isTurned) = difference(a, b)
    let distance = b.offset &- a.offset
    return rangeSlot(difference, isTurned ? .above(-distance) : .below(distance))
  }

  /// `a - b`, without the numbers that are added to them: `a + 1 < b` says that it is less than -1. Whichever stands first it
  /// is the same; turned, it is `b - a`.
  mutating func difference(_ a: FactKey, _ b: FactKey) -> (subject: FactKey, isTurned: Bool) {
    let (first, second) = (a.base, b.base)
    let isTurned = second.hash < first.hash
    let hash = FactKey.mix(FactKey.mix(0x6469_6666, min(first.hash, second.hash)), max(first.hash, second.hash))
    if facts.integers.contains(first.hash), facts.integers.contains(second.hash) { facts.integers.insert(hash) }
    return (FactKey(hash: hash, dependencies: a.dependencies + b.dependencies), isTurned)
  }

  /// Of two places that are compared those that may count: a loop's variable alone, if it is one of them, so that all is open
  /// again when the other one changes.
  private func countingSides(_ a: FactKey, _ b: FactKey) -> [[SlotID]] {
    if a.dependencies.contains(where: b.dependencies.contains) { return [] }
    let ofLoops = [a, b].filter { $0.dependencies.contains(where: loopSlots.contains) }
    return (ofLoops.isEmpty ? [a, b] : ofLoops).flatMap(\.path)
  }

  /// `a < b`; the other comparisons are this one, turned.
  mutating func lowerComparison(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, isTurned: Bool = false
  ) {
    if lowerCoalesced(node, left, right, whenTrue, whenFalse, isTurned: isTurned) { return }
    if lowerCountComparison(node, left, right, isEquality: false, whenTrue, whenFalse) { return }
    if lowerCaseOrder(node, left, right, whenTrue, whenFalse, isTurned: isTurned) { return }
    let isInOrder = left == tree.child(at: 0, of: node)
    let first = borrow(isInOrder ? left : right)
    let second = borrow(isInOrder ? right : left)
    guard let a = factKey(left), let b = factKey(right) else {
      return fork(node, whenTrue, whenFalse, .unknown, isTurned: isTurned)
    }
    noteInteger(a, isInOrder ? first : second)
    noteInteger(b, isInOrder ? second : first)
    let slot: SlotID?
    if let value = number(right) {
      slot = rangeSlot(a.base, .below(value &- a.offset))
    } else if let value = number(left) {
      slot = rangeSlot(b.base, .above(value &- b.offset))
    } else {
      slot = orderSlot(a, b)
    }
    fork(node, whenTrue, whenFalse, slot.map { .isTrue($0) } ?? .unknown, isTurned: isTurned)
  }

  /// `tier < .pro` is true of the cases that are declared before it, where no `<` of its own says otherwise; what that says
  /// nobody knows here.
  private mutating func lowerCaseOrder(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, isTurned: Bool
  ) -> Bool {
    guard let (subject, name) = caseComparison(left, right), [.identifierExpr, .memberExpr].contains(tree.kind(subject)),
      !isCaseName(subject), let key = factKey(subject), !isGuess(key), case let type = borrow(subject).type,
      case .nominal(let owner, _) = type, let cases = index.caseNames(of: owner), let place = cases.firstIndex(of: name)
    else { return false }
    let own = members(of: owner, named: Operators.less)
    if !own.isEmpty, !own.allSatisfy({ comparesRawValues($0, of: owner, cases) }) {
      builder.emit(.blur)
      return false
    }
    let steps = [!isTurned, isTurned].map { PathStep.when("'\(text(of: node))' is \($0)", at: tree.range(of: node)) }
    for other in subject == left ? cases[..<place] : cases[(place + 1)...] {
      let next = builder.makeBlock()
      let condition = caseSlot(key, other, of: type).map { Condition.isTrue($0) } ?? .unknown
      builder.branch(condition, builder.edge(whenTrue, steps[0]), builder.edge(next))
      builder.resume(at: next)
    }
    builder.finish(.jump(builder.edge(whenFalse, steps[1])))
    return true
  }

  /// `static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }` of cases that are numbered as they stand there.
  private func comparesRawValues(_ less: DeclarationID, of owner: Name, _ cases: [Name]) -> Bool {
    guard less.file == file, let type = index.types(named: owner).first, type.file == file,
      index.directSupertypes(of: owner).first == KnownNames.int,
      let body = tree.child(.block, of: index.declaration(less).node).present
    else { return false }
    let row = tree[body]
    let words = (row.firstToken.index..<row.endToken.index).map { TokenID($0) }.filter { tree.token($0).kind == .identifier }
      .map { tree.name(of: $0) }
    let names = index.parameters(of: less).map(\.name)
    let isPlain = names.count == 2 && words == [names[0], KnownNames.rawValue, names[1], KnownNames.rawValue]
    return isPlain && !cases.contains { name in
      members(of: owner, named: name).contains { id in
        tree.tokens[tree.tokenIndex(from: index.declaration(id).nameRange.end)].kind == .equal
      }
    }
  }

  /// `(o ?? 0) > 3`: what is compared where there is nothing is known.
  private mutating func lowerCoalesced(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID, isTurned: Bool
  ) -> Bool {
    let absent: Bool
    let (optional, sides): (NodeID, (left: NodeID, right: NodeID))
    if let (inner, fallback) = coalesced(left), let other = number(right), let value = number(fallback) {
      (absent, optional, sides) = (value < other, inner, (inner, right))
    } else if let (inner, fallback) = coalesced(right), let other = number(left), let value = number(fallback) {
      (absent, optional, sides) = (other < value, inner, (left, inner))
    } else {
      return false
    }
    let whenNil = builder.makeBlock()
    branchOnPresence(of: optional, whenNil: whenNil)
    lowerComparison(node, sides.left, sides.right, whenTrue, whenFalse, isTurned: isTurned)
    builder.resume(at: whenNil)
    builder.jump(absent ? whenTrue : whenFalse)
    return true
  }
}
