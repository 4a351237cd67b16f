/// A half-open range of bytes in one source text: `start` is the first byte, `end` the one after the last.
/// 32 bits are enough: the driver refuses larger files before they are read.
package struct ByteRange: Hashable, Sendable, Comparable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  package var length: UInt32 { end - start }

  package func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

  /// By start, then by end: the order in which findings of one file are told.
  package static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
