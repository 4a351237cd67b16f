import VTCatalogue
import VTDiagnostics
import VTReport

/// An option of a rule: `swift_code_quality.<rule>.<option>`. The same for the rule's category, or for all rules, is weaker.
enum RuleOption: String, CaseIterable {
  /// A suppression has to say why it is there.
  case requireReason = "require_reason"

  var rule: RuleID {
    switch self {
    case .requireReason: Suppressions.unusedRule
    }
  }

  /// The keys that may set it, the strongest first.
  func keys(_ catalogue: Catalogue) -> [String] {
    let category = catalogue.rules.first { $0.id == rule }?.category
    return ["\(rule.text).", category.map { "\($0)." } ?? "", ""].map { ConfigurationKey.option($0 + rawValue).text }
  }

  /// What the pairs set it to, and the pair that does; false for none.
  func value(in pairs: MergedPairs, _ catalogue: Catalogue) -> (isOn: Bool, pair: EditorConfigFile.Pair?) {
    let pair = keys(catalogue).lazy.compactMap { pairs[$0] }.first { $0.value.lowercased() != "unset" }
    return (pair?.value.lowercased() == "true", pair)
  }

  /// What is wrong with a pair of this family: a value that is none, or a name that is nearly an option's. Other names are
  /// left alone; they may belong to another tool.
  static func problem(with pair: EditorConfigFile.Pair, named name: String) -> (Notice.Level, String)? {
    let option = name.split(separator: ".").last.map(String.init) ?? ""
    guard RuleOption(rawValue: option) != nil else {
      guard let meant = nearestWord(to: option, in: allCases.map(\.rawValue)) else { return nil }
      return (.warning, "unknown option '\(option)' (did you mean '\(meant)'?)")
    }
    if ["true", "false", "unset"].contains(pair.value.lowercased()) { return nil }
    return (.error, "unknown value '\(pair.value)' of '\(pair.key)' (expected true, false)")
  }
}
