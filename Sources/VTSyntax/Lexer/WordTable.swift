// Finds the `Word` that some bytes spell. The bytes are compared as numbers of eight, behind a hash table whose first
// look (one byte) turns away nearly every name that is no word.

struct WordTable {
  /// Names longer than this are no words.
  static let longestWord = 32

  /// Made once a process.
  static let shared = WordTable()

  /// By hash: the place of the first entry in `entries`, plus one; 0 for none.
  private let slots: [UInt8]
  private let entries: [Entry]

  private struct Entry {
    var spelling: SpelledWord
    var length: Int
    var word: Word
    /// The next entry with the same hash, plus one; 0 for none.
    var next: UInt8
  }

  private typealias SpelledWord = (UInt64, UInt64, UInt64, UInt64)

  private init() {
    var slots = [UInt8](repeating: 0, count: WordTable.slotCount)
    var entries: [Entry] = []
    let text = Array(Word.spellings.utf8)
    Cursor.withCursor(over: text) { cursor in
      var start = 0
      for word in Word.allCases.dropFirst() {
        let end = text[start...].firstIndex(of: Byte.space) ?? text.count
        let length = end - start
        let first = cursor.eightBytes(at: start, length: min(length, 8))
        let slot = WordTable.slot(first: first, length: length, last: text[end - 1])
        let spelling = WordTable.spelling(at: start, length: length, in: cursor)
        entries.append(Entry(spelling: spelling, length: length, word: word, next: slots[slot]))
        slots[slot] = UInt8(entries.count)
        start = end + 1
      }
    }
    self.slots = slots
    self.entries = entries
  }

  /// The word spelt by `length` bytes at `place`. `first` is the first eight of them, or all, with zeros behind.
  func word(at place: Int, length: Int, first: UInt64, in cursor: Cursor) -> Word {
    if length > WordTable.longestWord { return .none }
    var index = slots[WordTable.slot(first: first, length: length, last: cursor.byte(at: place + length - 1))]
    while index != 0 {
      let entry = entries[Int(index) - 1]
      if entry.length == length, entry.spelling.0 == first,
        length <= 8 || entry.spelling == WordTable.spelling(at: place, length: length, in: cursor)
      {
        return entry.word
      }
      index = entry.next
    }
    return .none
  }

  private static let slotCount = 1024

  private static func slot(first: UInt64, length: Int, last: UInt8) -> Int {
    let key = first ^ UInt64(last) << 56 ^ UInt64(length) << 40
    return Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private static func spelling(at place: Int, length: Int, in cursor: Cursor) -> SpelledWord {
    func part(_ index: Int) -> UInt64 {
      let rest = length - 8 * index
      return rest <= 0 ? 0 : cursor.eightBytes(at: place + 8 * index, length: min(rest, 8))
    }
    return (part(0), part(1), part(2), part(3))
  }
}

extension Cursor {
  /// The first `length` (1 to 8) of the eight bytes at `place`, with zeros behind.
  func eightBytes(at place: Int, length: Int) -> UInt64 {
    eightBytes(at: place) & (UInt64.max >> UInt64(64 - 8 * length))
  }
}
