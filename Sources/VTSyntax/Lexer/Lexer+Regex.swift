import VTDiagnostics

// Regex literals: one token each. `#/…/#` always is one; whether a bare slash begins one is decided here by what
// stands before and inside it, as the language has it.

extension Lexer {
  /// At `#…#/`: a regex literal, whatever follows.
  mutating func lexRegex(poundCount: Int) {
    let start = cursor.offset
    let scan = scanRegex(from: start + poundCount, poundCount: poundCount, isCertain: true)
    finishRegex(from: start, scan)
  }

  /// Tries the first slash of the operator `start..<operatorEnd` as the start of a bare regex literal. If it is one,
  /// emits what stands before it as an operator, then the literal.
  mutating func lexOperatorAsRegex(from start: Int, operatorEnd: Int) -> Bool {
    var slash = start
    while cursor.byte(at: slash) != Byte.slash { slash += 1 }
    guard let isCertain = regexCertainty(from: start, operatorEnd: operatorEnd) else { return false }
    let scan = scanRegex(from: slash, poundCount: 0, isCertain: isCertain)
    switch scan {
    case .notRegex: return false
    case .unterminated where !isCertain: return false
    default: break
    }
    if slash > start { emitOperator(from: start, to: slash) }
    finishRegex(from: slash, scan)
    return true
  }

  private mutating func finishRegex(from start: Int, _ scan: RegexScan) {
    switch scan {
    case .done(let end):
      cursor.offset = end
      emit(.regexLiteral, from: start)
    case .unterminated(let end):
      cursor.offset = end
      emitMalformed(.regexLiteral, from: start, "a regex literal that nothing closes")
    case .notRegex:
      break
    }
  }

  // MARK: May a regex literal stand here?

  /// Nil if none may; else whether nothing else can stand here, so that even a strange literal is taken for one.
  private func regexCertainty(from start: Int, operatorEnd: Int) -> Bool? {
    if isLeftBound(start) { return nil }
    let previous = tokens.last
    if previous?.word == .func || previous?.word == .operator { return nil }
    if isRightBound(operatorEnd, isLeftBound: false) { return false }
    // It looks like an infix operator with blanks on both sides.
    let followsTry = followsTryMark()
    if !followsTry && !operandMayFollow() { return nil }
    switch previous?.kind {
    // An operator may be an argument: `reduce(1, /)`.
    case .leftParen, .interpolationStart, .leftSquare, .comma, .colon, .colonColon: return followsTry
    default: return true
    }
  }

  /// Whether the token before is the mark of `try?` or `try!`, behind which no infix operator can stand.
  private func followsTryMark() -> Bool {
    guard tokens.count >= 2, let mark = tokens.last, mark.kind == .postfixQuestion || mark.kind == .exclamation else {
      return false
    }
    return tokens[tokens.count - 2].word == .try
  }

  /// Whether an expression can begin behind the token before.
  private func operandMayFollow() -> Bool {
    guard let last = tokens.last else { return true }
    switch operatorBefore().kind {
    case .op: return !operatorBefore().flags.contains(.postfix)
    case .leftBrace, .leftParen, .interpolationStart, .leftSquare, .prefixAmpersand, .equal, .semicolon, .comma, .colon,
      .infixQuestion, .unknown:
      return true
    case .keyword:
      switch last.word {
      case .true, .false, .anyType, .nil, .selfValue, .selfType, .super: return false
      default: return true
      }
    case .poundKeyword:
      switch last.word {
      case .poundAvailable, .poundUnavailable, .poundSourceLocation: return false
      default: return true
      }
    default: return false
    }
  }

  /// The first piece of the operator that the last token is a piece of, or the last token itself.
  private func operatorBefore() -> Token {
    var index = tokens.count - 1
    while index > 0, tokens[index - 1].flags.contains(.joined) { index -= 1 }
    return tokens[index]
  }

  // MARK: Inside

  private enum RegexScan {
    case notRegex
    /// Nothing closes it; where it is taken to end.
    case unterminated(Int)
    /// The place behind it.
    case done(Int)
  }

  /// - Parameters:
  ///   - slash: the place of the opening slash.
  ///   - isCertain: it is a regex literal even with what only a strange one has.
  private mutating func scanRegex(from slash: Int, poundCount: Int, isCertain: Bool) -> RegexScan {
    var place = slash + 1
    let firstLineEnd = poundCount > 0 ? endOfBlankLine(from: place) : nil
    if let firstLineEnd {
      if poundCount >= memory.noMultiLineRegexEnd { return .unterminated(firstLineEnd) }
      place = firstLineEnd
    } else if poundCount == 0 {
      switch cursor.byte(at: place) {
      case Byte.space, Byte.tab:
        if !isCertain { return .notRegex }
      case Byte.star, Byte.slash: return .notRegex
      default: break
      }
      if slash > 0, cursor.byte(at: slash - 1) == Byte.star { return .notRegex }
    }

    var groups = 0
    var classDepth = 0
    while true {
      let byte = cursor.byte(at: place)
      switch byte {
      case Byte.slash:
        var end = place + 1
        if poundCount > 0 {
          // More number signs than at the start are taken for a slip.
          while cursor.byte(at: end) == Byte.pound { end += 1 }
          if end - place - 1 >= poundCount { return .done(end) }
          break
        }
        // A comment wins over a regex literal that would end just there.
        if cursor.byte(at: end) == Byte.slash || cursor.byte(at: end) == Byte.star { return .unterminated(place) }
        if !isCertain, place > slash + 1, endsInSpace(place) { return .notRegex }
        // Before Swift 6 `/a/b` may begin with an operator of somebody's own; behind a literal no name can stand.
        if !isCertain, poundCount == 0, cursor.byteClass(at: end).isNamePart { return .notRegex }
        return .done(end)
      case Byte.backslash:
        place += 1
        // What a backslash stands before is plain, but a line end or the end of the file still ends the literal.
        let next = cursor.byteClass(at: place)
        if next == .nul && place == cursor.end || next == .lineEnd && firstLineEnd == nil { continue }
      case Byte.lineFeed, Byte.carriageReturn:
        if firstLineEnd == nil { return .unterminated(place) }
      case Byte.leftParen where classDepth == 0: groups += 1
      case Byte.rightParen where classDepth == 0:
        if groups == 0, !isCertain { return .notRegex }
        groups = max(groups - 1, 0)
      case Byte.leftSquare: classDepth += 1
      case Byte.rightSquare: classDepth = max(classDepth - 1, 0)
      case 0 where place == cursor.end:
        guard let firstLineEnd else { return .unterminated(place) }
        // Over several lines, what follows is more likely code than pattern.
        memory.noMultiLineRegexEnd = poundCount
        return .unterminated(firstLineEnd)
      default: break
      }
      place += 1
    }
  }

  /// Whether an unescaped space stands before the place.
  private func endsInSpace(_ place: Int) -> Bool {
    if cursor.byte(at: place - 1) != Byte.space { return false }
    var backslashes = 0
    while cursor.byte(at: place - 2 - backslashes) == Byte.backslash { backslashes += 1 }
    return backslashes.isMultiple(of: 2)
  }

  /// The place of the line end, if only blanks stand before it.
  private func endOfBlankLine(from start: Int) -> Int? {
    var place = start
    while cursor.byte(at: place) == Byte.space || cursor.byte(at: place) == Byte.tab { place += 1 }
    return cursor.byteClass(at: place) == .lineEnd ? place : nil
  }
}
