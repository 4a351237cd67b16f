import VTDiagnostics
import VTSyntax

// Assignments that may strand an earlier waiter.
extension ContinuationSurroundings {
  func replaced(_ assignment: ContinuationMention) -> ReplacedContinuation? {
    let property = assignment.property
    guard case .assign(let value) = assignment.role, !property.isCollection,
      let call = creatingCall(around: assignment.path), isInput(value, ofClosureOf: call),
      let node = function(around: assignment.path), tree.kind(node) != .initDecl, tree.kind(node) != .deinitDecl,
      let function = functions[node], isShared(property)
    else { return nil }
    let place = tree[assignment.node].firstToken
    // `defer { p = next }` comes when all else in its block is over.
    let isDeferred = assignment.path.contains { tree.kind($0) == .deferStmt }
    if asksBefore(isDeferred ? tree[node].endToken : place, in: node, about: property, besides: assignment.node) { return nil }
    if isAskedByCallers(of: node, function, about: property) { return nil }
    if seesToItself(property) { return nil }
    if isOfAnObjectMadeHere(assignment.named) || isMadePerCall(property) || isMadePerCallElsewhere(property) { return nil }
    return ReplacedContinuation(
      range: tree.range(of: assignment.site), property: keptHere(property), type: property.type)
  }

  /// `var waiting: … { didSet { oldValue?.resume(…) } }`; what names nothing of the object, and no value, sees to nobody.
  func seesToItself(_ property: ContinuationProperty) -> Bool {
    guard property.id.file == reader.file,
      let observers = tree.child(.accessorBlock, of: index.declaration(property.id).node).present
    else { return false }
    let owner = index.ownerName(of: property.id)
    return tree.rows(inside: observers).contains { node in
      guard tree.kind(node) == .identifierExpr else { return false }
      let name = tree.mainName(of: node)
      return name == KnownNames.selfValue || reader.local(name, at: reader.path(to: node)[...]) != nil
        || !(owner == .none ? reader.globals(named: name) : reader.members(of: owner, named: name)).isEmpty
    }
  }

  /// `$0`, or the closure's first parameter.
  private func isInput(_ value: NodeID, ofClosureOf call: NodeID) -> Bool {
    let path = reader.path(to: value)
    guard tree.kind(value) == .identifierExpr, let local = reader.local(tree.mainName(of: value), at: path[...]) else {
      return false
    }
    let closure: NodeID
    switch local.source {
    case .closureParameter(let found, place: 0): closure = found
    // `{ (continuation: CheckedContinuation<Void, Never>) in … }`
    case .annotated:
      guard let around = path.prefix(local.depth).last(where: { tree.kind($0) == .closureExpr }) else { return false }
      closure = around
    default: return false
    }
    return reader.callAround(reader.path(to: closure)[...])?.path.last == call
  }

  /// Objects and locks are shared between calls, and so are variables without an object; values are not.
  private func isShared(_ property: ContinuationProperty) -> Bool {
    let declaration = index.declaration(property.id)
    if property.isLocked || declaration.parent < 0 || declaration.flags.contains(.isStatic) { return true }
    return index.types(named: index.ownerName(of: property.id)).contains {
      [.classType, .actorType].contains(index.declaration($0).kind)
    }
  }

  /// Something before a place, in the same function, looks at the property, or at the state of its owner.
  private func asksBefore(
    _ place: TokenID, in node: NodeID, about property: ContinuationProperty, besides assigned: NodeID
  ) -> Bool {
    let isMentioned = references.mentions.contains { mention in
      mention.property.id == property.id && mention.node != assigned && tree[mention.node].firstToken.index < place.index
        && function(around: mention.path) == node && !isForgotten(mention)
    }
    if isMentioned { return true }
    let own = tree.mainName(of: node)
    let mentioning = Set(functions.values.filter { $0.mentioned.contains(property.id) && $0.name != own }.map(\.name))
    let row = tree[node]
    for token in row.firstToken.index..<min(place.index, row.endToken.index) where tree.tokens[Int(token)].kind == .identifier {
      let next = tree.tokens[Int(token) + 1].kind
      if next == .leftParen, mentioning.contains(tree.name(of: TokenID(token))) { return true }
    }
    return conditions(in: node, before: place).contains { asksAboutState($0, about: property, in: functions[node]) }
  }

