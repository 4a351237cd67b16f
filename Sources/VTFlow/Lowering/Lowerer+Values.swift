import VTDiagnostics
import VTSyntax

// One-shot values: where they come from, whose duty they are, and each use of them.
extension Lowerer {
  /// The entry of the catalogue for a one-shot value, optional or not.
  func oneShot(_ type: Type) -> Knowledge.OneShotID? { index.followed(type.unwrapped) }

  func contract(_ type: Type) -> Contract? { oneShot(type).flatMap { index.knowledge.contract(of: $0) } }

  /// The same of a local: to read it in an argument would copy all that the lowerer holds.
  func oneShot(ofLocal place: Int) -> Knowledge.OneShotID? { oneShot(locals[place].type) }

  func contract(ofLocal place: Int) -> Contract? { contract(locals[place].type) }

  /// A value of this type that has just come to be: with an origin, if it is one-shot.
  /// - Parameter isCreated: it comes from where the catalogue says that such values are made.
  mutating func made(
    _ type: Type, _ kind: Origin.Kind, at range: ByteRange, isCompleted: Bool = false, isCreated: Bool = false
  ) -> Value {
    if case .tuple(let elements) = type.unwrapped, elements.contains(where: { oneShot($0.type) != nil }) {
      // Whether an optional tuple is there nobody follows, so nobody can say that its elements are.
      let kind = type.isOptional && kind == .parameter ? .property : kind
      let parts = elements.enumerated().map { place, element in
        let part = made(element.type, kind, at: range, isCreated: isCreated)
        if let slot = part.slot, let origin = madeInSlot[slot] { builder.noteElement(place + 1, of: origin) }
        return part.storage
      }
      return Value(type: type, storage: .tuple(parts), subject: range)
    }
    guard var origin = origin(of: type, kind, at: range, isCreated: isCreated) else { return Value(type: type, subject: range) }
    if isCompleted { origin.isCompleted = true }
    let slot = builder.makeSlot()
    let id = builder.makeOrigin(origin)
    builder.emit(.create(slot, id))
    madeInSlot[slot] = id
    return Value(type: type, storage: .slot(slot), subject: range)
  }

  /// The origin of a value of this type; nil if such a value may be used more than once.
  mutating func origin(of type: Type, _ kind: Origin.Kind, at range: ByteRange, isCreated: Bool) -> Origin? {
    guard let id = oneShot(type), let contract = index.knowledge.contract(of: id) else { return nil }
    var origin = Origin(
      kind: kind, type: id, range: range, name: text(range), isOptional: type.isOptional,
      isCompleted: kind == .element && asksElements, contract: contract)
    switch contract {
    case .future: break
    case .sequence:
      let creations = index.knowledge.creations
      guard isCreated || (kind == .parameter ? creations.isOneShotAsParameter(id) : creations.isAlwaysOneShot(id)) else {
        return nil
      }
    case .duty:
      let imports = index.files[Int(file.index)].imports
      origin.isMootWhenThrown = isScript || imports.contains(where: KnownNames.testLibraries.contains)
      // A function that gives something back may tell its caller that the duty is still his.
      if index.knowledge.isWanted(.missingResume, of: id) { origin.duty = duty(of: kind, isCreated: isCreated) }
      if !hasDuties {
        hasDuties = true
        if !root.isNone { guards = guardNames(in: root) }
      }
    }
    return origin
  }

  func guardNames(in node: NodeID) -> GuardNames {
    let insertions = index.knowledge.insertions
    return GuardNames(in: node, of: tree) { insertions.contains($0) || KnownNames.takingOut.contains($0) }
  }

  private func duty(of kind: Origin.Kind, isCreated: Bool) -> Duty {
    // `false`: not mine; the caller sees to it.
    let mayRefuse = kind == .parameter && resultType.unwrapped == .nominal(KnownNames.bool, [])
    if isCreated { return mayRefuse ? .shared : .own }
    switch kind {
    case .parameter: return resultType == .void && !isInitializer ? .given : .shared
    case .property, .element: return .kept
    case .made, .computed, .capture: return .none
    }
  }

  /// Records an operation on every one-shot value in `value`; closures that go with it escape.
  mutating func use(
    _ value: Value, _ kind: Use.Kind, at range: ByteRange, _ operation: String = "", capture: Use.Capture? = nil,
    choice: Use.Choice? = nil
  ) {
    switch value.storage {
    case .slot(let slot):
      if kind == .query { askedNames.insert(Name(text(value.subject))) }
      builder.use(
        slot, kind, range: range, subject: text(value.subject), operation: operation, isRepeated: isRepeated, capture: capture,
        choice: choice)
    case .tuple(let parts):
      let types = elementTypes(of: value.type, count: parts.count)
      // Who gets an array of them may take one and leave the others.
      let kind = value.type.elementOfArray != nil && kind.settles && kind != .lend ? .escape : kind
      for (part, type) in zip(parts, types) {
        use(Value(type: type, storage: part, subject: value.subject), kind, at: range, operation)
      }
    case .closure(var closure):
      if kind == .borrow || kind == .query { break }
      // Whoever has it runs it as a library would: with a value or an error.
      if hasDuties, closure.apart.isEmpty { closure.apart = valuesAndErrors(of: closure) }
      escape(closure, mayRepeat: kind == .store || kind == .returned)
    case .group(let group): taskGroups[group]?.children = .many
    case .none, .constant, .function: break
    }
  }

  func elementTypes(of type: Type, count: Int) -> [Type] {
    if case .tuple(let elements) = type.unwrapped, elements.count == count { return elements.map(\.type) }
    return Array(repeating: .unknown, count: count)
  }

  /// One line of the source, shortened for a message.
  func text(_ range: ByteRange) -> String {
    if range.end <= range.start { return "" }
    let bytes = tree.source[Int(range.start)..<Int(range.end)]
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let shown = String(decoding: line.prefix(60), as: UTF8.self)
    return line.count > 60 || line.count < bytes.count ? shown + "…" : shown
  }

  func text(of node: NodeID) -> String { text(tree.range(of: node)) }
}
