import Testing

@testable import VTDiagnostics

@Suite struct LineTableTests {
  @Test(arguments: [
    ("a\nb", UInt32(2), 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("", 0, 1, 1), ("äb", 2, 1, 3), ("a\n", 2, 2, 1),
    ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}ab", 0, 1, 1), ("a\n\nb", 2, 2, 1), ("a\r\r\nb", 4, 3, 1),
  ])
  func positions(text: String, offset: UInt32, line: Int, column: Int) {
    let position = LineTable(Array(text.utf8)).position(of: offset)
    #expect(position == LineTable.Position(line: line, column: column))
  }

  @Test func lineWithoutItsEnd() {
    let bytes = Array("one\r\ntwo\n".utf8)
    let table = LineTable(bytes)
    #expect(table.range(ofLine: 1, in: bytes) == ByteRange(start: 0, end: 3))
    #expect(table.range(ofLine: 2, in: bytes) == ByteRange(start: 5, end: 8))
    #expect(table.range(ofLine: 3, in: bytes) == ByteRange(start: 9, end: 9))
  }
}

@Suite struct NameTests {
  @Test func equalTextEqualName() {
    #expect(Name("value") == Name(bytes: Array("value".utf8)))
    #expect(Name("withCheckedContinuation") == Name(bytes: Array("withCheckedContinuation".utf8)))
  }

  @Test func differentTextDifferentName() {
    let texts = ["", "a", "b", "ab", "ba", "seven77", "eight888", "eight889", "withCheckedContinuation", "withCheckedContinuatioN"]
    #expect(Set(texts.map { Name($0) }).count == texts.count)
  }
}
