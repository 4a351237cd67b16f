import VTDiagnostics
import VTSyntax

/// Finds the names that stand for one-shot types, and those of everything that is declared with one of them, to a
/// fixpoint: `typealias Reply = ValueFuture<Int>`, `func load() -> Reply`, `lazy var first = store.load(1)` each make the
/// next name interesting.
struct InterestSpread {
  typealias Names = [Name: DeclaringModules]

  private let merge: IndexMerge
  private var seeds: Seeds { merge.knowledge.seeds }
  private let modules: ModuleGraph
  /// Names of types that are one-shot, or stand for one, and of types whose values give one without naming it (`pool[0]`).
  private(set) var types: Names = [:]
  /// Names of what gives a value, wherever they are written.
  private(set) var makers: Names = [:]
  /// Names of members that give one: they are written behind a dot, or inside of their owners.
  private(set) var members: Names = [:]
  private(set) var memberKinds: [Name: MemberKinds] = [:]
  private(set) var memberOwners: ScopedNames
  /// Types with a subscript that gives one.
  private(set) var subscripted: Set<Name> = []
  private(set) var scoped: ScopedNames
  /// Members of the catalogue that give one if their owner is a certain type, with the modules where that type is named.
  private(set) var owned: Names = [:]
  /// By file: it names something of all that.
  private(set) var concerned: [Bool]
  /// By `ToldPlace.symbol`: a type of interest occurs in it.
  private(set) var isToldOfInterest: [Bool] = []
  private var new: Names = [:]
  /// By type, those that name it in their inheritance clauses.
  private lazy var conformers = merge.conformers

  /// - Parameter told: what the compiler told of places in the files.
  init(_ merge: IndexMerge, modules: ModuleGraph, _ told: ToldTypes) {
    self.merge = merge
    self.modules = modules
    concerned = [Bool](repeating: false, count: merge.files.count)
    let seeds = merge.knowledge.seeds
    for name in seeds.types { types[name] = .any }
    for name in seeds.makers { makers[name] = .any }
    scoped = ScopedNames(owners: seeds.nested, supertypes: merge.supertypes)
    memberOwners = ScopedNames(owners: [:], supertypes: merge.supertypes)
    for (member, known) in seeds.owned {
      for module in modulesNaming(known.owners) { owned[member, default: DeclaringModules(module)].insert(module) }
      memberKinds[member] = known.kinds
      for owner in known.paths { memberOwners.insert(member, owner) }
    }
    addDeclaredOneShotTypes()
    addToldProperties(told)
    spread()
    isToldOfInterest = told.symbols.map(isOfInterest)
    for file in merge.files where file.told.contains(where: { isToldOfInterest[Int($0.symbol)] }) {
      concerned[Int(file.file.index)] = true
    }
  }

  private func isOfInterest(_ symbol: ToldTypes.Symbol) -> Bool {
    symbol.words.contains { types[$0] != nil || scoped.contains($0) }
  }

  /// Properties whose types are not written: their names lead to values elsewhere.
  private mutating func addToldProperties(_ told: ToldTypes) {
    for file in merge.files where !file.told.isEmpty {
      let symbols = Dictionary(file.told.map { ($0.offset, $0.symbol) }, uniquingKeysWith: { first, _ in first })
      for declaration in file.declarations where declaration.kind == .property && declaration.type.isNone {
        guard let symbol = symbols[declaration.nameRange.start], isOfInterest(told.symbols[Int(symbol)]) else { continue }
        add(maker: declaration, in: file)
      }
    }
  }

  private func modulesNaming(_ owners: Set<Name>) -> Set<ModuleGraph.Module> {
    Set(merge.files.lazy.filter { $0.names.mightContain(anyOf: owners) }.map { modules.module(of: $0.file) })
  }

  /// Types that a mark or a marker protocol makes one-shot.
  private mutating func addDeclaredOneShotTypes() {
    for (qualified, id) in merge.oneShotTypes where merge.knowledge.contract(of: id) != nil {
      for declaration in merge.types[qualified] ?? [] {
        add(type: declaration.index, in: merge.files[Int(declaration.file.index)])
      }
    }
  }

  // MARK: digest

  /// A sum over all that was found, in whatever order: the same in every run.
  var digest: UInt64 {
    var sum: UInt64 = 0
    for (kind, names) in [types, makers, members, owned].enumerated() {
      for (name, declaring) in names {
        for module in declaring.all { sum &+= mixed(UInt64(kind), name.raw, UInt64(bitPattern: Int64(module))) }
      }
    }
    for (name, kinds) in memberKinds { sum &+= mixed(4, name.raw, UInt64(kinds.rawValue)) }
    for (kind, names) in [scoped, memberOwners].enumerated() { sum &+= mixed(5, UInt64(kind), names.digest) }
    for name in subscripted { sum &+= mixed(6, name.raw, 0) }
    return sum
  }

