/// Lists of items (statements, declarations, expressions) and of members.
extension Parser {
  /// Where a list of items ends.
  enum ItemsEnd {
    /// Before `}`.
    case brace
    /// Before the next clause or the end of an `#if`.
    case conditionalEnd
    /// Before the next case of a `switch`, or its `}`.
    case switchCase
    /// At the end of the file only.
    case file
  }

  mutating func parseItems(until end: ItemsEnd, allowInit: Bool = true, into children: inout NodeList) {
    var progress = Progress()
    var mayFollow = true
    while !atEnd(end), !at(.endOfFile), progress.moved(self) {
      if at(.semicolon) {
        reportHere("expected a statement before ';'")
        advance()
        continue
      }
      if !mayFollow, !startsLine, kind != .poundKeyword {
        reportHere("expected a line break or ';' between statements")
      }
      let start = position
      var item = parseItem(allowInit: allowInit)
      if position == start { item = skipUnusable(inMembers: false, allowInit: allowInit) }
      append(item, to: &children)
      mayFollow = item.isNone || kind(of: item) == .unexpected
      while eat(.semicolon) { mayFollow = true }
    }
  }

  private mutating func atEnd(_ end: ItemsEnd) -> Bool {
    switch end {
    case .brace: return at(.rightBrace) || atConditionalClauseEnd
    case .conditionalEnd: return atConditionalClauseEnd
    case .file: return false
    case .switchCase:
      switch kind {
      case .rightBrace: return true
      case .keyword: return word == .case || word == .defaultWord
      case .poundKeyword: return atConditionalClauseEnd || (at(.poundIf) && atConditionalCases())
      case .at: return atSwitchCase()
      default: return false
      }
    }
  }

  private mutating func parseItem(allowInit: Bool) -> NodeID {
    switch kind {
    case .identifier where word == .none && peek().kind != .colon:
      // The commonest start of all: a name that is no word of the grammar.
      return parseExpression(Context())
    case .poundKeyword:
      if at(.poundIf), !atConditionalAttributes() { return parseConditional(.items(allowInit: allowInit)) }
      if at(.poundSourceLocation) { return parseSourceLocation() }
    default:
      break
    }
    if atDeclaration(allowInit: allowInit, inMembers: false) { return parseDeclaration() }
    if atStatement() { return parseStatement() }
    if atExpression() { return parseExpression(Context()) }
    if (at(.at) && peek().kind == .identifier) || isModifier(word) { return parseDeclaration() }
    return skipUnusable(inMembers: false, allowInit: allowInit)
  }

  /// `#sourceLocation(file: "…", line: 1)`: kept as tokens only.
  private mutating func parseSourceLocation() -> NodeID {
    advance()
    if at(.leftParen), !startsLine { skipGroup() }
    return .none
  }

  // MARK: members

  mutating func parseMembers(until end: ItemsEnd, into children: inout NodeList) {
    var progress = Progress()
    while !atEnd(end), !at(.endOfFile), progress.moved(self) {
      let start = position
      var member = parseMember()
      if position == start, !at(.semicolon) { member = skipUnusable(inMembers: true, allowInit: true) }
      append(member, to: &children)
      while eat(.semicolon) {}
    }
  }

  private mutating func parseMember() -> NodeID {
    if at(.semicolon) {
      reportHere("expected a declaration before ';'")
      return .none
    }
    if at(.poundSourceLocation) { return parseSourceLocation() }
    if at(.poundIf), !atConditionalAttributes() { return parseConditional(.members) }
    if atDeclaration(allowInit: true, inMembers: true) { return parseDeclaration() }
    if isPlaceholder(tokens[position]) {
      // Code that an editor will fill in is nothing to complain about.
      let start = advance()
      return node(.missing, from: start)
    }
    return skipUnusable(inMembers: true, allowInit: true)
  }

  /// Skips what can be no item, up to something that can.
  private mutating func skipUnusable(inMembers: Bool, allowInit: Bool) -> NodeID {
    let start = here
    repeat {
      skipGroup()
      if isClosing(kind), !(at(.rightParen) || at(.rightSquare)) { break }
      if at(.endOfFile) || at(.semicolon) || at(.poundIf) || atConditionalClauseEnd { break }
      if atDeclaration(allowInit: allowInit, inMembers: inMembers) { break }
      if !inMembers, atStatement() || (startsLine && atExpression()) || at(.case) || at(.defaultWord) { break }
    } while true
    report(
      inMembers ? "expected a declaration; this was skipped" : "expected a statement; this was skipped",
      at: .init(start: tokens[Int(start.index)].start, end: tokens[position - 1].end))
    return node(.unexpected, from: start)
  }

  // MARK: blocks

  /// `{ … }`.
  mutating func parseBlock(allowInit: Bool = true) -> NodeID {
    guard at(.leftBrace) else { return missing("'{'") }
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    advance()
    var children = NodeList()
    parseItems(until: .brace, allowInit: allowInit, into: &children)
    expectClosing(.rightBrace, "}", children: &children)
    return node(.block, from: start, children)
  }

  mutating func parseOptionalBlock(allowInit: Bool) -> NodeID {
    at(.leftBrace) ? parseBlock(allowInit: allowInit) : .none
  }
}
