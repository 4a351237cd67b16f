import VTDiagnostics
import VTSyntax

// What is known of a callee and one parameter: what its body, or all bodies behind a requirement, do with it.
extension Lowerer {
  /// The effect on a parameter that all overloads, and all known conformers of a requirement, have in common; of very many
  /// nothing is claimed.
  func combinedSummary(_ found: ResolvedMember, _ place: Int) -> ParameterSummary {
    var combined: ParameterSummary?
    for id in found.candidates {
      if index.hasVeryManyImplementations(id) { return ParameterSummary(.escapes) }
      for implementation in found.isExact ? [id] : implementations(of: id) {
        let one = knownSummary(of: implementation, parameter: place)
        guard let known = combined, known != one else {
          combined = one
          continue
        }
        combined = ParameterSummary(common(known.effect, one.effect), thrown: common(known.thrown, one.thrown))
      }
    }
    return combined ?? ParameterSummary(.takesOver)
  }

  private func common(_ a: ParameterEffect, _ b: ParameterEffect) -> ParameterEffect {
    if a == b || b == .unreached { return a }
    if a == .unreached { return b }
    if [a, b].contains(where: { [.remakes, .mayRemake].contains($0) }) { return .escapes }
    return [a, b].contains(.escapes) ? .escapes : .mayConsume
  }

  /// What is said of a parameter that no summary speaks of. Something declared to take value futures takes them over,
  /// wherever its body is; what takes anything at all may as well only look.
  private func knownSummary(of function: DeclarationID, parameter place: Int) -> ParameterSummary {
    if let known = summaries.summary(of: function, parameter: place) { return known }
    if isVariadic(place, of: function) { return ParameterSummary(.escapes) }
    // A case keeps its payload, as a property does.
    if index.declaration(function).kind == .enumCase { return ParameterSummary(.stores) }
    let parameters = index.parameters(of: function)
    guard place < parameters.count else { return ParameterSummary(.takesOver) }
    let parameter = parameters[parameters.startIndex + place]
    if let when = parameter.givenBackWhen {
      let (used, unused): (Constant, Constant) = when.isTrue ? (.true, .false) : (.false, .true)
      return ParameterSummary(.mayReturn, decision: Decision(subject: .parameter(when.place), whenUsed: used, whenUnused: unused))
    }
    if parameter.isGivenBack { return ParameterSummary(.returns) }
    if index.isBorrowed(parameter, of: function) { return ParameterSummary(.borrows) }
    let type = index.type(parameter.type, in: TypeScope(file: function.file, declaration: function.index))
    return ParameterSummary(oneShot(type) == nil && type != .unknown ? .escapes : .takesOver)
  }

  private func isVariadic(_ place: Int, of function: DeclarationID) -> Bool {
    let parameters = index.parameters(of: function)
    return place < parameters.count && parameters[parameters.startIndex + place].isVariadic
  }

  /// What a method or property does with a receiver that the catalogue does not know it by; without a body only that is
  /// believed which the declaration promises.
  func receiverSummary(of function: DeclarationID) -> ParameterSummary {
    if let known = summaries.receiver(of: function) { return known }
    return ParameterSummary(index.declaration(function).flags.contains(.isBorrowing) ? .borrows : .escapes)
  }

  /// The bodies behind a protocol requirement, as far as they are known; else the declaration itself, and what overrides it.
  func implementations(of id: DeclarationID) -> [DeclarationID] {
    let declaration = index.declaration(id)
    guard declaration.flags.contains(.isRequirement) else { return [id] + index.overrides(of: id, from: file) }
    if index.hasVeryManyImplementations(id) { return [id] }
    let found = index.conformers(of: index.ownerName(of: id)).flatMap { type in
      members(of: type, named: declaration.name).filter { index.fulfils($0, id) }
    }
    return found.isEmpty ? [id] : found
  }
}
