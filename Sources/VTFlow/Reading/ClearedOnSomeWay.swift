import VTDiagnostics
import VTSyntax

// A method that completes what waits on one of its ways, and forgets it on all of them:
//
//     func didFail(_ error: any Error, isFinal: Bool) {
//       if isFinal { waiting?.resume(throwing: error) }
//       waiting = nil                                       // on the other way nobody resumes it
//     }
//
// Not where what decides may be a sign of whether anybody waits: what others set that have to do with the property, flags, what
// a member tells. Whoever calls the method may have seen to it before, or whoever gets what waits there may do so later.
extension ContinuationSurroundings {
  func clearedOnSomeWay(_ clearing: ContinuationMention) -> DroppedContinuation? {
    let property = clearing.property
    guard !property.isCollection, !property.isLocked, property.carrier == nil, tree.kind(clearing.site) == .assignExpr,
      !seesToItself(property), let node = function(around: clearing.path), tree.kind(node) == .functionDecl, isShort(node),
      let function = functions[node], let body = body(around: clearing.path), body.owner == node
    else { return nil }
    guard let events = events(ofWaysTo: clearing, in: node), !isNamedByOthers(function, node, property) else { return nil }
    if isCalledElsewhere(function, property) || callsElsewhere(function, property) { return nil }
    let isLast = clearing.path.contains { tree.kind($0) == .deferStmt }
    if !isDropped(in: body.block, events, isLast: isLast, { isGuard($0, function, besides: property.name) }) { return nil }
    let signs = signs(of: property, besides: node)
    let isSign: (NodeID) -> Bool = { isGuard($0, function, besides: property.name) || asks($0, for: signs, function.owner) }
    return isDropped(in: body.block, events, isLast: isLast, isSign) ? dropped(clearing, .clearedOnSomeWay) : nil
  }

  /// - Parameter isLast: the clearing stands in a `defer`.
  private func isDropped(
    in block: NodeID, _ events: [NodeID: CompletionPaths.Event], isLast: Bool, _ isGuard: @escaping (NodeID) -> Bool
  ) -> Bool {
    var paths = CompletionPaths(tree: tree, events: events, isAlias: false, isGuard: isGuard, neverReturns: neverReturns)
    let exits = paths.exits(of: block)
    // What is completed by another name when it was forgotten already the graph follows.
    if !isLast, exits.contains(where: { $0.isSuperset(of: [.dropped, .completed]) }) { return false }
    return exits.contains { $0.contains(.dropped) && !$0.contains(.completed) } && exits.contains { $0.contains(.completed) }
  }

  /// What a function does to the property; nil where it completes nothing, or puts something there.
  private func events(ofWaysTo clearing: ContinuationMention, in node: NodeID) -> [NodeID: CompletionPaths.Event]? {
    let property = clearing.property.id
    var events: [NodeID: CompletionPaths.Event] = [:]
    for completion in references.completions
    where completion.property?.id == property && function(around: completion.path) == node {
      events[completion.call] = .completion
    }
    if events.isEmpty { return nil }
    var known: Set<NodeID> = []
    for mention in references.mentions where mention.property.id == property && function(around: mention.path) == node {
      switch mention.role {
      case .assign: return nil
      case .clear: events[mention.site] = mention.node == clearing.node ? .drop : .clear
      case .ask(let isPresent): events[mention.site] = .presence(whenTrue: isPresent)
      case .bind: events[mention.site] = .presence(whenTrue: true)
      case .other: continue
      }
      known.insert(mention.node)
    }
    let mentioning = Set(functions.values.lazy.filter { $0.mentioned.contains(property) }.map(\.name))
    for row in tree.rows(inside: node) where events[row] == nil {
      switch tree.kind(row) {
      case .callExpr: if mentioning.contains(tree.mainName(of: tree[row].firstChild)) { events[row] = .completion }
      case .identifierExpr, .memberExpr:
        // Whoever is given it sees to it.
        if !known.contains(row), isHandedOn(row, property) { events[row] = .completion }
      case .optionalBinding: if asksForName(row, property) { events[row] = .presence(whenTrue: true) }
      default: break
      }
    }
    return events
  }

  /// What waits in the property, or a name for it, that is not just given another name.
  private func isHandedOn(_ node: NodeID, _ property: DeclarationID) -> Bool {
    let path = reader.path(to: node)
    guard let found = references.source(of: path[...]), found.property.id == property, path.count > 1 else { return false }
    return ![.initializer, .optionalChainExpr, .memberExpr].contains(tree.kind(path[path.count - 2]))
  }

  /// `let waiter = waiting`, and then `if let waiter`
  private func asksForName(_ binding: NodeID, _ property: DeclarationID) -> Bool {
    let path = reader.path(to: binding)
    if let initializer = tree.child(.initializer, of: binding).present {
      return references.source(of: path[...] + [initializer, tree[initializer].firstChild])?.property.id == property
    }
    guard let pattern = tree[binding].firstChild.present, let local = reader.local(tree.mainName(of: pattern), at: path.dropLast())
    else { return false }
    return references.source(of: local, tree.mainName(of: pattern), 0)?.property.id == property
  }

  /// Another function calls it and has to do with the property, or it does so again itself.
  private func isNamedByOthers(_ function: Function, _ node: NodeID, _ property: ContinuationProperty) -> Bool {
    functions.contains { $1.mentioned.contains(property.id) && $1.callees.contains(function.name) }
  }

  /// What other functions name that have to do with the property, and their names.
  private func signs(of property: ContinuationProperty, besides node: NodeID) -> Set<Name> {
    var signs: Set<Name> = []
    for (other, function) in functions where other != node && function.mentioned.contains(property.id) {
      signs.insert(function.name)
      if tree.kind(other) == .patternBinding { signs.insert(tree.mainName(of: tree[other].firstChild)) }
      let row = tree[other]
      for place in row.firstToken.index..<row.endToken.index where tree.tokens[Int(place)].kind == .identifier {
        signs.insert(tree.name(of: TokenID(place)))
      }
    }
    // Of itself it says whether somebody waits.
    signs.remove(property.name)
    return signs
  }

  /// Whether a condition asks for one of them, or for what a member of the type tells; parameters say what has happened.
  private func asks(_ condition: NodeID, for signs: Set<Name>, _ owner: Name) -> Bool {
    tree.rows(inside: condition).contains { row in
      guard tree.kind(row) == .identifierExpr || tree.kind(row) == .memberExpr else { return false }
      let name = tree.mainName(of: row)
      if tree.kind(row) == .memberExpr {
        guard let base = tree[row].firstChild.present, tree.mainWord(of: base) == .selfValue else { return false }
      } else if let local = reader.local(name, at: reader.path(to: row)[...]) {
        guard case .value(let value) = local.source else { return false }
        return asks(value, for: signs, owner)
      }
      let isStored = reader.members(of: owner, named: name).allSatisfy { index.declaration($0).flags.contains(.isStored) }
      return signs.contains(name) || !isStored
    }
  }
}
