// What is derived from rules.yaml, the names of the rule files and the examples: Swift tables, the rules' pages and the
// schema of rules.yaml.
// One direction only: nothing that stands here is ever edited by hand, and a test compares it with what stands on disk.
import Foundation
import VTCatalogue
import VTDriver

/// A file that the generator makes.
package struct DerivedFile: Hashable, Sendable {
  /// From the root of the repository, with `/`.
  package var path: String
  package var text: String
}

/// Everything that is derived, from what stands in the repository at `root`.
package func derivedFiles(root: URL) throws -> [DerivedFile] {
  let rulesFile = root.appendingPathComponent("rules.yaml")
  let catalogue = try readCatalogue(
    [UInt8](Data(contentsOf: rulesFile)), path: "rules.yaml", over: .empty, declaresRules: true)
  var files = [DerivedFile(path: "Sources/VTCatalogue/BuiltIn.generated.swift", text: catalogueTables(catalogue))]
  var pages: [(id: String, text: String)] = []
  for rule in catalogue.rules {
    let examples = root.appendingPathComponent("Fixtures/rules/\(rule.id.text)/examples.swift")
    let source = FileManager.default.fileExists(atPath: examples.path) ? try String(contentsOf: examples, encoding: .utf8) : ""
    pages.append((rule.id.text, rulePage(of: rule, examples: ruleExamples(in: source))))
  }
  files += pages.map { DerivedFile(path: "docs/rules/\($0.id).md", text: $0.text) }
  files.append(DerivedFile(path: "docs/rules.schema.json", text: catalogueSchema(rules: catalogue.rules)))
  files.append(DerivedFile(path: "Sources/VTCatalogue/RulePages.generated.swift", text: rulePagesTable(pages)))
  if let list = ruleList(ofFilesIn: root.appendingPathComponent("Sources/VTRules/Rules")) {
    files.append(DerivedFile(path: "Sources/VTRules/AllRules.generated.swift", text: list))
  }
  return files
}

/// The files of `derivedFiles` that are missing on disk or hold something else.
package func staleFiles(root: URL) throws -> [DerivedFile] {
  try derivedFiles(root: root).filter { file in
    let onDisk = try? String(contentsOf: root.appendingPathComponent(file.path), encoding: .utf8)
    return onDisk != file.text
  }
}

/// The first line of every derived Swift file.
let derivedNotice = "// Derived by `swift run vtlint-dev generate`: edit what it is made from, not this file.\n"
