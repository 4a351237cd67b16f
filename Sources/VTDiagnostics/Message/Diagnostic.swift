/// The name of a rule: kebab case, the SARIF `ruleId`, the key in `.editorconfig`, the word in a suppression.
package struct RuleID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let text: String
  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.text < b.text }

  package static let doubleResume: RuleID = "double-resume"
  package static let missingResume: RuleID = "missing-resume"
}

/// A range of bytes with all that a report needs to name and show it, so that no report opens a source file.
package struct Extent: Hashable, Sendable {
  package var range: ByteRange
  /// 1-based line and UTF-8 column of the first byte.
  package var start: LineTable.Position
  /// The same of the byte after the last.
  package var end: LineTable.Position
  /// The source line (without its end and without a byte order mark) at `start.line`.
  package var firstLine: [UInt8]
  /// The source line at `end.line`; the same as `firstLine` where the range stays on one line.
  package var lastLine: [UInt8]

  package init(
    range: ByteRange, start: LineTable.Position, end: LineTable.Position, firstLine: [UInt8], lastLine: [UInt8]
  ) {
    self.range = range
    self.start = start
    self.end = end
    self.firstLine = firstLine
    self.lastLine = lastLine
  }
}

/// A place with something said about it: where the value was made, where it was first consumed.
package struct Note: Hashable, Sendable {
  /// The path as it is reported; nil means the file of the diagnostic itself.
  package var path: String?
  package var extent: Extent
  package var message: String

  package init(path: String?, extent: Extent, message: String) {
    self.path = path
    self.extent = extent
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

/// A fix whose place has been looked up.
package struct PlacedFix: Hashable, Sendable {
  package var extent: Extent
  package var text: String
  package var summary: String

  package init(extent: Extent, text: String, summary: String) {
    self.extent = extent
    self.text = text
    self.summary = summary
  }
}

/// Why a finding is not shown.
package enum Suppression: Hashable, Sendable {
  /// By a comment, with the reason that stands in it (which may be empty).
  case comment(reason: String)
  /// By the baseline.
  case baseline
}

/// What the user is told: a finding with its severity and place. Every report format is printed from this.
package struct Diagnostic: Hashable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  package var message: String
  /// The path as it is reported: relative where it was given relative, `/` between parts.
  package var path: String
  package var extent: Extent
  package var notes: [Note]
  /// The way that leads to the finding, in words and in order: "when 'cached' is true", "the loop runs again".
  package var steps: [Note]
  package var fixes: [PlacedFix]
  /// Stays the same when lines above move and when the file moves: a hash of rule, enclosing declaration and line text
  /// (VTDriver makes it).
  package var fingerprint: String
  /// nil: it is shown.
  package var suppression: Suppression?

  package init(
    rule: RuleID, severity: Severity, message: String, path: String, extent: Extent, notes: [Note] = [],
    steps: [Note] = [], fixes: [PlacedFix] = [], fingerprint: String = "", suppression: Suppression? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.extent = extent
    self.notes = notes
    self.steps = steps
    self.fixes = fixes
    self.fingerprint = fingerprint
    self.suppression = suppression
  }

  package var range: ByteRange { extent.range }
  package var start: LineTable.Position { extent.start }
  package var end: LineTable.Position { extent.end }
}
