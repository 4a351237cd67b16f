import VTDiagnostics

// Names: plain words, `` `quoted` `` ones, `$0`, editor placeholders, and what stands where a name could.

extension Lexer {
  mutating func lexName() {
    let start = cursor.offset
    cursor.skipNameBytes()
    let next = cursor.byteClass
    if next == .nonASCII || next == .dollar { skipRestOfName() }
    finishName(from: start)
  }

  /// Moves behind all that a name goes on with.
  mutating func skipRestOfName() {
    while true {
      let next = cursor.byteClass
      if next.isNamePart {
        cursor.offset += 1
      } else if next == .nonASCII {
        let scalar = cursor.scalar(at: cursor.offset)
        guard let value = scalar.value, Scalars.continuesName(value) else { return }
        cursor.offset += scalar.length
      } else {
        return
      }
    }
  }

  private mutating func finishName(from start: Int) {
    let length = cursor.offset - start
    let first = cursor.eightBytes(at: start, length: min(length, 8))
    if findsNames { names.insert(cursor.name(at: start, length: length, first: first), first: first) }
    let word = words.word(at: start, length: length, first: first, in: cursor)
    if word.isReserved {
      emit(.keyword, from: start, word: word)
    } else if length == 1, cursor.byte(at: start) == Byte.underscore {
      emit(.wildcard, from: start)
    } else {
      emit(.identifier, from: start, word: word)
    }
  }

  /// `$0` and `$name`.
  mutating func lexDollar() {
    let start = cursor.offset
    cursor.offset += 1
    while cursor.byteClass == .digit { cursor.offset += 1 }
    let digitsEnd = cursor.offset
    skipRestOfName()
    if cursor.offset == digitsEnd { return emit(.dollarIdentifier, from: start) }
    let length = cursor.offset - start
    if findsNames {
      names.insert(cursor.name(at: start, length: length, first: cursor.eightBytes(at: start, length: min(length, 8))))
    }
    emit(.identifier, from: start)
  }

  /// `` `class` ``, or a raw name such as `` `a b` ``; a back quote that nothing closes on its line stands alone.
  mutating func lexQuotedName() {
    let start = cursor.offset
    var place = start + 1
    var defect: String?
    var isOperator = true
    var isBlank = true
    while true {
      let byte = cursor.byte(at: place)
      if byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == 0 && place == cursor.end {
        cursor.offset = start + 1
        return emitMalformed(.backtick, from: start, "a back quote without its partner")
      }
      if byte == Byte.backquote { break }
      let scalar = cursor.scalar(at: place)
      defect = defect ?? rawNameDefect(scalar)
      let value = scalar.value ?? 0
      if value != 0x20, value != 0x200E, value != 0x200F { isBlank = false }
      if !isOperatorPart(scalar, isFirst: place == start + 1) { isOperator = false }
      place += scalar.length
    }
    cursor.offset = place + 1
    let length = place - start - 1
    if length == 0 {
      defect = "an empty name"
    } else {
      let first = cursor.eightBytes(at: start + 1, length: min(length, 8))
      if findsNames { names.insert(cursor.name(at: start + 1, length: length, first: first), first: first) }
      defect = defect ?? (isBlank ? "a name of blanks only" : isOperator ? "an operator in back quotes" : nil)
    }
    if let defect { return emitMalformed(.identifier, from: start, defect, .quoted) }
    emit(.identifier, from: start, .quoted)
  }

  private func rawNameDefect(_ scalar: DecodedScalar) -> String? {
    guard let value = scalar.value else { return "a name with bytes that are not UTF-8" }
    if Scalars.isForbiddenBlank(value) { return "a name with white space other than plain spaces" }
    if value == UInt32(Byte.backslash) { return "a name with a backslash" }
    if value < 0x20 || value == 0x7F { return "a name with a control character" }
    return nil
  }

  private func isOperatorPart(_ scalar: DecodedScalar, isFirst: Bool) -> Bool {
    guard let value = scalar.value else { return false }
    if value < 0x80 { return ByteClass(of: UInt8(value)).isOperator }
    return isFirst ? Scalars.beginsOperator(value) : Scalars.continuesOperator(value)
  }

  /// `<#…#>` on one line. Returns false, without moving, where there is none.
  mutating func lexPlaceholder() -> Bool {
    let start = cursor.offset
    guard cursor.byte == Byte.less, cursor.byte(ahead: 1) == Byte.pound else { return false }
    var place = start + 2
    while place < cursor.end {
      let byte = cursor.byte(at: place)
      place += 1
      if byte == Byte.lineFeed { return false }
      if byte == Byte.less, cursor.byte(at: place) == Byte.pound { return false }
      if byte == Byte.pound, cursor.byte(at: place) == Byte.greater {
        cursor.offset = place + 1
        emitMalformed(.identifier, from: start, "an editor placeholder")
        return true
      }
    }
    return false
  }

  /// A name, operator, or something that Swift has no use for, that begins with a byte of 0x80 or more.
  mutating func lexNonASCII() {
    let start = cursor.offset
    let scalar = cursor.scalar(at: start)
    guard let value = scalar.value else { return skipUnknown(length: scalar.length, "bytes that are not UTF-8") }
    switch value {
    case 0xFEFF: skipBlank(length: scalar.length)
    case 0xA0: skipUnknown(length: scalar.length, "a non-breaking space")
    case 0x201C: lexCurlyQuoted()
    case 0x201D:
      cursor.offset += scalar.length
      emitMalformed(.unknown, from: start, "a curly quotation mark")
    case _ where Scalars.beginsName(value):
      skipRestOfName()
      finishName(from: start)
    case _ where Scalars.beginsOperator(value):
      lexOperator()
    case _ where Scalars.continuesName(value):
      skipRestOfName()
      emitMalformed(.identifier, from: start, "a name that begins with a combining character")
    default:
      skipUnknown(length: scalar.length, "this character")
    }
  }

  /// Text between curly quotation marks is taken for one name; an opening one alone too.
  private mutating func lexCurlyQuoted() {
    let start = cursor.offset
    let afterQuote = start + 3
    if let end = endOfCurlyQuoted(from: afterQuote) {
      cursor.offset = end
      return emitMalformed(.identifier, from: start, "curly quotation marks")
    }
    cursor.offset = afterQuote
    emitMalformed(.identifier, from: start, "a curly quotation mark")
  }

  private mutating func endOfCurlyQuoted(from start: Int) -> Int? {
    if start < memory.noCurlyQuoteEnd { return nil }
    var place = start
    while place < cursor.end {
      let byte = cursor.byte(at: place)
      if byte == Byte.backslash {
        // Only plain escapes: an interpolation is no part of a name.
        guard "0nrt\"'\\".utf8.contains(cursor.byte(at: place + 1)) else { break }
        place += 2
        continue
      }
      guard byte >= Byte.space, byte != 0x7F, let value = cursor.scalar(at: place).value else { break }
      place += cursor.scalar(at: place).length
      if value == 0x201D || byte == Byte.doubleQuote { return place }
    }
    memory.noCurlyQuoteEnd = place
    return nil
  }
}

extension Cursor {
  /// The name of `length` bytes; `first` is the first eight of them, or all, with zeros behind.
  func name(at place: Int, length: Int, first: UInt64) -> Name {
    Name(count: length) { $0 == 0 ? first : eightBytes(at: place + $0, length: min(length - $0, 8)) }
  }
}
