/// Strings, collections, key paths and macro expansions.
extension Parser {
  // MARK: strings

  /// The lexer has cut the string into its delimiters, texts and interpolations.
  mutating func parseString() -> NodeID {
    let start = advance()
    var children = NodeList()
    while true {
      switch kind {
      case .stringText:
        advance()
      case .interpolationStart:
        append(parseInterpolation(), to: &children)
      case .stringEnd:
        advance()
        return node(.stringExpr, from: start, children)
      default:
        // Unterminated: the lexer has said so.
        return node(.stringExpr, from: start, children)
      }
    }
  }

  private mutating func parseInterpolation() -> NodeID {
    guard !isTooDeep else { return skipTooDeep(as: .unexpected) }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    var children = NodeList()
    parseArguments(until: .rightParen, context: Context(), into: &children)
    expectClosing(.rightParen, ")", children: &children)
    return node(.interpolation, from: start, children)
  }

  // MARK: collections

  /// `[a, b]`, `[k: v]`, `[]`, `[:]`, and `[3 of T]`.
  mutating func parseCollection() -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    if atInlineArrayBody() {
      let type = parseInlineArrayType(from: start)
      return node(.typeExpr, from: start, child: type)
    }
    var children = NodeList()
    if at(.colon), peek().kind == .rightSquare {
      advance()
      advance()
      return node(.dictionaryExpr, from: start)
    }
    var kind = NodeKind.arrayExpr
    var progress = Progress()
    while !at(.rightSquare), !at(.endOfFile), progress.moved(self) {
      let first = here
      var element = parseExpression(Context())
      if children.isEmpty, at(.colon) { kind = .dictionaryExpr }
      if kind == .dictionaryExpr {
        var pair = NodeList(element)
        if !eat(.colon) { reportHere("expected ':' and a value") }
        append(parseExpression(Context()), to: &pair)
        element = node(.dictionaryElement, from: first, pair)
      }
      append(element, to: &children)
      if !eat(.comma) { break }
    }
    expectClosing(.rightSquare, "]", children: &children)
    return node(kind, from: start, children)
  }

  // MARK: key paths

  /// `\T.a[0]?.b`: the type, then the arguments of subscripts and methods. Names stand only as tokens.
  mutating func parseKeyPath(_ context: Context) -> NodeID {
    let start = advance()
    var children = NodeList()
    if !atKeyPathPeriod { append(parseSimpleType(allowMembers: false), to: &children) }
    var length = 0
    while true {
      switch kind {
      case .leftSquare:
        if startsLine { return node(.keyPathExpr, from: start, children) }
        parseKeyPathArguments(until: .rightSquare, "]", context, into: &children)
      case .period:
        parseKeyPathName(context, into: &children)
      case .postfixQuestion, .exclamation:
        advance()
      case .op where isOptionalComponent:
        _ = eatOperator()
        if atIdentifier, !flags.contains(.spaceBefore) { advance() }
      default:
        return node(.keyPathExpr, from: start, children)
      }
      length += 1
      if length > Self.chainLimit {
        skipChain()
        return node(.keyPathExpr, from: start, children)
      }
    }
  }

  private var atKeyPathPeriod: Bool {
    at(.period) || (kind == .op && source[Int(tokens[position].start)] == UInt8(ascii: "."))
  }

  /// `.?`, `?.`, `!.` run together.
  private var isOptionalComponent: Bool {
    guard at(.op) else { return false }
    let end = operatorEnd(at: position)
    var hasMark = false
    for byte in source[Int(tokens[position].start)..<Int(tokens[end - 1].end)] {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "!"): hasMark = true
      case UInt8(ascii: "."): break
      default: return false
      }
    }
    return hasMark
  }

  private mutating func parseKeyPathName(_ context: Context, into children: inout NodeList) {
    advance()
    if at(.leftSquare) {
      parseKeyPathArguments(until: .rightSquare, "]", context, into: &children)
      return
    }
    eatModuleSelector()
    guard atIdentifier || at(.keyword) || at(.integerLiteral) else {
      // `.?` and `.!` apply to the value itself.
      if at(.postfixQuestion) || at(.exclamation) || isOptionalComponent { return }
      append(missing("the name of a component"), to: &children)
      return
    }
    advance()
    if at(.leftParen), !startsLine {
      let names = parseArgumentNames()
      if !names.isNone { append(names, to: &children) }
    }
    if atLeftAngle, atGenericArguments() { append(parseGenericArguments(), to: &children) }
    if at(.leftParen), !flags.contains(.spaceBefore) {
      parseKeyPathArguments(until: .rightParen, ")", context, into: &children)
    }
  }

  private mutating func parseKeyPathArguments(
    until closing: TokenKind, _ text: StaticString, _ context: Context, into children: inout NodeList
  ) {
    guard !isTooDeep else {
      append(skipTooDeep(as: .unexpected), to: &children)
      return
    }
    depth += 1
    defer { depth -= 1 }
    advance()
    parseArguments(until: closing, context: Context(pattern: context.pattern), into: &children)
    expectClosing(closing, text, children: &children)
  }

  // MARK: macros

  /// `#name<T>(…) { … }` from the number sign on: a row of the given kind.
  mutating func parseMacroCall(_ kind: NodeKind, from start: TokenID, _ children: NodeList, _ context: Context) -> NodeID {
    var children = children
    var flags: NodeFlags = []
    advance()
    if !startsLine { eatModuleSelector() }
    guard !startsLine, atIdentifier || at(.keyword) else {
      append(missing("the name of a macro behind '#'"), to: &children)
      return node(kind, from: start, children)
    }
    let name = advance()
    if atLeftAngle, atGenericArguments() { append(parseGenericArguments(), to: &children) }
    if at(.leftParen), !startsLine {
      flags = .hasParens
      if isTooDeep {
        append(skipTooDeep(as: .unexpected), to: &children)
      } else {
        depth += 1
        advance()
        parseArguments(until: .rightParen, context: Context(pattern: context.pattern), into: &children)
        expectClosing(.rightParen, ")", children: &children)
        depth -= 1
      }
    }
    if at(.leftBrace), context.flavor == .basic, atTrailingClosure(context) { parseTrailingClosures(into: &children) }
    return node(kind, from: start, main: name, flags: flags, children)
  }
}
