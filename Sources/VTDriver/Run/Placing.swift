import VTDiagnostics
import VTSyntax

/// Turns byte ranges of one file into places that people and reports can name.
struct PlaceFinder {
  let source: [UInt8]
  private let lines: LineTable

  init(source: [UInt8]) {
    self.source = source
    lines = LineTable(source)
  }

  var lineCount: Int { lines.starts.count }

  /// A range outside the text is moved to its end: the text may not be the one that the range was made for.
  func extent(of range: ByteRange) -> Extent {
    let end = min(range.end, UInt32(source.count))
    let start = min(range.start, end)
    let startPosition = lines.position(of: start)
    let endPosition = lines.position(of: end)
    let firstLine = text(ofLine: startPosition.line)
    return Extent(
      range: ByteRange(start: start, end: end), start: startPosition, end: endPosition, firstLine: firstLine,
      lastLine: endPosition.line == startPosition.line ? firstLine : text(ofLine: endPosition.line))
  }

  private func text(ofLine line: Int) -> [UInt8] {
    let range = lines.range(ofLine: line, in: source)
    let text = source[Int(range.start)..<Int(range.end)]
    return Array(line == 1 && text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text)
  }
}
