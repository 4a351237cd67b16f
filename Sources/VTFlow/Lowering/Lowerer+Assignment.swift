import VTDiagnostics
import VTSyntax

// Writing: to variables, properties, elements; and what is forgotten because of it.
extension Lowerer {
  mutating func lowerAssignment(_ node: NodeID) -> Value {
    let target = tree.child(at: 0, of: node)
    let source = tree.child(at: 1, of: node)
    // `user?.name = try await f.value`: where there is nobody, the right side is not evaluated.
    guard hasOptionalChain(target), namesFuture(source) else { return lowerAssignment(node, target, source) }
    inChain(target) { lowerer in
      lowerer.leaveWhereAbsent(target)
      _ = lowerer.lowerAssignment(node, target, source)
    }
    return .of(.void)
  }

  private mutating func lowerAssignment(_ node: NodeID, _ target: NodeID, _ source: NodeID) -> Value {
    if Operators.name(tree, node) != Operators.assign {
      let left = lower(target)
      let value = lower(source)
      if let given = callOperator(node, [left, value], [target, source]) { return given }
      if index.keepsValueFuture(left.type) { collect(value, source) } else { use(value, .escape, at: tree.range(of: source)) }
      let isStep = [Operators.plusAssign, Operators.minusAssign].contains(Operators.name(tree, node))
      if isCollection(left.type) || isCollection(value.type) {
        forget(target, as: .doubtful)
        if isPlainLiteral(source) || tree.kind(source) == .arrayExpr, !isEmptyLiteral(source) { noteAddition(to: target) }
      } else if isStep {
        advance(target, by: stepSize(node))
      } else {
        forget(target)
      }
      return .of(.void)
    }
    if tree.kind(target) == .wildcardExpr { noteDropped(source) }
    if isStep(target, source) {
      advance(target, by: stepSize(source))
      return .of(.void)
    }
    letGoOfPayload(of: target)
    let value: Value
    let outer = handled
    handled = ownerOfHandler(target)
    defer { handled = outer }
    if namesCheck(source) { value = booleanValue(source) } else { value = lower(source, expecting: typeOfPlace(target, for: source)) }
    if contract(value.type) == .duty, value.slot != nil, hasOptionalChain(target) {
      inChain(target) { $0.store(value, to: target, at: $0.tree.range(of: source), source: source) }
    } else {
      store(value, to: target, at: tree.range(of: source), source: source)
    }
    return .of(.void)
  }

