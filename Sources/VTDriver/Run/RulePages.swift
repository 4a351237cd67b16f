import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport

/// How `vtlint rules` prints.
package enum RuleListFormat: String, CaseIterable, Sendable { case text, json, markdown }

/// Runs `vtlint rules`: one line for each rule, with the severity that it has for Swift files in the current folder.
package func runRules(
  catalogueFiles: [String], source: ConfigurationSource, format: RuleListFormat, console: Console = .process
) throws(UsageError) -> Int32 {
  let catalogue = try loadCatalogue(catalogueFiles, isDiscovering: source != .none).catalogue
  let folder = try startingFolder()
  var configuration = try Configuration(
    source: source, catalogue: catalogue, overrides: RuleOverrides(), currentFolder: folder)
  let severities = configuration.settings(for: folder.appending("_.swift".utf8)).severities
  for notice in configuration.notices { console.say(notice.line) }
  let list =
    switch format {
    case .text: textList(catalogue.rules, severities)
    case .json: jsonList(catalogue.rules, severities)
    case .markdown: markdownList(catalogue.rules, severities)
    }
  let status = printOut(list, console)
  return configuration.notices.contains { $0.level == .error } ? 2 : status
}

/// Runs `vtlint explain RULE`.
package func runExplain(_ word: String, console: Console = .process) throws(UsageError) -> Int32 {
  let catalogue = Catalogue.builtIn
  guard let page = Catalogue.page(of: RuleID(word.lowercased())) else {
    throw UsageError("explain: " + unknown("rule", word, among: catalogue.rules.map(\.id.text)) + "; see 'vtlint rules'")
  }
  return printOut(Array((page.hasSuffix("\n") ? page : page + "\n").utf8), console)
}

func printOut(_ bytes: [UInt8], _ console: Console) -> Int32 {
  do throws(SystemError) {
    _ = try console.write(.output, bytes)
    return 0
  } catch {
    console.say("vtlint: error: stdout could not be written: \(error.reason)")
    return 2
  }
}

private func textList(_ rules: [RuleInfo], _ severities: RuleSeverities) -> [UInt8] {
  let nameWidth = rules.map(\.id.text.utf8.count).max() ?? 0
  let severityWidth = Severity.allCases.map(\.word.utf8.count).max() ?? 0
  let lines = rules.map { rule in
    "\(padded(rule.id.text, nameWidth))  \(padded(severities[rule.id].word, severityWidth))  \(rule.summary)\n"
  }
  return Array(lines.joined().utf8)
}

/// The text with blanks behind it up to a width.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.utf8.count))
}

private func jsonList(_ rules: [RuleInfo], _ severities: RuleSeverities) -> [UInt8] {
  var json = JSONWriter()
  json.array { json in
    for rule in rules {
      json.object { json in
        json.member("rule", rule.id.text)
        json.member("category", rule.category)
        json.member("severity", severities[rule.id].word)
        json.member("defaultSeverity", rule.defaultSeverity.word)
        json.member("summary", rule.summary)
        json.member("why", rule.why)
        json.member("instead", rule.instead)
      }
    }
  }
  json.end()
  return json.bytes
}

private func markdownList(_ rules: [RuleInfo], _ severities: RuleSeverities) -> [UInt8] {
  let rows = rules.map { "| `\($0.id.text)` | \(severities[$0.id].word) | \($0.summary) |\n" }
  return Array(("| rule | severity | finds |\n| --- | --- | --- |\n" + rows.joined()).utf8)
}
