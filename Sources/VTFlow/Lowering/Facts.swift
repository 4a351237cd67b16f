import VTDiagnostics
import VTSyntax

// Conditions over unchanged values are remembered: `if cached {…} … if !cached {…}`. Each such condition has a slot;
// writing to a variable it reads makes the solver forget it (`ControlFlowGraph.dependents`).

/// The remembered conditions of one graph.
struct FactTable {
  private(set) var slots: [UInt64: SlotID] = [:]
  /// Slots that stand for names outside of the function (`self.flag`), so that assignments can be seen.
  private(set) var nameSlots: [Name: SlotID] = [:]
  /// Comparisons with number literals, by what is compared.
  var intervals: [UInt64: [(slot: SlotID, interval: Interval)]] = [:]
  /// What is known to be an integer.
  var integers: Set<UInt64> = []
  /// Those of them that say how many there are of something.
  var counts: Set<UInt64> = []

  /// No more than this many conditions of one function are remembered; behind a later one nothing is claimed of what was used
  /// before it (`Instruction.blur`).
  static let limit = 4096

  var isHalfFull: Bool { slots.count * 2 >= FactTable.limit }

  mutating func slot(for key: UInt64, make: () -> SlotID) -> SlotID? {
    if let known = slots[key] { return known }
    if slots.count >= FactTable.limit { return nil }
    let made = make()
    slots[key] = made
    return made
  }

  mutating func nameSlot(_ name: Name, make: () -> SlotID) -> SlotID {
    if let known = nameSlots[name] { return known }
    let made = make()
    nameSlots[name] = made
    return made
  }
}

/// A pure expression as one word, and what it reads.
struct FactKey {
  let hash: UInt64
  var dependencies: [SlotID]

  /// It names a place, or what is a step away from it: `left`, `self.left`, `box.left`, `left - 1`.
  let isPlace: Bool

  /// `left + 2` is `left`, and two more; all else is itself, and nothing more.
  private let root: UInt64
  let offset: Int

  init(hash: UInt64, dependencies: [SlotID], isPlace: Bool = false) {
    (self.hash, self.dependencies, self.isPlace) = (hash, dependencies, isPlace)
    (root, offset) = (hash, 0)
  }

  private init(_ base: FactKey, offset: Int) {
    hash = offset == 0 ? base.root : FactKey.mix(FactKey.mix(0x6F66_6673, base.root), UInt64(bitPattern: Int64(offset)))
    (dependencies, isPlace, root, self.offset) = (base.dependencies, base.isPlace, base.root, offset)
  }

  /// What it is without the number that is added to it.
  var base: FactKey { FactKey(self, offset: 0) }

  func adding(_ number: Int) -> FactKey { FactKey(self, offset: offset &+ number) }

  /// `self`, whose members need not name it.
  static let ofSelf = FactKey(hash: 12, dependencies: [], isPlace: true)

  /// A member of what another key stands for.
  /// - Parameter slot: stands for the name.
  init(member name: Name, of base: FactKey, read slot: SlotID) {
    self.init(
      hash: FactKey.mix(FactKey.mix(13, base.hash), name.raw), dependencies: base.dependencies + [slot], isPlace: base.isPlace)
  }

  /// What a variable holds.
  init(variable slot: SlotID) { self.init(hash: FactKey.mix(11, UInt64(slot.index)), dependencies: [slot], isPlace: true) }

  /// The variable, if it is one and no more.
  var variable: SlotID? {
    dependencies.count == 1 && hash == FactKey(variable: dependencies[0]).hash ? dependencies[0] : nil
  }

  /// What a case carries, or an element of a tuple.
  func part(_ place: Int, of name: Name = .none) -> FactKey {
    FactKey(hash: FactKey.mix(FactKey.mix(hash, name.raw), UInt64(place + 1)), dependencies: dependencies)
  }

  /// What a place is reached by; nothing for all else.
  var path: [[SlotID]] { isPlace ? [dependencies] : [] }

  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = a &* 0x9E37_79B9_7F4A_7C15 ^ b
    hash ^= hash >> 31
    return hash &* 0xBF58_476D_1CE4_E5B9
  }
}

