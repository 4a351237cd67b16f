import VTDiagnostics
import VTSyntax

// Expressions in the order of their evaluation; what each gives back is its type and, if it is one, the one-shot value.
extension Lowerer {
  mutating func lower(_ node: NodeID, expecting expected: Type? = nil) -> Value {
    if node.isNone || isTooComplex { return .unknown }
    depth += 1
    looksLeft -= 1
    defer { depth -= 1 }
    if depth > Limits.nesting || looksLeft < 0 || builder.graph.isTooLarge {
      isTooComplex = true
      return .unknown
    }
    let row = tree[node]
    var value: Value
    switch row.kind {
    case .identifierExpr: value = lowerIdentifier(node, expected)
    case .memberExpr, .callExpr, .subscriptExpr, .forceExpr, .optionalChainExpr: value = lowerChain(node, expected)
    case .literalExpr: value = literal(node)
    case .stringExpr:
      for interpolation in tree.children(of: node) {
        for argument in tree.children(of: interpolation) where tree.kind(argument) == .argument {
          borrow(tree[argument].firstChild)
        }
      }
      value = .of(.nominal(KnownNames.string, []))
    case .parenExpr, .unsafeExpr, .consumeExpr, .packExpr: value = lower(row.firstChild, expecting: expected)
    case .tryExpr: value = lowerTry(node, expected)
    case .awaitExpr:
      awaitDepth += 1
      value = lower(row.firstChild, expecting: expected)
      awaitDepth -= 1
    case .tupleExpr: value = lowerTuple(node, expected)
    case .arrayExpr: value = lowerArray(node, expected)
    case .dictionaryExpr: value = lowerDictionary(node, expected)
    case .closureExpr: value = closureValue(node, expected)
    case .infixExpr: value = lowerInfix(node, expected)
    case .assignExpr: value = lowerAssignment(node)
    case .prefixExpr:
      if Operators.name(tree, node) == Operators.not { return booleanValue(node) }
      let operand = lower(row.firstChild)
      if let given = callOperator(node, [operand], [row.firstChild]) {
        value = given
      } else {
        use(operand, .escape, at: tree.range(of: node))
        value = .of(operand.type)
        changeOperands([row.firstChild], of: node)
      }
    case .postfixExpr:
      let operand = lower(row.firstChild)
      if let given = callOperator(node, [operand], [row.firstChild]) {
        value = given
      } else {
        use(operand, .escape, at: tree.range(of: node))
        changeOperands([row.firstChild], of: node)
        value = .unknown
      }
    case .inoutExpr: value = lowerInout(row.firstChild)
    case .ternaryExpr: value = lowerTernary(node, expected)
    case .isExpr:
      borrow(row.firstChild)
      value = .of(.nominal(KnownNames.bool, []))
    case .asExpr: value = lowerCast(node)
    case .ifExpr, .switchExpr, .doStmt: value = lowerBranching(node)
    case .macroExpr:
      value = lowerMacro(node)
    case .keyPathExpr:
      for child in tree.children(of: node) where tree.kind(child) == .argument { borrow(tree[child].firstChild) }
      value = .unknown
    case .postfixIfConfig: value = lowerPostfixIfConfig(node)
    case .missing, .unexpected:
      // What was not read may use anything; an empty `missing` is the base of a postfix `#if`.
      isTooComplex = isTooComplex || row.firstToken != row.endToken
      value = missingBase
    case .typeExpr:
      value = row.firstChild.isNone ? .unknown : .of(.metatype(writtenType(row.firstChild)))
    default: value = .unknown
    }
    if value.subject.end <= value.subject.start { value.subject = tree.range(of: node) }
    return value
  }

  /// Expression statements, closures and other values end here: nobody uses them.
  private func literal(_ node: NodeID) -> Value {
    switch tree.mainWord(of: node) {
    case .true: return Value(type: .nominal(KnownNames.bool, []), storage: .constant(.true))
    case .false: return Value(type: .nominal(KnownNames.bool, []), storage: .constant(.false))
    case .nil: return Value(type: .unknown, storage: .constant(.nil))
    default: break
    }
    switch tree.token(tree[node].mainToken).kind {
    case .integerLiteral: return Value(type: .nominal(KnownNames.int, []), storage: .constant(.present))
    case .floatLiteral: return Value(type: .nominal(KnownNames.double, []), storage: .constant(.present))
    default: return .unknown
    }
  }

