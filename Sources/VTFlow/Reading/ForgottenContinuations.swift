import VTDiagnostics
import VTSyntax

// Continuations that are let go of for certain: by the line before the one that would complete them, or by being put where
// nobody looks.
extension ContinuationSurroundings {
  /// `p = nil; p?.resume()`, `all[id] = nil; all[id]?.resume()`, `all = []; for c in all { c.resume() }`: what waited is gone.
  func clearedTooEarly(_ clearing: ContinuationMention) -> DroppedContinuation? {
    guard let emptied = emptied(by: clearing), let named = clearing.named.last,
      let place = clearing.path.firstIndex(of: clearing.site), place > 0,
      [.block, .switchCase].contains(tree.kind(clearing.path[place - 1])), !seesToItself(clearing.property)
    else { return nil }
    let block = clearing.path[place - 1]
    let owner = body(around: clearing.path)?.owner
    let end = tree[clearing.site].endToken
    let late = references.completions.first { completion in
      guard completion.property?.id == clearing.property.id, completion.path.contains(block),
        let name = completion.mention.last, ownName(name) == ownName(named), body(around: completion.path)?.owner == owner
      else { return false }
      // In a lock it has no name of its own; what was bound before is what was taken out.
      let place = clearing.property.isLocked ? completion.call : name
      if clearing.property.isLocked, case .alias = completion.subject { return false }
      guard tree[place].firstToken.index >= end.index else { return false }
      let element = completion.mention.dropLast().last ?? .none
      return emptied.isNone
        || tree.kind(element) == .subscriptExpr && argument(of: element).map(text) == text(emptied)
    }
    guard let late, let name = late.mention.last else { return nil }
    let start = tree[clearing.property.isLocked ? late.call : name].firstToken
    guard isUntouched(clearing.property, from: end, to: start) else { return nil }
    return dropped(clearing, .clearedTooEarly(completion: tree.range(of: late.call)))
  }

  /// What a clearing empties: the key of an element, or `.none` for all there is; nil where another value comes out of it.
  private func emptied(by clearing: ContinuationMention) -> NodeID? {
    let property = clearing.property
    if property.carrier != nil, !property.isCollection { return nil }
    let target = tree[clearing.site].firstChild
    if tree.kind(clearing.site) == .assignExpr {
      if tree.kind(target) == .subscriptExpr { return argument(of: target) }
      return [.identifierExpr, .memberExpr].contains(tree.kind(target)) ? NodeID.none : nil
    }
    guard property.isCollection, tree.kind(clearing.site) == .callExpr else { return nil }
    switch tree.mainName(of: target) {
    case KnownNames.removeAll: return tree.child(.argument, of: clearing.site).isNone ? NodeID.none : nil
    case KnownNames.removeValue: return argument(of: clearing.site)
    default: return nil
    }
  }

  /// The first argument of a call, or of a subscript.
  private func argument(of node: NodeID) -> NodeID? {
    tree.child(.argument, of: node).present.flatMap { tree[$0].firstChild.present }
  }

  private func text(_ node: NodeID) -> String { tree.text(tree.range(of: node)) }

  /// `p` and `self.p` are one.
  private func ownName(_ node: NodeID) -> String {
    let text = text(node)
    return text.hasPrefix("self.") ? String(text.dropFirst(5)) : text
  }

  /// Between two places nobody can have put anything into a property: no statement of the function, none of what it calls, and
  /// nobody else while it waits.
  private func isUntouched(_ property: ContinuationProperty, from start: TokenID, to end: TokenID) -> Bool {
    let isNamed = references.mentions.contains { mention in
      guard mention.property.id == property.id else { return false }
      let place = tree[mention.node].firstToken.index
      if place < start.index || place >= end.index { return false }
      switch mention.role {
      case .assign, .clear: return true
      case .other: return references.stored(by: mention) != nil
      case .ask, .bind: return false
      }
    }
    if isNamed { return false }
    let mentioning = Set(functions.values.filter { $0.mentioned.contains(property.id) }.map(\.name))
    return !(start.index..<end.index).contains { token in
      let row = tree.tokens[Int(token)]
      return row.word == .await || row.kind == .identifier && mentioning.contains(tree.name(of: TokenID(token)))
    }
  }
}

