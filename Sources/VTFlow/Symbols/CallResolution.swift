import VTDiagnostics
import VTSyntax

/// An argument as the call writes it.
struct CallArgument {
  var label: Name
  var type: Type
  /// An unlabelled closure behind the parentheses.
  var isTrailing: Bool
}

/// What a call or a member access means, as far as the declarations agree.
struct ResolvedMember {
  /// The declarations that fit; never empty. More than one: overloads that agree on the result.
  var candidates: [DeclarationID]
  var result: Type
  /// For each argument the place of its parameter, in the first candidate.
  var parameterPlaces: [Int]
  var canThrow: Bool
  var neverReturns: Bool
  /// `super.load()`: what overrides it is not meant.
  var isExact = false

  var first: DeclarationID { candidates[0] }
}

extension SymbolIndex {
  /// Picks the overloads of a call by labels and arity; nil when none fits, or those that fit disagree or
  /// are very many.
  func resolveCall(_ candidates: [DeclarationID], on base: Type, arguments: [CallArgument]) -> ResolvedMember? {
    var fitting: [(id: DeclarationID, places: [Int])] = []
    for id in candidates {
      guard declaration(id).kind != .property, let places = parameterPlaces(of: id, arguments) else { continue }
      fitting.append((id, places))
    }
    if fitting.count > Limits.overloads { return nil }
    if fitting.count > 1 { fitting = preferred(fitting, arguments) }
    guard let first = fitting.first else { return nil }
    let result = resultType(of: first.id, on: base, arguments: arguments, places: first.places)
    for other in fitting.dropFirst() {
      if resultType(of: other.id, on: base, arguments: arguments, places: other.places) != result { return nil }
    }
    return ResolvedMember(
      candidates: fitting.map(\.id), result: result, parameterPlaces: first.places,
      canThrow: fitting.contains { declaration($0.id).flags.contains(.canThrow) },
      neverReturns: fitting.allSatisfy { declaration($0.id).flags.contains(.neverReturns) })
  }

  /// The call of a function value, which takes its arguments without labels; nil when their number does not fit.
  func resolveValue(of id: DeclarationID, arguments: [CallArgument]) -> ResolvedMember? {
    let parameters = parameters(of: id)
    guard parameters.count == arguments.count, !parameters.contains(where: \.takesSeveral) else { return nil }
    let places = Array(parameters.indices.map { $0 - parameters.startIndex })
    let flags = declaration(id).flags
    return ResolvedMember(
      candidates: [id], result: resultType(of: id, on: .unknown, arguments: arguments, places: places), parameterPlaces: places,
      canThrow: flags.contains(.canThrow), neverReturns: flags.contains(.neverReturns))
  }

  /// The meaning of a property; nil when nothing is declared or the declarations disagree.
  func resolveProperty(_ candidates: [DeclarationID], on base: Type, asking: [DeclarationID] = []) -> ResolvedMember? {
    let properties = candidates.filter { declaration($0).kind == .property || isPlainCase($0) }
    guard let first = properties.first else { return nil }
    let result = resultType(of: first, on: base, arguments: [], places: [], asking: asking)
    for other in properties.dropFirst() {
      if resultType(of: other, on: base, arguments: [], places: [], asking: asking) != result { return nil }
    }
    return ResolvedMember(
      candidates: properties, result: result, parameterPlaces: [],
      canThrow: properties.contains { declaration($0).flags.contains(.canThrow) }, neverReturns: false)
  }

  private func isPlainCase(_ id: DeclarationID) -> Bool {
    declaration(id).kind == .enumCase && declaration(id).parameters.isEmpty
  }

  /// Among overloads with the same labels: those whose parameters may take the arguments, then those that have the very types
  /// of the arguments where they are known, then those without defaults to fill in.
  private func preferred(
    _ fitting: [(id: DeclarationID, places: [Int])], _ arguments: [CallArgument]
  ) -> [(id: DeclarationID, places: [Int])] {
    typealias Candidates = [(id: DeclarationID, places: [Int])]
    func filtered(_ candidates: Candidates, _ accepts: (Type, Type) -> Bool) -> Candidates {
      let accepted = candidates.filter { candidate in
        let parameters = Array(parameters(of: candidate.id))
        return zip(arguments, candidate.places).allSatisfy { argument, place in
          guard place >= 0, place < parameters.count else { return true }
          let declared = type(parameters[place].type, in: TypeScope(file: candidate.id.file, declaration: candidate.id.index))
          return accepts(declared, argument.type)
        }
      }
      return accepted.isEmpty ? candidates : accepted
    }
    let narrowed = filtered(filtered(fitting, SymbolIndex.mayAccept)) { $0.unwrapped == $1.unwrapped || $1 == .unknown }
    let exact = narrowed.filter { parameters(of: $0.id).count == arguments.count }
    return exact.isEmpty ? narrowed : exact
  }

