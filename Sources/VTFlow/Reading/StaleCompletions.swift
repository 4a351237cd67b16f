import VTDiagnostics
import VTSyntax

// Completions that leave what they completed in its property.
extension ContinuationSurroundings {
  /// - Parameters:
  ///   - stateSetters: the names of functions that set a property, which a condition may ask to be the first.
  ///   - events: the properties that several methods of a listener complete, whose object is told of several things.
  func stale(
    _ completion: Completion, stateSetters: Set<Name>, ofSeveralEvents events: Set<DeclarationID>
  ) -> StaleCompletion? {
    guard let node = function(around: completion.path), let function = functions[node],
      let root = body(around: completion.path), !runsOnce(root.owner), !isObserved(completion)
    else { return nil }
    if case .local(let name) = completion.subject {
      return storedThenCompleted(completion, name, root, node, function, stateSetters)
    }
    guard let property = completion.property, !isOfAValue(property, node),
      events.contains(property.id) || !isMadePerCall(property),
      !isOfAnObjectMadeHere(completion.mention), !isGuardedByCaller(node, function, stateSetters)
    else { return nil }
    // A closure that runs later: what the function around it does to the property may come before or after.
    if root.owner != node, function.cleared.contains(property.id), !isClearedBySiblings(property, node, root.owner) { return nil }
    if isCleanedUpElsewhere(property, function) || completion.isByHelper && clears(property, calledBy: completion.call) { return nil }
    // What leaves the state nowhere only looks.
    if completion.isReturned, !changes(property, in: node) { return nil }
    var events = self.events[property.id] ?? [:]
    events[completion.call] = .completion
    for site in replacements(ofOwnerOf: completion.mention, in: node) { events[site] = .clear }
    for site in replacements(ofElement: completion.mention, in: node) { events[site] = .clear }
    for site in clearings(besides: completion, in: node) { events[site] = nil }
    var isAlias = false
    if case .alias = completion.subject { isAlias = true }
    let exits = exits(of: root.block, events, isAlias: isAlias, property, function, stateSetters)
    let isLeft = exits.contains { $0.contains(.completed) && $0.isDisjoint(with: [.cleared, .guarded]) }
    return isLeft ? staleCompletion(completion, property, stored: nil) : nil
  }

  /// `finish(c)`, where `finish` takes it out as well.
  private func clears(_ property: ContinuationProperty, calledBy call: NodeID) -> Bool {
    let name = tree.mainName(of: tree[call].firstChild)
    return functions.values.contains { $0.name == name && $0.cleared.contains(property.id) }
  }

  /// By property: the first place where a body that completes what it keeps takes it out as well.
  func clearingsOfCompleted() -> [DeclarationID: ByteRange] {
    var found: [DeclarationID: ByteRange] = [:]
    for mention in references.mentions where found[mention.property.id] == nil {
      guard case .clear = mention.role, let owner = body(around: mention.path)?.owner else { continue }
      let isCompleted = references.completions.contains { completion in
        completion.property?.id == mention.property.id && body(around: completion.path)?.owner == owner
      }
      if isCompleted { found[mention.property.id] = tree.range(of: mention.site) }
    }
    return found
  }

  /// `var waiting: … { willSet { waiting?.resume() } }`: what is completed is just being replaced.
  private func isObserved(_ completion: Completion) -> Bool {
    guard let property = completion.property,
      let binding = completion.path.last(where: { tree.kind($0) == .patternBinding && !tree.child(.accessorBlock, of: $0).isNone })
    else { return false }
    return tree.mainName(of: tree[binding].firstChild) == property.name
  }

