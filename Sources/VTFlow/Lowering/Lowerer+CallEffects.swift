import VTCatalogue
import VTDiagnostics
import VTSyntax

// What a callee does with its arguments, as summaries and the catalogue know, and what comes back.
extension Lowerer {
  /// A call of declared functions.
  /// - Parameters:
  ///   - receiver: the value future that it is a method of.
  ///   - known: the value that is known to come back.
  mutating func call(
    _ found: ResolvedMember, _ node: NodeID, _ arguments: [Argument], _ shown: String, runner: KnownCallee? = nil,
    receiver: Value? = nil, giving known: Value? = nil
  ) -> Value {
    var found = found
    found.result = index.result(found, told: told(tree[node].firstChild))
    let arguments = index.declaration(found.first).kind == .enumCase ? keepParts(of: node, arguments) : arguments
    if found.canThrow { isErrorKnown = true }
    let lack = lack(in: arguments, for: found)
    if lack == .ruledOut || throwsInNameOnly(found) { found.canThrow = false }
    if found.canThrow, !handlers.isEmpty { doubtChanges(by: found.first) }
    let isLeft = isLeftWhenThrown(arguments, by: found) || throwsFirst(found, arguments)
    if isLeft { mayThrow(tree.range(of: node), shown) }
    let hasThrown = isLeft || leaveThrowing(found, node, arguments, shown, receiver)
    var answer: SlotID?
    if let receiver {
      let summary = receiverSummary(of: found.first)
      answer = apply(summary, to: receiver, at: tree.range(of: node), shown + "()", CallSite(found, arguments))
      let isReplaced = [.remakes, .mayRemake, .stores, .escapes].contains(summary.effect)
      if isReplaced, index.declaration(found.first).flags.contains(.isMutating), let slot = receiver.slot {
        assign(made(receiver.type, .property, at: tree.range(of: node)), to: slot)
      }
    }
    useKept(by: found, node, arguments, shown)
    ranPerhaps = nil
    var (given, inner) = settle(arguments, for: found, node, shown, runner, &answer)
    if let known { given.append(Given(value: known, isCertain: true)) }
    if found.neverReturns {
      neverReturns()
      return .unknown
    }
    if found.canThrow, !hasThrown, !hasThrownInside(found, arguments) {
      let type = found.candidates.count == 1 ? thrownType(of: found.first) : .none
      mayThrow(tree.range(of: node), shown, type, isDoubtful: lack == .unlikely)
    }
    if found.canThrow, found.candidates.count == 1, alwaysThrows(found.first) || neverComesBack(from: found) {
      neverReturns()
      return .unknown
    }
    var asked = receiver.map { self.asked($0, receiverSummary(of: found.first)) } ?? []
    for (argument, place) in zip(arguments, found.parameterPlaces) where isFollowedFuture(argument.value) {
      asked += self.asked(argument.value, combinedSummary(found, place))
    }
    answer = learn(asked) ?? answer
    somethingMayChange()
    if index.declaration(found.first).flags.contains(.isMutating) { forgetReceiver(of: node) }
    noteChanges(by: found.first, calledAt: node)
    if let answer { return Value(type: found.result, storage: .slot(answer), subject: tree.range(of: node)) }
    if given.isEmpty, let inner, inner.slot != nil, found.result == .unknown || isParameterType(found.result) { return inner }
    giveToCallee(inner)
    if given.isEmpty, let ran = ranPerhaps, found.result == .optional(ran.type), oneShot(ran.type) == nil {
      // `isOn ? try await body() : nil`
      return Value(type: found.result, storage: ran.storage, subject: tree.range(of: node))
    }
    if !given.isEmpty { return result(found.result, from: given, at: tree.range(of: node)) }
    return made(found.result, .made, at: tree.range(of: node), isCreated: isCreation(found))
  }

  /// Whether no body that may be meant has anything that throws.
  private func throwsInNameOnly(_ found: ResolvedMember) -> Bool {
    found.candidates.allSatisfy { candidate in
      index.declaration(candidate).flags.contains(.throwsInNameOnly)
        && implementations(of: candidate).allSatisfy { index.declaration($0).flags.contains(.throwsInNameOnly) }
    }
  }

