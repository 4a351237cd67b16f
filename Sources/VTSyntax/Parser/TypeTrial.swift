/// Trials: does a type stand here? They consume tokens and make no rows; the caller goes back with `move(to:)`.
///
/// Swift tells `a<b>(c)` and `a < b` apart only by trying, and so for types in closure signatures and attributes.
/// A trial nests no deeper than the parser itself, so it ends soon on hostile text.
extension Parser {
  /// Whether `<…>` stands here and is followed by something that only follows generic arguments. Consumes nothing.
  mutating func atGenericArguments() -> Bool {
    guard atLeftAngle else { return false }
    // `<>` is an operator.
    if flags.contains(.joined), operatorEnd(at: position) > position + 1,
      source[Int(tokens[position].start) + 1] == UInt8(ascii: ">")
    {
      return false
    }
    let start = position
    let depthHere = depth
    // In `a<b, c<d, e<f, …` every `<` begins a trial: none may go far.
    depth = max(depth, Self.depthLimit - Self.trialDepth)
    defer {
      move(to: start)
      depth = depthHere
    }
    guard tryGenericArguments() else { return false }
    switch kind {
    case .rightParen, .rightSquare, .leftBrace, .rightBrace, .period, .comma, .semicolon, .endOfFile, .exclamation,
      .postfixQuestion, .colon:
      return true
    case .op:
      return isInfix(tokens[position]) && atOperator(UInt8(ascii: "&"))
    case .leftParen, .leftSquare:
      return !startsLine
    default:
      return false
    }
  }

  mutating func tryGenericArguments() -> Bool {
    guard atLeftAngle, !isTooDeep else { return false }
    depth += 1
    defer { depth -= 1 }
    advance()
    if !atRightAngle {
      repeat {
        guard tryType() || tryInteger() else { return false }
      } while eat(.comma) && !atRightAngle
    }
    guard atRightAngle else { return false }
    advance()
    return true
  }

  mutating func tryInteger() -> Bool {
    if atOperator(UInt8(ascii: "-")), peek().kind == .integerLiteral {
      advance()
      advance()
      return true
    }
    return eat(.integerLiteral)
  }

  mutating func tryType() -> Bool {
    _ = eat(.repeat)
    guard tryTypeScalar() else { return false }
    if atOperator("...") { _ = eatOperator() }
    return true
  }

  private mutating func tryTypeScalar() -> Bool {
    // Arrows chain to the right: a loop, and no type has more of them than can be parsed.
    for _ in 0..<Self.depthLimit {
      guard trySpecifiers() else { return false }
      guard trySimpleOrComposition() else { return false }
      guard tryFunctionArrow() else { return true }
      _ = eat(.repeat)
    }
    return false
  }

  /// Whether an arrow follows, effects before it or not; consumes both, or nothing but effects.
  mutating func tryFunctionArrow() -> Bool {
    if eat(.arrow) { return true }
    let start = position
    skipEffects()
    if eat(.arrow) { return true }
    move(to: start)
    return false
  }

  /// Consumes `async`, `throws(E)` and their misspellings.
  mutating func skipEffects() {
    while atEffect {
      let mayHaveType = word == .throws || word == .rethrows || word == .throw || word == .try
      advance()
      if mayHaveType, at(.leftParen) { skipGroup() }
    }
  }

  var atEffect: Bool {
    switch word {
    case .async, .reasync, .throws, .rethrows: true
    case .await, .throw, .try: !startsLine
    default: false
    }
  }

  private mutating func trySpecifiers() -> Bool {
    while canHaveSpecifier {
      if isSimpleSpecifier(word) {
        advance()
      } else if at(.nonisolated) {
        advance()
        if at(.leftParen), !startsLine {
          guard peek().word == .nonsending, peek(2).kind == .rightParen else { return false }
          skipGroup()
        }
      } else if at(.dependsOn) {
        guard peek().kind == .leftParen, !peek().flags.contains(.startsLine) else { return false }
        advance()
        skipGroup()
      } else {
        break
      }
    }
    skipAttributes()
    return true
  }

  /// Whether the token after a word such as `sending` lets that word be a specifier of a type.
  var canHaveSpecifier: Bool {
    guard kind == .identifier || kind == .keyword else { return false }
    let next = peek()
    switch next.kind {
    case .at, .leftParen, .identifier, .leftSquare, .wildcard: return true
    case .keyword:
      switch next.word {
      case .inout, .anyType, .selfType, .var, .let: return true
      default: return false
      }
    case .op: return next.flags.contains(.prefix) && isOperator(next, UInt8(ascii: "~"))
    default: return false
    }
  }

  func isSimpleSpecifier(_ word: Word) -> Bool {
    switch word {
    case .inout, .__shared, .__owned, .isolated, ._const, .borrowing, .consuming, .sending: true
    default: false
    }
  }

  mutating func trySimpleOrComposition() -> Bool {
    if at(.some) || at(.any) || at(.each) { advance() }
    guard trySimpleType() else { return false }
    while isInfix(tokens[position]), atOperator(UInt8(ascii: "&")) {
      advance()
      guard trySimpleType() else { return false }
    }
    return true
  }

