/// Patterns: those that only bind (`let`, `for`), and those that match (`case`, `catch`, `if case`).
extension Parser {
  /// A name, `_`, a tuple of patterns, or `let`/`var` before one.
  mutating func parsePattern() -> NodeID {
    let start = here
    switch kind {
    case .leftParen:
      return parseTuplePattern()
    case .wildcard:
      advance()
      return node(.wildcardPattern, from: start)
    case .identifier, .dollarIdentifier:
      if atBindingWord() { return parseBindingPattern(start) }
      advance()
      return node(.identifierPattern, from: start, main: start)
    case .keyword:
      if at(.let) || at(.var) || at(.inout) { return parseBindingPattern(start) }
      guard !startsLine, !at(.in) else { return missing("a pattern") }
      // A reserved word that was meant as a name.
      reportHere("expected a name, not a reserved word")
      advance()
      return node(.identifierPattern, from: start, main: start)
    default:
      return missing("a pattern")
    }
  }

  private mutating func parseBindingPattern(_ start: TokenID) -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    advance()
    let pattern = parsePattern()
    return node(.bindingPattern, from: start, main: start, child: pattern)
  }

  private mutating func parseTuplePattern() -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    var children = NodeList()
    var progress = Progress()
    while !at(.endOfFile), !at(.rightParen), progress.moved(self) {
      let first = here
      var label = TokenID.none
      if atIdentifier, peek().kind == .colon {
        label = advance()
        advance()
      }
      let pattern = parsePattern()
      append(node(.patternElement, from: first, main: label, child: pattern), to: &children)
      if !eat(.comma) { break }
    }
    expectClosing(.rightParen, ")", children: &children)
    return node(.tuplePattern, from: start, children)
  }

  /// Whether a word that introduces bindings stands here (`_borrowing x` and `borrowing x` only before a name).
  private func atBindingWord() -> Bool {
    switch word {
    case .let, .var, .inout: return true
    case .borrowing, ._borrowing:
      let next = peek()
      return !next.flags.contains(.startsLine) && (next.kind == .identifier || next.kind == .wildcard)
    default: return false
    }
  }

  /// Whether the expression that should begin here is a pattern: `let x`, `is T`.
  func atPatternStart() -> Bool { at(.is) || atBindingWord() }

  /// `is T`, `let p`, or an expression in which names may be bound.
  mutating func parseMatchingPattern(_ pattern: PatternContext) -> NodeID {
    let start = here
    if at(.is) {
      advance()
      let type = parseType()
      return node(.isPattern, from: start, main: start, child: type)
    }
    if atBindingWord() {
      guard !isTooDeep else { return skipTooDeep() }
      depth += 1
      defer { depth -= 1 }
      advance()
      let value = parseMatchingPattern(.binding)
      return node(.bindingPattern, from: start, main: start, child: value)
    }
    let expression = parseSequence(Context(flavor: .condition, pattern: pattern))
    switch kind(of: expression) {
    case .identifierPattern, .bindingPattern, .isPattern, .missing, .unexpected:
      return expression
    case .wildcardExpr:
      nodes[Int(expression.index)].kind = .wildcardPattern
      return expression
    default:
      return node(.expressionPattern, from: start, child: expression)
    }
  }
}
