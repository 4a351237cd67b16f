import VTCatalogue
import VTDiagnostics

// How functions run closures that they hand on to others: those of the sources, or those that the catalogue knows.
//
//     func later(_ body: @escaping () -> Void) { queue.async { body() } }      once, later
extension SymbolIndex {
  /// How a function runs a closure parameter, through the functions it hands it on to.
  /// - Parameter isQuiet: the closure throws nothing.
  func runs(of id: DeclarationID, parameter place: Int, isQuiet: Bool = false, depth: Int = 0) -> ClosureRuns {
    let parameters = parameters(of: id)
    guard place >= 0, place < parameters.count else { return .unknown }
    let parameter = parameters[parameters.startIndex + place]
    guard parameter.runs == .forwarded, let forward = parameter.forward else { return isQuiet ? parameter.quietRuns : parameter.runs }
    guard depth < 6 else { return .unknown }
    let isRunHere = forward.isEvaluated && !isTakenUnevaluated(forward, from: id)
    let runs = isRunHere
      ? forward.outer : forward.runs(where: runs(behind: forward, from: id, isQuiet: isQuiet && forward.isQuietOtherwise, depth))
    return forward.isEscaping && [.never, .atMostOnce].contains(runs) ? .unknown : runs
  }

  private func runs(behind forward: ClosureForward, from id: DeclarationID, isQuiet: Bool, _ depth: Int) -> ClosureRuns {
    let isNamed = [.none, .own].contains(forward.receiver)
    let candidates = isNamed ? callees(of: forward, from: id) : []
    if candidates.isEmpty { return runsOfKnown(forward, from: id) }
    guard let target = target(of: forward, among: candidates) else { return .unknown }
    return runs(of: target.callee, parameter: target.place, isQuiet: isQuiet, depth: depth + 1)
  }

  /// `other(body())`, where the other function decides whether `body` runs.
  private func isTakenUnevaluated(_ forward: ClosureForward, from id: DeclarationID) -> Bool {
    guard takesAutoclosure(forward.callee), [.none, .own].contains(forward.receiver),
      let target = target(of: forward, among: callees(of: forward, from: id))
    else { return false }
    return isAutoclosure(target.place, of: target.callee)
  }

  /// The parameter that a closure is handed on to.
  private func target(of forward: ClosureForward, among candidates: [DeclarationID]) -> (callee: DeclarationID, place: Int)? {
    guard candidates.count == 1, let callee = candidates.first else { return nil }
    let targets = Array(parameters(of: callee))
    let place = targets.firstIndex { $0.label == forward.label && forward.label != .none }
    return (place ?? (forward.place < targets.count ? forward.place : nil)).map { (callee, $0) }
  }

  /// Whether a function throws only where it has not run a closure parameter, itself or through those it hands it on to.
  func isRunLast(by id: DeclarationID, parameter place: Int, depth: Int = 0) -> Bool {
    let parameters = parameters(of: id)
    guard place >= 0, place < parameters.count else { return false }
    let parameter = parameters[parameters.startIndex + place]
    if parameter.isRunLast { return true }
    guard depth < 6, let forward = parameter.forward, forward.passesErrorsOn, [.none, .own].contains(forward.receiver),
      let target = target(of: forward, among: callees(of: forward, from: id))
    else { return false }
    return isRunLast(by: target.callee, parameter: target.place, depth: depth + 1)
  }

  /// What the catalogue says of a callee that the sources do not declare.
  private func runsOfKnown(_ forward: ClosureForward, from id: DeclarationID) -> ClosureRuns {
    if isDeclaredSomewhere(forward.callee) { return .unknown }
    let owner = ownerName(of: id)
    let receiver: Type? =
      switch forward.receiver {
      case .none, .own: owner == .none ? nil : selfType(owner)
      case .unknown: .unknown
      case .array: .array(.unknown)
      case .type(let name): .metatype(.nominal(name, []))
      case .instance(let name): .nominal(name, [])
      }
    let entry = knowledge.callee(forward.callee, on: receiver)?.runner(
      label: forward.label, takesNothing: forward.takesNothing
    ) { label, text in forward.written[label] == Name(text) }
    guard let entry, entry.outcome == nil, !entry.isGroup else { return .unknown }
    switch entry.fate {
    case .once: return .once
    case .atMostOnce: return .atMostOnce
    case .many: return .many
    case .concurrent: return .concurrent
    case .laterOnce: return .laterOnce
    case .laterMany: return .laterMany
    case .child: return .unknown
    }
  }
}

extension ClosureForward {
  /// How a closure is run that is handed on so to a function that runs what it is given so.
  fileprivate func runs(where others: ClosureRuns) -> ClosureRuns {
    // What the other one may leave alone, or do later, does not add up.
    if isRunBeside, inner == .never || ![.once, .many].contains(others) { return .unknown }
    let counts = [inner, outer]
    if counts.contains(.never) { return .never }
    // Where a condition decides in each round, it may well hold once only.
    let isMany = counts.contains(.many) && !counts.contains(.atMostOnce)
    let isOnce = counts.allSatisfy { $0 == .once }
    let isCertain = isMany || isOnce
    switch others {
    case .never: return .never
    case .once: return isMany ? .many : isOnce ? .once : counts.contains(.many) ? .unknown : .atMostOnce
    case .atMostOnce: return isOnce ? .atMostOnce : .unknown
    case .many: return isCertain ? .many : .unknown
    case .laterOnce: return isOnce ? .laterOnce : isMany ? .laterMany : .unknown
    case .child: return isOnce ? .child : .unknown
    case .concurrent: return isCertain ? .concurrent : .unknown
    case .laterMany: return isCertain && isPlain ? .laterMany : .unknown
    case .forwarded, .unknown: return .unknown
    }
  }
}
