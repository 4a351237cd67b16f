import VTDiagnostics

/// A variable property in which continuations wait for whoever completes them: one, or a collection. Not promises: to
/// complete one again does nothing.
struct ContinuationProperty: Sendable {
  var id: DeclarationID
  var name: Name
  var type: Knowledge.OneShotID
  var isCollection: Bool
  /// What it keeps are tuples or structs with the continuation under this name: `waiters[0].continuation`.
  var member: Name?
}

extension SymbolIndex {
  /// The property as a place for continuations; nil where it keeps none, or where none can be taken out again.
  func continuationProperty(_ id: DeclarationID) -> ContinuationProperty? {
    let declaration = declaration(id)
    guard declaration.kind == .property, declaration.flags.contains(.isStored), !declaration.flags.contains(.isLet),
      !declaration.flags.contains(.isScriptVariable)
    else { return nil }
    let type = propertyType(id)
    if let kept = continuation(in: type), kept.type != type {
      return ContinuationProperty(id: id, name: declaration.name, type: kept.id, isCollection: kept.type != type.unwrapped)
    }
    guard case .array(let element) = type, let waiter = carried(by: element) else { return nil }
    return ContinuationProperty(id: id, name: declaration.name, type: waiter.id, isCollection: true, member: waiter.member)
  }

  /// The only continuation of a tuple's elements, or of the stored properties of a struct of the sources.
  private func carried(by type: Type) -> (id: Knowledge.OneShotID, member: Name)? {
    var parts: [(name: Name, type: Type)] = []
    switch type {
    case .tuple(let elements): parts = elements.map { ($0.label, $0.type) }
    case .nominal(let name, _):
      guard let declared = types(named: name).first, types(named: name).count == 1, declaration(declared).kind == .structType else {
        return nil
      }
      let file = files[Int(declared.file.index)]
      for (place, member) in file.declarations.enumerated()
      where member.kind == .property && member.parent == declared.index && member.flags.contains(.isStored) {
        parts.append((member.name, propertyType(DeclarationID(file: file.file, index: Int32(place)))))
      }
    default: return nil
    }
    let found = parts.filter { continuation(in: $0.type) != nil }
    guard found.count == 1, found[0].name != .none, let kept = continuation(in: found[0].type), kept.type == found[0].type else {
      return nil
    }
    return (kept.id, found[0].name)
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
    let words = wordsOfContinuations()
    var found: Set<Name> = []
    for file in files where file.names.mightContain(anyOf: words) {
      for (place, declaration) in file.declarations.enumerated() where declaration.kind == .property {
        if found.contains(declaration.name) || !names(words, declaration.type, in: file) { continue }
        if continuationProperty(DeclarationID(file: file.file, index: Int32(place))) != nil { found.insert(declaration.name) }
      }
    }
    return found
  }

  /// The names by which a written type can be one of a continuation: its own, and those of its aliases.
  private func wordsOfContinuations() -> Set<Name> {
    var words: Set<Name> = []
    for type in knowledge.catalogue.types where type.kind == .continuation {
      words.formUnion(type.typeNames.compactMap { $0.split(separator: ".").last.map { Name(String($0)) } })
    }
    for (name, id) in oneShotTypesByName where knowledge.type(id).kind == .continuation {
      words.formUnion(types(named: name).map { declaration($0).name })
    }
    for (name, alias) in aliases.all where continuation(in: alias.target) != nil {
      words.formUnion(types(named: name).map { declaration($0).name })
    }
    // `struct Waiter { let continuation: … }`
    for file in files where file.names.mightContain(anyOf: words) {
      for declaration in file.declarations where declaration.kind == .property && declaration.parent >= 0 {
        let owner = file.declarations[Int(declaration.parent)]
        if owner.kind == .structType, names(words, declaration.type, in: file) { words.insert(owner.name) }
      }
    }
    return words
  }
}

// What becomes of the objects of a type, as far as declarations tell.
extension SymbolIndex {
  /// Whether another file may mention the name otherwise than to extend the type.
  func isUsedElsewhere(_ name: Name, than file: FileID) -> Bool {
    lintedFiles.contains { other in
      other.file != file && other.names.mightContain(name)
        && !other.declarations.contains { $0.kind == .extensionOfType && names([name], $0.type, in: other) }
    }
  }

  /// Whether some property, global variable or case of an enumeration has a type with this name in it, or a constant is a
  /// protocol of the type's; an object that only keeps itself alive is not kept.
  func isKept(_ name: Name, _ owner: Name) -> Bool {
    isKept(name) || directSupertypes(of: owner).contains { isProtocol($0) && isConstant($0) }
  }

  private func isProtocol(_ name: Name) -> Bool { types(named: name).contains { declaration($0).kind == .protocolType } }

  /// `let store: any Store`: what a variable holds may be somebody's delegate, which it does not keep.
  private func isConstant(_ name: Name) -> Bool {
    lintedFiles.contains { file in
      file.names.mightContain(name)
        && file.declarations.contains { declaration in
          declaration.kind == .property && declaration.flags.isSuperset(of: [.isStored, .isLet])
            && names([name], declaration.type, in: file)
        }
    }
  }

  private func isKept(_ name: Name) -> Bool {
    lintedFiles.contains { file in
      guard file.names.mightContain(name) else { return false }
      return file.declarations.enumerated().contains { place, declaration in
        switch declaration.kind {
        case .property:
          guard declaration.flags.contains(.isStored) else { return false }
          if declaration.parent >= 0, file.declarations[Int(declaration.parent)].name == name,
            !declaration.flags.contains(.isStatic)
          {
            return false
          }
          return names([name], declaration.type, in: file) || file.sketches[Int32(place)]?.base == name
        case .enumCase:
          return file.parameters(of: declaration).contains { names([name], $0.type, in: file) }
        default: return false
        }
      }
    }
  }

  /// Whether a written type has one of these names in it.
  private func names(_ words: Set<Name>, _ row: TypeRowID, in file: FileDeclarations) -> Bool {
    if row.isNone { return false }
    let written = file.types[row]
    return words.contains(written.name) || file.types.arguments(of: written).contains { names(words, $0, in: file) }
  }
}

extension Type {
  /// Collections that keep what is put into them.
  fileprivate static let keeping: Set<Name> = [
    Name("Set"), Name("ContiguousArray"), Name("Deque"), Name("OrderedDictionary"), Name("OrderedSet"),
  ]
}
