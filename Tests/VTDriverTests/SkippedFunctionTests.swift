// What is left out of a file, in words: a graph that does not hold together can be made by no text, for that would be a fault.
import Testing
import VTDiagnostics
import VTFlow

@testable import VTDriver

@Suite struct SkippedFunctionTests {
  private let lines = LineTable(Array("func a() { }\nfunc b() { }\n".utf8))

  @Test func aFaultOfItsOwnIsAWarningAndAGap() {
    let skipped = SkippedFunction(range: ByteRange(start: 13, end: 19), reason: .broken)
    let found = notices(about: [skipped], in: "a.swift", lines)
    #expect(found.map(\.line) == ["a.swift:2:1: warning: not analysed: vtlint made a mistake with this function; please report it"])
    #expect(found.allSatisfy { $0.level == .warning && $0.subject == .gap })
  }

  @Test func ofManyTheNumberIsTold() {
    let skipped = SkippedFunction(range: ByteRange(start: 0, end: 6), reason: .tooComplex)
    let found = notices(about: Array(repeating: skipped, count: 12), in: "a.swift", lines)
    #expect(found.count == 11 && found.last?.line == "a.swift: note: not analysed: 2 more functions")
    #expect(found.allSatisfy { $0.subject == .gap })
  }
}
