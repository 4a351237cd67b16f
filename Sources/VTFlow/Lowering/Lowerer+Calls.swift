import VTCatalogue
import VTDiagnostics
import VTSyntax

// Calls: what the callee is, what it does with its arguments, and what comes back.
extension Lowerer {
  /// An argument after its evaluation.
  struct Argument {
    /// With its label; an operand of an operator has none.
    var node: NodeID
    var expression: NodeID
    var label: Name
    var value: Value
    var isTrailing: Bool
    /// The variable behind `&x`.
    var variable: NodeID?

    var closure: ClosureValue? {
      if case .closure(let closure) = value.storage { return closure }
      return nil
    }
  }

  mutating func lowerCall(_ node: NodeID, _ expected: Type?) -> Value {
    var callee = tree[node].firstChild
    if callee.isNone { return .unknown }
    while tree.kind(callee) == .parenExpr { callee = tree[callee].firstChild }
    if let closure = knownClosure(behind: callee) { callee = closure }
    switch tree.kind(callee) {
    case .identifierExpr: return callName(node, callee, expected)
    case .memberExpr where isOfModule(callee): return callName(node, callee, expected, isQualified: true)
    case .memberExpr:
      let value = callMember(node, callee, expected)
      finishRearming()
      return value
    case .closureExpr:
      let arguments = lowerArguments(of: node)
      let closure = ClosureValue(node: callee, visibleLocals: locals.count)
      return inline(closure, with: arguments.map(\.value))
    case .optionalChainExpr:
      let answer = requirementAnswer(node, callee)
      if answer == .present { return callValue(lower(tree[callee].firstChild), node, callee) }
      let saved = guardedSubject
      if answer == .asked { guardedSubject = .call }
      let value = lower(callee)
      guardedSubject = saved
      return callValue(value, node, callee)
    default: return callValue(lower(callee), node, callee)
    }
  }

  /// `attempt` of `attempt?(3)` and `attempt!(3)`, where it is known which closure the variable holds.
  private func knownClosure(behind callee: NodeID) -> NodeID? {
    guard [.optionalChainExpr, .forceExpr].contains(tree.kind(callee)), let name = tree[callee].firstChild.present,
      tree.kind(name) == .identifierExpr, let place = findLocal(tree.mainName(of: name)), !locals[place].isComputed,
      case .closure = locals[place].storage
    else { return nil }
    return name
  }

  /// `Swift.print`, `Foundation.exit`
  private func isOfModule(_ callee: NodeID) -> Bool {
    guard let base = tree[callee].firstChild.present, tree.kind(base) == .identifierExpr, !tree[callee].flags.contains(.implicitBase)
    else { return false }
    let name = tree.mainName(of: base)
    guard findLocal(name) == nil, !index.isType(name) else { return false }
    return name == KnownNames.swift || index.files[Int(file.index)].imports.contains(name)
  }

  /// `Task.sleep(for: delay)`, `Task.checkCancellation()`
  private func isCancellationOnly(_ callee: Name, _ base: Value?) -> Bool {
    guard case .metatype(.nominal(KnownNames.task, _))? = base?.type else { return false }
    return KnownNames.cancellations.contains(callee)
  }

  /// Calls what an expression gives.
  private mutating func callValue(_ value: Value, _ node: NodeID, _ callee: NodeID) -> Value {
    let arguments = lowerArguments(of: node)
    if let id = oneShot(value.type), let operation = index.knowledge.operations(of: id).call,
      arguments.isEmpty || operation.role == .complete
    {
      settle(arguments, .takeOver)
      let result = perform(operation, on: value, at: tree.range(of: node), named: "()")
      if value.slot != nil { builder.note(told(by: node)) }
      return result
    }
    use(value, .escape, at: tree.range(of: callee))
    if case .metatype(let type) = value.type { return initialise(type, node, arguments) }
    var result = Type.unknown
    if case .function(_, let declared) = value.type.unwrapped { result = declared }
    return finishCall(node, arguments, fate: nil, result: result, canThrow: true, text(of: callee))
  }

