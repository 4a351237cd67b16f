import VTDiagnostics
import VTSyntax

// What a callee does with one value it is given, and what tells whether it did.
extension Lowerer {
  /// A call, for what its other arguments say about one of them.
  struct CallSite {
    var callee: DeclarationID
    var arguments: [Argument]
    /// For each argument the place of its parameter.
    var places: [Int]
    /// The parameter that is spoken of; -1 is the receiver.
    var place: Int
    /// What the call gives.
    var result: Type

    init(_ found: ResolvedMember, _ arguments: [Argument], _ place: Int = -1) {
      callee = found.first
      self.arguments = arguments
      places = found.parameterPlaces
      self.place = place
      result = found.result
    }

    /// They may do to a value what the callee does not do to it itself.
    var hasClosures: Bool { arguments.contains { $0.closure != nil } }

    func argument(_ place: Int) -> Argument? { zip(arguments, places).first { $1 == place }?.0 }
  }

  /// What a callee does with a value.
  /// - Returns: what the call gives back, if that tells what became of the value.
  mutating func apply(
    _ summary: ParameterSummary, to value: Value, at range: ByteRange, _ shown: String, _ site: CallSite
  ) -> SlotID? {
    // What the call gives ends with that task: it is a conversion then.
    if summary.effect == .consumes, summary.isUsedBeside, contract(site.result) != .future { return passToTask(value, at: range, shown, site) }
    let isDuty = contract(value.type) == .duty
    guard summary.effect == .mayConsume, !isDuty || summary.tellsByResult && !site.hasClosures else {
      if summary.effect == .mayConsume, completesWhereTold(summary, value, range, shown, site) { return nil }
      let isHidden = summary.effect == .returns && !mayHold(site.result)
      apply(isHidden ? .borrows : summary.effect, to: value, at: range, shown)
      if summary.isGivenToClosures, !isNextRound(of: site.callee, at: range) { builder.noteGivenToClosures() }
      return nil
    }
    let omitted = omittedDefaults(site)
    let place = summary.decision?.subject.place
    switch summary.decision?.subject {
    case .parameter? where omitted.contains { $0.place == place }:
      let fallback = omitted.first { $0.place == place }?.fallback ?? .unknown
      switch summary.decision.flatMap({ $0.isUsed(where: fallback) }) {
      case true?: use(value, .pass, at: range, shown)
      case false?: use(value, .lend, at: range, shown)
      case nil: use(value, .escape, at: range, shown)
      }
    case .question? where omitted.contains { $0.place == place }: use(value, .escape, at: range, shown)
    case .parameter?, .question?:
      let answer = summary.answer.map { ($0, builder.makeSlot()) }
      if let decision = summary.decision, let argument = place.flatMap({ site.argument($0) }),
        decide(decision, argument, value, range, shown, site, answer)
      {
        return answer?.1
      }
      mayConsume(value, at: range, shown, choice(site), answer?.0, answer?.1, isCompleted: summary.isUsedCompleted)
      return answer?.1
    case .result?:
      let answer = builder.makeSlot()
      mayConsume(value, at: range, shown, choice(site), summary.decision, answer, isCompleted: summary.isUsedCompleted)
      return answer
    // The case that comes back most likely tells what became of the value, and nobody here knows which does.
    case nil where isEnum(site.result): use(value, .escape, at: range, shown)
    // Nor does anybody here know what stands for what is not given.
    case nil where !omitted.isEmpty: use(value, .escape, at: range, shown)
    // Who passes over a sequence, and who does not, is most likely what the types differ in.
    case nil where contract(value.type) == .sequence && implementations(of: site.callee).count > 1:
      use(value, .escape, at: range, shown)
    case nil: mayConsume(value, at: range, shown, choice(site), isCompleted: summary.isUsedCompleted)
    }
    return nil
  }

  /// `func read(_ handler: …) { next { …; read(handler); handler($0) } }`: a function that calls itself in any case is a loop, and
  /// its handler is told of each round.
  private func isNextRound(of callee: DeclarationID, at range: ByteRange) -> Bool {
    guard callee.file == file, index.declaration(callee).node == root, !root.isNone else { return false }
    let end = tree.tokenIndex(from: range.start)
    var depth = 0
    for place in (max(Int(tree[root].firstToken.index), end - Limits.tokensOfBlock)..<end).reversed() {
      switch tree.tokens[place].kind {
      case .rightBrace: depth += 1
      case .leftBrace where depth == 0: return !tree.opensBranch(at: place)
      case .leftBrace: depth -= 1
      default: break
      }
    }
    return true
  }

