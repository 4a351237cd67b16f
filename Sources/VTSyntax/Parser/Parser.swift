import VTDiagnostics

/// The machine of the parser: a cursor over the tokens and the rows made so far. The grammar stands in the other files
/// of this folder, one function per production; `mutating` means that tokens are consumed.
///
/// Three rules hold everywhere:
/// - A production returns the row it made, or `.none` where an optional part is absent; it never fails. What the text
///   lacks becomes a `missing` row, what cannot be used an `unexpected` one, both with a problem.
/// - Every loop consumes at least one token a round (`Progress` checks it).
/// - What nests by brackets or prefixes counts in `depth`; chains (operators, `.a.b`, `else if`) are loops.
struct Parser {
  let source: [UInt8]
  var tokens: [Token]
  var nodes: [Node]
  var problems: [SyntaxProblem] = []
  private var brackets = BracketTable()
  /// Whether the word `of` occurs, without which there is no `[3 of T]`.
  let mentionsOf: Bool
  /// Whether `::` occurs, without which no name has a module before it.
  let mentionsModules: Bool
  /// The index of the current token, and a copy of what is asked about it all the time.
  private(set) var position = 0
  private(set) var kind: TokenKind
  private(set) var word: Word
  private(set) var flags: TokenFlags
  /// How many brackets, prefixes and clauses are open.
  var depth = 0
  /// Attributes and modifiers that were found to have no declaration behind them, so that long runs of them are not
  /// read again from each of their tokens.
  var noDeclarationIn = 0..<0
  /// The operands and operators of open sequences; see Folding.swift.
  var operands: [NodeID] = []
  var operators: [SequenceOperator] = []
  var foldFrames: [FoldFrame] = []
  var precedences: PrecedenceTable

  /// Deeper nesting is skipped with a problem. 256 levels fit a stack of 512 kB.
  static let depthLimit = 256
  /// How deep generic arguments of an expression may nest.
  static let trialDepth = 64
  /// Longer chains (`a.b.c…`, `a + b + c…`, `T???…`) are skipped with a problem: consumers recurse over the tree.
  static let chainLimit = 1000
  private static let problemLimit = 1000

  init(source: [UInt8], tokens: [Token]) {
    self.source = source
    self.tokens = tokens
    nodes = []
    // Real code has 0.7 rows a token; untouched room costs nothing. Growing a large array would hold it twice.
    nodes.reserveCapacity(tokens.count > 1 << 19 ? tokens.count * 3 : tokens.count + 16)
    kind = tokens[0].kind
    word = tokens[0].word
    flags = tokens[0].flags
    precedences = PrecedenceTable()
    var mentionsOf = false
    var mentionsModules = false
    var declaresOperators = false
    for token in tokens {
      switch token.word {
      case .none: if token.kind == .colonColon { mentionsModules = true }
      case .of: mentionsOf = true
      case .operator, .precedencegroup: declaresOperators = true
      default: break
      }
    }
    self.mentionsOf = mentionsOf
    self.mentionsModules = mentionsModules
    if declaresOperators { precedences.addDeclarations(tokens: tokens, source: source) }
  }

  // MARK: the cursor

  var startsLine: Bool { flags.contains(.startsLine) }
  /// The current token as an index into the tree.
  var here: TokenID { TokenID(UInt32(truncatingIfNeeded: position)) }

  /// The token `distance` after the current one; the end of the file repeats.
  func peek(_ distance: Int = 1) -> Token {
    let index = position + distance
    return index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
  }

  mutating func move(to index: Int) {
    position = index
    let token = tokens[index]
    kind = token.kind
    word = token.word
    flags = token.flags
  }

  /// Consumes the current token; the end of the file stays.
  @discardableResult
  mutating func advance() -> TokenID {
    let consumed = here
    if position + 1 < tokens.count { move(to: position + 1) }
    return consumed
  }

  func at(_ wanted: TokenKind) -> Bool { kind == wanted }
  func at(_ wanted: Word) -> Bool { word == wanted }

  mutating func eat(_ wanted: TokenKind) -> Bool {
    if kind != wanted { return false }
    advance()
    return true
  }