  /// `pending = Pending()` beside `pending.waiter?.resume()`, or `self = Pending()`: with its owner the property is replaced.
  private func replacements(ofOwnerOf mention: [NodeID], in function: NodeID) -> [NodeID] {
    var names: Set = reader.hasModifier(KnownNames.mutating, function) ? [KnownNames.selfValue] : []
    if let named = mention.last, tree.kind(named) == .memberExpr, var owner = tree[named].firstChild.present {
      if tree.kind(owner) == .optionalChainExpr, let inner = tree[owner].firstChild.present { owner = inner }
      // `uploads[id]?.waiter`: with its element it is replaced, or taken out.
      if tree.kind(owner) == .subscriptExpr, let collection = tree[owner].firstChild.present { owner = collection }
      if [.identifierExpr, .memberExpr].contains(tree.kind(owner)) {
        names.insert(tree.mainName(of: owner))
        // `let old = pending`: a copy of a value, from where another one takes its place.
        if let kept = original(of: owner) { names.insert(kept) }
      }
    }
    if names.isEmpty { return [] }
    return tree.rows(inside: function).filter { node in
      if tree.kind(node) == .callExpr { return takesOut(node, of: names) }
      guard tree.kind(node) == .assignExpr, Operators.name(tree, node) == Operators.assign else { return false }
      var target = tree[node].firstChild
      if tree.kind(target) == .subscriptExpr, let collection = tree[target].firstChild.present { target = collection }
      return [.identifierExpr, .memberExpr].contains(tree.kind(target)) && names.contains(tree.mainName(of: target))
    }
  }

  /// `uploads.removeValue(forKey: id)`
  private func takesOut(_ call: NodeID, of collections: Set<Name>) -> Bool {
    guard let callee = tree[call].firstChild.present, tree.kind(callee) == .memberExpr,
      KnownNames.takingOut.contains(tree.mainName(of: callee)), let collection = tree[callee].firstChild.present,
      [.identifierExpr, .memberExpr].contains(tree.kind(collection))
    else { return false }
    return collections.contains(tree.mainName(of: collection))
  }

  /// The variable or property that a local name was made from.
  private func original(of name: NodeID) -> Name? {
    guard tree.kind(name) == .identifierExpr else { return nil }
    switch reader.local(tree.mainName(of: name), at: reader.path(to: name)[...])?.source {
    case .value(let value)?, .unwrapped(let value)?:
      return [.identifierExpr, .memberExpr].contains(tree.kind(value)) ? tree.mainName(of: value) : nil
    case .element(let value)?:
      // `for upload in uploads.values`
      let isView = tree.kind(value) == .memberExpr && tree.mainName(of: value) == KnownNames.values
      let collection = isView ? tree[value].firstChild : value
      return [.identifierExpr, .memberExpr].contains(tree.kind(collection)) ? tree.mainName(of: collection) : nil
    default: return nil
    }
  }

  /// `waiting[id]?.resume()`, and then `waiting[other] = nil`: that takes out somebody else, where both are parameters or literals.
  private func clearings(besides completion: Completion, in function: NodeID) -> [NodeID] {
    guard let element = completion.mention.dropLast().last, !isCollection(element, on: completion.mention),
      let own = certainKey(of: element)
    else { return [] }
    return references.mentions.compactMap { mention in
      guard case .clear = mention.role, mention.property.id == completion.property?.id,
        self.function(around: mention.path) == function
      else { return nil }
      let cleared = tree.kind(mention.site) == .assignExpr ? tree[mention.site].firstChild : mention.site
      return certainKey(of: cleared).map { $0 != own } ?? false ? mention.site : nil
    }
  }

  /// `waiting[address]` of `waiting[address]?[id]`: who waits there has another key.
  private func isCollection(_ element: NodeID, on path: [NodeID]) -> Bool {
    let around = path.dropLast(2).last { ![.optionalChainExpr, .forceExpr, .parenExpr].contains(tree.kind($0)) }
    return around.map { tree.kind($0) == .subscriptExpr } ?? false
  }

  /// `id` of `waiting[id]` and `waiting.removeValue(forKey: id)`, where it is a parameter or a literal.
  private func certainKey(of access: NodeID) -> String? {
    let isRemoval = tree.kind(access) == .callExpr && tree.mainName(of: tree[access].firstChild) == KnownNames.removeValue
    guard isRemoval || tree.kind(access) == .subscriptExpr, let argument = tree.child(.argument, of: access).present,
      let key = tree[argument].firstChild.present
    else { return nil }
    if tree.kind(key) == .identifierExpr {
      guard case .parameter? = reader.local(tree.mainName(of: key), at: reader.path(to: key)[...])?.source else { return nil }
    } else if tree.kind(key) != .literalExpr {
      return nil
    }
    return tree.text(tree.range(of: key))
  }

