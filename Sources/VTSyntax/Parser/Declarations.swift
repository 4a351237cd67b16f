/// Declarations: one function for each kind. Their parts stand in DeclarationParts.swift and Accessors.swift.
extension Parser {
  mutating func parseDeclaration() -> NodeID {
    let start = here
    let modifiers = parseModifiers()
    switch kind {
    case .keyword:
      switch word {
      case .import: return parseImport(start, modifiers)
      case .struct: return parseNominal(.structDecl, start, modifiers)
      case .class: return parseNominal(.classDecl, start, modifiers)
      case .enum: return parseNominal(.enumDecl, start, modifiers)
      case .protocol: return parseNominal(.protocolDecl, start, modifiers)
      case .extension: return parseExtension(start, modifiers)
      case .func: return parseFunction(start, modifiers)
      case .initWord: return parseInitializerDeclaration(start, modifiers)
      case .deinit: return parseDeinitializer(start, modifiers)
      case .subscript: return parseSubscript(start, modifiers)
      case .let, .var, .inout: return parseVariable(start, modifiers)
      case .typealias: return parseTypealias(start, modifiers)
      case .associatedtype: return parseAssociatedtype(start, modifiers)
      case .case: return parseEnumCase(start, modifiers)
      case .operator: return parseOperator(start, modifiers)
      case .precedencegroup: return parsePrecedenceGroup(start, modifiers)
      default: break
      }
    case .identifier:
      switch word {
      case .actor: return parseNominal(.actorDecl, start, modifiers)
      case .macro: return parseMacro(start, modifiers)
      case .using: return parseUsing(start, modifiers)
      default: break
      }
    case .pound:
      return parseMacroCall(.macroExpansionDecl, from: start, NodeList(modifiers.node), Context())
    default:
      break
    }
    // Attributes and modifiers with nothing behind them.
    reportHere("expected a declaration behind the attributes and modifiers")
    return node(.unexpected, from: start)
  }

  /// The name of a declaration, or a problem and `.none`.
  mutating func expectName(_ what: StaticString) -> TokenID {
    if atIdentifier { return advance() }
    if at(.selfType) || at(.selfValue) { return advance() }
    reportHere("expected the name of \(what)")
    // A reserved word, a number or `_` on this line was meant as the name.
    if !startsLine, at(.keyword) || at(.wildcard) || at(.integerLiteral) || at(.dollarIdentifier), !at(.where) {
      return advance()
    }
    return .none
  }

  // MARK: imports, aliases

  private mutating func parseImport(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    switch word {
    case .typealias, .struct, .class, .enum, .protocol, .var, .let, .func, .inout: advance()
    default: break
    }
    let name = expectName("a module")
    while at(.period) || at(.colonColon) {
      advance()
      if atIdentifier || at(.keyword) {
        advance()
      } else if at(.op) {
        _ = eatOperator()
      }
    }
    return node(.importDecl, from: start, main: name, NodeList(modifiers.node))
  }

  /// `using nonisolated`, `using @MainActor`: a default of the file, without rows of its own.
  private mutating func parseUsing(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let name = advance()
    var children = NodeList(modifiers.node)
    if at(.at) { append(parseAttributes(), to: &children) } else { advance() }
    return node(.importDecl, from: start, main: name, children)
  }

  private mutating func parseTypealias(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var children = NodeList(modifiers.node)
    let name = expectName("a type alias")
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    if !eat(.equal) {
      reportHere("expected '=' and the type that the name stands for")
      _ = eat(.colon)
    }
    append(parseType(), to: &children)
    append(parseWhereClause(), to: &children)
    return node(.typealiasDecl, from: start, main: name, children)
  }

  private mutating func parseAssociatedtype(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var children = NodeList(modifiers.node)
    _ = eat(.each)
    let name = expectName("an associated type")
    append(parseInheritance(), to: &children)
    if eat(.equal) { append(parseType(), to: &children) }
    append(parseWhereClause(), to: &children)
    return node(.associatedtypeDecl, from: start, main: name, children)
  }

  // MARK: types

  private mutating func parseNominal(_ kind: NodeKind, _ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var children = NodeList(modifiers.node)
    let name = expectName("a type")
    if name.isNone, startsLine { return node(kind, from: start, main: name, children) }
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    append(parseInheritance(), to: &children)
    append(parseWhereClause(), to: &children)
    append(parseMemberBlock(), to: &children)
    return node(kind, from: start, main: name, children)
  }

  private mutating func parseExtension(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    append(parseType(), to: &children)
    append(parseInheritance(), to: &children)
    append(parseWhereClause(), to: &children)
    append(parseMemberBlock(), to: &children)
    return node(.extensionDecl, from: start, main: keyword, children)
  }

  private mutating func parseEnumCase(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    var progress = Progress()
    repeat {
      append(parseEnumElement(), to: &children)
    } while eat(.comma) && progress.moved(self)
    return node(.enumCaseDecl, from: start, main: keyword, children)
  }

  private mutating func parseEnumElement() -> NodeID {
    _ = eat(.period)
    let start = here
    var children = NodeList()
    let name = expectName("an enum case")
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    if at(.leftParen) { append(parseParameters(.enumCase), to: &children) }
    append(parseInitializer(Context()), to: &children)
    return node(.enumElement, from: start, main: name, children)
  }

  // MARK: functions