  private mutating func closureValue(_ node: NodeID, _ expected: Type?) -> Value {
    var closure = ClosureValue(node: node, visibleLocals: locals.count)
    closure.captures = lowerCaptures(of: node)
    var type = Type.function(parameters: [], result: .unknown)
    if case .function(let parameters, let result)? = expected?.unwrapped {
      type = .function(parameters: parameters, result: result)
      closure.result = result
      closure.inputs = parameters
    }
    let written = tree.child(.returnType, of: node)
    if !written.isNone { closure.result = writtenType(tree[written].firstChild) }
    return Value(type: type, storage: .closure(closure))
  }

  // MARK: try, tuples, collections

  private mutating func lowerTry(_ node: NodeID, _ expected: Type?) -> Value {
    let row = tree[node]
    let wasErrorKnown = isErrorKnown
    isErrorKnown = false
    defer { isErrorKnown = wasErrorKnown }
    if row.flags.contains(.hasExclamation) {
      let trap = makeTrap()
      return withHandler(trap) { $0.lowerTried(row.firstChild, expected) }
    }
    guard row.flags.contains(.hasQuestion) else {
      tryDepth += 1
      defer { tryDepth -= 1 }
      return lowerTried(row.firstChild, expected)
    }
    if let value = lowerResult(row.firstChild) { return value }
    let caught = builder.makeBlock()
    let end = builder.makeBlock()
    let slot = builder.makeSlot()
    let value = withHandler(caught) { $0.lowerTried(row.firstChild, expected) }
    let storage = kept(value, in: slot)
    builder.jump(end)
    builder.resume(at: caught)
    clear(storage)
    builder.jump(end)
    builder.resume(at: end)
    return Value(type: value.type.madeOptional, storage: storage, subject: value.subject)
  }

  /// A block in which the program ends.
  mutating func makeTrap() -> BlockID {
    let trap = builder.makeBlock()
    let saved = builder.current
    builder.resume(at: trap)
    neverReturns()
    builder.resume(at: saved)
    return trap
  }

  /// What stands behind `try`.
  private mutating func lowerTried(_ node: NodeID, _ expected: Type?) -> Value {
    let value = lower(node, expecting: expected)
    if onlyReads(node) { mayThrow(tree.range(of: node), text(of: node)) }
    return value
  }

  /// `try certificate.extensions.info`, `try row[1] + row[2]`: nothing else in it can throw than what it reads, unless that is
  /// known.
  func onlyReads(_ node: NodeID) -> Bool {
    var readsMember = false
    return onlyReads(node, &readsMember) && readsMember
  }

  private func onlyReads(_ node: NodeID, _ readsMember: inout Bool) -> Bool {
    switch tree.kind(node) {
    case .callExpr, .closureExpr, .macroExpr, .ifExpr, .switchExpr, .tryExpr: return false
    case .subscriptExpr: readsMember = true
    case .memberExpr where !tree[node].flags.contains(.implicitBase):
      let name = tree.mainName(of: node)
      if index.knowledge.isOperation(name) || name == KnownNames.value { return false }
      readsMember = true
    default: break
    }
    for child in tree.children(of: node) where !onlyReads(child, &readsMember) { return false }
    return true
  }

  /// `try? result.get()`: nil if it is a failure.
  private mutating func lowerResult(_ call: NodeID) -> Value? {
    guard tree.kind(call) == .callExpr, let callee = tree[call].firstChild.present, tree[callee].nextSibling.isNone,
      tree.kind(callee) == .memberExpr, tree.mainName(of: callee) == KnownNames.get, let base = tree[callee].firstChild.present
    else { return nil }
    if let succeeded = success(of: base) {
      return given(by: call, valueType(ofResult: lower(base).type) ?? .unknown, where: succeeded)
    }
    guard tree.kind(base) == .identifierExpr, findLocal(tree.mainName(of: base)) != nil, let key = factKey(base), !isGuess(key)
    else { return nil }
    let result = lower(base).type
    guard let value = valueType(ofResult: result), oneShot(value) == nil, !value.isOptional,
      let succeeded = caseSlot(key, KnownNames.success, of: result)
    else { return nil }
    // What else has a `get()` gives most likely the same again.
    if result == .unknown { builder.noteGuess(succeeded) }
    return given(by: call, value, where: succeeded)
  }

  /// What a `Result` holds where it is one of a success; nil for what is none.
  private func valueType(ofResult type: Type) -> Type? {
    switch type {
    case .nominal(KnownNames.result, let arguments) where arguments.count == 2: arguments[0]
    case .unknown: .unknown
    default: nil
    }
  }

