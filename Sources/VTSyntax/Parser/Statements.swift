/// Statements, the expressions that look like statements (`if`, `switch`, `do`), and their conditions.
extension Parser {
  // MARK: does a statement begin here?

  /// Whether a statement begins here, behind its label. Consumes nothing.
  mutating func atStatement() -> Bool {
    if kind == .identifier, peek().kind == .colon {
      let start = position
      defer { move(to: start) }
      advance()
      advance()
      return atUnlabeledStatement()
    }
    return atUnlabeledStatement()
  }

  private mutating func atUnlabeledStatement() -> Bool {
    switch kind {
    case .keyword:
      switch word {
      case .return, .throw, .defer, .if, .guard, .while, .do, .for, .break, .continue, .fallthrough, .switch: return true
      case .repeat: return peek().kind == .leftBrace
      default: return false
      }
    case .identifier:
      switch word {
      case .yield, .discard, .then: return beginsPrefixedExpression()
      default: return false
      }
    default:
      return false
    }
  }

  /// Whether a contextual word such as `yield`, `consume` or `each` is followed by an operand, and so is no name.
  /// - Parameters:
  ///   - acceptsClosure: whether `{` may begin the operand.
  ///   - prefersPostfix: whether `.`, `(` and `[` behind the word make it a name.
  mutating func beginsPrefixedExpression(
    _ context: Context = Context(), acceptsClosure: Bool = false, prefersPostfix: Bool = true
  ) -> Bool {
    let next = peek()
    if next.flags.contains(.startsLine) { return false }
    switch next.kind {
    case .identifier, .dollarIdentifier, .wildcard, .integerLiteral, .floatLiteral, .stringStart, .regexLiteral,
      .prefixAmpersand, .at, .backslash, .pound:
      return true
    case .op:
      return next.flags.contains(.prefix)
    case .keyword:
      switch next.word {
      case .anyType, .selfType, .selfValue, .super, .initWord, .true, .false, .nil, .repeat, .try, .if, .switch:
        return true
      default:
        return false
      }
    case .period, .leftParen, .leftSquare:
      return !prefersPostfix && next.flags.contains(.spaceBefore)
    case .leftBrace:
      guard acceptsClosure else { return false }
      let start = position
      defer { move(to: start) }
      advance()
      return atTrailingClosure(context)
    default:
      return false
    }
  }

  // MARK: statements

  mutating func parseStatement() -> NodeID {
    guard kind == .identifier, peek().kind == .colon else { return parseUnlabeledStatement() }
    let label = advance()
    advance()
    let statement = parseUnlabeledStatement()
    return node(.labeledStmt, from: label, main: label, child: statement)
  }

  private mutating func parseUnlabeledStatement() -> NodeID {
    switch word {
    case .if, .switch:
      let expression = word == .if ? parseIf() : parseSwitch()
      return at(.as) ? parseCast(of: expression) : expression
    case .guard: return parseGuard()
    case .while: return parseWhile()
    case .repeat: return parseRepeat()
    case .for: return parseFor()
    case .do: return parseDo()
    case .defer:
      let start = advance()
      let body = parseBlock()
      return node(.deferStmt, from: start, main: start, child: body)
    case .return: return parseReturn()
    case .throw: return parseWordStatement(.throwStmt)
    case .discard: return parseWordStatement(.discardStmt)
    case .then: return parseWordStatement(.thenStmt)
    case .yield: return parseYield()
    case .break: return parseJump(.breakStmt)
    case .continue: return parseJump(.continueStmt)
    case .fallthrough:
      let start = advance()
      return node(.fallthroughStmt, from: start, main: start)
    default:
      return missing("a statement")
    }
  }

  /// `throw e` and the like: a word and its operand.
  private mutating func parseWordStatement(_ kind: NodeKind) -> NodeID {
    let start = advance()
    let value = parseExpression(Context())
    return node(kind, from: start, main: start, child: value)
  }

  private mutating func parseReturn() -> NodeID {
    let start = advance()
    let value = returnsValue() ? parseExpression(Context()) : .none
    return node(.returnStmt, from: start, main: start, child: value)
  }

  /// Whether the returned value follows; it may stand on the next line.
  private mutating func returnsValue() -> Bool {
    switch kind {
    case .rightBrace, .semicolon, .endOfFile, .rightParen, .rightSquare: return false
    case .poundKeyword: return !(at(.poundIf) || atConditionalClauseEnd || at(.poundSourceLocation))
    case .keyword:
      if at(.if) || at(.switch) { return true }
      if at(.case) || at(.defaultWord) { return false }
    default: break
    }
    if atStatement() || atDeclaration(allowInit: true, inMembers: false) { return false }
    return !(startsLine && at(.at) && atSwitchCase())
  }

