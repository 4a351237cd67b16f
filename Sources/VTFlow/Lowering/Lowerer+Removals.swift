import VTDiagnostics
import VTSyntax

// What is taken out of collections: nobody else has it then. An element may be the duty itself, a tuple with it, or a value
// of the sources that has it in a property:
//
//     struct Request { let id: Int; let promise: EventLoopPromise<Reply> }
//     let request = pending.removeFirst()      the variable stands for the promise
//     guard isOpen else { return }             it leaks
//     request.promise.succeed(reply)
extension Lowerer {
  /// A property of a struct that is the only duty among them, with its type.
  struct Carried {
    var member: Name
    var type: Type
  }

  /// Members that take elements out of a collection.
  mutating func callBufferMember(_ name: Name, _ element: Type, _ receiver: NodeID, _ node: NodeID) -> Value? {
    guard mayHoldDuty(element) else { return nil }
    switch name {
    case KnownNames.removeFirst, KnownNames.removeLast, KnownNames.remove:
      forget(receiver)
      return takenOut(element, node)
    case KnownNames.popLast, KnownNames.popFirst:
      forget(receiver)
      return takenOut(.optional(element), node)
    case KnownNames.randomElement:
      forget(receiver)
      return made(.optional(element), .element, at: tree.range(of: node))
    default: return nil
    }
  }

  private mutating func mayHoldDuty(_ type: Type) -> Bool { holdsOneShot(type) || carried(by: type) != nil }

  /// An element that this call has taken out; one that is dropped was most likely read before, and one that was looked at
  /// before has another name.
  mutating func takenOut(_ type: Type, _ node: NodeID) -> Value {
    let range = tree.range(of: node)
    let isKept = node != droppedCall && !isKnownOtherwise(node)
    guard let carried = carried(by: type.unwrapped) else { return made(type, .element, at: range, isCreated: isKept) }
    if !isKept { return Value(type: type, subject: range) }
    var value = made(type.isOptional ? .optional(carried.type.unwrapped) : carried.type, .element, at: range, isCreated: true)
    if let slot = value.slot { carriers.insert(slot) }
    value.type = type
    return value
  }

  /// `let current = queue.last` before `queue.popLast()`; and `pending[id] = Request(waiting)`, then
  /// `if pending.removeValue(forKey: id) != nil { waiting.resume(…) }`: what is taken out is what was put in, and it is completed by
  /// the name that it has here.
  private mutating func isKnownOtherwise(_ removal: NodeID) -> Bool {
    let row = tree[removal]
    guard tree.kind(row.firstChild) == .memberExpr, let receiver = tree[row.firstChild].firstChild.present,
      let mentions = mentions()
    else { return false }
    let collection = tree.mainName(of: receiver)
    return mentions.isLookedAt(collection, before: row.firstToken)
      || mentions.isCompleted(from: row.endToken, putInto: collection, before: row.firstToken) { name in
        findLocal(name).map { contract(locals[$0].type) == .duty } ?? false
      }
  }

  /// What the code around mentions; nil if there is none.
  mutating func mentions() -> BodyMentions? {
    if root.isNone { return nil }
    let found = bodyMentions ?? BodyMentions(in: root, of: tree, completing: index.knowledge.completingNames)
    bodyMentions = found
    return found
  }

  /// What stands in the statement is a call whose result nobody takes: `waiters.removeFirst()`, `_ = queue.popFirst()`.
  mutating func noteDropped(_ node: NodeID) {
    var call = node
    while [.tryExpr, .awaitExpr, .parenExpr].contains(tree.kind(call)), let inner = tree[call].firstChild.present { call = inner }
    if tree.kind(call) == .callExpr { droppedCall = call }
  }

  /// `request.promise` of a variable that stands for the promise; nil for everything else. What else is done to such a
  /// value nobody follows.
  mutating func carriedMember(_ name: Name, of base: Value, at range: ByteRange) -> Value? {
    guard hasDuties, let slot = base.slot, let carried = carried(by: base.type) else { return nil }
    guard carriers.contains(slot) else {
      use(base, .escape, at: range)
      return nil
    }
    return name == carried.member ? Value(type: carried.type, storage: base.storage, subject: range) : nil
  }

  /// A struct of the sources with one stored property that is a duty.
  mutating func carried(by type: Type) -> Carried? {
    guard case .nominal(let name, _) = type, oneShot(type) == nil else { return nil }
    if let known = carriedByType[name] { return known }
    let found = index.onlyDuty(of: name)
    carriedByType[name] = .some(found)
    return found
  }
}

extension SymbolIndex {
  fileprivate func onlyDuty(of name: Name) -> Lowerer.Carried? {
    let declared = types(named: name)
    guard declared.count == 1, declaration(declared[0]).kind == .structType else { return nil }
    let file = files[Int(declared[0].file.index)]
    var found: [Lowerer.Carried] = []
    for (place, candidate) in file.declarations.enumerated() where candidate.parent == declared[0].index {
      let flags = candidate.flags
      guard candidate.kind == .property, flags.contains(.isStored), !flags.contains(.isStatic) else { continue }
      let type = propertyType(DeclarationID(file: declared[0].file, index: Int32(place)))
      guard let id = followed(type.unwrapped), knowledge.contract(of: id) == .duty else { continue }
      found.append(Lowerer.Carried(member: candidate.name, type: type))
    }
    return found.count == 1 ? found[0] : nil
  }
}
