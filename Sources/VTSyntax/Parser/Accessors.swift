/// The braces behind a variable or subscript: accessors, observers, or the body of an implicit getter.
extension Parser {
  mutating func parseAccessorBlock() -> NodeID {
    guard !isTooDeep else { return skipTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let start = here
    advance()
    var children = NodeList()
    var flags: NodeFlags = []
    if atAccessor(isFirst: true) {
      parseAccessors(into: &children)
    } else {
      flags = .implicitGetter
      parseItems(until: .brace, into: &children)
    }
    expectClosing(.rightBrace, "}", children: &children)
    return node(.accessorBlock, from: start, flags: flags, children)
  }

  mutating func parseAccessors(into children: inout NodeList) {
    var progress = Progress()
    while progress.moved(self) {
      if atAccessor(isFirst: false) {
        append(parseAccessor(), to: &children)
      } else if at(.poundIf) {
        append(parseConditional(.accessors), to: &children)
      } else {
        return
      }
    }
  }

  private mutating func parseAccessor() -> NodeID {
    let start = here
    var attributes = NodeList()
    while at(.at) { append(parseAttribute(), to: &attributes) }
    if isAccessorModifier(word) { advance() }
    var children = NodeList()
    if here != start { append(node(.modifiers, from: start, attributes), to: &children) }
    let takesParameter = at(.set) || at(.willSet) || at(.didSet) || at(.initWord)
    let keyword = advance()
    if takesParameter, at(.leftParen) { append(parseAccessorParameter(), to: &children) }
    append(parseEffects(), to: &children)
    append(parseOptionalBlock(allowInit: true), to: &children)
    return node(.accessorDecl, from: start, main: keyword, children)
  }

  /// `(newValue)`.
  private mutating func parseAccessorParameter() -> NodeID {
    let start = here
    advance()
    let name = expectName("the new value")
    var children = NodeList()
    expectClosing(.rightParen, ")", children: &children)
    return node(.accessorParameter, from: start, main: name, children)
  }

  /// Whether an accessor begins here. Consumes nothing.
  /// - Parameter isFirst: whether the block could still be the body of an implicit getter.
  private mutating func atAccessor(isFirst: Bool) -> Bool {
    if isAccessorWord(word) { return true }
    let start = position
    defer { move(to: start) }
    if at(.at) { skipAttributes() }
    if isAccessorModifier(word) { advance() }
    // `read`, `modify` and `mutate` are no accessors yet: at the start of a block they are calls with a closure.
    let isNew = at(.read) || at(.modify) || at(.mutate)
    return isAccessorWord(word) || (isNew && !isFirst && peek().kind == .leftBrace)
  }

  private func isAccessorModifier(_ word: Word) -> Bool {
    switch word {
    case .mutating, .nonmutating, .consuming, .borrowing, .__consuming: true
    default: false
    }
  }

  private func isAccessorWord(_ word: Word) -> Bool {
    switch word {
    case .get, .set, .willSet, .didSet, ._read, ._modify, .initWord, .borrow, .unsafeAddress, .unsafeMutableAddress,
      .addressWithOwner, .addressWithNativeOwner, .mutableAddressWithOwner, .mutableAddressWithNativeOwner:
      return true
    default:
      return false
    }
  }

  /// Whether the brace here opens observers (`didSet`, `willSet`, `init`): such braces are no closure.
  mutating func atObserverBlock() -> Bool {
    let next = peek()
    if next.word == .didSet || next.word == .willSet || next.word == .initWord { return true }
    guard next.kind == .at else { return false }
    let start = position
    defer { move(to: start) }
    advance()
    while eat(.at) {
      guard atIdentifier else { return false }
      advance()
      if at(.leftParen) { skipGroup() }
    }
    return at(.didSet) || at(.willSet) || at(.initWord)
  }
}
