import VTCatalogue
import VTDiagnostics
import VTSyntax

/// The words of the catalogue by which code has to do with followed values, before any source is looked at.
package struct Seeds: Sendable {
  /// Types that are one-shot wherever their name is written.
  private(set) var types: Set<Name> = []
  /// Nested types: by their own name the qualified names of the types around them (`HTTPClientResponse` of `Body`).
  private(set) var nested: [Name: Set<Name>] = [:]
  /// Functions and parameters, whosever they are.
  private(set) var makers: Set<Name> = []
  /// Members that give one if their owner is one of these.
  private(set) var owned: [Name: Owned] = [:]
  /// Properties of anybody's that give one in files that import one of these modules.
  private(set) var byModule: [Name: Set<Name>] = [:]
  /// Two closure parameters of one function, one of each set, are a duty together.
  private(set) var outcomes: (success: Set<Name>, failure: Set<Name>) = ([], [])

  struct Owned: Sendable {
    /// By their own names, and by the path that the catalogue writes.
    var owners: Set<Name> = []
    var paths: Set<Name> = []
    var kinds: MemberKinds = []
  }

  /// - Parameter followed: the types whose values are followed.
  init(_ followed: [OneShotType]) {
    for type in followed {
      for name in type.typeNames + type.match.protocols + type.match.importedSwiftNames { addType(name) }
      makers.formUnion(type.match.parameterNames.map { Name($0) })
      outcomes.success.formUnion(type.match.successParameters.map { Name($0) })
      outcomes.failure.formUnion(type.match.failureParameters.map { Name($0) })
      for text in type.match.closuresOf {
        let path = CataloguePath(text)
        makers.insert(path.name == KnownNames.initializer ? path.owner ?? .none : path.name)
      }
      for text in type.match.resultsOf { addMember(text, [.ofInstance, .ofType], modules: []) }
      for creation in type.creations {
        for text in creation.names {
          switch creation.form {
          case .closure: makers.insert(CataloguePath(text).name)
          case .function: addMember(text, [.ofInstance, .ofType], modules: [])
          case .property: addMember(text, .ofInstance, modules: Set(type.modules.map { Name($0) }))
          case .initializer, .parameter: break
          }
        }
      }
    }
    makers.remove(.none)
  }

  private mutating func addType(_ text: String) {
    let path = CataloguePath(text)
    if let owner = path.owner { nested[path.name, default: []].insert(owner) } else { types.insert(path.name) }
  }

  private mutating func addMember(_ text: String, _ kinds: MemberKinds, modules: Set<Name>) {
    let path = CataloguePath(text)
    if let owner = path.owner, let ownersName = path.ownersName {
      owned[path.name, default: Owned()].owners.insert(ownersName)
      owned[path.name, default: Owned()].paths.insert(owner)
      owned[path.name, default: Owned()].kinds.formUnion(kinds)
    } else if modules.isEmpty {
      makers.insert(path.name)
    } else {
      byModule[path.name, default: []].formUnion(modules)
    }
  }

  /// Whether a file names something that is interesting whatever other files say. `false` is no final answer.
  package func mayConcern(_ words: FileWords) -> Bool {
    words.names.mightContain(anyOf: types) || words.names.mightContain(anyOf: makers)
      || nested.contains { words.names.mightContain($0) && words.names.mightContain(anyOf: $1) }
      || words.names.mightContain(anyOf: outcomes.success) && words.names.mightContain(anyOf: outcomes.failure)
      || byModule.contains { name, modules in words.names.mightContain(name) && words.imports.contains(where: modules.contains) }
  }

  /// All names that files are asked for, whatever they declare.
  var askedNames: [Name] {
    var names = types.union(makers).union(outcomes.success).union(outcomes.failure).union(byModule.keys)
    for (name, owners) in nested { names.formUnion(owners.union([name])) }
    for (name, known) in owned { names.formUnion(known.owners.union([name])) }
    return Array(names)
  }
}
