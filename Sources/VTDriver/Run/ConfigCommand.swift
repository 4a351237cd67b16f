import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport

/// What `vtlint config` is to print.
package enum ConfigQuestion: Hashable, Sendable {
  /// The raw `key=value` pairs, as a core of EditorConfig prints them.
  case pairs(fileName: String)
  /// Each rule's severity, and who set it.
  case explain
  /// Only what is wrong with the configuration.
  case check
}

/// Runs `vtlint config PATH…`. The paths need not exist.
package func runConfig(
  _ paths: [String], question: ConfigQuestion, source: ConfigurationSource, catalogueFiles: [String],
  console: Console = .process
) throws(UsageError) -> Int32 {
  let folder = try startingFolder()
  let absolute = paths.map { Path($0).absolute(from: folder) }
  if case .pairs(let fileName) = question { return printPairs(paths, absolute, fileName, folder, console) }
  let catalogue = try loadCatalogue(catalogueFiles).catalogue
  var configuration = try Configuration(
    source: source, catalogue: catalogue, overrides: RuleOverrides(), currentFolder: folder)
  var text = ""
  if question == .check {
    // Of a folder, everything that speaks of a file in it.
    var finder = FileFinder(currentFolder: folder)
    finder.find(paths.map { Path($0) }.filter { (try? fileStatus($0)) != nil })
    for file in finder.files { _ = configuration.settings(for: file.absolute(from: folder)) }
  }
  for (path, absolute) in zip(paths, absolute) {
    // A folder stands for the Swift files in it.
    let isFolder = (try? fileStatus(absolute))?.kind == .folder
    let settings = configuration.settings(for: isFolder ? absolute.appending("_.swift".utf8) : absolute)
    text += (paths.count > 1 ? "[\(printable(path))]\n" : "") + explanation(of: settings, catalogue)
  }
  for notice in configuration.notices { console.say(notice.line) }
  switch question {
  case .explain:
    let status = printOut(Array(text.utf8), console)
    return configuration.notices.contains { $0.level == .error } ? 2 : status
  default:
    return configuration.notices.isEmpty ? 0 : 2
  }
}

private func printPairs(
  _ paths: [String], _ absolute: [Path], _ fileName: String, _ folder: Path, _ console: Console
) -> Int32 {
  var editorConfig = EditorConfig(fileName: fileName, currentFolder: folder)
  // Raw for programs, but never raw on a terminal.
  let isTerminal = console.isTerminal(.output)
  func shown(_ text: String) -> String { isTerminal ? printable(text) : text }
  var text = ""
  for (path, absolute) in zip(paths, absolute) {
    if paths.count > 1 { text += "[\(shown(path))]\n" }
    for pair in editorConfig.pairs(for: absolute) { text += shown("\(pair.key)=\(pair.value)") + "\n" }
  }
  for notice in editorConfig.notices { console.say(notice.line) }
  let status = printOut(Array(text.utf8), console)
  return editorConfig.notices.isEmpty ? status : 2
}

private func explanation(of settings: FileSettings, _ catalogue: Catalogue) -> String {
  let nameWidth = catalogue.rules.map(\.id.text.utf8.count).max() ?? 0
  let severityWidth = Severity.allCases.map(\.word.utf8.count).max() ?? 0
  var text = settings.isGenerated ? "generated code: nothing is reported\n" : ""
  for rule in catalogue.rules {
    let origin =
      switch settings.severities.origin(of: rule.id) {
      case .commandLine: "command line"
      case .pair(let pair): place(of: pair)
      case .ownDefault where rule.defaultSeverity == .none: "default (off until a key of its own turns it on)"
      case .ownDefault: "default"
      }
    text += "\(padded(rule.id.text, nameWidth))  \(padded(settings.severities[rule.id].word, severityWidth))  \(origin)\n"
    for option in RuleOption.allCases where option.rule == rule.id {
      let isOn = settings.options[option].map { "true   \(place(of: $0))" } ?? "false  default"
      text += "  \(option.rawValue) = \(isOn)\n"
    }
  }
  return text
}

private func place(of pair: EditorConfigFile.Pair) -> String {
  "\(printable(pair.path)):\(pair.line): \(printable(pair.key))"
}
