import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport

/// Runs `vtlint init`: adds a section to the current folder's `.editorconfig` in which every rule stands with its default, all
/// of it commented out. Rules whose key is there already, commented out or not, are left alone, so a second run adds
/// only what is new.
package func runInit(console: Console = .process) throws(UsageError) -> Int32 {
  let path = Path(".editorconfig")
  var text: [UInt8] = []
  do throws(SystemError) {
    if (try? fileStatus(path)) != nil { text = try readFile(path, limit: 16 << 20) }
    let known = String(decoding: text, as: UTF8.self).lowercased()
    let rules = Catalogue.builtIn.rules.filter { !known.contains(ConfigurationKey.rule($0.id.text).text) }
    if rules.isEmpty {
      console.say("vtlint: .editorconfig has every rule already; nothing was changed")
      return 0
    }
    let added = section(of: rules, behind: text)
    // A file keeps the line ends that it has.
    let usesCarriageReturns = text.firstIndex(of: 0x0A).map { $0 > 0 && text[$0 - 1] == 0x0D } ?? false
    try writeFile(path, text + (usesCarriageReturns ? added.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } : added))
    console.say("vtlint: wrote \(counted(rules.count, "rule")) to .editorconfig, commented out")
    return 0
  } catch {
    throw UsageError(".editorconfig: \(error.reason)")
  }
}

private func section(of rules: [RuleInfo], behind text: [UInt8]) -> [UInt8] {
  var section = text.isEmpty ? "" : text.last == 0x0A ? "\n" : "\n\n"
  section += """
    [*.swift]
    # Severities: error, warning (both fail a build), suggestion, silent, none, default.
    # Later sections and nearer files win; a comment needs a line of its own.

    """
  for rule in rules {
    // The word that changes nothing: of some types, and where it is less sure, a finding is less than the rule's severity.
    section += "\n# \(rule.summary) (\(rule.defaultSeverity.word)).\n# \(ConfigurationKey.rule(rule.id.text).text) = default\n"
  }
  return Array(section.utf8)
}
