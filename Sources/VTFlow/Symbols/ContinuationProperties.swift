import VTDiagnostics

/// A variable property in which continuations wait for whoever completes them: one, or a collection. Not promises: to
/// complete one again does nothing.
struct ContinuationProperty: Sendable {
  var id: DeclarationID
  var name: Name
  var type: Knowledge.OneShotID
  var isCollection: Bool
  /// `Mutex<C?>`: it stands in a lock, and the closures that the lock runs are given the place.
  var isLocked = false
  /// What it keeps has the continuation in it.
  var carrier: Carrier?

  enum Carrier: Sendable {
    /// Tuples or structs with the continuation under this name: `waiters[0].continuation`; in a tuple it has a place, too.
    case member(Name, place: Int?)
    /// Cases of an enumeration, with the place of the continuation in what they carry: `case waiting(since: Date, Waiter)`.
    case payload([Name: Int])
  }
}

/// The names of properties in which continuations wait.
struct ContinuationNames: Sendable {
  /// Of those that hold them, or what has them in it.
  var waiting: Set<Name> = []
  /// Those that hold an enumeration with cases that carry them.
  var states: [State] = []
  /// Of those that hold one for as long as their object lives.
  var fixed: Set<Name> = []

  var isEmpty: Bool { waiting.isEmpty && states.isEmpty && fixed.isEmpty }

  struct State: Sendable {
    var name: Name
    var file: FileID
    var isPrivate: Bool
    /// The cases that carry them.
    var cases: Set<Name>
  }
}

extension SymbolIndex {
  /// The property as a place for continuations; nil where it keeps none, or where none can be taken out again.
  func continuationProperty(_ id: DeclarationID) -> ContinuationProperty? {
    let declaration = declaration(id)
    guard declaration.kind == .property, declaration.flags.contains(.isStored), !declaration.flags.contains(.isScriptVariable) else {
      return nil
    }
    let whole = propertyType(id)
    let isLocked = whole.lockedValue != .unknown
    let type = isLocked ? whole.lockedValue : whole
    guard isLocked || !declaration.flags.contains(.isLet), var found = place(id, of: type) else { return nil }
    found.isLocked = isLocked
    return found
  }

  /// The property of a class as the place of one continuation, which nothing takes out of it: `let continuation: …`.
  func fixedContinuation(_ id: DeclarationID) -> ContinuationProperty? {
    let declaration = declaration(id)
    guard declaration.kind == .property, declaration.flags.contains(.isStored), !declaration.flags.contains(.isStatic),
      declaration.parent >= 0, files[Int(id.file.index)].declarations[Int(declaration.parent)].kind == .classType,
      let kept = continuation(in: propertyType(id)), propertyType(id) == kept.type
    else { return nil }
    return ContinuationProperty(id: id, name: declaration.name, type: kept.id, isCollection: false)
  }

  private func place(_ id: DeclarationID, of type: Type) -> ContinuationProperty? {
    let name = declaration(id).name
    if let kept = continuation(in: type), kept.type != type {
      return ContinuationProperty(id: id, name: name, type: kept.id, isCollection: kept.type != type.unwrapped)
    }
    if let element = type.keptElement {
      if let waiter = carried(by: element, isElement: true) {
        return ContinuationProperty(
          id: id, name: name, type: waiter.id, isCollection: true, carrier: .member(waiter.member, place: waiter.place))
      }
      guard let waiter = payload(of: element) else { return nil }
      return ContinuationProperty(id: id, name: name, type: waiter.id, isCollection: true, carrier: .payload(waiter.cases))
    }
    // What can be replaced by itself is a property of its own.
    if let waiter = carried(by: type.unwrapped), waiter.isConstant {
      return ContinuationProperty(
        id: id, name: name, type: waiter.id, isCollection: false, carrier: .member(waiter.member, place: waiter.place))
    }
    guard let waiter = payload(of: type.unwrapped) else { return nil }
    return ContinuationProperty(id: id, name: name, type: waiter.id, isCollection: false, carrier: .payload(waiter.cases))
  }

  /// The only continuation of a tuple's elements, or of the stored properties of a struct of the sources.
  /// - Parameter isElement: of a collection: what has none is an element all the same.
  private func carried(
    by type: Type, isElement: Bool = false
  ) -> (id: Knowledge.OneShotID, member: Name, place: Int?, isConstant: Bool)? {
    var parts: [(name: Name, type: Type, isConstant: Bool)] = []
    var isTuple = false
    switch type {
    case .tuple(let elements):
      isTuple = true
      parts = elements.map { ($0.label, $0.type, true) }
    case .nominal(let name, _):
      guard let declared = types(named: name).first, types(named: name).count == 1, declaration(declared).kind == .structType else {
        return nil
      }
      let file = files[Int(declared.file.index)]
      for (place, member) in file.declarations.enumerated()
      where member.kind == .property && member.parent == declared.index && member.flags.contains(.isStored) {
        let type = propertyType(DeclarationID(file: file.file, index: Int32(place)))
        parts.append((member.name, type, member.flags.contains(.isLet)))
      }
    default: return nil
    }
    let found = parts.enumerated().filter { continuation(in: $0.element.type) != nil }
    guard found.count == 1, case let (place, part) = found[0], let kept = continuation(in: part.type),
      kept.type == part.type || isElement && kept.type == part.type.unwrapped
    else { return nil }
    // `waiting.0`
    return (kept.id, part.name == .none ? Name(String(place)) : part.name, isTuple ? place : nil, part.isConstant)
  }

