import VTDiagnostics
import VTSyntax

// Closures that a callee keeps for later, by the words of the call: those that come again, and those of which one tells of
// success and the other of failure.
extension Lowerer {
  /// Gives a closure to a callee that keeps it.
  /// - Parameter parameter: what a known initialiser calls it.
  mutating func keep(
    _ closure: ClosureValue, _ argument: Argument, _ node: NodeID, _ shown: String, as parameter: Name = .none,
    isBuilder: Bool = false
  ) {
    // `LoginDelegate { c.resume(with: $0) }` of an `init(completion:)`: the parameter knows better than the name.
    let isCompletion = index.knowledge.creations.parameterNames[parameter] != nil
    let mayRepeat = !isCompletion && mayRepeat(argument, shown) || tellsProgress(closure.node)
      || takesItselfOff(closure.node, Name(shown))
    let comesAgain = mayRepeat && isForEvents(shown) && !tellsOutcome(argument) && completesDuties(closure)
    if hasDuties, comesAgain || isMadeInEachRound(closure, shown) {
      _ = run(closure, .laterMany, false, node, discardsResult: true)
    } else {
      escape(closure, isBuilder: isBuilder, to: node, mayRepeat: mayRepeat)
    }
  }

  /// `client.setHandler { message in …; client.setHandler(nil) }`: there are runs until it takes itself off.
  private func takesItselfOff(_ closure: NodeID, _ callee: Name) -> Bool {
    guard hasDuties else { return false }
    let row = tree[closure]
    return (Int(row.firstToken.index)..<Int(row.endToken.index)).contains { place in
      tree.tokens[place].kind == .identifier && tree.name(of: TokenID(UInt32(place))) == callee
        && tree.tokens[place + 1].kind == .leftParen && tree.tokens[place + 2].word == .nil
        && tree.tokens[place + 3].kind == .rightParen
    }
  }

  /// `{ result, progress, error in … }`: most of its calls tell how far something has come, and one of them how it ended.
  private func tellsProgress(_ closure: NodeID) -> Bool {
    let inputs = tree.parameters(of: closure)
    return inputs.count > 2 && inputs.contains { !tree[$0].mainToken.isNone && tree.mainName(of: $0) == KnownNames.progress }
  }

  /// `for item in items { item.load { c.resume() } }`: one closure for each element, and one duty for all of them.
  /// What makes an object takes the closure for somebody who chooses one of them: a button, an entry of a menu.
  private mutating func isMadeInEachRound(_ closure: ClosureValue, _ callee: String) -> Bool {
    guard let loop = loopNodes.last?.present, let start = loopStarts.last, callee.first?.isLowercase == true, callee != "init",
      captures(of: closure).contains(where: { value, place in place < start && contract(value.type) == .duty }),
      areRoundsAlike(loop)
    else { return false }
    return !comparesOwn(closure.node)
  }

  /// `let done = counter.next(); if done == count { … }`: a closure that finds out whether it is the last one.
  private func comparesOwn(_ closure: NodeID) -> Bool {
    let row = tree[closure]
    var own: Set<Name> = []
    for token in Int(row.firstToken.index)..<Int(row.endToken.index) {
      let isDeclared = token > 0 && [.let, .var].contains(tree.tokens[token - 1].word)
      let name = tree.name(of: TokenID(UInt32(token)))
      if isDeclared { own.insert(name) }
      guard own.contains(name), !isDeclared else { continue }
      let neighbours = [TokenID(UInt32(token - 1)), TokenID(UInt32(token + 1))]
      if neighbours.contains(where: { Operators.comparisons.contains(Operators.name(tree, from: $0)) }) { return true }
    }
    return false
  }

  /// Whether each round of a loop, or of a closure that runs again, does what the others do: it leaves no other way than by its end,
  /// and compares nothing that would tell one round from the others.
  private mutating func areRoundsAlike(_ node: NodeID) -> Bool {
    if let known = likeRounds[node] { return known }
    let rounds = tree.kind(node) == .closureExpr ? tree.child(.block, of: node) : node
    let areAlike = !tree.children(of: rounds).contains { tellsRoundsApart($0) }
    likeRounds[node] = areAlike
    return areAlike
  }

