import VTDiagnostics
import VTSyntax

// What is known of the answers of others before anybody asks: a value or an error, and what a filter lets through.
extension Lowerer {
  /// `let (user, error) = fetch()`: what comes with an error is nothing, as with callbacks; for certain where the function is one
  /// of this file, and says so in each of its `return`s.
  mutating func toldApart(_ value: Value, _ source: NodeID) -> Value {
    guard hasDuties, case .none = value.storage, case .tuple(let elements) = value.type, elements.count == 2,
      elements[0].type.isOptional, isOptionalError(elements[1].type), oneShot(elements[0].type) == nil
    else { return value }
    var call = source
    while [.tryExpr, .awaitExpr, .parenExpr].contains(tree.kind(call)), let inner = tree[call].firstChild.present { call = inner }
    guard tree.kind(call) == .callExpr else { return value }
    let slots = [builder.makeSlot(), builder.makeSlot()]
    for slot in slots { builder.emit(.set(slot, .unknown)) }
    let step = PathStep(range: value.subject, text: "a value and an error are both there", isUnlikely: true)
    keepApart(slots[0], slots[1], neverGivesBoth(tree.mainName(of: tree[call].firstChild)) ? .apart : .seldomBoth, step)
    return Value(type: value.type, storage: .tuple(slots.map { .slot($0) }), subject: value.subject)
  }

  /// Whether all functions of the name stand in this file, and each of their pairs has a `nil`.
  private mutating func neverGivesBoth(_ name: Name) -> Bool {
    if let known = pairsByFunction[name] { return known }
    let found = index.membersOfAnyOwner(named: name)
    let areApart = !found.isEmpty && found.allSatisfy { $0.file == file && givesPairs(index.declaration($0).node) }
    pairsByFunction[name] = areApart
    return areApart
  }

  private func givesPairs(_ function: NodeID) -> Bool {
    guard tree.kind(function) == .functionDecl, let block = tree.child(.block, of: function).present else { return false }
    var given = tree.rows(inside: block).filter { tree.kind($0) == .returnStmt }.map { tree[$0].firstChild }
    if let only = tree[block].firstChild.present, tree[only].nextSibling.isNone, tree.kind(only) == .tupleExpr { given.append(only) }
    return !given.isEmpty
      && given.allSatisfy { pair in
        !pair.isNone && tree.kind(pair) == .tupleExpr
          && tree.children(of: pair).contains { tree.mainWord(of: tree[$0].firstChild) == .nil }
      }
  }

  /// `states.filter { $0 != .loading }.sink { … }`: the closure is never given the case.
  mutating func leaveOutFiltered(_ closure: NodeID, from first: Int) {
    guard hasDuties, let excluded = filteredOut(before: closure) else { return }
    var key: FactKey?
    if first < locals.count {
      if case .none = locals[first].storage, oneShot(ofLocal: first) == nil {
        let input = builder.makeSlot()
        builder.emit(.set(input, .unknown))
        locals[first].storage = .slot(input)
      }
      if case .slot(let input) = locals[first].storage { key = FactKey(variable: input) }
    } else if tree.child(.parameters, of: closure).present == nil {
      key = FactKey(member: KnownNames.firstInput, of: selfKey, read: facts.nameSlot(KnownNames.firstInput) { builder.makeSlot() })
    }
    if let key, let fact = caseSlot(key, excluded) { builder.emit(.set(fact, .false)) }
  }

  /// The case that a filter before a closure in its chain keeps from it.
  private func filteredOut(before closure: NodeID) -> Name? {
    let end = Int(tree[closure].firstToken.index)
    var depth = 0
    for place in (max(0, end - Limits.tokensOfChain)..<end).reversed() {
      let token = tree.tokens[place]
      if token.kind == .rightBrace { depth += 1 }
      if token.kind == .leftBrace { depth -= 1 }
      if depth < 0 || depth == 0 && token.flags.contains(.startsLine) && token.kind != .period { return nil }
      guard depth == 0, token.kind == .identifier, tree.name(of: TokenID(UInt32(place))) == KnownNames.filter else { continue }
      return excludedCase(behind: place, before: end)
    }
    return nil
  }

  /// `loading` of `{ $0 != .loading }`
  private func excludedCase(behind place: Int, before end: Int) -> Name? {
    guard place + 3 < end, tree.tokens[place + 1].kind == .leftBrace, tree.tokens[place + 2].kind == .dollarIdentifier,
      Operators.name(tree, from: TokenID(UInt32(place + 3))) == Operators.notEqual,
      let close = (place + 4..<min(place + 8, end)).first(where: { tree.tokens[$0].kind == .rightBrace }),
      tree.tokens[close - 1].kind == .identifier, tree.isImplicitMember(at: close - 1)
    else { return nil }
    return tree.name(of: TokenID(UInt32(close - 1)))
  }
}

extension Limits {
  /// How far before a closure somebody looks at the chain that it stands in.
  fileprivate static let tokensOfChain = 128
}