  /// `waiting[id] = next` beside `waiting[id]?.resume()`: another one waits there then.
  private func replacements(ofElement mention: [NodeID], in function: NodeID) -> [NodeID] {
    guard let named = mention.last, let element = reader.path(to: named).dropLast().last, tree.kind(element) == .subscriptExpr else {
      return []
    }
    let text = tree.text(tree.range(of: element))
    return tree.rows(inside: function).filter { node in
      tree.kind(node) == .assignExpr && tree.kind(tree[node].firstChild) == .subscriptExpr
        && tree.text(tree.range(of: tree[node].firstChild)) == text
    }
  }

  /// All that clears the property in a function are other closures that run later: each is an event of its own.
  private func isClearedBySiblings(_ property: ContinuationProperty, _ function: NodeID, _ closure: NodeID) -> Bool {
    let clearings = references.mentions.filter { mention in
      guard case .clear = mention.role, mention.property.id == property.id else { return false }
      return self.function(around: mention.path) == function
    }
    return !clearings.isEmpty
      && clearings.allSatisfy { mention in
        body(around: mention.path).map { $0.owner != function && $0.owner != closure && tree.kind($0.owner) == .closureExpr } ?? false
      }
  }

  /// `@State private var waiting: …`: SwiftUI keeps it, and all copies of the view share it.
  private func isKeptOutside(_ property: ContinuationProperty) -> Bool {
    property.id.file == reader.file
      && references.attributes(of: property.id).contains { KnownNames.sharedState.contains(tree.mainName(of: $0)) }
  }

  /// A method of a struct that cannot change it: whoever holds the value decides what becomes of it.
  private func isOfAValue(_ property: ContinuationProperty, _ function: NodeID) -> Bool {
    if property.isLocked || isKeptOutside(property) { return false }
    let owner = index.ownerName(of: property.id)
    let isValue = index.types(named: owner).contains { [.structType, .enumType].contains(index.declaration($0).kind) }
    return isValue && reader.owner(of: reader.path(to: function)[...]) == owner
      && !reader.hasModifier(KnownNames.mutating, function)
  }

  /// A caller in the file asks before it calls: `guard setState(.done) else { return }`, then `finish()`.
  private func isGuardedByCaller(_ node: NodeID, _ function: Function, _ stateSetters: Set<Name>) -> Bool {
    function.name != .none
      && functions.contains { caller, other in
        caller != node && calls(other, function)
          && conditions(in: caller, before: tree[caller].endToken).contains {
            isGuard($0, other, stateSetters, asksForResults: false)
          }
      }
  }

  /// `p = c` and then `c.resume()`: whoever completes the property completes it again.
  private func storedThenCompleted(
    _ completion: Completion, _ name: NodeID, _ body: (owner: NodeID, block: NodeID), _ node: NodeID, _ function: Function,
    _ stateSetters: Set<Name>
  ) -> StaleCompletion? {
    for mention in references.mentions {
      guard let value = references.stored(by: mention), references.localName(of: reader.path(to: value)[...]) == name else {
        continue
      }
      let property = mention.property
      // Completed first and kept then, in one body: that it is done twice is told where it is kept.
      if self.body(around: mention.path)?.owner == body.owner,
        tree[completion.call].endToken.index <= tree[mention.site].firstToken.index
      {
        continue
      }
      // What carries a continuation may be kept for something else in it.
      guard references.completions.contains(where: { $0.property?.id == property.id })
          || property.carrier == nil && isTakenOut(property, besides: function),
        !isCleanedUpElsewhere(property, function)
      else { continue }
      var events = events[property.id] ?? [:]
      events[mention.site] = .store
      events[completion.call] = .completion
      let isStoredBefore = isStored(mention, before: body.owner, in: node)
      if isStoredBefore, clears(property, node, besides: body.owner) { continue }
      if property.isCollection, asksWhatWasDone(before: completion, in: node) { continue }
      if asksWhatWasGiven(by: mention, before: completion, in: node) { continue }
      let exits = exits(
        of: body.block, events, isAlias: false, property, function, stateSetters, from: isStoredBefore ? .stored : [])
      let isLeft = exits.contains { $0.isSuperset(of: [.completed, .stored]) && $0.isDisjoint(with: [.cleared, .guarded]) }
      if isLeft { return staleCompletion(completion, property, stored: tree.range(of: mention.site)) }
    }
    return nil
  }