  // MARK: rounds

  /// In each round only the files are looked at that may have one of the names that the last one added.
  private mutating func spread() {
    new = [:]
    let seeded = [types, makers, owned].map { WantedNames($0) }
    for file in merge.files where seeded.contains(where: { mayName($0, file) }) || namesSeed(file) { take(file) }
    for _ in 0..<16 {
      if new.isEmpty { return }
      let names = WantedNames(new)
      new = [:]
      for file in merge.files where mayName(names, file) { take(file) }
    }
    // What the last round added is not spread any further.
    let names = WantedNames(new)
    for file in merge.files where mayName(names, file) { concerned[Int(file.file.index)] = true }
  }

  private mutating func take(_ file: FileDeclarations) {
    concerned[Int(file.file.index)] = true
    addDeclaredNames(of: file)
  }

  private func namesSeed(_ file: FileDeclarations) -> Bool {
    seeds.nested.contains { file.names.mightContain($0) && file.names.mightContain(anyOf: $1) }
      || makesByModule(file) || declaresDuties(file)
  }

  private func mayName(_ wanted: WantedNames, _ file: FileDeclarations) -> Bool {
    let words = file.names
    for (place, probe) in wanted.probes.enumerated() where words.mightContain(probe) {
      if sees(file, wanted.declaring[place]) { return true }
    }
    return false
  }

  private func sees(_ file: FileDeclarations, _ declaring: DeclaringModules) -> Bool {
    declaring.areSeen(by: modules.module(of: file.file), modules)
  }

  private func makesByModule(_ file: FileDeclarations) -> Bool {
    seeds.byModule.contains { name, modules in
      file.names.mightContain(name) && file.imports.contains(where: modules.contains)
    }
  }

  private func declaresDuties(_ file: FileDeclarations) -> Bool {
    let creations = merge.knowledge.creations
    return file.declarations.contains { creations.mayGiveDuty($0, file.parameters(of: $0)) }
  }

  // MARK: adding

  private mutating func add(maker declaration: Declaration, in file: FileDeclarations) {
    let module = modules.module(of: file.file)
    // Operators stand between values, whoever declares them.
    if declaration.parent < 0 || declaration.flags.contains(.isOperator) { return insert(declaration.name, module, into: \.makers) }
    let owner = merge.qualifiedNames[Int(file.file.index)][Int(declaration.parent)]
    memberOwners.insert(declaration.name, owner)
    let kind: MemberKinds =
      declaration.kind == .enumCase ? .ofCase : declaration.flags.contains(.isStatic) ? .ofType : .ofInstance
    memberKinds[declaration.name, default: []].insert(kind)
    // What C++ calls `net` is written like a variable.
    if file.source != .linted { memberKinds[declaration.name, default: []].formUnion([.ofType, .ofInstance]) }
    insert(declaration.name, module, into: \.members)
  }

  /// A type of the sources: by its name where that is enough, else inside the type around it.
  private mutating func add(type place: Int32, in file: FileDeclarations) {
    let declaration = file.declarations[Int(place)]
    if declaration.parent < 0 { return insert(declaration.name, modules.module(of: file.file), into: \.types) }
    add(declaration.name, inside: merge.qualifiedNames[Int(file.file.index)][Int(declaration.parent)], file)
  }

  private mutating func add(_ name: Name, inside owner: Name, _ file: FileDeclarations) {
    if scoped.insert(name, owner) { addNew(name, modules.module(of: file.file)) }
  }

  private mutating func insert(_ name: Name, _ module: ModuleGraph.Module, into names: WritableKeyPath<InterestSpread, Names>) {
    if let known = self[keyPath: names][name], known.contains(module) { return }
    self[keyPath: names][name, default: DeclaringModules(module)].insert(module)
    addNew(name, module)
  }

  private mutating func addNew(_ name: Name, _ module: ModuleGraph.Module) {
    new[name, default: DeclaringModules(module)].insert(module)
  }

  // MARK: one file

