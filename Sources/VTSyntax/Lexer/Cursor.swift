import VTDiagnostics

// The bytes of one file and a place in them. But for calls of the system and of the toolchain's libraries this is the only file
// of the project with unsafe code, which the compiler checks: everything that reads the text byte by byte goes through here,
// and nothing here knows Swift's grammar.
//
// Why unsafe: checking the end of the text at every byte costs 10-20 % of the lexer. Instead the text is copied once
// (about 2 % of lexing) into memory that ends in 64 zero bytes, so that every scan stops by itself.
//
// Invariants:
// - `0 <= offset <= end`; callers move forward by what they have seen, so they never step over `end`.
// - Reads reach at most 63 bytes behind `end`, where all bytes are 0; a byte 0 before `end` is a NUL in the file.
// - The memory lives as long as the closure of `withCursor`; a cursor must not leave it.

@safe
struct Cursor {
  private let text: UnsafePointer<UInt8>
  private let classes: UnsafePointer<ByteClass>
  /// The number of bytes of the file.
  let end: Int
  /// The place of the next byte.
  var offset = 0

  /// How many zero bytes stand behind the text.
  static let padding = 64

  static func withCursor<Result>(over source: [UInt8], _ body: (Cursor) -> Result) -> Result {
    let count = source.count
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + padding)
    defer { unsafe copy.deallocate() }
    unsafe source.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { unsafe copy.initialize(from: base, count: count) }
    }
    unsafe (copy + count).initialize(repeating: 0, count: padding)
    return unsafe body(Cursor(text: UnsafePointer(copy), classes: classTable, end: count))
  }

  private init(text: UnsafePointer<UInt8>, classes: UnsafePointer<ByteClass>, end: Int) {
    unsafe self.text = text
    unsafe self.classes = classes
    self.end = end
  }

  /// The class of each byte value; made once and never freed.
  private nonisolated(unsafe) static let classTable: UnsafePointer<ByteClass> = {
    let table = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
    for byte in 0...255 { unsafe (table + byte).initialize(to: ByteClass(of: UInt8(byte))) }
    return unsafe UnsafePointer(table)
  }()

  var isAtEnd: Bool { offset == end }

  // MARK: Reading

  var byte: UInt8 { byte(at: offset) }

  /// The byte that many places behind the next one; at most 63.
  func byte(ahead count: Int) -> UInt8 { byte(at: offset + count) }

  func byte(at place: Int) -> UInt8 {
    assert(place >= 0 && place < end + Cursor.padding)
    return unsafe text[place]
  }

  var byteClass: ByteClass { unsafe classes[Int(byte)] }

  func byteClass(at place: Int) -> ByteClass { unsafe classes[Int(byte(at: place))] }

  /// Eight bytes as one little-endian number.
  func eightBytes(at place: Int) -> UInt64 {
    assert(place >= 0 && place + 8 <= end + Cursor.padding)
    return unsafe UInt64(littleEndian: UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self))
  }

  // MARK: Skipping, eight bytes at a time

  /// Moves behind ASCII letters, digits and underscores.
  @inline(__always)  // 7 % of lexing.
  mutating func skipNameBytes() {
    var place = offset
    while true {
      let stops = Bytes8.notNameBytes(eightBytes(at: place))
      if stops != 0 {
        offset = place + stops.trailingZeroBitCount >> 3
        return
      }
      place += 8
    }
  }

  /// Moves behind spaces.
  mutating func skipSpaces() {
    var place = offset
    while true {
      let differences = eightBytes(at: place) ^ Bytes8.all(0x20)
      if differences != 0 {
        offset = place + differences.trailingZeroBitCount >> 3
        return
      }
      place += 8
    }
  }

  /// Whether a byte stands in a stretch of the text.
  func has(_ wanted: UInt8, in range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let hits = Bytes8.equal(eightBytes(at: place), wanted)
      if hits != 0 { return place + hits.trailingZeroBitCount >> 3 < range.upperBound }
      place += 8
    }
    return false
  }

  /// Moves to the next LF, CR, or to the end of the file.
  mutating func skipToLineEnd() {
    var place = offset
    while true {
      let word = eightBytes(at: place)
      let stops = Bytes8.equal(word, 0x0A) | Bytes8.equal(word, 0x0D) | Bytes8.equal(word, 0)
      if stops == 0 {
        place += 8
        continue
      }
      place += stops.trailingZeroBitCount >> 3
      if byte(at: place) != 0 || place >= end { break }
      place += 1
    }
    offset = place
  }
}

/// A number that tells two texts apart, made of eight bytes at a time: byte by byte it would take a quarter of the parser's
/// time.
package func contentHash(of source: [UInt8]) -> UInt64 {
  unsafe source.withUnsafeBytes { bytes in
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    // Reads end with the last whole word.
    let wordsEnd = bytes.count & ~7
    for offset in stride(from: 0, to: wordsEnd, by: 8) {
      hash = unsafe (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    for unsafe byte in unsafe bytes[wordsEnd...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

extension Name {
  /// The name spelt by a part of a source text. The same as for any collection, without its costs: every name that is looked
  /// at after the lexer comes this way.
  package init(in source: [UInt8], _ range: Range<Int>) {
    precondition(source.indices.contains(range))
    self = unsafe source.withUnsafeBytes { bytes in
      let (start, count) = (range.lowerBound, range.count)
      // The shifts need no check: where eight bytes are read the count is from one to eight.
      if start + (count + 7) & ~7 <= bytes.count, count > 0 {
        return Name(count: count) { place in
          let all = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place, as: UInt64.self))
          return all & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count &- place, 8)))
        }
      }
      return unsafe Name(bytes: bytes[range])
    }
  }
}

/// Tests on eight bytes at once. Each gives a number with the top bit of some bytes set; only the lowest one set is
/// exact (a borrow may set later ones too), which is all that a search needs.
enum Bytes8 {
  @inline(__always)  // A few instructions each, in the innermost loops.
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always)
  static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let differences = word ^ all(byte)
    return (differences &- all(0x01)) & ~differences & all(0x80)
  }

  @inline(__always)
  static func notNameBytes(_ word: UInt64) -> UInt64 {
    let low = word & all(0x7F)
    let lower = low | all(0x20)
    // Adding (0x80 - x) sets the top bit of each byte that is at least x.
    let letters = (lower &+ all(0x80 - 0x61)) & ~(lower &+ all(0x80 - 0x7B))
    let digits = (low &+ all(0x80 - 0x30)) & ~(low &+ all(0x80 - 0x3A))
    let underscores = ~((low ^ all(0x5F)) &+ all(0x7F))
    return ~((letters | digits | underscores) & ~word) & all(0x80)
  }
}
