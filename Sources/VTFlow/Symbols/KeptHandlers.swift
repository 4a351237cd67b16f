import VTDiagnostics

// Completion handlers that objects keep in properties.
extension SymbolIndex {
  /// The property as the place of one completion handler, which whoever calls it may take out; nil for all others.
  func keptHandler(_ id: DeclarationID) -> ContinuationProperty? {
    let declaration = declaration(id)
    guard isNamedAsHandler(declaration), declaration.parent >= 0,
      [.classType, .actorType].contains(files[Int(id.file.index)].declarations[Int(declaration.parent)].kind),
      case .optional(.function(let inputs, .void)) = propertyType(id),
      let type = knowledge.creations.parameterNames[declaration.name], knowledge.creations.fits(type, told: inputs)
    else { return nil }
    return ContinuationProperty(id: id, name: declaration.name, type: type, isCollection: false)
  }

  private func isNamedAsHandler(_ declaration: Declaration) -> Bool {
    declaration.kind == .property && declaration.flags.contains(.isStored)
      && declaration.flags.isDisjoint(with: [.isLet, .isStatic]) && knowledge.creations.parameterNames[declaration.name] != nil
  }

  /// Whether a file declares a property that may keep one.
  package func mayKeepHandlers(_ file: FileID) -> Bool {
    files[Int(file.index)].declarations.contains { isNamedAsHandler($0) && $0.parent >= 0 }
  }

  /// The names of all such properties that a file declares.
  func namesOfKeptHandlers(_ file: FileID) -> Set<Name> {
    let kept = files[Int(file.index)].declarations.indices.compactMap { place in
      keptHandler(DeclarationID(file: file, index: Int32(place)))
    }
    return Set(kept.map(\.name))
  }
}