extension Lowerer {
  /// What makes two expressions equal while nothing they read changes; nil where evaluation may do something.
  mutating func factKey(_ node: NodeID, depth: Int = 0) -> FactKey? {
    if node.isNone || depth > 16 { return nil }
    let row = tree[node]
    func combined(_ seed: UInt64, _ parts: [FactKey]) -> FactKey {
      FactKey(
        hash: parts.reduce(FactKey.mix(UInt64(row.kind.rawValue) + 77, seed)) { FactKey.mix($0, $1.hash) },
        dependencies: parts.flatMap(\.dependencies))
    }
    switch row.kind {
    case .parenExpr, .unsafeExpr, .optionalChainExpr, .forceExpr: return factKey(row.firstChild, depth: depth + 1)
    case .literalExpr: return combined(tree.name(of: row.mainToken).raw, [])
    case .stringExpr:
      if !row.firstChild.isNone { return nil }
      let range = tree.range(of: node)
      return combined(Name(bytes: tree.source[Int(range.start)..<Int(range.end)]).raw, [])
    case .identifierExpr:
      let name = tree.name(of: row.mainToken)
      if let place = findLocal(name) {
        guard case .slot(let slot) = storage(ofLocal: place) else { return nil }
        return aliases[slot] ?? FactKey(variable: slot)
      }
      if name == KnownNames.selfValue || name == KnownNames.superValue {
        return selfKey
      }
      let outside = facts.nameSlot(name) { builder.makeSlot() }
      // `flag` and `self.flag` are one, if it is a member.
      return FactKey(member: name, of: selfKey, read: outside)
    case .memberExpr:
      let name = tree.name(of: row.mainToken)
      if row.flags.contains(.implicitBase) { return combined(name.raw, []) }
      guard let base = factKey(row.firstChild, depth: depth + 1) else { return nil }
      let outside = facts.nameSlot(name) { builder.makeSlot() }
      return FactKey(member: name, of: base, read: outside)
    case .subscriptExpr:
      guard let base = factKey(row.firstChild, depth: depth + 1), let parts = keys(ofArguments: node, depth) else { return nil }
      return combined(5, [base] + parts)
    case .prefixExpr:
      guard let operand = factKey(row.firstChild, depth: depth + 1) else { return nil }
      return combined(Operators.name(tree, node).raw, [operand])
    case .infixExpr:
      let (left, right) = (tree.child(at: 0, of: node), tree.child(at: 1, of: node))
      let name = Operators.name(tree, node)
      if let (operand, number) = steps(name, left, right) { return factKey(operand, depth: depth + 1)?.adding(number) }
      guard let first = factKey(left, depth: depth + 1), let second = factKey(right, depth: depth + 1) else { return nil }
      return combined(name.raw, [first, second])
    // `users.contains(me)`, `name.hasPrefix("a")` of a local variable: what changes it is in sight.
    case .callExpr:
      let callee = row.firstChild
      if isCaseName(callee), tree[callee].flags.contains(.implicitBase) {
        return keys(ofArguments: node, depth).map { combined(tree.mainName(of: callee).raw, $0) }
      }
      guard tree.kind(callee) == .memberExpr, !tree[callee].firstChild.isNone,
        tree.kind(tree[callee].firstChild) == .identifierExpr, findLocal(tree.mainName(of: tree[callee].firstChild)) != nil,
        KnownNames.pureMethods.contains(tree.mainName(of: callee)), let base = factKey(tree[callee].firstChild, depth: depth + 1)
      else { return guessKey(node, depth: depth) }
      var parts = [base]
      for argument in tree.children(of: node).dropFirst() {
        guard tree.kind(argument) == .argument, let part = factKey(tree[argument].firstChild, depth: depth + 1) else {
          return guessKey(node, depth: depth)
        }
        parts.append(part)
      }
      return callKey(tree.mainName(of: callee), parts)
    case .tupleExpr: return keys(ofArguments: node, depth).map { combined(UInt64($0.count), $0) }
    case .arrayExpr: return keys(of: tree.children(of: node), depth).map { combined(UInt64($0.count), $0) }
    case .isExpr, .asExpr:
      guard let operand = factKey(row.firstChild, depth: depth + 1) else { return nil }
      let range = tree.range(of: tree.child(at: 1, of: node))
      // `x is T` and `x as? T`: the same question.
      let type = Name(bytes: tree.source[Int(range.start)..<Int(range.end)]).raw
      return FactKey(hash: FactKey.mix(FactKey.mix(14, type), operand.hash), dependencies: operand.dependencies)
    default: return nil
    }
  }

  /// `users.contains(me)`
  /// - Parameter parts: what it is asked of, and the arguments.
  func callKey(_ method: Name, _ parts: [FactKey]) -> FactKey {
    FactKey(
      hash: parts.reduce(FactKey.mix(UInt64(NodeKind.callExpr.rawValue) + 77, method.raw)) { FactKey.mix($0, $1.hash) },
      dependencies: parts.flatMap(\.dependencies))
  }

  /// Of what stands between the parentheses or brackets behind something, or of a tuple; nil where one of them has none.
  private mutating func keys(ofArguments node: NodeID, _ depth: Int) -> [FactKey]? {
    keys(of: tree.children(of: node).lazy.filter { [tree] in tree.kind($0) == .argument }.map { [tree] in tree[$0].firstChild }, depth)
  }

