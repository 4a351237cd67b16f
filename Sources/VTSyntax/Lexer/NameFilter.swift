import VTDiagnostics

// Answers "does this file mention that name?" without looking at the file again, so that stages skip files that have
// nothing to do with them.

/// The names of one file as a Bloom filter: "no" is certain, "yes" is wrong about once in a hundred.
package struct NameFilter: Sendable {
  /// A power of two of 64-bit words; each name sets two bits of one word.
  private var bits: [UInt64]

  /// - Parameter byteCount: the size of the file. A quarter of a bit per byte keeps even dense files (about one
  ///   different name for 60 bytes) an eighth full.
  package init(byteCount: Int) {
    var count = 4
    while count * 64 < byteCount / 4 { count *= 2 }
    bits = [UInt64](repeating: 0, count: count)
  }

  /// Whether the file may have that name, as a word of its text (string literals and comments do not count; reserved
  /// words and names in interpolations do).
  package func mightContain(_ name: Name) -> Bool {
    let (index, mask) = place(of: name)
    return bits[index] & mask == mask
  }

  mutating func insert(_ name: Name) {
    let (index, mask) = place(of: name)
    bits[index] |= mask
  }

  private func place(of name: Name) -> (index: Int, mask: UInt64) {
    let hash = name.raw &* 0x9E37_79B9_7F4A_7C15
    let mask: UInt64 = 1 << (hash >> 58) | 1 << (hash >> 52 & 63)
    return (Int(truncatingIfNeeded: hash >> 20) & (bits.count - 1), mask)
  }
}
