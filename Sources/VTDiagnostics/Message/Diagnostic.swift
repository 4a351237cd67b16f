/// The name of a rule: kebab case, the SARIF `ruleId`, the key in `.editorconfig`, the word in a suppression.
package struct RuleID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let text: String
  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.text < b.text }
}

/// A place with something said about it: where the value was made, where it was first consumed.
package struct Note: Hashable, Sendable {
  /// The path as it is reported; nil means the file of the diagnostic itself.
  package var path: String?
  package var range: ByteRange
  /// The place of the range's first byte; 1-based line and UTF-8 column.
  package var position: LineTable.Position
  package var message: String

  package init(path: String?, range: ByteRange, position: LineTable.Position, message: String) {
    self.path = path
    self.range = range
    self.position = position
    self.message = message
  }
}

/// An edit that would mend the finding: replace `range` of the diagnostic's file by `text`.
package struct Fix: Hashable, Sendable {
  package var range: ByteRange
  package var text: String
  /// One line, imperative: "await a task made once".
  package var summary: String

  package init(range: ByteRange, text: String, summary: String) {
    self.range = range
    self.text = text
    self.summary = summary
  }
}

/// What the user is told: a finding with its severity and place. Every report format is printed from this.
package struct Diagnostic: Hashable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  package var message: String
  /// The path as it is reported: relative where it was given relative, `/` between parts.
  package var path: String
  package var range: ByteRange
  /// 1-based line and UTF-8 column of the first byte, and of the byte after the last.
  package var start: LineTable.Position
  package var end: LineTable.Position
  package var notes: [Note]
  /// The way that leads to the finding, in words and in order: "when 'cached' is true", "the loop runs again".
  package var steps: [Note]
  package var fixes: [Fix]
  /// The source line (without its end) at `start.line`, for reports that show it.
  package var sourceLine: [UInt8]
  /// Stays the same when lines above move: a hash of rule, path, function and line text (VTDriver makes it).
  package var fingerprint: String

  package init(
    rule: RuleID, severity: Severity, message: String, path: String, range: ByteRange,
    start: LineTable.Position, end: LineTable.Position, notes: [Note], steps: [Note], fixes: [Fix],
    sourceLine: [UInt8], fingerprint: String
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.start = start
    self.end = end
    self.notes = notes
    self.steps = steps
    self.fixes = fixes
    self.sourceLine = sourceLine
    self.fingerprint = fingerprint
  }
}
