import ArgumentParser
import VTDriver

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules with the severities they have here.")

  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    help: ArgumentHelp("\(RuleListFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format = "text"

  func run() throws {
    try leave { () throws(UsageError) in
      guard let format = RuleListFormat(rawValue: format) else {
        throw UsageError("--format: " + unknown("format", self.format, among: RuleListFormat.allCases.map(\.rawValue)))
      }
      return try runRules(catalogueFiles: catalogue.files, source: try source.source(), format: format)
    }
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print the page of a rule: what it finds, why it matters, bad and good examples.")

  @Argument(help: ArgumentHelp("The rule's name.", valueName: "rule"))
  var rule: String

  func run() throws {
    try leave { () throws(UsageError) in try runExplain(rule) }
  }
}
