import VTDiagnostics
import VTSyntax

// Assignments that may strand an earlier waiter.
extension ContinuationSurroundings {
  func replaced(_ assignment: ContinuationMention) -> ReplacedContinuation? {
    let property = assignment.property
    guard case .assign(let value) = assignment.role, !property.isCollection,
      let call = creatingCall(around: assignment.path), isInput(value, ofClosureOf: call),
      let node = function(around: assignment.path), tree.kind(node) != .initDecl, tree.kind(node) != .deinitDecl,
      let function = functions[node], isShared(assignment)
    else { return nil }
    let place = tree[assignment.node].firstToken
    // `defer { p = next }` comes when all else in its block is over.
    let isDeferred = assignment.path.contains { tree.kind($0) == .deferStmt }
    if asksBefore(isDeferred ? tree[node].endToken : place, in: node, about: assignment) { return nil }
    if isAskedByCallers(of: node, function, about: property) { return nil }
    if seesToItself(property) { return nil }
    if isOfAnObjectMadeHere(assignment.named) || isMadePerCall(property) || isMadePerCallElsewhere(property) { return nil }
    return ReplacedContinuation(
      range: tree.range(of: assignment.site), property: keptHere(property), type: property.type)
  }

  /// `case .waiting: state = .waiting(next)`, `case .waiting: states[id] = .waiting(next)`: one is known to wait there.
  func replacedInItsCase(_ store: ContinuationMention) -> ReplacedContinuation? {
    guard case .payload(let cases)? = store.property.carrier, tree.kind(store.site) == .assignExpr,
      case let value = tree.child(at: 1, of: store.site), tree.kind(value) == .callExpr,
      cases[tree.mainName(of: tree[value].firstChild)] != nil, leavesAWaiter(store, cases), !seesToItself(store.property)
    else { return nil }
    return ReplacedContinuation(
      range: tree.range(of: store.site), property: keptHere(store.property), type: store.property.type, isKnownToWait: true)
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

  /// Objects and locks are shared between calls, and so are variables without an object; values are not, but where an object
  /// keeps them.
  private func isShared(_ assignment: ContinuationMention) -> Bool {
    if assignment.property.isLocked || isShared(assignment.property.id) { return true }
    return holder(of: assignment).map { isShared($0.id) } ?? false
  }

  private func isShared(_ property: DeclarationID) -> Bool {
    let declaration = index.declaration(property)
    if declaration.parent < 0 || declaration.flags.contains(.isStatic) { return true }
    return index.types(named: index.ownerName(of: property)).contains {
      [.classType, .actorType].contains(index.declaration($0).kind)
    }
  }

  /// A property that keeps the struct in which one waits, and where its name begins.
  private struct Holder {
    var id: DeclarationID
    var start: TokenID
  }

  /// `state` of `state.waiter` and of `state.withLock { $0.waiter = next }`.
  private func holder(of mention: ContinuationMention) -> Holder? {
    guard let member = mention.named.last, tree.kind(member) == .memberExpr, let base = tree[member].firstChild.present else {
      return nil
    }
    let path = mention.named[...] + [base]
    guard tree.kind(base) == .identifierExpr, let local = reader.local(tree.mainName(of: base), at: path) else {
      return property(at: path).map { Holder(id: $0, start: tree[base].firstToken) }
    }
    guard let closure = references.input(local), let call = reader.callAround(reader.path(to: closure)[...]),
      reader.fate(of: call) == .now, let node = call.path.last, let callee = tree[node].firstChild.present,
      tree.kind(callee) == .memberExpr, let lock = tree[callee].firstChild.present,
      let found = property(at: call.path + [callee, lock]), index.propertyType(found).lockedValue != .unknown
    else { return nil }
    return Holder(id: found, start: tree[lock].firstToken)
  }

  /// `state`, `self.state`: a stored property of the object around, or a variable without one.
  private func property(at path: ArraySlice<NodeID>) -> DeclarationID? {
    guard let node = path.last else { return nil }
    let name = tree.mainName(of: node)
    let isOwn =
      tree.kind(node) == .identifierExpr
      ? reader.local(name, at: path) == nil
      : tree.kind(node) == .memberExpr && tree.mainName(of: tree[node].firstChild) == KnownNames.selfValue
    if !isOwn || name == KnownNames.selfValue { return nil }
    let members = reader.members(of: reader.owner(of: path), named: name)
    let found = members.isEmpty ? reader.globals(named: name) : members
    return found.count == 1 && index.declaration(found[0]).flags.contains(.isStored) ? found[0] : nil
  }

  /// Something before a place, in the same function, looks at the property, or at the state of its owner.
  private func asksBefore(_ place: TokenID, in node: NodeID, about assignment: ContinuationMention) -> Bool {
    let property = assignment.property
    let isMentioned = references.mentions.contains { mention in
      mention.property.id == property.id && mention.node != assignment.node && tree[mention.node].firstToken.index < place.index
        && function(around: mention.path) == node && !isForgotten(mention) && !isOutdated(mention, before: assignment, in: node)
    }
    let isSeenTo = isMentioned || callsWhoMentions(property, before: place, in: node)
    let holder = holder(of: assignment)
    if isSeenTo, holder != nil || !isReachedUnseen(assignment, in: node) { return true }
    if let holder, isNamed(holder, in: node) { return true }
    // That it is named there itself has been asked above.
    return conditions(in: node, before: place).contains {
      asksAboutState($0, about: property, heldBy: holder?.id, in: functions[node], besides: property.name)
        && (holder != nil || !givesWhatIsThere($0, in: node))
    }
  }

  private func callsWhoMentions(_ property: ContinuationProperty, before place: TokenID, in node: NodeID) -> Bool {
    let own = tree.mainName(of: node)
    let mentioning = Set(functions.values.filter { $0.mentioned.contains(property.id) && $0.name != own }.map(\.name))
    let row = tree[node]
    return (row.firstToken.index..<min(place.index, row.endToken.index)).contains { token in
      tree.tokens[Int(token)].kind == .identifier && tree.tokens[Int(token) + 1].kind == .leftParen
        && mentioning.contains(tree.name(of: TokenID(token)))
    }
  }

  /// `state.prepare()` before `state.waiter = next`
  private func isNamed(_ holder: Holder, in node: NodeID) -> Bool {
    let name = index.declaration(holder.id).name
    return (tree[node].firstToken.index..<holder.start.index).contains { tree.name(of: TokenID($0)) == name }
  }

  /// `guard p == nil else { … }`, then `await prepare()`, then `p = next`: while the actor waited, another call may have come as
  /// far as this one.
  private func isOutdated(_ question: ContinuationMention, before assignment: ContinuationMention, in node: NodeID) -> Bool {
    guard case .ask = question.role, let block = tree.child(.block, of: node).present,
      let statement = question.path.firstIndex(of: block).map({ question.path[$0 + 1] }), tree.kind(statement) != .whileStmt,
      tree.kind(statement) != .repeatStmt, let last = assignment.path.firstIndex(of: block).map({ assignment.path[$0 + 1] }),
      index.types(named: index.ownerName(of: question.property.id)).contains(where: { index.declaration($0).kind == .actorType })
    else { return false }
    return tree.children(of: block).contains { item in
      tree[item].firstToken.index >= tree[statement].endToken.index && tree[item].endToken.index <= tree[last].firstToken.index
        && waits(item)
    }
  }

  /// Whether an `await` stands right in a statement: not in a closure, and not in a block that a way may pass by.
  private func waits(_ node: NodeID) -> Bool {
    if tree.kind(node) == .awaitExpr { return true }
    if [.closureExpr, .block, .functionDecl].contains(tree.kind(node)) || tree[node].flags.contains(.isAsync) { return false }
    return tree.children(of: node).contains { waits($0) }
  }

  /// `p = nil` alone asks nobody.
  private func isForgotten(_ mention: ContinuationMention) -> Bool {
    guard case .clear = mention.role, mention.property.carrier == nil else { return false }
    return tree.kind(mention.site) == .assignExpr && tree[mention.site].firstChild == mention.node
  }

  /// Whether a condition names a variable or calls a method of the type. A flag that the function does not set says nothing of
  /// who came before, nor does a variable that nobody names who has to do with the property.
  /// - Parameter holder: the property of the type, where the continuation waits in a struct that it keeps.
  private func asksAboutState(
    _ node: NodeID, about property: ContinuationProperty, heldBy holder: DeclarationID? = nil, in function: Function?,
    besides asked: Name
  ) -> Bool {
    let owner = index.ownerName(of: holder ?? property.id)
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
        // `central.state`, where a delegate's method has the name of the property.
        if declaration.kind == .function { return candidates.count == 1 || isCalled(Int(token)) }
        guard declaration.kind == .property, !declaration.flags.contains(.isLet) else { return false }
        if isFlag(id) { return function.map { sets(name, $0) } ?? true }
        return id.file != reader.file || function?.assigned.contains(name) ?? true || isNamed(name, besides: function, by: property)
      }
    }
  }

  private func isCalled(_ token: Int) -> Bool { [.leftParen, .leftBrace].contains(tree.tokens[token + 1].kind) }

  /// Whether another function that has to do with a continuation's property names a variable; its own name is none.
  private func isNamed(_ name: Name, besides function: Function?, by property: ContinuationProperty) -> Bool {
    functions.contains { node, other in
      if other.name == function?.name || !other.mentioned.contains(property.id) { return false }
      let row = tree[node]
      return (row.firstToken.index..<row.endToken.index).contains { token in
        token != row.mainToken.index && tree.tokens[Int(token)].kind == .identifier && tree.name(of: TokenID(token)) == name
      }
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
    return !declaration.flags.contains(.isPublic) && index.isUsedElsewhere(declared, than: reader.file)
      && !index.isKept(declaration.name, index.ownerName(of: property.id)) && makings(of: declaration.name).isEmpty
  }
}
