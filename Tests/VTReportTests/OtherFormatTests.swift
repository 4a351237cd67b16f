import Foundation
import Testing
import VTDiagnostics
@testable import VTReport

@Suite struct XcodeReportTests {
  @Test func printsOneLinePerFindingNoteAndStep() {
    #expect(
      text(.xcode, sampleReport()) == """
        Sources/Store.swift:12:21: warning: 'f' was consumed already [double-await]
        Sources/Store.swift:9:21: note: first consumed here
        Sources/API.swift:104:6: note: made by this function
        Sources/Store.swift:10:6: note: when 'cached' is true
        Sources/Store.swift:11:3: note: the loop runs again

        """)
  }

  @Test func callsASuggestionANote() {
    var diagnostic = sampleDiagnostic()
    diagnostic.severity = .suggestion
    #expect(text(.xcode, sampleReport([diagnostic])).hasPrefix("Sources/Store.swift:12:21: note: "))
  }
}

@Suite struct JSONReportTests {
  private struct Document: Decodable {
    struct Place: Decodable, Equatable {
      var path: String, message: String
      var line, column, endLine, endColumn: Int
    }
    struct Fix: Decodable { var message, text, path: String }
    struct Finding: Decodable {
      var rule, severity, message, path, fingerprint: String
      var line, column, endLine, endColumn: Int
      var notes, steps: [Place]
      var fixes: [Fix]
    }
    struct Summary: Decodable { var files, errors, warnings, suggestions: Int }
    var version: Int
    var findings: [Finding]
    var summary: Summary
  }

  private func decoded(_ report: Report) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(ReportFormat.json.render(report, colored: true).bytes))
  }

  @Test func holdsEverythingAFindingHas() throws {
    let document = try decoded(sampleReport())
    #expect(document.version == 1)
    #expect(document.summary.files == 3 && document.summary.warnings == 1 && document.summary.errors == 0)
    let finding = try #require(document.findings.first)
    #expect(finding.rule == "double-await" && finding.severity == "warning" && finding.message == "'f' was consumed already")
    #expect(finding.path == "Sources/Store.swift" && finding.fingerprint == "0123456789abcdef")
    #expect((finding.line, finding.column, finding.endLine, finding.endColumn) == (12, 21, 12, 28))
    #expect(finding.notes.map(\.path) == ["Sources/Store.swift", "Sources/API.swift"])
    #expect(finding.steps.map(\.message) == ["when 'cached' is true", "the loop runs again"])
    #expect(finding.fixes.map(\.text) == ["task.value"])
  }

  @Test func isADocumentEvenWithoutFindings() throws {
    #expect(try decoded(sampleReport([])).findings.isEmpty)
  }

  @Test(arguments: ["\"\\/\n\r\t\u{0}\u{1B}[31m", "\u{7F}\u{9B}\u{2028}", "名前🎉e\u{301}", "%:,]]>&<'"])
  func keepsAnyTextAndNoControlCharacters(text: String) throws {
    let report = sampleReport([sampleDiagnostic(path: text + ".swift", message: text)])
    let finding = try #require(try decoded(report).findings.first)
    #expect(Array(finding.message.unicodeScalars) == Array(text.unicodeScalars))
    #expect(Array(finding.path.unicodeScalars) == Array((text + ".swift").unicodeScalars))
    let bytes = ReportFormat.json.render(report, colored: false).bytes
    let allScalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(allScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func layoutIsPlain() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", 1)
      json.array("b") { json in
        json.string("x")
        json.array { _ in }
        json.object { _ in }
      }
      json.member("c", true)
    }
    json.end()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {
          "a": 1,
          "b": [
            "x",
            [],
            {}
          ],
          "c": true
        }

        """)
  }
}

@Suite struct HostileTextTests {
  /// What a path, a message or a source line could do to a terminal.
  static let hostile = "a\u{1B}]0;x\u{7}b\r\nfake.swift:1:1: error: c\u{9B}2J\u{202E}d\u{2028}e"

  @Test(arguments: [ReportFormat.text, .xcode])
  func neverReachesATerminal(format: ReportFormat) {
    var diagnostic = sampleDiagnostic(path: Self.hostile, message: Self.hostile)
    diagnostic.extent.firstLine = Array(Self.hostile.utf8)
    diagnostic.notes[0].message = Self.hostile
    diagnostic.steps[0].path = Self.hostile
    let output = text(format, sampleReport([diagnostic]))
    #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(!output.unicodeScalars.contains("\u{202E}") && !output.unicodeScalars.contains("\u{2028}"))
    #expect(!output.split(separator: "\n").contains { $0.hasPrefix("fake.swift") })
  }

  @Test func noticesAreOneLine() {
    let notice = Notice(.error, path: Self.hostile, position: .init(line: 1, column: 2), Self.hostile)
    #expect(!notice.line.contains("\n") && !notice.line.unicodeScalars.contains("\u{1B}"))
    #expect(Notice(.note, path: "a", position: .init(line: 1, column: 2), "b").line == "a:1:2: note: b")
    #expect(Notice(.warning, "b").line == "vtlint: warning: b")
  }
}
