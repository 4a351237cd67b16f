/// Attributes and modifiers, and the question whether a declaration begins here.
extension Parser {
  /// What stands before a declaration, and what its words say.
  struct Modifiers {
    /// The `modifiers` row, or `.none`.
    var node = NodeID.none
    var flags: NodeFlags = []
  }

  /// `@attribute public static …`, `#if … @attribute … #endif`.
  mutating func parseModifiers() -> Modifiers {
    let start = here
    var result = Modifiers()
    var children = NodeList()
    var progress = Progress()
    while progress.moved(self) {
      if at(.at) {
        append(parseAttribute(), to: &children)
      } else if at(.poundKeyword), at(.poundIf), atConditionalAttributes() {
        append(parseConditional(.attributes), to: &children)
      } else if isModifier(word) {
        if at(.class), !atClassModifier() { break }
        if at(.static) || at(.class) { result.flags.insert(.isStatic) }
        if at(.async) { result.flags.insert(.isAsync) }
        let takesDetail = takesDetail(word)
        advance()
        if takesDetail, at(.leftParen), !startsLine || peek(2).kind == .rightParen { skipGroup() }
      } else {
        break
      }
    }
    if here != start { result.node = node(.modifiers, from: start, children) }
    return result
  }

  /// Attributes alone, as before a parameter or a closure signature.
  mutating func parseAttributes() -> NodeID {
    guard at(.at) else { return .none }
    let start = here
    var children = NodeList()
    while at(.at) { append(parseAttribute(), to: &children) }
    return node(.modifiers, from: start, children)
  }

  /// `class` is a modifier before another modifier or a member's keyword.
  private mutating func atClassModifier() -> Bool {
    let start = position
    defer { move(to: start) }
    advance()
    return at(.override) || atDeclaration(allowInit: true, inMembers: false)
  }

  func isModifier(_ word: Word) -> Bool {
    switch word {
    case .__consuming, .__setter_access, ._const, ._local, .async, .borrowing, .class, .consuming, .convenience,
      .distributed, .dynamic, .fileprivate, .final, .indirect, .infix, .internal, .isolated, .lazy, .mutating,
      .nonisolated, .nonmutating, .open, .optional, .override, .package, .postfix, .prefix, .private, .public, .reasync,
      .required, .rethrows, .sending, .static, .unowned, .weak:
      return true
    default:
      return false
    }
  }

  /// Modifiers such as `private(set)`; behind the others a parenthesis makes a call of a function with that name.
  private func takesDetail(_ modifier: Word) -> Bool {
    switch modifier {
    case .fileprivate, .internal, .nonisolated, .open, .package, .private, .public, .unowned: true
    default: false
    }
  }

  // MARK: attributes

  mutating func parseAttribute(ofType: Bool = false) -> NodeID {
    let start = here
    advance()
    var children = NodeList()
    let name = eatAttributeName()
    if name.isNone {
      append(missing("the name of an attribute"), to: &children)
    } else if ofType ? takesTypeArguments(name) : true, atAttributeArguments() {
      parseAttributeArguments(of: name, into: &children)
    }
    return node(.attribute, from: start, main: name, children)
  }

  /// Consumes `A.B<C>` and gives the last name.
  private mutating func eatAttributeName() -> TokenID {
    eatModuleSelector()
    guard atIdentifier || at(.rethrows) || at(.selfType) else { return .none }
    var name = advance()
    while true {
      if atLeftAngle {
        let start = position
        if !tryGenericArguments() {
          move(to: start)
          return name
        }
      }
      guard at(.period), peek().kind == .identifier || peek().kind == .keyword else { return name }
      advance()
      eatModuleSelector()
      name = advance()
    }
  }

  /// `@escaping (A) -> B`: these attributes of types never take the parenthesis behind them.
  private func takesTypeArguments(_ name: TokenID) -> Bool {
    let token = tokens[Int(name.index)]
    switch token.word {
    case ._local, .async, .autoclosure, .escaping, .preconcurrency, .retroactive, .unchecked: return false
    default: break
    }
    let range = Int(token.start)..<Int(token.end)
    return !(spells(range, "Sendable") || spells(range, "noescape") || spells(range, "noDerivative")
      || spells(range, "_noMetadata"))
  }