  /// Evaluates the arguments from left to right, but for those that the callee evaluates itself.
  mutating func lowerArguments(of node: NodeID, but unevaluated: Set<NodeID> = []) -> [Argument] {
    var arguments: [Argument] = []
    let outer = tryAroundArguments
    tryAroundArguments = tryDepth
    defer { tryAroundArguments = outer }
    for child in tree.children(of: node) where tree.kind(child) == .argument {
      let row = tree[child]
      if row.firstChild.isNone { continue }
      let isUnevaluated = !unevaluated.isEmpty && unevaluated.contains(child)
      let value = isUnevaluated ? autoclosure(row.firstChild) : futuresOfLiteral(row.firstChild)
        ?? methodAsClosure(row.firstChild) ?? lower(row.firstChild)
      arguments.append(
        Argument(
          node: child, expression: row.firstChild, label: tree.name(of: row.mainToken), value: value,
          isTrailing: row.flags.contains(.isTrailing) && row.mainToken.isNone,
          variable: tree.kind(row.firstChild) == .inoutExpr ? tree[row.firstChild].firstChild : nil))
    }
    return arguments
  }

  func callArguments(_ arguments: [Argument]) -> [CallArgument] {
    arguments.map { CallArgument(label: $0.label, type: $0.value.type, isTrailing: $0.isTrailing) }
  }

  // MARK: a.f(…)

  private mutating func callMember(_ node: NodeID, _ callee: NodeID, _ expected: Type?) -> Value {
    let row = tree[callee]
    let name = tree.name(of: row.mainToken)
    let shown = tree.text(of: row.mainToken)
    let range = tree.range(of: node)
    if row.flags.contains(.implicitBase) || row.firstChild.isNone { return callImplicitMember(node, callee, expected) }
    if let type = retainedType(callee) { return .of(type) }
    if name == KnownNames.some, let wrapped = optionalMade(by: node, callee) { return wrapped }
    let goesThroughElements = !heldParts.isEmpty && givesAllElements(callee) && onlyArgument(of: node).map(tree.kind) == .closureExpr
    let opensResult = name == KnownNames.get && !heldParts.isEmpty && isResultWithParts(row.firstChild)
    let named = goesThroughElements || opensResult ? lowerSubject(row.firstChild) : lower(row.firstChild)
    if oneShot(named.type) == nil || named.type.isOptional { noteVariable(named: row.firstChild) }
    let base = receiver(named, of: callee)
    if name == KnownNames.initializer, tree.kind(row.firstChild) == .identifierExpr, !base.type.isMetatype {
      // `self.init(…)`, `super.init(…)`: it makes the value that is being made.
      return callUnknown(node, lowerArguments(of: node))
    }
    if name == KnownNames.toggle, toggle(row.firstChild, base) { return .of(.void) }
    if let id = oneShot(base.type), !base.type.isOptional {
      let operations = index.knowledge.operations(of: id)
      if let operation = operations.methods[name] {
        let arguments = lowerArguments(of: node)
        settle(arguments, .takeOver)
        return perform(operation, on: base, at: range, named: shown + "()")
      }
      return callOtherMethod(node, base, name, shown)
    }
    if base.slot != nil, carried(by: base.type) != nil { use(base, .escape, at: range) }
    // `pair.0()`
    if base.type.tuplePlace(name) != nil { return callValue(lowerMember(callee, of: base), node, callee) }
    let arguments = lowerArguments(of: node, but: unevaluatedArguments(of: node, named: name, on: base.type))
    noteAskedElements(arguments, of: base.type)
    rearm(row.firstChild, base, name)
    if let value = callStandardMember(node, base, row.firstChild, name, arguments, range) { return value }
    joinTask(base, name)
    cancelScheduled(base, name)
    var receiver = base.type
    if case .metatype(let inner) = base.type {
      receiver = inner
      if name == KnownNames.initializer { return initialise(inner, node, arguments) }
      if case .nominal(let owner, _) = inner, index.isType(.joined(owner, name)) {
        return initialise(index.named(.joined(owner, name), arguments: [], in: scope), node, arguments)
      }
    }
    if let owner = receiver.memberOwner,
      var found = index.resolveCall(members(of: owner, named: name), on: receiver, arguments: callArguments(arguments))
    {
      found.isExact = tree.kind(row.firstChild) == .identifierExpr && tree.mainName(of: row.firstChild) == KnownNames.superValue
      // A method of `Optional` has what it is called on.
      if oneShot(base.type) != nil { use(base, .escape, at: range, shown) }
      return call(found, node, arguments, shown, runner: knownCallee(name, receiver: base))
    }
    // `MemoryLayout.size(ofValue: f)`
    if case .nominal(let owner, _) = receiver, base.type.isMetatype, index.knowledge.borrowing.contains(owner) {
      settle(arguments, .lend, to: name)
      return .unknown
    }
    if index.knowledge.insertions.contains(name), arguments.contains(where: { holdsOneShot($0.value.type) }) {
      if isLastMention(row.firstChild, base.type) {
        settle(arguments, .lend)
      } else {
        for argument in arguments { collect(argument.value, argument.node) }
      }
      forget(row.firstChild)
      return .unknown
    }
    if !onlyAsks(name, base.type) { forgetVariable(row.firstChild) }
    // A method of `Optional` that nobody here knows may put something there.
    if base.type.isOptional, oneShot(base.type) != nil {
      use(base, .escape, at: range, shown)
      forget(row.firstChild)
    }
    noteChange(of: row.firstChild, by: name, arguments, base.type)
    iterated = index.knowledge.sequenceMethods.contains(name) || name == KnownNames.forEach ? row.firstChild : nil
    defer { iterated = nil }
    let declared = receiver.memberOwner == nil ? nil : closureResult(of: name, on: receiver)
    mappedType = .unknown
    var value = finishCall(
      node, arguments, fate: knownCallee(name, receiver: base), result: declared ?? createdResult(of: name, on: base, arguments),
      told: told(callee), canThrow: true, shown, callee: name, base: base)
    if case .group(let group) = base.storage { finishJoin(of: group, by: name, &value) }
    // `PHImageManager.default()` of a type that is declared elsewhere, and which may have none.
    if value.type == .unknown, case .metatype(let inner) = base.type, case .nominal(let owner, _) = inner, arguments.isEmpty,
      KnownNames.sharedInstances.contains(name), index.types(named: owner).isEmpty
    {
      return .of(.optional(inner))
    }
    if mappedType == .unknown, let first = arguments.first { mappedType = mapped(by: first, base.type.element) }
    guard value.type == .unknown, case let type = collectionResult(of: name, on: base.type, arguments, mapped: mappedType),
      type != .unknown
    else { return value }
    // `futures.first { $0.isCompleted }`
    return type.isOptional ? made(type, .element, at: range) : .of(type)
  }