  /// Whether something is lacking among the arguments of a call that throws for nothing else.
  private enum Lack { case ruledOut, unlikely, open }

  /// `func send(_ data: Data?) throws { guard let data else { throw Missing() }; … }` of what is no optional, or of what nobody
  /// here says to be one.
  private func lack(in arguments: [Argument], for found: ResolvedMember) -> Lack {
    guard found.canThrow, found.candidates.count == 1, implementations(of: found.first) == [found.first] else { return .open }
    let parameters = index.parameters(of: found.first)
    guard let lacking = parameters.firstIndex(where: \.throwsAtNil) else { return .open }
    let given = zip(arguments, found.parameterPlaces).first { parameters.startIndex + $1 == lacking }?.0.value
    guard let given, !given.type.isOptional else { return .open }
    if case .constant(.nil) = given.storage { return .open }
    return given.type == .unknown ? .unlikely : .ruledOut
  }

  /// `flags.close()`: what is known of it is known from before, but for what the method's body says.
  private mutating func forgetReceiver(of call: NodeID) {
    let callee = tree[call].firstChild
    if tree.kind(callee) == .memberExpr { forget(tree[callee].firstChild, as: .doubtful) }
  }

  /// What a callee throws was thrown by a closure that is written here.
  private func hasThrownInside(_ found: ResolvedMember, _ arguments: [Argument]) -> Bool {
    index.declaration(found.first).flags.contains(.onlyRethrows)
      && arguments.contains { $0.closure.map { everInlined.contains($0.node) } ?? false }
  }

  /// Whether the callee throws only where it has run none of its closures.
  private func throwsFirst(_ found: ResolvedMember, _ arguments: [Argument]) -> Bool {
    guard found.canThrow, found.candidates.count == 1, arguments.contains(where: { $0.closure != nil }) else { return false }
    return zip(arguments, found.parameterPlaces).allSatisfy { argument, place in
      argument.closure == nil && oneShot(argument.value.type) == nil || index.isRunLast(by: found.first, parameter: place)
    }
  }

  /// Whether an error of the callee leaves all duties that it is given to the caller: it throws before it takes them on. Where
  /// it may also throw afterwards, nothing is claimed of that.
  func isLeftWhenThrown(_ arguments: [Argument], by found: ResolvedMember) -> Bool {
    guard found.canThrow else { return false }
    var isLeft = false
    for (argument, place) in zip(arguments, found.parameterPlaces) {
      guard argument.closure == nil, argument.value.slot != nil, contract(argument.value.type) == .duty else { continue }
      let bodies = found.candidates.flatMap { implementations(of: $0) }
      guard bodies.allSatisfy({ summaries.isLeftWhenThrown(by: $0, parameter: place) }) else { return false }
      isLeft = true
    }
    return isLeft
  }

  private func isFollowedFuture(_ value: Value) -> Bool { value.slot != nil && contract(value.type) == .future }

  /// Writes the way on which a callee throws, where it then has done something else to a value future than where it
  /// returns; whether it did.
  private mutating func leaveThrowing(
    _ found: ResolvedMember, _ node: NodeID, _ arguments: [Argument], _ shown: String, _ receiver: Value?
  ) -> Bool {
    guard found.canThrow, tryDepth > 0, !arguments.contains(where: { $0.closure != nil || $0.variable != nil }) else {
      return false
    }
    let range = tree.range(of: node)
    var effects: [(value: Value, effect: ParameterEffect, range: ByteRange)] = []
    var differs = false
    func add(_ value: Value, _ summary: ParameterSummary, at range: ByteRange) {
      // Neither what gives it back nor what has thrown without a look at it has taken it on.
      let thrown = summary.effect == .returns && summary.thrown == .borrows ? .returns : summary.thrown
      effects.append((value, thrown, range))
      differs = differs || thrown != summary.effect
    }
    if let receiver, isFollowedFuture(receiver) { add(receiver, receiverSummary(of: found.first), at: range) }
    for (argument, place) in zip(arguments, found.parameterPlaces) {
      let futures = (elements(of: argument) ?? [argument.value]).filter { isFollowedFuture($0) }
      if futures.isEmpty { continue }
      let summary = combinedSummary(found, place)
      for value in futures { add(value, summary, at: tree.range(of: argument.node)) }
    }
    guard differs else { return false }
    let next = builder.makeBlock()
    let failed = builder.makeBlock()
    let step = PathStep(range: range, text: "'\(shown)' throws", endsTask: handlers.last?.endsTask == true)
    builder.finish(.fork([builder.edge(next), builder.edge(failed, step)]))
    builder.resume(at: failed)
    for (value, effect, range) in effects { apply(effect, to: value, at: range, shown) }
    builder.jump(throwTarget())
    builder.resume(at: next)
    return true
  }

