/// Parts of declarations: generic parameters, requirements, inheritance, parameters, member blocks.
extension Parser {
  // MARK: generics

  mutating func parseGenericParameters() -> NodeID {
    let start = here
    var children = NodeList()
    eatPiece()
    var progress = Progress()
    while !atRightAngle, progress.moved(self) {
      append(parseGenericParameter(), to: &children)
      if !eat(.comma) { break }
    }
    append(parseWhereClause(), to: &children)
    if atRightAngle {
      eatPiece()
    } else {
      reportHere("expected '>' at the end of the generic parameters")
    }
    return node(.genericParameters, from: start, children)
  }

  private mutating func parseGenericParameter() -> NodeID {
    let start = here
    var children = NodeList(parseAttributes())
    var flags: NodeFlags = []
    if eat(.each) {
      flags = .isPack
    } else if eat(.let) {
      flags = .isValue
    }
    let name = expectName("a generic parameter")
    if atOperator("...") { _ = eatOperator() }
    if eat(.colon) {
      // The old spelling of `AnyObject`.
      if at(.class) { advance() } else { append(parseType(), to: &children) }
    }
    return node(.genericParameter, from: start, main: name, flags: flags, children)
  }

  /// `where T: P, U == V`, or nothing.
  mutating func parseWhereClause() -> NodeID {
    guard at(.where) else { return .none }
    let start = advance()
    var children = NodeList()
    var progress = Progress()
    repeat {
      append(parseRequirement(), to: &children)
    } while eat(.comma) && !at(.leftBrace) && progress.moved(self)
    return node(.whereClause, from: start, children)
  }

  private mutating func parseRequirement() -> NodeID {
    let start = here
    var children = NodeList(parseRequirementType())
    var main = TokenID.none
    if at(.colon) {
      main = advance()
      append(parseRequirementType(), to: &children)
      // A layout such as `_Trivial(64)`.
      if at(.leftParen), !startsLine { skipGroup() }
    } else if atOperator("==") {
      main = eatOperator()
      append(parseRequirementType(), to: &children)
    } else {
      append(missing("':' or '==' and a type"), to: &children)
    }
    return node(.requirement, from: start, main: main, children)
  }

  private mutating func parseRequirementType() -> NodeID {
    let start = here
    if tryInteger() { return node(.literalType, from: start, main: start) }
    return parseType()
  }

  /// `: A, B`, or nothing.
  mutating func parseInheritance() -> NodeID {
    guard at(.colon) else { return .none }
    let start = advance()
    var children = NodeList()
    var progress = Progress()
    repeat {
      let first = here
      if eat(.class) {
        append(node(.namedType, from: first, main: first), to: &children)
      } else {
        append(parseType(), to: &children)
      }
    } while eat(.comma) && progress.moved(self)
    return node(.inheritance, from: start, children)
  }

  // MARK: members

  mutating func parseMemberBlock() -> NodeID {
    guard at(.leftBrace) else { return missing("'{' and the members") }
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    advance()
    var children = NodeList()
    parseMembers(until: .brace, into: &children)
    expectClosing(.rightBrace, "}", children: &children)
    return node(.memberBlock, from: start, children)
  }

  // MARK: parameters

  enum ParameterOwner {
    case function, enumCase, closure
  }

  mutating func parseParameters(_ owner: ParameterOwner) -> NodeID {
    guard at(.leftParen) else { return missing("'(' and the parameters") }
    let start = here
    advance()
    var children = NodeList()
    var progress = Progress()
    while !at(.endOfFile), !at(.rightParen), progress.moved(self) {
      append(parseParameter(owner), to: &children)
      if !eat(.comma) { break }
    }
    expectClosing(.rightParen, ")", children: &children)
    return node(.parameters, from: start, children)
  }

  private mutating func parseParameter(_ owner: ParameterOwner) -> NodeID {
    let start = here
    var children = NodeList(parseParameterModifiers(owner))
    var flags: NodeFlags = []
    var name = TokenID.none
    if owner != .enumCase || atParameterName(inClosure: false) {
      if isLabel(tokens[position], allowDollar: true) {
        name = advance()
        if isLabel(tokens[position], allowDollar: true) {
          name = advance()
          flags.insert(.hasTwoNames)
        }
      }
      if eat(.colon) {
        append(parseType(), to: &children)
      } else if owner != .closure {
        append(missing("':' and the type of the parameter"), to: &children)
      }
    } else {
      append(parseType(), to: &children)
    }
    if atOperator("...") {
      _ = eatOperator()
      flags.insert(.isVariadic)
    }
    append(parseInitializer(Context()), to: &children)
    return node(.parameter, from: start, main: name, flags: flags, children)
  }

  private mutating func parseParameterModifiers(_ owner: ParameterOwner) -> NodeID {
    let start = here
    var children = NodeList()
    if owner != .enumCase {
      while at(.at) { append(parseAttribute(), to: &children) }
    }
    while at(._const) || at(.isolated), !atParameterName(inClosure: owner == .closure) { advance() }
    // Old spelling: the specifier before the name, `inout x: T`.
    if !atParameterName(inClosure: false) {
      while isSimpleSpecifier(word), canHaveSpecifier, isLabel(peek()), peek(2).kind == .colon { advance() }
    }
    return here == start ? .none : node(.modifiers, from: start, children)
  }
}