  /// Of `f.result`, where `f.isCompletedSuccessfully` was asked: whether it is a success.
  private mutating func success(of base: NodeID) -> SlotID? {
    guard !successes.isEmpty, tree.kind(base) == .memberExpr, let name = tree[base].firstChild.present,
      tree.kind(name) == .identifierExpr, let place = findLocal(tree.mainName(of: name)), let id = oneShot(ofLocal: place),
      index.knowledge.operations(of: id).properties[tree.mainName(of: base)]?.role == .read,
      case .slot(let slot) = storage(ofLocal: place)
    else { return nil }
    return successes[slot]
  }

  /// What a call gives that is nil where a condition does not hold.
  private mutating func given(by call: NodeID, _ value: Type, where succeeded: SlotID) -> Value {
    let (yes, no, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
    let slot = builder.makeSlot()
    fork(call, yes, no, .isTrue(succeeded))
    for (block, constant) in [(yes, Constant.present), (no, .nil)] {
      builder.resume(at: block)
      builder.emit(.set(slot, constant))
      builder.jump(end)
    }
    builder.resume(at: end)
    return Value(type: value == .unknown ? .unknown : value.madeOptional, storage: .slot(slot), subject: tree.range(of: call))
  }

  /// Errors of `body` go to a block.
  private mutating func withHandler(_ block: BlockID, _ body: (inout Lowerer) -> Value) -> Value {
    handlers.append(Handler(block: block, cleanupCount: cleanups.count))
    tryDepth += 1
    let value = body(&self)
    tryDepth -= 1
    handlers.removeLast()
    return value
  }

  private mutating func lowerTuple(_ node: NodeID, _ expected: Type?) -> Value {
    var storages: [Storage] = []
    var elements: [Type.Element] = []
    for argument in tree.children(of: node) where tree.kind(argument) == .argument {
      let node = tree[argument].firstChild
      let value = namesCheck(node) ? booleanValue(node) : named(lower(node), node)
      // `(f, true)`: of a tuple that is chosen it may tell which one it is.
      if case .constant(let constant) = value.storage, constant != .true, constant != .false {
        storages.append(.none)
      } else {
        storages.append(value.storage)
      }
      elements.append(Type.Element(label: tree.mainName(of: argument), type: value.type))
    }
    return Value(type: .tuple(elements), storage: storages.isEmpty ? .none : .tuple(storages))
  }

  private mutating func lowerArray(_ node: NodeID, _ expected: Type?) -> Value {
    var element: Type?
    for child in tree.children(of: node) {
      let value = lower(child)
      if element == nil { element = value.type } else if element != value.type { element = .unknown }
      collect(value, child)
    }
    if let expected, expected != .unknown { return .of(expected) }
    // `[ValueFuture<Int>]` is a type.
    if case .metatype(let inner)? = element { return .of(.metatype(.array(inner))) }
    return .of(.array(element ?? .unknown))
  }

  private mutating func lowerDictionary(_ node: NodeID, _ expected: Type?) -> Value {
    var types: (Type, Type)?
    for child in tree.children(of: node) {
      let key = lower(tree.child(at: 0, of: child))
      let value = lower(tree.child(at: 1, of: child))
      if types == nil { types = (key.type, value.type) }
      collect(key, child)
      collect(value, tree.child(at: 1, of: child))
    }
    if let expected, expected != .unknown { return .of(expected) }
    if case (.metatype(let key), .metatype(let value))? = types { return .of(.metatype(.dictionary(key, value))) }
    return .of(.dictionary(types?.0 ?? .unknown, types?.1 ?? .unknown))
  }

  /// A value goes into a collection.
  mutating func collect(_ value: Value, _ node: NodeID) {
    if case .tuple(let parts) = value.storage {
      let types = elementTypes(of: value.type, count: parts.count)
      for (part, type) in zip(parts, types) { collect(Value(type: type, storage: part, subject: value.subject), node) }
    } else if oneShot(value.type) != nil, value.slot != nil {
      use(value, .collect, at: node.isNone ? value.subject : tree.range(of: node), "")
    } else {
      use(value, .escape, at: value.subject)
    }
  }

  // MARK: operators

  mutating func booleanValue(_ node: NodeID, whenNil: BlockID? = nil) -> Value {
    let slot = builder.makeSlot()
    let yes = builder.makeBlock()
    let no = builder.makeBlock()
    let end = builder.makeBlock()
    lowerCondition(node, yes, no, whenNil: whenNil)
    builder.resume(at: yes)
    builder.emit(.set(slot, .true))
    builder.jump(end)
    builder.resume(at: no)
    builder.emit(.set(slot, .false))
    builder.proceed(to: end)
    return Value(type: .nominal(KnownNames.bool, []), storage: .slot(slot))
  }

  private mutating func lowerInfix(_ node: NodeID, _ expected: Type?) -> Value {
    let left = tree.child(at: 0, of: node)
    let right = tree.child(at: 1, of: node)
    switch Operators.name(tree, node) {
    case Operators.and, Operators.or: return booleanValue(node)
    case Operators.coalesce: return lowerCoalescing(node, left, right, expected)
    case let name where (name == Operators.equal || name == Operators.notEqual) && (isNil(left) || isNil(right)):
      return booleanValue(node)
    case Operators.equal, Operators.notEqual, Operators.identical, Operators.notIdentical, Operators.less, Operators.greater,
      Operators.lessOrEqual, Operators.greaterOrEqual:
      borrow(left)
      borrow(right)
      return .of(.nominal(KnownNames.bool, []))
    default:
      // Operands in a row (`a + b + c + …`) lean to the left and may be very many.
      var row = [node]
      while let first = row.last.map({ tree.child(at: 0, of: $0) }), tree.kind(first) == .infixExpr,
        !Operators.isShortCircuit(tree, first)
      {
        row.append(first)
      }
      var operand = tree.child(at: 0, of: row.last ?? node)
      var value = lower(operand)
      for node in row.reversed() {
        let next = tree.child(at: 1, of: node)
        let other = isUnevaluated(next, of: node, beside: value) ? autoclosure(next) : lower(next)
        if let given = callOperator(node, [value, other], [operand, next]) {
          value = given
        } else {
          use(value, .escape, at: tree.range(of: operand))
          use(other, .escape, at: tree.range(of: next))
          changeOperands([operand, next], of: node)
          let isRange = [Operators.halfOpenRange, Operators.closedRange].contains(Operators.name(tree, node))
          value = .of(isRange ? .nominal(KnownNames.range, [value.type]) : value.type == other.type ? value.type : .unknown)
        }
        operand = node
      }
      return value
    }
  }

  private mutating func lowerCoalescing(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ expected: Type?) -> Value {
    let slot = builder.makeSlot()
    let present = builder.makeBlock()
    let absent = builder.makeBlock()
    let end = builder.makeBlock()
    let value = lower(left)
    let key = value.slot == nil ? factKey(left) : nil
    branchOnNil(value, key, whenNil: absent, whenPresent: present, text(of: left), at: tree.range(of: left)) { _ in }
    builder.resume(at: present)
    join(value, into: slot)
    // `await group.next() ?? nil`: an optional in an optional, of which the one that is there may be nil.
    if isNil(right), oneShot(value.type) == nil { builder.emit(.set(slot, .unknown)) }
    builder.jump(end)
    builder.resume(at: absent)
    let other = lower(right)
    joinChoice(other, right, into: slot)
    if other.type.isOptional, oneShot(other.type) == nil {
      // `a ?? b` is there if one of them is.
      let (none, some) = (builder.makeBlock(), builder.makeBlock())
      let key = other.slot == nil ? factKey(right) : nil
      branchOnNil(other, key, whenNil: none, whenPresent: some, text(of: right), at: tree.range(of: right)) { _ in }
      builder.resume(at: none)
      builder.emit(.set(slot, .nil))
      builder.jump(end)
      builder.resume(at: some)
      builder.emit(.set(slot, .present))
    }
    builder.proceed(to: end)
    var type = value.type == .unknown ? other.type : unwrappedOnce(value.type)
    if other.type.isOptional { type = type.madeOptional }
    return Value(type: type, storage: .slot(slot))
  }

  private mutating func lowerTernary(_ node: NodeID, _ expected: Type?) -> Value {
    let slot = builder.makeSlot()
    let yes = builder.makeBlock()
    let no = builder.makeBlock()
    let end = builder.makeBlock()
    lowerCondition(tree.child(at: 0, of: node), yes, no)
    builder.resume(at: yes)
    let first = lower(tree.child(at: 1, of: node), expecting: expected)
    joinChoice(first, tree.child(at: 1, of: node), into: slot)
    builder.jump(end)
    builder.resume(at: no)
    let second = lower(tree.child(at: 2, of: node), expecting: expected)
    joinChoice(second, tree.child(at: 2, of: node), into: slot)
    builder.proceed(to: end)
    return chosen(first.typeOrNil.joined(second.typeOrNil), in: slot)
  }

  /// `let any: Any = f` is followed by its name, whatever type it is seen by.
  private func isFollowed(_ value: Value) -> Bool {
    guard let slot = value.slot else { return false }
    return madeInSlot[slot] != nil
  }

  private mutating func lowerCast(_ node: NodeID) -> Value {
    let row = tree[node]
    var value = lower(row.firstChild)
    let target = writtenType(tree.child(at: 1, of: node))
    let isOptional = row.flags.contains(.hasQuestion)
    if oneShot(target) != nil, oneShot(value.type) == nil ? !isFollowed(value) : value.slot == nil {
      // Out of something that is not followed comes a future that nobody here made.
      use(value, .escape, at: tree.range(of: node))
      return made(isOptional ? target.madeOptional : target, .property, at: tree.range(of: node))
    }
    // A future seen as something else is still the same future; as itself it keeps its type.
    if oneShot(value.type) == nil || oneShot(target) != nil { value.type = isOptional ? target.madeOptional : target }
    // Whether it is nil is a question about its type.
    if isOptional, oneShot(value.type) == nil, value.slot != nil { value.storage = .none }
    return value
  }

  private mutating func lowerBranching(_ node: NodeID) -> Value {
    let slot = builder.makeSlot()
    switch tree.kind(node) {
    case .ifExpr: lowerIf(node, result: slot)
    case .switchExpr: lowerSwitch(node, result: slot)
    default: lowerDo(node, result: slot)
    }
    return chosen(resultTypes[slot] ?? .unknown, in: slot)
  }

  // MARK: macros, #if

  private mutating func lowerMacro(_ node: NodeID) -> Value {
    let name = tree.mainName(of: node)
    let isAssertion = KnownNames.testAssertions.contains(name)
    var given = Value.unknown
    for argument in tree.children(of: node) where tree.kind(argument) == .argument {
      let expression = tree[argument].firstChild
      if isAssertion, namesCheck(expression) {
        assume(expression)
        continue
      }
      let value = lower(expression)
      if isAssertion, case .closure(let closure) = value.storage, tree.kind(closure.node) == .closureExpr {
        // `#expect(throws: StoreError.self) { try await f.value }` runs it, and takes its error.
        let inner = catching { $0.inline(closure, with: []) }
        giveToCallee(inner)
      } else if name == KnownNames.require, value.slot != nil, oneShot(value.type) != nil, tree[argument].nextSibling.isNone {
        mayThrow(tree.range(of: node), text(of: node))
        given = value
        given.type = unwrappedOnce(value.type)
      } else {
        // Nobody knows what the expansion does with it.
        use(value, .escape, at: tree.range(of: argument))
      }
    }
    return given
  }

  private mutating func lowerPostfixIfConfig(_ node: NodeID) -> Value {
    let base = lower(tree[node].firstChild)
    let saved = missingBase
    missingBase = base
    let slot = builder.makeSlot()
    let end = builder.makeBlock()
    var edges: [Edge] = []
    var clauses: [(BlockID, NodeID)] = []
    for clause in tree.children(of: node) where tree.kind(clause) == .ifConfigClause {
      let block = builder.makeBlock()
      clauses.append((block, clause))
      edges.append(builder.edge(block))
    }
    let none = builder.makeBlock()
    edges.append(builder.edge(none))
    builder.finish(.fork(edges))
    var type: Type?
    for (block, clause) in clauses {
      builder.resume(at: block)
      let items = tree.children(of: clause).dropFirst(tree[clause].flags.contains(.hasCondition) ? 1 : 0)
      for item in items {
        let value = lower(item)
        type = type ?? value.type
        assign(value, to: slot)
      }
      builder.jump(end)
    }
    builder.resume(at: none)
    assign(base, to: slot)
    builder.proceed(to: end)
    missingBase = saved
    return Value(type: type == base.type ? base.type : .unknown, storage: .slot(slot))
  }

  // MARK: types

  /// The meaning of a type written in the body.
  func writtenType(_ node: NodeID) -> Type {
    if node.isNone { return .unknown }
    return index.type(node, of: tree, in: scope)
  }
}
