// Making text fit for a terminal. A path, a name or a source line may hold anything: an escape sequence that repaints
// the screen, a newline that forges a second finding, a bidirectional mark that shows code in another order than it
// runs in. Every format that people read prints such characters as `\u{1B}`, and bytes that are not UTF-8 as `\xFF`.
//
// A CI system reads along, too: it obeys `##vso[task.setvariable …]` anywhere in a line, and `::add-path::` at its start.

/// The text with everything that a terminal or a CI system would obey, or that would end the line, written out.
package func printable(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ !mustBeWrittenOut($0) && $0 != "#" }) { return text }
  let scalars = Array(text.unicodeScalars)
  var result = ""
  for (index, scalar) in scalars.enumerated() {
    if mustBeWrittenOut(scalar) || beginsCommand(scalars, index) {
      result += writtenOut(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A path as the first thing on a line.
package func printablePath(_ path: String) -> String {
  let text = printable(path)
  return text.drop { $0.isWhitespace }.hasPrefix("::") ? "./" + text : text
}

/// Whether the scalar is the second sign of `##word[`.
private func beginsCommand(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  guard scalars[index] == "#", index > 0, scalars[index - 1] == "#" else { return false }
  let behindWord = scalars[(index + 1)...].first { !("a"..."z").contains($0) && !("A"..."Z").contains($0) }
  return behindWord == "["
}

/// One piece of a source line as it will stand on the terminal.
package struct PrintableCharacter {
  package var text: String
  /// How many columns of the terminal it takes.
  package var width: Int
  /// How many bytes of the source it stands for.
  package var byteCount: Int
}

/// The characters of a source line, each ready for the terminal; tabs go to the next multiple of four columns.
package func printableCharacters(of line: some Collection<UInt8>) -> [PrintableCharacter] {
  let tabWidth = 4
  var result: [PrintableCharacter] = []
  var column = 0
  let pieces = scalars(of: line)
  let scalars = pieces.map { $0.scalar ?? "\u{FFFD}" }
  for (index, piece) in pieces.enumerated() {
    var character: PrintableCharacter
    switch piece.scalar {
    case nil:
      character = PrintableCharacter(text: writtenOut(byte: piece.bytes[0]), width: 4, byteCount: 1)
    case "\t":
      let width = tabWidth - column % tabWidth
      character = PrintableCharacter(text: String(repeating: " ", count: width), width: width, byteCount: 1)
    case let scalar? where mustBeWrittenOut(scalar) || beginsCommand(scalars, index):
      let text = writtenOut(scalar)
      character = PrintableCharacter(text: text, width: text.utf8.count, byteCount: piece.bytes.count)
    case let scalar?:
      character = PrintableCharacter(text: String(scalar), width: terminalWidth(of: scalar), byteCount: piece.bytes.count)
    }
    column += character.width
    result.append(character)
  }
  return result
}

/// Control characters, line and paragraph separators, and the marks that reorder text.
private func mustBeWrittenOut(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

private func writtenOut(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}

private func writtenOut(byte: UInt8) -> String {
  "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// How many columns a terminal gives a character: 0 for marks that sit on the one before, 2 for East Asian and emoji.
private func terminalWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default:
    return 1
  }
}

/// The scalars of some bytes; a byte that begins no UTF-8 sequence comes alone and without a scalar.
package func scalars(of bytes: some Collection<UInt8>) -> [(scalar: Unicode.Scalar?, bytes: [UInt8])] {
  let bytes = Array(bytes)
  var result: [(scalar: Unicode.Scalar?, bytes: [UInt8])] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let length = sequenceLength(bytes[index])
    let piece = Array(bytes[index..<min(index + length, bytes.count)])
    var iterator = piece.makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator), UTF8.width(scalar) == piece.count {
      result.append((scalar, piece))
      index += piece.count
    } else {
      result.append((nil, [bytes[index]]))
      index += 1
    }
  }
  return result
}

private func sequenceLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC0...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF7: 4
  default: 1
  }
}
