import VTDiagnostics
import VTSyntax

/// An assignment of `nil` that lets go of a continuation which may still be waited for.
package struct DroppedContinuation: Sendable {
  package var range: ByteRange
  package var property: KeptHere
  package var type: Knowledge.OneShotID
}

extension SymbolIndex {
  /// The places where a stored continuation is set to nil and nothing around completes it, or asks anything first.
  package func droppedContinuations(in tree: SyntaxTree, file: FileID) -> [DroppedContinuation] {
    if !mayKeepContinuations(file) { return [] }
    let references = ContinuationMentions(reader: BodyReader(tree: tree, file: file, index: self))
    let clearings = references.mentions.filter { if case .clear = $0.role { true } else { false } }
    if clearings.isEmpty || clearings.count > Limits.placesInAFile { return [] }
    let surroundings = ContinuationSurroundings(references)
    return clearings.compactMap { surroundings.dropped($0) }
  }
}

extension ContinuationSurroundings {
  /// A function that only forgets: it names the property once, decides nothing, and neither it nor who calls it has to do with
  /// the property otherwise.
  func dropped(_ clearing: ContinuationMention) -> DroppedContinuation? {
    let property = clearing.property
    guard tree.kind(clearing.site) == .assignExpr, !property.isCollection, let node = function(around: clearing.path),
      tree.kind(node) == .functionDecl, let function = functions[node],
      let body = body(around: clearing.path), body.owner == node
    else { return nil }
    let isNamedAgain = references.mentions.contains {
      $0.property.id == property.id && $0.node != clearing.node && self.function(around: $0.path) == node
    }
    if isNamedAgain || !conditions(in: node, before: tree[node].endToken).isEmpty || hasJump(node) { return nil }
    // Somebody else puts a waiter there and nobody is told; whoever mentions it nearby may see to it.
    let others = functions.filter { $0.key != node && $0.value.mentioned.contains(property.id) }.map(\.value)
    guard others.allSatisfy({ !$0.callees.contains(function.name) && !function.callees.contains($0.name) }),
      references.mentions.contains(where: { if case .assign = $0.role { $0.property.id == property.id } else { false } }),
      references.completions.contains(where: { $0.property?.id == property.id })
    else { return nil }
    return DroppedContinuation(range: tree.range(of: clearing.site), property: keptHere(property), type: property.type)
  }

  /// What stands in a `catch`, a `defer` or a loop depends on more than this place shows.
  private func hasJump(_ node: NodeID) -> Bool {
    if [.doStmt, .deferStmt, .forStmt, .whileStmt, .repeatStmt].contains(tree.kind(node)) { return true }
    return tree.children(of: node).contains { hasJump($0) }
  }
}