  /// `var list = waiting[key] ?? []; list.append(c)`, and nobody ever looks at that copy.
  private func isLastMention(_ collection: NodeID, _ type: Type) -> Bool {
    guard hasDuties, loopDepth == 0, tree.kind(collection) == .identifierExpr, isCollection(type.unwrapped), !root.isNone,
      case let name = tree.mainName(of: collection), let local = findLocal(name), !locals[local].isOuter, !locals[local].isCaptured
    else { return false }
    let body = Int(tree[root].firstToken.index)..<Int(tree[root].endToken.index)
    guard body.count < Limits.tokensToMention else { return false }
    let behind = Int(tree[collection].endToken.index)
    let mentions = body.filter { tree.tokens[$0].kind == .identifier && tree.name(of: TokenID(UInt32($0))) == name }
    return mentions.allSatisfy { $0 < behind } && mentions.contains { tree.tokens[max(0, $0 - 1)].word == .var }
  }

  /// `Optional.some(f)`: the value itself, seen as an optional one.
  private mutating func optionalMade(by call: NodeID, _ callee: NodeID) -> Value? {
    let base = tree[callee].firstChild
    guard tree.kind(base) == .identifierExpr, tree.mainName(of: base) == KnownNames.optional,
      let argument = onlyArgument(of: call)
    else { return nil }
    return asOptional(lower(argument))
  }

  func onlyArgument(of call: NodeID) -> NodeID? {
    guard let argument = tree.child(.argument, of: call).present, tree[argument].nextSibling.isNone else { return nil }
    return tree[argument].firstChild.present
  }

  /// What is put into an optional is there, unless it is one that is followed, of which more is known.
  func asOptional(_ value: Value) -> Value {
    let isFollowed = oneShot(value.type) != nil
    return Value(
      type: isFollowed ? value.type.madeOptional : .optional(value.type),
      storage: isFollowed ? value.storage : .constant(.present))
  }

