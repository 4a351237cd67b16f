/// Types: from specifiers and attributes over function arrows and compositions down to names, tuples and brackets.
extension Parser {
  mutating func parseType() -> NodeID {
    let start = here
    if eat(.repeat) {
      let pattern = parseTypeScalar()
      return node(.packType, from: start, main: start, child: pattern)
    }
    return parseTypeScalar()
  }

  private mutating func parseTypeScalar() -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    let specifiers = parseTypeSpecifiers()
    var base = parseSimpleOrComposition()
    let beforeArrow = position
    if at(.arrow) || atEffect, tryFunctionArrow() {
      move(to: beforeArrow)
      base = parseFunctionType(input: base)
    }
    if specifiers.isNone { return base }
    var children = NodeList(specifiers)
    append(base, to: &children)
    return node(.attributedType, from: start, children)
  }

  /// `inout`, `@escaping`, `nonisolated(nonsending)` … before a type.
  private mutating func parseTypeSpecifiers() -> NodeID {
    let start = here
    var children = NodeList()
    parseSpecifierWords()
    while at(.at) { append(parseAttribute(ofType: true), to: &children) }
    parseSpecifierWords()
    return here == start ? .none : node(.modifiers, from: start, children)
  }

  private mutating func parseSpecifierWords() {
    while canHaveSpecifier {
      if isSimpleSpecifier(word) {
        advance()
      } else if at(.nonisolated) {
        if peek().kind == .leftParen, peek().flags.contains(.startsLine) { return }
        advance()
        if at(.leftParen), peek().word == .nonsending { skipGroup() }
      } else if at(.dependsOn), peek().kind == .leftParen, !peek().flags.contains(.startsLine) {
        advance()
        skipGroup()
      } else {
        return
      }
    }
  }

  /// `(A, b: B) async throws(E) -> C`: the parameters were parsed as a tuple, whose row becomes the function type.
  private mutating func parseFunctionType(input: NodeID) -> NodeID {
    let start = firstToken(of: input)
    var children = NodeList()
    if kind(of: input) == .tupleType {
      children.first = nodes[Int(input.index)].firstChild
      children.last = lastSibling(of: children.first)
    } else {
      children = NodeList(node(.tupleTypeElement, from: start, child: input))
    }
    append(parseEffects(), to: &children)
    append(parseReturnType(allowsOpaqueNames: false), to: &children)
    return node(.functionType, from: start, children)
  }

  private func lastSibling(of node: NodeID) -> NodeID {
    var last = node
    while !last.isNone, !nodes[Int(last.index)].nextSibling.isNone { last = nodes[Int(last.index)].nextSibling }
    return last
  }

  mutating func parseSimpleOrComposition() -> NodeID {
    let start = here
    if eat(.each) {
      let pack = parseSimpleType()
      return node(.packType, from: start, main: start, child: pack)
    }
    let constraint: NodeKind? = at(.some) ? .someType : at(.any) ? .anyType : nil
    if constraint != nil { advance() }
    let first = here
    var base = parseSimpleType()
    if isInfix(tokens[position]), atOperator(UInt8(ascii: "&")) {
      var children = NodeList(base)
      while isInfix(tokens[position]), atOperator(UInt8(ascii: "&")) {
        advance()
        append(parseSimpleType(), to: &children)
      }
      base = node(.compositionType, from: first, children)
    }
    guard let constraint else { return base }
    return node(constraint, from: start, child: base)
  }

  /// A type without arrow and `&`, with its member names, `?` and `!`.
  mutating func parseSimpleType(allowMembers: Bool = true) -> NodeID {
    let start = here
    if atOperator(UInt8(ascii: "~")) {
      advance()
      let type = parseUnsuppressedType(allowMembers: allowMembers)
      return node(.suppressedType, from: start, child: type)
    }
    return parseUnsuppressedType(allowMembers: allowMembers)
  }

  private mutating func parseUnsuppressedType(allowMembers: Bool) -> NodeID {
    var base: NodeID
    let start = here
    switch kind {
    case .leftParen:
      base = parseTupleType()
    case .leftSquare:
      base = parseCollectionType()
    case .wildcard where !atModuleSelector:
      advance()
      base = node(.literalType, from: start, main: start)
    case .identifier, .wildcard, .colonColon:
      base = parseNamedType()
    case .keyword where word == .selfType || word == .anyType:
      base = parseNamedType()
    default:
      return missing("a type")
    }
    var length = 0
    while true {
      if at(.period) {
        let next = peek().word
        guard allowMembers || next == .typeWord || next == .protocolWord else { break }
        base = parseMemberType(of: base)
      } else if at(.postfixQuestion), !startsLine {
        eatPiece()
        base = node(.optionalType, from: start, child: base)
      } else if at(.exclamation), !startsLine {
        eatPiece()
        base = node(.implicitlyUnwrappedType, from: start, child: base)
      } else {
        break
      }
      length += 1
      if length > Self.chainLimit {
        skipChain()
        break
      }
    }
    return base
  }

  /// Skips the rest of a chain that is longer than any consumer should follow.
  mutating func skipChain() {
    let first = position
    while !at(.endOfFile), !isClosing(kind), !at(.comma), !at(.semicolon), !at(.equal) {
      if startsLine, !at(.period), position > first { break }
      skipGroup()
    }
    if position > first {
      report(
        "chain of more than \(Self.chainLimit) parts: the rest was skipped",
        at: .init(start: tokens[first].start, end: tokens[position - 1].end))
    }
  }

  private mutating func parseMemberType(of base: NodeID) -> NodeID {
    let start = firstToken(of: base)
    advance()
    let qualified = eatModuleSelector()
    if !qualified, at(.typeWord) || at(.protocolWord) {
      let name = advance()
      return node(.metatype, from: start, main: name, child: base)
    }
    var children = NodeList(base)
    guard atIdentifier || at(.keyword) else {
      append(missing("the name of a member type"), to: &children)
      return node(.memberType, from: start, children)
    }
    let name = advance()
    if atLeftAngle { append(parseGenericArguments(), to: &children) }
    return node(.memberType, from: start, main: name, children)
  }

  private mutating func parseNamedType() -> NodeID {
    let start = here
    var children = NodeList()
    let qualified = eatModuleSelector()
    guard atIdentifier || at(.selfType) || at(.anyType) || at(.wildcard) || (qualified && at(.keyword)) else {
      append(missing("the name of a type"), to: &children)
      return node(.namedType, from: start, children)
    }
    let name = advance()
    if atLeftAngle { append(parseGenericArguments(), to: &children) }
    return node(.namedType, from: start, main: name, children)
  }

  // MARK: generic arguments

  mutating func parseGenericArguments() -> NodeID {
    guard !isTooDeep else { return skipAngles() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    var children = NodeList()
    eatPiece()
    var progress = Progress()
    while !atRightAngle, progress.moved(self) {
      append(parseGenericArgument(), to: &children)
      if !eat(.comma) { break }
    }
    if atRightAngle {
      eatPiece()
    } else {
      reportHere("expected '>' at the end of the generic arguments")
    }
    return node(.genericArguments, from: start, children)
  }

  private mutating func parseGenericArgument() -> NodeID {
    let start = here
    if tryInteger() { return node(.literalType, from: start, main: start) }
    return parseType()
  }

  /// Skips `<…>` that is nested too deep, counting angle brackets.
  private mutating func skipAngles() -> NodeID {
    let start = here
    var open = 0
    while !at(.endOfFile), !isClosing(kind), !at(.leftBrace), !at(.semicolon), !at(.equal) {
      if atLeftAngle { open += 1 }
      if atRightAngle { open -= 1 }
      let isAngle = atLeftAngle || atRightAngle
      if isAngle { eatPiece() } else { skipGroup() }
      if open == 0 { break }
    }
    report(
      "nested deeper than \(Self.depthLimit) levels: skipped to the matching '>'",
      at: .init(start: tokens[Int(start.index)].start, end: tokens[position - 1].end))
    return node(.unexpected, from: start)
  }

  // MARK: brackets

  /// `()`, `(A, b: B, _ c: C...)`.
  private mutating func parseTupleType() -> NodeID {
    let start = here
    var children = NodeList()
    advance()
    var progress = Progress()
    while !at(.endOfFile), !at(.rightParen), progress.moved(self) {
      append(parseTupleTypeElement(), to: &children)
      if !eat(.comma) { break }
    }
    expectClosing(.rightParen, ")", children: &children)
    return node(.tupleType, from: start, children)
  }

  private mutating func parseTupleTypeElement() -> NodeID {
    let start = here
    var label = TokenID.none
    // Old spelling: the specifier before the label, `inout x: T`.
    while isSimpleSpecifier(word), canHaveSpecifier, isLabel(peek()), peek(2).kind == .colon { advance() }
    if atParameterName(inClosure: false) {
      label = advance()
      if !at(.colon), isLabel(tokens[position], allowDollar: true), peek().kind == .colon { label = advance() }
      if !eat(.colon) { reportHere("expected ':' after the label") }
    }
    let type = parseType()
    var flags: NodeFlags = []
    if atOperator("...") {
      _ = eatOperator()
      flags = .isVariadic
    }
    return node(.tupleTypeElement, from: start, main: label, flags: flags, child: type)
  }

  /// `[T]`, `[K: V]`, `[3 of T]`.
  private mutating func parseCollectionType() -> NodeID {
    let start = here
    advance()
    if atInlineArrayBody() { return parseInlineArrayType(from: start) }
    var children = NodeList(parseType())
    var kind = NodeKind.arrayType
    if eat(.colon) {
      kind = .dictionaryType
      append(parseType(), to: &children)
    }
    expectClosing(.rightSquare, "]", children: &children)
    return node(kind, from: start, children)
  }

  /// The rest of `[3 of T]` behind the bracket; also where an expression stands.
  mutating func parseInlineArrayType(from start: TokenID) -> NodeID {
    var children = NodeList(parseGenericArgument())
    _ = eat(.of)
    append(parseGenericArgument(), to: &children)
    expectClosing(.rightSquare, "]", children: &children)
    return node(.inlineArrayType, from: start, children)
  }

  // MARK: effects and results

  /// `async throws(E)`, or nothing.
  mutating func parseEffects() -> NodeID {
    guard atEffect else { return .none }
    let start = here
    var flags: NodeFlags = []
    var children = NodeList()
    while atEffect {
      switch word {
      case .async, .reasync: flags.insert(.isAsync)
      case .rethrows: flags.insert(.rethrows)
      case .throws: flags.insert(.throws)
      default: reportHere("expected 'async' or 'throws'")
      }
      let mayHaveType = word == .throws
      advance()
      if mayHaveType, eat(.leftParen) {
        append(parseType(), to: &children)
        expectClosing(.rightParen, ")", children: &children)
      }
    }
    return node(.effects, from: start, flags: flags, children)
  }

  /// `-> T`; with `allowsOpaqueNames` also `-> <X: P> X`.
  mutating func parseReturnType(allowsOpaqueNames: Bool) -> NodeID {
    guard at(.arrow) else { return .none }
    let start = here
    advance()
    if atEffect {
      reportHere("expected 'async' and 'throws' before '->'")
      skipEffects()
    }
    let type = allowsOpaqueNames ? parseResultType() : parseType()
    return node(.returnType, from: start, child: type)
  }

  mutating func parseResultType() -> NodeID {
    guard atLeftAngle else { return parseType() }
    let start = here
    var children = NodeList(parseGenericParameters())
    append(parseType(), to: &children)
    return node(.someType, from: start, children)
  }
}
