/// Finds a few bytes in many. Every source is searched once, nearly always in vain, so most bytes are skipped over
/// (Horspool's method): the byte under the pattern's end says how far the pattern can move.
struct ByteSearch: Sendable {
  private let pattern: [UInt8]
  /// For each byte value, how far the pattern may move when that byte stands under its end.
  private var skips: [Int]

  init(for text: String) {
    pattern = Array(text.utf8)
    skips = [Int](repeating: pattern.count, count: 256)
    for (index, byte) in pattern.dropLast().enumerated() { skips[Int(byte)] = pattern.count - 1 - index }
  }

  func occurs(in bytes: [UInt8]) -> Bool {
    var end = pattern.count - 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte == pattern[pattern.count - 1], bytes[(end - pattern.count + 1)...end].elementsEqual(pattern) { return true }
      end += skips[Int(byte)]
    }
    return false
  }
}