  /// What `map(store.load)` and `map(\.newest)` make of an element.
  func mapped(by argument: Argument, _ element: Type) -> Type {
    if case .function(let id) = argument.value.storage {
      return index.type(index.declaration(id).type, in: TypeScope(file: id.file, declaration: id.index))
    }
    guard tree.kind(argument.expression) == .keyPathExpr, let name = onlyName(ofKeyPath: argument.expression),
      let owner = element.memberOwner
    else { return .unknown }
    return index.resolveProperty(members(of: owner, named: name), on: element)?.result ?? .unknown
  }

  /// `Unmanaged<Context>.fromOpaque(pointer).takeRetainedValue()`: what a C callback gets back.
  private mutating func retainedType(_ callee: NodeID) -> Type? {
    guard KnownNames.retainedValues.contains(tree.mainName(of: callee)), let call = tree[callee].firstChild.present,
      tree.kind(call) == .callExpr, let from = tree[call].firstChild.present, tree.kind(from) == .memberExpr,
      let source = tree[from].firstChild.present, tree.mainName(of: source) == KnownNames.unmanaged,
      let written = tree.child(.genericArguments, of: source).present, let type = tree[written].firstChild.present
    else { return nil }
    for argument in lowerArguments(of: call) { use(argument.value, .lend, at: argument.value.subject) }
    return writtenType(type)
  }

  /// `ids.contains(id)`, `ids.map { … }`: a method that leaves what it is called on as it is.
  private func onlyAsks(_ method: Name, _ type: Type) -> Bool {
    KnownNames.pureMethods.contains(method)
      || isCollection(type) && !KnownNames.takingOut.contains(method)
        && (KnownNames.elementWise.contains(method) || KnownNames.selections.contains(method))
  }

  /// A method of a local variable may change it; of a constant or a member it is not assumed to.
  private mutating func forgetVariable(_ base: NodeID) {
    guard tree.kind(base) == .identifierExpr, let place = findLocal(tree.mainName(of: base)), !locals[place].isLet,
      oneShot(ofLocal: place) == nil
    else { return }
    forget(base)
  }

  private mutating func callImplicitMember(_ node: NodeID, _ callee: NodeID, _ expected: Type?) -> Value {
    if tree.mainName(of: callee) == KnownNames.some, expected?.isOptional == true, let argument = onlyArgument(of: node) {
      return asOptional(lower(argument))
    }
    let arguments = lowerArguments(of: node)
    guard let expected, case .nominal(let owner, _) = expected.unwrapped else { return callUnknownCase(node, arguments) }
    let name = tree.mainName(of: callee)
    if name == KnownNames.initializer { return initialise(expected.unwrapped, node, arguments) }
    if owner == KnownNames.result { return callUnknownCase(node, keepParts(of: node, arguments)) }
    let candidates = members(of: owner, named: name)
    guard let found = index.resolveCall(candidates, on: expected.unwrapped, arguments: callArguments(arguments)) else {
      return callUnknownCase(node, arguments)
    }
    return call(found, node, arguments, text(of: callee))
  }

  /// `.running(f)` of an unknown type: most likely a case, which keeps what it is given.
  private mutating func callUnknownCase(_ node: NodeID, _ arguments: [Argument]) -> Value {
    settle(arguments, .escape)
    return callUnknown(node, [])
  }

  /// A method of a value future that the catalogue does not know.
  private mutating func callOtherMethod(_ node: NodeID, _ base: Value, _ name: Name, _ shown: String) -> Value {
    let arguments = lowerArguments(of: node)
    let range = tree.range(of: node)
    guard case .nominal(let owner, _) = base.type,
      let found = index.resolveCall(members(of: owner, named: name), on: base.type, arguments: callArguments(arguments))
    else {
      use(base, isObligation(base.type) ? .borrow : .escape, at: range, shown + "()")
      return callUnknown(node, arguments)
    }
    let givesBack = receiverSummary(of: found.first).effect == .returns
    return call(found, node, arguments, shown, receiver: base, giving: givesBack ? base : nil)
  }

