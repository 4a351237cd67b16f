import VTCatalogue
import VTDiagnostics
import VTSyntax

// `f(…)`: local functions and closures, members of the type around, functions at the top level, types.
extension Lowerer {
  /// - Parameter isQualified: a module's name stands before it: neither a local nor a member is meant.
  mutating func callName(_ node: NodeID, _ callee: NodeID, _ expected: Type?, isQualified: Bool = false) -> Value {
    let name = tree.mainName(of: callee)
    guard index.knowledge.catching.contains(name) else { return callNamed(node, callee, name, expected, isQualified) }
    return catching { lowerer in lowerer.callNamed(node, callee, name, expected, isQualified) } ?? .unknown
  }

  /// In `extension URLSession { func load(_ r: R, done: D) -> Task { load(r, done: done) } }`
  /// it is the method that the imported type has itself: to call itself with what it was given would never end.
  private func isOfItsType(_ found: ResolvedMember, _ arguments: [Argument]) -> Bool {
    guard scope.declaration >= 0, found.candidates.count == 1, !arguments.isEmpty,
      found.first == DeclarationID(file: file, index: scope.declaration),
      !index.types(named: owner).contains(where: { index.declaration($0).kind.isNominal })
    else { return false }
    let given = Set(index.parameters(of: found.first).map(\.name))
    return arguments.allSatisfy { argument in
      tree.kind(argument.expression) == .identifierExpr && given.contains(tree.mainName(of: argument.expression))
    }
  }