  /// The cases of an enumeration of the sources that carry one continuation each.
  private func payload(of type: Type) -> (id: Knowledge.OneShotID, cases: [Name: Int])? {
    guard case .nominal(let name, _) = type, let declared = types(named: name).first, types(named: name).count == 1,
      declaration(declared).kind == .enumType
    else { return nil }
    let file = files[Int(declared.file.index)]
    var found: (id: Knowledge.OneShotID, cases: [Name: Int])?
    for (place, declaration) in file.declarations.enumerated()
    where declaration.kind == .enumCase && declaration.parent == declared.index && !declaration.parameters.isEmpty {
      let scope = TypeScope(file: file.file, declaration: Int32(place))
      let parts = file.parameters(of: declaration).map { continuation(in: self.type($0.type, in: scope)) }
      guard let carrying = parts.firstIndex(where: { $0 != nil }), let kept = parts[carrying] else { continue }
      // Of several nobody here knows which is meant.
      if parts.count(where: { $0 != nil }) > 1 { return nil }
      found = (kept.id, found?.cases ?? [:])
      found?.cases[declaration.name] = carrying
    }
    return found
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
  func namesOfContinuationProperties() -> ContinuationNames {
    let words = wordsOfContinuations()
    var found = ContinuationNames()
    for file in files where file.names.mightContain(anyOf: words) {
      for (place, declaration) in file.declarations.enumerated() where declaration.kind == .property {
        if found.waiting.contains(declaration.name) { continue }
        guard names(words, declaration.type, in: file) || file.sketches[Int32(place)].map({ names(words, $0, in: file) }) ?? false
        else { continue }
        let id = DeclarationID(file: file.file, index: Int32(place))
        guard let property = continuationProperty(id) else {
          if fixedContinuation(id) != nil { found.fixed.insert(declaration.name) }
          continue
        }
        if case .payload(let cases)? = property.carrier {
          let isPrivate = declaration.flags.contains(.isPrivate)
          found.states.append(
            ContinuationNames.State(name: property.name, file: file.file, isPrivate: isPrivate, cases: Set(cases.keys)))
        } else {
          found.waiting.insert(property.name)
        }
      }
    }
    return found
  }

  /// The names of states that carry continuations and can be meant in a file: whoever does something to one names its cases, too.
  func namesOfStates(in file: FileID) -> Set<Name> {
    let meant = continuationNames.states.filter { state in
      state.isPrivate ? state.file == file : mentions([state.name], in: file) && mentions(state.cases, in: file)
    }
    return Set(meant.map(\.name))
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
    // `struct Waiter { let continuation: … }`, `enum State { case waiting(…) }`
    for file in files where file.names.mightContain(anyOf: words) {
      for declaration in file.declarations where declaration.parent >= 0 {
        let owner = file.declarations[Int(declaration.parent)]
        let keeps =
          switch declaration.kind {
          case .property: owner.kind == .structType && names(words, declaration.type, in: file)
          case .enumCase: file.parameters(of: declaration).contains { names(words, $0.type, in: file) }
          default: false
          }
        if keeps { words.insert(owner.name) }
      }
    }
    return words
  }
}

// What becomes of the objects of a type, as far as declarations tell.
extension SymbolIndex {
  /// Whether another file that sees a type may mention its name otherwise than to declare or extend it.
  func isUsedElsewhere(_ type: DeclarationID, than file: FileID) -> Bool {
    let name = declaration(type).name
    return lintedFiles.contains { other in
      other.file != file && other.names.mightContain(type: name) && isVisible(type, from: other.file)
        && !other.declarations.contains { $0.name == name && $0.kind.isNominal }
        && !other.declarations.contains { $0.kind == .extensionOfType && names([name], $0.type, in: other) }
    }
  }

  /// Whether some property, global variable or case of an enumeration has a type with this name in it, or a constant is a
  /// protocol of the type's.
  func isKept(_ name: Name, _ owner: Name) -> Bool {
    typeUses.kept.contains(name) || directSupertypes(of: owner).contains { isProtocol($0) && typeUses.constant.contains($0) }
  }

  private func isProtocol(_ name: Name) -> Bool { types(named: name).contains { declaration($0).kind == .protocolType } }

  /// `T()`, `Mutex<T?>(nil)`, `Mutex(T.idle)`
  private func names(_ words: Set<Name>, _ sketch: InitializerSketch, in file: FileDeclarations) -> Bool {
    words.contains(sketch.base) || words.contains(sketch.content)
      || sketch.genericArguments.contains { names(words, $0, in: file) }
  }

  /// Whether a written type has one of these names in it.
  private func names(_ words: Set<Name>, _ row: TypeRowID, in file: FileDeclarations) -> Bool {
    if row.isNone { return false }
    let written = file.types[row]
    return words.contains(written.name) || file.types.arguments(of: written).contains { names(words, $0, in: file) }
  }
}

extension Type {
  /// What an array keeps, or a dictionary under its keys.
  fileprivate var keptElement: Type? {
    switch self {
    case .array(let element), .dictionary(_, let element): element
    default: nil
    }
  }

  /// Collections that keep what is put into them.
  fileprivate static let keeping: Set<Name> = [
    Name("Set"), Name("ContiguousArray"), Name("Deque"), Name("OrderedDictionary"), Name("OrderedSet"),
  ]
}
