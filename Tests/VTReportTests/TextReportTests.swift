import Testing
import VTDiagnostics
@testable import VTReport

@Suite struct TextReportTests {
  @Test func showsEverythingAFindingHas() {
    #expect(
      text(.text, sampleReport()) == """
        Sources/Store.swift:12:21: warning: 'f' was consumed already [double-await]
           12 |   let b = try await f.value
              |                     ^~~~~~~
        Sources/Store.swift:9:21: note: first consumed here
            9 |   let a = try await f.value
              |                     ~~~~~~~
        Sources/API.swift:104:6: note: made by this function
          104 | func load() -> ValueFuture<Int>
              |      ~~~~
          path: line 10: when 'cached' is true
                line 11: the loop runs again
          fix: await a task made once
          help: vtlint explain double-await

        """)
  }

  @Test func separatesFindingsByABlankLineAndPrintsNothingForNone() {
    let plain = Diagnostic(
      rule: "unconsumed", severity: .error, message: "dropped", path: "a.swift", extent: extent(of: "g()", inLine: 1, "g()"))
    #expect(
      text(.text, sampleReport([plain, plain])) == """
        a.swift:1:1: error: dropped [unconsumed]
          1 | g()
            | ^~~
          help: vtlint explain unconsumed

        a.swift:1:1: error: dropped [unconsumed]
          1 | g()
            | ^~~
          help: vtlint explain unconsumed

        """)
    #expect(text(.text, sampleReport([])) == "")
  }

  /// The line shown and the marks below it, for a line and the part of it that is marked.
  static func excerpt(_ line: String, marking part: String) -> [String] {
    let diagnostic = Diagnostic(
      rule: "r", severity: .warning, message: "m", path: "p", extent: extent(of: part, inLine: 1, line))
    return text(.text, sampleReport([diagnostic])).split(separator: "\n").dropFirst().prefix(2).map {
      String($0.drop { $0 != "|" }.dropFirst(2))
    }
  }

  @Test(arguments: [
    (line: "\tf.value", marked: "f.value", shown: "    f.value", marks: "    ^~~~~~~"),
    ("a\tf.value", "f.value", "a   f.value", "    ^~~~~~~"),
    ("let 名前 = f.value", "f.value", "let 名前 = f.value", "           ^~~~~~~"),
    ("let 名前 = f.value", "名前", "let 名前 = f.value", "    ^~~~"),
    ("let e\u{301} = f.value", "f.value", "let e\u{301} = f.value", "        ^~~~~~~"),
    ("let 🎉 = f.value", "f.value", "let 🎉 = f.value", "         ^~~~~~~"),
    ("\"\u{1B}[2J\" f.value", "f.value", "\"\\u{1B}[2J\" f.value", "            ^~~~~~~"),
  ])
  func marksTheRightColumns(line: String, marked: String, shown: String, marks: String) {
    #expect(Self.excerpt(line, marking: marked) == [shown, marks])
  }

  @Test func cutsLongLinesAroundTheMark() {
    let filler = String(repeating: "x ", count: 400)
    let shown = Self.excerpt(filler + "f.value " + filler, marking: "f.value")
    #expect(shown[0].hasPrefix("… x x") && shown[0].hasSuffix(" …"))
    #expect(shown[0].count < 180)
    let start = shown[1].prefix { $0 == " " }.count
    #expect(shown[0].dropFirst(start).hasPrefix("f.value"))
  }

  @Test func marksBytesThatAreNotUTF8() {
    var diagnostic = sampleDiagnostic()
    diagnostic.extent.firstLine = [0xFF, 0xC3] + Array(" f".utf8)
    diagnostic.extent.start.column = 4
    diagnostic.extent.end = .init(line: 12, column: 5)
    let lines = text(.text, sampleReport([diagnostic])).split(separator: "\n")
    #expect(lines[1].hasSuffix("| \\xFF\\xC3 f"))
    #expect(lines[2].hasSuffix("|          ^"))
  }

  @Test func marksTheFirstLineOfSeveral() {
    var diagnostic = sampleDiagnostic()
    diagnostic.extent.end = .init(line: 14, column: 2)
    #expect(text(.text, sampleReport([diagnostic])).split(separator: "\n")[2].hasSuffix("|                     ^~~~~~~"))
  }

  @Test func colorsOnlyWhenAsked() {
    let colored = text(.text, sampleReport(), colored: true)
    #expect(colored.contains("\u{1B}[1;35mwarning:\u{1B}[0m"))
    #expect(!text(.text, sampleReport()).contains("\u{1B}"))
    let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == text(.text, sampleReport()))
  }
}
