import VTCatalogue
import VTReport

/// The keys of `.editorconfig` that vtlint reads.
enum ConfigurationKey: Hashable {
  /// `swift_diagnostic.<rule>.severity`
  case rule(String)
  /// `swift_analyzer_diagnostic.category-<category>.severity`
  case category(String)
  /// `swift_analyzer_diagnostic.severity`
  case allRules
  /// `swift_code_quality.<rule>.<option>`, or with a category, or with the option alone; all that follows the first dot.
  case option(String)
  /// `generated_code`
  case generatedCode

  private static let rulePrefix = "swift_diagnostic."
  private static let categoryPrefix = "swift_analyzer_diagnostic.category-"
  private static let suffix = ".severity"
  private static let optionPrefix = "swift_code_quality."

  var text: String {
    switch self {
    case .rule(let name): Self.rulePrefix + name + Self.suffix
    case .category(let name): Self.categoryPrefix + name + Self.suffix
    case .allRules: "swift_analyzer_diagnostic.severity"
    case .option(let name): Self.optionPrefix + name
    case .generatedCode: "generated_code"
    }
  }

  /// Reads a key (in lower case); nil for the keys of others.
  init?(_ key: String) {
    if key == Self.allRules.text || key == Self.generatedCode.text {
      self = key == Self.allRules.text ? .allRules : .generatedCode
    } else if let name = Self.middle(of: key, after: Self.rulePrefix) {
      self = .rule(name)
    } else if let name = Self.middle(of: key, after: Self.categoryPrefix) {
      self = .category(name)
    } else if key.hasPrefix(Self.optionPrefix) {
      self = .option(String(key.dropFirst(Self.optionPrefix.count)))
    } else {
      return nil
    }
  }

  /// What is wrong with a key that looks like one of ours and is none; nil for the keys of others.
  static func problem(with key: String) -> String? {
    let words = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first, first.hasPrefix("swift_"),
      let family = nearestWord(to: first, in: ["swift_diagnostic", "swift_analyzer_diagnostic"])
    else { return nil }
    let form = family == "swift_diagnostic" ? rulePrefix + "RULE" + suffix : "\(categoryPrefix)CATEGORY\(suffix)"
    return "unknown key '\(key)' (expected \(form))"
  }

  private static func middle(of key: String, after prefix: String) -> String? {
    guard key.hasPrefix(prefix), key.hasSuffix(suffix), key.utf8.count > prefix.utf8.count + suffix.utf8.count else { return nil }
    return String(key.dropFirst(prefix.count).dropLast(suffix.count))
  }
}

/// What is wrong with the pairs of a configuration file. Each file is checked once and as a whole: a mistake counts even
/// in a section that no linted file belongs to.
///
/// A word that is no severity is an error, because it is never right. A rule that this version does not know is a
/// warning, because one file serves several versions.
func mistakes(in file: EditorConfigFile, catalogue: Catalogue) -> [Notice] {
  var notices = skippedLines(of: file)
  let lost = file.skipped.first { $0.text.hasPrefix("[") }?.line ?? .max
  let isGlobal = file.isGlobal
  for pair in file.preamble where pair.line < lost && !isGlobal && ConfigurationKey(pair.key) != nil {
    notices.append(
      notice(.warning, pair, "'\(pair.key)' has no effect before the first section; put it under [*.swift]"))
  }
  for pair in (isGlobal ? file.preamble : []) + file.sections.flatMap(\.pairs) {
    guard let key = ConfigurationKey(pair.key) else {
      if let problem = ConfigurationKey.problem(with: pair.key) { notices.append(notice(.warning, pair, problem)) }
      continue
    }
    if case .option(let name) = key {
      if let (level, problem) = RuleOption.problem(with: pair, named: name) { notices.append(notice(level, pair, problem)) }
      continue
    }
    if let problem = problem(with: pair, key) { notices.append(notice(.error, pair, problem)) }
    switch key {
    case .rule(let name) where !catalogue.rules.contains { $0.id.text == name }:
      notices.append(notice(.warning, pair, unknown("rule", name, among: catalogue.rules.map(\.id.text))))
    case .category(let name) where !catalogue.rules.contains { $0.category == name }:
      let categories = Set(catalogue.rules.map(\.category)).sorted()
      notices.append(notice(.warning, pair, unknown("category", name, among: categories)))
    default: break
    }
  }
  return notices
}

/// Lines that were meant to be read, by the look of them: a key of ours without `=`, a section before such keys that is not
/// closed.
private func skippedLines(of file: EditorConfigFile) -> [Notice] {
  // All in the order of their lines: each list is passed once.
  var sections = file.sections.map(\.line)[...]
  var ours = (file.preamble + file.sections.flatMap(\.pairs)).filter { ConfigurationKey($0.key) != nil }.map(\.line)[...]
  return file.skipped.compactMap { skipped in
    func notice(_ message: String) -> Notice {
      Notice(.warning, about: .configuration, path: file.path, position: .init(line: skipped.line, column: 1), message)
    }
    if skipped.text.hasPrefix("[") {
      sections = sections.drop { $0 < skipped.line }
      ours = ours.drop { $0 < skipped.line }
      let isMissed = ours.first.map { $0 < sections.first ?? .max } ?? false
      return isMissed ? notice("'\(skipped.text)' is no section: a ']' has to end it; this line is skipped") : nil
    }
    let word = skipped.text.prefix { $0 != " " && $0 != "\t" && $0 != ":" }.lowercased()
    guard ConfigurationKey(word) != nil || ConfigurationKey.problem(with: word) != nil else { return nil }
    return notice("'\(word)' has no value: a '=' has to stand behind it; this line is skipped")
  }
}

private func problem(with pair: EditorConfigFile.Pair, _ key: ConfigurationKey) -> String? {
  if pair.value.lowercased() == "unset" { return nil }
  if key == .generatedCode {
    let isBoolean = ["true", "false"].contains(pair.value.lowercased())
    return isBoolean ? nil : "unknown value '\(pair.value)' of '\(pair.key)' (expected true, false)"
  }
  if SeverityChoice(word: pair.value) != nil { return nil }
  if let mark = pair.value.firstIndex(where: { $0 == "#" || $0 == ";" }) {
    return "'\(pair.value[mark...])' belongs to the value; a comment needs a line of its own"
  }
  return SeverityChoice.problem(with: pair.value)
}

private func notice(_ level: Notice.Level, _ pair: EditorConfigFile.Pair, _ message: String) -> Notice {
  Notice(level, about: .configuration, path: pair.path, position: .init(line: pair.line, column: 1), message)
}
