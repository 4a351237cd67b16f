/// Primary expressions and what follows them: members, calls, subscripts, `?`, `!`, postfix operators, `#if` chains.
extension Parser {
  mutating func parsePostfix(_ context: Context) -> NodeID {
    let head = parsePrimary(context)
    if kind(of: head) == .missing || kind(of: head) == .unexpected { return head }
    return parseSuffixes(of: head, context)
  }

  /// A loop, not a recursion: chains may be long.
  mutating func parseSuffixes(of head: NodeID, _ context: Context) -> NodeID {
    var base = head
    var length = 0
    while true {
      switch kind {
      case .period:
        if context.flavor == .poundIf, startsLine { return base }
        base = parseMember(of: base)
      case .leftParen:
        if startsLine { return base }
        base = parseCall(of: base, context)
      case .leftSquare:
        if startsLine { return base }
        base = parseSubscript(of: base, context)
      case .leftBrace:
        guard mayTakeClosure(base), atTrailingClosure(context) else { return base }
        var children = NodeList(base)
        parseTrailingClosures(into: &children)
        base = node(.callExpr, from: firstToken(of: base), children)
        if at(.leftBrace) { return base }
      case .postfixQuestion:
        if context.flavor == .poundIf, startsLine { return base }
        eatPiece()
        base = node(.optionalChainExpr, from: firstToken(of: base), child: base)
      case .exclamation:
        if context.flavor == .poundIf, startsLine { return base }
        eatPiece()
        base = node(.forceExpr, from: firstToken(of: base), child: base)
      case .op:
        guard flags.contains(.postfix), !(context.flavor == .poundIf && startsLine) else { return base }
        let start = firstToken(of: base)
        let name = eatOperator()
        base = node(.postfixExpr, from: start, main: name, child: base)
      case .poundKeyword:
        guard at(.poundIf), context.flavor != .poundIf, atConditionalChain() else { return base }
        base = parseConditionalSuffix(of: base)
      default:
        return base
      }
      length += 1
      if length > Self.chainLimit {
        skipChain()
        return base
      }
    }
  }

  private func mayTakeClosure(_ base: NodeID) -> Bool {
    switch kind(of: base) {
    case .literalExpr, .arrayExpr, .dictionaryExpr, .stringExpr: false
    default: true
    }
  }

  // MARK: members

  /// `.name`, `.0`, `.name(a:b:)`, `.name<T>` behind a base; without one, the base is `.none`.
  mutating func parseMember(of base: NodeID) -> NodeID {
    let start = base.isNone ? here : firstToken(of: base)
    let isTight = !flags.contains(.spaceBefore)
    advance()
    var children = NodeList()
    append(base, to: &children)
    let flags: NodeFlags = base.isNone ? .implicitBase : []
    if isTight, startsLine, !base.isNone {
      // A period at the end of a line: the next line is something else.
      append(missing("the name of a member"), to: &children)
      return node(.memberExpr, from: start, flags: flags, children)
    }
    let name: TokenID
    if at(.integerLiteral), !base.isNone {
      name = advance()
      if atLeftAngle, atGenericArguments() { append(parseGenericArguments(), to: &children) }
    } else {
      eatModuleSelector()
      guard atIdentifier || at(.keyword) else {
        append(missing("the name of a member"), to: &children)
        return node(.memberExpr, from: start, flags: flags, children)
      }
      let isSelf = at(.selfValue)
      name = advance()
      if !isSelf || base.isNone, at(.leftParen) { append(parseArgumentNames(), to: &children) }
      if atLeftAngle, !base.isNone, atGenericArguments() { append(parseGenericArguments(), to: &children) }
    }
    return node(.memberExpr, from: start, main: name, flags: flags, children)
  }

  /// `(a:b:)` of a name, or nothing.
  mutating func parseArgumentNames() -> NodeID {
    guard at(.leftParen), !startsLine, isLabel(peek()), peek(2).kind == .colon else { return .none }
    var end = position + 1
    while isLabel(tokens[end]), end + 1 < tokens.count, tokens[end + 1].kind == .colon { end += 2 }
    guard tokens[end].kind == .rightParen else { return .none }
    let start = here
    move(to: end + 1)
    return node(.argumentNames, from: start)
  }

