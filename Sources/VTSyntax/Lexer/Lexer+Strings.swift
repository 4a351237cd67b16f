import VTDiagnostics

// String literals: a start token, texts, interpolations, an end token. A string with an open interpolation waits on
// `Lexer.strings` while the main loop lexes what stands inside.

/// A string literal that has begun.
struct OpenString {
  var quote: UInt8
  var isMultiLine = false
  /// The number signs before the opening quote.
  var poundCount: Int
  /// The index of its `stringStart` token.
  var startToken: Int
  /// `Lexer.parenDepth` outside the string.
  var outerParenDepth: Int
}

extension Lexer {
  /// At the opening quote; `start` is the first of the number signs before it, or the quote itself.
  mutating func lexString(from start: Int, poundCount: Int) {
    let quote = cursor.byte
    var string = OpenString(
      quote: quote, poundCount: poundCount, startToken: tokens.count, outerParenDepth: parenDepth)
    cursor.offset += 1
    if quote == Byte.doubleQuote, cursor.byte == quote, cursor.byte(ahead: 1) == quote,
      poundCount == 0 || !rawStringEndsOnLine(from: cursor.offset + 1, poundCount: poundCount)
    {
      string.isMultiLine = true
      cursor.offset += 2
    }
    if quote == Byte.doubleQuote {
      emit(.stringStart, from: start)
    } else {
      emitMalformed(.stringStart, from: start, "a string in single quotes")
    }
    lexStringText(of: string)
  }

  /// Text up to the end of the string, which is emitted, or up to the next interpolation, which is entered.
  mutating func lexStringText(of string: OpenString) {
    let start = cursor.offset
    var isValid = true
    while true {
      while cursor.byteClass.isPlainInString { cursor.offset += 1 }
      switch cursor.byteClass {
      case .quote:
        if let length = endLength(of: string) {
          emitText(from: start, isValid: isValid)
          cursor.offset += length
          return emit(.stringEnd, from: cursor.offset - length)
        }
        cursor.offset += 1
      case .backslash:
        if let length = interpolationLength(in: string) {
          emitText(from: start, isValid: isValid)
          cursor.offset += length
          emit(.interpolationStart, from: cursor.offset - length)
          return enterInterpolation(of: string)
        }
        skipEscape(in: string)
      case .lineEnd where !string.isMultiLine:
        emitText(from: start, isValid: isValid)
        return reportUnterminated(string)
      case .nul where cursor.isAtEnd:
        emitText(from: start, isValid: isValid)
        return reportUnterminated(string)
      case .nonASCII:
        let scalar = cursor.scalar(at: cursor.offset)
        if scalar.value == nil { isValid = false }
        cursor.offset += scalar.length
      default:
        cursor.offset += 1
      }
    }
  }

  private mutating func emitText(from start: Int, isValid: Bool) {
    if cursor.offset == start { return }
    if isValid {
      emit(.stringText, from: start)
    } else {
      emitMalformed(.stringText, from: start, "a string with bytes that are not UTF-8")
    }
  }

  mutating func reportUnterminated(_ string: OpenString) {
    tokens[string.startToken].flags.insert(.malformed)
    report("a string that nothing closes", from: Int(tokens[string.startToken].start))
  }

  // MARK: Interpolations

  private mutating func enterInterpolation(of string: OpenString) {
    strings.append(string)
    parenDepth = 0
    lineEndEndsString = !string.isMultiLine
  }

  /// In an interpolation of a string of one line, a line end ends both; the cursor stays before it.
  mutating func endStringAtLineEnd() {
    guard let string = strings.popLast() else { return }
    parenDepth = string.outerParenDepth
    lineEndEndsString = strings.last.map { !$0.isMultiLine } ?? false
    reportUnterminated(string)
  }

  // MARK: What ends text

  /// The length of the closing delimiter if it stands here. Too many number signs belong to it all the same.
  private func endLength(of string: OpenString) -> Int? {
    guard cursor.byte == string.quote else { return nil }
    var length = 1
    if string.isMultiLine {
      guard cursor.byte(ahead: 1) == string.quote, cursor.byte(ahead: 2) == string.quote else { return nil }
      length = 3
    }
    if string.poundCount == 0 { return length }
    let quotes = length
    while cursor.byte(at: cursor.offset + length) == Byte.pound { length += 1 }
    return length - quotes >= string.poundCount ? length : nil
  }

  /// The length of `\(`, or of `\#(` in a raw string, if it stands here.
  private func interpolationLength(in string: OpenString) -> Int? {
    let length = escapeLength(in: string)
    return length > 0 && cursor.byte(at: cursor.offset + length) == Byte.leftParen ? length + 1 : nil
  }

  /// The length of the backslash and the number signs that make an escape of it; 0 if it is plain text. As in Swift,
  /// one number sign too many is taken for a slip.
  private func escapeLength(in string: OpenString) -> Int {
    if string.poundCount == 0 { return 1 }
    var count = 0
    while count <= string.poundCount, cursor.byte(at: cursor.offset + 1 + count) == Byte.pound { count += 1 }
    return count < string.poundCount ? 0 : 1 + count
  }

  /// Moves behind a backslash, and behind the quote or backslash that it makes plain.
  private mutating func skipEscape(in string: OpenString) {
    let length = escapeLength(in: string)
    cursor.offset += max(length, 1)
    if length > 0, cursor.byteClass == .quote || cursor.byteClass == .backslash { cursor.offset += 1 }
  }

  /// Whether a closing delimiter follows before the line ends: `#"""#` is a quote in a raw string, not the start of a
  /// string over several lines.
  private mutating func rawStringEndsOnLine(from start: Int, poundCount: Int) -> Bool {
    let known = memory.noRawStringEnd
    if start < known.before, poundCount >= known.pounds { return false }
    var place = start
    while place < cursor.end, cursor.byteClass(at: place) != .lineEnd {
      place += 1
      if cursor.byte(at: place - 1) != Byte.doubleQuote { continue }
      var pounds = 0
      while pounds < poundCount, cursor.byte(at: place + pounds) == Byte.pound { pounds += 1 }
      if pounds == poundCount { return true }
    }
    memory.noRawStringEnd = (poundCount, place)
    return false
  }
}