  /// What a closure gave and does not come back: the callee has it.
  mutating func giveToCallee(_ inner: Value?) {
    if let inner { use(inner, .escape, at: inner.subject) }
  }

  /// The value of a call that gives back one of its arguments, surely or perhaps; else it makes a new one.
  private mutating func result(_ type: Type, from given: [Given], at range: ByteRange) -> Value {
    // `func both(_ f: ValueFuture<Int>) -> (ValueFuture<Int>, Int)`: in the first place that can hold it.
    if case .tuple(let elements) = type, let place = elements.firstIndex(where: { oneShot($0.type) != nil }) {
      let inner = result(elements[place].type, from: given, at: range)
      let parts = elements.indices.map { $0 == place ? inner.storage : made(elements[$0].type, .property, at: range).storage }
      return Value(type: type, storage: .tuple(parts), subject: range)
    }
    guard type == .unknown || oneShot(type) != nil else { return made(type, .made, at: range) }
    let slot = builder.makeSlot()
    let end = builder.makeBlock()
    var choices: [(block: BlockID, value: Value?)] = []
    if given.count == 1, let decided = decide(given[0]) {
      choices = decided
    } else if let decided = decideBetween(given) {
      choices = decided
    } else {
      choices = given.map { (builder.makeBlock(), $0.value) }
      if !given.contains(where: \.isCertain) { choices.append((builder.makeBlock(), nil)) }
      builder.finish(.fork(choices.map { builder.edge($0.block) }))
    }
    for choice in choices {
      builder.resume(at: choice.block)
      assign(choice.value ?? made(type, .property, at: range), to: slot)
      builder.jump(end)
    }
    builder.resume(at: end)
    return Value(type: type == .unknown ? given[0].value.type : type, storage: .slot(slot), subject: range)
  }

  /// An argument that may be what the call gives.
  struct Given {
    var value: Value
    var isCertain: Bool
    /// Another argument that tells whether it is, and what it tells.
    var decision: (Decision, Argument)?
  }

  /// The ways on which a call gives back its argument, or something else.
  private mutating func decide(_ given: Given) -> [(block: BlockID, value: Value?)]? {
    guard !given.isCertain, let (decision, argument) = given.decision, let ways = ways(of: decision, argument) else { return nil }
    var choices: [(block: BlockID, value: Value?)] = []
    for way in ways {
      if way.mayBeUsed && way.mayBeUnused {
        let both = (builder.makeBlock(), builder.makeBlock())
        builder.resume(at: way.block)
        builder.finish(.fork([builder.edge(both.0), builder.edge(both.1)]))
        choices += [(both.0, given.value), (both.1, nil)]
      } else {
        choices.append((way.block, way.mayBeUsed ? given.value : nil))
      }
    }
    return choices
  }

  /// `func pick(_ a: F, _ b: F, _ first: Bool) -> F { first ? a : b }`: one of two, as a third argument tells.
  private mutating func decideBetween(_ given: [Given]) -> [(block: BlockID, value: Value?)]? {
    guard given.count == 2, let (decision, argument) = given[0].decision, let (other, otherArgument) = given[1].decision,
      argument.node == otherArgument.node, decision.isExact, other.whenUsed == decision.whenUnused,
      other.whenUnused == decision.whenUsed, let ways = ways(of: decision, argument)
    else { return nil }
    return ways.map { ($0.block, $0.mayBeUsed ? given[0].value : given[1].value) }
  }

