// README.md: its example is what vtlint says, its rules are the rules. And no page links to what is not there.
import Foundation
import TestSupport
import Testing
import VTCatalogue
import VTDriver
import VTReport

@Suite("README.md") struct ReadmeTests {
  /// The text of the first fenced block of that language.
  private func block(_ language: String, of text: String) throws -> String {
    let parts = text.components(separatedBy: "```\(language)\n")
    try #require(parts.count >= 2)
    return parts[1].components(separatedBy: "```")[0]
  }

  @Test func exampleSaysWhatTheReadmeShows() throws {
    let readme = try file("README.md").text
    let source = try block("swift", of: readme)
    let shown = try block("text", of: readme)
    let diagnostics = lint(sources: [(path: "Checkout.swift", bytes: Array(source.utf8))])
    let output = String(decoding: textReport(Report(diagnostics: diagnostics), colored: false), as: UTF8.self)
    #expect(!diagnostics.isEmpty)
    #expect(shown.hasSuffix(output), "vtlint says:\n\(output)")
  }

  /// One row for each rule that is written, with its default severity and a link to its page.
  @Test func tableListsTheRules() throws {
    let readme = try file("README.md").text
    let written = try files(below: "Sources/VTRules/Rules", endingIn: ".swift").map { file in
      String(try #require(file.text.firstMatch(of: /static let id: RuleID = "([a-z-]+)"/)).1)
    }
    #expect(!written.isEmpty)
    for id in written {
      let rule = try #require(Catalogue.builtIn.rules.first { $0.id.text == id })
      let row = "| [\(id)](docs/rules/\(id).md) | \(rule.defaultSeverity.word) | \(rule.summary) |"
      #expect(readme.contains(row), "README.md lacks the row: \(row)")
    }
  }
}

@Suite("Links") struct LinkTests {
  @Test func everyRelativeLinkLeadsSomewhere() throws {
    var count = 0
    for page in try [file("README.md")] + files(below: "docs", endingIn: ".md") + [file("Tests/Oracle/README.md")] {
      for link in page.text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) where !link.1.contains("://") {
        count += 1
        #expect(exists("\(page.folder)/\(link.1)"), "\(page.path) links to \(link.1)")
      }
    }
    #expect(count > 10)
  }
}
