import VTDiagnostics
import VTSyntax

// Closures that a callee keeps for later, by the words of the call: those that come again, and those of which one tells of
// success and the other of failure.
extension Lowerer {
  /// Gives a closure to a callee that keeps it.
  mutating func keep(
    _ closure: ClosureValue, _ argument: Argument, _ node: NodeID, _ shown: String, isBuilder: Bool = false
  ) {
    let mayRepeat = mayRepeat(argument, shown)
    if mayRepeat, hasDuties, isForEvents(shown), !tellsOutcome(argument), completesDuties(closure) {
      _ = run(closure, .laterMany, false, node, discardsResult: true)
    } else {
      escape(closure, isBuilder: isBuilder, to: node, mayRepeat: mayRepeat)
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
    builder.emit(.pass(Waypoint(range: ByteRange(start: range.start, end: range.start + 1), isExit: true)))
    builder.emit(.end(origin))
    builder.finish(.exit(.never))
    builder.resume(at: next)
  }
}