  /// Whether every way through the only body behind a call ends in an error, as its summaries say.
  private func neverComesBack(from found: ResolvedMember) -> Bool {
    let bodies = implementations(of: found.first)
    return bodies.count == 1
      && found.parameterPlaces.contains { summaries.summary(of: bodies[0], parameter: $0)?.comesBack == false }
  }

  /// Whether a function of this file never returns: one of its statements is a `throw`, and nothing leaves before.
  private func alwaysThrows(_ id: DeclarationID) -> Bool {
    guard id.file == file, index.declaration(id).kind == .function,
      let body = tree.child(.block, of: index.declaration(id).node).present,
      let throwing = tree.children(of: body).first(where: { tree.kind($0) == .throwStmt })
    else { return false }
    return !(tree[body].firstToken.index..<tree[throwing].firstToken.index).contains { tree.token(TokenID($0)).word == .return }
  }

  /// Lets declared functions do to the arguments what is known of them.
  /// - Parameter answer: what the call gives back, if that tells what became of an argument.
  /// - Returns: the arguments that may come back as the result, and what a closure gave that was run.
  mutating func settle(
    _ arguments: [Argument], for found: ResolvedMember, _ node: NodeID, _ shown: String, _ runner: KnownCallee?,
    _ answer: inout SlotID?
  ) -> (given: [Given], inner: Value?) {
    let parameters = Array(index.parameters(of: found.first))
    var given: [Given] = []
    var runs: [ClosureRun] = []
    noteForgottenFailures(arguments, node)
    let bindings = genericBindings(of: found, arguments)
    let givenInputs = closureInputs(among: arguments, parameters, found)
    let isUpToCaller = hasDuties && arguments.count(where: { $0.closure != nil }) == 1 && isToldMore(arguments, node)
    for (argument, place) in zip(arguments, found.parameterPlaces) {
      let range = tree.range(of: argument.node)
      if let closure = argument.closure {
        let parameter = place < parameters.count ? parameters[place] : nil
        let type = parameterType(parameters, place, of: found.first)
        var run = ClosureRun(closure: closure, fate: .once, argument: argument)
        if case .function(let inputs, let result)? = type {
          run.inputs = inputs.map { $0.substituting(bindings) }
          run.closure.inputs = run.inputs
          run.discardsResult = result == .void
          run.givesBack = mayBe(found.result, result)
        }
        let inputs = tree.child(.parameters, of: closure.node)
        if hasDuties, !inputs.isNone, completesDuties(closure) {
          let count = tree.children(of: inputs).count { tree.kind($0) == .parameter }
          run.closure.apart = index.apart(found.candidates, parameter: place, taking: count)
          if run.closure.apart.isEmpty, index.isHandedOutOfSight(found.candidates, parameter: place) {
            run.closure.apart = valuesAndErrors(of: run.closure)
          }
        }
        // A closure that is told nothing is given no promise: `Future { 5 }` of a library's own.
        let takesNothing = if case .function(let inputs, _)? = type { inputs.isEmpty } else { false }
        run.creates = takesNothing ? nil : createdParameter(of: argument, callee: shown, in: node)
        run.isBuilder = parameter?.isBuilder == true
        let isOwed = parameter?.forward != nil && isOwedElsewhere(run, found)
        let isAutoclosure = autoclosureSite(closure.node) != nil
        var runsOf = isOwed ? .unknown : index.runs(of: found.first, parameter: place)
        if runsOf == .many, !isAutoclosure, case let quiet = index.runs(of: found.first, parameter: place, isQuiet: true), quiet != .many {
          run.isTriedAgain = tree.mayThrow(closure.node) && [.once, .atMostOnce].contains(quiet)
          if !run.isTriedAgain, !tree.mayThrow(closure.node) { runsOf = quiet }
        }
        // A future may be used up there; that a duty is left undone nobody can say.
        let isOpen = runsOf == .child || runsOf == .atMostOnce && isUpToCaller
        let settled = isOpen && completesDuties(closure) ? .unknown : runsOf
        // A body that stands in for what the catalogue knows says nothing: it never runs the closure, or does nothing but run it
        // where that is done again and again.
        let isStandIn = !isAutoclosure && (settled == .never || parameter?.isWholeBody == true)
        let known = isStandIn ? runner ?? knownCallee(Name(shown), receiver: nil) : runner
        let mayBeKnown = isStandIn || settled.fate == nil && !isAutoclosure
        let entry = mayBeKnown ? self.runner(of: known, for: argument, among: arguments, node) : nil
        if let fate = settled.fate, entry?.isPlain != true {
          run.fate = fate
          run.given = givenInputs[place] ?? [:]
          if fate == .atMostOnce { run.condition = condition(parameter?.runsWhen, arguments, found) }
          runs.append(run)
        } else if let entry {
          run.entry = entry
          if let either = entry.either { run.closure.apart = [either] }
          run.fate = entry.fate
          run.isGroup = entry.isGroup
          runs.append(run)
        } else if settled == .never, run.creates != nil {
          runs.append(run)
        } else if settled == .never {
          analyseSeparately(run.closure, isBuilder: run.isBuilder)
        } else {
          if run.discardsResult { run.closure.result = .void }
          if hasDuties, parameter?.isDropped == true { noteDropped(run.closure, by: found, shown, node) }
          let closure = answering(run.closure, callee: shown)
          let name = index.declaration(found.first).kind == .initializer ? parameter?.name ?? .none : .none
          keep(closure, argument, node, shown, as: name, isBuilder: run.isBuilder)
        }
        continue
      }
      if place < parameters.count, let input = parameters[place].givenTo,
        givenInputs[Int(input.closure)]?[Int(input.place)] != nil
      {
        use(argument.value, .lend, at: range, shown)
        continue
      }
      if hasDuties, argument.value.type.isOptional, case .nominal? = writtenType(of: parameters, place, found.first) {
        endWhereForced(argument.value, argument.expression)
      }
      if perform(argument, to: Name(shown)) || settleElements(argument, found, arguments, place, shown, &answer) { continue }
      if argument.variable == nil, oneShot(argument.value.type) == nil || argument.value.slot == nil {
        use(argument.value, .takeOver, at: range, shown)
        continue
      }
      let summary = combinedSummary(found, place)
      var effect = contract(argument.value.type) == .sequence ? summary.whole : summary.effect
      // What comes back may say which of the two it was.
      if effect == .completesOrHandsOn, found.result != .void || index.declaration(found.first).node == root { effect = .escapes }
      if let variable = argument.variable {
        if effect == .remakes {
          overwrite(variable)
          remake(variable, argument.value.type, at: range)
        } else if effect == .mayRemake {
          mayRemake(variable, argument.value, summary.decision, CallSite(found, arguments, place), at: range)
        } else if [.escapes, .stores, .returns, .mayReturn].contains(effect) || oneShot(argument.value.type) == nil {
          use(argument.value, .escape, at: range, shown)
          overwrite(variable, by: found.first, parameter: place, calledAt: node)
        } else {
          apply(effect, to: argument.value, at: range, shown)
          if effect == .empties { put(Value(type: .unknown, storage: .constant(.nil)), into: variable, at: range) }
          // What completes it may well put `nil` in its place.
          if contract(argument.value.type) == .duty { overwrite(variable) }
        }
        continue
      }
      let site = CallSite(found, arguments, place)
      if contract(argument.value.type) == .future || effect == .mayConsume || effect == summary.effect && summary.isGivenToClosures {
        let told = apply(summary, to: argument.value, at: range, shown, site)
        if let told, contract(argument.value.type) == .duty { dutiesByAnswer[told] = argument.value }
        answer = told ?? answer
      } else {
        apply(effect, to: argument.value, at: range, shown)
      }
      if effect == .returns || effect == .mayReturn {
        var back = Given(value: argument.value, isCertain: effect == .returns)
        if let place = summary.decision?.subject.place, let other = site.argument(place) {
          back.decision = summary.decision.map { ($0, other) }
        }
        given.append(back)
      }
    }
    // What cannot throw keeps the errors of its closures to itself.
    return (given, found.canThrow ? run(runs, node) : catching { $0.run(runs, node) })
  }

