import VTCatalogue
import VTDiagnostics
import VTSyntax

/// One declaration of the run.
package struct DeclarationID: OneWordKey, Sendable {
  package let file: FileID
  /// The place in the file's `declarations`.
  package let index: Int32
  package var word: UInt64 { UInt64(file.index) << 32 | UInt64(UInt32(bitPattern: index)) }
}

/// Every declaration of all linted files, and the catalogue's one-shot types, ready to be asked for types.
///
/// Types are known by qualified name, not by declaration: `extension Store`, two modules with a `Store` each, and a
/// `Store` of a dependency all speak of one name, whose members are put together. Where that leaves a member with
/// two types, its type is unknown. Immutable after the merge, so every thread reads it without locks. A class, because it is
/// at hand in every stage of lowering.
package final class SymbolIndex: Sendable {
  package let knowledge: Knowledge
  let files: [FileDeclarations]
  /// The files that are linted stand first.
  private let lintedCount: Int
  /// The qualified name of each type declaration and extension, by file and place; `.none` for the others.
  private let qualifiedNames: [[Name]]
  /// Nominal types, type aliases and associated types by qualified name.
  private let types: NameMap<[DeclarationID]>
  /// The own names of types and aliases inside others, and of types' generic parameters: other names mean nothing but
  /// what stands at the top level.
  let inner: InnerNames
  private let members: MemberTable
  /// The functions that override others, by name.
  private let overrides: NameMap<[DeclarationID]>
  private let supertypes: NameMap<[Name]>
  private let conformers: NameMap<[Name]>
  /// One-shot types by qualified name: the catalogue's, the marked ones, conformers of marker protocols.
  private let oneShotTypes: NameMap<Knowledge.OneShotID>
  private let standIns: StandIns
  private let modules: ModuleGraph
  /// What matters in which files.
  let interest: Interest
  private let imports: ImportedModules
  private let autoclosureTakers: NameMap<Bool>
  /// Nobody asks about members and aliases where no file has to do with a one-shot value.
  private let isAsked: Bool
  /// By `ToldPlace.symbol`.
  let toldSymbols: [ToldSymbol]
  /// What aliases and associated types stand for, by qualified name.
  let aliases: NameMap<Alias>
  /// The names of properties in which continuations wait.
  let continuationNames: ContinuationNames
  /// Empty where no property keeps a continuation: nobody asks.
  let typeUses: TypeUses
  /// The functions by which pooled sources hand out results.
  let tokenRequirements: [TokenRequirement]

  struct Alias: Hashable, Sendable {
    var generics: [Name]
    var target: Type
  }

  /// Merges what the files declare; `files` in the order of their `FileID`s, the linted ones before all others.
  /// - Parameter told: what the files' `told` places speak of.
  package convenience init(merging files: [FileDeclarations], catalogue: Catalogue, told: ToldTypes = ToldTypes()) {
    self.init(merging: files, knowledge: Knowledge(catalogue), told: told)
  }

  package convenience init(merging files: [FileDeclarations], knowledge: Knowledge, told: ToldTypes) {
    let bare = SymbolIndex(files, knowledge, told)
    if !bare.isAsked {
      self.init(bare)
      return
    }
    let aliases = bare.resolvedAliases()
    let resolved = SymbolIndex(bare, aliases: aliases)
    let names = resolved.namesOfContinuationProperties()
    let typeUses =
      names.isEmpty ? TypeUses() : TypeUses(files: bare.files, lintedCount: bare.lintedCount, ownerName: bare.ownerName)
    self.init(
      bare, aliases: aliases, toldSymbols: resolved.types(of: told), continuationNames: names, typeUses: typeUses,
      tokenRequirements: resolved.findTokenRequirements())
  }

  private init(_ files: [FileDeclarations], _ knowledge: Knowledge, _ told: ToldTypes) {
    var merge = IndexMerge(files: files, knowledge: knowledge)
    merge.run()
    self.knowledge = knowledge
    self.files = files
    lintedCount = files.firstIndex { $0.source != .linted } ?? files.count
    imports = ImportedModules(files)
    let takers = files.reduce(into: Set<Name>()) { $0.formUnion($1.autoclosureTakers) }
    autoclosureTakers = NameMap(Dictionary(uniqueKeysWithValues: takers.map { ($0, true) }))
    qualifiedNames = merge.qualifiedNames
    types = NameMap(merge.types)
    let below = merge.conformers.mapValues { $0.sorted { $0.raw < $1.raw } }
    inner = InnerNames(merge, below, knowledge.catalogue)
    supertypes = NameMap(merge.supertypes)
    conformers = NameMap(below)
    oneShotTypes = NameMap(merge.oneShotTypes)
    standIns = StandIns(merge)
    modules = ModuleGraph(files)
    interest = Interest(merge, modules: modules, told)
    let isAsked =
      interest.concernedFiles.contains(true) || files.contains { $0.names.mightContain(anyOf: knowledge.blockingNames) }
    self.isAsked = isAsked
    members = MemberTable(isAsked ? merge.collectMembers() : [])
    overrides = NameMap(isAsked ? merge.collectOverrides() : [:])
    aliases = NameMap()
    toldSymbols = []
    continuationNames = ContinuationNames()
    typeUses = TypeUses()
    tokenRequirements = []
  }

  /// The same index with what was found by asking it.
  init(
    _ other: SymbolIndex, aliases: [Name: Alias] = [:], toldSymbols: [ToldSymbol] = [],
    continuationNames: ContinuationNames = ContinuationNames(), typeUses: TypeUses = TypeUses(),
    tokenRequirements: [TokenRequirement] = []
  ) {
    knowledge = other.knowledge
    files = other.files
    lintedCount = other.lintedCount
    imports = other.imports
    autoclosureTakers = other.autoclosureTakers
    qualifiedNames = other.qualifiedNames
    types = other.types
    inner = other.inner
    supertypes = other.supertypes
    conformers = other.conformers
    oneShotTypes = other.oneShotTypes
    standIns = other.standIns
    modules = other.modules
    interest = other.interest
    isAsked = other.isAsked
    members = other.members
    overrides = other.overrides
    self.aliases = NameMap(aliases)
    self.toldSymbols = toldSymbols
    self.continuationNames = continuationNames
    self.typeUses = typeUses
    self.tokenRequirements = tokenRequirements
  }

  /// Whether the file names anything that could be a one-shot value; the second pass skips the others.
  package func concerns(_ file: FileID) -> Bool { interest.concernedFiles[Int(file.index)] }

  /// Whether a declaration of a concerned file may have to do with a one-shot value; the others need no graph.
  func concerns(_ declaration: DeclarationID, in tree: SyntaxTree) -> Bool {
    interest.concerns(declaration.index, of: files[Int(declaration.file.index)], in: tree)
  }

  /// Whether the file may mention one of these names.
  func mentions(_ names: Set<Name>, in file: FileID) -> Bool { files[Int(file.index)].names.mightContain(anyOf: names) }

  package func declaration(_ id: DeclarationID) -> Declaration { files[Int(id.file.index)].declarations[Int(id.index)] }

  package func parameters(of id: DeclarationID) -> ArraySlice<Parameter> {
    let range = declaration(id).parameters
    return files[Int(id.file.index)].parameters[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Whether some function of this name, or initialiser of such a type, has an `@autoclosure` parameter.
  func takesAutoclosure(_ name: Name) -> Bool { autoclosureTakers.contains(name) }

  func isAutoclosure(_ place: Int, of function: DeclarationID) -> Bool {
    let parameters = parameters(of: function)
    guard place >= 0, place < parameters.count else { return false }
    let type = parameters[parameters.startIndex + place].type
    return !type.isNone && files[Int(function.file.index)].types[type].flags.contains(.isAutoclosure)
  }

  /// Whether a parameter is declared `borrowing`.
  func isBorrowed(_ parameter: Parameter, of function: DeclarationID) -> Bool {
    !parameter.type.isNone && files[Int(function.file.index)].types[parameter.type].flags.contains(.isBorrowing)
  }

  /// The qualified name of a type declaration or an extension's type.
  func qualifiedName(of id: DeclarationID) -> Name { qualifiedNames[Int(id.file.index)][Int(id.index)] }

  func types(named name: Name) -> [DeclarationID] { types[name] ?? [] }

  var allTypes: [(key: Name, value: [DeclarationID])] { types.all }

  var oneShotTypesByName: [(key: Name, value: Knowledge.OneShotID)] { oneShotTypes.all }

  func isType(_ name: Name) -> Bool { types.contains(name) || oneShotTypes.contains(name) }

  /// What makes values of this type one-shot, looking through no optional.
  package func oneShot(_ type: Type) -> Knowledge.OneShotID? {
    switch type {
    case .nominal(let name, _): oneShotTypes[name]
    case .parameter(_, let constraint): oneShot(constraint)
    default: nil
    }
  }

  /// The entry of a type whose values are followed through functions.
  func followed(_ type: Type) -> Knowledge.OneShotID? {
    guard let id = oneShot(type), knowledge.contract(of: id) != nil else { return nil }
    return id
  }

  /// The type of an entry's values.
  func valueType(of id: Knowledge.OneShotID) -> Type {
    let type = knowledge.type(id)
    guard let first = type.typeNames.first, oneShotTypes[.dotted(first)] == id else { return .nominal(Name(type.id), []) }
    return .nominal(.dotted(first), [])
  }

  func isFollowed(_ type: Type) -> Bool { followed(type) != nil }

  /// The followed type whose values a parameter of this type may be given, for its summary: `some AsyncSequence`, or
  /// `T: Loadable` with `extension ValueFuture: Loadable {}`.
  func standIn(for type: Type) -> Type? {
    switch type {
    case .nominal(let name, _), .parameter(_, .nominal(let name, _)): standIns[name]
    default: nil
    }
  }

  /// Whether functions of this file may have parameters for which a followed type stands in.
  func mayHaveStandIns(_ file: FileID) -> Bool { mentions(standIns.protocols, in: file) }

  package func isValueFuture(_ type: Type) -> Bool {
    guard let id = oneShot(type) else { return false }
    return knowledge.type(id).kind == .valueFuture
  }

  /// Whether a variable of this type keeps a value future: directly, as an optional, or in a collection.
  package func keepsValueFuture(_ type: Type) -> Bool {
    switch type {
    case .unknown, .function, .metatype: false
    case .nominal(let name, let arguments):
      isValueFuture(type) || (Type.containers.contains(name) && arguments.contains(where: keepsValueFuture))
    case .parameter: isValueFuture(type)
    case .optional(let inner), .array(let inner): keepsValueFuture(inner)
    case .dictionary(let key, let value): keepsValueFuture(key) || keepsValueFuture(value)
    case .tuple(let elements): elements.contains { keepsValueFuture($0.type) }
    }
  }

  /// The declarations at a file's top level with this name.
  func globals(named name: Name) -> [DeclarationID] { members.find(owner: .none, name: name) }

  /// All that has this name, at the top level and in types; nothing where it is more than anybody looks at.
  func membersOfAnyOwner(named name: Name) -> [DeclarationID] { members.find(name: name) }

  /// The members of a type with this name: its own and its extensions', else those of the nearest types above it.
  func members(of owner: Name, named name: Name) -> [DeclarationID] {
    let own = members.find(owner: owner, name: name)
    guard own.isEmpty, members.contains(name) else { return own }
    var level = supertypes[owner] ?? []
    if !KnownNames.isOfCollections(name) { level += Type.protocolsAbove(owner) }
    if let id = oneShotTypes[owner], knowledge.contract(of: id) == .sequence { level.append(KnownNames.asyncSequence) }
    if level.isEmpty { return own }
    var seen: Set<Name> = [owner]
    while !level.isEmpty {
      var found: [DeclarationID] = []
      var next: [Name] = []
      for type in level where seen.insert(type).inserted {
        found += members.find(owner: type, name: name)
        next += supertypes[type] ?? []
      }
      if !found.isEmpty || seen.count > 200 { return found }
      level = next
    }
    return []
  }

  var lintedFiles: ArraySlice<FileDeclarations> { files[..<lintedCount] }

  /// Who declares it.
  package func source(of id: DeclarationID) -> DeclarationSource { files[Int(id.file.index)].source }

  /// Of several declarations those that a file sees: not what other files keep private, or modules that it does not import;
  /// its own module's, if there are any; else those of the linted files.
  func visible(_ candidates: [DeclarationID], from file: FileID) -> [DeclarationID] {
    if candidates.count < 2 { return candidates.filter { isVisible($0, from: file) } }
    let seen = candidates.filter { isVisible($0, from: file) }
    if seen.count < 2 { return seen }
    let linted = lintedCount == files.count ? seen : seen.filter { source(of: $0) == .linted }
    let module = modules.module(of: file)
    let own = module < 0 ? [] : linted.filter { modules.module(of: $0.file) == module }
    return !own.isEmpty ? own : linted.isEmpty ? seen : linted
  }

  func isVisible(_ id: DeclarationID, from file: FileID) -> Bool {
    if id.file == file { return true }
    let declaration = declaration(id)
    if declaration.flags.contains(.isPrivate) || !modules.sees(file, id.file) { return false }
    if declaration.parent >= 0 || source(of: id) == .linted { return true }
    // What stands at the top level of another module is seen by those who import it, perhaps through one that hands it on.
    let module = files[Int(id.file.index)].module.name
    return module == .none || imports.reaches(module, from: files[Int(file.index)])
  }

  /// What a function may mean by the name to which it hands a closure on.
  func callees(of forward: ClosureForward, from id: DeclarationID) -> [DeclarationID] {
    let owner = ownerName(of: id)
    let own = owner == .none ? [] : members(of: owner, named: forward.callee)
    return visible(own.isEmpty ? globals(named: forward.callee) : own, from: id.file)
  }

  /// Whether a member, of the same name, of a type that conforms is the body behind a requirement.
  func fulfils(_ candidate: DeclarationID, _ requirement: DeclarationID) -> Bool {
    !declaration(candidate).flags.contains(.isRequirement)
      && parameters(of: candidate).lazy.map(\.label).elementsEqual(parameters(of: requirement).lazy.map(\.label))
  }

  /// Whether more types fulfil a requirement than are looked at for a call of it.
  func hasVeryManyImplementations(_ id: DeclarationID) -> Bool {
    declaration(id).flags.contains(.isRequirement) && conformers(of: ownerName(of: id)).count > Limits.overloads
  }

  /// What overrides a method or property in the classes below its own, as far as a file sees it. Of a name that very many
  /// classes override nothing is told.
  func overrides(of id: DeclarationID, from file: FileID) -> [DeclarationID] {
    let method = declaration(id)
    guard [.function, .property].contains(method.kind), method.parent >= 0, !method.flags.contains(.isPrivate),
      let candidates = overrides[method.name], candidates.count <= Limits.overriders
    else { return [] }
    let owner = ownerName(of: id)
    return candidates.filter { candidate in
      let type = ownerName(of: candidate)
      return declaration(candidate).kind == method.kind && type != owner && fulfils(candidate, id)
        && inherits(type, from: owner) && !visible([candidate], from: file).isEmpty
    }
  }

  /// Whether some function, property or case of the analysed sources has this name, whosever it is.
  func isDeclaredSomewhere(_ name: Name) -> Bool { members.contains(name) }

  func directSupertypes(of name: Name) -> [Name] { supertypes[name] ?? [] }

  /// The types that name this protocol or class in their inheritance clause, in a fixed order.
  func conformers(of name: Name) -> [Name] { conformers[name] ?? [] }

  func inherits(_ name: Name, from ancestor: Name) -> Bool {
    isOrInherits(name, above: directSupertypes) { $0 == ancestor }
  }
}

/// Whether a type, or one of those above it, is such a one.
func isOrInherits(_ type: Name, above: (Name) -> [Name], _ isWanted: (Name) -> Bool) -> Bool {
  var pending = [type]
  var seen: Set<Name> = []
  while let type = pending.popLast() {
    if isWanted(type) { return true }
    if seen.insert(type).inserted, seen.count < 200 { pending += above(type) }
  }
  return false
}

/// The names that a look-up from inside a type can find before it comes to the top level.
struct InnerNames: Sendable {
  private(set) var types: Set<Name> = []
  private(set) var generics: Set<Name> = []

  /// By protocol, its associated types and those of the protocols above it.
  private(set) var associated: [Name: [Name]] = [:]

  init(_ merge: IndexMerge, _ below: [Name: [Name]], _ catalogue: Catalogue) {
    for file in merge.files {
      for declaration in file.declarations where declaration.parent >= 0 {
        switch declaration.kind {
        case .associatedType:
          types.insert(declaration.name)
          let owner = merge.qualifiedNames[Int(file.file.index)][Int(declaration.parent)]
          if associated[owner, default: []].count < Limits.boundTypes { associated[owner, default: []].append(declaration.name) }
        case .structType, .classType, .enumType, .actorType, .protocolType, .typeAlias:
          types.insert(declaration.name)
        default: break
        }
      }
      for generic in file.generics { generics.insert(generic.name) }
    }
    for type in catalogue.types {
      for name in type.typeNames + type.match.protocols {
        let parts = name.split(separator: ".")
        if parts.count > 1, let last = parts.last { types.insert(Name(String(last))) }
      }
    }
    inheritAssociated(merge, below)
  }

  private mutating func inheritAssociated(_ merge: IndexMerge, _ below: [Name: [Name]]) {
    if associated.isEmpty { return }
    let own = associated
    for (above, names) in own.sorted(by: { $0.key.raw < $1.key.raw }) {
      var pending = below[above] ?? []
      var seen: Set = [above]
      while let name = pending.popLast(), seen.count < InnerNames.limit {
        guard merge.isProtocol(name), seen.insert(name).inserted else { continue }
        associated[name, default: []] += names.filter { associated[name]?.contains($0) != true }
        pending += below[name] ?? []
      }
    }
  }

  /// Protocols below one that are asked what they inherit from it.
  private static let limit = 64
}