  /// `func start(_ f: …) { Task { try await f.value } }`: the task that uses it up runs beside what follows.
  /// - Returns: the handle of the task, if the call gives one.
  private mutating func passToTask(_ value: Value, at range: ByteRange, _ shown: String, _ site: CallSite) -> SlotID? {
    let task = beginRegion(.task, at: range, group: nil)
    use(value, .pass, at: range, shown)
    endRegion(task)
    guard case .nominal(KnownNames.task, _) = site.result else { return nil }
    let handle = builder.makeSlot()
    builder.emit(.handle(handle, task.id))
    return handle
  }

  /// `failIf(error, c)`: the argument that decides is asked whether the duty is done. Where it is not, nobody here can tell what the
  /// callee thought of.
  /// - Returns: false where no argument can be asked.
  private mutating func completesWhereTold(
    _ summary: ParameterSummary, _ value: Value, _ range: ByteRange, _ shown: String, _ site: CallSite
  ) -> Bool {
    // What the call gives back may tell it, too, and nobody here asks both.
    guard contract(value.type) == .duty, site.result == .void, let decision = summary.decision, let place = decision.subject.place,
      let argument = site.argument(place), let ways = ways(of: decision, argument)
    else { return false }
    let end = builder.makeBlock()
    for way in ways {
      builder.resume(at: way.block)
      use(value, way.mayBeUsed && !way.mayBeUnused ? .pass : .escape, at: range, shown)
      builder.jump(end)
    }
    builder.resume(at: end)
    return true
  }

  /// The parameters that a call leaves to their defaults.
  private func omittedDefaults(_ site: CallSite) -> [(place: Int, fallback: Constant)] {
    let parameters = Array(index.parameters(of: site.callee))
    return parameters.indices
      .filter { parameters[$0].hasDefault && parameters[$0].fallback != .present && !site.places.contains($0) }
      .map { ($0, parameters[$0].fallback) }
  }

  /// What a caller learns of value futures from a function that looks at them: `func areDone(_ f: …, _ g: …) -> Bool`.
  /// - Returns: what the call gives, if that tells.
  mutating func learn(_ asked: [(completion: ParameterSummary.Completion, slot: SlotID)]) -> SlotID? {
    for (completion, slot) in asked where completion == .always { assumeCompleted(slot) }
    if asked.count == 1, asked[0].completion == .whatever {
      let answer = builder.makeSlot()
      builder.emit(.set(answer, .unknown))
      return answer
    }
    guard asked.contains(where: { $0.completion == .whenTrue || $0.completion == .whenFalse }) else { return nil }
    let answer = builder.makeSlot()
    let ways = [(builder.makeBlock(), ParameterSummary.Completion.whenTrue), (builder.makeBlock(), .whenFalse)]
    let end = builder.makeBlock()
    builder.finish(.fork(ways.map { builder.edge($0.0) }))
    for (block, completion) in ways {
      builder.resume(at: block)
      for known in asked where known.completion == completion { assumeCompleted(known.slot) }
      builder.emit(.set(answer, completion == .whenTrue ? .true : .false))
      builder.jump(end)
    }
    builder.resume(at: end)
    return answer
  }

  /// A value future, if a callee tells something of it.
  func asked(_ value: Value, _ summary: ParameterSummary) -> [(completion: ParameterSummary.Completion, slot: SlotID)] {
    guard summary.completion != .unknown, let slot = value.slot, contract(value.type) == .future else { return [] }
    return [(summary.completion, slot)]
  }

  /// Whoever comes past here finds it completed.
  mutating func assumeCompleted(_ slot: SlotID) {
    let done = builder.makeBlock()
    let other = builder.makeBlock()
    builder.branch(.isCompleted(slot), builder.edge(done), builder.edge(other))
    builder.resume(at: other)
    builder.finish(.exit(.never))
    builder.resume(at: done)
  }

  func isEnum(_ type: Type) -> Bool {
    guard case .nominal(let name, _) = type.unwrapped else { return false }
    return index.types(named: name).contains { index.declaration($0).kind == .enumType }
  }

  /// Whether what a call gives may be a value that it was given; it may also be in something that nobody looks into.
  private func mayHold(_ type: Type) -> Bool {
    if case .tuple(let elements) = type.unwrapped { return elements.contains { oneShot($0.type) != nil } }
    return type == .unknown || oneShot(type) != nil
  }