  /// What the closures of a call are given of its other arguments, by their places: `with(f) { g in … }`.
  private func closureInputs(
    among arguments: [Argument], _ parameters: [Parameter], _ found: ResolvedMember
  ) -> [Int: [Int: Value]] {
    guard parameters.contains(where: { $0.givenTo != nil }), found.candidates.count == 1, implementations(of: found.first).count == 1
    else { return [:] }
    var inputs: [Int: [Int: Value]] = [:]
    for (argument, place) in zip(arguments, found.parameterPlaces) where place < parameters.count && argument.variable == nil {
      guard let input = parameters[place].givenTo, contract(argument.value.type) == .future, argument.value.slot != nil,
        let closure = zip(arguments, found.parameterPlaces).first(where: { $1 == Int(input.closure) })?.0.closure,
        tree.kind(closure.node) == .closureExpr,
        [.once, .atMostOnce, .many].contains(index.runs(of: found.first, parameter: Int(input.closure)))
      else { continue }
      inputs[Int(input.closure), default: [:]][Int(input.place)] = argument.value
    }
    return inputs
  }

  /// A closure that is given a duty, or whose error somebody keeps who was handed it: what is to be done there is told by its
  /// own body alone.
  private mutating func isOwedElsewhere(_ run: ClosureRun, _ found: ResolvedMember) -> Bool {
    if run.inputs.contains(where: { contract($0) == .duty }) { return true }
    return !found.canThrow && tree.mayThrow(run.closure.node) && completesDuties(run.closure)
  }

