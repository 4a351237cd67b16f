import VTDiagnostics

/// What the command line says about rules. It goes before every configuration file.
package struct RuleOverrides: Sendable, Hashable {
  /// Only these rules run; empty: all. A rule that is off by default runs when it is named here.
  package var only: Set<RuleID>
  package var disabled: Set<RuleID>
  /// Rules that are off by default but run now.
  package var enabled: Set<RuleID>
  package var severities: [RuleID: SeverityChoice]

  package init(
    only: Set<RuleID> = [], disabled: Set<RuleID> = [], enabled: Set<RuleID> = [],
    severities: [RuleID: SeverityChoice] = [:]
  ) {
    self.only = only
    self.disabled = disabled
    self.enabled = enabled
    self.severities = severities
  }
}

/// A severity as somebody asks for it.
package enum SeverityChoice: Hashable, Sendable {
  case severity(Severity)
  /// The rule's own.
  case byDefault

  /// Reads `error`, …, `none`, `default` in any case; nil for other words.
  package init?(word: String) {
    if word.lowercased() == "default" {
      self = .byDefault
    } else if let severity = Severity(word: word) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  package static let words = Severity.allCases.reversed().map(\.word) + ["default"]

  /// What is wrong with a word that is none of ours; names the one that was probably meant.
  package static func problem(with word: String) -> String {
    let otherTools = [
      "off": "none", "ignore": "none", "disabled": "none", "disable": "none", "false": "none", "info": "suggestion",
      "note": "suggestion", "hint": "suggestion", "hidden": "silent", "on": "default", "true": "default", "enable": "default",
    ]
    if let meant = otherTools[word.lowercased()] { return "unknown severity '\(word)' (did you mean '\(meant)'?)" }
    return unknown("severity", word, among: words)
  }
}
