/// How much a finding matters to the team, in the words of `.editorconfig`.
/// Ordered from `none` (not even computed) to `error`.
package enum Severity: UInt8, Comparable, Sendable, CaseIterable {
  /// The rule does not run.
  case none
  /// The rule runs (baselines, unused suppressions) but is not shown.
  case silent
  case suggestion
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The word as configuration and reports write it.
  package var word: String {
    switch self {
    case .none: "none"
    case .silent: "silent"
    case .suggestion: "suggestion"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Reads the word in any case; nil for every other word (`default` and `unset` are not severities).
  package init?(word: String) {
    let lowered = word.lowercased()
    guard let found = Severity.allCases.first(where: { $0.word == lowered }) else { return nil }
    self = found
  }
}
