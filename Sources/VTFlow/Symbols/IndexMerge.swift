import VTDiagnostics
import VTSyntax

/// Puts the declarations of all files together, in the order of the files.
struct IndexMerge {
  let files: [FileDeclarations]
  let knowledge: Knowledge
  private(set) var qualifiedNames: [[Name]] = []
  private(set) var types: [Name: [DeclarationID]] = [:]
  private(set) var supertypes: [Name: [Name]] = [:]
  private(set) var oneShotTypes: [Name: Knowledge.OneShotID] = [:]
  /// The types that the linted files declare: those of other modules with their names are others, and hidden.
  private var lintedTypes: Set<Name> = []

  init(files: [FileDeclarations], knowledge: Knowledge) {
    self.files = files
    self.knowledge = knowledge
  }

  mutating func run() {
    for file in files {
      if file.source != .linted, lintedTypes.isEmpty { lintedTypes = declaredTypes() }
      qualify(file)
    }
    for file in files { renameExtensionsOfAliases(in: file) }
    for file in files { collectSupertypes(file) }
    findOneShotTypes()
  }

  /// `typealias Reply = ValueFuture<User>`, `extension Reply {…}`: its members are those of the type that the alias stands for.
  private mutating func renameExtensionsOfAliases(in file: FileDeclarations) {
    for (index, declaration) in file.declarations.enumerated() where declaration.kind == .extensionOfType {
      let name = qualifiedNames[Int(file.file.index)][index]
      if let target = target(ofAlias: name) { qualifiedNames[Int(file.file.index)][index] = target }
    }
  }

  /// What stands at the end of a chain of aliases; nil for what is no alias, or may be something else too.
  private func target(ofAlias name: Name) -> Name? {
    var target = name
    for _ in 0..<8 {
      guard let ids = types[target], ids.count == 1, let id = ids.first,
        case let file = files[Int(id.file.index)], case let alias = file.declarations[Int(id.index)], alias.kind == .typeAlias
      else { break }
      target = pathName(alias.type, in: file)
    }
    return target == name || target == .none ? nil : target
  }

  /// The types declared so far, without what is merely extended.
  private func declaredTypes() -> Set<Name> {
    Set(types.filter { _, ids in
      ids.contains { files[Int($0.file.index)].declarations[Int($0.index)].kind != .associatedType }
    }.keys)
  }

  /// Names nominal types by their path, extensions by the type they extend.
  private mutating func qualify(_ file: FileDeclarations) {
    var names: [Name] = []
    names.reserveCapacity(file.declarations.count)
    for (index, declaration) in file.declarations.enumerated() {
      let outer = declaration.parent < 0 ? Name.none : names[Int(declaration.parent)]
      var name = Name.none
      switch declaration.kind {
      case .structType, .classType, .enumType, .actorType, .protocolType, .typeAlias, .associatedType:
        name = .joined(outer, declaration.name)
        if isHidden(name, in: file) {
          name = nameOfItsOwn(index, in: file)
        } else {
          types[name, default: []].append(DeclarationID(file: file.file, index: Int32(index)))
        }
      case .extensionOfType:
        name = pathName(declaration.type, in: file)
        if isHidden(name, in: file) { name = nameOfItsOwn(index, in: file) }
      case .function, .initializer, .deinitializer, .subscripting, .property:
        // The types that a body declares are named below it, where nobody else finds them.
        name = nameOfItsOwn(index, in: file)
      default: break
      }
      names.append(name)
    }
    qualifiedNames.append(names)
  }

  private func isHidden(_ name: Name, in file: FileDeclarations) -> Bool {
    file.source != .linted && lintedTypes.contains(name)
  }

  /// A name that nobody else comes upon.
  private func nameOfItsOwn(_ index: Int, in file: FileDeclarations) -> Name {
    Name(raw: UInt64(file.file.index) << 32 | UInt64(index) | 1 << 62)
  }

  private mutating func collectSupertypes(_ file: FileDeclarations) {
    for (index, declaration) in file.declarations.enumerated()
    where declaration.kind.hasMembers && !declaration.inherited.isEmpty {
      let name = qualifiedNames[Int(file.file.index)][index]
      for row in declaration.inherited {
        supertypes[name, default: []].append(contentsOf: inheritedNames(file.inherited[Int(row)], in: file, scope: name))
      }
    }
  }

  /// By type, those that name it in their inheritance clauses.
  var conformers: [Name: [Name]] {
    var conformers: [Name: [Name]] = [:]
    for (type, above) in supertypes { for name in above { conformers[name, default: []].append(type) } }
    return conformers
  }

  /// What types and files hold, beside types.
  func collectMembers() -> [MemberTable.Entry] {
    var members: [MemberTable.Entry] = []
    for file in files {
      for (index, declaration) in file.declarations.enumerated() {
        let owner = declaration.parent < 0 ? Name.none : qualifiedNames[Int(file.file.index)][Int(declaration.parent)]
        switch declaration.kind {
        case .function where declaration.parent >= 0 && !file.declarations[Int(declaration.parent)].kind.hasMembers: break
        case .function, .initializer, .subscripting, .property, .enumCase:
          let id = DeclarationID(file: file.file, index: Int32(index))
          members.append(MemberTable.Entry(owner: owner, name: declaration.name, id: id))
        default: break
        }
      }
    }
    return members
  }

