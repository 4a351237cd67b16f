import VTDiagnostics
import VTSyntax

/// Where a type is written: names mean what they mean there.
struct TypeScope {
  var file: FileID
  /// The innermost declaration around it; -1 at the top level.
  var declaration: Int32
}

// From what is written to what it means.
extension SymbolIndex {
  /// The meaning of a written type; `.unknown` for what nobody can tell.
  func type(_ row: TypeRowID, in scope: TypeScope, depth: Int = 0) -> Type {
    row.isNone ? .unknown : type(row, of: files[Int(scope.file.index)].types, in: scope, depth: depth)
  }

  func type(_ row: TypeRowID, of table: TypeTable, in scope: TypeScope, depth: Int = 0) -> Type {
    if row.isNone || depth > 24 { return .unknown }
    let written = table[row]
    let parts = table.arguments(of: written)
    func part(_ place: Int) -> Type {
      place < parts.count ? type(parts[parts.startIndex + place], of: table, in: scope, depth: depth + 1) : .unknown
    }
    switch written.kind {
    case .named:
      return named(
        written.name, arguments: parts.indices.map { type(parts[$0], of: table, in: scope, depth: depth + 1) }, in: scope, depth)
    case .inModule:
      let arguments = parts.indices.dropFirst().map { type(parts[$0], of: table, in: scope, depth: depth + 1) }
      return told(written.name, arguments, module: parts.first.map { table[$0].name } ?? .none)
    case .member: return member(written, parts, of: table, in: scope, depth)
    case .optional: return .optional(part(0))
    case .array: return .array(part(0))
    case .dictionary: return .dictionary(part(0), part(1))
    case .metatype: return .metatype(part(0))
    case .pack: return .unknown
    case .constrained: return part(0)
    case .composition:
      let all = parts.indices.map { part($0 - parts.startIndex) }
      return all.first { oneShot($0) != nil } ?? all.first { standIn(for: $0) != nil } ?? all.first(where: isDeclared) ?? .unknown
    case .tuple:
      return .tuple(
        parts.map { element in
          let row = table[element]
          return Type.Element(
            label: row.name, type: type(table.arguments(of: row).first ?? .none, of: table, in: scope, depth: depth + 1))
        })
    case .element: return part(0)
    case .function:
      guard let result = parts.last else { return .unknown }
      return .function(
        parameters: parts.dropLast().map { type($0, of: table, in: scope, depth: depth + 1) },
        result: type(result, of: table, in: scope, depth: depth + 1))
    case .unknown: return .unknown
    }
  }

  /// A type that the compiler names with its module: not what a linted file of another module calls so.
  private func told(_ name: Name, _ arguments: [Type], module: Name) -> Type {
    let others = types(named: name).filter { source(of: $0) == .linted && files[Int($0.file.index)].module.name != module }
    if !others.isEmpty { return .unknown }
    return named(name, arguments: arguments, in: TypeScope(file: FileID(0), declaration: -1))
  }

  private func isDeclared(_ type: Type) -> Bool {
    if case .nominal(let name, _) = type { return isType(name) }
    return false
  }

  /// Unqualified look-up: generic parameters and nested types outwards, then the top level, then some other module.
  func named(_ name: Name, arguments: [Type], in scope: TypeScope, _ depth: Int = 0) -> Type {
    switch arguments.count {
    case 0 where name == KnownNames.void: return .void
    case 1 where name == KnownNames.optional: return .optional(arguments[0])
    case 1 where name == KnownNames.array: return .array(arguments[0])
    case 2 where name == KnownNames.dictionary: return .dictionary(arguments[0], arguments[1])
    default: break
    }
    let file = files[Int(scope.file.index)]
    let isGeneric = inner.generics.contains(name)
    if !isGeneric, !inner.types.contains(name), name != KnownNames.selfType { return declared(name, arguments, depth) }
    var place = scope.declaration
    while place >= 0 {
      let declaration = file.declarations[Int(place)]
      if isGeneric, !declaration.generics.isEmpty,
        let found = parameter(name, of: DeclarationID(file: scope.file, index: place), depth)
      {
        return found
      }
      if !declaration.kind.hasMembers {
        let local = Name.joined(qualifiedName(of: DeclarationID(file: scope.file, index: place)), name)
        if isType(local) { return declared(local, arguments, depth) }
      } else {
        let owner = qualifiedName(of: DeclarationID(file: scope.file, index: place))
        if name == KnownNames.selfType { return selfType(owner) }
        if isGeneric, declaration.kind == .extensionOfType, let found = genericParameter(name, of: owner, depth) { return found }
        let nested = Name.joined(owner, name)
        if isType(nested) { return declared(nested, arguments, depth) }
        for above in supertypeNames(of: owner) where isType(.joined(above, name)) {
          return declared(.joined(above, name), arguments, depth)
        }
      }
      place = declaration.parent
    }
    return declared(name, arguments, depth)
  }

