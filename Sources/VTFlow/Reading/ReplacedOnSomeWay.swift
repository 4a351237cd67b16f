import VTDiagnostics
import VTSyntax

// What stands before an assignment that replaces a continuation, and does not keep it from replacing one:
//
//     if waiting != nil { print("busy") }                                  // goes on
//     if isOver { waiting?.resume(throwing: CancellationError()) }         // on one way only
//     if let last { return last }                                          // a value is there: nothing of who waits for one
extension ContinuationSurroundings {
  /// Whether some way reaches the assignment on which nobody has seen to what waits: asked for it with the answer that there is
  /// nothing, completed it, taken it out, called somebody who has to do with it, or waited.
  func isReachedUnseen(_ assignment: ContinuationMention, in node: NodeID) -> Bool {
    let property = assignment.property
    guard !property.isLocked, property.carrier == nil, isShort(node), let block = tree.child(.block, of: node).present,
      !asksAgain(in: node, before: tree[assignment.node].firstToken, besides: property.name)
    else { return false }
    var events: [NodeID: CompletionPaths.Event] = [:]
    for mention in references.mentions where mention.property.id == property.id && function(around: mention.path) == node {
      switch mention.role {
      case .ask(let isPresent) where isCondition(mention): events[mention.site] = .presence(whenTrue: isPresent)
      case .bind where isCondition(mention): events[mention.site] = .presence(whenTrue: true)
      case .clear: events[mention.site] = .clear
      case .ask, .bind, .assign, .other: events[mention.site] = .completion
      }
    }
    for completion in references.completions
    where completion.property?.id == property.id && function(around: completion.path) == node {
      events[completion.call] = .completion
    }
    let mentioning = Set(functions.values.lazy.filter { $0.mentioned.contains(property.id) }.map(\.name))
    for row in tree.rows(inside: node) where events[row] == nil {
      switch tree.kind(row) {
      case .awaitExpr: events[row] = .completion
      case .callExpr: if mentioning.contains(tree.mainName(of: tree[row].firstChild)) { events[row] = .completion }
      default: break
      }
    }
    events[assignment.site] = .drop
    var paths = CompletionPaths(tree: tree, events: events, isAlias: false, isGuard: { _ in false }, neverReturns: neverReturns)
    return paths.exits(of: block).contains { $0.contains(.dropped) }
  }

  /// Each of the places in a function is looked at with all the others: not where there may be thousands.
  func isShort(_ function: NodeID) -> Bool {
    tree[function].endToken.index - tree[function].firstToken.index < Limits.tokensOfManyWays
  }

  /// Two conditions ask for the same thing: which of their answers go together, nobody here follows.
  private func asksAgain(in node: NodeID, before place: TokenID, besides name: Name) -> Bool {
    var asked: Set<Name> = []
    return conditions(in: node, before: place).contains { condition in
      let row = tree[condition]
      let places = (row.firstToken.index..<row.endToken.index).filter { tree.tokens[Int($0)].kind == .identifier }
      let names = Set(places.map { tree.name(of: TokenID($0)) }).subtracting([name])
      defer { asked.formUnion(names) }
      return !asked.isDisjoint(with: names)
    }
  }

  /// `if p != nil, isOpen {`, and not `let isBusy = p != nil`, `p != nil && isOpen`
  private func isCondition(_ mention: ContinuationMention) -> Bool {
    guard let place = mention.path.firstIndex(of: mention.site), place > 0 else { return false }
    return tree.kind(mention.path[place - 1]) == .conditions
  }

  /// `if let last { return last }`, `if !items.isEmpty { return items.removeFirst() }`, where nothing but what is given back is
  /// asked for: that there is something to give says nothing of who waits. It does where the same function puts it there.
  func givesWhatIsThere(_ conditions: NodeID, in function: NodeID) -> Bool {
    guard isShort(function), tree.kind(conditions) == .conditions, let condition = tree[conditions].firstChild.present,
      tree[condition].nextSibling.isNone, case let path = reader.path(to: conditions), path.count > 1,
      case let statement = path[path.count - 2], [.ifExpr, .guardStmt].contains(tree.kind(statement)),
      let block = tree.child(.block, of: statement).present, tree[block].nextSibling.isNone,
      let given = tree.children(of: block).reduce(nil, { $1 }), tree.kind(given) == .returnStmt
    else { return false }
    let row = tree[condition]
    let asked = (row.firstToken.index..<row.endToken.index).filter { place in
      tree.tokens[Int(place)].kind == .identifier && (place == 0 || tree.tokens[Int(place) - 1].kind != .period)
    }
    let names = Set(asked.map { tree.name(of: TokenID($0)) })
    let isPutThere = (tree[block].endToken.index..<tree[function].endToken.index).contains { place in
      tree.tokens[Int(place) + 1].kind == .equal && names.contains(tree.name(of: TokenID(place)))
    }
    return !isPutThere && !names.isEmpty && names.count < 3 && names.contains { tree.mentions($0, in: given) }
  }
}

extension Limits {
  /// Functions with more tokens are not asked which of their ways reach what.
  fileprivate static let tokensOfManyWays: UInt32 = 4_000
}