  private mutating func callNamed(
    _ node: NodeID, _ callee: NodeID, _ name: Name, _ expected: Type?, _ isQualified: Bool
  ) -> Value {
    let range = tree.range(of: node)
    if !isQualified, let place = findLocal(name) {
      let local = locals[place]
      if let id = oneShot(local.type), let operation = index.knowledge.operations(of: id).call {
        let arguments = lowerArguments(of: node)
        // `f(peek: true)`: not the operation, but one of the sources' own.
        if !arguments.isEmpty, case .nominal(let owner, _) = local.type,
          let found = index.resolveCall(
            members(of: owner, named: KnownNames.callAsFunction), on: local.type, arguments: callArguments(arguments))
        {
          let receiver = Value(type: local.type, storage: storage(ofLocal: place), subject: tree.range(of: callee))
          return call(found, node, arguments, text(of: callee), receiver: receiver)
        }
        settle(arguments, .takeOver)
        let base = Value(type: local.type, storage: storage(ofLocal: place), subject: tree.range(of: callee))
        let result = perform(operation, on: base, at: range, named: "()")
        if base.slot != nil { builder.note(told(by: node)) }
        return result
      }
      if !boundOperations.isEmpty, case .slot(let slot) = storage(ofLocal: place), let bound = boundOperations[slot] {
        let base = Value(type: bound.type, storage: .slot(slot), subject: tree.range(of: callee))
        return perform(bound.operation, on: base, at: range, named: bound.name)
      }
      let arguments = lowerArguments(of: node, but: unevaluatedArguments(of: node, byLocal: local.storage))
      if case .nominal(let owner, _) = local.type,
        let found = index.resolveCall(
          members(of: owner, named: KnownNames.callAsFunction), on: local.type, arguments: callArguments(arguments))
      {
        return call(found, node, arguments, text(of: callee))
      }
      if case .function(let id) = storage(ofLocal: place),
        let found = index.resolveValue(of: id, arguments: callArguments(arguments))
      {
        return call(found, node, arguments, text(of: callee))
      }
      if case .closure(let closure) = overload(of: place, arguments) {
        return inline(closure, with: arguments.map(\.value), throwing: node, called: range)
      }
      var result = Type.unknown
      if case .function(_, let declared) = local.type.unwrapped { result = declared }
      // What a closure does with its parameter its author knows: whoever calls the function that runs it.
      let isRunForCaller = isForSummary && local.isParameter
      if isRunForCaller { settle(arguments, .escape) }
      return finishCall(
        node, isRunForCaller ? [] : arguments, fate: nil, result: result, canThrow: true, text(of: callee), written: name)
    }
    if index.knowledge.assertions.contains(name), globals(named: name).isEmpty { return lowerAssertion(node) }
    if name == KnownNames.selfValue || name == KnownNames.superValue { return callUnknown(node, lowerArguments(of: node)) }
    if name == KnownNames.swap, swapped(node) { return .of(.void) }
    let arguments = lowerArguments(of: node, but: unevaluatedArguments(of: node, named: name, on: nil))
    if name == KnownNames.type, arguments.count == 1, arguments[0].label == KnownNames.of {
      use(arguments[0].value, .lend, at: range)
      return .of(.metatype(arguments[0].value.type))
    }
    if owner != .none, !isQualified {
      let selfType = selfType
      if case .slot = selfStorage, let id = oneShot(selfType),
        let operation = index.knowledge.operations(of: id).methods[name]
      {
        return perform(
          operation, on: Value(type: selfType, storage: selfStorage, subject: tree.range(of: callee)), at: range,
          named: tree.text(of: tree[callee].mainToken) + "()")
      }
      let members = ownMembers(named: name)
      if let found = index.resolveCall(members, on: selfType, arguments: callArguments(arguments)), !isOfItsType(found, arguments) {
        var receiver: Value?
        if case .slot = selfStorage { receiver = Value(type: selfType, storage: selfStorage, subject: tree.range(of: callee)) }
        return call(found, node, arguments, text(of: callee), receiver: receiver)
      }
    }
    for outer in isQualified ? [] : enclosingTypes {
      let found = members(of: outer, named: name).filter { index.declaration($0).flags.contains(.isStatic) }
      if let found = index.resolveCall(found, on: index.selfType(outer), arguments: callArguments(arguments)) {
        return call(found, node, arguments, text(of: callee))
      }
    }
    let globals = globals(named: name)
    if let found = index.resolveCall(globals, on: .unknown, arguments: callArguments(arguments)) {
      return call(found, node, arguments, text(of: callee))
    }
    if globals.isEmpty {
      let list = tree.child(.genericArguments, of: callee)
      let types = list.isNone ? [] : tree.children(of: list).map { writtenType($0) }
      let type = index.named(name, arguments: types, in: scope)
      if case .nominal(let owner, _) = type, index.isType(owner) { return initialise(type, node, arguments, expected) }
      if case .optional = type { return initialise(type, node, arguments, expected) }
      if name == KnownNames.array, let value = repeated(arguments) { return value }
      if name == KnownNames.zip, arguments.count == 2 {
        return .of(.array(.tuple(arguments.map { Type.Element(label: .none, type: $0.value.type.element) })))
      }
      if name == KnownNames.optional, arguments.count == 1, arguments[0].label == .none {
        return asOptional(arguments[0].value)
      }
      if index.knowledge.neverReturning.contains(name) {
        settle(arguments, .lend, to: name)
        neverReturns()
        return .unknown
      }
      if index.knowledge.testFailures.contains(name) {
        settle(arguments, .lend, to: name)
        builder.emit(.blur)
        return .unknown
      }
      if index.knowledge.borrowing.contains(name) {
        settle(arguments.filter { $0.closure == nil }, .lend, to: name)
        let closures = arguments.filter { $0.closure != nil }
        if closures.isEmpty { return .unknown }
        return finishCall(
          node, closures, fate: knownCallee(name, receiver: nil), result: .unknown, canThrow: true, text(of: callee), callee: name)
      }
    }
    mappedType = .unknown
    let declared = closureResult(of: name, on: owner == .none ? nil : index.selfType(owner))
    let value = finishCall(
      node, arguments, fate: knownCallee(name, receiver: isQualified ? nil : implicitSelf),
      result: declared ?? createdResult(of: name, on: nil, arguments), canThrow: true, text(of: callee), callee: name,
      expecting: expected)
    // `Result { … }`: what is written like a type wraps what its closure gives.
    let isLikeType = (0x41...0x5A).contains(tree.source[Int(tree.range(of: callee).start)])
    let type = value.type == .unknown && isLikeType ? collectionMade(by: name, arguments) : .unknown
    if type != .unknown { return .of(type) }
    return isLikeType ? wrapped(value, in: .unknown) : value
  }

