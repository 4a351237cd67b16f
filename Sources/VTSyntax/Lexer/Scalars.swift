// Unicode in source text: decoding one scalar, and which scalars names and operators are made of (the tables of "The
// Swift Programming Language", Lexical Structure). Only bytes of 0x80 and more come here.

/// One scalar of the text, or bytes that are not UTF-8.
struct DecodedScalar {
  /// The scalar's number; nil for bytes that are not UTF-8.
  var value: UInt32?
  /// How many bytes it takes; at least 1, except at the end of the file.
  var length: Int
}

extension Cursor {
  /// The scalar at that place, which is before the end.
  func scalar(at place: Int) -> DecodedScalar {
    let first = byte(at: place)
    if first < 0x80 { return DecodedScalar(value: UInt32(first), length: 1) }
    if !Cursor.beginsScalar(first) {
      // Stray continuation bytes and impossible ones are skipped as one piece.
      var length = 1
      while place + length < end, !Cursor.beginsScalar(byte(at: place + length)) { length += 1 }
      return DecodedScalar(value: nil, length: length)
    }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for index in 1..<count {
      let next = byte(at: place + index)
      if next & 0xC0 != 0x80 { return DecodedScalar(value: nil, length: index) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let isShortest = count == 2 ? value >= 0x80 : count == 3 ? value >= 0x800 : value >= 0x1_0000
    let isScalar = isShortest && Unicode.Scalar(value) != nil
    return DecodedScalar(value: isScalar ? value : nil, length: count)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte < 0x80 || (byte >= 0xC2 && byte < 0xF5) }
}

enum Scalars {
  static func continuesName(_ value: UInt32) -> Bool {
    switch value {
    case 0xA8, 0xAA, 0xAD, 0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF,
      0x100...0x167F, 0x1681...0x180D, 0x180F...0x1FFF, 0x200B...0x200D, 0x202A...0x202E, 0x203F...0x2040, 0x2054,
      0x2060...0x206F, 0x2070...0x218F, 0x2460...0x24FF, 0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF,
      0x3004...0x3007, 0x3021...0x302F, 0x3031...0x303F, 0x3040...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF,
      0xFDF0...0xFE44, 0xFE47...0xFFF8:
      return true
    default:
      // Every plane above the first, but for its last two numbers; the private planes not at all.
      return value >= 0x1_0000 && value < 0xF_0000 && value & 0xFFFF <= 0xFFFD
    }
  }

  static func beginsName(_ value: UInt32) -> Bool { continuesName(value) && !isCombining(value) }

  static func beginsOperator(_ value: UInt32) -> Bool {
    switch value {
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7, 0x2016, 0x2017,
      0x2020...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x23FF, 0x2500...0x2775,
      0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3030:
      return true
    default: return false
    }
  }

  static func continuesOperator(_ value: UInt32) -> Bool {
    if beginsOperator(value) || isCombining(value) { return true }
    return value >= 0xFE00 && value <= 0xFE0F || value >= 0xE_0100 && value <= 0xE_01EF
  }

  /// White space that a raw identifier must not hold.
  static func isForbiddenBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  private static func isCombining(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return true
    default: return false
    }
  }
}
