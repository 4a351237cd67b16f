import VTDiagnostics
import VTSyntax

// Whether a collection is empty: `guard !ids.isEmpty`, `ids.count == 0` and a loop over `ids` that runs no round are
// one condition.
extension Lowerer {
  /// The remembered condition "this collection is empty": that of `ids.isEmpty`.
  mutating func emptyFact(of collection: NodeID) -> SlotID? {
    factKey(elementsOf(collection)).flatMap { emptyFact(of: $0) }
  }

  mutating func emptyFact(of base: FactKey) -> SlotID? {
    let empty = factSlot(memberKey(KnownNames.isEmpty, of: base))
    facts.integers.insert(memberKey(KnownNames.count, of: base).hash)
    facts.counts.insert(memberKey(KnownNames.count, of: base).hash)
    if let empty { note(empty, holdsIn: .equal(to: 0), of: memberKey(KnownNames.count, of: base)) }
    return empty
  }

  mutating func memberKey(_ name: Name, of base: FactKey) -> FactKey {
    FactKey(member: name, of: base, read: facts.nameSlot(name) { builder.makeSlot() })
  }

  /// `(ids ?? []).isEmpty`: nothing is as good as no element.
  mutating func lowerCoalescedEmptiness(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) -> Bool {
    guard let (optional, fallback) = coalesced(tree[node].firstChild), isEmptyLiteral(fallback),
      let empty = emptyFact(of: optional)
    else { return false }
    branchOnPresence(of: optional, whenNil: whenTrue)
    fork(node, whenTrue, whenFalse, .isTrue(empty))
    return true
  }

  /// What follows where a value is equal to a literal: how it compares with others, and whether it is empty.
  mutating func noteConsequences(of equality: SlotID, _ literal: NodeID, _ subject: FactKey, _ node: NodeID) {
    if let value = number(literal), subject.offset == 0 { note(equality, holdsIn: .equal(to: value), of: subject) }
    if let collection = endOfCollection(node) {
      // `ids.first == 3`
      guard let empty = emptyFact(of: collection) else { return }
      builder.addImplication(equality, is: true, empty, is: false)
    } else if tree.kind(literal) == .stringExpr, let empty = emptyFact(of: subject) {
      let isEmpty = isEmptyString(literal)
      builder.addImplication(equality, is: true, empty, is: isEmpty)
      builder.addImplication(empty, is: true, equality, is: isEmpty)
      if isEmpty { builder.addImplication(empty, is: false, equality, is: false) }
    }
  }

  /// `ids.contains(id)`, where somebody has asked whether there are any: what has an element is not empty. Of an option set that
  /// member is meant which is not the empty set itself.
  mutating func noteMembership(_ call: NodeID) {
    guard tree.kind(call) == .callExpr, let callee = tree[call].firstChild.present, tree.kind(callee) == .memberExpr,
      tree.mainName(of: callee) == KnownNames.contains, let argument = onlyArgument(of: call), !isEmptyLiteral(argument),
      tree.mainName(of: argument) != KnownNames.none, let base = tree[callee].firstChild.present, let key = factKey(base),
      isAsked(memberKey(KnownNames.isEmpty, of: key)), let empty = emptyFact(of: key), let isMember = factSlot(factKey(call))
    else { return }
    builder.addImplication(empty, is: true, isMember, is: false)
    builder.addImplication(isMember, is: true, empty, is: false)
  }

