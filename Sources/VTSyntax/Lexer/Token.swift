import VTDiagnostics

/// What a token is. Words (keywords, contextual or not) are told apart by `Token.word`, not here.
package enum TokenKind: UInt8, Sendable {
  /// The end of the file; the last token of every file, of length 0.
  case endOfFile
  /// A name that no grammar position reserves: plain, back-quoted, raw, or an editor placeholder.
  /// Contextual keywords (`async`, `get`, `some`) are identifiers with a `word`.
  case identifier
  /// A reserved word of the language (`func`, `let`, `if`, …, `_` is `wildcard`); `word` says which.
  case keyword
  /// `$0`, `$12`.
  case dollarIdentifier
  case integerLiteral
  case floatLiteral
  /// A whole regex literal, delimiters included: `/a+/`, `#/a+/#`.
  case regexLiteral
  /// The opening delimiter of a string: `"`, `"""`, `#"`, `##"""`.
  case stringStart
  /// Text between delimiters and interpolations; for a multi-line string one token spans lines. Never empty.
  case stringText
  /// The `\(` or `\#(` that opens an interpolation; the matching `)` is a `rightParen`.
  case interpolationStart
  /// The closing delimiter.
  case stringEnd
  case leftParen, rightParen, leftBrace, rightBrace, leftSquare, rightSquare
  case comma, colon, semicolon, period
  /// `::` of a module selector.
  case colonColon
  case wildcard
  case equal
  case arrow
  case at
  /// `#` before a macro name.
  case pound
  case backslash
  /// `` ` `` that closes nothing.
  case backtick
  /// `...` and every other operator; `Token.flags` say prefix, postfix or infix by the whitespace rule.
  case op
  /// `?` bound to what stands left of it.
  case postfixQuestion
  /// A `?` with blanks on both sides: the ternary operator.
  case infixQuestion
  /// `!` bound to what stands left of it.
  case exclamation
  /// `&` bound to what stands right of it.
  case prefixAmpersand
  /// `#if`, `#elseif`, `#else`, `#endif`, `#available`, `#unavailable`, `#sourceLocation`; `word` says which.
  case poundKeyword
  /// `#!…` in the first line.
  case shebang
  /// What Swift reads as a token only to reject it: `*/` outside a comment, a closing curly quotation mark. Bytes that
  /// Swift reads over (a stray NUL, a non-breaking space, bytes that are not UTF-8) are trivia, with a problem.
  case unknown
}

package struct TokenFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A line end stands in the trivia before this token, or the token is the first of the file.
  package static let startsLine = TokenFlags(rawValue: 1 << 0)
  /// Blank, comment or line end stand before this token (or it is the first).
  package static let spaceBefore = TokenFlags(rawValue: 1 << 1)
  /// Only on `op`: bound to the right but not to the left (`-x`).
  package static let prefix = TokenFlags(rawValue: 1 << 2)
  /// Only on `op`: bound to the left but not to the right (`x++`). Neither flag: infix.
  package static let postfix = TokenFlags(rawValue: 1 << 3)
  /// Only on the pieces of an operator that begins with `<` or `>`: the next token continues this operator.
  /// The lexer cuts such operators behind their angle brackets, because `A<B<C>>` and `x >> y` can only be told
  /// apart while parsing. The parser clears the flag where it takes the bracket alone.
  package static let joined = TokenFlags(rawValue: 1 << 4)
  /// Unterminated, malformed or not UTF-8; a problem says which. A string that nothing closes has it on `stringStart`.
  package static let malformed = TokenFlags(rawValue: 1 << 5)
  /// The name is written in back quotes, so it is never a keyword.
  package static let quoted = TokenFlags(rawValue: 1 << 6)
}

/// One token: 12 bytes. Trivia is not stored; it is what lies between tokens.
package struct Token: Sendable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Length in bytes.
  package var length: UInt32
  package var kind: TokenKind
  package var flags: TokenFlags
  /// Which known word an identifier, keyword or pound keyword spells; `.none` for all others and for quoted names.
  package var word: Word

  package init(start: UInt32, length: UInt32, kind: TokenKind, flags: TokenFlags, word: Word) {
    self.start = start
    self.length = length
    self.kind = kind
    self.flags = flags
    self.word = word
  }

  package var end: UInt32 { start + length }
  package var range: ByteRange { ByteRange(start: start, end: end) }
}
