// What a byte can begin, so that the lexer's main loop is one switch over few cases.

enum ByteClass: UInt8 {
  // What ends a stretch of plain text inside a string literal.
  case nul, lineEnd, quote, backslash, nonASCII
  // Blank but for line ends: space, tab, vertical tab, form feed.
  case blank
  // What a name goes on with.
  case letter, digit, dollar
  // What an operator can hold.
  case slash, less, greater, question, dot, otherOperator
  // What stands alone.
  case leftParen, rightParen, leftBrace, rightBrace, leftSquare, rightSquare, comma, colon, semicolon, at, pound
  case backquote
  /// Control characters, which Swift has no use for.
  case control

  var isPlainInString: Bool { rawValue > ByteClass.nonASCII.rawValue }
  var isNamePart: Bool { rawValue >= ByteClass.letter.rawValue && rawValue <= ByteClass.dollar.rawValue }
  var isOperator: Bool { rawValue >= ByteClass.slash.rawValue && rawValue <= ByteClass.otherOperator.rawValue }

  init(of byte: UInt8) {
    switch Unicode.Scalar(byte) {
    case "\0": self = .nul
    case "\n", "\r": self = .lineEnd
    case " ", "\t", "\u{0B}", "\u{0C}": self = .blank
    case "\"", "'": self = .quote
    case "\\": self = .backslash
    case "a"..."z", "A"..."Z", "_": self = .letter
    case "0"..."9": self = .digit
    case "$": self = .dollar
    case "/": self = .slash
    case "<": self = .less
    case ">": self = .greater
    case "?", "!": self = .question
    case ".": self = .dot
    case "=", "-", "+", "*", "%", "&", "|", "^", "~": self = .otherOperator
    case "(": self = .leftParen
    case ")": self = .rightParen
    case "{": self = .leftBrace
    case "}": self = .rightBrace
    case "[": self = .leftSquare
    case "]": self = .rightSquare
    case ",": self = .comma
    case ":": self = .colon
    case ";": self = .semicolon
    case "@": self = .at
    case "#": self = .pound
    case "`": self = .backquote
    default: self = byte < 0x80 ? .control : .nonASCII
    }
  }
}

/// The bytes that the lexer compares with, by name.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let exclamation = UInt8(ascii: "!")
  static let doubleQuote = UInt8(ascii: "\"")
  static let pound = UInt8(ascii: "#")
  static let ampersand = UInt8(ascii: "&")
  static let leftParen = UInt8(ascii: "(")
  static let rightParen = UInt8(ascii: ")")
  static let star = UInt8(ascii: "*")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let less = UInt8(ascii: "<")
  static let equal = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let leftSquare = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightSquare = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backquote = UInt8(ascii: "`")
}