  /// `if !isKept { c.resume() }`, where the function sets the variable: it says whether the continuation was kept.
  private func asksWhatWasDone(before completion: Completion, in function: NodeID) -> Bool {
    let row = tree[function]
    let names = (Int(row.firstToken.index)..<Int(row.endToken.index)).filter { place in
      tree.tokens[place + 1].kind == .equal && tree.tokens[place].kind == .identifier
        && ![.let, .var].contains(tree.tokens[max(0, place - 1)].word)
    }
    let assigned = Set(names.map { tree.name(of: TokenID(UInt32($0))) })
    return completion.path.contains { node in
      guard [.ifExpr, .guardStmt].contains(tree.kind(node)), let asked = tree.child(.conditions, of: node).present else { return false }
      let row = tree[asked]
      return (row.firstToken.index..<row.endToken.index).contains { assigned.contains(tree.name(of: TokenID($0))) }
    }
  }

  /// `let now = lock.withLock { …; p = c; return nil }` and `if let now { c.resume(…) }`: what the closure that keeps the
  /// continuation gives back says whether it did.
  private func asksWhatWasGiven(by store: ContinuationMention, before completion: Completion, in function: NodeID) -> Bool {
    guard let place = store.path.lastIndex(where: { tree.kind($0) == .closureExpr && !completion.path.contains($0) }),
      let call = reader.callAround(store.path[...place])
    else { return false }
    if keepsAnyhow(store, in: store.path[place]) { return false }
    let asked = conditions(in: function, before: tree[completion.call].firstToken)
    if asked.contains(where: { store.path.contains($0) }) { return true }
    guard let binding = call.path.last(where: { tree.kind($0) == .patternBinding }),
      tree.kind(tree[binding].firstChild) == .identifierPattern
    else { return false }
    let name = tree.mainName(of: tree[binding].firstChild)
    return asked.contains { tree.mentions(name, in: $0) }
  }

  /// Every way through the closure keeps it, and none takes it out again: what the closure says is something else.
  private func keepsAnyhow(_ store: ContinuationMention, in closure: NodeID) -> Bool {
    guard let block = tree.child(.block, of: closure).present, let place = store.path.firstIndex(of: block),
      store.path[place + 1] == store.site
    else { return false }
    let start = tree[store.site].firstToken
    let leavesBefore = tree.rows(inside: block).contains {
      [.returnStmt, .throwStmt].contains(tree.kind($0)) && tree[$0].firstToken.index < start.index
    }
    return !leavesBefore
      && !references.mentions.contains { mention in
        guard case .clear = mention.role else { return false }
        return mention.property.id == store.property.id && mention.path.contains(closure)
      }
  }

  /// Whether a function itself puts something into the property, or takes something out.
  private func changes(_ property: ContinuationProperty, in function: NodeID) -> Bool {
    references.mentions.contains { mention in
      guard mention.property.id == property.id, tree.kind(mention.site) == .assignExpr else { return false }
      return self.function(around: mention.path) == function
    }
  }

  /// `p = c`, and then `later { c.resume() }` behind it in the same block.
  private func isStored(_ mention: ContinuationMention, before closure: NodeID, in function: NodeID) -> Bool {
    guard closure != function, tree[mention.site].endToken.index <= tree[closure].firstToken.index,
      let place = mention.path.firstIndex(of: mention.site), place > 0
    else { return false }
    return reader.path(to: closure).contains(mention.path[place - 1])
  }

  /// Whether something in a function that is not part of a closure takes out what is in the property. What does so when the task is
  /// cancelled is an event of its own.
  private func clears(_ property: ContinuationProperty, _ function: NodeID, besides closure: NodeID) -> Bool {
    references.mentions.contains { mention in
      guard case .clear = mention.role, mention.property.id == property.id else { return false }
      return self.function(around: mention.path) == function && !mention.path.contains(closure)
        && !isOfCancellation(mention.path)
    }
  }