  /// A plain name with what belongs to it.
  private mutating func parseName() -> NodeID {
    let start = here
    let qualified = eatModuleSelector()
    _ = eat(.colonColon)
    var children = NodeList()
    if qualified, at(.op) {
      let name = eatOperator()
      return node(.operatorExpr, from: start, main: name)
    }
    guard atIdentifier || at(.keyword) else {
      append(missing("a name"), to: &children)
      return node(.identifierExpr, from: start, children)
    }
    if qualified, startsLine {
      append(missing("a name"), to: &children)
      return node(.identifierExpr, from: start, children)
    }
    let name = advance()
    if at(.leftParen) { append(parseArgumentNames(), to: &children) }
    if atLeftAngle, atGenericArguments() { append(parseGenericArguments(), to: &children) }
    return node(.identifierExpr, from: start, main: name, children)
  }

  // MARK: calls

  private mutating func parseCall(of callee: NodeID, _ context: Context) -> NodeID {
    guard !isTooDeep else { return attachTooDeep(.callExpr, to: callee, flags: .hasParens) }
    depth += 1
    defer { depth -= 1 }
    var children = NodeList(callee)
    advance()
    parseArguments(until: .rightParen, context: context.ofArguments, into: &children)
    expectClosing(.rightParen, ")", children: &children)
    if at(.leftBrace), context.flavor == .basic, atTrailingClosure(context) { parseTrailingClosures(into: &children) }
    return node(.callExpr, from: firstToken(of: callee), flags: .hasParens, children)
  }

  private mutating func parseSubscript(of base: NodeID, _ context: Context) -> NodeID {
    guard !isTooDeep else { return attachTooDeep(.subscriptExpr, to: base, flags: []) }
    depth += 1
    defer { depth -= 1 }
    var children = NodeList(base)
    advance()
    parseArguments(until: .rightSquare, context: Context(pattern: context.pattern), into: &children)
    expectClosing(.rightSquare, "]", children: &children)
    if at(.leftBrace), context.flavor == .basic, atTrailingClosure(context) { parseTrailingClosures(into: &children) }
    return node(.subscriptExpr, from: firstToken(of: base), children)
  }

  /// A call or subscript whose brackets are nested too deep: they become one `unexpected` row.
  private mutating func attachTooDeep(_ kind: NodeKind, to base: NodeID, flags: NodeFlags) -> NodeID {
    var children = NodeList(base)
    append(skipTooDeep(as: .unexpected), to: &children)
    return node(kind, from: firstToken(of: base), flags: flags, children)
  }

  /// The arguments up to the closing bracket, which stays.
  mutating func parseArguments(until closing: TokenKind, context: Context, into children: inout NodeList) {
    var progress = Progress()
    while !at(closing), !at(.endOfFile), progress.moved(self) {
      append(parseArgument(context), to: &children)
      if !eat(.comma) { return }
    }
  }

  private mutating func parseArgument(_ context: Context) -> NodeID {
    let start = here
    var label = TokenID.none
    if peek().kind == .colon, isLabel(tokens[position], allowDollar: true) {
      label = advance()
      advance()
    } else if at(.colon) {
      reportHere("expected a label before ':'")
      advance()
    }
    let value = atOperatorArgument() ? parseOperatorName() : parseExpression(context)
    return node(.argument, from: start, main: label, child: value)
  }

  /// Whether an operator stands alone as an argument: `reduce(0, +)`.
  private func atOperatorArgument() -> Bool {
    guard isInfix(tokens[position]) else { return false }
    switch tokens[operatorEnd(at: position)].kind {
    case .comma, .rightParen, .rightSquare: return true
    default: return false
    }
  }

  private mutating func parseOperatorName() -> NodeID {
    let start = eatOperator()
    return node(.operatorExpr, from: start, main: start)
  }

  // MARK: #if in a chain

