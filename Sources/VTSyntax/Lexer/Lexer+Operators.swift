import VTDiagnostics

// Operators. Whether one is prefix, postfix or infix follows from what stands on both sides; the longest run of operator
// characters is one operator, but for the exceptions that the functions here are named after.

extension Lexer {
  mutating func lexOperator() {
    let start = cursor.offset
    var hasSlash = false
    var end = endOfOperatorRun(from: start, hasSlash: &hasSlash)
    if hasSlash {
      if lexOperatorAsRegex(from: start, operatorEnd: end) { return }
      end = startOfComment(in: start..<end) ?? end
    }
    if endsInGenericParameters(start..<end) { end -= 1 }
    emitOperator(from: start, to: end)
  }

  /// `?` and `!` are postfix marks of their own behind an operand, and operator characters elsewhere.
  mutating func lexQuestionOrExclamation() {
    let start = cursor.offset
    if !isLeftBound(start) { return lexOperator() }
    cursor.offset += 1
    emit(postfixMark(at: start), from: start)
  }

  private func postfixMark(at place: Int) -> TokenKind {
    cursor.byte(at: place) == Byte.question ? .postfixQuestion : .exclamation
  }

  // MARK: Where an operator ends

  private mutating func endOfOperatorRun(from start: Int, hasSlash: inout Bool) -> Int {
    // Only an operator that begins with a dot holds more of them.
    let takesDots = cursor.byte(at: start) == Byte.dot
    var place = start
    while true {
      switch cursor.byteClass(at: place) {
      case .otherOperator, .greater, .question: place += 1
      case .dot:
        if !takesDots { return place }
        place += 1
      case .slash:
        hasSlash = true
        place += 1
      case .less:
        if place > start, placeholderBegins(at: place) { return place }
        place += 1
      case .nonASCII:
        let scalar = cursor.scalar(at: place)
        guard let value = scalar.value, Scalars.continuesOperator(value) else { return place }
        place += scalar.length
      default: return place
      }
    }
  }

  /// Whether `<#` stands there and `#>` follows on the line.
  private mutating func placeholderBegins(at place: Int) -> Bool {
    guard cursor.byte(at: place + 1) == Byte.pound else { return false }
    let known = memory.placeholderEnd
    if place >= known.from, place < known.to { return known.found }
    var search = place + 1
    var found = false
    while search < cursor.end, cursor.byte(at: search) != Byte.lineFeed, !found {
      found = cursor.byte(at: search) == Byte.pound && cursor.byte(at: search + 1) == Byte.greater
      search += 1
    }
    memory.placeholderEnd = (place, search, found)
    return found
  }

  /// `//` and `/*` inside a run begin a comment; at its start they would not have come here.
  private func startOfComment(in run: Range<Int>) -> Int? {
    for place in run.dropFirst() where cursor.byte(at: place) == Byte.slash {
      let next = cursor.byte(at: place + 1)
      if next == Byte.slash || next == Byte.star { return place }
    }
    return nil
  }

  /// In `func ==<T>(…)` the last bracket of the run begins the generic parameters.
  private func endsInGenericParameters(_ run: Range<Int>) -> Bool {
    guard tokens.last?.word == .func, run.count > 1, cursor.byte(at: run.upperBound - 1) == Byte.less else { return false }
    switch cursor.byteClass(at: run.upperBound) {
    case .letter: return true
    case .nonASCII: return cursor.scalar(at: run.upperBound).value.map(Scalars.beginsName) ?? false
    default: return false
    }
  }

  // MARK: What an operator is