  mutating func trySimpleType() -> Bool {
    guard !isTooDeep else { return false }
    depth += 1
    defer { depth -= 1 }
    switch kind {
    case .wildcard where !atModuleSelector:
      advance()
    case .identifier, .wildcard, .colonColon:
      guard tryTypeIdentifier(allowKeyword: false) else { return false }
    case .keyword where word == .selfType || word == .anyType:
      guard tryTypeIdentifier(allowKeyword: false) else { return false }
    case .keyword where word == .repeat:
      return true
    case .op where flags.contains(.prefix) && atOperator(UInt8(ascii: "~")):
      advance()
      guard tryTypeIdentifier(allowKeyword: false) else { return false }
    case .leftParen:
      advance()
      guard tryTupleTypeBody() else { return false }
    case .leftSquare:
      advance()
      guard tryCollectionTypeBody() else { return false }
    default:
      return false
    }
    while true {
      if at(.period) {
        advance()
        if at(.typeWord) || at(.protocolWord) {
          advance()
          continue
        }
        guard tryTypeIdentifier(allowKeyword: true) else { return false }
        continue
      }
      if (at(.postfixQuestion) || at(.exclamation)), !startsLine {
        advance()
        continue
      }
      return true
    }
  }

  private mutating func tryTypeIdentifier(allowKeyword: Bool) -> Bool {
    _ = eatModuleSelector()
    if at(.anyType) {
      advance()
      return true
    }
    guard atIdentifier || at(.selfType) || (allowKeyword && at(.keyword)) else { return false }
    advance()
    return !atLeftAngle || tryGenericArguments()
  }

  private mutating func tryCollectionTypeBody() -> Bool {
    // `[T]`, `[K: V]`, `[3 of T]`.
    guard tryType() || tryInteger() else { return false }
    if at(.of), !startsLine {
      advance()
      guard tryType() || tryInteger() else { return false }
    } else if eat(.colon) {
      guard tryType() else { return false }
    }
    return eat(.rightSquare)
  }

  /// Whether `3 of T` or `N of T` stands here, behind the bracket.
  mutating func atInlineArrayBody() -> Bool {
    guard mentionsOf else { return false }
    let start = position
    defer { move(to: start) }
    // No pack and no `...`: `[x...of]` is an array.
    guard tryTypeScalar() || tryInteger() else { return false }
    return at(.of) && !startsLine
  }

  private mutating func tryTupleTypeBody() -> Bool {
    if at(.rightParen) || at(.rightBrace) || atOperator("...") { return eat(.rightParen) }
    if !at(.inout), atDeclaration(allowInit: true, inMembers: false) { return eat(.rightParen) }
    repeat {
      _ = eat(.inout)
      if atParameterName(inClosure: false) {
        advance()
        if isLabel(tokens[position]) { advance() }
        guard eat(.colon), tryType() else { return false }
        if eat(.equal) {
          while !at(.endOfFile), !at(.rightParen), !at(.rightBrace), !at(.comma) { skipGroup() }
        }
        continue
      }
      guard tryType() else { return false }
      if atOperator("...") { _ = eatOperator() }
    } while eat(.comma) && !at(.rightParen)
    return eat(.rightParen)
  }

  /// Whether a name stands here that belongs to a parameter or tuple element, and not a type.
  func atParameterName(inClosure: Bool) -> Bool {
    guard isLabel(tokens[position], allowDollar: true) else { return false }
    let next = peek()
    if next.kind == .colon { return true }
    if isLabel(next, allowDollar: true) {
      switch word {
      case .isolated, .some, .any, .each, .repeat, .__shared, .__owned, ._const, .borrowing, .consuming, .sending:
        // Two names, the first of which may be a specifier: it is a name if the second is followed by a colon.
        return peek(2).kind == .colon
      default:
        return true
      }
    }
    if next.kind == .postfixQuestion || next.kind == .exclamation { return false }
    return inClosure
  }

  // MARK: module selectors

  /// Whether `M::` stands here.
  var atModuleSelector: Bool {
    guard mentionsModules else { return false }
    guard peek().kind == .colonColon else { return kind == .colonColon }
    switch kind {
    case .identifier, .wildcard: return true
    case .keyword: return word == .anyType || word == .selfValue || word == .selfType || word == .super
    default: return false
    }
  }

  /// Consumes `M::`; true when a name may follow on this line.
  @discardableResult
  mutating func eatModuleSelector() -> Bool {
    guard mentionsModules, atModuleSelector else { return false }
    while atModuleSelector {
      if kind != .colonColon { advance() }
      advance()
      if startsLine { break }
    }
    return true
  }

  // MARK: attributes

  /// Consumes attributes without making rows; false where a sign has no name behind it.
  @discardableResult
  mutating func skipAttributes() -> Bool {
    while at(.at) {
      advance()
      guard trySimpleType() || eat(.rethrows) else { return false }
      if atAttributeArguments() { skipGroup() }
    }
    return true
  }

  /// Whether the parenthesis here belongs to the attribute before it.
  mutating func atAttributeArguments() -> Bool {
    guard at(.leftParen), !startsLine else { return false }
    if !flags.contains(.spaceBefore) { return true }
    let start = position
    defer { move(to: start) }
    skipGroup()
    return at(.at) || atDeclaration(allowInit: true, inMembers: false)
  }
}
