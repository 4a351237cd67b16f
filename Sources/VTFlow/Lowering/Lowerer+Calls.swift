import VTCatalogue
import VTDiagnostics
import VTSyntax

// Calls: what the callee is, what it does with its arguments, and what comes back.
extension Lowerer {
  /// An argument after its evaluation.
  struct Argument {
    var node: NodeID
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
    switch tree.kind(callee) {
    case .identifierExpr: return callName(node, callee, expected)
    case .memberExpr: return callMember(node, callee, expected)
    case .closureExpr:
      let arguments = lowerArguments(of: node)
      let closure = ClosureValue(node: callee, visibleLocals: locals.count)
      return inline(closure, with: arguments.map(\.value))
    default:
      let value = lower(callee)
      let arguments = lowerArguments(of: node)
      if let id = valueFuture(value.type), let operation = index.knowledge.operations(of: id).call, arguments.isEmpty {
        return perform(operation, on: value, at: tree.range(of: node), named: "()")
      }
      use(value, .escape, at: tree.range(of: callee))
      if case .metatype(let type) = value.type { return initialise(type, node, arguments) }
      var result = Type.unknown
      if case .function(_, let declared) = value.type.unwrapped { result = declared }
      return finishCall(node, arguments, fate: nil, result: result, canThrow: true, text(of: callee))
    }
  }

  /// Evaluates the arguments from left to right.
  mutating func lowerArguments(of node: NodeID) -> [Argument] {
    var arguments: [Argument] = []
    for child in tree.children(of: node) where tree.kind(child) == .argument {
      let row = tree[child]
      if row.firstChild.isNone { continue }
      let value = lower(row.firstChild)
      arguments.append(
        Argument(
          node: child, label: tree.name(of: row.mainToken), value: value,
          isTrailing: row.flags.contains(.isTrailing) && row.mainToken.isNone,
          variable: tree.kind(row.firstChild) == .inoutExpr ? tree[row.firstChild].firstChild : nil))
    }
    return arguments
  }

  func callArguments(_ arguments: [Argument]) -> [CallArgument] {
    arguments.map { CallArgument(label: $0.label, type: $0.value.type, isTrailing: $0.isTrailing) }
  }

  // MARK: f(…)

