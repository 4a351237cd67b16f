import VTDiagnostics

// Tokens as text with all that the lexer knows of them, for people and for snapshots. `SyntaxTree.tokenDump` is the
// other one: offsets only, for the comparison with swift-syntax.

/// One line a token: `start..end kind [flags] "text"`. Offsets are bytes; an operator that is still in pieces
/// (`TokenFlags.joined`) is one line, with the flags of its first piece.
package func dumpTokens(_ tokens: [Token], of source: [UInt8]) -> String {
  var lines = ""
  var index = 0
  while index < tokens.count {
    let token = tokens[index]
    var end = token.end
    while tokens[index].flags.contains(.joined), index + 1 < tokens.count {
      index += 1
      end = tokens[index].end
    }
    lines += "\(token.start)..\(end) \(token.kind)\(flagNames(token)) \(escaped(source[Int(token.start)..<Int(end)]))\n"
    index += 1
  }
  return lines
}

private func flagNames(_ token: Token) -> String {
  let names: [(TokenFlags, String)] = [
    (.startsLine, "line"), (.spaceBefore, "space"), (.prefix, "prefix"), (.postfix, "postfix"),
    (.malformed, "malformed"), (.quoted, "quoted"),
  ]
  var parts = names.filter { token.flags.contains($0.0) }.map(\.1)
  if token.word != .none { parts.append("word") }
  return parts.isEmpty ? "" : " [" + parts.joined(separator: " ") + "]"
}

/// In double quotes; all but printable ASCII as in a Swift literal, bytes that are not UTF-8 as `\xNN`.
private func escaped(_ bytes: ArraySlice<UInt8>) -> String {
  var text = "\""
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "\n"): text += "\\n"
    case UInt8(ascii: "\r"): text += "\\r"
    case UInt8(ascii: "\t"): text += "\\t"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(Unicode.Scalar(byte))
    case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
    default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return text + "\""
}
