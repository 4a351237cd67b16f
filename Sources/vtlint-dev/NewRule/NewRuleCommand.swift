import ArgumentParser
import Foundation
import VTDriver

struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule",
    abstract: "Writes the file of a new rule and its examples, and says what is left to do.")

  @Argument(help: "The rule's name: words in lower case with hyphens, naming the bad pattern.")
  var id: String

  func run() throws {
    guard isRuleName(id) else {
      throw ValidationError("'\(id)' is no name for a rule: write words of lower-case letters with hyphens, such as double-await")
    }
    let root = try repositoryRoot()
    let files = newRuleFiles(id: id)
    for file in files where FileManager.default.fileExists(atPath: root.appendingPathComponent(file.path).path) {
      throw ValidationError("\(file.path) is there already")
    }
    for file in files {
      let url = root.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
      print("wrote \(file.path)")
    }
    print(
      """

      Left to do:
      1. Describe the rule in rules.yaml:

      \(rulesEntry(id: id))
      2. swift run vtlint-dev generate
      3. Make the examples fail for the right reason, then write the rule.
      """)
  }
}

/// Kebab case of lower-case letters, and not "no-…": the name says what is bad.
package func isRuleName(_ text: String) -> Bool {
  let words = text.split(separator: "-", omittingEmptySubsequences: false)
  return words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } } && words[0] != "no"
}

/// `double-await` is the rule of the type `DoubleAwait`.
package func ruleTypeName(of id: String) -> String {
  id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

private func rulesEntry(id: String) -> String {
  """
    - id: \(id)
      category: one-shot
      default: warning
      summary: One line that says what the rule finds, without a full stop
      why: |
        What happens at run time.
      instead: |
        What to write instead.

  """
}