  private mutating func parseYield() -> NodeID {
    let start = advance()
    var children = NodeList()
    if eat(.leftParen) {
      parseArguments(until: .rightParen, context: Context(), into: &children)
      expectClosing(.rightParen, ")", children: &children)
    } else {
      let first = here
      let value = parseExpression(Context())
      append(node(.argument, from: first, child: value), to: &children)
    }
    return node(.yieldStmt, from: start, main: start, children)
  }

  /// `break` and `continue` with their label, which stands on the same line.
  private mutating func parseJump(_ kind: NodeKind) -> NodeID {
    let start = advance()
    var label = TokenID.none
    if atIdentifier, !startsLine, !atStatement(), !atDeclaration(allowInit: true, inMembers: false) { label = advance() }
    return node(kind, from: start, main: label)
  }

  private mutating func parseGuard() -> NodeID {
    let start = advance()
    var children = NodeList(parseConditions(allowsClosure: true))
    if !eat(.else) { reportHere("expected 'else' behind the conditions of 'guard'") }
    append(parseBlock(), to: &children)
    return node(.guardStmt, from: start, main: start, children)
  }

  private mutating func parseWhile() -> NodeID {
    let start = advance()
    var children = NodeList(parseConditions())
    append(parseBlock(), to: &children)
    return node(.whileStmt, from: start, main: start, children)
  }

  private mutating func parseRepeat() -> NodeID {
    let start = advance()
    var children = NodeList(parseBlock())
    if eat(.while) {
      append(parseExpression(Context()), to: &children)
    } else {
      append(missing("'while' and a condition"), to: &children)
    }
    return node(.repeatStmt, from: start, main: start, children)
  }

  private mutating func parseFor() -> NodeID {
    let start = advance()
    var flags: NodeFlags = []
    if eat(.try) { flags.insert(.hasTry) }
    if eat(.await) { flags.insert(.hasAwait) }
    if at(.unsafe), peek().word != .in, peek().kind != .colon { advance() }
    var children = NodeList()
    append(eat(.case) ? parseMatchingPattern(.matching) : parsePattern(), to: &children)
    append(parseTypeAnnotation(), to: &children)
    if !eat(.in) { reportHere("expected 'in' and a sequence") }
    append(at(.leftBrace) ? missing("a sequence") : parseExpression(Context(flavor: .condition)), to: &children)
    append(parseWhereCondition(Context(flavor: .condition)), to: &children)
    append(parseBlock(), to: &children)
    return node(.forStmt, from: start, main: start, flags: flags, children)
  }

  /// `where e`, or nothing.
  private mutating func parseWhereCondition(_ context: Context) -> NodeID {
    guard at(.where) else { return .none }
    let start = advance()
    let condition = parseExpression(context)
    return node(.whereCondition, from: start, main: start, child: condition)
  }

  private mutating func parseDo() -> NodeID {
    let start = advance()
    var children = NodeList(parseEffects())
    append(parseBlock(), to: &children)
    while at(.catch) { append(parseCatch(), to: &children) }
    return node(.doStmt, from: start, main: start, children)
  }

  private mutating func parseCatch() -> NodeID {
    let start = advance()
    var children = NodeList()
    var progress = Progress()
    while !at(.leftBrace), !at(.endOfFile), progress.moved(self) {
      append(parseCaseItem(Context(flavor: .condition)), to: &children)
      if !eat(.comma) { break }
    }
    append(parseBlock(), to: &children)
    return node(.catchClause, from: start, main: start, children)
  }

  // MARK: if, switch

  /// `if … else if … else …`: a loop, since chains may be as long as the file.
  mutating func parseIf() -> NodeID {
    var root = NodeID.none
    // The block of the row before, behind which its `else` branch is linked.
    var lastBlock = NodeID.none
    while true {
      let start = advance()
      var children = NodeList(parseConditions())
      let block = parseBlock()
      append(block, to: &children)
      let row = node(.ifExpr, from: start, main: start, children)
      if root.isNone { root = row } else { nodes[Int(lastBlock.index)].nextSibling = row }
      lastBlock = block
      guard eat(.else) else { break }
      if at(.if) { continue }
      nodes[Int(block.index)].nextSibling = parseBlock()
      break
    }
    // Each row of the chain reaches to the end of the last.
    var row = root
    while !row.isNone, kind(of: row) == .ifExpr {
      nodes[Int(row.index)].endToken = here
      let conditions = nodes[Int(row.index)].firstChild
      let block = nodes[Int(conditions.index)].nextSibling
      row = nodes[Int(block.index)].nextSibling
    }
    return root
  }

