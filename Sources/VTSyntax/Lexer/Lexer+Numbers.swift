import VTDiagnostics

// Number literals. What no number can go on with is swallowed as part of a malformed one (`0xg`, `12ab`), but `1.foo` is
// a member and `1...2` a range.

extension Lexer {
  mutating func lexNumber() {
    let start = cursor.offset
    if cursor.byte == UInt8(ascii: "0") {
      switch cursor.byte(ahead: 1) {
      case UInt8(ascii: "x"): return lexHexNumber()
      case UInt8(ascii: "o"): return lexInteger(from: start, lastDigit: UInt8(ascii: "7"), "octal")
      case UInt8(ascii: "b"): return lexInteger(from: start, lastDigit: UInt8(ascii: "1"), "binary")
      default: break
      }
    }
    skipDigits()
    let hasFraction = cursor.byte == Byte.dot && isDigit(cursor.byte(ahead: 1))
    // `x.0.1` is a member of a member.
    if hasFraction, tokens.last?.kind == .period { return emit(.integerLiteral, from: start) }
    if hasFraction {
      cursor.offset += 1
      skipDigits()
    } else if cursor.byte | 0x20 != UInt8(ascii: "e") {
      if cursor.byte == Byte.dot { return emit(.integerLiteral, from: start) }
      return finishNumber(.integerLiteral, from: start, "a digit that is none")
    }
    if cursor.byte | 0x20 == UInt8(ascii: "e") { return lexExponent(from: start) }
    emit(.floatLiteral, from: start)
  }

  /// `0o17`, `0b11`.
  private mutating func lexInteger(from start: Int, lastDigit: UInt8, _ name: StaticString) {
    cursor.offset += 2
    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= lastDigit }
    if !isDigit(cursor.byte) {
      skipRestOfName()
      return emitMalformed(.integerLiteral, from: start, "a number without \(name) digits")
    }
    while isDigit(cursor.byte) || cursor.byte == Byte.underscore { cursor.offset += 1 }
    finishNumber(.integerLiteral, from: start, "a digit that is not \(name)")
  }

  private mutating func lexHexNumber() {
    let start = cursor.offset
    cursor.offset += 2
    if !isHexDigit(cursor.byte) {
      skipRestOfName()
      return emitMalformed(.integerLiteral, from: start, "a number without hexadecimal digits")
    }
    skipHexDigits()
    let dot = cursor.offset
    if cursor.byte == Byte.dot, isHexDigit(cursor.byte(ahead: 1)) {
      cursor.offset += 1
      skipHexDigits()
      // A fraction needs an exponent, or it is a member: `0xff.description`, `0xff.feed`.
      let hasSign = cursor.byte(ahead: 1) == Byte.plus || cursor.byte(ahead: 1) == Byte.minus
      let isMember = !isDigit(cursor.byte(at: dot + 1)) && !hasSign && !isDigit(cursor.byte(ahead: 1))
      if cursor.byte | 0x20 != UInt8(ascii: "p") || isMember {
        cursor.offset = dot
        return emit(.integerLiteral, from: start)
      }
    }
    if cursor.byte | 0x20 == UInt8(ascii: "p") { return lexExponent(from: start) }
    finishNumber(.integerLiteral, from: start, "a digit that is not hexadecimal")
  }

  /// At the letter of the exponent.
  private mutating func lexExponent(from start: Int) {
    cursor.offset += 1
    if cursor.byte == Byte.plus || cursor.byte == Byte.minus { cursor.offset += 1 }
    if !isDigit(cursor.byte) {
      skipRestOfName()
      return emitMalformed(.floatLiteral, from: start, "an exponent without digits")
    }
    skipDigits()
    finishNumber(.floatLiteral, from: start, "a digit that is none in an exponent")
  }

  /// Takes in the letters that follow directly, if any, with a problem.
  private mutating func finishNumber(_ kind: TokenKind, from start: Int, _ defect: String) {
    let end = cursor.offset
    skipRestOfName()
    if cursor.offset == end { return emit(kind, from: start) }
    emitMalformed(kind, from: start, "a number with \(defect)")
  }

  private mutating func skipDigits() {
    while isDigit(cursor.byte) || cursor.byte == Byte.underscore { cursor.offset += 1 }
  }

  private mutating func skipHexDigits() {
    while isHexDigit(cursor.byte) || cursor.byte == Byte.underscore { cursor.offset += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
  }
}
