// What README.md and docs/ tell people to type does what they say.
import Foundation
import Testing

@Suite("Documentation") struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func page(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines of a page that run vtlint on sources: indented examples, and steps of CI recipes.
  private static func commands(of path: String) throws -> [String] {
    try page(path).split(separator: "\n").compactMap { line in
      let match =
        line.firstMatch(of: /^ {4}(vtlint .*)$/) ?? line.firstMatch(of: /^ +- (?:run: )?\.vtlint\/\.build\/release\/(vtlint .*)$/)
      // Behind two blanks stands what the command does.
      return match.map { String($0.1.prefix(upTo: $0.1.firstRange(of: "  ")?.lowerBound ?? $0.1.endIndex)) }
    }
  }

  /// Words in capitals stand for something of the reader's.
  @Test(arguments: ["README.md", "docs/COMMAND-LINE.md", "docs/CONFIGURATION.md", "docs/REPORTS.md"])
  func commandsRun(path: String) throws {
    let commands = try Self.commands(of: path).filter { !$0.contains("[") && !$0.contains("…") }
    #expect(commands.count >= 1)
    for command in commands {
      let folder = try CommandFolder([
        "Sources/Store.swift": sourceWithWarning, "Tests/a.swift": "let a = 1\n", "vtlint-baseline.txt": "# vtlint baseline 1\n",
        ".editorconfig": "root = true\n",
      ])
      let line = command.replacing("RULE", with: "double-await").replacing("PATH", with: "Sources").dropFirst("vtlint".count)
      let run = try folder.shell("\"$VTLINT\"\(line)")
      let lints = !["rules", "explain", "init", "config", "lint --help", "--generate"].contains { line.hasPrefix(" \($0)") }
      let accepts = line.contains("--write-baseline")
      #expect(run.status == (lints && !accepts ? 1 : 0), "\(path): \(command)\n\(run.error)")
      for file in line.matches(of: /(?:=|--write-baseline )([a-z\-]+\.[a-z]+)/) { #expect(try folder.read(String(file.1)) != "") }
    }
  }

  @Test func theRecipesFailOnAWarningAndLeaveTheirReports() throws {
    let recipes = try Self.commands(of: "README.md").filter { $0.contains("sarif=") || $0.contains("gitlab=") }
    #expect(recipes.count == 2)
    for recipe in recipes {
      let folder = try CommandFolder(["Sources/Store.swift": sourceWithWarning, ".editorconfig": "root = true\n"])
      let run = try folder.shell("\"$VTLINT\"\(recipe.dropFirst("vtlint".count))")
      #expect(run.status == 1 && run.output.contains("Sources/Store.swift"))
      if recipe.contains("sarif=") { #expect(try results(folder.read("vtlint.sarif")).count == 1) }
      if recipe.contains("gitlab=") { #expect(try folder.read("gl-code-quality-report.json").contains("double-await")) }
      // Without findings the job passes, and the reports say so.
      try folder.write("Sources/Store.swift", "let a = 1\n")
      #expect(try folder.shell("\"$VTLINT\"\(recipe.dropFirst("vtlint".count))").status == 0)
      if recipe.contains("sarif=") { #expect(try results(folder.read("vtlint.sarif")).isEmpty) }
    }
  }

  /// Each option that the command knows has a row, and each row is an option.
  @Test func everyOptionIsDescribed() throws {
    let dump = try JSONSerialization.jsonObject(with: Data(CommandFolder().run("--experimental-dump-help").output.utf8))
    let command = try #require((dump as? [String: Any])?["command"] as? [String: Any])
    let page = try Self.page("docs/COMMAND-LINE.md")
    let rows = Set(page.matches(of: /\n\| `--([a-z\-]+)/).map { String($0.1) })
    for subcommand in try #require(command["subcommands"] as? [[String: Any]]) {
      let arguments = subcommand["arguments"] as? [[String: Any]] ?? []
      let names = Set(arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }.compactMap { name in
        name["kind"] as? String == "long" ? name["name"] as? String : nil
      }).subtracting(["help", "version"])
      if subcommand["commandName"] as? String == "lint" {
        #expect(rows == names)
      } else {
        for name in names { #expect(page.contains("`--\(name)"), "\(name)") }
      }
    }
  }
}
