import VTDiagnostics
import VTSyntax
import VTCatalogue

// Postfix expressions: members, subscripts, `?.`, `!`, and the operations of one-shot types.
extension Lowerer {
  /// A whole postfix chain. `a?.b.c()` ends early, as a whole, where a `?` finds nil.
  mutating func lowerChain(_ node: NodeID, _ expected: Type?) -> Value {
    guard hasOptionalChain(node), !isInChain(node) else { return lowerPostfix(node, expected) }
    let absent = builder.makeBlock()
    let end = builder.makeBlock()
    let slot = builder.makeSlot()
    chainEnds.append(absent)
    let savedRoot = chainRoot
    chainRoot = node
    let value = lowerPostfix(node, expected)
    chainRoot = savedRoot
    chainEnds.removeLast()
    let storage = kept(value, in: slot)
    if case .none = value.storage, value.type.isOptional, oneShot(value.type) == nil, let key = factKey(node), key.isPlace {
      noteAbsence(of: key, node, in: slot)
    }
    builder.jump(end)
    builder.resume(at: absent)
    clear(storage)
    builder.proceed(to: end)
    return Value(type: value.type.madeOptional, storage: storage, subject: tree.range(of: node))
  }

  /// `user?.email` of a user that is there: nil if the property is.
  private mutating func noteAbsence(of key: FactKey, _ node: NodeID, in slot: SlotID) {
    let (none, some, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
    branchOnNil(.unknown, key, whenNil: none, whenPresent: some, text(of: node), at: tree.range(of: node)) { _ in }
    for (block, constant) in [(none, Constant.nil), (some, .present)] {
      builder.resume(at: block)
      builder.emit(.set(slot, constant))
      builder.jump(end)
    }
    builder.resume(at: end)
  }

  /// Whether a node stands on the spine of the chain that is being written.
  func isInChain(_ node: NodeID) -> Bool {
    guard let root = chainRoot else { return false }
    var spine = root
    while !spine.isNone, isPostfix(spine) {
      if spine == node { return true }
      spine = tree[spine].firstChild
    }
    return false
  }

  private func isPostfix(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .memberExpr: !tree[node].flags.contains(.implicitBase)
    case .callExpr, .subscriptExpr, .forceExpr, .optionalChainExpr: true
    default: false
    }
  }

  /// Whether a `?` stands on the spine of a postfix expression.
  func hasOptionalChain(_ node: NodeID) -> Bool {
    var spine = node
    while !spine.isNone, isPostfix(spine) {
      if tree.kind(spine) == .optionalChainExpr { return true }
      spine = tree[spine].firstChild
    }
    return false
  }

  mutating func lowerPostfix(_ node: NodeID, _ expected: Type? = nil) -> Value {
    let row = tree[node]
    switch row.kind {
    case .memberExpr:
      if row.flags.contains(.implicitBase) || row.firstChild.isNone { return implicitMember(node, expected) }
      if tree.kind(row.firstChild) == .arrayExpr, let element = literalEnd(node) { return element }
      if autoclosureSite(node)?.isMethod == true, let operation = namedConsumption(node) {
        return perform(operation, on: lower(row.firstChild), at: tree.range(of: node), named: tree.text(of: row.mainToken) + "()")
      }
      if onlyLooks(node) { nameOfWhole = row.firstChild }
      return lowerMember(node, of: receiver(lower(row.firstChild), of: node))
    case .callExpr: return lowerCall(node, expected)
    case .subscriptExpr: return lowerSubscript(node)
    case .forceExpr:
      var value = lower(row.firstChild)
      if hasDuties, tryDepth > 0 { endWhereNil(value, row.firstChild) }
      value.type = unwrappedOnce(value.type)
      return value
    case .optionalChainExpr: return lowerOptionalChain(node)
    default: return lower(node)
    }
  }