  /// `T(…)`.
  mutating func initialise(_ type: Type, _ node: NodeID, _ arguments: [Argument], _ expected: Type? = nil) -> Value {
    let range = tree.range(of: node)
    guard case .nominal(let name, let written) = type else {
      if case .optional = type, let first = arguments.first, arguments.count == 1 {
        return Value(type: type, storage: first.value.storage)
      }
      if case .array = type, let value = repeated(arguments) { return value }
      return callUnknown(node, arguments, written: type.memberOwner ?? .none)
    }
    let candidates = members(of: name, named: KnownNames.initializer)
    var result = type
    var canThrow = candidates.isEmpty
    let found = index.resolveCall(candidates, on: type, arguments: callArguments(arguments))
    if let found {
      canThrow = found.canThrow
      if case .nominal(_, let inferred) = found.result.unwrapped, written.isEmpty { result = .nominal(name, inferred) }
      if found.result.isOptional { result = .optional(result) }
    }
    if written.isEmpty, let expected, case .nominal(name, _) = expected.unwrapped { result = expected.unwrapped }
    if index.isValueFuture(type) {
      for argument in arguments { use(argument.value, .escape, at: argument.value.subject) }
      if canThrow, found != nil { mayThrow(tree.range(of: node), text(of: tree[node].firstChild)) }
      return made(result, .made, at: range, isCompleted: isMadeFromValue(arguments))
    }
    let typeName = text(of: tree[node].firstChild)
    let runner = knownCallee(name, receiver: nil)
    if let id = oneShot(type) {
      // A stream that its closure feeds, a body out of a stream, a continuation around another.
      if let found {
        var answer: SlotID?
        let (_, inner) = settle(arguments, for: found, node, typeName, runner, &answer)
        giveToCallee(inner)
      } else {
        giveToCallee(finishCall(node, arguments, fate: runner, result: .unknown, canThrow: false, typeName, callee: name))
      }
      return made(result, .made, at: range, isCreated: isCreated(id, by: arguments, typeName))
    }
    if let found {
      let isLeft = isLeftWhenThrown(arguments, by: found)
      if isLeft { mayThrow(tree.range(of: node), typeName) }
      var answer: SlotID?
      let (_, inner) = settle(arguments, for: found, node, typeName, runner, &answer)
      if canThrow, !isLeft { mayThrow(tree.range(of: node), typeName) }
      return wrapped(inner ?? .unknown, in: result)
    }
    if index.knowledge.borrowing.contains(name) {
      settle(arguments, .lend, to: name)
      return Value(type: result)
    }
    if index.types(named: name).contains(where: { index.declaration($0).kind == .structType }) {
      // The initialiser that a struct has by itself keeps what it is given.
      settle(keepParts(of: node, arguments.map { withInputs($0, of: name, type) }), .store)
      return Value(type: written.isEmpty && result == type ? memberwise(name, arguments) : result)
    }
    let value = finishCall(
      node, arguments, fate: runner, result: .unknown, canThrow: false, typeName, callee: name, expecting: expected)
    return wrapped(value, in: result)
  }

  /// `Pair(first: store.load(1), second: 2)`: what its properties are given tells what it is generic over.
  private func memberwise(_ name: Name, _ arguments: [Argument]) -> Type {
    let generics = index.genericNames(of: name)
    if generics.isEmpty { return .nominal(name, []) }
    var bindings: [Name: Type] = [:]
    for argument in arguments {
      let property = index.resolveProperty(members(of: name, named: argument.label), on: .nominal(name, []))
      property?.result.bind(to: argument.value.type, into: &bindings)
    }
    return .nominal(name, generics.map { bindings[$0] ?? .unknown })
  }

  /// `Options(onUser: { f in … })`: the property says what its closure is given.
  private func withInputs(_ argument: Argument, of owner: Name, _ type: Type) -> Argument {
    guard var closure = argument.closure, closure.inputs.isEmpty,
      let property = index.resolveProperty(members(of: owner, named: argument.label), on: type),
      case .function(let inputs, let result) = property.result.unwrapped
    else { return argument }
    var argument = argument
    (closure.inputs, closure.result) = (inputs, closure.result == .unknown ? result : closure.result)
    argument.value.storage = .closure(closure)
    return argument
  }

  /// `Task { … }` is the handle of its closure's run; a value future goes out of sight in what wraps it.
  mutating func wrapped(_ inner: Value, in type: Type) -> Value {
    if case .nominal(KnownNames.task, _) = inner.type, case .nominal(KnownNames.task, []) = type { return inner }
    if oneShot(inner.type) == nil { return Value(type: type, storage: inner.storage) }
    giveToCallee(inner)
    return Value(type: type)
  }

