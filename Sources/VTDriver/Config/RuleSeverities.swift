import VTCatalogue
import VTDiagnostics

/// The severity of each rule for one file, after all that the user said, and who said it.
///
/// The first word counts, whatever its file or depth: command line, then the key of the rule, of its category, of all
/// rules, then the rule's own default. A key of a category or of all rules never turns on a rule that is off by default.
package struct RuleSeverities: Sendable {
  package enum Origin: Hashable, Sendable {
    case commandLine
    /// A pair of a configuration file.
    case pair(EditorConfigFile.Pair)
    case ownDefault
  }

  package struct Entry: Hashable, Sendable {
    package var severity: Severity
    package var origin: Origin
    /// The rule's own: that of a type, or of a finding that is less sure, goes before it.
    package var isDefault = false
  }

  private var table: [RuleID: Entry] = [:]
  /// The rules that anybody wants computed.
  package private(set) var active: Set<RuleID> = []

  /// - Parameter pairs: what `.editorconfig` says about the file.
  package init(catalogue: Catalogue, overrides: RuleOverrides, pairs: MergedPairs = MergedPairs()) {
    for rule in catalogue.rules {
      var entry = Self.onCommandLine(rule, overrides) ?? Self.configured(rule, pairs)
      if entry.severity == .none, entry.origin != .commandLine { entry = Self.askedFor(rule, overrides) ?? entry }
      table[rule.id] = entry
      if entry.severity > .none { active.insert(rule.id) }
    }
  }

  /// A rule that the catalogue does not describe can only be one that is being written: it is shown.
  package subscript(rule: RuleID) -> Severity { table[rule]?.severity ?? .warning }

  /// The severity of a finding on a type whose catalogue entry has a default of its own for the rule.
  package func severity(of rule: RuleID, typeSeverity: Severity?) -> Severity {
    guard let typeSeverity, isDefault(rule) else { return self[rule] }
    return typeSeverity
  }

  /// Nobody asked for a severity, or for the default.
  package func isDefault(_ rule: RuleID) -> Bool { table[rule]?.isDefault ?? true }

  package func origin(of rule: RuleID) -> Origin { table[rule]?.origin ?? .ownDefault }

  private static func onCommandLine(_ rule: RuleInfo, _ overrides: RuleOverrides) -> Entry? {
    if !overrides.only.isEmpty, !overrides.only.contains(rule.id) { return Entry(severity: .none, origin: .commandLine) }
    if overrides.disabled.contains(rule.id) { return Entry(severity: .none, origin: .commandLine) }
    switch overrides.severities[rule.id] {
    case .severity(let severity): return Entry(severity: severity, origin: .commandLine)
    case .byDefault: return Entry(severity: rule.defaultSeverity, origin: .commandLine, isDefault: true)
    case nil: return nil
    }
  }

  /// A rule that was asked for by name runs, whatever the files say.
  private static func askedFor(_ rule: RuleInfo, _ overrides: RuleOverrides) -> Entry? {
    guard overrides.enabled.contains(rule.id) || overrides.only.contains(rule.id) else { return nil }
    return Entry(severity: rule.defaultSeverity == .none ? .warning : rule.defaultSeverity, origin: .commandLine)
  }

  private static func configured(_ rule: RuleInfo, _ pairs: MergedPairs) -> Entry {
    let keys: [ConfigurationKey] = [.rule(rule.id.text), .category(rule.category), .allRules]
    for key in keys {
      guard let pair = pairs[key.text], let choice = SeverityChoice(word: pair.value) else { continue }
      if rule.defaultSeverity == .none, key != keys[0] { break }
      switch choice {
      case .severity(let severity): return Entry(severity: severity, origin: .pair(pair))
      case .byDefault: return Entry(severity: rule.defaultSeverity, origin: .pair(pair), isDefault: true)
      }
    }
    return Entry(severity: rule.defaultSeverity, origin: .ownDefault, isDefault: true)
  }
}