  private mutating func addDeclaredNames(of file: FileDeclarations) {
    var rows = InterestingRows(file, self)
    for (place, declaration) in file.declarations.enumerated() {
      let place = Int32(place)
      for generic in declaration.generics where declaration.kind.isNominal {
        let generic = file.generics[Int(generic)]
        if rows.tells(generic.constraint, at: place, self) {
          add(generic.name, inside: merge.qualifiedNames[Int(file.file.index)][Int(place)], file)
          rows.learn(generic.name, self)
        }
      }
      switch declaration.kind {
      case .extensionOfType: break
      case .typeAlias, .associatedType:
        if rows.tells(declaration.type, at: place, self) {
          add(type: place, in: file)
          rows.learn(declaration.name, self)
        }
      case .subscripting:
        // `pool[0]` and `pool()` name neither.
        guard rows.tells(declaration.type, at: place, self) else { break }
        addOwner(of: declaration, in: file)
        if declaration.parent >= 0 { addDescendants(of: merge.qualifiedNames[Int(file.file.index)][Int(declaration.parent)]) }
      default:
        if rows.tells(given(by: declaration, in: file), at: place, self) {
          add(maker: declaration, in: file)
          if InterestSpread.unnamed.contains(declaration.name) { addOwner(of: declaration, in: file) }
          if keeps(declaration, place, in: file) { add(type: declaration.parent, in: file) }
        }
        addGivers(declaration, place, in: file, rows)
      }
    }
    for (index, sketch) in file.sketches
    where mentions(sketch, in: file) || sketch.genericArguments.contains(where: { rows.tells($0, at: index, self) }) {
      let declaration = file.declarations[Int(index)]
      add(maker: declaration, in: file)
      if keeps(declaration, index, in: file) { add(type: declaration.parent, in: file) }
    }
  }

  /// `let ticks: AsyncStream<Int>`: what the methods of its type do with it is the business of those who call them, and they name
  /// neither.
  private func keeps(_ property: Declaration, _ place: Int32, in file: FileDeclarations) -> Bool {
    guard property.kind == .property, property.parent >= 0, property.flags.isSuperset(of: [.isStored, .isLet]),
      !property.flags.contains(.isStatic)
    else { return false }
    let written = property.type.isNone ? file.sketches[place]?.base : file.types.path(property.type)
    let entry = written.flatMap { merge.oneShotTypes[$0] }
    return entry.flatMap { merge.knowledge.contract(of: $0) }.map { $0 != .duty } ?? false
  }

  /// The type of what a declaration gives. What a closure is told that a function gives back, whoever calls it has already.
  private func given(by declaration: Declaration, in file: FileDeclarations) -> TypeRowID {
    guard declaration.kind == .function, !declaration.type.isNone else { return declaration.type }
    let type = file.types[declaration.type]
    return type.kind == .function ? file.types.arguments(of: type).last ?? .none : declaration.type
  }

  /// Cases that hold a value, and functions that give one to a closure.
  private mutating func addGivers(_ declaration: Declaration, _ place: Int32, in file: FileDeclarations, _ rows: InterestingRows) {
    for parameter in file.parameters(of: declaration)
    where rows.tells(parameter.type, at: place, self) {
      guard declaration.kind == .enumCase || takesClosure(parameter.type, in: file) else { continue }
      if declaration.kind == .initializer {
        addOwner(of: declaration, in: file)
      } else {
        add(maker: declaration, in: file)
      }
    }
  }

  /// Members that give something without being named: `pool()`, `@Loaded var user`, `$user`.
  private static let unnamed: Set<Name> = [KnownNames.callAsFunction, KnownNames.wrappedValue, KnownNames.projectedValue]

  /// A type has a subscript that gives one, and so have the types below it: `users[0]` of a `struct Users: Repository` names
  /// neither.
  private mutating func addDescendants(of type: Name) {
    var pending = [type]
    while let type = pending.popLast() {
      guard subscripted.insert(type).inserted else { continue }
      for below in conformers[type] ?? [] {
        for id in merge.types[below] ?? [] { add(type: id.index, in: merge.files[Int(id.file.index)]) }
        pending.append(below)
      }
    }
  }

  private func takesClosure(_ row: TypeRowID, in file: FileDeclarations) -> Bool {
    if row.isNone { return false }
    let type = file.types[row]
    return type.kind == .function || type.kind != .named && file.types.arguments(of: type).contains { takesClosure($0, in: file) }
  }

  private mutating func addOwner(of declaration: Declaration, in file: FileDeclarations) {
    if let owner = ownerWord(of: declaration, in: file) { insert(owner, modules.module(of: file.file), into: \.types) }
  }

  private func mentions(_ sketch: InitializerSketch, in file: FileDeclarations) -> Bool {
    isMade(by: sketch.base, in: file)
      || sketch.steps.contains { step in
        guard case .member(let name) = step else { return false }
        return isMade(by: name, in: file)
      }
  }

