import VTDiagnostics
import VTSyntax

// What members and initialisers of the standard library's collections give, as far as their elements tell:
//
//     let client = clients.removeFirst()             an element
//     for store in shops.map(\.store) {…}            what each of them gives
//     let byName = Dictionary(grouping: shops, by: \.name)
extension Lowerer {
  /// What a method of a collection gives that no source declares.
  /// - Parameter mapped: what its closure gives.
  func collectionResult(of name: Name, on base: Type, _ arguments: [Argument], mapped: Type) -> Type {
    let element = base.element
    if element == .unknown { return .unknown }
    if KnownNames.selections.contains(name) {
      if base.isLazy { return base }
      if base.isDictionary { return name == KnownNames.filter ? base : .array(element) }
      return .array(element)
    }
    switch name {
    case KnownNames.first, KnownNames.last, KnownNames.popFirst, KnownNames.popLast, KnownNames.randomElement, KnownNames.maximum,
      KnownNames.minimum:
      return .optional(element)
    case KnownNames.removeFirst, KnownNames.removeLast: return arguments.isEmpty ? element : .unknown
    case KnownNames.remove: return arguments.first?.label == KnownNames.at ? element : .optional(element)
    case KnownNames.joined: return arguments.isEmpty && element.element != .unknown ? .array(element.element) : .unknown
    case KnownNames.reduce: return arguments.first.map { $0.label == .none ? $0.value.type : .unknown } ?? .unknown
    default: return mapped == .unknown ? .unknown : mappedResult(of: name, on: base, mapped)
    }
  }

  private func mappedResult(of name: Name, on base: Type, _ mapped: Type) -> Type {
    switch name {
    case KnownNames.map: return base.isLazy ? .lazy(of: mapped) : .array(mapped)
    case KnownNames.compactMap: return base.isLazy ? .lazy(of: unwrappedOnce(mapped)) : .array(unwrappedOnce(mapped))
    case KnownNames.flatMap: return mapped.element == .unknown ? .unknown : .array(mapped.element)
    case KnownNames.mapValues:
      guard case .dictionary(let key, _) = base else { return .unknown }
      return .dictionary(key, mapped)
    default: return .unknown
    }
  }

  /// `Array(stores)`, `Set(names)`, `Dictionary(uniqueKeysWithValues: pairs)`, `Dictionary(grouping: shops, by: \.name)`.
  func collectionMade(by name: Name, _ arguments: [Argument]) -> Type {
    guard let first = arguments.first, case let element = first.value.type.element, element != .unknown else { return .unknown }
    switch (name, first.label) {
    case (KnownNames.array, .none): return .array(element)
    case (KnownNames.set, .none): return .nominal(KnownNames.set, [element])
    case (KnownNames.dictionary, KnownNames.uniqueKeysWithValues):
      guard case .tuple(let parts) = element, parts.count == 2 else { return .unknown }
      return .dictionary(parts[0].type, parts[1].type)
    case (KnownNames.dictionary, KnownNames.grouping):
      let key = arguments.count > 1 ? mapped(by: arguments[1], element) : .unknown
      return .dictionary(key == .unknown ? mappedType : key, .array(element))
    default: return .unknown
    }
  }

  /// `users[1...]`, `users[..<end]`: some of the elements.
  func isSlice(_ arguments: [Argument]) -> Bool {
    guard arguments.count == 1, arguments[0].label == .none else { return false }
    let place = arguments[0].expression
    if isRange(place) { return true }
    return [.prefixExpr, .postfixExpr].contains(tree.kind(place))
      && [Operators.closedRange, Operators.halfOpenRange].contains(Operators.name(tree, place))
  }

  /// `pairs.forEach { name, store in … }`: the parts of the one thing that the closure is given.
  func spread(_ values: [Value], over closure: NodeID) -> [Value] {
    guard values.count == 1, tree.kind(closure) == .closureExpr, case .tuple(let elements) = values[0].type,
      let list = tree.child(.parameters, of: closure).present,
      tree.children(of: list).count(where: { tree.kind($0) == .parameter }) == elements.count, elements.count > 1
    else { return values }
    return elements.enumerated().map { place, element in
      var part = Value(type: element.type, subject: values[0].subject)
      if case .tuple(let parts) = values[0].storage, place < parts.count { part.storage = parts[place] }
      return part
    }
  }
}
