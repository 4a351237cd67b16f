/// Where each line of a text begins, so that a byte offset becomes a line and a column.
///
/// Lines end with LF, CR LF or a lone CR, as the Swift compiler has it. Lines and columns count from 1;
/// columns count UTF-8 bytes, and a byte order mark at the start of the file counts for nothing.
package struct LineTable: Sendable {
  /// The offset of the first byte of each line; the first entry is 0.
  package let starts: [UInt32]
  private let byteOrderMarkLength: UInt32

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        starts.append(UInt32(index))
      }
    }
    self.starts = starts
    byteOrderMarkLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  package struct Position: Hashable, Sendable {
    /// 1-based.
    package var line: Int
    /// 1-based, in UTF-8 bytes.
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The place of a byte; offsets past the end belong to the last line.
  package func position(of offset: UInt32) -> Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = offset - starts[low]
    if low == 0 { column -= min(column, byteOrderMarkLength) }
    return Position(line: low + 1, column: Int(column) + 1)
  }

  /// The byte at a place; nil for a line that is not there.
  package func offset(line: Int, column: Int) -> UInt32? {
    guard line >= 1, line <= starts.count, column >= 1 else { return nil }
    return starts[line - 1] &+ UInt32(truncatingIfNeeded: column - 1) &+ (line == 1 ? byteOrderMarkLength : 0)
  }

  /// The bytes of a line (1-based) without its end, as a range of `bytes`.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : UInt32(bytes.count)
    while end > start, bytes[Int(end) - 1] == 0x0A || bytes[Int(end) - 1] == 0x0D { end -= 1 }
    return ByteRange(start: start, end: end)
  }
}
