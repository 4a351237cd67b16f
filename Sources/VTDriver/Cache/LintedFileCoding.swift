// What is left of a file when it has been looked at, as bytes: the content of the cache.
import VTDiagnostics
import VTReport

extension ByteWriter {
  /// Paths of the file itself are left out: who reads it knows the file.
  mutating func write(_ file: LintedFile) {
    write(file.diagnostics) { $0.write($1) }
    write(file.notices) { $0.write($1) }
    write(file.lineCount)
    write(file.functionCount)
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.rule.text)
    write(UInt64(diagnostic.severity.rawValue))
    write(diagnostic.message)
    write(diagnostic.extent)
    write(diagnostic.notes) { $0.write($1) }
    write(diagnostic.steps) { $0.write($1) }
    write(diagnostic.fixes) { writer, fix in
      writer.write(fix.extent)
      writer.write(fix.text)
      writer.write(fix.summary)
    }
    write(diagnostic.fingerprint)
    write(diagnostic.suppression?.commentReason) { $0.write($1) }
  }

  private mutating func write(_ note: Note) {
    write(note.path) { $0.write($1) }
    write(note.extent)
    write(note.message)
  }

  private mutating func write(_ extent: Extent) {
    write(UInt64(extent.range.start))
    write(UInt64(extent.range.end))
    write(extent.start)
    write(extent.end)
    write(extent.firstLine)
    write(extent.start.line == extent.end.line ? nil : extent.lastLine) { $0.write($1) }
  }

  private mutating func write(_ position: LineTable.Position) {
    write(position.line)
    write(position.column)
  }

  private mutating func write(_ notice: Notice) {
    write(notice.level.rawValue)
    write(notice.subject.rawValue)
    write(notice.path) { $0.write($1) }
    write(notice.position) { $0.write($1) }
    write(notice.message)
  }
}

extension Suppression {
  /// nil for the baseline, which comes after the cache.
  fileprivate var commentReason: String? {
    if case .comment(let reason) = self { reason } else { nil }
  }
}

extension ByteReader {
  /// - Parameter path: the file's, as it is reported.
  mutating func lintedFile(path: String) throws(CorruptBytes) -> LintedFile {
    LintedFile(
      diagnostics: try list { reader throws(CorruptBytes) in try reader.diagnostic(path: path) },
      notices: try list { reader throws(CorruptBytes) in try reader.notice() },
      lineCount: try count(), functionCount: try count())
  }

  private mutating func diagnostic(path: String) throws(CorruptBytes) -> Diagnostic {
    let rule = RuleID(try text())
    guard let severity = UInt8(exactly: try number()).flatMap(Severity.init(rawValue:)) else { throw CorruptBytes() }
    return Diagnostic(
      rule: rule, severity: severity, message: try text(), path: path, extent: try extent(),
      notes: try list { reader throws(CorruptBytes) in try reader.note() },
      steps: try list { reader throws(CorruptBytes) in try reader.note() },
      fixes: try list { reader throws(CorruptBytes) in
        PlacedFix(extent: try reader.extent(), text: try reader.text(), summary: try reader.text())
      },
      fingerprint: try text(),
      suppression: try optional { reader throws(CorruptBytes) in .comment(reason: try reader.text()) })
  }

  private mutating func note() throws(CorruptBytes) -> Note {
    Note(
      path: try optional { reader throws(CorruptBytes) in try reader.text() }, extent: try extent(), message: try text())
  }

  private mutating func extent() throws(CorruptBytes) -> Extent {
    let (first, last) = (try offset(), try offset())
    guard first <= last else { throw CorruptBytes() }
    let (start, end) = (try position(), try position())
    let firstLine = Array(try bytes())
    let lastLine = try optional { reader throws(CorruptBytes) in Array(try reader.bytes()) }
    return Extent(
      range: ByteRange(start: first, end: last), start: start, end: end, firstLine: firstLine, lastLine: lastLine ?? firstLine)
  }

  private mutating func position() throws(CorruptBytes) -> LineTable.Position {
    LineTable.Position(line: try count(), column: try count())
  }

  private mutating func notice() throws(CorruptBytes) -> Notice {
    guard let level = Notice.Level(rawValue: try text()), let subject = Notice.Subject(rawValue: try text()) else {
      throw CorruptBytes()
    }
    return Notice(
      level, about: subject, path: try optional { reader throws(CorruptBytes) in try reader.text() },
      position: try optional { reader throws(CorruptBytes) in try reader.position() }, try text())
  }
}