  /// Branches on the argument that decides; false where asking it again may do something.
  private mutating func decide(
    _ decision: Decision, _ argument: Argument, _ value: Value, _ range: ByteRange, _ shown: String, _ site: CallSite,
    _ answer: (decision: Decision, slot: SlotID)?
  ) -> Bool {
    guard let ways = ways(of: decision, argument) else { return false }
    let end = builder.makeBlock()
    for way in ways {
      builder.resume(at: way.block)
      if case .question = decision.subject, way.mayBeUsed, !way.mayBeUnused {
        let taken = builder.makeBlock()
        let chosen = tree.range(of: argument.expression)
        builder.jump(taken, PathStep(range: chosen, text: "'\(shown)' uses it up for this '\(text(of: argument.expression))'"))
        builder.resume(at: taken)
      }
      if way.mayBeUsed && way.mayBeUnused {
        mayConsume(value, at: range, shown, choice(site), answer?.decision, answer?.slot)
      } else {
        use(value, way.mayBeUsed ? .pass : .lend, at: range, shown, choice: choice(decision, argument, site))
        if let answer {
          builder.emit(.set(answer.slot, way.mayBeUsed ? answer.decision.whenUsed : answer.decision.whenUnused))
        }
      }
      builder.jump(end)
    }
    builder.resume(at: end)
    return true
  }

  /// The ways that the argument chooses of which a decision speaks, and what may be on each; nil where asking it again may do
  /// something.
  mutating func ways(
    of decision: Decision, _ argument: Argument
  ) -> [(block: BlockID, mayBeUsed: Bool, mayBeUnused: Bool)]? {
    let expression = argument.expression
    if case .question(_, let question) = decision.subject {
      guard let (yes, no) = ask(question, argument) else { return nil }
      return ways(of: decision, (yes, .true), (no, .false))
    }
    let asksForNil = [decision.whenUsed, decision.whenUnused].contains { $0 == .nil || $0 == .present }
    let yes = builder.makeBlock()
    let no = builder.makeBlock()
    if asksForNil {
      let key = argument.value.slot == nil ? factKey(expression) : nil
      var asked = argument.value
      // An argument that is not optional is there.
      if case .none = asked.storage, key == nil, !asked.type.isOptional, asked.type != .unknown {
        asked.storage = .constant(.present)
      }
      branchOnNil(asked, key, whenNil: yes, whenPresent: no, text(of: expression), at: tree.range(of: expression)) { _ in }
    } else if let slot = argument.value.slot {
      fork(expression, yes, no, .isTrue(slot))
    } else if isReadable(expression) {
      lowerCondition(expression, yes, no)
    } else {
      return nil
    }
    return asksForNil ? ways(of: decision, (yes, .nil), (no, .present)) : ways(of: decision, (yes, .true), (no, .false))
  }

  private func ways(
    of decision: Decision, _ first: (BlockID, Constant), _ second: (BlockID, Constant)
  ) -> [(block: BlockID, mayBeUsed: Bool, mayBeUnused: Bool)] {
    [first, second].map { block, answer in
      (block, [.unknown, answer].contains(decision.whenUsed), [.unknown, answer].contains(decision.whenUnused))
    }
  }

  /// Branches on what a callee asks about an argument; nil where the argument has no name that could be asked here.
  private mutating func ask(_ question: Decision.Question, _ argument: Argument) -> (yes: BlockID, no: BlockID)? {
    let (yes, no) = (builder.makeBlock(), builder.makeBlock())
    let expression = argument.expression
    let known: Bool?
    switch question {
    case .isCase(let name): known = caseName(expression, of: argument.value.type).map { $0 == name }
    case .isIn(let numbers): known = number(expression).map { numbers.contains($0) }
    }
    if let known {
      builder.jump(known ? yes : no)
      return (yes, no)
    }
    guard let key = factKey(expression), !isGuess(key) else { return nil }
    let slot: SlotID?
    switch question {
    case .isCase(let name): slot = caseSlot(key, name, of: argument.value.type)
    case .isIn(let numbers):
      noteInteger(key, argument.value)
      slot = rangeSlot(key.base, numbers.moved(by: -key.offset))
    }
    builder.branch(slot.map { .isTrue($0) } ?? .unknown, builder.edge(yes), builder.edge(no))
    return (yes, no)
  }

  /// Whether evaluating an expression once more only looks.
  mutating func isReadable(_ node: NodeID) -> Bool {
    if node.isNone { return false }
    let row = tree[node]
    switch row.kind {
    case .identifierExpr:
      return findLocal(tree.mainName(of: node)).map { !locals[$0].isComputed && !locals[$0].isAsyncLet } ?? true
    case .literalExpr: return true
    case .parenExpr: return isReadable(row.firstChild)
    case .prefixExpr: return Operators.name(tree, node) == Operators.not && isReadable(row.firstChild)
    case .memberExpr:
      if row.flags.contains(.implicitBase) || row.firstChild.isNone { return true }
      let name = tree.name(of: row.mainToken)
      let role = index.knowledge.operations.lazy.compactMap { $0.properties[name]?.role }.first
      return (role ?? .query) == .query && isReadable(row.firstChild)
    case .infixExpr:
      return (namesCheck(node) || Operators.compares(Operators.name(tree, node)))
        && isReadable(tree.child(at: 0, of: node)) && isReadable(tree.child(at: 1, of: node))
    default: return false
    }
  }

