// Numbers and texts to bytes and back, for files that only vtlint reads.
import VTSyntax

/// Numbers in groups of seven bits, the lowest first; texts with their lengths before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// - Parameter count: not below 0.
  mutating func write(_ count: Int) { write(UInt64(count)) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ bytes: some Collection<UInt8>) {
    write(bytes.count)
    self.bytes += bytes
  }

  mutating func write(_ text: String) { write(text.utf8) }

  /// Numbers of any size, each with as many bytes as it needs, and in front of them how many these are; a small one is a byte by
  /// itself. There may be millions.
  mutating func write(numbers: [UInt64]) {
    write(numbers.count)
    for number in numbers {
      if number < UInt64(Self.firstLength) {
        bytes.append(UInt8(truncatingIfNeeded: number))
        continue
      }
      let length = 8 - number.leadingZeroBitCount / 8
      bytes.append(Self.firstLength + UInt8(length - 1))
      for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(place * 8))) }
    }
  }

  /// This byte and those above it tell how many follow, from one to eight.
  static let firstLength: UInt8 = 248

  mutating func write<Element>(_ list: [Element], _ writeElement: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for element in list { writeElement(&self, element) }
  }

  mutating func write<Wrapped>(_ value: Wrapped?, _ writeValue: (inout ByteWriter, Wrapped) -> Void) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }
}

/// The bytes are not what `ByteWriter` writes: half a file, or one of somebody else.
struct CorruptBytes: Error {}

/// Reads what `ByteWriter` wrote, in the same order. Any bytes are safe to read: what is wrong is an error.
struct ByteReader {
  private let source: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    source = bytes
    place = source.startIndex
  }

  var isAtEnd: Bool { left == 0 }
  private var left: Int { source.endIndex - place }

  private mutating func byte() throws(CorruptBytes) -> UInt8 {
    guard place < source.endIndex else { throw CorruptBytes() }
    defer { place += 1 }
    return source[place]
  }

  mutating func number() throws(CorruptBytes) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      let byte = try byte()
      let group = UInt64(byte & 0x7F)
      if shift == 63, group > 1 { break }
      number |= group << UInt64(shift)
      if byte < 0x80 { return number }
    }
    throw CorruptBytes()
  }

  /// What `write(numbers:)` wrote.
  mutating func numbers() throws(CorruptBytes) -> [UInt64] {
    let count = try count()
    guard count <= left else { throw CorruptBytes() }
    var numbers: [UInt64] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      let head = try byte()
      if head < ByteWriter.firstLength {
        numbers.append(UInt64(head))
        continue
      }
      let length = Int(head - ByteWriter.firstLength) + 1
      guard length <= left else { throw CorruptBytes() }
      var number: UInt64 = 0
      for offset in 0..<length { number |= UInt64(source[place + offset]) << UInt64(offset * 8) }
      place += length
      numbers.append(number)
    }
    return numbers
  }

  mutating func count() throws(CorruptBytes) -> Int {
    guard let count = Int(exactly: try number()) else { throw CorruptBytes() }
    return count
  }

  mutating func offset() throws(CorruptBytes) -> UInt32 {
    guard let offset = UInt32(exactly: try number()) else { throw CorruptBytes() }
    return offset
  }

  mutating func flag() throws(CorruptBytes) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw CorruptBytes() }
    return byte == 1
  }

  mutating func bytes() throws(CorruptBytes) -> ArraySlice<UInt8> {
    let length = try count()
    guard length <= left else { throw CorruptBytes() }
    defer { place += length }
    return source[place..<place + length]
  }

  mutating func text() throws(CorruptBytes) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else { throw CorruptBytes() }
    return text
  }

  mutating func list<Element>(
    _ element: (inout ByteReader) throws(CorruptBytes) -> Element
  ) throws(CorruptBytes) -> [Element] {
    let count = try count()
    // Each element takes a byte at least: no number makes an array larger than the file.
    guard count <= left else { throw CorruptBytes() }
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  mutating func optional<Wrapped>(
    _ value: (inout ByteReader) throws(CorruptBytes) -> Wrapped
  ) throws(CorruptBytes) -> Wrapped? {
    try flag() ? try value(&self) : nil
  }
}

/// The frame of a file of the cache: what it is, who made it, and a sum over all that shows damage.
enum CacheFrame {
  /// - Parameters:
  ///   - kind: of the content.
  ///   - maker: who made it, and how he was asked: others cannot use it.
  static func bytes(_ kind: String, maker: [UInt8], content: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(maker)
    let head = magic(kind) + writer.bytes
    let whole = head + content
    return whole + checksum(of: whole)
  }

  /// - Returns: the content.
  /// - Throws: when it is something else, or was cut or changed.
  static func content(_ kind: String, _ bytes: [UInt8], maker: [UInt8]) throws(CorruptBytes) -> ArraySlice<UInt8> {
    let magic = magic(kind)
    guard bytes.count >= magic.count + 8, bytes.starts(with: magic) else { throw CorruptBytes() }
    let end = bytes.count - 8
    guard bytes[end...].elementsEqual(checksum(of: Array(bytes[..<end]))) else { throw CorruptBytes() }
    var writer = ByteWriter()
    writer.write(maker)
    let rest = bytes[magic.count..<end]
    guard rest.starts(with: writer.bytes) else { throw CorruptBytes() }
    return rest.dropFirst(writer.bytes.count)
  }

  private static func magic(_ kind: String) -> [UInt8] { Array("vtlint \(kind) 2\n".utf8) }

  private static func checksum(of bytes: [UInt8]) -> [UInt8] {
    let hash = contentHash(of: bytes)
    return stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0)) }
  }
}