  private mutating func parseAttributeArguments(of name: TokenID, into children: inout NodeList) {
    if hasOwnArguments(name) {
      skipGroup()
    } else {
      advance()
      // The role of `@attached(extension, …)` is the only argument spelt as a reserved word.
      if at(.extension), peek().kind == .comma || peek().kind == .rightParen {
        advance()
        _ = eat(.comma)
      }
      parseArguments(until: .rightParen, context: Context(flavor: .attribute), into: &children)
      expectClosing(.rightParen, ")", children: &children)
    }
  }

  /// Attributes whose arguments are no expressions: platforms, selectors, requirements, declarations.
  private func hasOwnArguments(_ name: TokenID) -> Bool {
    let token = tokens[Int(name.index)]
    // With a module before it, it is not the language's.
    if tokens[Int(name.index) - 1].kind != .at { return false }
    switch token.word {
    case .available, ._specialize, .specialized, ._effects, ._implements, .derivative, .transpose, .differentiable, .abi,
      .convention:
      return true
    case .none:
      break
    default:
      return false
    }
    let range = Int(token.start)..<Int(token.end)
    return spells(range, "objc") || spells(range, "backDeployed") || spells(range, "_spi_available")
      || spells(range, "_originallyDefinedIn") || spells(range, "_documentation")
      || spells(range, "_dynamicReplacement") || spells(range, "_backDeploy")
  }

  // MARK: does a declaration begin here?

  /// Whether a declaration begins here, behind its attributes and modifiers. Consumes nothing.
  /// - Parameter inMembers: among members only declarations may stand, so less must be seen to believe in one.
  mutating func atDeclaration(allowInit: Bool, inMembers: Bool) -> Bool {
    switch kind {
    case .keyword:
      switch word {
      case .let, .var, .func, .struct, .enum, .extension, .protocol, .import, .typealias, .associatedtype, .class,
        .deinit, .operator, .precedencegroup, .subscript, .inout:
        return true
      case .initWord: return allowInit
      case .case: return inMembers
      case .static, .public, .private, .fileprivate, .internal, .rethrows: break
      default: return false
      }
    case .identifier:
      if word == .none { return false }
    case .at, .poundKeyword, .pound:
      break
    default:
      return false
    }
    if !inMembers, noDeclarationIn.contains(position) { return false }
    let start = position
    defer { move(to: start) }
    let isDeclaration = tryDeclarationStart(allowInit: allowInit, inMembers: inMembers)
    if !inMembers, !isDeclaration, !at(.initWord) { noDeclarationIn = start..<position }
    return isDeclaration
  }

  private mutating func tryDeclarationStart(allowInit: Bool, inMembers: Bool) -> Bool {
    var hasAttribute = false
    var hasModifier = false
    while true {
      if at(.at) {
        // A lone sign at the end of a block is an attribute that somebody is writing.
        guard skipAttributes() else { return at(.rightBrace) || at(.endOfFile) }
        hasAttribute = true
      } else if at(.poundIf), tryConditionalAttributes() {
        hasAttribute = true
      } else {
        break
      }
    }
    while isModifier(word), !at(.class) {
      hasModifier = true
      // `open(path)` is a call far more often than a modifier.
      let takesDetail = !at(.open) && takesDetail(word)
      advance()
      if takesDetail, at(.leftParen) { skipGroup() }
    }
    if hasAttribute {
      if at(.rightBrace) || at(.endOfFile) || at(.poundEndif) { return true }
      if at(.stringStart) { return false }
    }
    switch kind {
    case .keyword:
      switch word {
      case .let, .var, .func, .struct, .enum, .extension, .protocol, .import, .typealias, .associatedtype, .class,
        .deinit, .operator, .precedencegroup, .subscript, .inout:
        return true
      case .initWord: return allowInit
      case .case: return inMembers
      default: break
      }
    case .identifier:
      switch word {
      case .actor: return peek().kind == .identifier
      case .macro: return peek().kind == .identifier
      case .using:
        let next = peek()
        return !hasAttribute && !hasModifier && !next.flags.contains(.startsLine)
          && (next.kind == .at || next.kind == .identifier)
      default: break
      }
    case .pound:
      return hasAttribute || hasModifier || inMembers
    default:
      break
    }
    return inMembers && (hasAttribute || hasModifier)
  }
}
