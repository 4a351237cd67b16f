/// Expressions down to prefix operators: sequences of operands and operators, and the words that stand before operands.
extension Parser {
  /// Where an expression stands: this decides about trailing closures, ends of lines and `=`.
  struct Context {
    enum Flavor: UInt8 {
      case basic
      /// A condition, a subject of `switch`, a sequence of `for`: `{` most often begins the body.
      case condition
      /// Behind `#if`: ends with the line.
      case poundIf
      /// In the parentheses of an attribute.
      case attribute
    }
    var flavor = Flavor.basic
    var pattern = PatternContext.none

    /// For the arguments of a call that stands in this context.
    var ofArguments: Context { Context(flavor: flavor == .attribute ? .attribute : .basic, pattern: pattern) }
  }

  /// Whether names that stand alone are bound.
  enum PatternContext: UInt8 {
    case none
    /// Behind `case`: only `let` and `var` bind.
    case matching
    /// Behind `let` or `var`: names bind.
    case binding
  }

  /// Whether an expression begins here. Consumes nothing.
  mutating func atExpression() -> Bool {
    switch kind {
    case .identifier, .dollarIdentifier, .integerLiteral, .floatLiteral, .regexLiteral, .stringStart, .leftParen,
      .leftBrace, .leftSquare, .period, .wildcard, .backslash, .pound, .prefixAmpersand, .colonColon:
      return true
    case .op:
      return flags.contains(.prefix)
    case .poundKeyword:
      return at(.poundAvailable) || at(.poundUnavailable)
    case .keyword:
      switch word {
      case .anyType, .selfType, .selfValue, .super, .initWord, .deinit, .subscript, .true, .false, .nil, .try, .if,
        .switch:
        return true
      case .repeat: return peek().kind != .leftBrace
      default: return false
      }
    case .at:
      return peek().kind == .stringStart
    default:
      return false
    }
  }