  /// Emits the run as one token, or in pieces if it begins with an angle bracket (see `TokenFlags.joined`), and moves
  /// the cursor behind it.
  mutating func emitOperator(from start: Int, to end: Int) {
    let first = cursor.byteClass(at: start)
    let isLeftBound = isLeftBound(start)
    let isRightBound = isRightBound(end, isLeftBound: isLeftBound)
    if end - start == 1 || first != .less && first != .greater || endsBlockComment(start..<end) {
      return emitPiece(from: start, to: end, isLeftBound: isLeftBound, isRightBound: isRightBound)
    }
    var place = start
    while place < end {
      var pieceEnd = place + 1
      switch cursor.byteClass(at: place) {
      case .less, .greater: break
      case .question where place > start: break
      default: pieceEnd = end
      }
      // Each piece has the flags of the rest of the run, which is what an operator that begins here would have.
      emitPiece(
        from: place, to: pieceEnd, isLeftBound: isLeftBound || place > start,
        isRightBound: place > start ? self.isRightBound(end, isLeftBound: true) : isRightBound)
      if pieceEnd < end { tokens[tokens.count - 1].flags.insert(.joined) }
      place = pieceEnd
    }
  }

  private mutating func emitPiece(from start: Int, to end: Int, isLeftBound: Bool, isRightBound: Bool) {
    cursor.offset = end
    if end - start == 1, let kind = kindOfSingle(at: start, isLeftBound: isLeftBound, isRightBound: isRightBound) {
      return emit(kind, from: start)
    }
    if end - start == 2, cursor.byte(at: start) == Byte.minus, cursor.byte(at: start + 1) == Byte.greater {
      return emit(.arrow, from: start)
    }
    if endsBlockComment(start..<end) {
      return emitMalformed(.unknown, from: start, "the end of a comment that was not begun")
    }
    emit(.op, from: start, isLeftBound == isRightBound ? [] : isLeftBound ? .postfix : .prefix)
  }

  private func kindOfSingle(at place: Int, isLeftBound: Bool, isRightBound: Bool) -> TokenKind? {
    switch cursor.byte(at: place) {
    case Byte.equal: .equal
    case Byte.dot: .period
    case Byte.ampersand: !isLeftBound && isRightBound ? .prefixAmpersand : nil
    case Byte.question: isLeftBound ? .postfixQuestion : .infixQuestion
    case Byte.exclamation: isLeftBound ? .exclamation : nil
    default: nil
    }
  }

  private func endsBlockComment(_ run: Range<Int>) -> Bool {
    for place in run.dropLast() where cursor.byte(at: place) == Byte.star {
      if cursor.byte(at: place + 1) == Byte.slash { return true }
    }
    return false
  }

  // MARK: What stands on both sides

  /// Whether what stands directly before is part of an expression, rather than blank or opening.
  func isLeftBound(_ place: Int) -> Bool {
    if place == 0 { return false }
    let before = cursor.byte(at: place - 1)
    switch cursor.byteClass(at: place - 1) {
    case .lineEnd, .nul, .leftParen, .leftSquare, .leftBrace, .comma, .semicolon, .colon: return false
    case .blank: return before != Byte.space && before != Byte.tab
    case .slash: return !(place >= 2 && cursor.byte(at: place - 2) == Byte.star)
    case .nonASCII: return !(before == 0xA0 && place >= 2 && cursor.byte(at: place - 2) == 0xC2)
    default: return true
    }
  }

  /// Whether what stands directly behind is part of an expression, rather than blank, closing or a comment.
  func isRightBound(_ place: Int, isLeftBound: Bool) -> Bool {
    let next = cursor.byte(at: place)
    switch cursor.byteClass(at: place) {
    case .lineEnd, .nul, .rightParen, .rightSquare, .rightBrace, .comma, .semicolon, .colon: return false
    case .blank: return next != Byte.space && next != Byte.tab
    // The `^` of `x^.y` is postfix, that of `^.y` is prefix.
    case .dot: return !isLeftBound
    case .slash: return cursor.byte(at: place + 1) != Byte.slash && cursor.byte(at: place + 1) != Byte.star
    case .nonASCII: return !(next == 0xC2 && cursor.byte(at: place + 1) == 0xA0)
    default: return true
    }
  }
}