  private mutating func lowerOptionalChain(_ node: NodeID) -> Value {
    let inner = tree[node].firstChild
    var value = lower(inner)
    let present = builder.makeBlock()
    let absent = chainEnds.last ?? present
    let key = value.slot == nil ? factKey(inner) : nil
    branchOnNil(value, key, whenNil: absent, whenPresent: present, text(of: inner), at: tree.range(of: inner)) { _ in }
    builder.resume(at: present)
    value.type = unwrappedOnce(value.type)
    return value
  }

  /// What stands before the dot of a member: an optional whose own member it is not was declared as unwrapped by itself
  /// (`var client: Client!`).
  @inline(never)  // Inlined, its copy of this lives on, and what is written next copies the whole graph.
  mutating func receiver(_ value: Value, of member: NodeID) -> Value {
    var value = typed(value, byMember: member)
    let name = tree.mainName(of: member)
    if case .optional(let inner) = value.type, !KnownNames.membersOfOptional.contains(name),
      members(of: KnownNames.optional, named: name).isEmpty
    {
      endWhereForced(value, tree[member].firstChild)
      value.type = inner
    }
    return value
  }

  /// A task whose closure throws nothing, or that is declared so.
  private func neverFails(_ type: Type) -> Bool {
    if case .nominal(KnownNames.task, let arguments) = type { arguments.last == .nominal(KnownNames.never, []) } else { false }
  }

  private func implicitMember(_ node: NodeID, _ expected: Type?) -> Value {
    guard let expected, case .nominal(let owner, _) = expected.unwrapped else { return .unknown }
    let candidates = members(of: owner, named: tree.mainName(of: node))
    guard let found = index.resolveProperty(candidates, on: expected.unwrapped) else { return .unknown }
    return .of(found.result)
  }

  /// `base.name`, where it is not called.
  mutating func lowerMember(_ node: NodeID, of base: Value) -> Value {
    let row = tree[node]
    let name = tree.name(of: row.mainToken)
    let range = tree.range(of: node)
    if name == KnownNames.selfValue {
      if case .metatype = base.type { return base }
      return base
    }
    if let id = oneShot(base.type), !base.type.isOptional || index.knowledge.operations(of: id).properties[name] != nil {
      return operate(on: base, id, node, name)
    }
    if let value = carriedMember(name, of: base, at: range) { return value }
    joinTask(base, name)
    // `try await task.value`: the task's error.
    if name == KnownNames.value, awaitDepth > 0, !neverFails(base.type) {
      mayThrow(range, text(range), when: base.slot.flatMap { failures[$0] })
    }
    switch base.type {
    case .tuple:
      if isProperty(row.firstChild) { lookAt(row.firstChild, base) }
      guard let place = base.type.tuplePlace(name) else { return .unknown }
      let types = elementTypes(of: base.type, count: elementCount(base.type))
      var value = Value(type: types[place], subject: range)
      if case .tuple(let parts) = base.storage, place < parts.count { value.storage = parts[place] }
      return value
    case .array(let element):
      if name == KnownNames.first || name == KnownNames.last {
        return placedElement(.optional(element), at: node, of: row.firstChild)
      }
      if name == KnownNames.count { return .of(.nominal(KnownNames.int, [])) }
      if name == KnownNames.lazy { return .of(.lazy(of: element)) }
      return declaredMember(name, of: base, node) ?? .unknown
    case .dictionary(_, let value) where name == KnownNames.values: return .of(.array(value))
    case .dictionary where name == KnownNames.first: return made(.optional(base.type.element), .element, at: range)
    case .nominal(KnownNames.task, let arguments) where name == KnownNames.value && !arguments.isEmpty:
      return made(arguments[0], .property, at: range)
    case .metatype(let inner):
      guard case .nominal(let owner, _) = inner else { return .unknown }
      if name == KnownNames.allCases, members(of: owner, named: name).isEmpty { return .of(.array(inner)) }
      if index.isType(.joined(owner, name)) { return .of(.metatype(index.named(.joined(owner, name), arguments: [], in: scope))) }
      if let value = declaredMember(name, of: Value(type: inner), node) ?? unapplied(members(of: owner, named: name), inner) {
        return value
      }
      if case let function = functionValue(members(of: owner, named: name), range), case .function = function.storage { return function }
      let told = told(node)
      if told != .unknown { return made(told, .property, at: range) }
      // `URLSession.shared` of a type that is declared elsewhere.
      return !index.types(named: owner).isEmpty || !KnownNames.sharedInstances.contains(name) ? .unknown : .of(inner)
    default:
      if let value = declaredMember(name, of: base, node) { return value }
      if let type = createdProperty(name, of: base.type.memberOwner) {
        return held(type, .property, at: range, factKey(node), mayChange: !isRootedInConstant(row.firstChild), isCreated: true)
      }
      if case .nominal(let owner, _) = base.type, case let function = functionValue(members(of: owner, named: name), range),
        case .function = function.storage
      {
        return function
      }
      if name == KnownNames.first || name == KnownNames.last, base.type.element != .unknown {
        return made(.optional(base.type.element), .element, at: range)
      }
      use(base, .escape, at: range)
      return made(told(node), .property, at: range)
    }
  }