  /// The types around the type whose member this is, innermost first: their static functions need no receiver.
  private var enclosingTypes: [Name] {
    guard owner != .none, scope.declaration >= 0 else { return [] }
    let declarations = index.files[Int(file.index)].declarations
    var found: [Name] = []
    var place = scope.declaration
    while place >= 0, Int(place) < declarations.count {
      let declaration = declarations[Int(place)]
      let type = declaration.kind.hasMembers ? index.qualifiedName(of: DeclarationID(file: file, index: place)) : .none
      if type != .none, type != owner { found.append(type) }
      place = declaration.parent
    }
    return found
  }

  /// The members that a name without a receiver may mean: in a static function those that are static, if there are some.
  private func ownMembers(named name: Name) -> [DeclarationID] {
    let all = members(of: owner, named: name)
    let fitting = all.filter { index.declaration($0).flags.contains(.isStatic) == isStatic }
    return fitting.isEmpty ? all : fitting
  }

  /// `Array(repeating: f, count: 3)`: the same value at every place.
  mutating func repeated(_ arguments: [Argument]) -> Value? {
    guard let first = arguments.first, first.label == KnownNames.repeating else { return nil }
    collect(first.value, first.node)
    return .of(.array(first.value.type))
  }

  /// What a closure gives that stands in a property or a global, if it gives a value future.
  func closureResult(of name: Name, on receiver: Type?) -> Type? {
    var candidates = receiver?.memberOwner.map { members(of: $0, named: name) } ?? []
    if candidates.isEmpty { candidates = globals(named: name) }
    guard let found = index.resolveProperty(candidates, on: receiver ?? .unknown),
      case .function(_, let result) = found.result.unwrapped, oneShot(result) != nil
    else { return nil }
    return result
  }

  /// What a call without a receiver may be a method of.
  private var implicitSelf: Value? { owner == .none || isStatic ? nil : .of(index.selfType(owner)) }

  /// Of several local functions with one name the one whose labels are those of the call.
  private mutating func overload(of place: Int, _ arguments: [Argument]) -> Storage {
    var candidate: Int? = place
    var count = 0
    while let local = candidate, count < Limits.overloads {
      candidate = locals.previous(local)
      count += 1
      guard case .closure(let closure) = locals[local].storage, tree.kind(closure.node) == .functionDecl else { break }
      let list = tree.child(.parameters, of: closure.node)
      let labels =
        list.isNone ? [] : tree.children(of: list).filter { tree.kind($0) == .parameter }.map { tree.outerName(of: $0) }
      if labels == arguments.map(\.label), mayTake(arguments, closure.node) { return storage(ofLocal: local) }
    }
    return storage(ofLocal: place)
  }

  /// Whether no parameter of a local function is of another one-shot type than the argument for it.
  private func mayTake(_ arguments: [Argument], _ function: NodeID) -> Bool {
    zip(tree.parameters(of: function), arguments).allSatisfy { parameter, argument in
      guard oneShot(argument.value.type) != nil,
        let written = tree.children(of: parameter).first(where: { $0.isTypeNode(in: tree) })
      else { return true }
      let type = writtenType(written)
      return oneShot(type) == nil || type.unwrapped == argument.value.type.unwrapped
    }
  }

  /// `assert(f.isCompleted)`: what follows knows it.
  private mutating func lowerAssertion(_ node: NodeID) -> Value {
    var first = true
    for argument in tree.children(of: node) where tree.kind(argument) == .argument {
      let expression = tree[argument].firstChild
      if first {
        first = false
        // As `assertionFailure()`: release builds go on.
        if isBoolean(expression), tree.mainName(of: tree[node].firstChild) == KnownNames.assert { continue }
        assume(expression)
      } else {
        borrow(expression)
      }
    }
    return .unknown
  }

  /// Goes on where a condition holds.
  mutating func assume(_ condition: NodeID) {
    let holds = builder.makeBlock()
    let fails = builder.makeBlock()
    lowerCondition(condition, holds, fails)
    builder.resume(at: fails)
    neverReturns()
    builder.resume(at: holds)
  }
}