  /// Whether a variable stands in an expression that holds a value future or a single-pass sequence.
  private func namesFuture(_ node: NodeID) -> Bool {
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      guard tree.tokens[Int(token)].kind == .identifier else { return false }
      return findLocal(tree.name(of: TokenID(token))).flatMap { contract(locals[$0].type) }.map { $0 != .duty } ?? false
    }
  }

  /// In a chain: asks for what stands before its `?`, if asking twice is asking once.
  private mutating func leaveWhereAbsent(_ target: NodeID) {
    var spine = target
    while tree.kind(spine) != .optionalChainExpr { spine = tree[spine].firstChild }
    guard let key = factKey(tree[spine].firstChild), key.isPlace else { return }
    use(lower(spine), .borrow, at: tree.range(of: spine))
  }

  /// `self?.waiting = c`: where there is nobody, nothing of an assignment happens.
  mutating func inChain(_ target: NodeID, _ body: (inout Lowerer) -> Void) {
    let end = builder.makeBlock()
    let savedRoot = chainRoot
    chainEnds.append(end)
    chainRoot = target
    body(&self)
    chainEnds.removeLast()
    chainRoot = savedRoot
    builder.proceed(to: end)
  }

  /// `process` of `process.terminationHandler`: while what it keeps runs, it is there (`{ [weak process] in … }`).
  private func ownerOfHandler(_ target: NodeID) -> Name {
    guard tree.kind(target) == .memberExpr, let base = tree[target].firstChild.present else { return .none }
    return tree.mainName(of: tree.kind(base) == .optionalChainExpr ? tree[base].firstChild : base)
  }

  /// The declared type of an assignment's target; of a property it matters for closures: `options.onUser = { f in … }`.
  private mutating func typeOfPlace(_ target: NodeID, for source: NodeID) -> Type? {
    let name = tree.mainName(of: target)
    switch tree.kind(target) {
    case .identifierExpr:
      if let place = findLocal(name) { return locals[place].type }
      return owner == .none || tree.kind(source) != .closureExpr ? nil : propertyType(name, of: index.selfType(owner))
    case .memberExpr where tree.kind(source) == .closureExpr && !tree[target].flags.contains(.implicitBase):
      guard let base = tree[target].firstChild.present, let key = factKey(base), !isGuess(key) else { return nil }
      return propertyType(name, of: lower(base).type.unwrapped)
    default: return nil
    }
  }

  private func propertyType(_ name: Name, of type: Type) -> Type? {
    type.memberOwner.flatMap { index.resolveProperty(members(of: $0, named: name), on: type)?.result }
  }

  private mutating func store(_ value: Value, to target: NodeID, at range: ByteRange, source: NodeID = .none) {
    let row = tree[target]
    switch row.kind {
    case .wildcardExpr: break
    case .parenExpr: store(value, to: row.firstChild, at: range)
    case .tupleExpr:
      let parts = tree.children(of: target).filter { tree.kind($0) == .argument }
      let types = elementTypes(of: value.type, count: parts.count)
      var elements: [Value] = []
      for place in parts.indices {
        var element = Value(type: types[place], subject: value.subject)
        if case .tuple(let storages) = value.storage, place < storages.count {
          // All right sides are read before the first left side is written: `(f, g) = (g, f)`.
          element.storage = .slot(copied(Value(type: types[place], storage: storages[place]), name: ""))
        }
        elements.append(element)
      }
      for (element, part) in zip(elements, parts) { store(element, to: tree[part].firstChild, at: range) }
    case .identifierExpr:
      let name = tree.name(of: row.mainToken)
      guard let place = findLocal(name) else {
        if value.isNil { letGo(of: target) }
        keep(value, in: target, at: range)
        // `self = next` in a mutating method of a one-shot type.
        if name == KnownNames.selfValue, case .slot(let slot) = selfStorage { return assign(value, to: slot) }
        forgetName(name)
        return noteStored(value, in: target, source)
      }
      storeLocal(value, place, target, source: source)
    case .memberExpr where !row.flags.contains(.implicitBase):
      if row.firstChild.isNone { return }
      if case .closure(let closure) = value.storage, index.knowledge.propertyRunners[tree.name(of: row.mainToken)] == .laterOnce {
        return assignHandler(closure, to: target)
      }
      let base = lower(row.firstChild)
      if case .tuple(let parts) = base.storage, let place = base.type.tuplePlace(tree.name(of: row.mainToken)),
        place < parts.count,
        case .slot(let slot) = parts[place]
      {
        // `lock.withLock { $0.waiting = c }`: the tuple is somebody else's.
        if isOfParameter(row.firstChild) { use(value, .store, at: range) }
        return assign(value, to: slot)
      }
      let name = tree.name(of: row.mainToken)
      if value.isNil { letGo(of: target) }
      if case .closure(let closure) = value.storage, let fate = index.knowledge.propertyRunners[name] {
        _ = run(closure, fate, false, target, discardsResult: true)
      } else {
        keep(value, in: target, at: range)
      }
      forgetName(name)
      noteStored(value, in: target, source)
    case .subscriptExpr:
      let base = lower(row.firstChild)
      let arguments = lowerArguments(of: target)
      // `futures[id, default: make()] = f` does not look at the default.
      for argument in arguments where argument.label == KnownNames.defaultValue { use(argument.value, .escape, at: argument.value.subject) }
      if case .nominal(let owner, _) = base.type,
        index.resolveCall(members(of: owner, named: KnownNames.subscripting), on: base.type, arguments: callArguments(arguments))
          != nil
      {
        // Its own setter takes the value.
        use(value, .pass, at: range, "subscript")
      } else {
        if value.isNil { letGo(of: target) }
        collect(value, .none)
      }
      forget(target)
      noteElement(value, in: target)
    default:
      _ = lower(target)
      use(value, .store, at: range)
    }
  }

  private mutating func keep(_ value: Value, in target: NodeID, at range: ByteRange) {
    if case .closure(let closure) = value.storage, isNamedForOneCall(target) {
      escape(closure, to: target)
    } else {
      use(value, .store, at: range)
    }
  }

  /// `page.completion = { … }`: what is called so is told once how it ended, like what a callee is given.
  private func isNamedForOneCall(_ target: NodeID) -> Bool {
    let creations = index.knowledge.creations
    guard hasDuties, let id = creations.parameter(at: tree[target].mainToken, in: tree) else { return false }
    return creations.fits(id, told: [])
  }

  /// A callee has put something into a variable.
  mutating func put(_ value: Value, into variable: NodeID, at range: ByteRange) { store(value, to: variable, at: range) }

  /// `swap(&a, &b)` of two local variables: each holds what the other one held.
  mutating func swapped(_ call: NodeID) -> Bool {
    let sides = tree.children(of: call).dropFirst().compactMap { argument in
      tree[argument].firstChild.present.flatMap { tree.kind($0) == .inoutExpr ? tree[$0].firstChild : nil }
    }
    guard sides.count == 2, globals(named: KnownNames.swap).isEmpty, sides.allSatisfy(isVariable) else { return false }
    let values = sides.map { lower($0) }
    let first = Value(type: values[0].type, storage: .slot(copied(values[0], name: "")), subject: values[0].subject)
    put(values[1], into: sides[0], at: tree.range(of: call))
    put(first, into: sides[1], at: tree.range(of: call))
    return true
  }

  private func isVariable(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)), !locals[place].isComputed,
      case .slot = locals[place].storage
    else { return false }
    return !locals[place].isLet
  }

  private func isOfParameter(_ node: NodeID) -> Bool {
    tree.kind(node) == .identifierExpr && findLocal(tree.mainName(of: node)).map { locals[$0].isOuter } ?? false
  }

  private mutating func storeLocal(_ value: Value, _ place: Int, _ target: NodeID, source: NodeID) {
    if locals[place].isComputed { return runSetter(of: place, value, target) }
    if nameRecursion(value, place) { return }
    if locals[place].isOuter { use(value, .store, at: tree.range(of: target)) }
    if locals[place].type == .unknown { locals[place].type = value.type }
    // `var tell: (Int) -> Void = { _ in }`, then `tell = completion`: nobody follows what that variable is called with.
    if contract(value.type) == .duty, contract(ofLocal: place) != .duty { use(value, .escape, at: tree.range(of: target)) }
    let value = value.type == .unknown ? annotated(value, as: locals[place].type, source) : value
    switch storage(ofLocal: place) {
    case .slot(let slot):
      if value.isNil { builder.emit(.take(slot)) }
      if isSurelyPresent(value, source, in: locals[place].type) {
        builder.emit(.set(slot, .present))
      } else {
        join(value, into: slot)
      }
      noteEquality(of: slot, to: source, type: locals[place].type)
      copyEqualities(from: value, to: slot)
    case .tuple(let parts):
      if case .closure(let closure) = value.storage { escape(closure) }
      for (number, part) in parts.enumerated() {
        guard case .slot(let slot) = part else { continue }
        if case .tuple(let sources) = value.storage, number < sources.count {
          assign(Value(type: .unknown, storage: sources[number]), to: slot)
        } else {
          builder.emit(.set(slot, .unknown))
        }
      }
    default:
      let slot = builder.makeSlot(tree.text(of: tree[target].mainToken))
      locals[place].storage = .slot(slot)
      join(value, into: slot)
    }
  }

  /// `var attempt: ((Int) -> Void)?`, then `attempt = { n in … attempt?(n - 1) … }`: what calls itself by the name of a variable
  /// is as good as a local function, until something else has that name; `attempt = nil` only lets go of it.
  private mutating func nameRecursion(_ value: Value, _ place: Int) -> Bool {
    if value.isNil, case .closure = storage(ofLocal: place) { return true }
    guard case .closure(let closure) = value.storage, !locals[place].isOuter else { return false }
    let row = tree[closure.node]
    let callsItself = (row.firstToken.index..<row.endToken.index).contains {
      tree.tokens[Int($0)].kind == .identifier && tree.name(of: TokenID($0)) == locals[place].name
    }
    if callsItself {
      locals[place].storage = value.storage
      noteNamed(closure)
    }
    return callsItself
  }

  /// `var half: Int { get {…} set {…} }`; of a variable with a wrapper nobody sees the setter.
  private mutating func runSetter(of place: Int, _ value: Value, _ target: NodeID) {
    guard case .closure(var setter) = locals[place].storage,
      let node = tree.children(of: setter.node).first(where: { tree.mainWord(of: $0) == .set })
    else { return use(value, .store, at: tree.range(of: target)) }
    let written = tree.child(.accessorParameter, of: node).present.map { tree.mainName(of: $0) }
    setter.node = node
    setter.captures = [Local(name: written ?? KnownNames.newValue, type: value.type, storage: value.storage, isLet: true)]
    _ = inline(setter, with: [], called: tree.range(of: target))
  }

  /// `found = item`: what goes into an optional is no optional, and nothing that is followed.
  private func isSurelyPresent(_ value: Value, _ source: NodeID, in type: Type) -> Bool {
    guard type.isOptional, !source.isNone, oneShot(value.type) == nil else { return false }
    switch tree.kind(source) {
    case .arrayExpr, .dictionaryExpr, .stringExpr, .forceExpr: return true
    // `.success(user)`, `.ready`: what stands before the dot is the type that is wrapped.
    case .memberExpr: return tree[source].flags.contains(.implicitBase) && tree.mainName(of: source) != KnownNames.none
    case .callExpr:
      let callee = tree[source].firstChild
      return isCaseName(callee) && tree[callee].flags.contains(.implicitBase) && tree.mainName(of: callee) != KnownNames.initializer
    case .identifierExpr:
      if let slot = value.slot, carriers.contains(slot) { return false }
      switch value.type {
      case .nominal(let name, _): return ![KnownNames.task, KnownNames.bool].contains(name)
      case .array, .dictionary: return true
      default: return false
      }
    default: return false
    }
  }

  /// `self.isUsed = true`: what a place that is no local variable holds now. An initialiser sets many, and asks none.
  private mutating func noteStored(_ value: Value, in target: NodeID, _ source: NodeID) {
    guard !isInitializer, let key = factKey(target), key.isPlace else { return }
    noteStored(value, in: key, source)
  }

  mutating func noteStored(_ value: Value, in key: FactKey, _ source: NodeID) {
    switch value.storage {
    case .constant(.nil): if let fact = nilFact(key) { builder.emit(.set(fact, .nil)) }
    case .constant(let constant) where constant == .true || constant == .false:
      if let fact = factSlot(key) { builder.emit(.set(fact, constant)) }
    case .slot(let slot) where value.type == .nominal(KnownNames.bool, []):
      if let fact = factSlot(key) { builder.emit(.copy(fact, slot)) }
    default:
      let isKnown = value.type != .unknown || isMadeByLibrary(source)
      let isPresent = isKnown && !value.type.isOptional && !value.type.isParameter
      if isPresent, isNilFactKnown(key) || !facts.isHalfFull, let fact = nilFact(key) { builder.emit(.set(fact, .present)) }
    }
    noteEquality(of: key, to: source, type: value.type)
  }

  /// `client = Client(key)`: nobody here sees the initialiser; most of them cannot fail.
  private func isMadeByLibrary(_ source: NodeID) -> Bool {
    guard !source.isNone, tree.kind(source) == .callExpr, let callee = tree[source].firstChild.present,
      tree.kind(callee) == .identifierExpr, isLikeConstruction(callee)
    else { return false }
    let name = tree.mainName(of: callee)
    return !KnownNames.failing.contains(name) && index.types(named: name).isEmpty
  }

  /// `self.waiting = nil`: who has read it before has it alone from here on.
  private mutating func letGo(of target: NodeID) {
    if hasDuties, let slot = knownHolder(of: factKey(target)) { builder.emit(.take(slot)) }
  }

  /// `self.state = .idle`: so has who took it out of the case that was there. Before the new value is made, for a call in it
  /// may change what is known of the old one.
  private mutating func letGoOfPayload(of target: NodeID) {
    if payloadHolders.isEmpty { return }
    guard let key = factKey(target), let slots = payloadHolders[key.hash] else { return }
    for slot in slots.sorted() { builder.emit(.take(slot)) }
  }

  /// Something changed the variable at the root of this expression, or may have done so.
  mutating func forget(_ target: NodeID, as constant: Constant = .unknown) {
    if target.isNone { return }
    let row = tree[target]
    switch row.kind {
    case .identifierExpr:
      let name = tree.name(of: row.mainToken)
      if let place = findLocal(name) {
        if oneShot(ofLocal: place) == nil, case .slot(let slot) = storage(ofLocal: place) {
          // What changes keeps its promise.
          if carriers.contains(slot) { return }
          builder.emit(.set(slot, constant))
        }
      } else {
        forgetName(name, as: constant)
      }
    case .memberExpr:
      forgetName(tree.name(of: row.mainToken), as: constant)
      forget(row.firstChild, as: constant)
    // What is changed behind a `?` is there before and after.
    case .optionalChainExpr where constant == .unknown && isInChain(target) && tree.kind(row.firstChild) == .identifierExpr:
      forget(row.firstChild, as: .present)
    case .subscriptExpr, .optionalChainExpr, .forceExpr, .parenExpr: forget(row.firstChild, as: constant)
    default: break
    }
  }

  /// `count += 1`: a number that goes one way, so that it equals a literal once only. With steps in both directions it may
  /// again; nobody computes that, and nothing is claimed.
  /// - Parameters:
  ///   - part: what of the target goes on, if not the whole.
  ///   - by: how far, if that is known.
  mutating func advance(_ target: NodeID, of part: SlotID? = nil, by: Int? = nil) {
    let row = tree[target]
    switch row.kind {
    case .identifierExpr:
      let name = tree.name(of: row.mainToken)
      guard let place = findLocal(name) else {
        return builder.emit(.advance(facts.nameSlot(name) { builder.makeSlot() }, of: part))
      }
      guard case .slot(let slot) = storage(ofLocal: place), !carriers.contains(slot) else { return }
      if let by, part == nil { builder.emit(.step(slot, by: by)) } else { builder.emit(.advance(slot, of: part)) }
    case .memberExpr where !row.firstChild.isNone:
      let member = facts.nameSlot(tree.name(of: row.mainToken)) { builder.makeSlot() }
      builder.emit(.advance(member, of: part ?? root(of: row.firstChild)))
      advance(row.firstChild, of: part ?? member)
    default: forget(target)
    }
  }

  /// How far `count += 1` or `left - 1` goes.
  private func stepSize(_ node: NodeID) -> Int? {
    guard let size = number(tree.child(at: 1, of: node)), size > 0, size < 1 << 16 else { return nil }
    return [Operators.minus, Operators.minusAssign].contains(Operators.name(tree, node)) ? -size : size
  }

  /// The variable that a chain of members begins with; nil for `self`, whose members stand for themselves.
  private mutating func root(of base: NodeID) -> SlotID? {
    switch tree.kind(base) {
    case .memberExpr where !tree[base].firstChild.isNone: return root(of: tree[base].firstChild)
    case .identifierExpr:
      guard let key = factKey(base) else { return nil }
      return key.dependencies.first
    default: return nil
    }
  }

  /// `done.toggle()`: what was true is false. False for what is no place of a Bool.
  mutating func toggle(_ target: NodeID, _ value: Value) -> Bool {
    guard value.type == .nominal(KnownNames.bool, []), let key = factKey(target), key.isPlace,
      let flag = value.slot ?? factSlot(key)
    else { return false }
    let wasOn = builder.makeBlock()
    let wasOff = builder.makeBlock()
    let end = builder.makeBlock()
    fork(target, wasOn, wasOff, .isTrue(flag))
    for (block, answer) in [(wasOn, Constant.false), (wasOff, .true)] {
      builder.resume(at: block)
      forget(target)
      builder.emit(.set(flag, answer))
      builder.jump(end)
    }
    builder.resume(at: end)
    return true
  }

  /// `left = left - 1`
  private mutating func isStep(_ target: NodeID, _ source: NodeID) -> Bool {
    guard tree.kind(source) == .infixExpr, [Operators.plus, Operators.minus].contains(Operators.name(tree, source)),
      isPlainLiteral(tree.child(at: 1, of: source)), let key = factKey(target), key.isPlace
    else { return false }
    return factKey(tree.child(at: 0, of: source))?.hash == key.hash
  }

  /// `&x`: whoever gets it may put another value there.
  mutating func lowerInout(_ target: NodeID) -> Value {
    // What happens to it the call knows (`settle`); elsewhere it is out of sight.
    noteVariable(named: target)
    return lower(target)
  }

  /// A flag, or the case that something is in: it has been asked before, and who changes it knows that. All else is given with
  /// `&` to be filled, and asked then for the first time: `context.canEvaluatePolicy(policy, error: &error)`.
  private func isFlag(_ type: Type) -> Bool { type == .nominal(KnownNames.bool, []) || !type.isOptional && isEnum(type) }

  /// A variable that somebody may have written.
  mutating func overwrite(_ target: NodeID) {
    if tree.kind(target) == .identifierExpr, let place = findLocal(tree.mainName(of: target)),
      case .slot(let slot) = storage(ofLocal: place)
    {
      builder.emit(.set(slot, isFlag(locals[place].type) ? .doubtful : .unknown))
    } else {
      forget(target, as: .doubtful)
    }
  }
}
