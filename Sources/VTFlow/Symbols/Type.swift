import VTDiagnostics

/// What is known of an expression's type. Unknown stays unknown: nothing is ever claimed about it.
package indirect enum Type: Hashable, Sendable {
  case unknown
  /// A struct, class, enum, actor or protocol by its qualified name (`Name.joined` of its path), with its generic arguments.
  case nominal(Name, [Type])
  case optional(Type)
  case array(Type)
  case dictionary(Type, Type)
  case tuple([Element])
  case function(parameters: [Type], result: Type)
  case metatype(Type)
  /// A generic parameter that nothing has bound yet, with what its declaration demands of it.
  case parameter(Name, constraint: Type)

  package struct Element: Hashable, Sendable {
    package var label: Name
    package var type: Type
  }

  package static let void = Type.tuple([])

  /// The type below all `Optional`s.
  var unwrapped: Type {
    var type = self
    while case .optional(let inner) = type { type = inner }
    return type
  }

  var isOptional: Bool {
    if case .optional = self { return true }
    return false
  }

  var isParameter: Bool {
    if case .parameter = self { return true }
    return false
  }

  var isDictionary: Bool {
    if case .dictionary = self { return true }
    return false
  }

  /// Whether it is a closure that gives nothing back.
  var givesNothing: Bool {
    if case .function(_, .void) = self { return true }
    return false
  }

  var isMetatype: Bool {
    if case .metatype = self { return true }
    return false
  }

  /// Of two that an expression may have: the first that is known, and optional if one of them is.
  func joined(_ other: Type) -> Type {
    let known = unwrapped == .unknown ? other : self
    if isOptional || other.isOptional, !known.isOptional { return known == .unknown ? .optional(.unknown) : .optional(known) }
    return known
  }

  /// One more `Optional` where there is none: what `?.` and `try?` make of a type.
  var madeOptional: Type { isOptional || self == .unknown ? self : .optional(self) }

  /// The qualified name under which the members of a value of this type are declared.
  var memberOwner: Name? {
    switch self {
    case .nominal(let name, _): name
    case .parameter(_, .nominal(let name, _)): name
    case .optional: KnownNames.optional
    case .array: KnownNames.array
    case .dictionary: KnownNames.dictionary
    default: nil
    }
  }

  /// The element of a tuple that `.name` or `.0` means.
  func tuplePlace(_ name: Name) -> Int? {
    guard case .tuple(let elements) = self else { return nil }
    if let labelled = elements.firstIndex(where: { $0.label == name && name != .none }) { return labelled }
    return elements.indices.first { Name(String($0)) == name }
  }

  /// What one iteration of `for x in self` gives.
  var element: Type {
    switch self {
    case .array(let element): element
    case .dictionary(let key, let value):
      .tuple([Element(label: Name("key"), type: key), Element(label: Name("value"), type: value)])
    case .nominal(let name, let arguments) where arguments.count == 1 && Type.sequences.contains(name): arguments[0]
    case .nominal(Type.throwingStream, let arguments) where arguments.count == 2: arguments[0]
    case .parameter(_, let constraint): constraint.element
    default: .unknown
    }
  }

  /// The same for an array.
  var elementOfArray: Type? {
    if case .array(let element) = self { element } else { nil }
  }

  /// A collection whose elements are made each time that somebody asks for them.
  private static let lazySequence = Name("LazySequence")

  static func lazy(of element: Type) -> Type { .nominal(lazySequence, [element]) }

  var isLazy: Bool {
    if case .nominal(Type.lazySequence, _) = self { true } else { false }
  }

  private static let sequences: Set<Name> = [
    Name("Set"), Name("ArraySlice"), Name("ContiguousArray"), Name("Deque"), Name("OrderedSet"), Name("AnySequence"),
    asyncStream, lazySequence, Name("Sequence"), Name("Collection"), Name("BidirectionalCollection"), Name("RandomAccessCollection"),
  ]

  /// What a lock that keeps its value gives to the closures it runs.
  var lockedValue: Type {
    guard case .nominal(let name, let arguments) = self, arguments.count == 1, Type.locks.contains(name) else { return .unknown }
    return arguments[0]
  }

  static let locks: Set<Name> = [
    Name("Mutex"), Name("OSAllocatedUnfairLock"), Name("NIOLockedValueBox"), Name("LockIsolated"), Name("ManagedCriticalState"),
    Name("Synchronized"), Name("Protected"), Name("Lock"), Name("Locked"), Name("LockedValue"), Name("LockedState"),
    Name("UnfairLock"), Name("AllocatedUnfairLock"),
  ]

  /// Collections of packages from which elements are taken out like from an array.
  static let buffers: Set<Name> = [
    Name("Deque"), Name("CircularBuffer"), Name("MarkedCircularBuffer"), Name("ContiguousArray"), Name("ArraySlice"),
  ]

  /// A type of the standard library or swift-collections that gives its elements to a closure one by one.
  static func isCollection(_ name: Name) -> Bool {
    name == KnownNames.array || name == KnownNames.dictionary || name == KnownNames.string || sequences.contains(name)
      || ranges.contains(name)
  }

  /// The standard library's protocols that a collection of its own conforms to, of which sources may have extensions.
  static func protocolsAbove(_ owner: Name) -> ArraySlice<Name> {
    if !isCollection(owner) || owner == asyncStream { return [] }
    return collectionProtocols[(collectionProtocols.firstIndex(of: owner).map { $0 + 1 } ?? 0)...]
  }

  private static let asyncStream = Name("AsyncStream")
  /// It has the type of its errors as a second argument.
  private static let throwingStream = Name("AsyncThrowingStream")

  private static let collectionProtocols = [
    Name("RandomAccessCollection"), Name("MutableCollection"), Name("BidirectionalCollection"), Name("Collection"),
    Name("Sequence"),
  ]

  /// `Sequence`, `Collection` …
  static func isProtocolOfCollections(_ name: Name) -> Bool { collectionProtocols.contains(name) }

  private static let ranges: Set<Name> = [Name("Range"), Name("ClosedRange"), Name("Data"), Name("Substring")]

  /// Types that keep their generic arguments: a property of this type keeps the value.
  static let containers: Set<Name> = [
    Name("Set"), Name("ArraySlice"), Name("ContiguousArray"), Name("Deque"), Name("OrderedSet"), Name("Mutex"),
    Name("OSAllocatedUnfairLock"), Name("NIOLockedValueBox"), Name("LockIsolated"), Name("Result"), Name("OrderedDictionary"),
  ]

  func substituting(_ bindings: [Name: Type]) -> Type {
    if bindings.isEmpty { return self }
    switch self {
    case .unknown: return self
    case .nominal(let name, let arguments): return .nominal(name, arguments.map { $0.substituting(bindings) })
    case .optional(let inner): return .optional(inner.substituting(bindings))
    case .array(let inner): return .array(inner.substituting(bindings))
    case .dictionary(let key, let value): return .dictionary(key.substituting(bindings), value.substituting(bindings))
    case .tuple(let elements):
      return .tuple(elements.map { Element(label: $0.label, type: $0.type.substituting(bindings)) })
    case .function(let parameters, let result):
      return .function(parameters: parameters.map { $0.substituting(bindings) }, result: result.substituting(bindings))
    case .metatype(let inner): return .metatype(inner.substituting(bindings))
    case .parameter(let name, _):
      guard let bound = bindings[name] else { return self }
      // Inside its own type it is what it is declared as.
      return bound == .parameter(name, constraint: .unknown) ? self : bound
    }
  }

  /// Binds the generic parameters of a declared type to the parts of an actual one.
  func bind(to actual: Type, into bindings: inout [Name: Type]) {
    switch (self, actual) {
    case (_, .unknown): return
    case (.parameter(let name, _), _): if bindings[name] == nil { bindings[name] = actual }
    case (.optional(let a), .optional(let b)), (.array(let a), .array(let b)), (.metatype(let a), .metatype(let b)):
      a.bind(to: b, into: &bindings)
    case (.optional(let a), _): a.bind(to: actual, into: &bindings)
    case (.dictionary(let ak, let av), .dictionary(let bk, let bv)):
      ak.bind(to: bk, into: &bindings)
      av.bind(to: bv, into: &bindings)
    case (.nominal(let a, let aArguments), .nominal(let b, let bArguments)) where a == b && aArguments.count == bArguments.count:
      for (one, other) in zip(aArguments, bArguments) { one.bind(to: other, into: &bindings) }
    case (.tuple(let a), .tuple(let b)) where a.count == b.count:
      for (one, other) in zip(a, b) { one.type.bind(to: other.type, into: &bindings) }
    case (.function(let ap, let ar), .function(let bp, let br)):
      for (one, other) in zip(ap, bp) { one.bind(to: other, into: &bindings) }
      ar.bind(to: br, into: &bindings)
    default: return
    }
  }
}

extension Name {
  /// The name of a dotted path: `Outer.Inner`. Joining with `.none` on the left gives the right name itself.
  static func joined(_ outer: Name, _ inner: Name) -> Name {
    if outer == .none { return inner }
    var hash = outer.raw &* 0x9E37_79B9_7F4A_7C15 ^ inner.raw
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return Name(raw: hash | 1 << 63)
  }
}
