import VTCatalogue
import VTDiagnostics
import VTReport

/// How `vtlint rules` prints.
package enum RuleListFormat: String, CaseIterable, Sendable { case text, json, markdown }

/// Runs `vtlint rules`: one line for each rule.
package func runRules(_ catalogue: Catalogue, format: RuleListFormat, console: Console = .process) -> Int32 {
  let list =
    switch format {
    case .text: textList(catalogue.rules)
    case .json: jsonList(catalogue.rules)
    case .markdown: markdownList(catalogue.rules)
    }
  return printOut(list, console)
}

/// Runs `vtlint explain RULE`.
package func runExplain(_ word: String, console: Console = .process) throws(UsageError) -> Int32 {
  let catalogue = Catalogue.builtIn
  guard let page = Catalogue.page(of: RuleID(word)) else {
    throw UsageError("explain: " + unknown("rule", word, among: catalogue.rules.map(\.id.text)))
  }
  return printOut(Array(page.utf8), console)
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

private func textList(_ rules: [RuleInfo]) -> [UInt8] {
  let nameWidth = rules.map(\.id.text.utf8.count).max() ?? 0
  let severityWidth = Severity.allCases.map(\.word.utf8.count).max() ?? 0
  let lines = rules.map { rule in
    "\(padded(rule.id.text, nameWidth))  \(padded(rule.defaultSeverity.word, severityWidth))  \(rule.summary)\n"
  }
  return Array(lines.joined().utf8)
}

/// The text with blanks behind it up to a width.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.utf8.count))
}

private func jsonList(_ rules: [RuleInfo]) -> [UInt8] {
  var json = JSONWriter()
  json.array { json in
    for rule in rules {
      json.object { json in
        json.member("rule", rule.id.text)
        json.member("category", rule.category)
        json.member("severity", rule.defaultSeverity.word)
        json.member("summary", rule.summary)
        json.member("why", rule.why)
        json.member("instead", rule.instead)
      }
    }
  }
  json.end()
  return json.bytes
}

private func markdownList(_ rules: [RuleInfo]) -> [UInt8] {
  let rows = rules.map { "| `\($0.id.text)` | \($0.defaultSeverity.word) | \($0.summary) |\n" }
  return Array(("| rule | severity | finds |\n| --- | --- | --- |\n" + rows.joined()).utf8)
}
