import VTDiagnostics
import VTFlow

/// What a rule says, without severity: that is the user's to set.
package struct Finding: Hashable, Sendable {
  /// A second place, or a step of the path, with what is said about it.
  package struct Remark: Hashable, Sendable {
    package var file: FileID
    package var range: ByteRange
    package var message: String
    package init(file: FileID, range: ByteRange, message: String) {
      self.file = file
      self.range = range
      self.message = message
    }
  }

  package var rule: RuleID
  package var file: FileID
  package var range: ByteRange
  package var message: String
  /// Where the value was made, where it was used first.
  package var notes: [Remark]
  /// The way that leads there, in order.
  package var steps: [Remark]
  package var fixes: [Fix]
  /// What the catalogue's entry of the type gives this rule in place of its own default; nil: nothing. What the user
  /// sets goes before it.
  package var typeSeverity: Severity?

  package init(
    rule: RuleID, file: FileID, range: ByteRange, message: String, notes: [Remark] = [], steps: [Remark] = [], fixes: [Fix] = [],
    typeSeverity: Severity? = nil
  ) {
    self.rule = rule
    self.file = file
    self.range = range
    self.message = message
    self.notes = notes
    self.steps = steps
    self.fixes = fixes
    self.typeSeverity = typeSeverity
  }
}
