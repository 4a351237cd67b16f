import VTCatalogue
import VTDiagnostics
import VTSyntax

/// One declaration of the run.
package struct DeclarationID: Hashable, Sendable {
  package let file: FileID
  /// The place in the file's `declarations`.
  package let index: Int32
}

/// Every declaration of all linted files, and the catalogue's one-shot types, ready to be asked for types.
///
/// Types are known by qualified name, not by declaration: `extension Store`, two modules with a `Store` each, and a
/// `Store` of a dependency all speak of one name, whose members are put together. Where that leaves a member with
/// two types, its type is unknown. Immutable after the merge, so every thread reads it without locks.
package struct SymbolIndex: Sendable {
  package let knowledge: Knowledge
  let files: [FileDeclarations]
  /// The files that are linted stand first.
  private let lintedCount: Int
  /// The qualified name of each type declaration and extension, by file and place; `.none` for the others.
  private let qualifiedNames: [[Name]]
  /// Nominal types, type aliases and associated types by qualified name.
  private let types: [Name: [DeclarationID]]
  private let members: MemberTable
  private let supertypes: [Name: [Name]]
  private let conformers: [Name: [Name]]
  /// One-shot types by qualified name: the catalogue's, the marked ones, conformers of marker protocols.
  private let oneShotTypes: [Name: Knowledge.OneShotID]
  private let interest: Interest
  private let imports: ImportedModules
  /// By `ToldPlace.symbol`.
  private(set) var toldSymbols: [ToldSymbol] = []
  /// What aliases and associated types stand for, by qualified name.
  var aliases: [Name: Alias] = [:]
  /// The names of properties in which continuations wait.
  private(set) var continuationNames: Set<Name> = []
  /// The functions by which pooled sources hand out results.
  private(set) var tokenRequirements: [TokenRequirement] = []

  struct Alias: Hashable {
    var generics: [Name]
    var target: Type
  }

  /// Merges what the files declare; `files` in the order of their `FileID`s, the linted ones before all others.
  /// - Parameter told: what the files' `told` places speak of.
  package init(merging files: [FileDeclarations], catalogue: Catalogue, told: ToldTypes = ToldTypes()) {
    let knowledge = Knowledge(catalogue)
    var merge = IndexMerge(files: files, knowledge: knowledge)
    merge.run()
    self.knowledge = knowledge
    self.files = files
    lintedCount = files.firstIndex { $0.source != .linted } ?? files.count
    imports = ImportedModules(files)
    qualifiedNames = merge.qualifiedNames
    types = merge.types
    supertypes = merge.supertypes
    var conformers: [Name: [Name]] = [:]
    for (type, above) in merge.supertypes { for name in above { conformers[name, default: []].append(type) } }
    self.conformers = conformers.mapValues { $0.sorted { $0.raw < $1.raw } }
    oneShotTypes = merge.oneShotTypes
    interest = Interest(merge, told)
    // Nobody asks about members and aliases where no file has to do with a one-shot value.
    let isAsked = interest.concernedFiles.contains(true) || files.contains { $0.names.mightContain(anyOf: knowledge.blockingNames) }
    members = MemberTable(isAsked ? merge.collectMembers() : [])
    if isAsked {
      aliases = resolvedAliases()
      toldSymbols = types(of: told)
      continuationNames = namesOfContinuationProperties()
      tokenRequirements = findTokenRequirements()
    }
  }

  /// Whether the file names anything that could be a one-shot value; the second pass skips the others.
  package func concerns(_ file: FileID) -> Bool { interest.concernedFiles[Int(file.index)] }

  /// Whether a declaration of a concerned file may have to do with a one-shot value; the others need no graph.
  func concerns(_ declaration: Declaration, of file: FileID, in tree: SyntaxTree) -> Bool {
    interest.concerns(declaration, of: files[Int(file.index)], in: tree)
  }

  /// Whether the file may mention one of these names.
  func mentions(_ names: Set<Name>, in file: FileID) -> Bool { files[Int(file.index)].names.mightContain(anyOf: names) }

  package func declaration(_ id: DeclarationID) -> Declaration { files[Int(id.file.index)].declarations[Int(id.index)] }

  package func parameters(of id: DeclarationID) -> ArraySlice<Parameter> {
    let range = declaration(id).parameters
    return files[Int(id.file.index)].parameters[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Whether a parameter is declared `borrowing`.
  func isBorrowed(_ parameter: Parameter, of function: DeclarationID) -> Bool {
    !parameter.type.isNone && files[Int(function.file.index)].types[parameter.type].flags.contains(.isBorrowing)
  }

  /// The qualified name of a type declaration or an extension's type.
  func qualifiedName(of id: DeclarationID) -> Name { qualifiedNames[Int(id.file.index)][Int(id.index)] }

  func types(named name: Name) -> [DeclarationID] { types[name] ?? [] }

  var allTypes: [Name: [DeclarationID]] { types }

  var oneShotTypesByName: [Name: Knowledge.OneShotID] { oneShotTypes }

  func isType(_ name: Name) -> Bool { types[name] != nil || oneShotTypes[name] != nil }

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

  /// The members of a type with this name: its own and its extensions', else those of the nearest types above it.
  func members(of owner: Name, named name: Name) -> [DeclarationID] {
    var level = [owner]
    var seen: Set<Name> = []
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

  /// Of several declarations those that a file sees: not what other files keep private; its own module's, if there are any;
  /// else those of the linted files.
  func visible(_ candidates: [DeclarationID], from file: FileID) -> [DeclarationID] {
    if candidates.count < 2 { return candidates.filter { isVisible($0, from: file) } }
    let seen = candidates.filter { isVisible($0, from: file) }
    if seen.count < 2 { return seen }
    let linted = lintedCount == files.count ? seen : seen.filter { source(of: $0) == .linted }
    let module = files[Int(file.index)].module
    let own = module == .none ? [] : linted.filter { files[Int($0.file.index)].module == module }
    return !own.isEmpty ? own : linted.isEmpty ? seen : linted
  }

  private func isVisible(_ id: DeclarationID, from file: FileID) -> Bool {
    if id.file == file { return true }
    let declaration = declaration(id)
    if declaration.flags.contains(.isPrivate) { return false }
    if declaration.parent >= 0 || source(of: id) == .linted { return true }
    // What stands at the top level of another module is seen by those who import it, perhaps through one that hands it on.
    let module = files[Int(id.file.index)].module
    return module == .none || imports.reaches(module, from: files[Int(file.index)])
  }

  /// How a function runs a closure parameter, through the functions it hands it on to.
  func runs(of id: DeclarationID, parameter place: Int, depth: Int = 0) -> ClosureRuns {
    let parameters = parameters(of: id)
    guard place >= 0, place < parameters.count else { return .unknown }
    let parameter = parameters[parameters.startIndex + place]
    guard parameter.runs == .forwarded, let forward = parameter.forward else { return parameter.runs }
    let owner = ownerName(of: id)
    let own = owner == .none ? [] : members(of: owner, named: forward.callee)
    let candidates = visible(own.isEmpty ? globals(named: forward.callee) : own, from: id.file)
    guard depth < 6, candidates.count == 1, let callee = candidates.first else { return .unknown }
    let targets = Array(self.parameters(of: callee))
    guard
      let target = targets.firstIndex(where: { $0.label == forward.label && forward.label != .none })
        ?? (forward.place < targets.count ? forward.place : nil)
    else { return .unknown }
    return runs(of: callee, parameter: target, depth: depth + 1)
  }

  /// Whether some function, property or case of the analysed sources has this name, whosever it is.
  func isDeclaredSomewhere(_ name: Name) -> Bool { members.contains(name) }

  func directSupertypes(of name: Name) -> [Name] { supertypes[name] ?? [] }

  /// The types that name this protocol or class in their inheritance clause, in a fixed order.
  func conformers(of name: Name) -> [Name] { conformers[name] ?? [] }

  func inherits(_ name: Name, from ancestor: Name) -> Bool {
    var pending = [name]
    var seen: Set<Name> = []
    while let type = pending.popLast() {
      if type == ancestor { return true }
      if seen.insert(type).inserted, seen.count < 200 { pending += supertypes[type] ?? [] }
    }
    return false
  }
}
