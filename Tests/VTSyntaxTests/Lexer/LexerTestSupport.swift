import Testing
import VTSyntax

/// The tokens of a text on one line, for tables: names, words and punctuation as they are written, all else with what the
/// lexer made of it in front, `!` behind what is malformed, `+` behind a piece of an operator that the next token goes
/// on with. The end of the file is left out.
func brief(_ text: String) -> String {
  let source = Array(text.utf8)
  return Lexer.lex(source).tokens.dropLast().map { brief($0, in: source) }.joined(separator: " ")
}

private func brief(_ token: Token, in source: [UInt8]) -> String {
  let text = String(decoding: source[Int(token.start)..<Int(token.end)], as: UTF8.self)
    .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  let marks = (token.flags.contains(.malformed) ? "!" : "") + (token.flags.contains(.joined) ? "+" : "")
  return (label(token).map { "\($0)(\(text))" } ?? text) + marks
}

private func label(_ token: Token) -> String? {
  switch token.kind {
  case .op: token.flags.contains(.prefix) ? "prefix" : token.flags.contains(.postfix) ? "postfix" : "infix"
  case .integerLiteral: "int"
  case .floatLiteral: "float"
  case .regexLiteral: "regex"
  case .stringText: "text"
  case .postfixQuestion: "postfix"
  case .infixQuestion: "infix"
  case .exclamation: "postfix"
  case .prefixAmpersand: "prefix"
  case .unknown: "unknown"
  case .backtick: "backtick"
  default: nil
  }
}

/// A text and what `brief` makes of it.
struct LexCase: CustomTestStringConvertible, Sendable {
  var text: String
  var expected: String
  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }
  var testDescription: String { text }
}