  private mutating func callName(_ node: NodeID, _ callee: NodeID, _ expected: Type?) -> Value {
    let name = tree.mainName(of: callee)
    let range = tree.range(of: node)
    if let place = findLocal(name) {
      let local = locals[place]
      if let id = valueFuture(local.type), let operation = index.knowledge.operations(of: id).call {
        _ = lowerArguments(of: node)
        let base = Value(type: local.type, storage: storage(ofLocal: place), subject: tree.range(of: callee))
        return perform(operation, on: base, at: range, named: "()")
      }
      let arguments = lowerArguments(of: node)
      if case .nominal(let owner, _) = local.type,
        let found = index.resolveCall(
          members(of: owner, named: KnownNames.callAsFunction), on: local.type, arguments: callArguments(arguments))
      {
        return call(found, node, arguments, text(of: callee))
      }
      if case .closure(let closure) = overload(of: place, arguments) {
        return inline(closure, with: arguments.map(\.value), throwing: node, called: range)
      }
      var result = Type.unknown
      if case .function(_, let declared) = local.type.unwrapped { result = declared }
      return finishCall(node, arguments, fate: nil, result: result, canThrow: true, text(of: callee))
    }
    if index.knowledge.assertions.contains(name), globals(named: name).isEmpty { return lowerAssertion(node) }
    if name == KnownNames.selfValue || name == KnownNames.superValue { return callUnknown(node, lowerArguments(of: node)) }
    let arguments = lowerArguments(of: node)
    if name == KnownNames.type, arguments.count == 1, arguments[0].label == KnownNames.of {
      use(arguments[0].value, .lend, at: range)
      return .of(.metatype(arguments[0].value.type))
    }
    if owner != .none {
      let selfType = index.selfType(owner)
      if case .slot = selfStorage, let id = valueFuture(selfType), let operation = index.knowledge.operations(of: id).methods[name] {
        return perform(
          operation, on: Value(type: selfType, storage: selfStorage, subject: tree.range(of: callee)), at: range,
          named: tree.text(of: tree[callee].mainToken) + "()")
      }
      let members = members(of: owner, named: name)
      if let found = index.resolveCall(members, on: selfType, arguments: callArguments(arguments)) {
        if case .slot = selfStorage {
          let receiver = Value(type: selfType, storage: selfStorage, subject: tree.range(of: callee))
          apply(summaries.receiver(of: found.first), to: receiver, at: range, text(of: callee))
        }
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
      if index.knowledge.neverReturning.contains(name) {
        settle(arguments, .borrow)
        neverReturns()
        return .unknown
      }
      if index.knowledge.borrowing.contains(name) {
        settle(arguments, .borrow)
        return .unknown
      }
    }
    return finishCall(
      node, arguments, fate: knownCallee(name, receiver: nil), result: .unknown, canThrow: true, text(of: callee), callee: name)
  }

  /// Of several local functions with one name the one whose labels are those of the call.
  private func overload(of place: Int, _ arguments: [Argument]) -> Storage {
    let name = locals[place].name
    for candidate in locals[...place].reversed() where candidate.name == name {
      guard case .closure(let closure) = candidate.storage, tree.kind(closure.node) == .functionDecl else { break }
      let list = tree.child(.parameters, of: closure.node)
      let labels = list.isNone ? [] : tree.children(of: list).filter { tree.kind($0) == .parameter }.map { tree.outerName(of: $0) }
      if labels == arguments.map(\.label) { return candidate.storage }
    }
    return locals[place].storage
  }

  /// `assert(f.isCompleted)`: what follows knows it.
  private mutating func lowerAssertion(_ node: NodeID) -> Value {
    var first = true
    for argument in tree.children(of: node) where tree.kind(argument) == .argument {
      let expression = tree[argument].firstChild
      if first {
        first = false
        let holds = builder.makeBlock()
        let fails = builder.makeBlock()
        lowerCondition(expression, holds, fails)
        builder.resume(at: fails)
        builder.finish(.exit(.never))
        builder.resume(at: holds)
      } else {
        borrow(expression)
      }
    }
    return .unknown
  }

  // MARK: a.f(…)

  private mutating func callMember(_ node: NodeID, _ callee: NodeID, _ expected: Type?) -> Value {
    let row = tree[callee]
    let name = tree.name(of: row.mainToken)
    let shown = tree.text(of: row.mainToken)
    let range = tree.range(of: node)
    if row.flags.contains(.implicitBase) || row.firstChild.isNone { return callImplicitMember(node, callee, expected) }
    let base = lower(row.firstChild)
    if name == KnownNames.initializer, tree.kind(row.firstChild) == .identifierExpr, !base.type.isMetatype {
      // `self.init(…)`, `super.init(…)`: it makes the value that is being made.
      return callUnknown(node, lowerArguments(of: node))
    }
    if let id = valueFuture(base.type), !base.type.isOptional {
      let operations = index.knowledge.operations(of: id)
      if let operation = operations.methods[name] {
        let arguments = lowerArguments(of: node)
        settle(arguments, .pass)
        return perform(operation, on: base, at: range, named: shown + "()")
      }
      return callOtherMethod(node, base, name, shown)
    }
    let arguments = lowerArguments(of: node)
    if let value = callStandardMember(node, base, row.firstChild, name, arguments, range) { return value }
    joinTask(base, name)
    var receiver = base.type
    if case .metatype(let inner) = base.type {
      receiver = inner
      if name == KnownNames.initializer { return initialise(inner, node, arguments) }
      if case .nominal(let owner, _) = inner, index.isType(.joined(owner, name)) {
        return initialise(index.named(.joined(owner, name), arguments: [], in: scope), node, arguments)
      }
    }
    if let owner = ownerName(of: receiver),
      let found = index.resolveCall(members(of: owner, named: name), on: receiver, arguments: callArguments(arguments))
    {
      let value = call(found, node, arguments, shown, runner: knownCallee(name, receiver: base))
      if index.declaration(found.first).flags.contains(.isMutating) { forget(row.firstChild) }
      return value
    }
    if index.knowledge.insertions.contains(name), arguments.contains(where: { valueFuture($0.value.type) != nil }) {
      for argument in arguments { collect(argument.value, argument.node) }
      forget(row.firstChild)
      return .unknown
    }
    forgetVariable(row.firstChild)
    return finishCall(
      node, arguments, fate: knownCallee(name, receiver: base), result: .unknown, canThrow: true, shown, callee: name, base: base)
  }

  /// A method of a local variable may change it; of a constant or a member it is not assumed to.
  private mutating func forgetVariable(_ base: NodeID) {
    guard tree.kind(base) == .identifierExpr, let place = findLocal(tree.mainName(of: base)), !locals[place].isLet,
      valueFuture(locals[place].type) == nil
    else { return }
    forget(base)
  }

  private func ownerName(of type: Type) -> Name? {
    switch type {
    case .nominal(let name, _): name
    case .parameter(_, .nominal(let name, _)): name
    case .optional: KnownNames.optional
    case .array: KnownNames.array
    case .dictionary: KnownNames.dictionary
    default: nil
    }
  }

  private mutating func callImplicitMember(_ node: NodeID, _ callee: NodeID, _ expected: Type?) -> Value {
    let arguments = lowerArguments(of: node)
    guard let expected, case .nominal(let owner, _) = expected.unwrapped else { return callUnknown(node, arguments) }
    let name = tree.mainName(of: callee)
    if name == KnownNames.initializer { return initialise(expected.unwrapped, node, arguments) }
    let candidates = members(of: owner, named: name)
    guard let found = index.resolveCall(candidates, on: expected.unwrapped, arguments: callArguments(arguments)) else {
      return callUnknown(node, arguments)
    }
    return call(found, node, arguments, text(of: callee))
  }

  /// A method of a value future that the catalogue does not know.
  private mutating func callOtherMethod(_ node: NodeID, _ base: Value, _ name: Name, _ shown: String) -> Value {
    let arguments = lowerArguments(of: node)
    let range = tree.range(of: node)
    guard case .nominal(let owner, _) = base.type,
      let found = index.resolveCall(members(of: owner, named: name), on: base.type, arguments: callArguments(arguments))
    else {
      use(base, .escape, at: range, shown + "()")
      return callUnknown(node, arguments)
    }
    let effect = summaries.receiver(of: found.first)
    apply(effect, to: base, at: range, shown + "()")
    return call(found, node, arguments, shown, giving: effect == .returns ? base : nil)
  }

  // MARK: what a callee does

  /// A call of declared functions.
  /// - Parameter giving: the value that is known to come back.
  mutating func call(
    _ found: ResolvedMember, _ node: NodeID, _ arguments: [Argument], _ shown: String, runner: KnownCallee? = nil,
    giving known: Value? = nil
  ) -> Value {
    var (given, inner) = settle(arguments, for: found, node, shown, runner)
    if let known { given.append((known, true)) }
    if found.neverReturns {
      neverReturns()
      return .unknown
    }
    if found.canThrow { mayThrow(node, shown) }
    somethingMayChange()
    if !given.isEmpty { return result(found.result, from: given, at: tree.range(of: node)) }
    if let inner, inner.slot != nil, found.result == .unknown || isParameterType(found.result) { return inner }
    return made(found.result, .made, at: tree.range(of: node))
  }

  /// The value of a call that gives back one of its arguments, surely or perhaps; else it makes a new one.
  private mutating func result(_ type: Type, from given: [(value: Value, isCertain: Bool)], at range: ByteRange) -> Value {
    // `func both(_ f: ValueFuture<Int>) -> (ValueFuture<Int>, Int)`: in the first place that can hold it.
    if case .tuple(let elements) = type, let place = elements.firstIndex(where: { valueFuture($0.type) != nil }) {
      let inner = result(elements[place].type, from: given, at: range)
      let parts = elements.indices.map { $0 == place ? inner.storage : made(elements[$0].type, .property, at: range).storage }
      return Value(type: type, storage: .tuple(parts), subject: range)
    }
    guard type == .unknown || valueFuture(type) != nil else { return made(type, .made, at: range) }
    let slot = builder.makeSlot()
    let end = builder.makeBlock()
    var choices: [(block: BlockID, value: Value?)] = given.map { (builder.makeBlock(), $0.value) }
    if !given.contains(where: \.isCertain) { choices.append((builder.makeBlock(), nil)) }
    builder.finish(.fork(choices.map { builder.edge($0.block) }))
    for choice in choices {
      builder.resume(at: choice.block)
      assign(choice.value ?? made(type, .property, at: range), to: slot)
      builder.jump(end)
    }
    builder.resume(at: end)
    return Value(type: type == .unknown ? given[0].value.type : type, storage: .slot(slot), subject: range)
  }

  /// Lets declared functions do to the arguments what is known of them.
  /// - Returns: the arguments that may come back as the result, and what a closure gave that was run.
  private mutating func settle(
    _ arguments: [Argument], for found: ResolvedMember, _ node: NodeID, _ shown: String, _ runner: KnownCallee?
  ) -> (given: [(value: Value, isCertain: Bool)], inner: Value?) {
    let parameters = Array(index.parameters(of: found.first))
    var given: [(value: Value, isCertain: Bool)] = []
    var runs: [ClosureRun] = []
    for (argument, place) in zip(arguments, found.parameterPlaces) {
      let range = tree.range(of: argument.node)
      if let closure = argument.closure {
        let type = parameterType(parameters, place, of: found.first)
        var run = ClosureRun(closure: closure, fate: .once, argument: argument)
        if case .function(let inputs, let result)? = type {
          run.inputs = inputs
          run.discardsResult = result == .void
        }
        run.isBuilder = place < parameters.count && parameters[place].isBuilder
        switch index.runs(of: found.first, parameter: place) {
        case .never: analyseSeparately(closure)
        case .once: runs.append(run)
        case .atMostOnce:
          run.fate = .atMostOnce
          runs.append(run)
        case .many:
          run.fate = .many
          runs.append(run)
        case .unknown, .forwarded:
          if let runner = self.runner(of: runner, for: argument, among: arguments) {
            run.entry = runner
            run.fate = runner.fate
            run.isGroup = runner.isGroup
            runs.append(run)
          } else {
            if run.discardsResult { run.closure.result = .void }
            escape(run.closure, isBuilder: run.isBuilder)
          }
        }
        continue
      }
      let effect = combinedEffect(found, place)
      if let variable = argument.variable {
        if effect == .remakes {
          overwrite(variable)
        } else if [.escapes, .stores, .returns, .mayReturn].contains(effect) || valueFuture(argument.value.type) == nil {
          use(argument.value, .escape, at: range, shown)
          overwrite(variable)
        } else {
          apply(effect, to: argument.value, at: range, shown)
        }
        continue
      }
      guard valueFuture(argument.value.type) != nil, argument.value.slot != nil else {
        use(argument.value, .pass, at: range, shown)
        continue
      }
      apply(effect, to: argument.value, at: range, shown)
      if effect == .returns || effect == .mayReturn { given.append((argument.value, effect == .returns)) }
    }
    return (given, run(runs, node))
  }

  /// A closure argument that the callee runs.
  struct ClosureRun {
    var closure: ClosureValue
    var fate: ClosureRunner.Fate
    var argument: Argument
    /// What the catalogue says of it, if it says something.
    var entry: Knowledge.Runner?
    var isGroup = false
    var discardsResult = false
    var isBuilder = false
    var inputs: [Type] = []
  }

  /// Writes all that a callee runs. Of several closures that each run at most once, one runs (`then:`, `otherwise:`);
  /// a cancellation handler runs beside all others.
  private mutating func run(_ runs: [ClosureRun], _ node: NodeID, base: Value? = nil) -> Value? {
    var inner: Value?
    var handlers: Int32?
    let runsNow = runs.contains { $0.fate == .once }
    func isHandler(_ run: ClosureRun) -> Bool { runsNow && run.fate == .laterOnce && run.entry?.labels.isEmpty == false }
    for entry in runs where isHandler(entry) {
      groupCount += 1
      handlers = groupCount
      _ = run(entry.closure, .child, false, node, base: Value(type: .unknown, storage: .group(groupCount)), discardsResult: true)
    }
    let others = runs.filter { !isHandler($0) }
    let exclusive = others.filter { $0.fate == .atMostOnce }
    if exclusive.count > 1 {
      let end = builder.makeBlock()
      let blocks = exclusive.map { _ in builder.makeBlock() }
      builder.finish(.fork(blocks.map { builder.edge($0) } + [builder.edge(end)]))
      for (entry, block) in zip(exclusive, blocks) {
        builder.resume(at: block)
        _ = run(entry.closure, .once, false, node, inputs: entry.inputs, discardsResult: entry.discardsResult)
        builder.jump(end)
      }
      builder.resume(at: end)
    }
    for entry in others where exclusive.count < 2 || entry.fate != .atMostOnce {
      let saved = isBuilder
      isBuilder = entry.isBuilder
      let value = run(
        entry.closure, entry.fate, entry.isGroup, node, base: base, inputs: entry.inputs, discardsResult: entry.discardsResult)
      isBuilder = saved
      if !entry.discardsResult { inner = value ?? inner }
    }
    if let handlers { builder.emit(.joinGroup(handlers)) }
    return inner
  }

  private func parameterType(_ parameters: [Parameter], _ place: Int, of id: DeclarationID) -> Type? {
    guard place < parameters.count else { return nil }
    return index.type(parameters[place].type, in: TypeScope(file: id.file, declaration: id.index)).unwrapped
  }

  /// What a variable property holds may be another value after a call.
  private mutating func somethingMayChange() {
    let slot = changingSlot ?? builder.makeSlot()
    changingSlot = slot
    builder.emit(.set(slot, .unknown))
  }

  private func isParameterType(_ type: Type) -> Bool {
    if case .parameter = type.unwrapped { return true }
    return false
  }

  /// The effect on a parameter that all overloads, and all known conformers of a requirement, have in common.
  private func combinedEffect(_ found: ResolvedMember, _ place: Int) -> ParameterEffect {
    var effect: ParameterEffect?
    for id in found.candidates {
      for implementation in implementations(of: id) {
        let one = knownEffect(of: implementation, parameter: place)
        if let known = effect, known != one {
          effect = [known, one].contains(.escapes) ? .escapes : .mayConsume
        } else {
          effect = one
        }
      }
    }
    return effect ?? .consumes
  }

  /// What is said of a parameter that no summary speaks of. Something declared to take value futures takes them over,
  /// wherever its body is; what takes anything at all may as well only look.
  private func knownEffect(of function: DeclarationID, parameter place: Int) -> ParameterEffect {
    if let known = summaries.effect(of: function, parameter: place) { return known }
    let parameters = Array(index.parameters(of: function))
    guard place < parameters.count else { return .consumes }
    let type = index.type(parameters[place].type, in: TypeScope(file: function.file, declaration: function.index))
    return valueFuture(type) == nil && type != .unknown ? .escapes : .consumes
  }

  /// The bodies behind a protocol requirement, as far as they are known; else the declaration itself.
  private func implementations(of id: DeclarationID) -> [DeclarationID] {
    let declaration = index.declaration(id)
    guard declaration.flags.contains(.isRequirement) else { return [id] }
    let labels = index.parameters(of: id).map(\.label)
    var found: [DeclarationID] = []
    for type in index.conformers(of: index.ownerName(of: id)) {
      found += members(of: type, named: declaration.name).filter { candidate in
        !index.declaration(candidate).flags.contains(.isRequirement) && index.parameters(of: candidate).map(\.label) == labels
      }
    }
    return found.isEmpty ? [id] : found
  }

  /// What a callee does with a value it is given.
  mutating func apply(_ effect: ParameterEffect, to value: Value, at range: ByteRange, _ shown: String) {
    switch effect {
    case .borrows: use(value, .lend, at: range, shown)
    case .returns, .mayReturn: use(value, .lend, at: range, shown)
    case .consumes: use(value, .pass, at: range, shown)
    case .stores: use(value, .store, at: range, shown)
    case .escapes, .remakes: use(value, .escape, at: range, shown)
    case .mayConsume:
      let taken = builder.makeBlock()
      let next = builder.makeBlock()
      builder.finish(
        .fork([
          builder.edge(taken, PathStep(range: range, text: "'\(shown)' uses it up on some path")), builder.edge(next),
        ]))
      builder.resume(at: taken)
      use(value, .pass, at: range, shown)
      builder.proceed(to: next)
    }
  }

  /// `T(…)`.
  private mutating func initialise(_ type: Type, _ node: NodeID, _ arguments: [Argument], _ expected: Type? = nil) -> Value {
    let range = tree.range(of: node)
    guard case .nominal(let name, let written) = type else {
      if case .optional = type, let first = arguments.first, arguments.count == 1 { return Value(type: type, storage: first.value.storage) }
      return callUnknown(node, arguments)
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
    if let id = index.oneShot(type), index.knowledge.type(id).kind == .valueFuture {
      for argument in arguments { use(argument.value, .escape, at: argument.value.subject) }
      if canThrow, found != nil { mayThrow(node, text(of: tree[node].firstChild)) }
      return made(result, .made, at: range, isCompleted: isMadeFromValue(arguments))
    }
    let typeName = text(of: tree[node].firstChild)
    let runner = knownCallee(name, receiver: nil)
    if let found {
      let (_, handle) = settle(arguments, for: found, node, typeName, runner)
      if canThrow { mayThrow(node, typeName) }
      return Value(type: result, storage: handle?.slot.map { .slot($0) } ?? .none)
    }
    if index.knowledge.borrowing.contains(name) {
      settle(arguments, .borrow)
      return Value(type: result)
    }
    let value = finishCall(node, arguments, fate: runner, result: .unknown, canThrow: false, typeName, callee: name)
    return Value(type: result, storage: value.storage)
  }

  /// `ValueFuture(42)` has its result at once; `ValueFuture(task)` and `ValueFuture(source:token:)` may not.
  private func isMadeFromValue(_ arguments: [Argument]) -> Bool {
    guard arguments.count == 1, let only = arguments.first, only.label == .none else { return arguments.isEmpty }
    if only.closure != nil { return false }
    if case .nominal(KnownNames.task, _) = only.value.type { return false }
    return true
  }

  mutating func callUnknown(_ node: NodeID, _ arguments: [Argument]) -> Value {
    finishCall(node, arguments, fate: nil, result: .unknown, canThrow: true, text(of: tree[node].firstChild))
  }

  /// A call of something undeclared: it takes its value futures over; its closures run as the catalogue says.
  private mutating func finishCall(
    _ node: NodeID, _ arguments: [Argument], fate runner: KnownCallee?, result: Type, canThrow: Bool, _ shown: String,
    callee: Name = .none, base: Value? = nil
  ) -> Value {
    var runs: [ClosureRun] = []
    let discards = KnownNames.runnersOfVoid.contains(callee)
    for argument in arguments {
      if let closure = argument.closure {
        if let runner = self.runner(of: runner, for: argument, among: arguments) {
          runs.append(
            ClosureRun(
              closure: closure, fate: runner.fate, argument: argument, entry: runner, isGroup: runner.isGroup,
              discardsResult: discards))
        } else {
          escape(closure)
        }
      } else if let variable = argument.variable {
        use(argument.value, .escape, at: tree.range(of: argument.node), shown)
        overwrite(variable)
      } else {
        use(argument.value, .pass, at: tree.range(of: argument.node), shown)
      }
    }
    let inner = run(runs, node, base: base)
    somethingMayChange()
    if canThrow { mayThrow(node, shown) }
    if let inner, inner.slot != nil, result == .unknown { return inner }
    return made(result, .made, at: tree.range(of: node))
  }

  private mutating func settle(_ arguments: [Argument], _ kind: Use.Kind) {
    for argument in arguments {
      if let closure = argument.closure { escape(closure) } else { use(argument.value, kind, at: argument.value.subject) }
    }
  }

  /// A callee as the catalogue may know it: what it says of each closure is asked for when the closure is in hand.
  struct KnownCallee {
    var entries: [Knowledge.Runner]
    /// The name of the receiver's type; nil for a function, or where the type is unknown.
    var receiver: Name?
    var isReceiverUnknown: Bool
  }

  /// What the catalogue knows of a callee that runs closures.
  func knownCallee(_ name: Name, receiver: Value?) -> KnownCallee? {
    if let receiver, case .metatype(.nominal(let owner, _)) = receiver.type,
      let entries = index.knowledge.runners[.joined(owner, name)]
    {
      return KnownCallee(entries: entries, receiver: nil, isReceiverUnknown: false)
    }
    guard let entries = index.knowledge.runners[name] else { return nil }
    let type: Name? =
      switch receiver?.type {
      case .optional: KnownNames.optional
      case .array: KnownNames.array
      case .dictionary: KnownNames.dictionary
      case .nominal(let name, _), .metatype(.nominal(let name, _)): name
      default: nil
      }
    return KnownCallee(entries: entries, receiver: type, isReceiverUnknown: receiver != nil && type == nil)
  }

  /// The entry for one closure of a call: that which asks for most and gets it. `map` of an unknown receiver may be a
  /// collection's or an optional's: nothing is said.
  private func runner(of callee: KnownCallee?, for argument: Argument, among arguments: [Argument]) -> Knowledge.Runner? {
    guard let callee else { return nil }
    var best: (rank: Int, entry: Knowledge.Runner)?
    for entry in callee.entries {
      var rank = 0
      if !entry.condition.isEmpty {
        let holds = entry.condition.allSatisfy { label, text in
          arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
        }
        guard holds else { continue }
        rank = 3
      } else if !entry.labels.isEmpty {
        guard entry.labels.contains(argument.label) else { continue }
        rank = 2
      } else if !entry.receivers.isEmpty {
        guard let receiver = callee.receiver, entry.receivers.contains(receiver) else { continue }
        rank = 1
      }
      if rank > best?.rank ?? -1 { best = (rank, entry) }
    }
    guard let best else { return nil }
    let isAmbiguous = best.rank == 0 && callee.isReceiverUnknown
      && callee.entries.contains { !$0.receivers.isEmpty && $0.fate != best.entry.fate }
    return isAmbiguous ? nil : best.entry
  }
}
