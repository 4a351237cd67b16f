import VTDiagnostics

/// Numbers that stand for what a run has found out, for the next run. Small ones are meant to be many.
struct RecordWriter {
  private(set) var numbers: [UInt64] = []

  mutating func write(_ number: UInt64) { numbers.append(number) }

  /// - Parameter number: of either sign; small ones of both become small.
  mutating func write(_ number: Int) {
    let wide = Int64(number)
    numbers.append(UInt64(bitPattern: wide << 1 ^ wide >> 63))
  }

  mutating func write(_ name: Name) { numbers.append(name.raw) }

  mutating func write(_ flags: [Bool]) {
    numbers.append(flags.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
  }

  mutating func write(_ names: Set<Name>) {
    write(names.sorted { $0.raw < $1.raw }) { $0.write($1) }
  }

  mutating func write<Element>(_ list: [Element], _ writeElement: (inout RecordWriter, Element) -> Void) {
    write(list.count)
    for element in list { writeElement(&self, element) }
  }

  mutating func write<Wrapped>(_ value: Wrapped?, _ writeValue: (inout RecordWriter, Wrapped) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { writeValue(&self, value) }
  }

  /// An empty range is one wherever it stands.
  mutating func write(_ range: Range<UInt32>) {
    write(range.count)
    if !range.isEmpty { write(Int(range.lowerBound)) }
  }
}

/// Reads what `RecordWriter` wrote, in the same order. Any numbers are safe to read: what cannot be is `isBroken`, and read
/// as something harmless.
struct RecordReader {
  private let numbers: ArraySlice<UInt64>
  private var place: Int
  private(set) var isBroken = false

  init(_ numbers: ArraySlice<UInt64>) {
    self.numbers = numbers
    place = numbers.startIndex
  }

  var isAtEnd: Bool { place == numbers.endIndex }

  mutating func fail() { isBroken = true }

  mutating func number() -> UInt64 {
    guard place < numbers.endIndex else {
      isBroken = true
      return 0
    }
    defer { place += 1 }
    return numbers[place]
  }

  mutating func integer<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
    let number = number()
    let wide = Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    guard let exact = Number(exactly: wide) else {
      isBroken = true
      return 0
    }
    return exact
  }

  mutating func name() -> Name { Name(raw: number()) }

  /// - Returns: so many flags.
  mutating func flags(_ count: Int) -> [Bool] {
    let number = number()
    if number >> UInt64(count) != 0 { isBroken = true }
    return (0..<count).map { number >> UInt64($0) & 1 == 1 }
  }

  mutating func names() -> Set<Name> { Set(list { $0.name() }) }

  mutating func list<Element>(_ element: (inout RecordReader) -> Element) -> [Element] {
    let count = integer(Int.self)
    // Each element takes a number at least.
    guard count >= 0, count <= numbers.endIndex - place else {
      isBroken = true
      return []
    }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count where !isBroken { list.append(element(&self)) }
    return list
  }

  mutating func optional<Wrapped>(_ value: (inout RecordReader) -> Wrapped) -> Wrapped? {
    switch integer(Int.self) {
    case 0: return nil
    case 1: return value(&self)
    default:
      isBroken = true
      return nil
    }
  }

  /// - Parameter limit: that the range has to lie below.
  mutating func range(below limit: Int) -> Range<UInt32> {
    let count = integer(Int.self)
    if count == 0 { return 0..<0 }
    let start = integer(Int.self)
    guard start >= 0, count > 0, count <= limit, start <= limit - count else {
      isBroken = true
      return 0..<0
    }
    return UInt32(start)..<UInt32(start + count)
  }

  mutating func choice<Choice: RawRepresentable>(else first: Choice) -> Choice where Choice.RawValue == UInt8 {
    guard let raw = UInt8(exactly: number()), let choice = Choice(rawValue: raw) else {
      isBroken = true
      return first
    }
    return choice
  }
}
