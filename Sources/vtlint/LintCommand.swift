import ArgumentParser
import VTDriver
import VTPlatform

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Lint files and folders (this is what happens without a subcommand).")

  @Argument(help: ArgumentHelp("Files and folders; - is stdin.", valueName: "path"))
  var paths: [String] = ["."]

  @Option(
    help: ArgumentHelp(
      "A report: \(LintRequest.Output.formatNames.joined(separator: ", ")); may be given several times.",
      valueName: "format[=file]"))
  var format: [String] = []

  @Option(help: ArgumentHelp("Where a single report goes instead of stdout.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Findings of this severity and above fail the run: error, warning, suggestion, never.", valueName: "level"))
  var failLevel = "warning"

  @Flag(help: "Exit with 2 when something could not be parsed or analysed.")
  var strict = false

  @Option(help: ArgumentHelp("Run this rule and no other that is not named so.", valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Do not run this rule.", valueName: "rule"))
  var disable: [String] = []

  @Option(help: ArgumentHelp("Run this rule though it is off by default.", valueName: "rule"))
  var enable: [String] = []

  @Option(
    help: ArgumentHelp(
      "Set a rule's severity: \(SeverityChoice.words.joined(separator: ", ")).", valueName: "rule=level"))
  var severity: [String] = []

  @OptionGroup var configurationSource: ConfigurationOptions
  @OptionGroup var catalogue: CatalogueOptions

  @Flag(help: "Ask the toolchain for types that the linted files alone cannot tell (needs a debug build; see docs/TYPES.md).")
  var typed = false

  @Option(help: ArgumentHelp("Read what this file or folder declares; it is not linted.", valueName: "path"))
  var dependency: [String] = []

  @Option(help: ArgumentHelp("Ask this index store for the types of calls.", valueName: "path"))
  var indexStore: String?

  @Option(help: ArgumentHelp("Leave out the findings that this file records.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Record today's findings in this file and accept them.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Put silenced and accepted findings into the reports that can tell them apart (sarif, json).")
  var includeSuppressed = false

  @Option(help: ArgumentHelp("Tell this run from others over the same sources, in SARIF.", valueName: "name"))
  var sarifCategory: String?

  @Option(help: ArgumentHelp("Leave out what matches, in the notation of .gitignore.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("The path under which stdin is reported.", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: ArgumentHelp("Keep what was found in \(CacheFolder.standardPath), and look at what has changed only."))
  var cache = false

  @Option(help: ArgumentHelp("Keep it in this folder.", valueName: "folder"))
  var cachePath: String?

  @Option(help: ArgumentHelp("How many threads (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Colours in the text report: auto, always, never.", valueName: "when"))
  var color = "auto"

  @Flag(name: .shortAndLong, help: "Print findings and errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what happens to each file.")
  var verbose = false

  @Flag(help: "Print counts and times on stderr.")
  var statistics = false

  @Flag(help: "No progress line.")
  var noProgress = false

  func run() throws {
    try leave { () throws(UsageError) in runLint(try request()) }
  }

  private func request() throws(UsageError) -> LintRequest {
    var request = LintRequest()
    request.paths = paths
    request.outputs = try LintRequest.Output.read(formats: format, file: output)
    try request.setFailLevel(failLevel)
    request.catalogueFiles = catalogue.files
    request.overrides = try RuleOverrides(
      only: only, disabled: disable, enabled: enable, severities: severity)
    request.configuration = try configurationSource.source()
    request.types.isTyped = typed
    request.types.dependencies = dependency
    request.types.indexStore = indexStore
    if let program = ownProgram() {
      request.types.headerReader = (program, [ReadHeadersCommand.name])
      request.types.indexReader = (program, [ReadIndexCommand.name])
    }
    request.baseline = baseline
    request.newBaseline = writeBaseline
    request.includesSuppressed = includeSuppressed
    request.category = sarifCategory
    request.excludes = exclude
    if stdinFilename != nil, !paths.contains("-") { throw UsageError("--stdin-filename is for stdin: give '-' as the path") }
    request.standardInputPath = stdinFilename
    if let jobs, jobs < 1 { throw UsageError("--jobs \(jobs): expected a number above 0") }
    request.jobs = jobs
    request.cache = cachePath ?? (cache ? CacheFolder.standardPath : nil)
    if request.cache == "" { throw UsageError("--cache-path: the folder's name is missing") }
    request.color = try ColorMode(word: color)
    request.isQuiet = quiet
    request.isVerbose = verbose
    request.showsStatistics = statistics
    request.isStrict = strict
    request.showsProgress = !noProgress
    return request
  }
}