  /// False only when a parameter of the one type certainly cannot take a value of the other.
  private static func mayAccept(_ parameter: Type, _ argument: Type) -> Bool {
    switch (parameter, argument) {
    case (.unknown, _), (_, .unknown), (.parameter, _), (_, .parameter): true
    case (.optional(let inner), .optional(let other)): mayAccept(inner, other)
    case (.optional(let inner), _): mayAccept(inner, argument)
    case (.function, .function): true
    case (.function, _), (_, .function): false
    case (.array(let a), .array(let b)): mayAccept(a, b)
    case (.tuple(let a), .tuple(let b)): a.count == b.count
    // A class or protocol takes its descendants, a literal becomes many types: only a structural mismatch is certain.
    case (.nominal, .nominal): parameter == argument || !isLiteralType(argument)
    case (.nominal, .array), (.nominal, .dictionary), (.nominal, .tuple): false
    case (.array, .nominal), (.dictionary, .nominal): false
    default: true
    }
  }

  private static func isLiteralType(_ type: Type) -> Bool {
    guard case .nominal(let name, _) = type else { return false }
    return [KnownNames.int, KnownNames.string, KnownNames.bool, KnownNames.double].contains(name)
  }

  /// Which parameter each argument goes to; nil when the labels do not fit.
  private func parameterPlaces(of id: DeclarationID, _ arguments: [CallArgument]) -> [Int]? {
    let parameters = parameters(of: id)
    let (start, end) = (parameters.startIndex, parameters.endIndex)
    var places: [Int] = []
    var next = start
    for argument in arguments {
      while true {
        if argument.label == .none, next > start, next <= end, parameters[next - 1].takesSeveral,
          next == end || parameters[next].label != .none, !argument.isTrailing
        {
          places.append(next - 1 - start)
          break
        }
        guard next < end else { return nil }
        let fits = argument.isTrailing ? takesClosure(parameters[next], id) : parameters[next].label == argument.label
        if fits {
          places.append(next - start)
          next += 1
          break
        }
        guard parameters[next].isLeftOut else { return nil }
        next += 1
      }
    }
    return parameters[next...].allSatisfy(\.isLeftOut) ? places : nil
  }

  /// Whether a closure behind the parentheses may be meant for it.
  func takesClosure(_ parameter: Parameter, _ id: DeclarationID) -> Bool {
    switch type(parameter.type, in: TypeScope(file: id.file, declaration: id.index)).unwrapped {
    case .function, .unknown, .parameter: true
    // An alias of a dependency may well be a function type.
    case .nominal(let name, _): types(named: name).isEmpty && !parameter.hasDefault
    default: false
    }
  }

  /// The type of a call's or property's value, with the generic parameters of the receiver and of the call bound.
  private func resultType(
    of id: DeclarationID, on base: Type, arguments: [CallArgument], places: [Int], asking: [DeclarationID] = []
  ) -> Type {
    let declaration = declaration(id)
    var bindings: [Name: Type] = [:]
    let owner = ownerName(of: id)
    bindReceiver(base, owner: owner, into: &bindings)
    let parameters = parameters(of: id)
    let scope = TypeScope(file: id.file, declaration: id.index)
    for (argument, place) in zip(arguments, places) where place >= 0 && place < parameters.count {
      type(parameters[parameters.startIndex + place].type, in: scope).bind(to: argument.type, into: &bindings)
    }
    if !bindings.isEmpty {
      bindAssociated(of: id, into: &bindings)
      if declaration.parent >= 0 { bindAssociated(of: DeclarationID(file: id.file, index: declaration.parent), into: &bindings) }
    }
    switch declaration.kind {
    case .initializer:
      let made = selfType(owner).substituting(bindings)
      return declaration.flags.contains(.isFailable) ? .optional(made) : made
    case .enumCase:
      return selfType(owner).substituting(bindings)
    case .property:
      return propertyType(id, asking: asking).substituting(bindings)
    default:
      return declaration.type.isNone ? .void : type(declaration.type, in: scope).substituting(bindings)
    }
  }

  private func bindReceiver(_ base: Type, owner: Name, into bindings: inout [Name: Type]) {
    switch base {
    case .nominal(let name, let arguments) where !arguments.isEmpty:
      for (generic, argument) in zip(associatedNames(of: name), arguments) { bindings[generic] = argument }
    case .parameter(_, let constraint): bindReceiver(constraint, owner: owner, into: &bindings)
    case .optional(let inner): bindings[Name("Wrapped")] = inner
    case .array(let inner): bindings[Name("Element")] = inner
    case .dictionary(let key, let value):
      bindings[Name("Key")] = key
      bindings[Name("Value")] = value
    case .metatype(let inner): bindReceiver(inner, owner: owner, into: &bindings)
    default: break
    }
  }

  /// The qualified name of the type a member belongs to; `.none` at the top level.
  func ownerName(of id: DeclarationID) -> Name {
    let parent = declaration(id).parent
    return parent < 0 ? .none : qualifiedName(of: DeclarationID(file: id.file, index: parent))
  }

  /// A property's type: as annotated, else as its initialiser tells.
  func propertyType(_ id: DeclarationID, asking: [DeclarationID] = []) -> Type {
    let declaration = declaration(id)
    let scope = TypeScope(file: id.file, declaration: id.index)
    if !declaration.type.isNone { return type(declaration.type, in: scope) }
    guard asking.count < 12, !asking.contains(id) else { return .unknown }
    let told = toldResult(at: declaration.nameRange.start, in: id.file)
    guard told == .unknown, let sketch = files[Int(id.file.index)].sketches[id.index] else { return told }
    return type(of: sketch, in: scope, owner: ownerName(of: id), asking: asking + [id])
  }
}
