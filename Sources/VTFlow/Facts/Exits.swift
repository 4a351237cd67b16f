// How values leave a function, and what at its exits tells which way they went.

extension FunctionFacts.Exits {
  mutating func insert(_ states: FunctionFacts.ExitStates, _ kind: ExitKind) {
    if kind == .thrown { thrown.formUnion(states) } else { returned.formUnion(states) }
  }

  /// - Parameter answer: what the subject is on one way that returns.
  mutating func note(_ answer: Constant, of subject: Decision.Subject, isUsed: Bool) {
    if isUsed {
      answers[subject, default: FunctionFacts.Answers()].whenUsed.insert(answer)
    } else {
      answers[subject, default: FunctionFacts.Answers()].whenUnused.insert(answer)
    }
  }

  mutating func noteCompletion(_ origin: OriginState, _ result: Constant) {
    if origin.mayBeIncomplete, !origin.uses.isEmpty { isUsedIncomplete = true }
    if origin.mayBeIncomplete { whenIncomplete.insert(result) } else { whenCompleted.insert(result) }
  }

  var completion: ParameterSummary.Completion {
    guard returned == .unused else { return .unknown }
    if whenIncomplete.isEmpty { return whenCompleted.isEmpty ? .unknown : .always }
    if whenIncomplete == [.false], whenCompleted.contains(.true) { return .whenTrue }
    if whenIncomplete == [.true], whenCompleted.contains(.false) { return .whenFalse }
    return whenIncomplete.contains(.true) ? .whatever : .unknown
  }

  /// What the result tells.
  var answer: Decision? { isUsedOnSomeWays ? answers[.result]?.decision(.result) : nil }

  private var isUsedOnSomeWays: Bool {
    returned.contains(.unused) && returned != .unused && returned.isSubset(of: [.used, .givenBack, .unused])
  }

  /// The thing that tells best; of two the argument, which stands in front of the call.
  var decision: Decision? {
    guard isUsedOnSomeWays || returned == [.overwritten, .unused] else { return nil }
    let decisions = answers.compactMap { $1.decision($0) }.sorted { $0.rank < $1.rank }
    return decisions.first { $0.isExact } ?? decisions.first
  }
}

extension FunctionFacts.Answers {
  fileprivate func decision(_ subject: Decision.Subject) -> Decision? {
    var used = whenUsed.count == 1 ? whenUsed.first! : .unknown
    let unused = whenUnused.count == 1 ? whenUnused.first! : .unknown
    // `return nil` where it was not used, and the user itself where it was: nobody means another `nil` by that.
    if subject == .result, used == .unknown, unused == .nil, !whenUsed.contains(.nil) { used = .present }
    if used == unused { return nil }
    return Decision(subject: subject, whenUsed: used, whenUnused: unused)
  }
}

extension Decision {
  fileprivate var rank: Int {
    subject.place ?? .max
  }
}

extension SlotContent {
  /// What is known, as a caller can be told.
  var constant: Constant? {
    if let truth { return truth ? .true : .false }
    return isNil.map { $0 ? .nil : .present }
  }
}