  private func tellsRoundsApart(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .returnStmt, .breakStmt, .continueStmt, .throwStmt, .switchExpr, .tryExpr, .awaitExpr: true
    case .infixExpr where [Operators.equal, Operators.notEqual].contains(Operators.name(tree, node)): true
    case .closureExpr, .functionDecl: false
    default: tree.children(of: node).contains { tellsRoundsApart($0) }
    }
  }

  /// What the function was given may be half its business only: `cascadeSuccess(to: promise)` leaves failures to another.
  var isGivenDuties: Bool { builder.graph.origins.contains { $0.contract == .duty && $0.kind == .parameter && $0.duty != .own } }

  mutating func completesDuties(_ closure: ClosureValue) -> Bool {
    captures(of: closure).contains { contract($0.value.type) == .duty }
  }

  /// `load(success: { c.resume(returning: $0) }, failure: { print($0) })`: who only looks at the failure has forgotten what
  /// the other closure has.
  mutating func noteForgottenFailures(_ arguments: [Argument], _ node: NodeID) {
    guard hasDuties, arguments.count > 1 else { return }
    let closures = arguments.count { $0.closure != nil }
    for failure in arguments where tellsFailure(failure) && !tellsEvent(failure) {
      guard let closure = failure.closure else { continue }
      let mentioned = Set(reached(from: closure).compactMap(\.slot))
      for other in arguments where other.node != failure.node && (tellsSuccess(other) || other.isTrailing && closures == 2) {
        guard let success = other.closure else { continue }
        for (value, _) in captures(of: success) where contract(value.type) == .duty {
          if let slot = value.slot, !mentioned.contains(slot) { forget(value, in: closure) }
        }
      }
    }
  }

  /// The variables that a closure and the local functions it names have to do with.
  mutating func reached(from closure: ClosureValue) -> [Value] {
    var found: [Value] = []
    var seen: Set<Int> = []
    var pending = [closure]
    while let next = pending.popLast() {
      for (value, place) in captures(of: next) where seen.insert(place).inserted {
        if value.slot != nil { found.append(value) }
        if case .closure(let inner) = locals[place].storage { pending.append(inner) }
      }
    }
    return found
  }

  private func tellsSuccess(_ argument: Argument) -> Bool { tellsOutcome(argument) && !tellsFailure(argument) }

  /// `let task = session.dataTask(with: url) { … }`, and `task.resume()` in a branch only, or behind a way out: where the task
  /// was not started its closure does not run.
  func mayStayUnstarted(_ pattern: NodeID, _ call: NodeID, _ declaration: NodeID) -> Bool {
    guard hasDuties, tree.kind(call) == .callExpr,
      KnownNames.suspendedTasks.contains(tree.mainName(of: tree[call].firstChild))
    else { return false }
    let name = tree.mainName(of: pattern)
    let start = Int(tree[declaration].endToken.index)
    // The last token is the end of the file.
    let end = min(start + Limits.tokensToStart, tree.tokens.count - 2)
    var depth = 0
    var leaves = false
    for place in start..<max(start, end) {
      switch tree.tokens[place].kind {
      case .leftBrace: depth += 1
      case .rightBrace where depth == 0: return false
      case .rightBrace: depth -= 1
      case .identifier where tree.name(of: TokenID(UInt32(place))) == name && tree.tokens[place + 1].kind == .period
        && tree.name(of: TokenID(UInt32(place + 2))) == KnownNames.resume:
        return depth > 0 || leaves
      default: leaves = leaves || [.return, .throw].contains(tree.tokens[place].word)
      }
    }
    return false
  }

  /// `save(key) { c.resume(with: $0) }`, where `save` begins with `guard isReady else { return }`: on that way nobody ever has
  /// the closure.
  mutating func noteDropped(_ closure: ClosureValue, by found: ResolvedMember, _ shown: String, _ call: NodeID) {
    guard found.candidates.count == 1, implementations(of: found.first) == [found.first] else { return }
    let range = tree.token(tree[call].firstToken).range
    let step = PathStep(range: range, text: "'\(shown)' returns without a look at it", isUnlikely: true)
    for value in reached(from: closure) {
      // Of a handler whoever called may be told otherwise; a continuation is all that its task waits for.
      guard let type = oneShot(value.type), index.knowledge.type(type).kind == .continuation else { continue }
      forget(value, at: tree.range(of: call), step)
    }
  }

  /// On this way a closure runs, and all that it could have done is over.
  private mutating func forget(_ value: Value, in closure: ClosureValue) {
    let range = tree.range(of: closure.node)
    forget(value, at: range, PathStep(range: range, text: "it fails"))
  }

  private mutating func forget(_ value: Value, at range: ByteRange, _ step: PathStep) {
    guard let slot = value.slot, let origin = madeInSlot[slot] else { return }
    let forgotten = builder.makeBlock()
    let next = builder.makeBlock()
    builder.finish(.fork([builder.edge(next), builder.edge(forgotten, step)]))
    builder.resume(at: forgotten)
    builder.emit(.pass(Waypoint(range: ByteRange(start: range.start, end: range.start + 1), kind: .exit)))
    builder.emit(.end(origin))
    builder.finish(.exit(.never))
    builder.resume(at: next)
  }
}

extension Limits {
  /// How far behind a task that is made somebody looks for its start.
  fileprivate static let tokensToStart = 1024
}
