import VTDiagnostics
import VTSyntax

// Names and what they stand for: locals, members of the type around, globals, types; places that keep a value.
extension Lowerer {
  mutating func lowerIdentifier(_ node: NodeID, _ expected: Type?) -> Value {
    let row = tree[node]
    let name = tree.name(of: row.mainToken)
    let range = tree.range(of: node)
    if let place = findLocal(name) {
      let storage = storage(ofLocal: place)
      if locals[place].isComputed, case .closure(let getter) = storage {
        var value = inline(getter, with: [], called: range)
        if value.type == .unknown { value.type = locals[place].type }
        return value
      }
      if locals[place].isAsyncLet, case .slot(let slot) = storage {
        builder.emit(.join(slot))
        mayThrow(range, text(range))
      }
      if case .slot(let slot) = storage, !boundOperations.isEmpty, boundOperations[slot] != nil {
        // Whoever gets it may call it.
        builder.use(slot, .escape, range: range, subject: text(range), operation: "", isRepeated: isRepeated)
        return .of(locals[place].type)
      }
      if case .slot(let slot) = storage, !heldParts.isEmpty, node != nameOfWhole { letGoOfParts(of: slot, at: range) }
      return Value(type: locals[place].type, storage: storage, isExpected: locals[place].isExpected, subject: range)
    }
    switch name {
    case KnownNames.selfValue:
      return Value(type: isStatic ? .metatype(selfType) : selfType, storage: selfStorage, subject: range)
    case KnownNames.selfType: return .of(owner == .none ? .unknown : .metatype(selfType))
    case KnownNames.superValue:
      guard owner != .none, let above = index.directSupertypes(of: owner).first else { return .unknown }
      return .of(.nominal(above, []))
    default: break
    }
    if let value = memberOfSelf(name, node) { return value }
    let globals = globals(named: name)
    if !globals.isEmpty {
      guard let found = index.resolveProperty(globals, on: .unknown) else { return functionValue(globals, range) }
      return propertyValue(found, range, key: factKey(node))
    }
    let told = told(node)
    if told != .unknown { return made(told, .property, at: range) }
    let list = tree.child(.genericArguments, of: node)
    let arguments = list.isNone ? [] : tree.children(of: list).map { writtenType($0) }
    return .of(.metatype(index.named(name, arguments: arguments, in: scope)))
  }

  /// `let get = f.get`: a constant that uses the value up each time that it is called. False for all other initialisers.
  mutating func bindOperation(_ pattern: NodeID, _ initializer: NodeID) -> Bool {
    guard tree.kind(pattern) == .identifierPattern, let operation = namedConsumption(initializer) else { return false }
    let value = lower(tree[initializer].firstChild)
    // Somebody has it, whether it is called or not.
    aside { $0.use(value, .escape, at: $0.tree.range(of: initializer)) }
    let slot = copied(value, name: "")
    let shown = tree.text(of: tree[initializer].mainToken)
    boundOperations[slot] = BoundOperation(operation: operation, type: value.type, name: shown)
    declare(tree.mainName(of: pattern), .unknown, .slot(slot))
    return true
  }

  /// A property of the type around: `name` for `self.name`.
  mutating func memberOfSelf(_ name: Name, _ node: NodeID) -> Value? {
    if owner == .none { return nil }
    let selfType = selfType
    if case .slot = selfStorage, let id = oneShot(selfType), index.knowledge.operations(of: id).properties[name] != nil {
      return operate(on: Value(type: selfType, storage: selfStorage, subject: tree.range(of: node)), id, node, name)
    }
    let members = members(of: owner, named: name)
    guard let found = index.resolveProperty(members, on: selfType) else {
      return members.isEmpty ? nil : functionValue(members, tree.range(of: node))
    }
    useKept(byGetter: found, node)
    return propertyValue(found, tree.range(of: node), key: factKey(node))
  }

  /// A function that is named and not called, if only one is meant.
  func functionValue(_ candidates: [DeclarationID], _ range: ByteRange) -> Value {
    guard candidates.count == 1, index.declaration(candidates[0]).kind == .function else { return .unknown }
    return Value(type: .unknown, storage: .function(candidates[0]), subject: range)
  }