  /// What a call's arguments make of the generic parameters that its closures are given values of.
  private func genericBindings(of found: ResolvedMember, _ arguments: [Argument]) -> [Name: Type] {
    guard !index.declaration(found.first).generics.isEmpty, arguments.contains(where: { $0.closure != nil }) else { return [:] }
    let parameters = Array(index.parameters(of: found.first))
    var bindings: [Name: Type] = [:]
    for (argument, place) in zip(arguments, found.parameterPlaces) where argument.closure == nil {
      parameterType(parameters, place, of: found.first)?.bind(to: argument.value.type, into: &bindings)
    }
    return bindings
  }

  /// What a callee is given beside its closure, or called on, may decide whether it runs it.
  private func isToldMore(_ arguments: [Argument], _ node: NodeID) -> Bool {
    if arguments.contains(where: { $0.closure == nil }) { return true }
    let callee = tree[node].firstChild
    guard tree.kind(callee) == .memberExpr, let base = tree[callee].firstChild.present, tree.kind(base) == .identifierExpr else {
      return tree.kind(callee) == .memberExpr
    }
    let name = tree.mainName(of: base)
    return name != KnownNames.selfValue && !index.isType(name)
  }

  /// A callee has put a value of its own into a variable.
  private mutating func remake(_ variable: NodeID, _ type: Type, at range: ByteRange) {
    if tree.kind(variable) == .memberExpr, isOfTuple(variable) {
      return put(made(type, .property, at: range), into: variable, at: range)
    }
    guard tree.kind(variable) == .identifierExpr, let place = findLocal(tree.mainName(of: variable)),
      case .slot(let slot) = storage(ofLocal: place)
    else { return }
    assign(made(type, .property, at: range), to: slot)
  }

  /// `pair.0` of a local variable.
  private mutating func isOfTuple(_ member: NodeID) -> Bool {
    guard let base = tree[member].firstChild.present, tree.kind(base) == .identifierExpr,
      let place = findLocal(tree.mainName(of: base)), case .tuple = storage(ofLocal: place)
    else { return false }
    return true
  }

