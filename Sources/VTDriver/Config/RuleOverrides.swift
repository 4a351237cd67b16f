import VTCatalogue
import VTDiagnostics

/// What the command line says about rules. It goes before every configuration file.
package struct RuleOverrides: Sendable {
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
}

/// The severity of each rule for one file, after all that the user said.
package struct RuleSeverities: Sendable {
  private var table: [RuleID: Severity] = [:]

  package init(catalogue: Catalogue, overrides: RuleOverrides) {
    for rule in catalogue.rules { table[rule.id] = Self.resolve(rule, overrides) }
  }

  /// A rule that the catalogue does not describe can only be one that is being written: it is shown.
  package subscript(rule: RuleID) -> Severity { table[rule] ?? .warning }

  /// The rules that anybody wants computed.
  package var active: Set<RuleID> { Set(table.lazy.filter { $0.value > .none }.map(\.key)) }

  private static func resolve(_ rule: RuleInfo, _ overrides: RuleOverrides) -> Severity {
    if !overrides.only.isEmpty, !overrides.only.contains(rule.id) { return .none }
    if overrides.disabled.contains(rule.id) { return .none }
    switch overrides.severities[rule.id] {
    case .severity(let severity): return severity
    case .byDefault: return rule.defaultSeverity
    case nil: break
    }
    let isAskedFor = overrides.enabled.contains(rule.id) || overrides.only.contains(rule.id)
    return isAskedFor && rule.defaultSeverity == .none ? .warning : rule.defaultSeverity
  }
}
