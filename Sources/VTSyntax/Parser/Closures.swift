/// Closures, and when a brace begins a trailing closure.
extension Parser {
  mutating func parseClosure() -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    var children = NodeList()
    if atClosureSignature() { parseClosureSignature(into: &children) }
    let first = here
    var items = NodeList()
    parseItems(until: .brace, into: &items)
    append(node(.block, from: first, items), to: &children)
    expectClosing(.rightBrace, "}", children: &children)
    return node(.closureExpr, from: start, children)
  }

  // MARK: signature

  /// Whether `[captures] (parameters) -> T in` stands here, or a part of it. Consumes nothing.
  private mutating func atClosureSignature() -> Bool {
    switch kind {
    case .identifier, .wildcard:
      // Most closures without signature end here.
      let next = peek()
      switch next.kind {
      case .comma, .colon, .arrow: break
      case .keyword, .identifier: if next.word == .none { return false }
      default: return false
      }
    case .at, .leftParen, .leftSquare: break
    default: return false
    }
    let start = position
    defer { move(to: start) }
    return tryClosureSignature()
  }

  private mutating func tryClosureSignature() -> Bool {
    skipAttributes()
    if at(.leftSquare) {
      skipGroup()
      if tokens[position - 1].kind != .rightSquare { return false }
    }
    if at(.leftParen) {
      skipGroup()
    } else if atIdentifier || at(.wildcard) {
      advance()
      while true {
        if eat(.colon), !tryType() { break }
        guard eat(.comma) else { break }
        guard atIdentifier || at(.wildcard) else { return false }
        advance()
      }
    }
    skipEffects()
    if eat(.arrow) {
      return tryType()
    }
    return at(.in)
  }

  private mutating func parseClosureSignature(into children: inout NodeList) {
    append(parseAttributes(), to: &children)
    if at(.leftSquare) { append(parseCaptures(), to: &children) }
    if !at(.in) {
      if at(.leftParen) || peek().kind == .colon {
        append(parseParameters(.closure), to: &children)
      } else if atIdentifier || at(.wildcard) {
        append(parseShorthandParameters(), to: &children)
      }
      append(parseEffects(), to: &children)
      append(parseReturnType(allowsOpaqueNames: false), to: &children)
    }
    if !eat(.in) { reportHere("expected 'in' behind the signature of the closure") }
  }

  /// `a, _, b`.
  private mutating func parseShorthandParameters() -> NodeID {
    let start = here
    var children = NodeList()
    repeat {
      guard atIdentifier || at(.wildcard) else { break }
      let name = advance()
      append(node(.parameter, from: name, main: name), to: &children)
    } while eat(.comma)
    return node(.parameters, from: start, children)
  }

  /// `[weak self, x = f()]`.
  private mutating func parseCaptures() -> NodeID {
    let start = advance()
    var children = NodeList()
    var progress = Progress()
    while !at(.rightSquare), !at(.endOfFile), progress.moved(self) {
      append(parseCapture(), to: &children)
      if !eat(.comma) { break }
    }
    expectClosing(.rightSquare, "]", children: &children)
    return node(.captures, from: start, children)
  }

  private mutating func parseCapture() -> NodeID {
    let start = here
    var flags: NodeFlags = []
    if eat(.weak) {
      flags = .isWeak
    } else if eat(.unowned) {
      flags = .isUnowned
      if at(.leftParen) { skipGroup() }
    }
    var children = NodeList()
    guard atIdentifier || at(.selfValue) else {
      append(missing("a name to capture"), to: &children)
      return node(.capture, from: start, flags: flags, children)
    }
    let name = advance()
    if eat(.equal) { append(parseExpression(Context()), to: &children) }
    return node(.capture, from: start, main: name, flags: flags, children)
  }

  // MARK: trailing closures

  /// Whether the brace here begins a trailing closure. Consumes nothing.
  mutating func atTrailingClosure(_ context: Context) -> Bool {
    let next = peek()
    if next.word == .case || atObserverBlock() { return false }
    guard context.flavor == .condition else { return true }
    // Before a body, only a closure on this line that is clearly followed by more of the condition is one.
    if next.flags.contains(.startsLine) { return false }
    let end = groupEnd(at: position)
    guard tokens[end - 1].kind == .rightBrace else { return false }
    let behind = tokens[end]
    switch behind.kind {
    case .leftBrace, .comma: return true
    case .leftSquare, .leftParen, .period, .postfixQuestion, .infixQuestion, .exclamation, .colon, .equal:
      return !behind.flags.contains(.startsLine)
    case .op: return !behind.flags.contains(.prefix) && !behind.flags.contains(.startsLine)
    case .keyword:
      if behind.word == .where { return true }
      return (behind.word == .is || behind.word == .as) && !behind.flags.contains(.startsLine)
    default: return false
    }
  }

  /// `{ … } label: { … }`.
  mutating func parseTrailingClosures(into children: inout NodeList) {
    let first = here
    let closure = parseClosure()
    append(node(.argument, from: first, flags: .isTrailing, child: closure), to: &children)
    while atLabeledClosure() {
      let label = advance()
      advance()
      let closure = at(.leftBrace) ? parseClosure() : parseExpression(Context())
      append(node(.argument, from: label, main: label, flags: .isTrailing, child: closure), to: &children)
    }
  }

  private func atLabeledClosure() -> Bool {
    guard peek().kind == .colon, isLabel(tokens[position]), !at(.defaultWord) else { return false }
    let body = peek(2)
    return body.kind == .leftBrace || isPlaceholder(body)
  }
}