  mutating func parseExpression(_ context: Context) -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    if context.pattern != .none, atPatternStart() { return parseMatchingPattern(.matching) }
    return parseSequence(context)
  }

  // MARK: sequences

  /// Operands and operators, folded by precedence.
  mutating func parseSequence(_ context: Context) -> NodeID {
    if context.flavor == .poundIf, startsLine { return missing("an expression") }
    var operand = parseOperand(context)
    // By far most expressions have no operator.
    guard mayContinueSequence(context) else { return operand }
    let firstOperand = operands.count
    let firstOperator = operators.count
    defer {
      operands.removeSubrange(firstOperand...)
      operators.removeSubrange(firstOperator...)
    }
    while kind(of: operand) != .missing, mayContinueSequence(context) {
      if operators.count - firstOperator >= Self.chainLimit {
        skipSequence()
        break
      }
      if at(.arrow) || atEffect, kind(of: operand) != .typeExpr, let type = parseAsFunctionType(operand) {
        operand = type
        continue
      }
      guard let next = parseOperator(context) else { break }
      operands.append(operand)
      operators.append(next.operation)
      operand = next.operand.isNone ? parseOperand(context) : next.operand
    }
    operands.append(operand)
    if operators.count == firstOperator { return operand }
    return fold(operands: firstOperand, operators: firstOperator)
  }

  /// Skips the rest of a sequence with more operators than any consumer should follow.
  private mutating func skipSequence() {
    let first = position
    while !at(.endOfFile), !isClosing(kind), !at(.comma), !at(.semicolon) {
      if startsLine, position > first, !isInfix(tokens[position]), !isInfix(tokens[position - 1]) { break }
      skipGroup()
    }
    report(
      "expression with more than \(Self.chainLimit) operators: the rest was skipped",
      at: .init(start: tokens[first].start, end: tokens[max(first, position - 1)].end))
  }

  private func mayContinueSequence(_ context: Context) -> Bool {
    switch kind {
    case .op: if !flags.isDisjoint(with: [.prefix, .postfix]) { return false }
    case .infixQuestion, .arrow: break
    case .equal: if context.pattern != .none { return false }
    case .keyword: if !at(.is) && !at(.as) && !at(.throws) { return false }
    case .identifier:
      guard at(.async) else { return false }
      let next = peek()
      if next.kind != .arrow && next.word != .throws { return false }
    default: return false
    }
    return !(context.flavor == .poundIf && startsLine)
  }

  /// An operator; for `is` and `as` with the type that follows as its operand.
  private mutating func parseOperator(_ context: Context) -> (operation: SequenceOperator, operand: NodeID)? {
    switch kind {
    case .op:
      let token = eatOperator()
      let group = precedences.group(ofOperatorAt: Int(token.index), end: position, tokens: tokens, source: source)
      let form: SequenceOperator.Form = group == .assignment ? .assignment : .binary
      return (SequenceOperator(form: form, group: group, token: token), .none)
    case .equal:
      return (SequenceOperator(form: .assignment, group: .assignment, token: advance()), .none)
    case .infixQuestion:
      let token = advance()
      let middle = parseExpression(context)
      if !eat(.colon) { reportHere("expected ':' and the other value behind '?'") }
      return (SequenceOperator(form: .ternary, group: .ternary, token: token, middle: middle), .none)
    case .keyword where word == .is:
      let token = advance()
      let type = parseType()
      return (SequenceOperator(form: .isCast, group: .casting, token: token), type)
    case .keyword where word == .as:
      let token = advance()
      let flags = eatMark()
      let type = parseType()
      return (SequenceOperator(form: .asCast, group: .casting, token: token, flags: flags), type)
    default:
      // An arrow whose left side is no type: `a -> b` stays an operator of the function arrow's precedence.
      skipEffects()
      guard at(.arrow) else {
        reportHere("expected '->'")
        return nil
      }
      return (SequenceOperator(form: .binary, group: .arrow, token: advance()), .none)
    }
  }

  /// At `->`, or effects before it: the operand was the input of a function type, which is parsed again as one.
  private mutating func parseAsFunctionType(_ input: NodeID) -> NodeID? {
    let resume = position
    let start = firstToken(of: input)
    move(to: Int(start.index))
    let isType = tryType() && position > resume
    move(to: isType ? Int(start.index) : resume)
    guard isType else { return nil }
    let type = parseType()
    return node(.typeExpr, from: start, child: type)
  }

  /// `!` or `?` behind `try` and `as`.
  private mutating func eatMark() -> NodeFlags {
    if eat(.postfixQuestion) { return .hasQuestion }
    if eat(.exclamation) { return .hasExclamation }
    return []
  }

  /// `e as T` where `e` is a statement such as `if`.
  mutating func parseCast(of expression: NodeID) -> NodeID {
    let token = advance()
    let flags = eatMark()
    var children = NodeList(expression)
    append(parseType(), to: &children)
    return node(.asExpr, from: firstToken(of: expression), main: token, flags: flags, children)
  }

  // MARK: operands

  /// An operand with the words before it: `try`, `await`, `consume` …
  private mutating func parseOperand(_ context: Context) -> NodeID {
    switch kind {
    case .identifier:
      if word != .none, let row = parsePrefixWord(context) { return row }
      return parsePostfix(context)
    case .keyword:
      if let row = parsePrefixWord(context) { return row }
    case .at:
      if let type = parseAttributedType() { return type }
    default:
      break
    }
    return parseUnary(context)
  }

  private mutating func parsePrefixWord(_ context: Context) -> NodeID? {
    switch word {
    case .await: return parsePrefix(.awaitExpr, context)
    case .try: return parsePrefix(.tryExpr, context)
    case .unsafe:
      guard beginsPrefixedExpression(context, acceptsClosure: true, prefersPostfix: false) else { return nil }
      return parsePrefix(.unsafeExpr, context)
    case .consume, .copy, .borrow:
      guard beginsPrefixedExpression(context) else { return nil }
      return parsePrefix(.consumeExpr, context)
    case .each:
      guard beginsPrefixedExpression(context) else { return nil }
      return parsePrefix(.packExpr, context)
    case .repeat:
      let start = advance()
      let pattern = parseExpression(context)
      return node(.packExpr, from: start, main: start, child: pattern)
    case .any:
      guard beginsPrefixedExpression(context) || isOperator(peek(), UInt8(ascii: "~")) else { return nil }
      let start = here
      let type = parseType()
      return node(.typeExpr, from: start, child: type)
    case .inout, .nonisolated:
      return parseAttributedType()
    default:
      return nil
    }
  }

  private mutating func parsePrefix(_ kind: NodeKind, _ context: Context) -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = advance()
    let flags = kind == .tryExpr ? eatMark() : []
    let operand = parseOperand(context)
    return node(kind, from: start, main: start, flags: flags, child: operand)
  }

  /// A type with specifiers or attributes where an expression stands: `@Sendable () -> Void`, `inout Int`.
  private mutating func parseAttributedType() -> NodeID? {
    let start = here
    if at(.nonisolated) {
      guard peek().kind == .leftParen, !peek().flags.contains(.startsLine), peek(2).word == .nonsending else { return nil }
    }
    let isType = tryType()
    move(to: Int(start.index))
    guard isType else { return nil }
    let type = parseType()
    return node(.typeExpr, from: start, child: type)
  }

  /// Prefix operators and what follows them.
  private mutating func parseUnary(_ context: Context) -> NodeID {
    switch kind {
    case .keyword where word == .if: return parseIf()
    case .keyword where word == .switch: return parseSwitch()
    case .backslash: return parseKeyPath(context)
    case .prefixAmpersand, .op:
      guard at(.prefixAmpersand) || flags.contains(.prefix) else { return missing("an expression") }
      guard !isTooDeep else { return skipTooDeep() }
      depth += 1
      defer { depth -= 1 }
      let isInout = at(.prefixAmpersand)
      let start = isInout ? advance() : eatOperator()
      let operand = parseUnary(context)
      return isInout
        ? node(.inoutExpr, from: start, main: start, child: operand)
        : node(.prefixExpr, from: start, main: start, child: operand)
    default:
      return parsePostfix(context)
    }
  }
}