  /// The functions and properties that override others, by name.
  func collectOverrides() -> [Name: [DeclarationID]] {
    var overrides: [Name: [DeclarationID]] = [:]
    for file in files {
      for (index, declaration) in file.declarations.enumerated()
      where [.function, .property].contains(declaration.kind) && declaration.parent >= 0 && declaration.flags.contains(.isOverride) {
        overrides[declaration.name, default: []].append(DeclarationID(file: file.file, index: Int32(index)))
      }
    }
    return overrides
  }

  /// A written inheritance resolved against the types around it, then the top level.
  private func inheritedNames(_ row: TypeRowID, in file: FileDeclarations, scope: Name) -> [Name] {
    if row.isNone { return [] }
    let written = file.types[row]
    if written.kind == .composition {
      return file.types.arguments(of: written).flatMap { inheritedNames($0, in: file, scope: scope) }
    }
    let name = pathName(row, in: file)
    let nested = Name.joined(scope, name)
    return [types[nested] == nil ? name : nested]
  }

  /// The dotted name as written, without generic arguments and without a leading module.
  private func pathName(_ row: TypeRowID, in file: FileDeclarations) -> Name {
    if row.isNone { return .none }
    let written = file.types[row]
    switch written.kind {
    case .named: return written.name
    case .member:
      guard let base = file.types.arguments(of: written).first else { return written.name }
      let outer = pathName(base, in: file)
      if types[outer] == nil, outer == KnownNames.swift || file.imports.contains(outer) { return written.name }
      return .joined(outer, written.name)
    case .optional: return KnownNames.optional
    case .array: return KnownNames.array
    case .dictionary: return KnownNames.dictionary
    default: return .none
    }
  }

  private mutating func findOneShotTypes() {
    // A type of the sources hides one of the standard library's with the same name.
    oneShotTypes = knowledge.typesByName.filter { name, id in
      types[name] == nil || knowledge.type(id).modules != ["_Concurrency"] && !isSomebodyElses(name, id)
    }
    for file in files {
      for (index, declaration) in file.declarations.enumerated() where !declaration.flags.isDisjoint(with: .marked) {
        if declaration.flags.contains(.isMarkedShared) { oneShotTypes[qualifiedNames[Int(file.file.index)][index]] = nil }
        for (flag, kind) in Declaration.Flags.marks where declaration.flags.contains(flag) {
          oneShotTypes[qualifiedNames[Int(file.file.index)][index]] = knowledge.markedEntry(kind)
        }
      }
    }
    if knowledge.markers.isEmpty { return }
    // `some VTValueFuture`, `any VTValueFuture`
    for (name, id) in knowledge.markers where isProtocol(name) { oneShotTypes[name] = id }
    for (type, above) in supertypes {
      for name in above { if let id = knowledge.markers[name] { oneShotTypes[type] = id } }
    }
    // A protocol that refines a marker hands the mark on.
    for _ in 0..<4 {
      for (type, above) in supertypes where oneShotTypes[type] == nil {
        for name in above where types[name] != nil {
          guard let id = oneShotTypes[name], isProtocol(name) else { continue }
          oneShotTypes[type] = id
        }
      }
    }
  }

  /// The sources declare a type of that name, not in a module of the entry, and not to stand in for it.
  private func isSomebodyElses(_ name: Name, _ id: Knowledge.OneShotID) -> Bool {
    let wanted = knowledge.type(id).modules
    guard !wanted.isEmpty, let declared = types[name] else { return false }
    return !declared.contains { place in
      wanted.contains { Name($0) == files[Int(place.file.index)].module.name } || standsIn(place, name, for: id)
    }
  }

  /// Whether a declaration stands in for a library's type: it has its operations, as a test's own copy has; a sequence keeps
  /// nothing that it could give a second time.
  private func standsIn(_ place: DeclarationID, _ name: Name, for id: Knowledge.OneShotID) -> Bool {
    let file = files[Int(place.file.index)]
    let names = qualifiedNames[Int(place.file.index)]
    let members = file.declarations.filter { $0.parent >= 0 && names[Int($0.parent)] == name }
    let type = knowledge.type(id)
    if type.kind == .singlePass {
      return members.contains { $0.name == KnownNames.makeAsyncIterator }
        && !members.contains { $0.kind == .property && $0.flags.contains(.isStored) && !$0.flags.contains(.isStatic) }
    }
    let main = Set(type.operations.filter { [.complete, .wait].contains($0.role) }.flatMap(\.names).map { Name($0) })
    return members.contains { $0.kind == .function && main.contains($0.name) }
  }

  func isProtocol(_ name: Name) -> Bool {
    types[name]?.contains { files[Int($0.file.index)].declarations[Int($0.index)].kind == .protocolType } ?? false
  }
}
