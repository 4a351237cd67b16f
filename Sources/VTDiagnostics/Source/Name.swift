/// A name as one word: equal names are equal words, in every file and on every thread, without a shared table.
///
/// Up to seven bytes are kept as they are, so short names can never be confused; longer ones are hashed to
/// 63 bits. Two different long names that meet in one program by chance are less likely than a memory error
/// (for a million names about 1 in 10^7), and a collision could at worst mix up two types, never crash.
/// The text itself is read from the source where a message needs it.
package struct Name: Hashable, Sendable {
  package let raw: UInt64

  /// The name that stands for "no name"; it equals no other.
  package static let none = Name(raw: 0)

  package init(raw: UInt64) { self.raw = raw }

  package init(_ text: StaticString) {
    self = text.withUTF8Buffer { Name(bytes: $0) }
  }

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { Name(bytes: $0) }
  }

  /// The name spelt by these bytes (without back quotes).
  package init(bytes: some Collection<UInt8>) {
    if bytes.count <= 7 {
      var packed: UInt64 = UInt64(bytes.count)
      for byte in bytes { packed = packed << 8 | UInt64(byte) }
      raw = packed
      return
    }
    // FNV-1a over the bytes, then a finaliser that spreads the high bits; bit 63 marks a hash.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    raw = hash | 1 << 63
  }
}