  /// `onCancel: { … }`
  private func isOfCancellation(_ path: [NodeID]) -> Bool {
    path.contains { tree.kind($0) == .argument && tree.mainName(of: $0) == KnownNames.onCancel }
  }

  private func staleCompletion(
    _ completion: Completion, _ property: ContinuationProperty, stored: ByteRange?
  ) -> StaleCompletion {
    StaleCompletion(
      range: tree.range(of: completion.call), property: keptHere(property), type: property.type, stored: stored)
  }

  func keptHere(_ property: ContinuationProperty) -> KeptHere {
    let declared = index.declaration(property.id).nameRange
    // A binding `if let p` has its name in a pattern.
    let named = references.mentions.first { $0.property.id == property.id }?.named.last.map {
      tree.kind($0) == .optionalBinding ? tree[$0].firstChild : $0
    }
    let name = named.map { tree.mainRange(of: $0) } ?? declared
    return KeptHere(name: name, file: property.id.file, range: declared)
  }

  private func isTakenOut(_ property: ContinuationProperty, besides function: Function) -> Bool {
    functions.values.contains { $0.name != function.name && $0.mentioned.contains(property.id) }
  }

  private func exits(
    of body: NodeID, _ events: [NodeID: CompletionPaths.Event], isAlias: Bool, _ property: ContinuationProperty,
    _ function: Function, _ stateSetters: Set<Name>, from start: CompletionPaths.State = []
  ) -> Set<CompletionPaths.State> {
    var paths = CompletionPaths(
      tree: tree, events: events, isAlias: isAlias, isGuard: { isGuard($0, function, stateSetters, besides: property.name) },
      neverReturns: neverReturns)
    return paths.exits(of: body, from: start)
  }

  /// Another function takes the value out, before or after it calls this one; or the function that waits does so when it
  /// wakes.
  private func isCleanedUpElsewhere(_ property: ContinuationProperty, _ function: Function) -> Bool {
    let callers = functions.values.filter { $0.name != function.name && $0.cleared.contains(property.id) && calls($0, function) }
    let clearers = callers.isEmpty ? [] : clearers(of: property.id, besides: function.name)
    return callers.contains { clearers.contains($0.name) } || isCalledElsewhere(function, property)
      || references.mentions.contains { isClearedByWaiter($0, property) }
  }

  /// A file that has members of the property's owner too calls the function and mentions the property.
  func isCalledElsewhere(_ function: Function, _ property: ContinuationProperty) -> Bool {
    let owner = index.ownerName(of: property.id)
    guard owner != .none, function.name != .none, !function.isDelegate else { return false }
    return index.typeUses.files(withFunctionsOf: owner).contains { file in
      file != reader.file && index.mentions([property.name], in: file) && index.mentions([function.name], in: file)
    }
  }

  /// It calls a member that stands in another file, which mentions the property.
  func callsElsewhere(_ function: Function, _ property: ContinuationProperty) -> Bool {
    let owner = index.ownerName(of: property.id)
    guard owner != .none else { return false }
    return function.callees.contains { callee in
      reader.members(of: owner, named: callee).contains { member in
        member.file != reader.file && index.mentions([property.name], in: member.file)
      }
    }
  }

  /// `await withCheckedContinuation { p = $0 }; p = nil`
  private func isClearedByWaiter(_ assignment: ContinuationMention, _ property: ContinuationProperty) -> Bool {
    guard case .assign = assignment.role, assignment.property.id == property.id,
      let call = creatingCall(around: assignment.path), let waiter = function(around: assignment.path)
    else { return false }
    return references.mentions.contains { mention in
      guard case .clear = mention.role, mention.property.id == property.id, function(around: mention.path) == waiter,
        !isOfCancellation(mention.path)
      else { return false }
      return tree[mention.node].firstToken.index >= tree[call].endToken.index
        || mention.path.contains { tree.kind($0) == .deferStmt }
    }
  }
}