  /// `ValueFuture(42)` has its result at once; `ValueFuture(task)` and `ValueFuture(source:token:)` may not.
  private func isMadeFromValue(_ arguments: [Argument]) -> Bool {
    guard arguments.count == 1, let only = arguments.first, only.label == .none else { return arguments.isEmpty }
    if only.closure != nil { return false }
    if case .nominal(KnownNames.task, _) = only.value.type { return false }
    return true
  }

  /// `Result { try … }`: errors end the closure, not what stands around it.
  mutating func catching(_ body: (inout Lowerer) -> Value?) -> Value? {
    let end = builder.makeBlock()
    handlers.append(Handler(block: end, cleanupCount: cleanups.count))
    let value = body(&self)
    handlers.removeLast()
    builder.proceed(to: end)
    return value
  }

  mutating func callUnknown(_ node: NodeID, _ arguments: [Argument], written: Name = .none) -> Value {
    finishCall(node, arguments, fate: nil, result: .unknown, canThrow: true, text(of: tree[node].firstChild), written: written)
  }

  /// `Handler(…)`, `Part.body(…)`, `.seconds(…)`: written like what makes a value and does not fail.
  func isLikeConstruction(_ callee: NodeID) -> Bool {
    var name = callee
    if tree.kind(name) == .memberExpr, tree[name].flags.contains(.implicitBase) { return true }
    if tree.kind(name) == .memberExpr, let base = tree[name].firstChild.present {
      name = base
    }
    return tree.kind(name) == .identifierExpr && tree.isTypeName(name)
  }

  /// A type that is known by name only: none of the sources' functions is meant by a call on it.
  private func isForeign(_ type: Type?) -> Bool {
    guard case .nominal(let name, _)? = type?.unwrapped else { return false }
    return index.types(named: name).isEmpty && index.conformers(of: name).isEmpty
  }

  /// `completion(file)` in a loop over files: whoever gave the handler is told of each. And a handler that is called for one
  /// element only, as far as anybody can tell.
  func told(by call: NodeID) -> Use.Told {
    if isForOneElement { return .ofOneElement }
    if isInEndlessLoop { return .inEachRound }
    guard let start = loopStarts.last else { return .once }
    let namesElement = tree.children(of: call).dropFirst().contains { argument in
      let row = tree[argument]
      return (row.firstToken.index..<row.endToken.index).contains { token in
        let name = tree.name(of: TokenID(token))
        guard tree.tokens[Int(token)].kind == .identifier, name != KnownNames.error else { return false }
        return findLocal(name).map { $0 >= start } ?? false
      }
    }
    return namesElement ? .ofEachElement : .once
  }

  /// `if kind.identifier == wanted || kind.alias == wanted`, where each round of a loop has another `kind`.
  func comparesElement(_ conditions: NodeID) -> Bool {
    guard hasDuties, let start = loopStarts.last else { return false }
    return tree.children(of: conditions).contains { condition in
      tree.kind(condition) == .infixExpr ? comparesElement(condition, start)
        : tree[condition].firstChild.present.map { comparesElement($0, start) } ?? false
    }
  }