  /// `base #if … .a() #endif`.
  private mutating func parseConditionalSuffix(of base: NodeID) -> NodeID {
    guard !isTooDeep else { return attachTooDeep(.postfixIfConfig, to: base, flags: []) }
    depth += 1
    defer { depth -= 1 }
    let start = firstToken(of: base)
    var children = NodeList(base)
    parseConditionalClauses(.postfix, into: &children)
    return node(.postfixIfConfig, from: start, children)
  }

  /// The chain in a clause, on a base that is not there.
  mutating func parseConditionalChain() -> NodeID {
    guard at(.period) || at(.poundIf) else { return .none }
    let base = node(.missing, from: here)
    let head = at(.period) ? parseMember(of: base) : parseConditionalSuffix(of: base)
    return parseSuffixes(of: head, Context())
  }

  // MARK: primaries

  private mutating func parsePrimary(_ context: Context) -> NodeID {
    let start = here
    switch kind {
    case .identifier:
      if context.pattern == .binding, bindsName() {
        advance()
        return node(.identifierPattern, from: start, main: start)
      }
      return parseName()
    case .dollarIdentifier:
      advance()
      return node(.identifierExpr, from: start, main: start)
    case .integerLiteral, .floatLiteral, .regexLiteral:
      advance()
      return node(.literalExpr, from: start, main: start)
    case .stringStart:
      return parseString()
    case .keyword:
      return parseKeywordPrimary(context)
    case .wildcard:
      if atModuleSelector { return parseName() }
      advance()
      return node(.wildcardExpr, from: start)
    case .period:
      return parseMember(of: .none)
    case .leftParen:
      return parseParenthesized(context)
    case .leftSquare:
      return parseCollection()
    case .leftBrace:
      return parseClosure()
    case .pound:
      return parseMacroCall(.macroExpr, from: start, NodeList(), context)
    case .colonColon:
      return parseName()
    case .poundKeyword where at(.poundAvailable) || at(.poundUnavailable):
      reportHere("'#available' stands only in the conditions of 'if', 'guard' and 'while'")
      advance()
      if at(.leftParen) { skipGroup() }
      return node(.availability, from: start)
    default:
      return missing("an expression")
    }
  }

  private mutating func parseKeywordPrimary(_ context: Context) -> NodeID {
    let start = here
    switch word {
    case .true, .false, .nil:
      advance()
      return node(.literalExpr, from: start, main: start)
    case .selfValue, .initWord, .deinit, .subscript:
      if context.pattern == .binding, bindsName() {
        advance()
        return node(.identifierPattern, from: start, main: start)
      }
      return parseName()
    case .selfType:
      return parseName()
    case .anyType, .super:
      if atModuleSelector { return parseName() }
      advance()
      return node(.identifierExpr, from: start, main: start)
    default:
      return missing("an expression")
    }
  }

  /// Whether the name here is bound by the pattern around it, and no part of an expression.
  private mutating func bindsName() -> Bool {
    let next = peek()
    switch next.kind {
    case .period, .leftParen, .leftSquare:
      return false
    case .op where source[Int(next.start)] == UInt8(ascii: "<"):
      let start = position
      defer { move(to: start) }
      advance()
      return !atGenericArguments()
    default:
      return true
    }
  }

  /// `(e)`, `()`, `(a, b: c)`.
  private mutating func parseParenthesized(_ context: Context) -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    var children = NodeList()
    parseArguments(until: .rightParen, context: Context(pattern: context.pattern), into: &children)
    let only = children.first
    let isPlain =
      !only.isNone && only == children.last && nodes[Int(only.index)].mainToken.isNone
      && tokens[position - 1].kind != .comma
    expectClosing(.rightParen, ")", children: &children)
    if isPlain {
      // One expression without a label: the row of the argument is not needed.
      nodes[Int(only.index)].kind = .parenExpr
      nodes[Int(only.index)].firstToken = start
      nodes[Int(only.index)].endToken = here
      if children.last != only {
        let inner = nodes[Int(only.index)].firstChild
        nodes[Int(inner.index)].nextSibling = children.last
        nodes[Int(only.index)].nextSibling = .none
      }
      return only
    }
    return node(.tupleExpr, from: start, children)
  }
}
