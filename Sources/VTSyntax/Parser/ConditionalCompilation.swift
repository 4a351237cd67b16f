/// `#if … #elseif … #else … #endif` around items, members, cases, accessors, attributes and postfix chains.
extension Parser {
  /// What stands in the clauses.
  enum ConditionalContent {
    case members, cases, accessors, attributes
    /// Statements; in the body of an initialiser `init` begins no declaration.
    case items(allowInit: Bool)
    /// `.a()` and the like, behind an expression.
    case postfix
  }

  mutating func parseConditional(_ content: ConditionalContent) -> NodeID {
    guard !isTooDeep else { return skipConditional() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    var clauses = NodeList()
    parseConditionalClauses(content, into: &clauses)
    return node(.ifConfig, from: start, clauses)
  }

  /// The clauses with their `#endif`.
  mutating func parseConditionalClauses(_ content: ConditionalContent, into clauses: inout NodeList) {
    var progress = Progress()
    repeat {
      append(parseConditionalClause(content), to: &clauses)
    } while (at(.poundElseif) || at(.poundElse)) && progress.moved(self)
    if eat(.poundEndif) {
      skipRestOfLine()
    } else {
      reportHere("expected '#endif'")
    }
  }

  private mutating func parseConditionalClause(_ content: ConditionalContent) -> NodeID {
    let keyword = here
    let takesCondition = !at(.poundElse)
    advance()
    var children = NodeList()
    var flags: NodeFlags = []
    if takesCondition {
      if startsLine {
        reportHere("expected a condition")
      } else {
        append(parseExpression(Context(flavor: .poundIf)), to: &children)
        flags = .hasCondition
      }
    }
    skipRestOfLine()
    switch content {
    case .items(let allowInit): parseItems(until: .conditionalEnd, allowInit: allowInit, into: &children)
    case .members: parseMembers(until: .conditionalEnd, into: &children)
    case .cases: parseSwitchCases(into: &children)
    case .accessors: parseAccessors(into: &children)
    case .attributes:
      while at(.at) || (at(.poundIf) && atConditionalAttributes()) {
        append(at(.at) ? parseAttribute() : parseConditional(.attributes), to: &children)
      }
    case .postfix:
      append(parseConditionalChain(), to: &children)
    }
    if !atConditionalClauseEnd {
      // Nothing else may stand here; the rest of the clause is lost.
      let first = here
      while !at(.endOfFile), !atConditionalClauseEnd, !isClosing(kind) { skipGroup() }
      if here != first {
        report(
          "skipped what cannot stand in this clause of '#if'",
          at: .init(start: tokens[Int(first.index)].start, end: tokens[position - 1].end))
        append(node(.unexpected, from: first), to: &children)
      }
    }
    return node(.ifConfigClause, from: keyword, main: keyword, flags: flags, children)
  }

  private mutating func skipRestOfLine() {
    if startsLine || at(.endOfFile) { return }
    let start = position
    while !startsLine, !at(.endOfFile) { advance() }
    report(
      "skipped the rest of the line behind the directive",
      at: .init(start: tokens[start].start, end: tokens[position - 1].end))
  }

  /// Skips to the `#endif` that matches the `#if` here.
  private mutating func skipConditional() -> NodeID {
    let start = here
    var open = 0
    repeat {
      if at(.poundIf) { open += 1 }
      if at(.poundEndif) { open -= 1 }
      advance()
    } while open > 0 && !at(.endOfFile)
    report(
      "nested deeper than \(Self.depthLimit) levels: skipped to the matching '#endif'",
      at: .init(start: tokens[Int(start.index)].start, end: tokens[position - 1].end))
    return node(.unexpected, from: start)
  }

  // MARK: looking ahead

  /// Whether the `#if` here holds attributes only, so that it belongs to the declaration behind it.
  mutating func atConditionalAttributes() -> Bool {
    let start = position
    defer { move(to: start) }
    return tryConditionalAttributes()
  }

  mutating func tryConditionalAttributes() -> Bool {
    guard !isTooDeep else { return false }
    depth += 1
    defer { depth -= 1 }
    let start = position
    var seen = false
    repeat {
      skipDirectiveLine()
      while true {
        if at(.at) {
          seen = true
          skipAttributes()
        } else if at(.poundIf) {
          guard tryConditionalAttributes() else { break }
          seen = true
        } else {
          break
        }
      }
    } while at(.poundElseif) || at(.poundElse)
    if seen, startsLine, eat(.poundEndif) { return true }
    move(to: start)
    return false
  }

  /// Consumes the directive and what stands on its line.
  private mutating func skipDirectiveLine() {
    advance()
    while !startsLine, !at(.endOfFile) { skipGroup() }
  }

  /// Whether the `#if` here begins with a member access, and so continues the expression before it.
  mutating func atConditionalChain() -> Bool {
    let start = position
    defer { move(to: start) }
    repeat { skipDirectiveLine() } while at(.poundIf)
    return at(.period) && (peek().kind == .identifier || peek().kind == .keyword)
  }

  /// Whether the `#if` here holds switch cases.
  mutating func atConditionalCases() -> Bool {
    let start = position
    defer { move(to: start) }
    repeat { skipDirectiveLine() } while at(.poundIf) || at(.poundElseif) || at(.poundElse)
    return atSwitchCase()
  }
}