  /// The type that `self` has inside a type's declaration.
  func selfType(_ owner: Name) -> Type {
    switch owner {
    case KnownNames.optional: return .optional(.parameter(Name("Wrapped"), constraint: .unknown))
    case KnownNames.array: return .array(.parameter(Name("Element"), constraint: .unknown))
    default: break
    }
    return .nominal(owner, genericNames(of: owner).map { .parameter($0, constraint: .unknown) })
  }

  /// The names of a nominal type's own generic parameters.
  func genericNames(of owner: Name) -> [Name] {
    for id in types(named: owner) {
      let declaration = declaration(id)
      let file = files[Int(id.file.index)]
      guard declaration.kind.isNominal else { continue }
      let own = declaration.generics.compactMap { file.generics[Int($0)].same.isNone ? file.generics[Int($0)].name : nil }
      guard declaration.kind == .protocolType, let associated = inner.associated[owner] else { return own }
      return own + associated.filter { !own.contains($0) }
    }
    return []
  }

  private func genericParameter(_ name: Name, of owner: Name, _ depth: Int) -> Type? {
    for id in types(named: owner) {
      if let found = parameter(name, of: id, depth) { return found }
    }
    return nil
  }

  /// What a declaration says of a generic parameter: which type it is (`where T == User`), or else what it conforms to, with what
  /// is said of the associated types (`where P.Output == User`).
  private func parameter(_ name: Name, of id: DeclarationID, _ depth: Int) -> Type? {
    let declaration = declaration(id)
    if declaration.generics.isEmpty { return nil }
    let file = files[Int(id.file.index)]
    let scope = TypeScope(file: id.file, declaration: id.index)
    var generic: GenericParameter?
    var bindsTypes = false
    for place in declaration.generics {
      let next = file.generics[Int(place)]
      if !next.same.isNone { bindsTypes = true }
      guard next.name == name else { continue }
      // Each may speak of the others.
      if !next.same.isNone { return type(next.same, in: scope, depth: depth + 8) }
      generic = next
    }
    guard let generic else { return nil }
    var constraint = type(generic.constraint, in: TypeScope(file: id.file, declaration: declaration.parent), depth: depth + 1)
    // What is bound may be bound by others in turn.
    if bindsTypes, declaration.generics.count <= Limits.boundTypes, case .nominal(let owner, let arguments) = constraint {
      constraint = .nominal(
        owner,
        associatedNames(of: owner).enumerated().map { place, member in
          let path = Name.joined(name, member)
          let same = declaration.generics.lazy.map { file.generics[Int($0)] }.first { $0.name == path }?.same
          if let same { return type(same, in: scope, depth: depth + 8) }
          return place < arguments.count ? arguments[place] : .parameter(member, constraint: .unknown)
        })
    }
    return .parameter(name, constraint: constraint)
  }

  /// `Output` of a type that conforms: as it is declared there, or as it is known of the generic parameter that it stands for.
  func associatedType(_ member: Name, of type: Type) -> Type? {
    switch type {
    case .nominal(let owner, let arguments):
      if let alias = aliases[.joined(owner, member)], !alias.target.isParameter {
        let bindings = Dictionary(zip(genericNames(of: owner), arguments), uniquingKeysWith: { first, _ in first })
        return alias.target.substituting(bindings)
      }
      guard let place = associatedNames(of: owner).firstIndex(of: member), place < arguments.count, !arguments[place].isParameter
      else { return nil }
      return arguments[place]
    case .parameter(_, let constraint): return associatedType(member, of: constraint)
    case .array(let element): return member == KnownNames.elementType ? element : nil
    default: return nil
    }
  }

  /// What is written as `P.Output`, where it is known what `P` stands for.
  func bindAssociated(of id: DeclarationID, into bindings: inout [Name: Type]) {
    let declaration = declaration(id)
    if declaration.generics.isEmpty { return }
    let scope = TypeScope(file: id.file, declaration: declaration.parent)
    for place in declaration.generics {
      let generic = files[Int(id.file.index)].generics[Int(place)]
      guard !generic.constraint.isNone, let bound = bindings[generic.name],
        case .nominal(let owner, _) = type(generic.constraint, in: scope)
      else { continue }
      for member in associatedNames(of: owner) {
        if let known = associatedType(member, of: bound) { bindings[.joined(generic.name, member)] = known }
      }
    }
  }

  /// `self` inside an extension of what is bound in its `where` clause: `extension Producer where Output == User`.
  func narrowedSelf(around declaration: DeclarationID) -> Type? {
    let parent = self.declaration(declaration).parent
    guard parent >= 0, case let id = DeclarationID(file: declaration.file, index: parent), !self.declaration(id).generics.isEmpty,
      self.declaration(id).kind == .extensionOfType
    else { return nil }
    let owner = qualifiedName(of: id)
    var bindings: [Name: Type] = [:]
    for place in self.declaration(id).generics {
      let name = files[Int(id.file.index)].generics[Int(place)].name
      bindings[name] = parameter(name, of: id, 0)
    }
    let own = selfType(owner)
    guard case .nominal(owner, []) = own else { return own.substituting(bindings) }
    return .nominal(owner, associatedNames(of: owner).map { bindings[$0] ?? .unknown })
  }

