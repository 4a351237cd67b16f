import VTDiagnostics
import VTSyntax

/// Two closures of a function of which exactly one is to be called, `success:` and `failure:`: one duty with two names.
struct OutcomeParameters {
  var id: Knowledge.OneShotID
  var places: [Int]
  /// Perhaps there is nobody to be told.
  var isOptional: Bool
  /// The value that both stand for, as soon as the first of them is declared.
  var storage: Storage?
}

extension Lowerer {
  func outcomeParameters(of id: DeclarationID) -> OutcomeParameters? {
    let parameters = index.parameters(of: id)
    guard let pair = index.knowledge.creations.outcomes(in: parameters) else { return nil }
    let scope = TypeScope(file: id.file, declaration: id.index)
    let places = [pair.success, pair.failure]
    let types = places.map { index.type(parameters[parameters.startIndex + $0].type, in: scope) }
    guard zip(places, types).allSatisfy({ isHandler($0, $1, of: id) }) else { return nil }
    return OutcomeParameters(id: pair.id, places: places, isOptional: types.contains(where: \.isOptional))
  }

  /// An error may be called `failure` too: an unknown type has to have the name of a closure.
  private func isHandler(_ place: Int, _ type: Type, of id: DeclarationID) -> Bool {
    if case .nominal = type.unwrapped, !hasNameOfClosure(place, index.declaration(id)) { return false }
    return isKeptClosure(place, type, of: id)
  }

  /// Whether a function has a closure of its own for failures, beside one whose name says only that it is over, or the other way
  /// round: whether both are called then, or one, nobody can tell.
  func hasHandlerOfFailures(besides place: Int, of id: DeclarationID) -> Bool {
    let creations = index.knowledge.creations
    let scope = TypeScope(file: id.file, declaration: id.index)
    let parameters = Array(index.parameters(of: id))
    let isForFailures = creations.tellsFailure(parameters[place])
    let type = index.type(parameters[place].type, in: scope).unwrapped
    let tellsNothing = if case .function(let inputs, _) = type { inputs.isEmpty } else { false }
    return parameters.enumerated().contains { other, parameter in
      other != place && (isForFailures || creations.tellsFailure(parameter) || tellsNothing && hasNameOfFailure(other, of: id))
        && isHandler(other, index.type(parameter.type, in: scope), of: id)
    }
  }

  /// `presentationFailure`
  private func hasNameOfFailure(_ place: Int, of id: DeclarationID) -> Bool {
    let name = text(parameterRange(place, index.declaration(id)))
    return index.knowledge.catalogue.failureSuffixes.contains { $0.first?.isUppercase == true && name.hasSuffix($0) }
  }

  /// Declares one of the two; the second stands for what the first does.
  mutating func declareOutcome(_ name: Name, _ outcomes: inout OutcomeParameters?, at range: ByteRange) {
    guard let pair = outcomes else { return }
    let plain = index.valueType(of: pair.id)
    let type: Type = pair.isOptional ? .optional(plain) : plain
    if let storage = pair.storage { return declare(name, type, storage) }
    declareParameter(name, type, at: range, isCreated: true)
    outcomes?.storage = locals[locals.count - 1].storage
  }
}
