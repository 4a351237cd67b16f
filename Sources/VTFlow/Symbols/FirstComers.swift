import VTDiagnostics
import VTSyntax

// Functions that answer who comes first:
//
//     func isFirst() -> Bool {
//       guard !hasWinner else { return false }
//       hasWinner = true
//       return true
//     }
//
// They ask for something that lasts longer than the call, and change it in one and the same way whenever they do.
extension SyntaxTree {
  /// - Parameter body: that of a function that gives a `Bool`.
  func tellsFirstComers(_ body: NodeID) -> Bool {
    let row = self[body]
    var own: Set<Name> = []
    var asked: Set<Name> = []
    /// The values that names are set to; of one that is set to several nothing follows.
    var values: [Name: Name] = [:]
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) where tokens[place].kind == .identifier {
      let name = name(of: TokenID(UInt32(place)))
      // `return seen.insert(id).inserted`
      if name == KnownNames.inserted { return true }
      if [.let, .var].contains(tokens[place - 1].word) { own.insert(name) }
      guard let value = mark(setAt: place) else {
        asked.insert(name)
        continue
      }
      if values.updateValue(value, forKey: name).map({ $0 != value }) == true { own.insert(name) }
    }
    return values.keys.contains { !own.contains($0) && asked.contains($0) }
  }

  /// What the name at a place is set to, where that is a plain mark: `done = true`, `winner = task`, `count += 1`.
  private func mark(setAt place: Int) -> Name? {
    if isChangedInPlace(at: place) { return name(of: TokenID(UInt32(place + 1))) }
    guard tokens[place + 1].kind == .equal else { return nil }
    let value = tokens[place + 2]
    let isMark = [.true, .false, .nil].contains(value.word) || [.integerLiteral, .period].contains(value.kind)
    let isName = value.kind == .identifier && ![.leftParen, .period, .postfixQuestion, .op].contains(tokens[place + 3].kind)
    let isCase = value.kind == .period
    return isMark || isName ? name(of: TokenID(UInt32(isCase ? place + 3 : place + 2))) : nil
  }
}
