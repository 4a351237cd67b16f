import VTDiagnostics
import VTSyntax

/// Turns byte ranges of one file into places that people and reports can name.
struct PlaceFinder {
  let source: [UInt8]
  private let lines: LineTable
  /// The line that was looked at last. All findings on a line share its text: a generated file may be one long line
  /// with thousands of findings.
  private var lastText: (line: Int, text: [UInt8])?

  init(source: [UInt8]) {
    self.source = source
    lines = LineTable(source)
  }

  /// A range outside the text is moved to its end: the text may not be the one that the range was made for.
  mutating func extent(of range: ByteRange) -> Extent {
    let end = min(range.end, UInt32(source.count))
    let start = min(range.start, end)
    let startPosition = lines.position(of: start)
    let endPosition = lines.position(of: end)
    let firstLine = text(ofLine: startPosition.line)
    return Extent(
      range: ByteRange(start: start, end: end), start: startPosition, end: endPosition, firstLine: firstLine,
      lastLine: endPosition.line == startPosition.line ? firstLine : text(ofLine: endPosition.line))
  }

  private mutating func text(ofLine line: Int) -> [UInt8] {
    if let lastText, lastText.line == line { return lastText.text }
    let range = lines.range(ofLine: line, in: source)
    let bytes = source[Int(range.start)..<Int(range.end)]
    let text = Array(line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes)
    lastText = (line, text)
    return text
  }
}
