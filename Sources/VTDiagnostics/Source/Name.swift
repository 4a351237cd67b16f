/// A name as one word: equal names are equal words, in every file and on every thread, without a shared table.
///
/// Up to seven bytes are kept as they are, so short names can never be confused; longer ones are hashed to
/// 63 bits. Two different long names that meet in one program by chance are less likely than a memory error
/// (for a million names about 1 in 10^7), and a collision could at worst mix up two types, never crash.
/// The text itself is read from the source where a message needs it.
@usableFromInline
package struct Name: OneWordKey, Sendable {
  @usableFromInline package let raw: UInt64

  /// The name that stands for "no name"; it equals no other.
  package static let none = Name(raw: 0)

  @inlinable package init(raw: UInt64) { self.raw = raw }

  // What is inlinable here is so that other modules compare words without a call: of 100 instructions of a run it
  // saves eight.

  @inlinable package static func == (a: Name, b: Name) -> Bool { a.raw == b.raw }

  @inlinable package var word: UInt64 { raw }

  package init(_ text: String) { self = Name(bytes: text.utf8) }

  package init(_ text: Substring) { self = Name(bytes: text.utf8) }

  /// The name spelt by these bytes (without back quotes).
  package init(bytes: some Collection<UInt8>) {
    let count = bytes.count
    var hash = Hash(count: count)
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        hash.mix(word)
        word = 0
        shift = 0
      }
    }
    if count <= 7 {
      self.init(word, count: count)
      return
    }
    if shift != 0 { hash.mix(word) }
    self = hash.name
  }

  /// The name of up to seven bytes, the first in the lowest place of `bytes`.
  @inlinable package init(_ bytes: UInt64, count: Int) {
    raw = bytes | UInt64(count) << 56
  }

  /// The name of so many bytes.
  /// - Parameter word: gives eight of them from a place on, or what is left, the first in the lowest place, with zeros behind.
  @inlinable package init(count: Int, word: (Int) -> UInt64) {
    if count <= 7 {
      self.init(word(0), count: count)
      return
    }
    var hash = Hash(count: count)
    var place = 0
    while place < count {
      hash.mix(word(place))
      place += 8
    }
    self = hash.name
  }

  /// Makes the name of more than seven bytes, eight at a time, the first in the lowest place; the last part has zeros
  /// behind. The lexer feeds it with what it has at hand anyway, so that a name costs it next to nothing.
  @usableFromInline
  package struct Hash {
    @usableFromInline var state: UInt64

    @inlinable package init(count: Int) { state = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15 }

    @inlinable package mutating func mix(_ word: UInt64) {
      state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
    }

    @inlinable package var name: Name {
      let spread = state &* 0xD6E8_FEB8_6659_FD93
      // Bit 63 marks a hash; a short name has its count there.
      return Name(raw: (spread ^ spread >> 32) | 1 << 63)
    }
  }
}
