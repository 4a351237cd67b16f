import VTDiagnostics
import VTSyntax

// The elements that one loop after the other gets out of the same collection:
//
//     for f in futures { print(try await f.value) }
//     for f in futures { print(try await f.value) }      // again
//
// One slot stands for what an earlier loop did to the elements of a collection: it holds the last of them. The first round
// of the next loop gets that one; all further rounds get elements of which nothing is known. So a loop never meets what it
// has done itself in an earlier round.
extension Lowerer {
  /// What the rounds of one loop know of the elements.
  struct LoopElements {
    /// The element of this round.
    var current: SlotID
    /// The last element of an earlier loop over the same collection.
    var earlier: SlotID
    var origin: OriginID
    var type: Type
    /// Each round does the same to its element, so that the last one speaks for all.
    var isSteady: Bool
  }

  /// Written in front of a loop; nil where the elements are no value futures, or the collection is no local variable.
  /// - Parameter body: the block or closure that each round runs.
  mutating func loopElements(of collection: NodeID, _ element: Type, at range: ByteRange, body: NodeID) -> LoopElements? {
    guard contract(element) == .future, let key = factKey(inAnyOrder(collection)), key.isPlace, key.dependencies.count == 1,
      findLocal(tree.mainName(of: inAnyOrder(collection))) != nil,
      let made = origin(of: element, .element, at: range, isCreated: false),
      let earlier = factSlot(key, salt: 0x656C_656D)
    else { return nil }
    let current = builder.makeSlot()
    let origin = builder.makeOrigin(made)
    madeInSlot[current] = origin
    builder.emit(.copy(current, earlier))
    return LoopElements(current: current, earlier: earlier, origin: origin, type: element, isSteady: isSteady(body))
  }

  /// The element that a round gets.
  mutating func beginRound(_ elements: LoopElements, at range: ByteRange) -> Value {
    builder.emit(.createIfUnknown(elements.current, elements.origin))
    if elements.isSteady { builder.emit(.copy(elements.earlier, elements.current)) }
    return Value(type: elements.type, storage: .slot(elements.current), subject: range)
  }

  mutating func endRound(_ elements: LoopElements) {
    builder.emit(.set(elements.current, .unknown))
  }

  /// `futures` in `futures.reversed()`.
  private func inAnyOrder(_ node: NodeID) -> NodeID {
    guard tree.kind(node) == .callExpr, tree.child(.argument, of: node).isNone else { return node }
    let callee = tree[node].firstChild
    guard tree.kind(callee) == .memberExpr, !tree[callee].firstChild.isNone,
      [KnownNames.reversed, KnownNames.shuffled].contains(tree.mainName(of: callee))
    else { return node }
    return inAnyOrder(tree[callee].firstChild)
  }

  /// No statement or operator in it decides anything.
  func isSteady(_ body: NodeID) -> Bool {
    let row = tree[body]
    for place in row.firstToken.index..<row.endToken.index {
      let token = tree.tokens[Int(place)]
      switch token.word {
      case .if, .guard, .switch, .while, .repeat, .for, .break, .continue, .return, .throw, .catch, .case: return false
      default: break
      }
      switch token.kind {
      case .infixQuestion: return false
      case .postfixQuestion: if place == 0 || tree.tokens[Int(place) - 1].word != .try { return false }
      case .op: if Operators.shortCircuits.contains(tree.name(of: TokenID(place))) { return false }
      default: break
      }
    }
    return true
  }
}
