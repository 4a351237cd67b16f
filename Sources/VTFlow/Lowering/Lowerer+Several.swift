import VTDiagnostics
import VTSyntax

// Functions of several value futures:
//
//     func finish(_ all: [ValueFuture<User>]) async throws { for f in all { _ = try await f.value } }
//     try await finish([f, g])
//     _ = try await f.value                              again
//
// In a summary one value stands for all elements of a parameter: there is one, and each round of a loop does the same to the
// next. What takes single elements, or leaves the loop, is out of sight.
extension Lowerer {
  /// The value that stands for the elements of the parameter that was just declared; nil if those are no value futures.
  mutating func declareElements(of type: Type) -> OriginID? {
    guard let element = type.elementOfArray, contract(element) == .future, let parameter = locals.last,
      case .slot(let slot) = parameter.storage, case let key = FactKey(variable: slot), let earlier = earlierElement(of: key)
    else { return nil }
    let value = made(element, .parameter, at: ByteRange(start: 0, end: 0))
    guard let any = value.slot, let origin = madeInSlot[any] else { return nil }
    builder.emit(.copy(earlier, any))
    heldParts[slot] = [any]
    if let isEmpty = emptyFact(of: key) { builder.emit(.set(isEmpty, .false)) }
    return origin
  }

  /// Some of them are used, and nobody here tells which.
  mutating func letGoOfElements(of collection: NodeID) {
    guard !heldParts.isEmpty, let place = localWithParts(collection), case .slot(let slot) = locals[place].storage else { return }
    letGoOfParts(of: slot, at: tree.range(of: collection))
  }

  /// `[f, g]` as an argument: whoever is called may use up both.
  mutating func futuresOfLiteral(_ node: NodeID) -> Value? {
    guard let futures = literalFutures(in: node) else { return nil }
    return Value(type: .array(futures.type), storage: .tuple(futures.slots.map { .slot($0) }), subject: tree.range(of: node))
  }

  /// The value futures in an array that is written as an argument, or what stands for those of a variable.
  mutating func elements(of argument: Argument) -> [Value]? {
    guard let element = argument.value.type.elementOfArray, contract(element) == .future, argument.variable == nil else { return nil }
    if case .tuple(let parts) = argument.value.storage {
      return parts.map { Value(type: element, storage: $0, subject: argument.value.subject) }
    }
    guard let earlier = localPlace(argument.expression).flatMap({ earlierElement(of: $0) }) else { return nil }
    return [Value(type: element, storage: .slot(earlier), subject: argument.value.subject)]
  }

  /// Does to the elements of an argument what the callee does to them.
  /// - Returns: false where there are none that can be named.
  mutating func settleElements(
    _ argument: Argument, _ found: ResolvedMember, _ arguments: [Argument], _ place: Int, _ shown: String, _ answer: inout SlotID?
  ) -> Bool {
    guard let values = elements(of: argument) else { return false }
    let (range, site) = (tree.range(of: argument.node), CallSite(found, arguments, place))
    let summary = combinedSummary(found, place)
    if case .tuple = argument.value.storage {
      for value in values { answer = apply(summary, to: value, at: range, shown, site) ?? answer }
      return true
    }
    guard let round = loopElements(of: argument.expression, values[0].type, at: range, body: argument.expression) else { return false }
    answer = apply(summary, to: beginRound(round, at: range), at: range, shown, site) ?? answer
    endRound(round)
    finishRounds(round)
    return true
  }
}

extension SymbolIndex {
  /// Whether a parameter takes several values.
  func isOfSeveral(_ function: DeclarationID, parameter place: Int) -> Bool {
    let parameters = Array(parameters(of: function))
    guard parameters.indices.contains(place) else { return false }
    if parameters[place].isVariadic { return true }
    return type(parameters[place].type, in: TypeScope(file: function.file, declaration: function.index)).elementOfArray != nil
  }
}
