// Reports to print: made by hand, from a source text in which the marked ranges are looked up.
import VTCatalogue
import VTDiagnostics
@testable import VTReport

/// An extent as the driver makes it: `range` is the first occurrence of `text` in the line.
func extent(of text: String, inLine line: Int, _ content: String) -> Extent {
  let bytes = Array(content.utf8)
  let pattern = Array(text.utf8)
  let column = (0...(bytes.count - pattern.count)).first { bytes[$0...].starts(with: pattern) }! + 1
  return Extent(
    range: ByteRange(start: UInt32(column - 1), end: UInt32(column - 1 + pattern.count)),
    start: .init(line: line, column: column), end: .init(line: line, column: column + pattern.count),
    firstLine: bytes, lastLine: bytes)
}

/// A finding of `double-await` with everything a finding can have.
func sampleDiagnostic(path: String = "Sources/Store.swift", message: String = "'f' was consumed already") -> Diagnostic {
  let second = extent(of: "f.value", inLine: 12, "  let b = try await f.value")
  return Diagnostic(
    rule: "double-await", severity: .warning, message: message, path: path, extent: second,
    notes: [
      Note(path: nil, extent: extent(of: "f.value", inLine: 9, "  let a = try await f.value"), message: "first consumed here"),
      Note(
        path: "Sources/API.swift", extent: extent(of: "load", inLine: 104, "func load() -> ValueFuture<Int>"),
        message: "made by this function"),
    ],
    steps: [
      Note(path: nil, extent: extent(of: "cached", inLine: 10, "  if cached {"), message: "when 'cached' is true"),
      Note(path: nil, extent: extent(of: "while", inLine: 11, "  while more {"), message: "the loop runs again"),
    ],
    fixes: [PlacedFix(extent: second, text: "task.value", summary: "await a task made once")],
    fingerprint: "0123456789abcdef")
}

func sampleReport(_ diagnostics: [Diagnostic] = [sampleDiagnostic()]) -> Report {
  Report(diagnostics: diagnostics, fileCount: 3, version: "1.2.3", exitStatus: 1)
}

func text(_ format: ReportFormat, _ report: Report, colored: Bool = false) -> String {
  String(decoding: format.render(report, colored: colored).bytes, as: UTF8.self)
}