  /// The names of what the arguments of a protocol stand for, or of a type.
  func associatedNames(of owner: Name) -> [Name] {
    let own = genericNames(of: owner)
    return own.isEmpty && Type.isProtocolOfCollections(owner) ? [KnownNames.elementType] : own
  }

  /// The types above a type, nearest first; not more than 32.
  func supertypeNames(of owner: Name) -> [Name] {
    var found: [Name] = []
    var pending = [owner]
    while let name = pending.popLast(), found.count < 32 {
      for above in directSupertypes(of: name) where !found.contains(above) {
        found.append(above)
        pending.append(above)
      }
    }
    return found
  }

  private func member(
    _ written: TypeTable.Row, _ parts: ArraySlice<TypeRowID>, of table: TypeTable, in scope: TypeScope, _ depth: Int
  ) -> Type {
    guard let base = parts.first else { return .unknown }
    let arguments = parts.dropFirst().map { type($0, of: table, in: scope, depth: depth + 1) }
    switch type(base, of: table, in: scope, depth: depth + 1) {
    case .parameter(let name, let constraint):
      let path = Name.joined(name, written.name)
      if inner.generics.contains(path) {
        let same = named(path, arguments: [], in: scope, depth + 1)
        if same != .nominal(path, []) { return same }
      }
      return associatedType(written.name, of: constraint) ?? .parameter(path, constraint: .unknown)
    case .nominal(let outer, _):
      let nested = Name.joined(outer, written.name)
      if isType(nested) { return declared(nested, arguments, depth) }
      // `NIOCore.EventLoopPromise`: the base is a module.
      let file = files[Int(scope.file.index)]
      if !isType(outer), outer == KnownNames.swift || file.imports.contains(outer) || isType(written.name) {
        return named(written.name, arguments: arguments, in: TypeScope(file: scope.file, declaration: -1), depth)
      }
      return .nominal(nested, arguments)
    default: return .unknown
    }
  }

  /// A type by its qualified name; an alias is replaced by what it stands for.
  private func declared(_ name: Name, _ arguments: [Type], _ depth: Int) -> Type {
    if let alias = aliases[name] {
      return alias.target.substituting(Dictionary(zip(alias.generics, arguments), uniquingKeysWith: { first, _ in first }))
    }
    return .nominal(name, arguments)
  }

  /// The meaning of each alias and associated type, found by rounds: each follows one more link of a chain of aliases.
  /// A chain longer than the rounds, or a circle, ends at some name on the way; nothing hangs.
  func resolvedAliases() -> [Name: Alias] {
    var index = self
    var found: [Name: Alias] = [:]
    let candidates = allTypes.filter { name, ids in
      oneShot(.nominal(name, [])) == nil
        && ids.contains { declaration($0).kind == .typeAlias || declaration($0).kind == .associatedType }
    }
    for _ in 0..<8 {
      var next: [Name: Alias] = [:]
      /// Many aliases stand for few types, and from round to round for the same: each is kept once.
      var targets = Set(found.values.lazy.map(\.target))
      for (name, ids) in candidates {
        guard var alias = index.alias(name, ids) else { continue }
        alias.target = targets.insert(alias.target).memberAfterInsert
        next[name] = alias
      }
      if next == found { break }
      found = next
      index = SymbolIndex(self, aliases: next)
    }
    return found
  }

  /// What the declarations of one name stand for; unknown where they differ, nil where no alias is among them.
  private func alias(_ name: Name, _ ids: [DeclarationID]) -> Alias? {
    var meaning: Alias?
    for id in ids {
      let declaration = declaration(id)
      let one: Alias
      switch declaration.kind {
      case .typeAlias:
        let generics = declaration.generics.map { files[Int(id.file.index)].generics[Int($0)].name }
        // Its own name inside of it is another module's type of that name.
        let target = type(declaration.type, in: TypeScope(file: id.file, declaration: id.index))
        one = Alias(generics: generics, target: target)
      case .associatedType: one = Alias(generics: [], target: .parameter(declaration.name, constraint: .unknown))
      default: one = Alias(generics: [], target: .nominal(name, []))
      }
      if let meaning, meaning != one { return Alias(generics: [], target: .unknown) }
      meaning = one
    }
    guard let meaning, meaning.target != .nominal(name, []) else { return nil }
    return meaning
  }
}

// Types written in function bodies: they are in no table.
extension SymbolIndex {
  func type(_ node: NodeID, of tree: SyntaxTree, in scope: TypeScope) -> Type {
    var table = TypeTable()
    let row = table.add(node, of: tree)
    return type(row, of: table, in: scope)
  }
}
