import VTCatalogue
import VTDiagnostics
import VTSyntax

/// How one-shot values come to be, by the names that code uses: what `create`, `except` and `match` of the catalogue say
/// beside the names of types.
struct Creations: Sendable {
  typealias OneShotID = Knowledge.OneShotID

  /// A function or property that gives one.
  struct Source: Sendable {
    /// The type whose member it is; nil: any.
    var owner: Name?
    var id: OneShotID
    /// The element of the tuple that comes back; empty: the whole result.
    var element: String
    /// Only where the argument of this label is written so.
    var argument: [Name: String]
    /// What declares it. A property without an owner is one only in files that import one of these; empty: anywhere.
    var modules: Set<Name>
  }

  /// A closure parameter that is one because of the function's full name: `close(context:mode:promise:)`.
  struct ParameterMatch: Sendable {
    var id: OneShotID
    /// `.none` for `_`.
    var labels: [Name]
    /// The parameter's name; `.none`: the last one.
    var parameter: Name
    /// Only in types that conform to one of these; empty: anywhere.
    var conformers: Set<Name>
  }

  /// How the two closures are called of which a function runs one: `success`, `failure`.
  private struct OutcomeNames: Sendable {
    var id: OneShotID
    var success: Set<Name>
    var failure: Set<Name>

    func places(in parameters: ArraySlice<Parameter>) -> (success: Int, failure: Int)? {
      func place(_ names: Set<Name>) -> Int? {
        let found = parameters.indices.filter { names.contains(parameters[$0].name) || names.contains(parameters[$0].label) }
        return found.count == 1 ? found[0] - parameters.startIndex : nil
      }
      if parameters.count < 2 { return nil }
      guard let failure = place(failure), let success = place(success), success != failure else { return nil }
      return (success, failure)
    }
  }

  /// Functions that pass one to their trailing closure, first: `withCheckedContinuation`.
  private(set) var closures: [Name: [Source]] = [:]
  /// Functions that keep a closure and pass it one each time that they run it, with its place: `UIContextualAction`.
  private(set) var handlers: [Name: (place: Int, id: OneShotID)] = [:]
  private(set) var functions: [Name: [Source]] = [:]
  private(set) var properties: [Name: [Source]] = [:]
  /// Members of an owner after which its one-shot property is fresh: `request.collectBody(upTo:)`.
  private(set) var rearming: [Name: (owner: Name, property: Name)] = [:]
  /// By the function's base name.
  private var parameters: [Name: [ParameterMatch]] = [:]
  private(set) var parameterNames: [Name: OneShotID] = [:]
  private var parameterSuffixes: [(suffix: [UInt8], id: OneShotID)] = []
  /// By entry: what the closures are told, where not every closure of the name is one; empty: every one is.
  private var told: [Set<Name>] = []
  /// Two closure parameters that are one duty together.
  private var outcomes: [OutcomeNames] = []
  /// Full names of initialisers whose values are harmless: `RequestBody.init(buffer:)`.
  private var exceptions: [Set<Name>] = []
  /// By entry: values are one-shot wherever they come from.
  private var isAlways: [Bool] = []
  private var isFromParameter: [Bool] = []

  init(_ catalogue: Catalogue) {
    for (index, type) in catalogue.types.enumerated() { add(type, OneShotID(index: index)) }
  }

  /// Whether every value of the entry's type is one-shot, as far as its type tells.
  func isAlwaysOneShot(_ id: OneShotID) -> Bool { isAlways[id.index] }
  func isOneShotAsParameter(_ id: OneShotID) -> Bool { isAlways[id.index] || isFromParameter[id.index] }
  func isHarmless(_ initializer: String, of id: OneShotID) -> Bool { exceptions[id.index].contains(Name(initializer)) }

  /// The places of two such closures among a function's parameters; nil where there are none, or more than one of a kind.
  func outcomes(in parameters: ArraySlice<Parameter>) -> (id: OneShotID, success: Int, failure: Int)? {
    for names in outcomes {
      if let found = names.places(in: parameters) { return (names.id, found.success, found.failure) }
    }
    return nil
  }

  /// What is said of the closure parameters of a function, by its full name.
  func parameterMatches(_ name: Name, _ written: ArraySlice<Parameter>) -> [ParameterMatch] {
    guard let known = parameters[name] else { return [] }
    return known.filter { $0.labels.elementsEqual(written.lazy.map(\.label)) }
  }

  /// Whether a closure parameter of this function may be one because of the function's name.
  func givesDuty(_ name: Name, _ written: ArraySlice<Parameter>) -> Bool { !parameterMatches(name, written).isEmpty }

  /// Whether a closure parameter of a declaration may be one because of the declaration's name, or with another one. What its own
  /// name says is not looked at.
  func mayGiveDuty(_ declaration: Declaration, _ written: ArraySlice<Parameter>) -> Bool {
    guard declaration.takesDuties, !written.isEmpty else { return false }
    return declaration.kind == .function && givesDuty(declaration.name, written) || outcomes(in: written) != nil
  }

  /// Whether a closure of this name, or label, is told of failures.
  func tellsFailure(_ parameter: Parameter) -> Bool {
    outcomes.contains { $0.failure.contains(parameter.name) || $0.failure.contains(parameter.label) }
  }

  /// The closure parameter that a function's full name or the parameter's own name makes a duty.
  func parameter(_ name: Name, text: ArraySlice<UInt8>) -> OneShotID? {
    if let id = parameterNames[name] { return id }
    if Creations.isForEach(text) { return nil }
    return parameterSuffixes.first { text.count > $0.suffix.count && text.suffix($0.suffix.count).elementsEqual($0.suffix) }?.id
  }