  mutating func eat(_ wanted: Word) -> Bool {
    if word != wanted { return false }
    advance()
    return true
  }

  /// Whether the current token can be a name: an identifier, contextual word or not.
  var atIdentifier: Bool { kind == .identifier }

  /// Words that may stand before a colon as a label: every name and every reserved word but `inout`.
  func isLabel(_ token: Token, allowDollar: Bool = false) -> Bool {
    switch token.kind {
    case .identifier, .wildcard: true
    case .keyword: token.word != .inout
    case .dollarIdentifier: allowDollar
    default: false
    }
  }

  // MARK: operators and angle brackets

  /// The index after the operator that starts at `index`; the lexer cuts `>>` and the like into joined pieces.
  func operatorEnd(at index: Int) -> Int {
    var last = index
    while tokens[last].flags.contains(.joined), last + 1 < tokens.count { last += 1 }
    return min(last + 1, tokens.count - 1)
  }

  mutating func eatOperator() -> TokenID {
    let first = here
    move(to: operatorEnd(at: position))
    return first
  }

  /// Whether a token is an operator with blanks (or nothing) on both sides.
  func isInfix(_ token: Token) -> Bool {
    token.kind == .op && token.flags.isDisjoint(with: [.prefix, .postfix])
  }

  /// Whether the current token is the operator spelt by this one byte, alone.
  func atOperator(_ byte: UInt8) -> Bool {
    kind == .op && !flags.contains(.joined) && isOperator(tokens[position], byte)
  }

  func isOperator(_ token: Token, _ byte: UInt8) -> Bool {
    token.kind == .op && token.length == 1 && source[Int(token.start)] == byte
  }

  func atOperator(_ text: String) -> Bool { kind == .op && operatorSpells(at: position, text) }

  func operatorSpells(at index: Int, _ text: String) -> Bool {
    let start = Int(tokens[index].start)
    let end = Int(tokens[operatorEnd(at: index) - 1].end)
    return spells(start..<end, text)
  }

  /// Whether the bytes of a range are exactly this text.
  func spells(_ range: Range<Int>, _ text: String) -> Bool {
    range.count == text.utf8.count && source[range].elementsEqual(text.utf8)
  }

  /// Whether the current token is `<` or an operator that begins with it. Asked behind every name: inlining it made
  /// the parser 2 % faster.
  @inline(__always) var atLeftAngle: Bool { kind == .op && source[Int(tokens[position].start)] == UInt8(ascii: "<") }
  var atRightAngle: Bool { kind == .op && source[Int(tokens[position].start)] == UInt8(ascii: ">") }

  /// Consumes one angle bracket or `?` and cuts it off the operator it begins.
  mutating func eatPiece() {
    tokens[position].flags.remove(.joined)
    advance()
  }

  /// Whether the name at this index is an editor placeholder, `<#…#>`.
  func isPlaceholder(_ token: Token) -> Bool {
    token.kind == .identifier && source[Int(token.start)] == UInt8(ascii: "<")
  }

  // MARK: rows

  /// Makes a row from `start` to the last consumed token.
  @discardableResult
  mutating func node(
    _ kind: NodeKind, from start: TokenID, main: TokenID = .none, flags: NodeFlags = [], _ children: NodeList = NodeList()
  ) -> NodeID {
    let id = NodeID(UInt32(truncatingIfNeeded: nodes.count))
    nodes.append(
      Node(
        kind: kind, flags: flags, firstToken: start, endToken: here, mainToken: main, firstChild: children.first,
        nextSibling: .none))
    return id
  }

  /// Makes a row around one child.
  @discardableResult
  mutating func node(
    _ kind: NodeKind, from start: TokenID, main: TokenID = .none, flags: NodeFlags = [], child: NodeID
  ) -> NodeID {
    node(kind, from: start, main: main, flags: flags, NodeList(child))
  }

  func kind(of node: NodeID) -> NodeKind { nodes[Int(node.index)].kind }
  func firstToken(of node: NodeID) -> TokenID { nodes[Int(node.index)].firstToken }

