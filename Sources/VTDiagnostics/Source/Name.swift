/// A name as one word: equal names are equal words, in every file and on every thread, without a shared table.
///
/// Up to seven bytes are kept as they are, so short names can never be confused; longer ones are hashed to
/// 63 bits. Two different long names that meet in one program by chance are less likely than a memory error
/// (for a million names about 1 in 10^7), and a collision could at worst mix up two types, never crash.
/// The text itself is read from the source where a message needs it.
@usableFromInline
package struct Name: Hashable, Sendable {
  @usableFromInline package let raw: UInt64

  /// The name that stands for "no name"; it equals no other.
  package static let none = Name(raw: 0)

  package init(raw: UInt64) { self.raw = raw }

  /// Spelt out, so that other modules compare words without a call (measured: 4 of 100 instructions of a run).
  @inlinable package static func == (a: Name, b: Name) -> Bool { a.raw == b.raw }

  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(raw) }

  /// What the standard library has for a single word: the same hash, for a third of the instructions.
  @inlinable package func _rawHashValue(seed: Int) -> Int { raw._rawHashValue(seed: seed) }

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

  /// The name spelt by a part of a source text. The same as for any collection, without its costs: every name that a
  /// file declares comes this way.
  package init(in source: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    func word(_ count: Int, from start: Int) -> UInt64 {
      var word: UInt64 = 0
      for place in 0..<count { word |= UInt64(source[start + place]) << UInt64(place * 8) }
      return word
    }
    if range.count <= 7 {
      self.init(word(range.count, from: index), count: range.count)
      return
    }
    var hash = Hash(count: range.count)
    while index + 8 <= range.upperBound {
      hash.mix(word(8, from: index))
      index += 8
    }
    if index < range.upperBound { hash.mix(word(range.upperBound - index, from: index)) }
    self = hash.name
  }

  /// The name of up to seven bytes, the first in the lowest place of `bytes`.
  package init(_ bytes: UInt64, count: Int) {
    raw = bytes | UInt64(count) << 56
  }

  /// Makes the name of more than seven bytes, eight at a time, the first in the lowest place; the last part has zeros
  /// behind. The lexer feeds it with what it has at hand anyway, so that a name costs it next to nothing.
  package struct Hash {
    private var state: UInt64

    package init(count: Int) { state = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15 }

    package mutating func mix(_ word: UInt64) {
      state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
    }

    package var name: Name {
      let spread = state &* 0xD6E8_FEB8_6659_FD93
      // Bit 63 marks a hash; a short name has its count there.
      return Name(raw: (spread ^ spread >> 32) | 1 << 63)
    }
  }
}
