import VTDiagnostics

// Answers "does this file mention that name?" without looking at the file again, so that stages skip files that have
// nothing to do with them.

/// The names of one file as a Bloom filter: "no" is certain, "yes" is wrong about once in a thousand.
package struct NameFilter: Sendable {
  /// A power of two of 64-bit words; each name sets four bits of one word, a type's three of two others as well.
  package private(set) var bits: [UInt64]

  /// - Parameter byteCount: the size of the file. Sources have one different name for about 130 bytes, so that
  ///   a quarter of a bit for each byte gives a name at least 30 bits; the densest files come to a fortieth of wrong answers.
  package init(byteCount: Int) {
    // In a file of a few lines names are as dense as nowhere else.
    var count = 16
    while count * 64 < byteCount / 4 { count *= 2 }
    bits = [UInt64](repeating: 0, count: count)
  }

  /// - Parameter bits: of another filter. nil where no filter has so many.
  package init?(bits: [UInt64]) {
    guard bits.count >= 4, bits.count & (bits.count - 1) == 0 else { return nil }
    self.bits = bits
  }

  /// Says of every name that it may be there.
  package static let ofEveryName = NameFilter(bits: [.max, .max, .max, .max])!

  /// Whether the file may have that name, as a word of its text (string literals and comments do not count; reserved
  /// words and names in interpolations do).
  package func mightContain(_ name: Name) -> Bool { mightContain(Probe(name)) }

  package func mightContain(_ probe: Probe) -> Bool { bits[place(of: probe)] & probe.mask == probe.mask }

  /// Whether the file may have one of these names.
  package func mightContain(anyOf names: Set<Name>) -> Bool { names.contains { mightContain($0) } }

  package mutating func insert(_ name: Name) {
    let probe = Probe(name)
    bits[place(of: probe)] |= probe.mask
  }

  /// The name of a word, which may be that of a type.
  /// - Parameter first: its first byte in the lowest place.
  mutating func insert(_ name: Name, first: UInt64) {
    let probe = Probe(name)
    bits[place(of: probe)] |= probe.mask
    let byte = UInt8(truncatingIfNeeded: first)
    if byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") { return }
    bits[secondPlace(of: probe)] |= probe.secondMask
    bits[thirdPlace(of: probe)] |= probe.thirdMask
  }

  /// Whether the file may have a name that is written like a type's. "Yes" is wrong about once in a million: of the thousand
  /// files of a project one must not seem to have it.
  package func mightContain(type name: Name) -> Bool {
    let probe = Probe(name)
    return mightContain(probe) && bits[secondPlace(of: probe)] & probe.secondMask == probe.secondMask
      && bits[thirdPlace(of: probe)] & probe.thirdMask == probe.thirdMask
  }

  private func place(of probe: Probe) -> Int { Int(truncatingIfNeeded: probe.hash >> 12) & (bits.count - 1) }

  private func secondPlace(of probe: Probe) -> Int { Int(truncatingIfNeeded: probe.hash >> 24) & (bits.count - 1) }

  private func thirdPlace(of probe: Probe) -> Int { Int(truncatingIfNeeded: probe.hash >> 36) & (bits.count - 1) }

  /// A name as filters look for it, worked out once for all files.
  package struct Probe: Sendable {
    fileprivate let hash: UInt64
    fileprivate let mask: UInt64
    fileprivate var secondMask: UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 18 & 63) }
    fileprivate var thirdMask: UInt64 { 1 << (hash >> 3 & 63) | 1 << (hash >> 9 & 63) | 1 << (hash >> 21 & 63) }

    package init(_ name: Name) {
      // A short name is its bytes, so it takes two rounds until each byte has a say in each bit used.
      var hash = name.raw &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      self.hash = hash
      mask = 1 << (hash >> 58) | 1 << (hash >> 52 & 63) | 1 << (hash >> 46 & 63) | 1 << (hash >> 40 & 63)
    }
  }
}
