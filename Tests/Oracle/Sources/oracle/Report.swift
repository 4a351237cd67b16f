import SwiftSyntax

/// What a comparison found.
struct Report {
  struct Disagreement {
    var path: String
    var format: DumpFormat
    var difference: Difference
    var bytes: [UInt8]
    var hasError: Bool
  }

  var files = 0
  var bytes = 0
  var lineCount = 0
  /// Files in which swift-syntax reports errors; their skeletons are not compared.
  var withErrors: [String] = []
  var bytesWithErrors = 0
  var disagreeing: [Disagreement] = []

  mutating func count(_ source: Source) {
    files += 1
    bytes += source.bytes.count
    lineCount += source.bytes.count { $0 == UInt8(ascii: "\n") }
    if source.hasError {
      withErrors.append(source.path)
      bytesWithErrors += source.bytes.count
    }
  }

  mutating func add(_ difference: Difference, _ format: DumpFormat, _ source: Source) {
    disagreeing.append(
      Disagreement(
        path: source.path, format: format, difference: difference, bytes: source.bytes, hasError: source.hasError))
  }

  mutating func add(_ other: Report) {
    files += other.files
    bytes += other.bytes
    lineCount += other.lineCount
    withErrors += other.withErrors
    bytesWithErrors += other.bytesWithErrors
    disagreeing += other.disagreeing
  }

  /// Puts what two threads gathered into the order of the paths.
  mutating func finish() {
    withErrors.sort()
    disagreeing.sort { $0.path < $1.path }
  }

  func text(_ options: Options) -> String {
    var text = ""
    for disagreement in disagreeing.prefix(options.maxShown) { text += disagreement.text(maxLines: options.maxLines) }
    if disagreeing.count > options.maxShown { text += "… and \(disagreeing.count - options.maxShown) more files\n" }
    if options.showsCauses { text += causes() }
    if options.namesErrors { for path in withErrors { text += "syntax errors: \(path)\n" } }
    let fate = options.validOnly ? "not compared" : "tokens compared only"
    text += "\(withErrors.count) files (\(bytesWithErrors) bytes) have syntax errors for swift-syntax: \(fate)\n"
    return text + "\(files) files, \(bytes) bytes, \(lineCount) lines, \(disagreeing.count) files disagree"
  }

  /// The first differing line of each file by format, side and kind.
  private func causes() -> String {
    var counts: [String: (count: Int, example: String)] = [:]
    for disagreement in disagreeing {
      guard let first = disagreement.difference.marked.first else { continue }
      let kind = first.line.text.prefix { $0 != " " }
      let cause = "\(disagreement.format) \(first.sign) \(kind)"
      let example = "\(disagreement.path):\(disagreement.line(of: first.line.start).number)"
      counts[cause] = ((counts[cause]?.count ?? 0) + 1, counts[cause]?.example ?? example)
    }
    let sorted = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return sorted.map { "\($0.value.count) files first differ in: \($0.key), as in \($0.value.example)\n" }.joined()
  }
}

extension Report.Disagreement {
  /// The first differing lines, each below the line of the source where it begins.
  func text(maxLines: Int) -> String {
    let marked = difference.marked
    let error = hasError ? " (syntax errors)" : ""
    var text = "\(path): \(format) differ in \(marked.count) lines\(error)\n"
    var shown = 0
    for (sign, dumped) in marked.prefix(maxLines) {
      let source = line(of: dumped.start)
      if source.number != shown { text += "  \(source.number): \(source.text)\n" }
      shown = source.number
      let column = dumped.start - source.start + 1
      text += "    \(sign): \(dumped.description)   (column \(column)) \(excerpt(dumped))\n"
    }
    return text
  }

  private func excerpt(_ line: Line) -> String {
    let range = bytes[min(line.start, bytes.count)..<min(max(line.end, line.start), bytes.count)]
    let first = range.prefix { $0 != UInt8(ascii: "\n") }.prefix(60)
    return String(decoding: first, as: UTF8.self) + (first.count < range.count ? "…" : "")
  }

  func line(of offset: Int) -> (number: Int, start: Int, text: String) {
    let before = bytes.prefix(offset)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let number = before.count { $0 == UInt8(ascii: "\n") } + 1
    let text = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    return (number, start, String(decoding: text.prefix(160), as: UTF8.self))
  }
}