  /// `""`, `[]`, `[:]`
  func isEmptyLiteral(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .arrayExpr, .dictionaryExpr: tree[node].firstChild.isNone
    case .stringExpr: isEmptyString(node)
    default: false
    }
  }

  func isEmptyString(_ node: NodeID) -> Bool { tree.range(of: node).end - tree.range(of: node).start == 2 }

  /// `ids` of `ids.first`, `ids.last`, `ids.max()`: nil if there is no element.
  func endOfCollection(_ node: NodeID) -> NodeID? {
    var member = node
    var names = [KnownNames.first, KnownNames.last]
    if tree.kind(node) == .callExpr {
      member = tree[node].firstChild
      names = KnownNames.extremes
      if !tree[member].nextSibling.isNone { return nil }
    }
    guard tree.kind(member) == .memberExpr, !tree[member].flags.contains(.implicitBase), names.contains(tree.mainName(of: member))
    else { return nil }
    return tree[member].firstChild.present
  }

  /// `ids.append(id)`: there is an element, where somebody has asked for that.
  mutating func noteAddition(to collection: NodeID) { noteEmptiness(of: collection, .false) }

  private mutating func noteEmptiness(of collection: NodeID, _ isEmpty: Constant) {
    guard let key = factKey(collection), isAsked(memberKey(KnownNames.isEmpty, of: key)), let empty = emptyFact(of: key) else {
      return
    }
    builder.emit(.set(empty, isEmpty))
  }

  /// A method of a collection has changed it: `ids.removeAll()`, `ids.append(id)`, `ids.removeFirst()`.
  mutating func noteChange(of collection: NodeID, by method: Name, _ arguments: [Argument], _ type: Type) {
    if KnownNames.additions.contains(method) {
      noteAddition(to: collection)
      return noteMember(of: collection, arguments)
    }
    guard KnownNames.takingOut.contains(method), isProperty(collection) else {
      if method == KnownNames.removeAll, !arguments.contains(where: { $0.closure != nil }) { noteEmptiness(of: collection, .true) }
      return
    }
    forget(collection, as: isCollection(type) ? .unknown : .doubtful)
    if method == KnownNames.removeAll, !arguments.contains(where: { $0.closure != nil }) { noteEmptiness(of: collection, .true) }
  }

  /// `seen.insert(id)` of a local variable: it contains that.
  private mutating func noteMember(of collection: NodeID, _ arguments: [Argument]) {
    guard isLocalVariable(collection), let element = arguments.first, element.label == .none, let base = factKey(collection),
      let key = factKey(element.expression), !isGuess(key), let fact = factSlot(callKey(KnownNames.contains, [base, key]))
    else { return }
    builder.emit(.set(fact, .true))
  }

  /// What somebody asks of it later is worth a condition, while there are not too many.
  private func isLocalVariable(_ node: NodeID) -> Bool {
    tree.kind(node) == .identifierExpr && !facts.isHalfFull
      && findLocal(tree.mainName(of: node)).map { !locals[$0].isLet && !locals[$0].isOuter } == true
  }

  /// An array, a dictionary, a set or a string.
  func isCollection(_ type: Type) -> Bool {
    switch type {
    case .array, .dictionary: true
    case .nominal(let name, _): KnownNames.collections.contains(name)
    default: false
    }
  }

  /// `d[key] = value`: the element is there, and so is an element at all.
  mutating func noteElement(_ value: Value, in target: NodeID) {
    if value.isNil || value.type.isOptional { return }
    guard value.type != .unknown, !value.type.isParameter, let key = factKey(target) else {
      return forget(target, as: .doubtful)
    }
    let collection = tree[target].firstChild
    if isNilFactKnown(key) || isLocalVariable(collection), let fact = nilFact(key) { builder.emit(.set(fact, .present)) }
    noteAddition(to: collection)
  }

  /// `ids` in `ids.enumerated()`, `ids.indices`, `0..<ids.count` and the like, which have as many elements.
  func elementsOf(_ node: NodeID) -> NodeID {
    if isIndices(node) { return elementsOf(tree[node].firstChild) }
    if tree.kind(node) == .infixExpr, Operators.name(tree, node) == Operators.halfOpenRange,
      isLiteral(tree.child(at: 0, of: node), "0"), let collection = counted(tree.child(at: 1, of: node))
    {
      return elementsOf(collection)
    }
    guard tree.kind(node) == .callExpr else { return node }
    let callee = tree[node].firstChild
    guard tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase),
      KnownNames.sameCount.contains(tree.mainName(of: callee))
    else { return node }
    return elementsOf(tree[callee].firstChild)
  }

  /// `ids.indices`
  func isIndices(_ node: NodeID) -> Bool {
    tree.kind(node) == .memberExpr && !tree[node].flags.contains(.implicitBase) && tree.mainName(of: node) == KnownNames.indices
  }

  /// Branches on `ids.count == 0`, `ids.count < 1` or `0 < ids.count`; false for other comparisons.
  mutating func lowerCountComparison(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, isEquality: Bool, _ whenTrue: BlockID, _ whenFalse: BlockID
  ) -> Bool {
    let empty: SlotID?
    var holdsIfEmpty = true
    if let collection = counted(left), isLiteral(right, isEquality ? "0" : "1") {
      empty = emptyFact(of: collection)
    } else if let collection = counted(right), isLiteral(left, "0") {
      empty = emptyFact(of: collection)
      holdsIfEmpty = isEquality
    } else {
      return false
    }
    guard let empty else { return false }
    branch(
      at: tree.range(of: node), ("there is no element", "there is an element"), holdsIfEmpty ? whenTrue : whenFalse,
      holdsIfEmpty ? whenFalse : whenTrue, .isTrue(empty))
    return true
  }

  /// `ids` in `ids.count`.
  private func counted(_ node: NodeID) -> NodeID? {
    guard tree.kind(node) == .memberExpr, !tree[node].flags.contains(.implicitBase), tree.mainName(of: node) == KnownNames.count
    else { return nil }
    return tree[node].firstChild
  }

  private func isLiteral(_ node: NodeID, _ text: String) -> Bool {
    tree.kind(node) == .literalExpr && tree.text(of: tree[node].mainToken) == text
  }

  /// Whether a loop has a first round: `1...count` would trap otherwise, and where somebody has asked for an amount nobody
  /// believes that a duty is lost for want of elements.
  mutating func isSurelyEntered(_ loop: NodeID, over collection: NodeID) -> Bool {
    if tree[loop].flags.contains(.hasAwait) { return false }
    if tree.kind(collection) == .infixExpr, Operators.name(tree, collection) == Operators.closedRange { return true }
    guard hasDuties else { return false }
    if tree.kind(collection) == .memberExpr, tree.mainName(of: collection) == KnownNames.allCases { return true }
    if hasElements(elementsOf(collection)) { return true }
    // What is known of this very collection is known better.
    if let key = factKey(elementsOf(collection)), isAsked(memberKey(KnownNames.isEmpty, of: key)) { return false }
    return mentions()?.isAmountAsked(before: tree[loop].firstToken) ?? false
  }

  /// `private let services: [Service] = [Log(), Mail()]`: a constant of the type itself, or a global one.
  func hasElements(_ collection: NodeID) -> Bool {
    switch tree.kind(collection) {
    case .identifierExpr: if findLocal(tree.mainName(of: collection)) != nil { return false }
    case .memberExpr: if ![.selfValue, .selfType].contains(tree.mainWord(of: tree[collection].firstChild)) { return false }
    default: return false
    }
    let name = tree.mainName(of: collection)
    let own = owner == .none ? [] : members(of: owner, named: name)
    let meant = own.isEmpty ? globals(named: name) : own
    return meant.count == 1 && index.declaration(meant[0]).flags.contains(.hasElements)
  }

  /// Goes into a loop for the first time, or past it.
  mutating func enterLoop(over collection: NodeID?, _ head: BlockID, _ body: BlockID, _ end: BlockID, at range: ByteRange) {
    if let collection, let (optional, fallback) = coalesced(collection), isEmptyLiteral(fallback) {
      branchOnPresence(of: optional, whenNil: end)
      return enterLoop(over: optional, head, body, end, at: range)
    }
    guard let collection, let empty = emptyFact(of: collection) else { return builder.jump(head) }
    builder.branch(
      .isTrue(empty), builder.edge(end, .when("there is no element", at: range)), builder.edge(body))
  }
}