  private mutating func keys(of expressions: some Sequence<NodeID>, _ depth: Int) -> [FactKey]? {
    var keys: [FactKey] = []
    for expression in expressions {
      guard let key = factKey(expression, depth: depth + 1) else { return nil }
      keys.append(key)
    }
    return keys
  }

  /// `count` and -1 of `count - 1`.
  func steps(_ name: Name, _ left: NodeID, _ right: NodeID) -> (operand: NodeID, number: Int)? {
    guard name == Operators.plus || name == Operators.minus else { return nil }
    if let value = number(right) { return (left, name == Operators.plus ? value : -value) }
    return name == Operators.plus ? number(left).map { (right, $0) } : nil
  }

  /// `canSee(user)`, `order.exceeds(limit)`: who asks twice most likely gets the same answer.
  private mutating func guessKey(_ call: NodeID, depth: Int) -> FactKey? {
    let callee = tree[call].firstChild
    let name = tree.mainName(of: callee)
    if KnownNames.takingOut.contains(name) || KnownNames.changing.contains(name) { return nil }
    var parts: [FactKey] = []
    switch tree.kind(callee) {
    case .identifierExpr where findLocal(name) == nil: break
    case .memberExpr where !tree[callee].flags.contains(.implicitBase):
      guard let base = factKey(tree[callee].firstChild, depth: depth + 1) else { return nil }
      parts.append(base)
    default: return nil
    }
    for argument in tree.children(of: call).dropFirst() {
      guard tree.kind(argument) == .argument, let value = tree[argument].firstChild.present, !isOneShotName(value),
        let part = tree.kind(value) == .closureExpr ? questionKey(value) : factKey(value, depth: depth + 1)
      else { return nil }
      parts.append(part)
    }
    let guess = guessSlot ?? builder.makeSlot()
    guessSlot = guess
    return FactKey(
      hash: parts.reduce(FactKey.mix(0x6361_6C6C, name.raw)) { FactKey.mix($0, $1.hash) },
      dependencies: parts.flatMap(\.dependencies) + [guess])
  }

  /// `{ $0 > limit }`: a short closure asks the same as long as nothing changes that it names. What it asks of a value future
  /// may be answered otherwise at any time.
  private mutating func questionKey(_ closure: NodeID) -> FactKey? {
    let row = tree[closure]
    if row.endToken.index - row.firstToken.index > Limits.tokensOfQuestion { return nil }
    var key = FactKey(hash: 0x7175_6573, dependencies: [])
    for token in (row.firstToken.index..<row.endToken.index).map({ TokenID($0) }) {
      let name = tree.name(of: token)
      if tree.token(token).kind == .equal { return nil }
      if tree.token(token).kind == .identifier {
        if KnownNames.takingOut.contains(name) || KnownNames.changing.contains(name) { return nil }
        if index.knowledge.operations.contains(where: { $0.properties[name]?.role == .query }) { return nil }
        if let place = findLocal(name) {
          guard case .slot(let slot) = storage(ofLocal: place) else { return nil }
          key.dependencies.append(slot)
        } else {
          key.dependencies.append(facts.nameSlot(name) { builder.makeSlot() })
        }
      }
      key = FactKey(hash: FactKey.mix(key.hash, name.raw), dependencies: key.dependencies)
    }
    return key
  }

  func isOneShotName(_ node: NodeID) -> Bool {
    tree.kind(node) == .identifierExpr && findLocal(tree.mainName(of: node)).map { oneShot(locals[$0].type) != nil } ?? false
  }

  /// Whether something in it is said by a call.
  func isGuess(_ key: FactKey) -> Bool { guessSlot.map { key.dependencies.contains($0) } ?? false }

  /// The slot of a remembered condition; nil when it cannot be remembered.
  /// - Parameter counting: what an equality compares, as far as those are places: it is true once only while they count on.
  mutating func factSlot(_ key: FactKey?, salt: UInt64 = 0, counting: [[SlotID]] = [], group: UInt64? = nil) -> SlotID? {
    guard let key else { return nil }
    let hash = FactKey.mix(key.hash, salt)
    let isNew = facts.slots[hash] == nil
    guard let slot = facts.slot(for: hash, make: { builder.makeSlot() }) else {
      builder.emit(.blur)
      return nil
    }
    if isNew {
      builder.addDependent(slot, of: key.dependencies, counting: counting)
      if let group { builder.addExclusive(slot, group: group) }
      if isGuess(key) { builder.noteGuess(slot) }
    }
    return slot
  }

  /// Whether somebody has asked for a condition so far.
  func isAsked(_ key: FactKey, salt: UInt64 = 0) -> Bool { facts.slots[FactKey.mix(key.hash, salt)] != nil }

  /// Something outside of the function's locals was assigned, or may have been.
  mutating func forgetName(_ name: Name, as constant: Constant = .unknown) {
    builder.emit(.set(facts.nameSlot(name) { builder.makeSlot() }, constant))
  }
}
