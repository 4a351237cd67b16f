import VTDiagnostics
import VTSyntax

// What methods of `self` that stand in the same file assign to: `func close() { isOpen = false }`. What was known of such
// a property is no longer true behind a call. What it is then nobody computes, so that of code which asks for it once more
// nothing is claimed.
extension Lowerer {
  /// A method has run: its properties may be others.
  mutating func noteChanges(by function: DeclarationID, calledAt call: NodeID) {
    guard function.file == file, !facts.nameSlots.isEmpty, isCallOfSelf(call) else { return }
    let row = tree[index.declaration(function).node]
    // Longer ones are rarely about one flag, and each call would read them again.
    guard row.endToken.index - row.firstToken.index < Limits.tokensOfOwnMethod else { return }
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) where isAssigned(at: place) {
      guard let slot = facts.nameSlots[tree.name(of: TokenID(UInt32(place)))] else { continue }
      facts.changed.insert(slot)
      builder.emit(.set(slot, .unknown))
    }
  }

  /// `close()`, `self.close()`
  private func isCallOfSelf(_ call: NodeID) -> Bool {
    let callee = tree[call].firstChild
    switch tree.kind(callee) {
    case .identifierExpr: return true
    case .memberExpr:
      let base = tree[callee].firstChild
      return !base.isNone && tree.kind(base) == .identifierExpr && tree.mainWord(of: base) == .selfValue
    default: return false
    }
  }

  /// `isOpen = false`, `self.count += 1`, `flag.toggle()`
  private func isAssigned(at place: Int) -> Bool {
    guard tree.tokens[place].kind == .identifier, place > 1 else { return false }
    let before = tree.tokens[place - 1]
    if [.let, .var].contains(before.word) { return false }
    if before.kind == .period, tree.tokens[place - 2].word != .selfValue { return false }
    return tree.tokens[place + 1].kind == .equal || tree.isChangedInPlace(at: place)
  }
}
