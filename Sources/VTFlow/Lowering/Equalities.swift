import VTDiagnostics
import VTSyntax

// What a variable is known to be equal to, because it was put there: a literal, a case, an empty collection.
extension Lowerer {
  /// `var state = State.fresh`, `attempts = 0`: what the variable is equal to now.
  mutating func noteEquality(of slot: SlotID, to source: NodeID, type: Type = .unknown) {
    if let constant = number(source).flatMap({ Constant(small: $0) }) { builder.emit(.set(slot, constant)) }
    noteEquality(of: FactKey(variable: slot), to: source, type: type)
  }

  mutating func noteEquality(of variable: FactKey, to source: NodeID, type: Type = .unknown) {
    // The conditions that somebody asks for matter more.
    if source.isNone || facts.isHalfFull { return }
    if let name = caseName(source, of: type), let fact = caseSlot(variable, name) {
      builder.emit(.set(fact, .true))
    } else if isPlainLiteral(source), !isNil(source), let literal = factKey(source), let fact = equalitySlot(variable, source, literal) {
      if let value = number(source) { note(fact, holdsIn: .equal(to: value), of: variable) }
      builder.emit(.set(fact, .true))
      if tree.kind(source) == .stringExpr, let isEmpty = emptyFact(of: variable) {
        builder.emit(.set(isEmpty, isEmptyString(source) ? .true : .false))
      }
    } else if tree.kind(source) == .arrayExpr || isEmptyMaker(source), let fact = emptyFact(of: variable) {
      builder.emit(.set(fact, tree.kind(source) == .arrayExpr && !tree[source].firstChild.isNone ? .false : .true))
    } else if tree.kind(source) == .callExpr, isMemberwise(source, type) {
      for argument in tree.children(of: source) where tree.kind(argument) == .argument {
        guard let value = tree[argument].firstChild.present, isPlainLiteral(value) || isCaseName(value) else { continue }
        let member = memberKey(tree.mainName(of: argument), of: variable)
        noteStored(isPlainLiteral(value) ? lower(value) : .unknown, in: member, value)
      }
    }
  }

  /// `State(isDone: true)`, by the initialiser that a struct has by itself.
  private func isMemberwise(_ call: NodeID, _ type: Type) -> Bool {
    guard case .nominal(let name, _) = type, tree.kind(tree[call].firstChild) == .identifierExpr,
      tree.mainName(of: tree[call].firstChild) == name, !tree.child(.argument, of: call).isNone
    else { return false }
    let declared = index.types(named: name)
    return !declared.isEmpty && declared.allSatisfy { index.declaration($0).kind == .structType }
      && members(of: name, named: KnownNames.initializer).isEmpty
  }

  /// The case that an expression names or makes: `.idle`, `State.idle`, `.success(value)`.
  func caseName(_ node: NodeID, of type: Type) -> Name? {
    if node.isNone { return nil }
    if isCaseName(node) { return tree.mainName(of: node) }
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, isCaseName(callee) else { return nil }
    let name = tree.mainName(of: callee)
    // What a closure gives whose type nobody wrote: `return .resume(value)`.
    guard case .nominal(let owner, _) = type.unwrapped else {
      return type == .unknown && tree[callee].flags.contains(.implicitBase) ? name : nil
    }
    if owner == KnownNames.result { return [KnownNames.success, KnownNames.failure].contains(name) ? name : nil }
    return members(of: owner, named: name).contains { index.declaration($0).kind == .enumCase } ? name : nil
  }

  /// `[Int]()`, `Set<Int>()`, `[:]`
  private func isEmptyMaker(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .dictionaryExpr: return tree[node].firstChild.isNone
    case .callExpr:
      let callee = tree[node].firstChild
      guard tree.child(.argument, of: node).isNone, tree[callee].nextSibling.isNone else { return false }
      if [.arrayExpr, .dictionaryExpr].contains(tree.kind(callee)) { return true }
      return tree.kind(callee) == .identifierExpr && KnownNames.collections.contains(tree.mainName(of: callee))
    default: return false
    }
  }

  /// Carries over what is known of the constants that a value is one of: `mode = isFast ? .fast : .slow`.
  mutating func copyEqualities(from value: Value, to slot: SlotID) {
    guard let source = value.slot, let constants = possibleConstants[source] else { return }
    for constant in constants {
      let facts = [source, slot].map { side in
        if let name = caseName(constant, of: value.type) { return caseSlot(FactKey(variable: side), name) }
        return factKey(constant).flatMap { equalitySlot(FactKey(variable: side), constant, $0) }
      }
      if let there = facts[0], let here = facts[1] { builder.emit(.copy(here, there)) }
    }
  }

  /// Of several tuples each element is one of several values.
  private mutating func joinElements(of value: Value, into slot: SlotID) -> Bool {
    guard case .tuple(let parts) = value.storage, case .tuple(let types) = value.type, types.count == parts.count else {
      // What is given on this way is no tuple: `nil`.
      for element in tupleChoices[slot] ?? [] { builder.emit(.set(element, .unknown)) }
      return false
    }
    let elements = tupleChoices[slot] ?? parts.map { _ in builder.makeSlot() }
    guard elements.count == parts.count else { return false }
    tupleChoices[slot] = elements
    for (element, (part, type)) in zip(elements, zip(parts, types)) {
      join(Value(type: type.type, storage: part, subject: value.subject), into: element)
      if case .slot(let source) = part, let origin = madeInSlot[source], madeInSlot[element] == nil { madeInSlot[element] = origin }
    }
    return true
  }

  /// A value that is one of several.
  func chosen(_ type: Type, in slot: SlotID) -> Value {
    Value(type: type, storage: tupleChoices[slot].map { .tuple($0.map { .slot($0) }) } ?? .slot(slot))
  }

  /// A slot that holds one of several values gets this one.
  mutating func joinChoice(_ value: Value, _ source: NodeID, into slot: SlotID) {
    if joinElements(of: value, into: slot) { return }
    join(value, into: slot)
    if let constants = value.slot.flatMap({ possibleConstants[$0] }) {
      copyEqualities(from: value, to: slot)
      possibleConstants[slot, default: []] += constants
    } else if caseName(source, of: value.type) != nil || isPlainLiteral(source) && !isNil(source) {
      noteEquality(of: slot, to: source, type: value.type)
      possibleConstants[slot, default: []].append(source)
    }
  }
}
