// Numbers and texts to bytes and back, for files that only vtlint reads.

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
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(CorruptBytes) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw CorruptBytes() }
      let group = UInt64(byte & 0x7F)
      if shift == 63, group > 1 { break }
      number |= group << UInt64(shift)
      if byte < 0x80 { return number }
    }
    throw CorruptBytes()
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
    guard let byte = rest.popFirst(), byte <= 1 else { throw CorruptBytes() }
    return byte == 1
  }

  mutating func bytes() throws(CorruptBytes) -> ArraySlice<UInt8> {
    let length = try count()
    guard length <= rest.count else { throw CorruptBytes() }
    defer { rest = rest.dropFirst(length) }
    return rest.prefix(length)
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
    guard count <= rest.count else { throw CorruptBytes() }
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
