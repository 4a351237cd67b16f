/// Where each bracketed group ends, found in one pass over the tokens before parsing.
///
/// Many decisions of the grammar look past a whole group (is `(…)` followed by an arrow, `{…}` by another brace?).
/// With this table such a look costs constant time, so hostile nesting cannot make the parser quadratic.
struct BracketTable {
  /// For an opening bracket the index of the token after its group, else 0. Where the closer is missing the group
  /// ends before the token that closes the bracket around it.
  private var ends: [UInt32]
  /// Whether an operator or a precedence group is declared in this file.
  private(set) var declaresOperators = false
  /// Whether the word `of` occurs, without which there is no `[3 of T]`.
  private(set) var mentionsOf = false

  init(_ tokens: [Token]) {
    var ends = [UInt32](repeating: 0, count: tokens.count)
    var open: [UInt32] = []
    var openBraces = 0
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .leftParen, .leftSquare, .interpolationStart:
        open.append(UInt32(index))
      case .leftBrace:
        open.append(UInt32(index))
        openBraces += 1
      case .rightBrace:
        if openBraces == 0 { continue }
        openBraces -= 1
        while let top = open.popLast() {
          if tokens[Int(top)].kind == .leftBrace {
            ends[Int(top)] = UInt32(index) + 1
            break
          }
          ends[Int(top)] = UInt32(index)
        }
      case .rightParen, .rightSquare:
        // A closer never closes a brace, and `]` closes parentheses left open inside its brackets.
        while let top = open.last {
          let kind = tokens[Int(top)].kind
          if kind == .leftBrace { break }
          open.removeLast()
          if (kind == .leftSquare) == (token.kind == .rightSquare) {
            ends[Int(top)] = UInt32(index) + 1
            break
          }
          ends[Int(top)] = UInt32(index)
        }
      case .keyword:
        if token.word == .operator || token.word == .precedencegroup { declaresOperators = true }
      case .identifier:
        if token.word == .of { mentionsOf = true }
      default:
        break
      }
    }
    for top in open { ends[Int(top)] = UInt32(tokens.count - 1) }
    self.ends = ends
  }

  /// The index after the token, or after the group that it opens.
  func end(of index: Int) -> Int {
    let end = Int(ends[index])
    return end == 0 ? index + 1 : end
  }

  func isOpening(_ kind: TokenKind) -> Bool {
    kind == .leftParen || kind == .leftBrace || kind == .leftSquare || kind == .interpolationStart
  }
}
