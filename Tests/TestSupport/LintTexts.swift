// The one door through which tests lint: texts in, diagnostics out, through the whole pipeline and without touching a file.

import VTCatalogue
import VTDiagnostics
import VTDriver

/// Lints texts together with the reference API, which must stay without findings of its own.
/// - Parameter rule: a rule that runs although it may be off by default.
/// - Returns: the diagnostics by the paths of `files`.
package func lint(_ files: [(path: String, text: String)], enabling rule: RuleID? = nil) -> [String: [Diagnostic]] {
  lint(files, catalogue: .builtIn, enabling: rule)
}

/// The same with a catalogue of one's own.
/// - Parameter rules: the text of a rules.yaml, merged over what is built in; one that cannot be read is an error.
package func lint(_ files: [(path: String, text: String)], rules: String) throws -> [String: [Diagnostic]] {
  try lint(files, catalogue: readCatalogue(Array(rules.utf8), path: "rules.yaml", over: .builtIn))
}

private func lint(
  _ files: [(path: String, text: String)], catalogue: Catalogue, enabling rule: RuleID? = nil
) -> [String: [Diagnostic]] {
  let everything = files + [(path: "ReferenceAPI.swift", text: RuleFixture.referenceAPI)]
  let options = LintOptions(overrides: RuleOverrides(enabled: rule.map { [$0] } ?? []))
  let diagnostics = lint(sources: everything.map { (path: $0.path, bytes: Array($0.text.utf8)) }, catalogue: catalogue, options: options)
  return Dictionary(grouping: diagnostics, by: \.path)
}