  /// A callee puts a value of its own into a variable on some paths.
  private mutating func mayRemake(
    _ variable: NodeID, _ value: Value, _ decision: Decision?, _ site: CallSite, at range: ByteRange
  ) {
    let end = builder.makeBlock()
    let decided = decision.flatMap { decision in
      decision.subject.place.flatMap { site.argument($0) }.flatMap { ways(of: decision, $0) }
    }
    for way in decided ?? [(builder.current, true, true)] {
      builder.resume(at: way.block)
      let (remade, left) = (builder.makeBlock(), builder.makeBlock())
      builder.finish(.fork((way.mayBeUsed ? [builder.edge(remade)] : []) + (way.mayBeUnused ? [builder.edge(left)] : [])))
      builder.resume(at: remade)
      overwrite(variable)
      remake(variable, value.type, at: range)
      builder.jump(end)
      builder.resume(at: left)
      use(value, .lend, at: range)
      builder.jump(end)
    }
    builder.resume(at: end)
  }

  /// A closure argument that the callee runs.
  struct ClosureRun {
    var closure: ClosureValue
    var fate: ClosureRunner.Fate
    var argument: Argument
    /// What the catalogue says of it, if it says something.
    var entry: Knowledge.Runner?
    var isGroup = false
    /// Another round of it comes only where it has thrown in the one before.
    var isTriedAgain = false
    var discardsResult = false
    /// What the closure gives may be what the callee gives: `withLock<R>(_ body: () -> R) -> R`, but not
    /// `run<R>(_ body: () -> ValueFuture<R>) -> R`.
    var givesBack = true
    var isBuilder = false
    var inputs: [Type] = []
    /// Those of its inputs that are other arguments of the call.
    var given: [Int: Value] = [:]
    /// Another argument that tells whether it runs at most once, or not at all.
    var condition: (Decision, Argument)?
    /// The closure is given a new value of this entry.
    var creates: Knowledge.OneShotID?
  }

  /// Writes all that a callee runs. Of several closures that each run at most once, one runs (`then:`, `otherwise:`);
  /// a cancellation handler runs beside all others.
  mutating func run(_ runs: [ClosureRun], _ node: NodeID, base: Value? = nil) -> Value? {
    var inner: Value?
    var handlers: Int32?
    let runsNow = runs.contains { $0.fate == .once }
    func isHandler(_ run: ClosureRun) -> Bool { runsNow && run.fate == .laterOnce && run.entry?.labels.isEmpty == false }
    for entry in runs where isHandler(entry) {
      groupCount += 1
      handlers = groupCount
      _ = run(entry.closure, .child, false, node, base: Value(type: .unknown, storage: .group(groupCount)), discardsResult: true)
    }
    if let handlers { pushCleanup(.group(handlers)) }
    let others = runs.filter { !isHandler($0) }
    let exclusive = others.filter { $0.fate == .atMostOnce && $0.condition == nil }
    if exclusive.count > 1 {
      let end = builder.makeBlock()
      let none = builder.makeBlock()
      let blocks = exclusive.map { _ in builder.makeBlock() }
      builder.finish(.fork(blocks.map { builder.edge($0) } + [builder.edge(none)]))
      builder.resume(at: none)
      // Most likely one of them always runs.
      for entry in exclusive { excuse(entry.closure) }
      builder.jump(end)
      for (entry, block) in zip(exclusive, blocks) {
        builder.resume(at: block)
        let value = run(
          entry.closure, .once, false, node, inputs: entry.inputs, given: entry.given, discardsResult: entry.discardsResult)
        if !entry.discardsResult { giveToCallee(value) }
        builder.jump(end)
      }
      builder.resume(at: end)
    }
    func isChild(_ run: ClosureRun) -> Bool { run.fate == .child && run.entry == nil }
    let isFamily = others.count(where: isChild) > 1
    if isFamily { groupCount += 1 }
    let family = Value(type: .unknown, storage: .group(groupCount))
    for entry in others where exclusive.count < 2 || entry.fate != .atMostOnce || entry.condition != nil {
      // A function of the sources that runs it several times: perhaps at least once each time.
      let isSurelyRun = entry.fate == .many && entry.entry == nil && hasDuties
      let end = isSurelyRun ? builder.makeBlock() : nil
      if let end {
        let body = builder.makeBlock()
        skip(entry.closure, or: body, end)
        builder.resume(at: body)
      }
      let saved = isBuilder
      isBuilder = entry.isBuilder
      // Of children of the callee one alone might as well run now: the callee waits for it.
      let value = run(
        entry.closure, isChild(entry) && !isFamily ? .once : entry.fate, entry.isGroup, node,
        base: isChild(entry) && isFamily ? family : base, inputs: entry.inputs, given: entry.given,
        discardsResult: entry.discardsResult, creates: entry.creates, outcome: entry.entry?.outcome, condition: entry.condition,
        isSurelyRun: isSurelyRun, isTriedAgain: entry.isTriedAgain)
      if let end { builder.proceed(to: end) }
      isBuilder = saved
      guard !entry.discardsResult, let value else { continue }
      giveToCallee(entry.givesBack ? inner : value)
      if entry.givesBack { inner = value }
    }
    if isFamily, case .group(let group) = family.storage { builder.emit(.joinGroup(group)) }
    if handlers != nil {
      emitCleanups(downTo: cleanups.count - 1)
      cleanups.removeLast()
    }
    return inner
  }