  private mutating func parseFunction(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var children = NodeList(modifiers.node)
    let name: TokenID
    switch kind {
    case .op: name = eatFunctionOperator()
    case .exclamation, .prefixAmpersand, .postfixQuestion, .infixQuestion, .equal, .arrow: name = advance()
    default: name = expectName("a function")
    }
    if isPlaceholder(tokens[position]) { advance() }
    parseFunctionRest(into: &children, allowInit: true)
    return node(.functionDecl, from: start, main: name, children)
  }

  /// Consumes an operator as the name of a function, but for the `<` of generic parameters at its end.
  private mutating func eatFunctionOperator() -> TokenID {
    let name = here
    let end = operatorEnd(at: position)
    let last = tokens[end - 1]
    let beginsGenerics = end - position > 1 && isOperator(last, UInt8(ascii: "<")) && isLabel(tokens[end])
    move(to: beginsGenerics ? end - 1 : end)
    if beginsGenerics { tokens[end - 2].flags.remove(.joined) }
    return name
  }

  private mutating func parseInitializerDeclaration(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    var flags: NodeFlags = []
    if at(.postfixQuestion) || at(.infixQuestion) || at(.exclamation) || atOperator(UInt8(ascii: "!")) {
      advance()
      flags = .optional
    }
    parseFunctionRest(into: &children, allowInit: false)
    return node(.initDecl, from: start, main: keyword, flags: flags, children)
  }

  /// `<T>(a: A) async throws -> B where … { … }`.
  private mutating func parseFunctionRest(into children: inout NodeList, allowInit: Bool) {
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    append(parseParameters(.function), to: &children)
    append(parseEffects(), to: &children)
    append(parseReturnType(allowsOpaqueNames: true), to: &children)
    append(parseWhereClause(), to: &children)
    append(parseOptionalBlock(allowInit: allowInit), to: &children)
  }

  private mutating func parseDeinitializer(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    append(parseEffects(), to: &children)
    if at(.leftParen), !startsLine {
      reportHere("a deinitializer has no parameters")
      skipGroup()
      append(parseEffects(), to: &children)
    }
    append(parseOptionalBlock(allowInit: true), to: &children)
    return node(.deinitDecl, from: start, main: keyword, children)
  }

  private mutating func parseSubscript(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    append(parseParameters(.function), to: &children)
    if at(.arrow) {
      append(parseReturnType(allowsOpaqueNames: true), to: &children)
    } else {
      append(missing("'->' and the type of the element"), to: &children)
    }
    append(parseWhereClause(), to: &children)
    if at(.leftBrace) { append(parseAccessorBlock(), to: &children) }
    return node(.subscriptDecl, from: start, main: keyword, children)
  }

  // MARK: variables

  private mutating func parseVariable(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    let keyword = advance()
    var children = NodeList(modifiers.node)
    var progress = Progress()
    repeat {
      append(parsePatternBinding(), to: &children)
    } while eat(.comma) && progress.moved(self)
    return node(.variableDecl, from: start, main: keyword, flags: modifiers.flags, children)
  }

  private mutating func parsePatternBinding() -> NodeID {
    let start = here
    var children = NodeList(parsePattern())
    append(parseTypeAnnotation(), to: &children)
    let initializer = parseInitializer(Context())
    append(initializer, to: &children)
    if at(.leftBrace), initializer.isNone || !startsLine || atObserverBlock() {
      append(parseAccessorBlock(), to: &children)
    }
    return node(.patternBinding, from: start, children)
  }

  /// `: T`, or nothing.
  mutating func parseTypeAnnotation() -> NodeID {
    guard at(.colon) else { return .none }
    let start = advance()
    let type = parseResultType()
    return node(.typeAnnotation, from: start, child: type)
  }

  /// `= e`, or nothing.
  mutating func parseInitializer(_ context: Context) -> NodeID {
    guard at(.equal) else { return .none }
    let start = advance()
    let value = parseExpression(context)
    return node(.initializer, from: start, child: value)
  }

  // MARK: operators, macros

  private mutating func parseOperator(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var name = TokenID.none
    switch kind {
    case .op: name = eatOperator()
    case .equal, .arrow, .exclamation, .infixQuestion, .postfixQuestion, .prefixAmpersand: name = advance()
    default:
      reportHere("expected an operator")
      if !startsLine, atIdentifier || at(.dollarIdentifier) { advance() }
    }
    if eat(.colon) {
      repeat {
        if at(.op) { _ = eatOperator() } else if atIdentifier || at(.keyword) || at(.prefixAmpersand) { advance() }
      } while eat(.comma)
    }
    if at(.leftBrace) { skipGroup() }
    return node(.operatorDecl, from: start, main: name, NodeList(modifiers.node))
  }

  private mutating func parsePrecedenceGroup(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    let name = expectName("a precedence group")
    if at(.leftBrace) { skipGroup() } else { reportHere("expected '{'") }
    return node(.precedenceGroupDecl, from: start, main: name, NodeList(modifiers.node))
  }

  private mutating func parseMacro(_ start: TokenID, _ modifiers: Modifiers) -> NodeID {
    advance()
    var children = NodeList(modifiers.node)
    let name = expectName("a macro")
    if atLeftAngle { append(parseGenericParameters(), to: &children) }
    append(parseParameters(.function), to: &children)
    append(parseEffects(), to: &children)
    append(parseReturnType(allowsOpaqueNames: true), to: &children)
    append(parseInitializer(Context()), to: &children)
    append(parseWhereClause(), to: &children)
    return node(.macroDecl, from: start, main: name, children)
  }
}