extension ContinuationSurroundings {
  /// A type that is told how things ended, and keeps a continuation that nobody completes: somebody forgot to.
  func neverRead(_ store: ContinuationMention) -> DroppedContinuation? {
    let owner = index.ownerName(of: store.property.id)
    return functions.contains { $1.owner == owner && $1.isDelegate } ? dropped(store, .neverRead) : nil
  }

  /// `func session(_ session: Session, didFail error: any Error)`, `func didFinish()`
  func isDelegateMethod(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .functionDecl else { return false }
    let parameters = tree.child(.parameters, of: node).present.map { Array(tree.children(of: $0)) } ?? []
    let words = [tree[node].mainToken] + parameters.map { tree[$0].firstToken }
    return words.contains { word in
      let text = tree.text(of: word)
      return text.hasPrefix("did") && text.dropFirst(3).first?.isUppercase == true
    }
  }
}

extension ContinuationMentions {
  /// The assignments of new continuations to private properties that the file otherwise only sets to nil.
  func storesThatNobodyReads() -> [ContinuationMention] {
    var stores: [DeclarationID: [ContinuationMention]] = [:]
    var isRead: Set<DeclarationID> = []
    for mention in mentions {
      let id = mention.property.id
      if stored(by: mention) != nil, isUnseen(id) {
        stores[id, default: []].append(mention)
      } else if !onlyForgets(mention) {
        isRead.insert(id)
      }
    }
    for id in isRead { stores[id] = nil }
    if stores.isEmpty { return [] }
    let known = Set(mentions.map(\.node))
    let names = Set(stores.keys.map { index.declaration($0).name })
    var otherwise: Set<Name> = []
    for place in tree.nodes.indices {
      let node = NodeID(UInt32(place))
      switch tree.nodes[place].kind {
      case .identifierExpr, .memberExpr:
        let name = tree.mainName(of: node)
        if names.contains(name), !known.contains(node), !isLocal(node) { otherwise.insert(name) }
      case .keyPathExpr, .macroExpr:
        otherwise.formUnion(names.filter { tree.mentions($0, in: node) })
      case .optionalBinding:
        // `if let p`, where `p` is no local name.
        guard let pattern = tree.nodes[place].firstChild.present, tree.child(.initializer, of: node).isNone else { continue }
        otherwise.formUnion(names.intersection([tree.mainName(of: pattern)]))
      default: break
      }
    }
    return stores.filter { !otherwise.contains(index.declaration($0.key).name) }.values.flatMap { $0 }
      .filter { mention in stored(by: mention).map { localName(of: reader.path(to: $0)[...]) != nil } ?? false }
      .sorted { tree[$0.node].firstToken.index < tree[$1.node].firstToken.index }
  }

  /// `p = nil`, `p == nil`
  private func onlyForgets(_ mention: ContinuationMention) -> Bool {
    switch mention.role {
    case .clear: tree.kind(mention.site) == .assignExpr && tree[mention.site].firstChild == mention.node
    case .ask: true
    case .assign, .bind, .other: false
    }
  }

  /// No other file sees it, and nothing runs when it is set.
  private func isUnseen(_ id: DeclarationID) -> Bool {
    let declaration = index.declaration(id)
    return id.file == reader.file && declaration.flags.contains(.isPrivate) && !declaration.flags.contains(.isStatic)
      && tree.child(.accessorBlock, of: declaration.node).isNone && attributes(of: id).isEmpty
  }

  /// What stands before a property of the file: `@State`.
  func attributes(of id: DeclarationID) -> [NodeID] {
    var node = index.declaration(id).node
    if tree.kind(node) != .variableDecl, let outer = reader.path(to: node).last(where: { tree.kind($0) == .variableDecl }) {
      node = outer
    }
    return tree.child(.modifiers, of: node).present.map { tree.children(of: $0).filter { tree.kind($0) == .attribute } } ?? []
  }

  private func isLocal(_ node: NodeID) -> Bool {
    tree.kind(node) == .identifierExpr && reader.local(tree.mainName(of: node), at: reader.path(to: node)[...]) != nil
  }
}
