// The formats of code hosts and CI systems, read back by real parsers.
import Foundation
import TestSupport
import Testing
import VTDiagnostics
@testable import VTReport

/// What a path or message may hold that has a meaning in one of the formats.
private let awkward = "a%,:&<>\"'[x](1)]]>\u{1B}[31m\u{9B}\n::error::b\r{0}ä\u{FFFF}"

private func suggestion() -> Diagnostic {
  var diagnostic = sampleDiagnostic(path: "Sources/B.swift")
  (diagnostic.severity, diagnostic.notes, diagnostic.steps) = (.suggestion, [], [])
  return diagnostic
}

@Suite struct GitHubReportTests {
  @Test func writesOneCommandPerFinding() {
    #expect(
      text(.github, sampleReport([sampleDiagnostic(), suggestion()])) == """
        ::warning file=Sources/Store.swift,line=12,endLine=12,col=21,endColumn=28,title=double-await::'f' was consumed already\
        %0ASources/Store.swift:9: first consumed here%0ASources/API.swift:104: made by this function\
        %0ASources/Store.swift:10: when 'cached' is true%0ASources/Store.swift:11: the loop runs again
        ::notice file=Sources/B.swift,line=12,endLine=12,col=21,endColumn=28,title=double-await::'f' was consumed already

        """)
  }

  @Test func leavesColumnsOutForSeveralLines() {
    var diagnostic = suggestion()
    diagnostic.extent.end = .init(line: 14, column: 2)
    #expect(text(.github, sampleReport([diagnostic])).hasPrefix("::notice file=Sources/B.swift,line=12,endLine=14,title="))
  }

  @Test func nothingBreaksOutOfACommand() throws {
    var diagnostic = sampleDiagnostic(path: awkward, message: awkward)
    diagnostic.notes[0].message = awkward
    let lines = text(.github, sampleReport([diagnostic])).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[1].isEmpty)
    #expect(!lines[0].unicodeScalars.contains("\u{1B}") && !lines[0].contains("\r"))
    let properties = try #require(lines[0].split(separator: "::", maxSplits: 1).first)
    #expect(properties.split(separator: ",").count == 6)
    #expect(properties.contains("%25%2C%3A"))
  }
}

@Suite struct GitLabReportTests {
  private struct Entry: Decodable {
    struct Location: Decodable {
      struct Lines: Decodable { var begin, end: Int }
      var path: String
      var lines: Lines
    }
    var description, check_name, fingerprint, severity: String
    var location: Location
  }

  private func entries(_ diagnostics: [Diagnostic]) throws -> [Entry] {
    try JSONDecoder().decode([Entry].self, from: Data(ReportFormat.gitlab.render(sampleReport(diagnostics), colored: false).bytes))
  }

  @Test func writesOneEntryPerFinding() throws {
    let entries = try entries([sampleDiagnostic(), suggestion()])
    #expect(entries.map(\.severity) == ["minor", "info"])
    #expect(entries.map(\.location.path) == ["Sources/Store.swift", "Sources/B.swift"])
    #expect(entries.map(\.location.lines.begin) == [12, 12])
    #expect(entries.map(\.check_name) == ["double-await", "double-await"])
    #expect(try self.entries([]).isEmpty)
  }

  @Test func fingerprintsDifferByPathAndOccurrence() throws {
    let entries = try entries([sampleDiagnostic(), sampleDiagnostic(), suggestion()])
    #expect(Set(entries.map(\.fingerprint)).count == 3)
    let fewer = try self.entries([sampleDiagnostic(), suggestion()])
    #expect(fewer.map(\.fingerprint) == [entries[0].fingerprint, entries[2].fingerprint])
  }

  @Test func keepsAwkwardText() throws {
    let entry = try #require(try entries([sampleDiagnostic(path: awkward, message: awkward)]).first)
    #expect(entry.description == awkward && entry.location.path == awkward)
  }
}

/// The elements of a report in order.
private func parsed(_ format: ReportFormat, _ diagnostics: [Diagnostic]) throws -> [XMLElements.Element] {
  try XMLElements.parse(String(decoding: format.render(sampleReport(diagnostics), colored: false).bytes, as: UTF8.self))
}

@Suite struct XMLReportTests {
  @Test func checkstyleGroupsByFile() throws {
    let elements = try parsed(.checkstyle, [suggestion(), sampleDiagnostic(), sampleDiagnostic()])
    #expect(elements.map(\.name) == ["checkstyle", "file", "error", "file", "error", "error"])
    #expect(elements[1].attributes == ["name": "Sources/B.swift"])
    #expect(
      elements[4].attributes == [
        "line": "12", "column": "21", "severity": "warning", "message": "'f' was consumed already",
        "source": "vtlint.double-await",
      ])
    #expect(elements[2].attributes["severity"] == "info")
    #expect(try parsed(.checkstyle, []).map(\.name) == ["checkstyle"])
  }

  @Test func junitFailsForWarnings() throws {
    let elements = try parsed(.junit, [suggestion(), sampleDiagnostic()])
    #expect(
      elements.map(\.name) == [
        "testsuites", "testsuite", "testcase", "system-out", "testsuite", "testcase", "failure",
      ])
    #expect(elements[0].attributes["tests"] == "2" && elements[0].attributes["failures"] == "1")
    #expect(elements[5].attributes == ["classname": "Sources/Store.swift", "name": "double-await 12:21"])
    #expect(elements[6].attributes == ["type": "warning", "message": "'f' was consumed already"])
    let details = "Sources/Store.swift:12:21: warning: 'f' was consumed already\nSources/Store.swift:9:21: first"
    #expect(elements[6].text.hasPrefix(details))
  }

  @Test func junitHasAPassingCaseWithoutFindings() throws {
    #expect(try parsed(.junit, []).map(\.name) == ["testsuites", "testsuite", "testcase"])
  }

  @Test(arguments: [ReportFormat.checkstyle, .junit])
  func awkwardTextStaysWellFormed(format: ReportFormat) throws {
    let elements = try parsed(format, [sampleDiagnostic(path: awkward, message: awkward)])
    let message = try #require(elements.compactMap { $0.attributes["message"] }.first)
    #expect(message == "a%,:&<>\"'[x](1)]]>\\u{1B}[31m\\u{9B}\\u{A}::error::b\\u{D}{0}ä\u{FFFD}")
  }
}
