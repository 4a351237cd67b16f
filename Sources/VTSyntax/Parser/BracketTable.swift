/// Where bracketed groups end.
///
/// Many decisions of the grammar look past a whole group (is `(…)` followed by an arrow, `{…}` by another brace?).
/// Most groups are short and found by looking; for the first long one a table of all groups is made in one pass, so
/// that hostile nesting cannot make the parser quadratic.
struct BracketTable {
  /// For an opening bracket the index of the token after its group, else 0. Where the closer is missing the group
  /// ends before the token that closes the bracket around it. Empty until needed.
  private var ends: [UInt32] = []
  /// How far to look before the table is made.
  private static let reach = 32

  /// The index after the token, or after the group that it opens.
  mutating func end(of index: Int, tokens: [Token]) -> Int {
    guard Self.isOpening(tokens[index].kind) else { return index + 1 }
    if ends.isEmpty {
      if let end = nearEnd(of: index, tokens) { return end }
      ends = Self.allEnds(tokens)
    }
    return Int(ends[index])
  }

  static func isOpening(_ kind: TokenKind) -> Bool {
    kind == .leftParen || kind == .leftBrace || kind == .leftSquare || kind == .interpolationStart
  }

  /// The end of a short group in which every bracket has its counterpart.
  private func nearEnd(of index: Int, _ tokens: [Token]) -> Int? {
    var parens = 0
    var squares = 0
    var braces = 0
    for place in index..<min(index + Self.reach, tokens.count) {
      switch tokens[place].kind {
      case .leftParen, .interpolationStart: parens += 1
      case .leftSquare: squares += 1
      case .leftBrace: braces += 1
      case .rightParen: parens -= 1
      case .rightSquare: squares -= 1
      case .rightBrace: braces -= 1
      default: continue
      }
      if parens < 0 || squares < 0 || braces < 0 { return nil }
      if parens == 0, squares == 0, braces == 0 { return place + 1 }
    }
    return nil
  }

  private static func allEnds(_ tokens: [Token]) -> [UInt32] {
    var ends = [UInt32](repeating: 0, count: tokens.count)
    var open: [UInt32] = []
    var openBraces = 0
    for index in tokens.indices {
      let closer = tokens[index].kind
      switch closer {
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
        // These never close a brace; what is open inside their group ends with it.
        while let top = open.last {
          let opener = tokens[Int(top)].kind
          if opener == .leftBrace { break }
          open.removeLast()
          if (opener == .leftSquare) == (closer == .rightSquare) {
            ends[Int(top)] = UInt32(index) + 1
            break
          }
          ends[Int(top)] = UInt32(index)
        }
      default:
        break
      }
    }
    for top in open { ends[Int(top)] = UInt32(tokens.count - 1) }
    return ends
  }
}
