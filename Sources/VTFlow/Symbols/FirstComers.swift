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
    let places = Int(row.firstToken.index)..<Int(row.endToken.index)
    // Most such functions change nothing, and no name in them is looked at.
    let changes = places.filter { tokens[$0].kind == .identifier && isChanging($0) }
    if changes.isEmpty { return false }
    var own: Set<Name> = []
    /// The values that names are set to; of one that is set to several nothing follows.
    var values: [Name: Name] = [:]
    for place in changes {
      let name = name(of: TokenID(UInt32(place)))
      // `return seen.insert(id).inserted`
      if name == KnownNames.inserted { return true }
      guard let value = mark(setAt: place) else { continue }
      if values.updateValue(value, forKey: name).map({ $0 != value }) == true { own.insert(name) }
    }
    var asked: Set<Name> = []
    for place in places where !values.isEmpty && tokens[place].kind == .identifier && !isChanging(place) {
      let name = name(of: TokenID(UInt32(place)))
      if [.let, .var].contains(tokens[place - 1].word) { own.insert(name) } else { asked.insert(name) }
    }
    return values.keys.contains { !own.contains($0) && asked.contains($0) }
  }

  /// By the look of it: `name =`, `name +=`, `name.toggle()`, and the `inserted` of what was put into a set.
  private func isChanging(_ place: Int) -> Bool {
    let next = tokens[place + 1]
    switch next.kind {
    case .equal: return ![.let, .var].contains(tokens[place - 1].word)
    case .op: return next.end - next.start == 2 && source[Int(next.end) - 1] == UInt8(ascii: "=") && isStep(at: place + 1)
    case .period: return place + 3 < tokens.count && tokens[place + 3].kind == .leftParen && isChangedInPlace(at: place)
    default:
      let text = tokens[place].range
      return text.end - text.start == 8 && tokens[place - 1].kind == .period
        && name(of: TokenID(UInt32(place))) == KnownNames.inserted
    }
  }

  /// What the name at a place is set to, where that is a plain mark: `done = true`, `winner = task`, `count += 1`.
  private func mark(setAt place: Int) -> Name? {
    guard tokens[place + 1].kind == .equal else { return name(of: TokenID(UInt32(place + 1))) }
    let value = tokens[place + 2]
    let isMark = [.true, .false, .nil].contains(value.word) || [.integerLiteral, .period].contains(value.kind)
    let isName = value.kind == .identifier && ![.leftParen, .period, .postfixQuestion, .op].contains(tokens[place + 3].kind)
    let isCase = value.kind == .period
    return isMark || isName ? name(of: TokenID(UInt32(isCase ? place + 3 : place + 2))) : nil
  }
}