  private func comparesElement(_ comparison: NodeID, _ start: Int) -> Bool {
    guard tree.kind(comparison) == .infixExpr else { return false }
    if Operators.isShortCircuit(tree, comparison) {
      let parts = [0, 1].map { comparesElement(tree.child(at: $0, of: comparison), start) }
      return Operators.name(tree, comparison) == Operators.and ? parts.contains(true) : parts.allSatisfy { $0 }
    }
    guard Operators.name(tree, comparison) == Operators.equal else { return false }
    let row = tree[comparison]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      guard tree.tokens[Int(token)].kind == .identifier, let local = findLocal(tree.name(of: TokenID(token))) else { return false }
      return local >= start
    }
  }

  /// `Task<Void, Never> { … }`, or `Task { … }` where such a one is wanted.
  private func givesNothing(_ callee: NodeID, _ expected: Type?) -> Bool {
    if case .nominal(KnownNames.task, let written)? = expected?.unwrapped { return written.first == .void }
    guard let arguments = tree.child(.genericArguments, of: callee).present, let first = tree[arguments].firstChild.present else {
      return false
    }
    return writtenType(first) == .void
  }

  /// A group whose children give nothing.
  private func isVoidGroup(_ base: Value) -> Bool {
    if case .group(let group) = base.storage { taskGroups[group]?.isVoid == true } else { false }
  }

  /// `withDiscardingTaskGroup { … }`, `withTaskGroup(of: Void.self) { … }`
  func makesVoidGroup(_ call: NodeID) -> Bool {
    if KnownNames.discardingGroups.contains(tree.mainName(of: tree[call].firstChild)) { return true }
    guard let argument = tree.child(.argument, of: call).present, tree.kind(tree[argument].firstChild) == .memberExpr,
      let type = tree[tree[argument].firstChild].firstChild.present
    else { return false }
    return tree.kind(type) == .identifierExpr && tree.mainName(of: type) == KnownNames.void
  }

  /// A call of something undeclared: it takes its value futures over; its closures run as the catalogue says.
  /// - Parameters:
  ///   - result: what the catalogue says that it makes.
  ///   - told: what the compiler says that it gives.
  ///   - written: the name by which the catalogue may know the callee, where that is no function's.
  ///   - expected: what is wanted of it.
  mutating func finishCall(
    _ node: NodeID, _ arguments: [Argument], fate runner: KnownCallee?, result: Type, told: Type = .unknown, canThrow: Bool,
    _ shown: String, callee: Name = .none, base: Value? = nil, written: Name = .none, expecting expected: Type? = nil
  ) -> Value {
    var runs: [ClosureRun] = []
    // A callee that could not be resolved, but may be one of the analysed sources: nobody knows which, so nobody knows what
    // it does. What is declared nowhere takes the value over.
    let kind: Use.Kind = index.isDeclaredSomewhere(callee) && !isForeign(base?.type) ? .escape : .takeOver
    let discards =
      index.knowledge.runnersOfVoid.contains(callee) || callee == KnownNames.task && givesNothing(tree[node].firstChild, expected)
      || base.map { isVoidGroup($0) } ?? false
    noteForgottenFailures(arguments, node)
    for argument in arguments {
      if var closure = argument.closure {
        if closure.apart.isEmpty { closure.apart = valuesAndErrors(of: closure) }
        let creates = createdParameter(of: argument, callee: shown, in: node)
        if isNeverNotified(node) {
          leaveOut(closure)
        } else if let runner = self.runner(of: runner, for: argument, among: arguments, node) {
          if let either = runner.either { closure.apart = [either] }
          runs.append(
            ClosureRun(
              closure: closure, fate: runner.fate, argument: argument, entry: runner, isGroup: runner.isGroup,
              discardsResult: discards, creates: creates))
        } else if creates != nil {
          runs.append(ClosureRun(closure: closure, fate: .once, argument: argument, discardsResult: discards, creates: creates))
        } else {
          keep(answering(closure, callee: shown), argument, node, shown)
        }
      } else if perform(argument, to: callee == .none ? written : callee) {
        continue
      } else if let variable = argument.variable {
        use(argument.value, .escape, at: tree.range(of: argument.node), shown)
        overwrite(variable)
      } else {
        use(argument.value, kind, at: tree.range(of: argument.node), shown)
      }
    }
    let inner = callee == KnownNames.result ? catching { $0.run(runs, node, base: base) } : run(runs, node, base: base)
    somethingMayChange()
    // `try call.get().whenComplete { … }`: who runs it later does not throw; what stands before it does.
    let runsLater = runs.contains { $0.fate == .laterOnce && $0.entry != nil }
    if canThrow, !runsLater, !isErrorKnown, tryAroundArguments < tryDepth || !isLikeConstruction(tree[node].firstChild),
      callee != KnownNames.result, !onlyRethrows(runs)
    {
      mayThrow(tree.range(of: node), shown, isCancellationOnly(callee, base) ? KnownNames.cancellationError : .none)
    }
    if let inner, inner.slot != nil, result == .unknown { return inner }
    giveToCallee(inner)
    return made(result == .unknown ? told : result, .made, at: tree.range(of: node), isCreated: result != .unknown)
  }
}

extension Limits {
  /// The longest body, in tokens, in which somebody looks for another mention of the collection.
  fileprivate static let tokensToMention = 2048
}