  /// What a callee does with a value it is given.
  mutating func apply(_ effect: ParameterEffect, to value: Value, at range: ByteRange, _ shown: String) {
    switch effect {
    case .borrows, .mayReturn: use(value, .lend, at: range, shown)
    // Nobody has taken it on, or even asked it something: what comes back is the same value.
    case .returns: break
    case .consumes, .empties: use(value, .pass, at: range, shown)
    case .takesOver: use(value, .takeOver, at: range, shown)
    // Whether a duty was done depends on what the callee says; nobody here can tell.
    case .mayConsume where contract(value.type) != .future: use(value, .escape, at: range, shown)
    case .mayConsume: mayConsume(value, at: range, shown, nil)
    case .completesOrHandsOn: completesOrHandsOn(value, at: range, shown)
    case .stores: use(value, .store, at: range, shown)
    case .escapes, .remakes, .mayRemake: use(value, .escape, at: range, shown)
    case .unreached:
      isOpen = true
      neverReturns()
    }
  }

  /// What the other arguments say of it nobody asks: a way on which it is done once more may be none.
  private mutating func completesOrHandsOn(_ value: Value, at range: ByteRange, _ shown: String) {
    let (done, handed, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
    let step = PathStep(range: range, text: "'\(shown)' completes it on some path", isUnlikely: true)
    builder.finish(.fork([builder.edge(handed), builder.edge(done, step)]))
    for (block, kind) in [(done, Use.Kind.pass), (handed, .escape)] {
      builder.resume(at: block)
      use(value, kind, at: range, shown)
      builder.jump(end)
    }
    builder.resume(at: end)
  }

  /// - Parameters:
  ///   - answer: where to write what the decision says of the result on either way.
  ///   - isCompleted: it does so only where the value is completed.
  private mutating func mayConsume(
    _ value: Value, at range: ByteRange, _ shown: String, _ choice: Use.Choice?, _ decision: Decision? = nil,
    _ answer: SlotID? = nil, isCompleted: Bool = false
  ) {
    let taken = builder.makeBlock()
    let left = builder.makeBlock()
    let end = builder.makeBlock()
    let step = PathStep(range: range, text: "'\(shown)' uses it up on some path")
    builder.finish(.fork([builder.edge(taken, step), builder.edge(left)]))
    builder.resume(at: taken)
    if isCompleted, let slot = value.slot { assumeCompleted(slot) }
    use(value, .pass, at: range, shown, choice: choice)
    if let decision, let answer { builder.emit(.set(answer, decision.whenUsed)) }
    builder.jump(end)
    builder.resume(at: left)
    use(value, .lend, at: range, shown)
    if let decision, let answer { builder.emit(.set(answer, decision.whenUnused)) }
    builder.proceed(to: end)
  }

  /// What a question about an argument chooses, where nobody here knows the answer: for another number it may be another one.
  private mutating func choice(_ decision: Decision, _ argument: Argument, _ site: CallSite) -> Use.Choice? {
    guard case .question = decision.subject, number(argument.expression) == nil,
      caseName(argument.expression, of: argument.value.type) == nil, let key = factKey(argument.expression)
    else { return nil }
    let isSame = key.isPlace && !key.dependencies.contains(where: loopSlots.contains)
    return Use.Choice(callee: site.callee, arguments: isSame ? key.hash : nil)
  }

  /// What the other arguments of a call choose; nil if there are none that may. Flags and optionals are asked for when the
  /// callee is looked at: those that decide say so themselves.
  private mutating func choice(_ site: CallSite) -> Use.Choice? {
    var hash: UInt64? = 0
    var isAlone = true
    let parameters = Array(index.parameters(of: site.callee))
    let scope = TypeScope(file: site.callee.file, declaration: site.callee.index)
    for (argument, place) in zip(site.arguments, site.places) where place != site.place && argument.closure == nil {
      if place < parameters.count, isAskable(index.type(parameters[place].type, in: scope)) { continue }
      isAlone = false
      let expression = argument.expression
      guard let known = hash, isPlainLiteral(expression) || isCaseName(expression), let key = factKey(expression) else {
        hash = nil
        continue
      }
      hash = FactKey.mix(FactKey.mix(known, UInt64(place)), key.hash)
    }
    return isAlone ? nil : Use.Choice(callee: site.callee, arguments: hash)
  }
}

extension Limits {
  /// How far in front of a call somebody looks for the brace that it stands behind.
  fileprivate static let tokensOfBlock = 512
}
