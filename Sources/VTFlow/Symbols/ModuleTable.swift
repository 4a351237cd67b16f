import VTDiagnostics

/// The modules of some files, and which of them each imports itself.
///
/// A name that several packages give to a module means that of the own package, else that of the nearest one: of two
/// copies of a code base each sees its own.
struct ModuleTable: Sendable {
  /// A module by its place; -1: nothing is known.
  typealias Module = Int32

  private(set) var modules: [ModuleName] = []
  private(set) var moduleOfFile: [Module] = []
  /// By module: what it sees without looking further, without itself.
  private(set) var imports: [Set<Module>] = []
  private var importable: [Name: [Meaning]] = [:]
  /// By package: its modules by name.
  private var named: [[Name: Module]] = []
  private var packageOfModule: [Int] = []
  /// By package: the modules whose folders are not called like one of its targets.
  private var strays: [[Module]] = []

  /// What the name in an import may mean.
  private enum Meaning {
    case module(Module)
    /// A target whose folder is not called like it: any of the package's folders that are not called like a target.
    case strays(package: Int)
  }

  init(_ files: [FileDeclarations]) {
    var places: [ModuleName: Module] = [:]
    for file in files {
      if file.module == .unknown {
        moduleOfFile.append(-1)
        continue
      }
      let place = places[file.module] ?? Module(modules.count)
      if place == modules.count {
        places[file.module] = place
        modules.append(file.module)
      }
      moduleOfFile.append(place)
    }
    findImportNames()
    imports = Array(repeating: [], count: modules.count)
    for (file, module) in zip(files, moduleOfFile) where module >= 0 {
      for name in file.imports { imports[Int(module)].formUnion(meant(by: name, in: module)) }
      imports[Int(module)].remove(module)
    }
    seeLooseFiles()
    if modules.contains(where: { $0.targets == nil }) {
      joinFolders(besides: files.reduce(into: []) { $0.formUnion($1.imports) })
    }
  }

  private mutating func findImportNames() {
    var places: [[Name]?: Int] = [:]
    var targets: [Set<Name>] = []
    for (place, module) in modules.enumerated() {
      let package = places[module.package] ?? named.count
      if package == named.count {
        places[module.package] = package
        named.append([:])
        targets.append(module.targets ?? [])
        strays.append([])
      }
      packageOfModule.append(package)
      if module.name != .none {
        named[package][module.name] = Module(place)
        importable[module.name, default: []].append(.module(Module(place)))
      }
      if module.targets?.contains(module.name) != true { strays[package].append(Module(place)) }
    }
    for package in named.indices {
      for target in targets[package] where named[package][target] == nil {
        importable[target, default: []].append(.strays(package: package))
      }
    }
  }

  private func modules(of meaning: Meaning) -> [Module] {
    switch meaning {
    case .module(let module): [module]
    case .strays(let package): strays[package]
    }
  }

  /// The modules that an import may mean.
  private func meant(by name: Name, in module: Module) -> [Module] {
    if let own = named[packageOfModule[Int(module)]][name] { return [own] }
    guard let meanings = importable[name], meanings.count <= Limits.modulesOfOneName else { return [] }
    if meanings.count == 1 { return modules(of: meanings[0]) }
    let candidates = meanings.map { modules(of: $0) }.filter { !$0.isEmpty }
    let nearness = candidates.map { modules[Int(module)].nearness(to: modules[Int($0[0])]) }
    let nearest = nearness.max()
    // What a toolchain tells of a module stands in no package.
    return zip(candidates, nearness).filter { $0.1 == nearest || modules[Int($0.0[0])].package == nil }.flatMap(\.0)
  }

  /// Folders below `Sources` without a manifest, as in a project of Xcode: those that nobody imports and that import none of
  /// the others are parts of one module.
  private mutating func joinFolders(besides imported: Set<Name>) {
    var folders: [Int: [Module]] = [:]
    for (place, module) in modules.enumerated() where module.name != .none && module.targets == nil {
      let package = packageOfModule[place]
      let importsAnother = imports[place].contains { packageOfModule[Int($0)] == package && modules[Int($0)].name != .none }
      if importsAnother || module.isForTests || imported.contains(module.name) { continue }
      folders[package, default: []].append(Module(place))
    }
    for parts in folders.values where parts.count <= Limits.foldersOfOneModule {
      for part in parts { imports[Int(part)].formUnion(parts.lazy.filter { $0 != part }) }
    }
  }

  /// Files that stand in no module's folder may belong to any module of their package, or of none if they stand in none.
  private mutating func seeLooseFiles() {
    var loose: [[Name]?: Module] = [:]
    for (place, module) in modules.enumerated() where module.name == .none { loose[module.package] = Module(place) }
    for (place, module) in modules.enumerated() where module.name != .none {
      if let files = loose[module.package] { imports[place].insert(files) }
    }
  }
}
