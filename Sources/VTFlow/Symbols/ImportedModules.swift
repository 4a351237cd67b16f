import VTDiagnostics

/// Which modules a file may see through its imports. What a module hands on is not written where it is imported, so each is
/// taken to hand on all that it imports itself.
struct ImportedModules: Sendable {
  /// By the module that is imported: it, and all that can be reached through it.
  private var reached: [Name: Set<Name>] = [:]

  init(_ files: [FileDeclarations]) {
    var imports: [Name: Set<Name>] = [:]
    for file in files where file.source != .linted { imports[file.module.name, default: []].formUnion(file.imports) }
    for module in imports.keys {
      var found: Set<Name> = []
      var pending = [module]
      while let next = pending.popLast() {
        if found.insert(next).inserted { pending += imports[next] ?? [] }
      }
      reached[module] = found
    }
  }

  func reaches(_ module: Name, from file: FileDeclarations) -> Bool {
    file.imports.contains { $0 == module || reached[$0]?.contains(module) == true }
  }
}