  /// Appends a row to a list of children in constant time; `.none` appends nothing.
  mutating func append(_ node: NodeID, to list: inout NodeList) {
    if node.isNone { return }
    if list.last.isNone {
      list.first = node
    } else {
      nodes[Int(list.last.index)].nextSibling = node
    }
    list.last = node
  }

  // MARK: what is wrong

  mutating func report(_ message: String, at range: ByteRange) {
    if problems.count >= Self.problemLimit { return }
    // One mistake often misses several things at one place: the first says it best.
    if let last = problems.last, last.range.start == range.start { return }
    problems.append(SyntaxProblem(range: range, message: message))
  }

  /// Reports at the current token.
  mutating func reportHere(_ message: String) { report(message, at: tokens[position].range) }

  mutating func missing(_ what: String) -> NodeID {
    reportHere("expected \(what)")
    return node(.missing, from: here)
  }

  /// Skips to a closing bracket that must stand here, and consumes it.
  mutating func expectClosing(_ closing: TokenKind, _ text: StaticString, children: inout NodeList) {
    if eat(closing) { return }
    let start = here
    // The tokens up to the closer are lost, unless a stronger end comes first.
    while !at(.endOfFile), !at(closing), !isClosing(kind), !atConditionalClauseEnd, !startsItemOnNewLine {
      skipGroup()
    }
    let skipped = ByteRange(start: tokens[Int(start.index)].start, end: tokens[max(Int(start.index), position - 1)].end)
    if start == here {
      report("expected '\(text)'", at: tokens[position].range)
    } else {
      report("expected '\(text)'; what stands before it was skipped", at: skipped)
      append(node(.unexpected, from: start), to: &children)
    }
    _ = eat(closing)
  }

  /// A keyword that begins a declaration or statement at the start of a line: skipping stops there.
  private var startsItemOnNewLine: Bool {
    guard startsLine, kind == .keyword else { return false }
    switch word {
    case .func, .struct, .class, .enum, .extension, .protocol, .import, .let, .var, .return, .guard, .for, .while,
      .defer, .throw, .typealias:
      return true
    default:
      return false
    }
  }

  func isClosing(_ kind: TokenKind) -> Bool { kind == .rightBrace || kind == .rightParen || kind == .rightSquare }

  var atConditionalClauseEnd: Bool {
    kind == .poundKeyword && (word == .poundElse || word == .poundElseif || word == .poundEndif)
  }

  /// Consumes one token, or a whole bracketed group.
  mutating func skipGroup() { move(to: groupEnd(at: position)) }

  /// The index after the token, or after the group that it opens.
  mutating func groupEnd(at index: Int) -> Int { min(brackets.end(of: index, tokens: tokens), tokens.count - 1) }

  /// Skips what is nested too deep: a bracketed group, or all up to the end of the line or clause.
  /// - Parameter kind: `missing` in the place of a child that the grammar needs, `unexpected` in a list.
  mutating func skipTooDeep(as kind: NodeKind = .missing) -> NodeID {
    let start = here
    if BracketTable.isOpening(self.kind) {
      skipGroup()
    } else {
      while !at(.endOfFile), !isClosing(self.kind), !at(.comma), !at(.semicolon), !(startsLine && here != start) {
        skipGroup()
      }
    }
    let end = start == here ? tokens[position].end : tokens[position - 1].end
    report(
      "nested deeper than \(Self.depthLimit) levels: skipped to the matching end",
      at: ByteRange(start: tokens[Int(start.index)].start, end: end))
    return node(kind, from: start)
  }

  var isTooDeep: Bool { depth >= Self.depthLimit }
}

/// The children of a row while it is being made.
struct NodeList {
  var first = NodeID.none
  var last = NodeID.none
  init() {}
  init(_ only: NodeID) {
    first = only
    last = only
  }
  var isEmpty: Bool { first.isNone }
}

/// Proves that a loop of the parser moves on: in debug builds it traps where it does not, in release it ends the loop.
struct Progress {
  private var last = -1
  mutating func moved(_ parser: borrowing Parser) -> Bool {
    assert(parser.position != last, "a loop of the parser does not move on")
    if parser.position == last { return false }
    last = parser.position
    return true
  }
}