  private func isMade(by name: Name, in file: FileDeclarations) -> Bool {
    for declaring in [types[name], makers[name], members[name], owned[name]] {
      if let declaring, sees(file, declaring) { return true }
    }
    return scoped.contains(name) || seeds.byModule[name].map { file.imports.contains(where: $0.contains) } == true
  }

  // MARK: what rows ask

  func isType(_ name: Name, in file: FileDeclarations) -> Bool { types[name].map { sees(file, $0) } ?? false }

  /// Whether a name that is interesting inside some types is written inside one of them.
  func applies(_ name: Name, at place: Int32, in file: FileDeclarations) -> Bool {
    scoped.applies(name, at: place, in: file, merge.qualifiedNames[Int(file.file.index)])
  }
}

/// A number that each of three changes all over.
private func mixed(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
  var hash = (first &+ 1) &* 0x9E37_79B9_7F4A_7C15
  for number in [second, third] {
    hash = (hash ^ number) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }
  return hash
}

/// Names that every file is asked for.
private struct WantedNames {
  let probes: [NameFilter.Probe]
  let declaring: [DeclaringModules]

  init(_ names: InterestSpread.Names) {
    probes = names.keys.map { NameFilter.Probe($0) }
    declaring = Array(names.values)
  }
}

/// Names that mean something inside some types only: generic parameters, nested types and aliases, members.
struct ScopedNames: Sendable {
  private struct Scoped: Hashable {
    var name: Name
    var owner: Name
  }

  private(set) var names: Set<Name> = []
  /// With the qualified names of those types. A set for each name would cost an allocation for each member of a type.
  private var owners: Set<Scoped> = []
  let supertypes: [Name: [Name]]

  init(owners: [Name: Set<Name>], supertypes: [Name: [Name]]) {
    self.supertypes = supertypes
    for (name, owners) in owners { for owner in owners { insert(name, owner) } }
  }

  /// A sum over all of them, in whatever order.
  var digest: UInt64 { owners.reduce(0) { $0 &+ mixed(7, $1.name.raw, $1.owner.raw) } }

  func contains(_ name: Name) -> Bool { names.contains(name) }

  func contains(_ name: Name, in owner: Name) -> Bool { owners.contains(Scoped(name: name, owner: owner)) }

  /// Whether that is new.
  @discardableResult
  mutating func insert(_ name: Name, _ owner: Name) -> Bool {
    names.insert(name)
    return owners.insert(Scoped(name: name, owner: owner)).inserted
  }

  /// Whether the name is written inside one of its types, or of their descendants.
  /// - Parameter qualifiedNames: of the file's declarations.
  func applies(_ name: Name, at place: Int32, in file: FileDeclarations, _ qualifiedNames: [Name]) -> Bool {
    guard contains(name) else { return false }
    var place = place
    while place >= 0 {
      let declaration = file.declarations[Int(place)]
      if declaration.kind.hasMembers,
        isOrInherits(qualifiedNames[Int(place)], above: { supertypes[$0] ?? [] }, { contains(name, in: $0) })
      {
        return true
      }
      place = declaration.parent
    }
    return false
  }
}

/// The modules that declare a name: mostly one, for which no array is made.
struct DeclaringModules {
  private let first: ModuleGraph.Module
  private var others: [ModuleGraph.Module] = []

  static let any = DeclaringModules(-1)

  init(_ module: ModuleGraph.Module) { first = module }

  var all: [ModuleGraph.Module] { [first] + others }

  func contains(_ module: ModuleGraph.Module) -> Bool {
    first == module || first == -1 || others.contains { $0 == module || $0 == -1 }
  }

  mutating func insert(_ module: ModuleGraph.Module) {
    if !contains(module) { others.append(module) }
  }

  func areSeen(by module: ModuleGraph.Module, _ modules: ModuleGraph) -> Bool {
    modules.sees(module, first) || others.contains { modules.sees(module, $0) }
  }
}

/// What gives a value of that name.
struct MemberKinds: OptionSet, Sendable {
  let rawValue: UInt8
  static let ofInstance = MemberKinds(rawValue: 1 << 0)
  /// A static member: written behind the type's name, or behind nothing but a dot.
  static let ofType = MemberKinds(rawValue: 1 << 1)
  /// A case: written so, too, with what it holds in brackets behind it.
  static let ofCase = MemberKinds(rawValue: 1 << 2)
}

/// The word that stands for the type a declaration is a member of.
func ownerWord(of declaration: Declaration, in file: FileDeclarations) -> Name? {
  if declaration.parent < 0 { return nil }
  let parent = file.declarations[Int(declaration.parent)]
  if parent.kind != .extensionOfType { return parent.name }
  return parent.type.isNone ? nil : file.types[parent.type].name
}