  mutating func parseSwitch() -> NodeID {
    let start = advance()
    var children = NodeList()
    append(at(.leftBrace) ? missing("the value to switch over") : parseExpression(Context(flavor: .condition)), to: &children)
    guard at(.leftBrace) else {
      append(missing("'{' and the cases"), to: &children)
      return node(.switchExpr, from: start, main: start, children)
    }
    guard !isTooDeep else {
      append(skipTooDeep(as: .unexpected), to: &children)
      return node(.switchExpr, from: start, main: start, children)
    }
    depth += 1
    defer { depth -= 1 }
    advance()
    parseSwitchCases(into: &children)
    expectClosing(.rightBrace, "}", children: &children)
    return node(.switchExpr, from: start, main: start, children)
  }

  mutating func parseSwitchCases(into children: inout NodeList) {
    var progress = Progress()
    while !at(.endOfFile), !at(.rightBrace), !atConditionalClauseEnd, progress.moved(self) {
      if atSwitchCase() {
        append(parseSwitchCase(), to: &children)
      } else if at(.poundIf) {
        append(parseConditional(.cases), to: &children)
      } else {
        let start = here
        while !at(.endOfFile), !isClosing(kind), !atConditionalClauseEnd, !at(.poundIf), !at(.case), !at(.defaultWord) {
          skipGroup()
        }
        if here == start { return }
        report(
          "expected 'case' or 'default'; this was skipped",
          at: .init(start: tokens[Int(start.index)].start, end: tokens[position - 1].end))
        append(node(.unexpected, from: start), to: &children)
      }
    }
  }

  /// Whether `case` or `default` stands here, attributes before it or not. Consumes nothing.
  mutating func atSwitchCase() -> Bool {
    if at(.case) || at(.defaultWord) { return true }
    guard at(.at) else { return false }
    let start = position
    defer { move(to: start) }
    skipAttributes()
    return at(.case) || at(.defaultWord) || at(.rightBrace)
  }

  private mutating func parseSwitchCase() -> NodeID {
    let start = here
    var children = NodeList(parseAttributes())
    let keyword = here
    if eat(.case) {
      var progress = Progress()
      repeat {
        append(parseCaseItem(Context()), to: &children)
      } while eat(.comma) && progress.moved(self)
    } else if !eat(.defaultWord) {
      append(missing("'case' or 'default'"), to: &children)
      return node(.switchCase, from: start, main: .none, children)
    }
    if !eat(.colon) { reportHere("expected ':' behind the patterns of the case") }
    parseItems(until: .switchCase, into: &children)
    return node(.switchCase, from: start, main: keyword, children)
  }

  /// A pattern of `case` or `catch` with its `where`. A `catch` may have the `where` alone.
  private mutating func parseCaseItem(_ context: Context) -> NodeID {
    _ = eat(.case)
    let start = here
    var children = NodeList()
    if !at(.where) { append(parseMatchingPattern(.matching), to: &children) }
    append(parseWhereCondition(context), to: &children)
    return node(.caseItem, from: start, children)
  }

  // MARK: conditions

  /// - Parameter allowsClosure: whether a brace here is a closure: `else` stands before the body of a `guard`.
  mutating func parseConditions(allowsClosure: Bool = false) -> NodeID {
    let start = here
    var children = NodeList()
    if at(.leftBrace), !allowsClosure {
      append(missing("a condition"), to: &children)
      return node(.conditions, from: start, children)
    }
    var progress = Progress()
    repeat {
      append(parseCondition(), to: &children)
    } while eatConditionSeparator() && progress.moved(self)
    return node(.conditions, from: start, children)
  }

  private mutating func eatConditionSeparator() -> Bool {
    if eat(.comma) { return true }
    guard at(.where) else { return false }
    reportHere("expected ',' between conditions")
    advance()
    return true
  }

  private mutating func parseCondition() -> NodeID {
    let start = here
    let context = Context(flavor: .condition)
    switch word {
    case .poundAvailable, .poundUnavailable:
      advance()
      if at(.leftParen) { skipGroup() } else { reportHere("expected '(' and the platforms") }
      return node(.availability, from: start)
    case .case:
      advance()
      var children = NodeList(parseMatchingPattern(.matching))
      append(parseTypeAnnotation(), to: &children)
      let initializer = parseInitializer(context)
      append(initializer.isNone ? missing("'=' and the value to match") : initializer, to: &children)
      return node(.matchingPattern, from: start, main: start, children)
    case .let, .var, .inout:
      advance()
      var children = NodeList(parseMatchingPattern(.binding))
      append(parseTypeAnnotation(), to: &children)
      append(parseInitializer(context), to: &children)
      return node(.optionalBinding, from: start, main: start, children)
    default:
      return parseExpression(context)
    }
  }
}
