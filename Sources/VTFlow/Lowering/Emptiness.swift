import VTDiagnostics
import VTSyntax

// Whether a collection is empty: `guard !ids.isEmpty`, `ids.count == 0` and a loop over `ids` that runs no round are
// one condition.
extension Lowerer {
  /// The remembered condition "this collection is empty": that of `ids.isEmpty`.
  mutating func emptyFact(of collection: NodeID) -> SlotID? {
    factKey(elementsOf(collection)).flatMap { emptyFact(of: $0) }
  }

  mutating func emptyFact(of base: FactKey) -> SlotID? {
    let outside = facts.nameSlot(KnownNames.isEmpty) { builder.makeSlot() }
    return factSlot(
      FactKey(
        hash: FactKey.mix(FactKey.mix(13, base.hash), KnownNames.isEmpty.raw), dependencies: base.dependencies + [outside]))
  }

  /// `ids` in `ids.enumerated()` and the like, which have as many elements.
  private func elementsOf(_ node: NodeID) -> NodeID {
    guard tree.kind(node) == .callExpr else { return node }
    let callee = tree[node].firstChild
    guard tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase),
      KnownNames.sameCount.contains(tree.mainName(of: callee))
    else { return node }
    return elementsOf(tree[callee].firstChild)
  }

  /// Branches on `ids.count == 0`, `ids.count < 1` or `0 < ids.count`; false for other comparisons.
  mutating func lowerCountComparison(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, isEquality: Bool, _ whenTrue: BlockID, _ whenFalse: BlockID
  ) -> Bool {
    let empty: SlotID?
    var holdsIfEmpty = true
    if let collection = counted(left), isLiteral(right, isEquality ? "0" : "1") {
      empty = emptyFact(of: collection)
    } else if let collection = counted(right), isLiteral(left, "0") {
      empty = emptyFact(of: collection)
      holdsIfEmpty = isEquality
    } else {
      return false
    }
    guard let empty else { return false }
    let range = tree.range(of: node)
    builder.branch(
      .isTrue(empty),
      builder.edge(holdsIfEmpty ? whenTrue : whenFalse, PathStep(range: range, text: "when there is no element")),
      builder.edge(holdsIfEmpty ? whenFalse : whenTrue, PathStep(range: range, text: "when there is an element")))
    return true
  }

  /// `ids` in `ids.count`.
  private func counted(_ node: NodeID) -> NodeID? {
    guard tree.kind(node) == .memberExpr, !tree[node].flags.contains(.implicitBase), tree.mainName(of: node) == KnownNames.count
    else { return nil }
    return tree[node].firstChild
  }

  private func isLiteral(_ node: NodeID, _ text: String) -> Bool {
    tree.kind(node) == .literalExpr && tree.text(of: tree[node].mainToken) == text
  }

  /// Goes into a loop for the first time, or past it.
  mutating func enterLoop(over collection: NodeID?, _ head: BlockID, _ body: BlockID, _ end: BlockID, at range: ByteRange) {
    guard let collection, let empty = emptyFact(of: collection) else { return builder.jump(head) }
    builder.branch(
      .isTrue(empty), builder.edge(end, PathStep(range: range, text: "when there is no element")), builder.edge(body))
  }
}
