import VTDiagnostics

// What a file of another module declares to others: the rest would only be mistaken for something of the linted sources.
extension FileDeclarations {
  /// The same file with what other modules see of it, told by this source.
  package func seenFromOutside(as source: DeclarationSource, module: Name) -> FileDeclarations {
    var result = DeclarationDraft(self)
    result.declarations = []
    result.sketches = [:]
    var places = [Int32](repeating: -1, count: declarations.count)
    for (index, declaration) in declarations.enumerated() {
      let isSeen = declaration.parent < 0 ? isSeenAtTop(declaration) : isSeenInside(declaration, parent: places)
      if !isSeen { continue }
      var declaration = declaration
      let place = Int32(result.declarations.count)
      if declaration.parent >= 0 { declaration.parent = places[Int(declaration.parent)] }
      places[index] = place
      if let sketch = sketches[Int32(index)] { result.sketches[place] = sketch }
      result.declarations.append(declaration)
    }
    return FileDeclarations(result, source: source, module: ModuleName(module))
  }

  private func isSeenAtTop(_ declaration: Declaration) -> Bool {
    // Which members of an extension are seen, each of them says.
    declaration.kind == .extensionOfType || declaration.flags.contains(.isPublic)
  }

  /// - Parameter places: the new places of the declarations before; -1 for what is left out.
  private func isSeenInside(_ declaration: Declaration, parent places: [Int32]) -> Bool {
    guard places[Int(declaration.parent)] >= 0 else { return false }
    let parent = declarations[Int(declaration.parent)]
    switch parent.kind {
    case .protocolType: return true
    case .enumType where declaration.kind == .enumCase: return true
    case .extensionOfType where parent.flags.contains(.isPublic):
      return declaration.flags.isDisjoint(with: [.isPrivate, .isInternal])
    case .structType, .classType, .enumType, .actorType, .extensionOfType: return declaration.flags.contains(.isPublic)
    default: return false
    }
  }
}