  /// `Store.load` of a method: a function that takes the store first.
  private func unapplied(_ candidates: [DeclarationID], _ owner: Type) -> Value? {
    guard candidates.count == 1, case let method = index.declaration(candidates[0]), method.kind == .function,
      !method.flags.contains(.isStatic)
    else { return nil }
    let scope = TypeScope(file: candidates[0].file, declaration: candidates[0].index)
    let inputs = index.parameters(of: candidates[0]).map { index.type($0.type, in: scope) }
    let result = method.type.isNone ? .void : index.type(method.type, in: scope)
    return .of(.function(parameters: [owner], result: .function(parameters: inputs, result: result)))
  }

  private mutating func declaredMember(_ name: Name, of base: Value, _ node: NodeID) -> Value? {
    guard let owner = base.type.memberOwner,
      var found = index.resolveProperty(members(of: owner, named: name), on: base.type)
    else { return nil }
    found.result = index.result(found, told: told(node))
    if oneShot(base.type) != nil {
      let isAsync = index.declaration(found.first).flags.contains(.isAsync)
      use(base, isAsync ? .escape : .lend, at: tree.range(of: node))
    }
    useKept(byGetter: found, node)
    return propertyValue(found, tree.range(of: node), key: factKey(node))
  }

  /// `response.body` of a constant or parameter that is no object of the sources: nobody puts another body there.
  private func isRootedInConstant(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .identifierExpr: findLocal(tree.mainName(of: node)).map { locals[$0].isLet } ?? false
    case .memberExpr where !tree[node].flags.contains(.implicitBase): isRootedInConstant(tree[node].firstChild)
    default: false
    }
  }

  /// `timeout.cancel()`. A callback that does so to its timer is done with it, or is about to do itself what the timer would have.
  mutating func cancelScheduled(_ base: Value, _ name: Name) {
    guard hasDuties, KnownNames.cancels.contains(name), let slot = base.slot, oneShot(base.type) == nil else { return }
    if builder.region == nil {
      builder.emit(.cancel(slot))
    } else if timers.contains(slot) {
      builder.emit(.guarded(.flag))
    }
  }

  /// Waiting for a task's value ends what the task does.
  mutating func joinTask(_ base: Value, _ name: Name) {
    guard awaitDepth > 0, let slot = base.slot else { return }
    if name == KnownNames.value || name == KnownNames.resultMember || name == KnownNames.get { builder.emit(.join(slot)) }
  }

  private func elementCount(_ type: Type) -> Int {
    if case .tuple(let elements) = type { return elements.count }
    return 0
  }

  private mutating func lowerSubscript(_ node: NodeID) -> Value {
    if tree.kind(tree[node].firstChild) == .arrayExpr, let place = tree.child(.argument, of: node).present,
      let element = literalElement(tree[node].firstChild, at: number(tree[place].firstChild))
    {
      return element
    }
    let base = lower(tree[node].firstChild)
    let arguments = lowerArguments(of: node)
    let range = tree.range(of: node)
    if let id = oneShot(base.type) {
      // `f[keyPath: \.isCompleted]` is `f.isCompleted`.
      let operation = keyPathName(arguments).flatMap { index.knowledge.operations(of: id).properties[$0] }
      if let operation { return perform(operation, on: base, at: range, named: "subscript") }
      // A subscript of the sources' own, in an extension.
      if contract(base.type) == .future, case .nominal(let owner, _) = base.type,
        let found = index.resolveCall(
          members(of: owner, named: KnownNames.subscripting), on: base.type, arguments: callArguments(arguments))
      {
        return call(found, node, arguments, "subscript", receiver: base)
      }
    }
    if let name = keyPathName(arguments), let value = declaredMember(name, of: base, node) { return value }
    if arguments.count == 1, arguments[0].label == KnownNames.keyPath, case .nominal(let name, let ends) = arguments[0].value.type,
      KnownNames.keyPaths.contains(name), ends.count == 2
    {
      return made(ends[1], .computed, at: range)
    }
    switch base.type {
    case .array where isSlice(arguments): return .of(base.type)
    case .array(let element): return placedElement(element, at: node, of: tree[node].firstChild)
    case .dictionary(_, let value):
      // `futures[id, default: make()]`: made where nothing is there, and given back.
      let defaults = arguments.filter { $0.label == KnownNames.defaultValue }
      for argument in defaults { use(argument.value, .escape, at: argument.value.subject) }
      return held(defaults.isEmpty ? .optional(value) : value, .element, at: range, factKey(node), mayChange: false)
    case .nominal(let owner, _), .parameter(_, .nominal(let owner, _)), .metatype(.nominal(let owner, _)):
      // `Configuration[1]`
      let isOfType = base.type.isMetatype
      let candidates = members(of: owner, named: KnownNames.subscripting).filter {
        index.declaration($0).flags.contains(.isStatic) == isOfType
      }
      guard let found = index.resolveCall(candidates, on: base.type, arguments: callArguments(arguments)) else {
        use(base, .escape, at: range)
        // Of several that fit nobody knows which is meant.
        if !candidates.isEmpty { settle(arguments, .escape) }
        return callUnknown(node, candidates.isEmpty ? arguments : [])
      }
      return call(found, node, arguments, "subscript")
    default:
      use(base, .escape, at: range)
      return callUnknown(node, arguments)
    }
  }

  /// The property in `\.name` or `\Type.name`, if a key path is all that is given.
  private func keyPathName(_ arguments: [Argument]) -> Name? {
    guard arguments.count == 1, arguments[0].label == KnownNames.keyPath, tree.kind(arguments[0].expression) == .keyPathExpr else {
      return nil
    }
    return onlyName(ofKeyPath: arguments[0].expression)
  }

  /// `name` of `\.name` and `\Type.name`.
  func onlyName(ofKeyPath node: NodeID) -> Name? {
    let row = tree[node]
    let periods = (row.firstToken.index..<row.endToken.index).filter { tree.tokens[Int($0)].kind == .period }
    guard periods.count == 1, periods[0] + 2 == row.endToken.index else { return nil }
    return tree.name(of: TokenID(periods[0] + 1))
  }

  // MARK: operations of one-shot types

  /// A property of a value future that stands without a call.
  mutating func operate(on base: Value, _ id: Knowledge.OneShotID, _ node: NodeID, _ name: Name) -> Value {
    let range = tree.range(of: node)
    let operations = index.knowledge.operations(of: id)
    guard let operation = operations.properties[name] else { return otherMember(of: base, node, name) }
    var value = perform(operation, on: base, at: range, named: tree.text(of: tree[node].mainToken))
    if operation.role == .read { value.type = typeRead(name, of: base.type) }
    return value
  }

  /// `f.result`: as it is declared, if it is in the analysed sources, and else what such a property has by its name.
  private func typeRead(_ name: Name, of type: Type) -> Type {
    let result = resultType(of: type)
    guard case .nominal(let owner, _) = type.unwrapped else { return result }
    if let declared = index.resolveProperty(members(of: owner, named: name), on: type.unwrapped)?.result, declared != .unknown {
      return declared
    }
    return name == KnownNames.resultMember && result != .unknown ? .nominal(KnownNames.result, [result, .unknown]) : result
  }

  /// Carries out an operation and says what it gives.
  mutating func perform(_ operation: Operation, on base: Value, at range: ByteRange, named shown: String) -> Value {
    let result = resultType(of: base.type)
    noteSureUse(at: range)
    switch operation.role {
    case .consume:
      use(base, .consume, at: range, shown)
      mayThrow(range, text(range))
      return .of(result)
    case .read:
      use(base, awaitDepth > 0 ? .consume : .read, at: range, shown)
      mayThrow(range, text(range))
      return .of(result)
    case .convert:
      // `s.map { … }` of a sequence iterates nothing yet: it is the sequence by another name.
      if operation.yields == .self, contract(base.type) == .sequence, !isReadOn(range) {
        return Value(type: base.type.unwrapped, storage: base.storage, subject: range)
      }
      use(base, .convert, at: range, shown)
      if operation.yields == .self { return made(base.type.unwrapped, .made, at: range, isCreated: true) }
      return contract(base.type) == .future ? .of(.nominal(KnownNames.task, [result])) : .unknown
    case .query:
      use(base, .query, at: range, shown)
      return .of(.nominal(KnownNames.bool, []))
    case .escape:
      use(base, .escape, at: range, shown)
      return .unknown
    case .complete:
      use(base, .complete, at: range, shown)
      return .of(.void)
    case .wait:
      use(base, .lend, at: range, shown)
      if let slot = base.slot { assumeCompleted(slot) }
      return .unknown
    case .rearm:
      // Under its other names it is fresh, too, and nobody follows that.
      use(base, .escape, at: range, shown)
      if let slot = base.slot { assign(made(base.type, .property, at: range), to: slot) }
      return .unknown
    case .create, .cancel, .borrow:
      use(base, .borrow, at: range, shown)
      return .unknown
    }
  }

  /// Whether a member of what a call gives follows: `events.prefix(2).collect()`.
  private func isReadOn(_ range: ByteRange) -> Bool {
    let next = tree.tokens[tree.tokenIndex(from: range.end)]
    return next.kind == .period && next.start == range.end
  }

  /// The result a value future stands for: its only generic argument.
  private func resultType(of type: Type) -> Type {
    guard case .nominal(_, let arguments) = type.unwrapped, let first = arguments.first else { return .unknown }
    return first
  }

  /// `span.attributes`, `task.request`: an object with much else to it than its finishing call, which may be left out.
  func isObligation(_ type: Type) -> Bool {
    guard let id = oneShot(type) else { return false }
    return index.knowledge.type(id).kind == .obligation && !index.knowledge.isWanted(.missingResume, of: id)
  }

  /// A member that the catalogue does not know: one of an extension in the analysed sources, or somebody else's.
  private mutating func otherMember(of base: Value, _ node: NodeID, _ name: Name) -> Value {
    guard case .nominal(let owner, _) = base.type else { return .unknown }
    let candidates = members(of: owner, named: name)
    let range = tree.range(of: node)
    guard let found = index.resolveProperty(candidates, on: base.type) else {
      // `let get = f.get`, or a member of somebody else's extension: nobody knows what it does.
      use(base, isObligation(base.type) ? .borrow : .escape, at: range, tree.text(of: tree[node].mainToken))
      return .unknown
    }
    let summary = receiverSummary(of: found.first)
    let effect = summary.effect
    let shown = tree.text(of: tree[node].mainToken)
    let answer = apply(summary, to: base, at: range, shown, CallSite(found, [])) ?? learn(asked(base, summary))
    if let answer { return Value(type: found.result, storage: .slot(answer), subject: range) }
    if effect == .returns || effect == .mayReturn { return Value(type: found.result, storage: base.storage, subject: range) }
    return propertyValue(found, range, key: nil)
  }
}
