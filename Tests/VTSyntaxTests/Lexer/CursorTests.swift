// The one file with unsafe code, held against the same searches written byte by byte: it reads what is there, zeros behind it,
// and never moves beyond the end.
import TestSupport
import Testing

@testable import VTSyntax

@Suite struct CursorTests {
  /// Texts of every length up to three words, of the bytes on which searches stop and their neighbours.
  private static let texts: [[UInt8]] = {
    var random = SeededRandom(seed: 7)
    let bytes: [UInt8] = [0, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B, 0x5F, 0x60, 0x61,
      0x7A, 0x7B, 0x7F, 0x80, 0xA0, 0xDF, 0xE1, 0xFF]
    return (0...24).flatMap { count in (0..<20).map { _ in (0..<count).map { _ in bytes.randomElement(using: &random)! } } }
      + [[UInt8](repeating: 0x20, count: 200), [UInt8](repeating: 0x61, count: 200), [UInt8](repeating: 0, count: 200)]
  }()

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  @Test(arguments: texts) func behindTheTextAreZeros(_ text: [UInt8]) {
    Cursor.withCursor(over: text) { cursor in
      #expect(cursor.end == text.count)
      #expect((0..<text.count).map { cursor.byte(at: $0) } == text)
      #expect((0..<Cursor.padding).allSatisfy { cursor.byte(at: text.count + $0) == 0 })
      for place in 0...text.count + Cursor.padding - 8 {
        let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(cursor.byte(at: place + $1)) << UInt64($1 * 8) }
        #expect(cursor.eightBytes(at: place) == word)
      }
    }
  }

  @Test(arguments: texts) func searchesStopWhereTheyShould(_ text: [UInt8]) {
    Cursor.withCursor(over: text) { start in
      for place in 0...text.count {
        var cursor = start
        func moved(_ skip: (inout Cursor) -> Void) -> Int {
          cursor.offset = place
          skip(&cursor)
          return cursor.offset
        }
        let rest = text[place...]
        #expect(moved { $0.skipNameBytes() } == rest.firstIndex { !isNameByte($0) } ?? text.count)
        #expect(moved { $0.skipSpaces() } == rest.firstIndex { $0 != 0x20 } ?? text.count)
        #expect(moved { $0.skipToLineEnd() } == rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count)
        for wanted in [0, 0x0A, 0x80, 0xFF] as [UInt8] {
          #expect(start.has(wanted, in: place..<text.count) == rest.contains(wanted))
        }
      }
    }
  }

  @Test(arguments: texts) func hashesTellTextsApart(_ text: [UInt8]) {
    let hash = contentHash(of: text)
    #expect(contentHash(of: Array(text)) == hash)
    for place in text.indices {
      var other = text
      other[place] ^= 1
      #expect(contentHash(of: other) != hash)
    }
  }
}
