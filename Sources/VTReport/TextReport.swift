import VTDiagnostics

/// The report for people: each finding with its source line, the places it speaks of, the way that leads to it, and
/// where to read on.
///
///     Sources/Store.swift:12:23: warning: 'f' was consumed already [double-await]
///       12 |   let b = try await f.value
///          |                     ^~~~~~~
///     Sources/Store.swift:11:23: note: first consumed here
///       11 |   let a = try await f.value
///          |                     ~~~~~~~
///       path: line 10: the loop runs again
///       help: vtlint explain double-await
package func textReport(_ report: Report, colored: Bool) -> [UInt8] {
  var writer = TextWriter(colors: colored ? .ansi : .none)
  for (index, diagnostic) in report.diagnostics.enumerated() {
    if index > 0 { writer.text += "\n" }
    writer.write(diagnostic)
  }
  return Array(writer.text.utf8)
}

/// The escape sequences between which a part stands; all empty without colours.
private struct Colors {
  var bold = "", red = "", magenta = "", blue = "", cyan = "", green = "", dim = "", reset = ""

  static let none = Colors()
  static let ansi = Colors(
    bold: "\u{1B}[1m", red: "\u{1B}[1;31m", magenta: "\u{1B}[1;35m", blue: "\u{1B}[1;34m", cyan: "\u{1B}[1;36m",
    green: "\u{1B}[1;32m", dim: "\u{1B}[2m", reset: "\u{1B}[0m")

  func of(_ severity: Severity) -> String {
    switch severity {
    case .error: red
    case .warning: magenta
    default: blue
    }
  }
}

private struct TextWriter {
  let colors: Colors
  var text = ""

  init(colors: Colors) { self.colors = colors }

  mutating func write(_ diagnostic: Diagnostic) {
    let severity = "\(colors.of(diagnostic.severity))\(diagnostic.severity.word):\(colors.reset)"
    heading(
      place(diagnostic.path, diagnostic.start), severity,
      "\(colors.bold)\(printable(diagnostic.message))\(colors.reset) [\(diagnostic.rule.text)]")
    excerpt(diagnostic.extent, leader: "^", gutter: diagnostic.gutterWidth)
    for note in diagnostic.notes {
      let path = note.path ?? diagnostic.path
      heading(place(path, note.extent.start), "\(colors.cyan)note:\(colors.reset)", printable(note.message))
      excerpt(note.extent, leader: "~", gutter: diagnostic.gutterWidth)
    }
    write(steps: diagnostic.steps, of: diagnostic)
    for fix in diagnostic.fixes { text += "  \(colors.dim)fix:\(colors.reset) \(printable(fix.summary))\n" }
    text += "  \(colors.dim)help:\(colors.reset) vtlint explain \(diagnostic.rule.text)\n"
  }

  private mutating func heading(_ place: String, _ word: String, _ message: String) {
    text += "\(colors.bold)\(place):\(colors.reset) \(word) \(message)\n"
  }

  private func place(_ path: String, _ position: LineTable.Position) -> String {
    "\(printablePath(path)):\(position.line):\(position.column)"
  }

  /// `path:` before the first step and the other steps below it, each with its line.
  private mutating func write(steps: [Note], of diagnostic: Diagnostic) {
    for (index, step) in steps.enumerated() {
      let label = index == 0 ? "\(colors.dim)path:\(colors.reset)" : "     "
      let file = step.path.map { $0 == diagnostic.path ? "" : "\(printable($0)) " } ?? ""
      text += "  \(label) \(file)line \(step.extent.start.line): \(printable(step.message))\n"
    }
  }

  private mutating func excerpt(_ extent: Extent, leader: Character, gutter: Int) {
    let excerpt = Excerpt(of: extent)
    let number = String(extent.start.line)
    let blanks = String(repeating: " ", count: gutter - number.utf8.count)
    text += "  \(colors.dim)\(blanks)\(number) |\(colors.reset)"
    text += excerpt.line.isEmpty ? "\n" : " \(excerpt.line)\n"
    text += "  \(String(repeating: " ", count: gutter)) \(colors.dim)|\(colors.reset) "
    text += String(repeating: " ", count: excerpt.markStart)
    text += "\(colors.green)\(leader)\(String(repeating: "~", count: excerpt.markWidth - 1))\(colors.reset)\n"
  }
}

extension Diagnostic {
  /// Wide enough for every line number the finding shows.
  fileprivate var gutterWidth: Int {
    let last = notes.reduce(start.line) { max($0, $1.extent.start.line) }
    return String(last).utf8.count
  }
}

/// A source line cut to what fits on a screen, and which columns of it to mark.
private struct Excerpt {
  /// Longer lines are cut around the marked part: a generated file may have its whole text on one line.
  static let maximumWidth = 160

  var line: String
  /// Columns of the terminal before the mark.
  var markStart: Int
  /// At least 1.
  var markWidth: Int

  init(of extent: Extent) {
    let startByte = extent.start.column - 1
    let endByte = extent.end.line == extent.start.line ? extent.end.column - 1 : Int.max
    let shown = Self.bytesToShow(of: extent.firstLine, around: startByte)
    (line, markStart, markWidth) = ("", 0, 0)
    var byte = shown.lowerBound
    for character in printableCharacters(of: extent.firstLine[shown]) {
      if byte < startByte { markStart += character.width } else if byte < endByte { markWidth += character.width }
      byte += character.byteCount
      line += character.text
    }
    markWidth = max(1, markWidth)
    if shown.lowerBound > 0 {
      line = "… " + line
      markStart += 2
    }
    if shown.upperBound < extent.firstLine.count { line += " …" }
    while line.last == " " { line.removeLast() }
  }

  private static func bytesToShow(of line: [UInt8], around byte: Int) -> Range<Int> {
    let byte = min(max(byte, 0), line.count)
    var first = line.count <= maximumWidth || byte < maximumWidth / 2 ? 0 : byte - maximumWidth / 4
    // Never in the middle of a character.
    while first > 0, first < line.count, line[first] & 0xC0 == 0x80 { first -= 1 }
    var last = min(line.count, first + maximumWidth)
    while last < line.count, line[last] & 0xC0 == 0x80 { last += 1 }
    return first..<last
  }
}