  /// The same, for the parameter or property that a token names; nil for no token.
  func parameter(at id: TokenID, in tree: SyntaxTree) -> OneShotID? {
    if id.isNone { return nil }
    let range = tree.token(id).range
    return parameter(tree.name(of: id), text: tree.source[Int(range.start)..<Int(range.end)])
  }

  private static let wordsForEach = [Array("per".utf8), Array("each".utf8)]

  /// `perThumbnailCompletionHandler`, `eachItemCompletion`: called for every one of several things.
  private static func isForEach(_ text: ArraySlice<UInt8>) -> Bool {
    wordsForEach.contains { word in
      text.starts(with: word) && text.dropFirst(word.count).first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } == true
    }
  }

  /// Whether a closure that is told these things may be one of the entry's.
  func fits(_ id: OneShotID, told inputs: [Type]) -> Bool {
    let wanted = told[id.index]
    if wanted.isEmpty { return true }
    if inputs.count == 1, let only = inputs[0].memberOwner, only != KnownNames.errorType, wanted.contains(only) { return true }
    guard wanted.contains(KnownNames.errorType), case .optional(let last)? = inputs.last else { return false }
    return last.memberOwner.map { KnownNames.typesOfAllErrors.contains($0) } ?? false
  }

  private mutating func add(_ type: OneShotType, _ id: OneShotID) {
    told.append(Set(type.match.told.map { Name($0) }))
    for creation in type.creations {
      for text in creation.names {
        let path = CataloguePath(text)
        let source = Source(
          owner: path.owner, id: id, element: creation.element,
          argument: Dictionary(uniqueKeysWithValues: creation.argument.map { (Name($0), $1) }),
          modules: creation.form == .property ? Set(type.modules.map { Name($0) }) : [])
        switch creation.form {
        case .closure: closures[path.name, default: []].append(source)
        case .function: functions[path.name, default: []].append(source)
        case .property: properties[path.name, default: []].append(source)
        case .initializer, .parameter: break
        }
      }
    }
    for text in type.match.resultsOf {
      let path = CataloguePath(text)
      let source = Source(owner: path.owner, id: id, element: "", argument: [:], modules: [])
      properties[path.name, default: []].append(source)
      functions[path.name, default: []].append(source)
    }
    for text in type.match.closuresOf {
      let path = CataloguePath(text)
      let callee = path.name == KnownNames.initializer ? path.owner ?? .none : path.name
      if let place = Int(type.match.parameter) {
        handlers[callee] = (place, id)
        continue
      }
      closures[callee, default: []].append(Source(owner: nil, id: id, element: "", argument: [:], modules: []))
    }
    for text in type.match.functions {
      let path = CataloguePath(text)
      parameters[path.name, default: []].append(
        ParameterMatch(
          id: id, labels: path.labels, parameter: type.match.parameter == "last" ? .none : Name(type.match.parameter),
          conformers: Set(type.match.conformers.map { .dotted($0) })))
    }
    for text in type.match.parameterNames { parameterNames[Name(text)] = id }
    parameterSuffixes += type.match.parameterSuffixes.map { (Array($0.utf8), id) }
    if !type.match.successParameters.isEmpty {
      outcomes.append(
        OutcomeNames(
          id: id, success: Set(type.match.successParameters.map { Name($0) }),
          failure: Set(type.match.failureParameters.map { Name($0) })))
    }
    for operation in type.operations where operation.role == .rearm && !operation.owner.isEmpty {
      let path = CataloguePath(operation.owner)
      for name in operation.names { rearming[Name(name)] = (path.owner ?? .none, path.name) }
    }
    exceptions.append(
      Set(type.exceptions.filter { $0.form == .initializer }.flatMap(\.names).map { Name($0) }))
    let hasConditions = type.creations.contains { !$0.argument.isEmpty }
    isAlways.append(!hasConditions && type.exceptions.isEmpty)
    // What somebody else made is rarely one of the exceptions.
    isFromParameter.append(!hasConditions || type.creations.contains { $0.form == .parameter })
  }
}

extension SymbolIndex {
  /// What functions of this name and owner make, as a file can mean them.
  func creations(byFunction name: Name, of owner: Name?, in file: FileID) -> [Creations.Source] {
    (knowledge.creations.functions[name] ?? []).filter { fits($0, owner, file) }
  }

  /// What such a function gives: one, or a tuple with one in it.
  func createdResult(_ source: Creations.Source) -> Type {
    guard knowledge.contract(of: source.id) != nil else { return .unknown }
    let type = valueType(of: source.id)
    if source.element.isEmpty { return type }
    // Of the other elements nothing is known; there is one, in all that the catalogue has.
    let place = Int(source.element) ?? 0
    var elements = [Type.Element(label: .none, type: .unknown), Type.Element(label: .none, type: .unknown)]
    guard place < elements.count else { return .unknown }
    elements[place] = Type.Element(label: Int(source.element) == nil ? Name(source.element) : .none, type: type)
    return .tuple(elements)
  }

  /// What the property of an owner gives. Several libraries have a `Request`: that of the one that the file imports.
  func creation(byProperty name: Name, of owner: Name?, in file: FileID) -> Creations.Source? {
    guard let sources = knowledge.creations.properties[name] else { return nil }
    let fitting = sources.filter { fits($0, owner, file) }
    return fitting.first { imports($0.modules, file) } ?? fitting.first
  }

  private func fits(_ source: Creations.Source, _ owner: Name?, _ file: FileID) -> Bool {
    guard let wanted = source.owner else { return source.modules.isEmpty || imports(source.modules, file) }
    return owner == wanted
  }

  private func imports(_ modules: Set<Name>, _ file: FileID) -> Bool {
    files[Int(file.index)].imports.contains { modules.contains($0) }
  }
}