  /// What reading a property gives: its content, or a new value each time if it is computed.
  mutating func propertyValue(_ found: ResolvedMember, _ range: ByteRange, key: FactKey?) -> Value {
    let declaration = index.declaration(found.first)
    if found.canThrow { mayThrow(range, text(range)) }
    guard declaration.flags.contains(.isStored) else { return made(found.result, .computed, at: range) }
    let isCreated = createdProperty(declaration.name, of: index.ownerName(of: found.first)) != nil || isGivenFromOutside(found)
    let completion = keptCompletion(found)
    // What the functions of this file do to it is known; hardly anybody else takes it away in the middle of a method.
    let mayChange = !declaration.flags.contains(.isLet) && completion == nil
    var value = held(completion ?? found.result, .property, at: range, key, mayChange: mayChange, isCreated: isCreated)
    value.isExpected = isImplicitlyUnwrapped(declaration, found.first.file)
    return value
  }

  /// `let body: HTTPClientResponse.Body`: a constant that an initialiser takes, as good as a parameter.
  private func isGivenFromOutside(_ found: ResolvedMember) -> Bool {
    guard let id = oneShot(found.result), index.knowledge.contract(of: id) == .sequence,
      index.declaration(found.first).flags.contains(.isLet)
    else { return false }
    let isMadeHere = index.files[Int(found.first.file.index)].sketches[found.first.index] != nil
    return !isMadeHere && index.knowledge.creations.isOneShotAsParameter(id)
  }

  /// `var completion: ((Int) -> Void)?`: who calls it twice on one way tells his caller twice how it ended. Another object's may be
  /// another one by then, and so may anybody's where the function waits.
  private func keptCompletion(_ found: ResolvedMember) -> Type? {
    let (declaration, keeper) = (index.declaration(found.first), index.ownerName(of: found.first))
    guard keeper != .none, owner == keeper || index.inherits(owner, from: keeper), !isInAsyncFunction,
      case .optional(.function(let inputs, .void)) = found.result,
      let id = index.knowledge.creations.parameterNames[declaration.name], index.knowledge.creations.fits(id, told: inputs)
    else { return nil }
    return .optional(index.valueType(of: id))
  }

  private var isInAsyncFunction: Bool {
    scope.declaration >= 0 && index.declaration(DeclarationID(file: file, index: scope.declaration)).flags.contains(.isAsync)
  }

  /// `var controller: Controller!`: who declares it so takes it for granted.
  private func isImplicitlyUnwrapped(_ declaration: Declaration, _ file: FileID) -> Bool {
    !declaration.type.isNone && index.files[Int(file.index)].types[declaration.type].flags.contains(.isImplicitlyUnwrapped)
  }

  /// Tells the slot that stands for what a place holds from those of conditions about the place.
  private static let heldSalt: UInt64 = 0x6865_6C64

  /// The slot of a place that was read before.
  func knownHolder(of key: FactKey?) -> SlotID? { key.flatMap { facts.slots[FactKey.mix($0.hash, Lowerer.heldSalt)] } }

  mutating func holder(of key: FactKey) -> SlotID? { factSlot(key, salt: Lowerer.heldSalt) }

  /// A value future in a place that can be named again: `self.pending`, `futures[0]`. While nothing that the place's
  /// name reads is written, it is the same value.
  mutating func held(
    _ type: Type, _ kind: Origin.Kind, at range: ByteRange, _ key: FactKey?, mayChange: Bool, isCreated: Bool = false
  ) -> Value {
    if let key, case .tuple(let elements) = type, elements.contains(where: { oneShot($0.type) != nil }) {
      // `pair.stream` is `pair.0`.
      let parts = elements.enumerated().map { place, element in
        let part = memberKey(Name(String(place)), of: key)
        return held(element.type, kind, at: range, part, mayChange: mayChange, isCreated: isCreated).storage
      }
      return Value(type: type, storage: .tuple(parts), subject: range)
    }
    guard let fresh = origin(of: type, kind, at: range, isCreated: isCreated), var key, !isGuess(key) else {
      return made(type, kind, at: range, isCreated: isCreated)
    }
    if mayChange {
      let changing = changingSlot ?? builder.makeSlot()
      changingSlot = changing
      key.dependencies.append(changing)
    }
    guard let slot = factSlot(key, salt: Lowerer.heldSalt) else { return made(type, kind, at: range, isCreated: isCreated) }
    let origin = heldOrigins[slot] ?? builder.makeOrigin(fresh)
    heldOrigins[slot] = origin
    builder.emit(.createIfUnknown(slot, origin))
    return Value(type: type, storage: .slot(slot), subject: range)
  }
}
