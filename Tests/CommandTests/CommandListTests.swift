// Every command of vtlint but `lint`, each by its name (ConfigCommandTests has `config` and `init` in full), and what comes
// with the argument parser.
import Foundation
import Testing

@Suite("Commands") struct CommandListTests {
  @Test("vtlint lint: what happens without a command") func lint() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    #expect(try folder.run("lint") == folder.run())
    #expect(try folder.run("lint", "a.swift") == folder.run("a.swift"))
  }

  @Test("vtlint rules: one line each, with the severities here and now") func rules() throws {
    let folder = try CommandFolder([
      ".editorconfig": "root = true\n[*.swift]\nswift_diagnostic.unconsumed.severity = error\n"
    ])
    let text = try folder.run("rules")
    let lines = text.output.split(separator: "\n")
    #expect(text.status == 0 && text.error == "" && lines.count >= 15)
    for line in lines {
      #expect(line.contains(#/^[a-z-]+ +(error|warning|suggestion|silent|none) +[A-Z][^.]+$/#), "\(line)")
    }
    #expect(lines.contains { $0.contains(#/^unconsumed +error /#) })
    #expect(lines.contains { $0.contains(#/^double-await +warning /#) })
    #expect(try folder.run("rules", "--no-config").output.contains(#/unconsumed +warning /#))
    #expect(try folder.run("rules", "--format", "text").output == text.output)

    let json = try JSONSerialization.jsonObject(with: Data(folder.run("rules", "--format", "json").output.utf8))
    let entries = try #require(json as? [[String: String]])
    #expect(entries.count == lines.count)
    for entry in entries {
      #expect(Set(entry.keys) == ["rule", "category", "severity", "defaultSeverity", "summary", "why", "instead"])
    }
    #expect(entries.first { $0["rule"] == "unconsumed" }?["severity"] == "error")

    let markdown = try folder.run("rules", "--format", "markdown").output.split(separator: "\n")
    #expect(markdown.count == lines.count + 2 && markdown[0] == "| rule | severity | finds |")
    #expect(markdown.contains { $0.hasPrefix("| `unconsumed` | error | ") })
  }

  @Test("vtlint explain RULE") func explain() throws {
    let folder = try CommandFolder()
    let names = try folder.run("rules").output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    for name in names {
      let page = try folder.run("explain", name)
      #expect(page.status == 0 && page.error == "" && page.output.hasPrefix("# \(name)\n"))
      for heading in ["## Why it matters", "## What to write instead", "## On purpose"] {
        #expect(page.output.contains("\n\(heading)\n"), "\(name)")
      }
      #expect(page.output.contains("// vtlint:disable:next \(name) - "))
      #expect(page.output.contains("swift_diagnostic.\(name).severity"))
    }
    #expect(try folder.run("explain", "double-await").output.contains("\n## Reported\n"))
    #expect(try folder.run("explain", "Double-Await") == folder.run("explain", "double-await"))
  }

  @Test("A misspelt command is taken for a path, and said so") func misspelt() throws {
    let run = try CommandFolder().run("confg")
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("confg: error: could not be read: No such file or directory (did you mean 'vtlint config'?)\n"))
  }

  @Test("Shell completions", arguments: ["bash", "zsh", "fish"]) func completions(shell: String) throws {
    let run = try CommandFolder().run("--generate-completion-script", shell)
    #expect(run.status == 0 && run.error == "")
    for word in ["lint", "explain", "--write-baseline", "--sarif-category"] {
      #expect(run.output.contains(shell == "fish" ? word.replacing("--", with: "") : word), "\(word)")
    }
  }
}