  /// `p = nil` alone asks nobody.
  private func isForgotten(_ mention: ContinuationMention) -> Bool {
    guard case .clear = mention.role, mention.property.carrier == nil else { return false }
    return tree.kind(mention.site) == .assignExpr && tree[mention.site].firstChild == mention.node
  }

  /// Whether a condition names a variable or calls a method of the type. A flag that the function does not set says nothing of
  /// who came before, nor does a variable that nobody names who has to do with the property.
  private func asksAboutState(
    _ node: NodeID, about property: ContinuationProperty, in function: Function?, besides asked: Name = .none
  ) -> Bool {
    let owner = index.ownerName(of: property.id)
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      guard tree.tokens[Int(token)].kind == .identifier else { return false }
      let name = tree.name(of: TokenID(token))
      // What was taken out of another collection says nothing of who waits.
      if index.knowledge.guardCalls.contains(name), name != KnownNames.popFirst, name != KnownNames.popLast { return true }
      if name == asked { return false }
      let candidates = owner == .none ? reader.globals(named: name) : reader.members(of: owner, named: name)
      return candidates.contains { id in
        let declaration = index.declaration(id)
        if declaration.kind == .function { return true }
        guard declaration.kind == .property, !declaration.flags.contains(.isLet) else { return false }
        if isFlag(id) { return function.map { sets(name, $0) } ?? true }
        return id.file != reader.file || function?.assigned.contains(name) ?? true || isNamed(name, besides: function, by: property)
      }
    }
  }

  /// Whether another function that has to do with a continuation's property names a variable.
  private func isNamed(_ name: Name, besides function: Function?, by property: ContinuationProperty) -> Bool {
    functions.contains { node, other in
      other.name != function?.name && other.mentioned.contains(property.id) && tree.mentions(name, in: node)
    }
  }

  /// `var isOpen: Bool`, `var isOpen = false` of this file, where a value is kept.
  private func isFlag(_ id: DeclarationID) -> Bool {
    // What is computed may ask for the property itself.
    guard id.file == reader.file, tree.child(.accessorBlock, of: index.declaration(id).node).isNone else { return false }
    return index.propertyType(id) == .nominal(KnownNames.bool, [])
  }

  /// Whether a function, or one that it calls, sets a flag.
  private func sets(_ name: Name, _ function: Function) -> Bool {
    function.flags[name] != nil || functions.values.contains { function.callees.contains($0.name) && $0.flags[name] != nil }
  }

  /// A function that nobody else sees is as careful as whoever calls it.
  private func isAskedByCallers(of node: NodeID, _ function: Function, about property: ContinuationProperty) -> Bool {
    guard reader.hasModifier(KnownNames.privateWord, node) || reader.hasModifier(KnownNames.fileprivateWord, node) else {
      return false
    }
    return functions.contains { caller, other in
      guard caller != node, calls(other, function) else { return false }
      return conditions(in: caller, before: tree[caller].endToken).contains {
        asksAboutState($0, about: property, in: other, besides: function.name)
      }
    }
  }

  /// The file makes no object of the type, others do, and nobody keeps one.
  private func isMadePerCallElsewhere(_ property: ContinuationProperty) -> Bool {
    guard let declared = index.types(named: index.ownerName(of: property.id)).first else { return false }
    let declaration = index.declaration(declared)
    return !declaration.flags.contains(.isPublic) && index.isUsedElsewhere(declaration.name, than: reader.file)
      && !index.isKept(declaration.name, index.ownerName(of: property.id)) && makings(of: declaration.name).isEmpty
  }
}
