// The reader of markers is itself held against small texts: a marker that is not read tests nothing.

@testable import TestSupport
import Testing
import VTDiagnostics

@Suite struct MarkersTests {
  private func extent(line: Int, columns: Range<Int> = 1..<2) -> Extent {
    Extent(
      range: ByteRange(start: 0, end: 1), start: LineTable.Position(line: line, column: columns.lowerBound),
      end: LineTable.Position(line: line, column: columns.upperBound), firstLine: [], lastLine: [])
  }

  private func diagnostic(
    _ rule: RuleID, line: Int, columns: Range<Int> = 1..<2, notes: [(line: Int, text: String)] = [],
    steps: [(line: Int, text: String)] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .warning, message: "message", path: "a.swift", extent: extent(line: line, columns: columns),
      notes: notes.map { Note(path: nil, extent: extent(line: $0.line), message: $0.text) },
      steps: steps.map { Note(path: nil, extent: extent(line: $0.line), message: $0.text) })
  }

  @Test func readsEveryForm() {
    let markers = Markers(
      readingFrom: """
        a  // expect: double-await, unconsumed
        b
        // expect@-1: double-await
        c  // expect-missing: unconsumed - not yet
        d  // expect-note: made here
        e  // ok: once
          f()  // expect: unconsumed  // expect-note: made here
        //^~~ unconsumed
        """)
    typealias Expectation = Markers.Expectation
    #expect(
      markers.expected == [
        Expectation(line: 1, rule: "double-await"), Expectation(line: 1, rule: "unconsumed"),
        Expectation(line: 2, rule: "double-await"), Expectation(line: 7, rule: "unconsumed"),
      ])
    #expect(markers.missing == [Expectation(line: 4, rule: "unconsumed")])
    #expect(markers.notes.map(\.line) == [5, 7])
    #expect(markers.notes.map(\.text) == ["made here", "made here"])
    #expect(markers.ranges == [Markers.ExactRange(line: 7, rule: "unconsumed", columns: 3..<6)])
    #expect(markers.misspelt.isEmpty)
  }

  @Test func readsTheSameWithCarriageReturns() {
    let markers = Markers(readingFrom: "f()  // expect: unconsumed\r\n//^~ unconsumed\r\n")
    #expect(markers.expected.map(\.rule) == ["unconsumed"])
    #expect(markers.ranges.map(\.rule) == ["unconsumed"])
  }

  @Test(arguments: ["// expects: double-await", "// expect:double-await", "// expect-missing: unconsumed", "// ok: "])
  func saysWhatIsMisspelt(comment: String) {
    #expect(Markers(readingFrom: "a  \(comment)").misspelt == [1])
  }

  @Test func bothHalvesFail() {
    let markers = Markers(readingFrom: "a  // expect: double-await\nb\n")
    #expect(markers.differences(from: [diagnostic("double-await", line: 1)]).isEmpty)
    #expect(markers.differences(from: []).count == 1)
    #expect(markers.differences(from: [diagnostic("double-await", line: 2)]).count == 2)
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 1)]).count == 2)
    #expect(markers.differences(from: Array(repeating: diagnostic("double-await", line: 1), count: 2)).count == 1)
  }

  @Test func aClosedGapFails() {
    let markers = Markers(readingFrom: "a  // expect-missing: double-await - too deep\n")
    #expect(markers.differences(from: []).isEmpty)
    #expect(markers.differences(from: [diagnostic("double-await", line: 1)]).count == 1)
  }

  @Test func anotherRangeFails() {
    let markers = Markers(readingFrom: "  abc  // expect: unconsumed\n//^~~ unconsumed\n")
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 1, columns: 3..<6)]).isEmpty)
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 1, columns: 3..<7)]).count == 1)
  }

  @Test func aMissingStepFails() {
    let markers = Markers(readingFrom: "a  // expect-step: when\nb  // expect: unconsumed\n")
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 2, steps: [(1, "when 'a'")])]).isEmpty)
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 2, notes: [(1, "when 'a'")])]).count == 1)
  }

  @Test func aMissingNoteFails() {
    let markers = Markers(readingFrom: "a  // expect-note: made here\nb  // expect: unconsumed\n")
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 2, notes: [(1, "made here")])]).isEmpty)
    #expect(markers.differences(from: [diagnostic("unconsumed", line: 2, notes: [(2, "made here")])]).count == 1)
  }
}
