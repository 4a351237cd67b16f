// The page of a rule: docs/rules/<id>.md, and what `vtlint explain` prints.
import VTCatalogue
import VTDiagnostics

func rulePage(of rule: RuleInfo, examples: [RuleExample]) -> String {
  let id = rule.id.text
  var page = """
    # \(id)

    \(rule.summary).

    Default severity: `\(rule.defaultSeverity.word)`. Category: `\(rule.category)`.

    ## Why it matters

    \(rule.why)

    ## What to write instead

    \(rule.instead)

    """
  for (heading, isBad) in [("Reported", true), ("Not reported", false)] {
    let shown = examples.filter { $0.isBad == isBad }
    if shown.isEmpty { continue }
    page += "\n## \(heading)\n"
    for example in shown { page += "\n\(example.title):\n\n```swift\n\(example.code)\n```\n" }
  }
  page += """

    ## On purpose

    For one line, with the reason for whoever reads it:

    ```swift
    // vtlint:disable:next \(id) - why this is right here
    ```

    For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

    ```ini
    [Tests/**.swift]
    swift_diagnostic.\(id).severity = none
    ```

    """
  return page
}

/// The pages as Swift, so that the command needs no files beside it.
func rulePagesTable(_ pages: [(id: String, text: String)]) -> String {
  var text = derivedNotice
  text += "// Made from rules.yaml and Fixtures/rules/*/examples.swift.\nimport VTDiagnostics\n\n"
  text += "extension Catalogue {\n"
  text += "  /// The page of a built-in rule, as docs/rules has it: Markdown. Nil for a name that is no rule.\n"
  text += "  package static func page(of rule: RuleID) -> String? {\n    switch rule.text {\n"
  for (index, page) in pages.enumerated() { text += "    case \"\(page.id)\": page\(index)\n" }
  text += "    default: nil\n    }\n  }\n}\n"
  for (index, page) in pages.enumerated() {
    text += "\nprivate let page\(index) = ###\"\"\"\n\(page.text)\"\"\"###\n"
  }
  return text
}
