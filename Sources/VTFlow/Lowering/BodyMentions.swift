import VTDiagnostics
import VTSyntax

/// What a body mentions, by names alone. Each removal from a collection, each loop and each optional call asks for it, and a body
/// may have thousands of them: its tokens are passed once.
struct BodyMentions {
  /// Where `queue.last`, `queue.first` or `queue[place]` is looked at for the first time.
  private var firstLooks: [Name: Int] = [:]
  /// `waiting[id] = …`: the names on the right side that are completed somewhere.
  private var puts: [Name: [(place: Int, names: Set<Name>)]] = [:]
  /// Where `name.resume` and the like stand for the last time.
  private var lastCompletions: [Name: Int] = [:]
  /// Where it is asked for the first time whether something is empty, or how a number compares with 0 or 1.
  private var firstQuestion: Int?
  /// `responds(to:)` is asked.
  private(set) var asksForResponse = false
  /// The groups that are entered, and that nobody here leaves or hands to somebody who might.
  private(set) var neverLeft: Set<Name> = []

  /// - Parameter completing: the operations that complete a duty.
  init(in body: NodeID, of tree: SyntaxTree, completing: Set<Name>) {
    let tokens = tree.tokens
    let row = tree[body]
    let end = Int(row.endToken.index)
    // From behind, so that it is known where the next bracket closes.
    var closing: Int?
    for place in (Int(row.firstToken.index)..<end).reversed() {
      if tokens[place].kind == .rightSquare { closing = place }
      if tree.asksForAmount(at: place) { firstQuestion = place }
      guard tokens[place].kind == .identifier else { continue }
      let name = tree.name(of: TokenID(UInt32(place)))
      if name == KnownNames.responds { asksForResponse = true }
      switch tokens[place + 1].kind {
      case .period:
        let member = tree.name(of: TokenID(UInt32(place + 2)))
        if [KnownNames.first, KnownNames.last].contains(member), ![.leftBrace, .leftParen].contains(tokens[place + 3].kind) {
          firstLooks[name] = place
        }
        if member == KnownNames.enter { neverLeft.insert(name) }
        if completing.contains(member), lastCompletions[name] == nil, place < end - 2, place > 0, tokens[place - 1].kind != .period {
          lastCompletions[name] = place
        }
      case .leftSquare:
        guard let closing else { continue }
        if tree.looks(from: place, at: closing) { firstLooks[name] = place }
        guard tokens[closing + 1].kind == .equal else { continue }
        let names = tree.namesOfStatement(from: closing + 2).filter { lastCompletions[$0] != nil }
        if !names.isEmpty { puts[name, default: []].append((place, names)) }
      default: break
      }
    }
    if !neverLeft.isEmpty { dropGroupsThatAreLeft(Int(row.firstToken.index)..<end, of: tree) }
  }

  /// Takes out the groups that are mentioned otherwise than to be made, entered or waited for.
  private mutating func dropGroupsThatAreLeft(_ places: Range<Int>, of tree: SyntaxTree) {
    for place in places where tree.tokens[place].kind == .identifier {
      let name = tree.name(of: TokenID(UInt32(place)))
      guard neverLeft.contains(name), place > 0, ![.let, .var].contains(tree.tokens[place - 1].word) else { continue }
      let member = tree.name(of: TokenID(UInt32(place + 2)))
      if tree.tokens[place + 1].kind != .period || !KnownNames.groupsThatStay.contains(member) { neverLeft.remove(name) }
    }
  }

  /// Whether somebody has asked for an amount before a place in the tokens.
  func isAmountAsked(before place: TokenID) -> Bool { firstQuestion.map { $0 < Int(place.index) } ?? false }

  /// `let current = queue.last`, `let current = queue[place]` before a place in the tokens.
  func isLookedAt(_ collection: Name, before place: TokenID) -> Bool {
    firstLooks[collection].map { $0 < Int(place.index) } ?? false
  }

  /// Whether something that was put into a collection before the first token is completed by its own name behind the second.
  func isCompleted(
    from behind: TokenID, putInto collection: Name, before place: TokenID, where isMeant: (Name) -> Bool
  ) -> Bool {
    (puts[collection] ?? []).contains { put in
      put.place < Int(place.index)
        && put.names.contains { lastCompletions[$0].map { $0 >= Int(behind.index) } ?? false && isMeant($0) }
    }
  }
}

extension SyntaxTree {
  /// `let next = queue[place]`, `queue[place].promise`
  fileprivate func looks(from name: Int, at closing: Int) -> Bool {
    let isOfSelf = name > 1 && tokens[name - 1].kind == .period && tokens[name - 2].word == .selfValue
    let before = name - (isOfSelf ? 3 : 1)
    return before >= 0 && tokens[before].kind == .equal || tokens[closing + 1].kind == .period
  }

  /// `isEmpty`, `> 0`
  fileprivate func asksForAmount(at place: Int) -> Bool {
    let token = TokenID(UInt32(place))
    switch tokens[place].kind {
    case .identifier: return name(of: token) == KnownNames.isEmpty
    case .integerLiteral where place > 0:
      return ["0", "1"].contains(text(of: token))
        && Operators.comparisons.contains(Operators.name(self, from: TokenID(UInt32(place - 1))))
    default: return false
    }
  }

  /// The names up to the end of a statement or of what stands around it: brackets may go over several lines.
  fileprivate func namesOfStatement(from start: Int) -> Set<Name> {
    var found: Set<Name> = []
    var depth = 0
    for place in start..<max(start, tokens.count) {
      if depth < 0 || depth == 0 && (tokens[place].flags.contains(.startsLine) || tokens[place].kind == .semicolon) { break }
      switch tokens[place].kind {
      case .leftParen, .leftBrace, .leftSquare: depth += 1
      case .rightParen, .rightBrace, .rightSquare: depth -= 1
      case .identifier: found.insert(name(of: TokenID(UInt32(place))))
      default: break
      }
    }
    return found
  }
}
