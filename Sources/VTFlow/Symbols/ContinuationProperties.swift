import VTDiagnostics

/// A variable property in which continuations wait for whoever completes them: one, or a collection. Not promises: to
/// complete one again does nothing.
struct ContinuationProperty: Sendable {
  var id: DeclarationID
  var name: Name
  var type: Knowledge.OneShotID
  var isCollection: Bool
}

extension SymbolIndex {
  /// The property as a place for continuations; nil where it keeps none, or where none can be taken out again.
  func continuationProperty(_ id: DeclarationID) -> ContinuationProperty? {
    let declaration = declaration(id)
    guard declaration.kind == .property, declaration.flags.contains(.isStored), !declaration.flags.contains(.isLet),
      !declaration.flags.contains(.isScriptVariable)
    else { return nil }
    let type = propertyType(id)
    guard let kept = continuation(in: type), kept.type != type else { return nil }
    return ContinuationProperty(id: id, name: declaration.name, type: kept.id, isCollection: kept.type != type.unwrapped)
  }

  /// The continuation that an optional or a collection holds.
  private func continuation(in type: Type) -> (id: Knowledge.OneShotID, type: Type)? {
    switch type {
    case .optional(let inner), .array(let inner), .dictionary(_, let inner): return continuation(in: inner)
    case .nominal(let name, let arguments) where Type.keeping.contains(name) && !arguments.isEmpty:
      return continuation(in: arguments[arguments.count - 1])
    default:
      guard let id = oneShot(type) else { return nil }
      return knowledge.type(id).kind == .continuation ? (id, type) : nil
    }
  }

  /// The names of all such properties of the files that have to do with one-shot values.
  func namesOfContinuationProperties() -> Set<Name> {
    var names: Set<Name> = []
    for file in files where concerns(file.file) {
      for (place, declaration) in file.declarations.enumerated() where declaration.kind == .property {
        if names.contains(declaration.name) || declaration.type.isNone { continue }
        if continuationProperty(DeclarationID(file: file.file, index: Int32(place))) != nil { names.insert(declaration.name) }
      }
    }
    return names
  }
}

// What becomes of the objects of a type, as far as declarations tell.
extension SymbolIndex {
  /// Whether another file may mention the name.
  func isUsedElsewhere(_ name: Name, than file: FileID) -> Bool {
    files.contains { $0.file != file && $0.names.mightContain(name) }
  }

  /// Whether some property, global variable or case of an enumeration has a type with this name in it.
  func isKept(_ name: Name) -> Bool {
    files.contains { file in
      guard file.names.mightContain(name) else { return false }
      return file.declarations.enumerated().contains { place, declaration in
        switch declaration.kind {
        case .property:
          guard declaration.flags.contains(.isStored) else { return false }
          return names(name, declaration.type, in: file) || file.sketches[Int32(place)]?.base == name
        case .enumCase:
          return file.parameters[Int(declaration.parameters.lowerBound)..<Int(declaration.parameters.upperBound)].contains {
            names(name, $0.type, in: file)
          }
        default: return false
        }
      }
    }
  }

  private func names(_ name: Name, _ row: TypeRowID, in file: FileDeclarations) -> Bool {
    if row.isNone { return false }
    let written = file.types[row]
    return written.name == name || file.types.arguments(of: written).contains { names(name, $0, in: file) }
  }
}

extension Type {
  /// Collections that keep what is put into them.
  fileprivate static let keeping: Set<Name> = [
    Name("Set"), Name("ContiguousArray"), Name("Deque"), Name("OrderedDictionary"), Name("OrderedSet"),
  ]
}
