import VTCatalogue
import VTDiagnostics
import VTReport

/// What `vtlint lint` was asked to do: the command line, checked.
package struct LintRequest: Sendable {
  /// A report and where it goes; no file means stdout.
  package struct Output: Hashable, Sendable {
    package var format: ReportFormat
    package var file: String?
    package init(format: ReportFormat, file: String? = nil) {
      self.format = format
      self.file = file
    }
  }

  /// From which severity on findings fail the run; nil: never.
  package var failLevel: Severity? = .warning
  /// Files and folders; `-` is stdin.
  package var paths: [String] = ["."]
  package var outputs: [Output] = [Output(format: .text)]
  package var overrides = RuleOverrides()
  /// Files that are merged over the built-in catalogue, in order.
  package var catalogueFiles: [String] = []
  package var configuration = ConfigurationSource.discovery
  package var excludes: [String] = []
  package var types = TypeRequest()
  /// Findings to leave out, and where to record today's.
  package var baseline: String?
  package var newBaseline: String?
  /// Silenced and accepted findings go into the reports that can say so.
  package var includesSuppressed = false
  /// SARIF's category: tells several runs over one commit apart.
  package var category: String?
  /// The path under which stdin is reported.
  package var standardInputPath: String?
  /// The folder that holds what earlier runs found; nil: nothing is kept.
  package var cache: String?
  /// How many threads; nil: one for each processor.
  package var jobs: Int?
  package var color = ColorMode.auto
  package var isQuiet = false
  package var isVerbose = false
  package var showsStatistics = false
  /// What could not be parsed or analysed makes the exit status 2.
  package var isStrict = false
  package var showsProgress = true

  package init() {}

  var filesToWrite: [String] { outputs.compactMap(\.file) + [newBaseline].compactMap(\.self) }
}

extension LintRequest {
  /// Reads the word of `--fail-level`.
  package mutating func setFailLevel(_ word: String) throws(UsageError) {
    let levels: [Severity] = [.error, .warning, .suggestion]
    let never = "never"
    failLevel = levels.first { $0.word == word.lowercased() }
    if failLevel == nil, word.lowercased() != never {
      if word.lowercased() == "none" { throw UsageError("--fail-level: unknown level 'none' (did you mean '\(never)'?)") }
      throw UsageError("--fail-level: " + unknown("level", word, among: levels.map(\.word) + [never]))
    }
  }
}

extension LintRequest.Output {
  package static let formatNames = ReportFormat.allCases.map(\.rawValue)

  /// Reads what `--format` and `--output` were given; the file `-` is stdout.
  /// - Parameter formats: each `FORMAT` or `FORMAT=FILE`; none means the text report.
  package static func read(formats: [String], file: String?) throws(UsageError) -> [LintRequest.Output] {
    var outputs: [LintRequest.Output] = []
    for text in formats.isEmpty ? [ReportFormat.text.rawValue] : formats {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportFormat(rawValue: parts[0].lowercased()) else {
        throw UsageError("--format: " + unknown("format", parts[0], among: formatNames))
      }
      if parts.count == 2, parts[1].isEmpty { throw UsageError("--format \(text): the file's name is missing") }
      outputs.append(LintRequest.Output(format: format, file: parts.count == 2 && parts[1] != "-" ? parts[1] : nil))
    }
    guard let file else { return outputs }
    if file.isEmpty { throw UsageError("--output: the file's name is missing") }
    guard outputs.count == 1, outputs[0].file == nil else {
      throw UsageError("--output is for a single report; write --format FORMAT=FILE for each")
    }
    outputs[0].file = file == "-" ? nil : file
    return outputs
  }
}

/// A mistake in what the user asked for: exit status 2 before anything was linted.
package struct UsageError: Error, Hashable, Sendable {
  package var message: String
  package init(_ message: String) { self.message = message }
}

extension RuleOverrides {
  /// Reads the words of the command line, each of which may hold several between commas; an unknown rule or severity is an
  /// error that names the nearest words.
  package init(
    only: [String], disabled: [String], enabled: [String], severities: [String], catalogue: Catalogue = .builtIn
  ) throws(UsageError) {
    self.init()
    func words(_ texts: [String]) -> [String] {
      texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    for word in words(only) { self.only.insert(try catalogue.ruleID(word, of: "--only")) }
    for word in words(disabled) { self.disabled.insert(try catalogue.ruleID(word, of: "--disable")) }
    if !self.only.isEmpty, self.only.isSubset(of: self.disabled) {
      throw UsageError("--only and --disable name the same rules: none is left to run")
    }
    for word in words(enabled) { self.enabled.insert(try catalogue.ruleID(word, of: "--enable")) }
    for pair in words(severities) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw UsageError("--severity \(printable(pair)): expected RULE=LEVEL") }
      let rule = try catalogue.ruleID(parts[0], of: "--severity")
      guard let choice = SeverityChoice(word: parts[1]) else {
        throw UsageError("--severity \(printable(pair)): " + SeverityChoice.problem(with: parts[1]))
      }
      self.severities[rule] = choice
    }
  }
}

extension Catalogue {
  /// The rule of that name, in any case, as in `.editorconfig`.
  /// - Parameter flag: the option that named it, for the message.
  package func ruleID(_ word: String, of flag: String) throws(UsageError) -> RuleID {
    guard let rule = rules.first(where: { $0.id.text == word.lowercased() }) else {
      throw UsageError("\(flag) \(printable(word)): " + unknown("rule", word, among: rules.map(\.id.text)))
    }
    return rule.id
  }
}

/// `unknown severity 'eror' (did you mean 'error'?)`; where nothing is near, all words if they are few.
package func unknown(_ what: String, _ word: String, among words: [String]) -> String {
  let start = "unknown \(what) '\(printable(word))'"
  if let nearest = nearestWord(to: word, in: words) { return "\(start) (did you mean '\(nearest)'?)" }
  return words.count > 8 ? start : "\(start) (expected \(words.joined(separator: ", ")))"
}
