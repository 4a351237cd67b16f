import VTDiagnostics

// Bytes to tokens. One pass, one switch, no recursion: an interpolation inside a string literal pushes the string on a
// stack and goes on in the same loop. Total: whatever the bytes are, each belongs to one token or to the trivia between
// tokens, and the tokens end with `endOfFile`.
//
// The subjects have files of their own: Lexer+Names, Lexer+Numbers, Lexer+Operators, Lexer+Regex, Lexer+Strings,
// Lexer+Trivia.

/// What the lexer makes of one file.
package struct LexedSource: Sendable {
  /// In order; the last is `endOfFile`.
  package var tokens: [Token]
  /// What is malformed or skipped, in order of discovery.
  package var problems: [SyntaxProblem]
  package var names: NameFilter
}

package struct Lexer {
  var cursor: Cursor
  var tokens: [Token] = []
  var problems: [SyntaxProblem] = []
  var names: NameFilter
  let findsNames: Bool
  let words = WordTable.shared
  /// Flags of the next token: what the trivia before it had.
  var pending: TokenFlags = [.startsLine, .spaceBefore]

  /// The strings whose interpolation is open, outermost first.
  var strings: [OpenString] = []
  /// Parentheses open in the innermost interpolation, or in the file.
  var parenDepth = 0
  /// Inside an interpolation of a string of one line, where a line end ends the string.
  var lineEndEndsString = false
  /// What searches to the right found, so that hostile text does not make them quadratic.
  var memory = SearchMemory()

  /// How many tokens a file of so many bytes may have: real code has one for each 8 bytes, and rows and tokens of a large
  /// file that is nothing but brackets would take 36 times the memory that the file does.
  static func tokenLimit(byteCount: Int) -> Int { 1_000_000 + byteCount / 10 }

  /// More problems than anybody reads, and few enough for memory.
  private static let problemLimit = 5_000

  /// Lexes a whole file. Any bytes will do.
  /// - Parameter findsNames: without it `names` says of every name that it may be there.
  package static func lex(_ source: [UInt8], findsNames: Bool = true) -> LexedSource {
    Cursor.withCursor(over: source) { cursor in
      var lexer = Lexer(cursor, findsNames: findsNames)
      lexer.lexAll()
      return LexedSource(tokens: lexer.tokens, problems: lexer.problems, names: lexer.names)
    }
  }

  private init(_ cursor: Cursor, findsNames: Bool) {
    self.cursor = cursor
    self.findsNames = findsNames
    names = findsNames ? NameFilter(byteCount: cursor.end) : .ofEveryName
    // Measured over real sources: 126 tokens in 1,000 bytes; more room is cheaper than growing.
    tokens.reserveCapacity(cursor.end / 6 + 16)
  }

  private mutating func lexAll() {
    let limit = Lexer.tokenLimit(byteCount: cursor.end)
    while tokens.count < limit {
      switch cursor.byteClass {
      case .letter: lexName()
      case .blank: skipBlanks()
      case .lineEnd: skipLineEnd()
      case .dot where cursor.byteClass(at: cursor.offset + 1).isNamePart: emitPunctuation(.period)
      case .dot, .otherOperator: lexOperator()
      case .slash:
        if !skipComment() { lexOperator() }
      case .less, .greater:
        if !skipConflictMarker(), !lexPlaceholder() { lexOperator() }
      case .question: lexQuestionOrExclamation()
      case .leftParen:
        parenDepth += 1
        emitPunctuation(.leftParen)
      case .rightParen: lexRightParen()
      case .leftBrace: emitPunctuation(.leftBrace)
      case .rightBrace: emitPunctuation(.rightBrace)
      case .leftSquare: emitPunctuation(.leftSquare)
      case .rightSquare: emitPunctuation(.rightSquare)
      case .comma: emitPunctuation(.comma)
      case .colon: lexColon()
      case .semicolon: emitPunctuation(.semicolon)
      case .at: emitPunctuation(.at)
      case .backslash: emitPunctuation(.backslash)
      case .pound: lexPound()
      case .quote: lexString(from: cursor.offset, poundCount: 0)
      case .digit: lexNumber()
      case .dollar: lexDollar()
      case .backquote: lexQuotedName()
      case .nonASCII: lexNonASCII()
      case .control: skipUnknown(length: 1, "this control character")
      case .nul:
        if cursor.isAtEnd { return finish() }
        skipUnknown(length: 1, "a NUL byte")
      }
    }
    let start = cursor.offset
    cursor.offset = cursor.end
    if start < cursor.end { report("more than \(limit) tokens: the rest was skipped", from: start) }
    finish()
  }

  private mutating func finish() {
    while let open = strings.popLast() { reportUnterminated(open) }
    emit(.endOfFile, from: cursor.offset)
  }

  // MARK: Emitting

  /// Appends the token from `start` to the cursor.
  mutating func emit(_ kind: TokenKind, from start: Int, _ flags: TokenFlags = [], word: Word = .none) {
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: cursor.offset - start), kind: kind,
        flags: pending.union(flags), word: word))
    pending = []
  }

  private mutating func emitPunctuation(_ kind: TokenKind) {
    cursor.offset += 1
    emit(kind, from: cursor.offset - 1)
  }

  /// Emits a malformed token from `start` to the cursor and says what is wrong with it.
  mutating func emitMalformed(_ kind: TokenKind, from start: Int, _ message: String, _ flags: TokenFlags = []) {
    report(message, from: start)
    emit(kind, from: start, flags.union(.malformed))
  }

  /// Notes what is wrong with the text from `start` to the cursor.
  mutating func report(_ message: String, from start: Int) {
    if problems.count >= Self.problemLimit { return }
    problems.append(
      SyntaxProblem(range: ByteRange(start: UInt32(start), end: UInt32(cursor.offset)), message: message))
  }

  // MARK: Punctuation that is not always itself

  private mutating func lexRightParen() {
    if parenDepth == 0, let string = strings.popLast() {
      parenDepth = string.outerParenDepth
      emitPunctuation(.rightParen)
      lexStringText(of: string)
      lineEndEndsString = strings.last.map { !$0.isMultiLine } ?? false
      return
    }
    parenDepth = max(parenDepth - 1, 0)
    emitPunctuation(.rightParen)
  }

  private mutating func lexColon() {
    if cursor.byte(ahead: 1) != Byte.colon { return emitPunctuation(.colon) }
    cursor.offset += 2
    emit(.colonColon, from: cursor.offset - 2)
  }

  /// `#` begins a shebang, a raw string, a regex literal, a word such as `#if`, or a macro's name.
  private mutating func lexPound() {
    let start = cursor.offset
    if cursor.byte(ahead: 1) == Byte.exclamation, tokens.isEmpty, isStartOfText(start) {
      cursor.skipToLineEnd()
      return emit(.shebang, from: start)
    }
    let poundCount = countPounds(at: start)
    switch cursor.byte(at: start + poundCount) {
    case Byte.doubleQuote:
      cursor.offset += poundCount
      lexString(from: start, poundCount: poundCount)
    case Byte.slash:
      lexRegex(poundCount: poundCount)
    default:
      lexPoundWord()
    }
  }

  /// Whether nothing but a byte order mark stands before.
  private func isStartOfText(_ place: Int) -> Bool {
    place == 0 || place == 3 && cursor.byte(at: 0) == 0xEF && cursor.byte(at: 1) == 0xBB && cursor.byte(at: 2) == 0xBF
  }

  /// How many number signs stand there in a row.
  private mutating func countPounds(at place: Int) -> Int {
    if place < memory.poundRunEnd { return memory.poundRunEnd - place }
    var end = place + 1
    while cursor.byte(at: end) == Byte.pound { end += 1 }
    memory.poundRunEnd = end
    return end - place
  }

  private mutating func lexPoundWord() {
    let start = cursor.offset
    cursor.offset += 1
    // The words have letters only, so `#if2` is `#if` and `2`.
    while cursor.byteClass == .letter { cursor.offset += 1 }
    let length = cursor.offset - start
    let word = words.word(
      at: start, length: length, first: cursor.eightBytes(at: start, length: min(length, 8)), in: cursor)
    if word != .none { return emit(.poundKeyword, from: start, word: word) }
    cursor.offset = start + 1
    emit(.pound, from: start)
  }
}

/// What searches to the right found, each valid for a stretch of the text: without it a file of 100,000 openings that
/// nothing closes would be searched to its end 100,000 times.
struct SearchMemory {
  /// Number signs stand without a gap up to here.
  var poundRunEnd = 0
  /// No raw string of one line with at least that many number signs ends before that place.
  var noRawStringEnd = (pounds: 0, before: 0)
  /// No regex literal over several lines with at least that many number signs ends in the rest of the file.
  var noMultiLineRegexEnd = Int.max
  /// Whether a placeholder ends in the stretch that was searched.
  var placeholderEnd = (from: 0, to: 0, found: false)
  /// No curly-quoted text that begins before that place ends on its line.
  var noCurlyQuoteEnd = 0
  /// No end for a conflict marker of that kind follows in the file.
  var noConflictEnd = false
  var noPerforceConflictEnd = false
}