  /// Goes to where a closure runs, or past it, where nobody expects it to do the duties it has: most likely it runs.
  mutating func skip(_ closure: ClosureValue, or body: BlockID, _ end: BlockID) {
    let past = builder.makeBlock()
    builder.finish(.fork([builder.edge(body), builder.edge(past)]))
    builder.resume(at: past)
    excuse(closure)
    builder.jump(end)
  }

  private func condition(_ known: RunCondition?, _ arguments: [Argument], _ found: ResolvedMember) -> (Decision, Argument)? {
    guard let known, found.candidates.count == 1, implementations(of: found.first).count == 1,
      let place = found.parameterPlaces.firstIndex(of: Int(known.place)), place < arguments.count
    else { return nil }
    let decision = Decision(
      subject: .parameter(known.place), whenUsed: known.isTrue ? .true : .false, whenUnused: .unknown)
    return (decision, arguments[place])
  }

  /// Nobody says on this way that a closure was to do the duties it has.
  mutating func excuse(_ closure: ClosureValue) {
    for value in reached(from: closure) where contract(value.type) == .duty { use(value, .escape, at: value.subject) }
  }

  /// What the catalogue knows to run its closures now throws what they throw (`withLock`, `map`, `withTaskGroup`), and that
  /// leaves where it happens. Who waits for a continuation throws on its own.
  func onlyRethrows(_ runs: [ClosureRun]) -> Bool {
    let runsNow = runs.contains { [.once, .atMostOnce, .many, .concurrent].contains($0.fate) }
    return runsNow && runs.allSatisfy { $0.creates == nil }
  }

  private func parameterType(_ parameters: [Parameter], _ place: Int, of id: DeclarationID) -> Type? {
    writtenType(of: parameters, place, id)?.unwrapped
  }

  private func writtenType(of parameters: [Parameter], _ place: Int, _ id: DeclarationID) -> Type? {
    guard place < parameters.count else { return nil }
    return index.type(parameters[place].type, in: TypeScope(file: id.file, declaration: id.index))
  }

  /// What a variable property holds may be another value after a call.
  mutating func somethingMayChange() {
    let slot = changingSlot ?? builder.makeSlot()
    changingSlot = slot
    builder.emit(.set(slot, .unknown))
  }

  /// Whether a call of this type may give back what its closure of that type gives.
  private func mayBe(_ result: Type, _ closureResult: Type) -> Bool {
    closureResult == .unknown || isParameterType(closureResult) && [.unknown, closureResult.unwrapped].contains(result.unwrapped)
  }

  private func isParameterType(_ type: Type) -> Bool {
    if case .parameter = type.unwrapped { return true }
    return false
  }

  /// - Parameter callee: what the catalogue may know of the arguments by.
  mutating func settle(_ arguments: [Argument], _ kind: Use.Kind, to callee: Name = .none) {
    for argument in arguments where !perform(argument, to: callee) {
      if let closure = argument.closure { escape(closure) } else { use(argument.value, kind, at: argument.value.subject) }
    }
  }
}
