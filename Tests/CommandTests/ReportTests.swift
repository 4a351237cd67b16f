// Every row of the table of reports, each by its name. Escaping is tested in HostileTextTests, SARIF's details in SARIFTests.
import Foundation
import TestSupport
import Testing

@Suite("Reports") struct ReportTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder(["S/a.swift": sourceWithWarning, "S/b.swift": sourceWithPath, "S/c.swift": sourceWithSuggestion])
  }

  private func report(_ format: String) throws -> String {
    let run = try folder.run("S", "--format", format)
    #expect(run.status == 1 && run.error == "vtlint: 2 warnings, 1 suggestion in 3 files\n")
    return run.output
  }

  /// For people: place, line, range, notes with their places, the path as steps, where to read on.
  @Test func text() throws {
    let blocks = try report("text").components(separatedBy: "\n\n")
    let messages = blocks.map { $0.prefix { $0 != "\n" } }
    #expect(messages[0].hasPrefix("S/a.swift:3:17: warning: \(warningMessage)") && messages[0].hasSuffix(" [double-await]"))
    #expect(
      blocks[0].dropFirst(messages[0].count).hasPrefix(
        """

          3 |   _ = try await f.value
            |                 ^~~~~~~
        S/a.swift:1:14: note: 
        """))
    #expect(
      blocks[0].hasSuffix(
        """
        S/a.swift:2:17: note: 'f' was first awaited here
          2 |   _ = try await f.value
            |                 ~~~~~~~
          help: vtlint explain double-await
        """))
    #expect(
      blocks[1].contains(
        """
          path: line 5: 'f.value' throws
                line 6: the error is caught
                line 7: goes on with 'continue'
                line 3: the loop runs again
          fix: convert 'f' once with 'asTask()'
        """))
    #expect(blocks[1].hasSuffix("\n  help: vtlint explain double-await"))
    #expect(messages[2] == "S/c.swift:1:24: suggestion: this suppression of 'double-await' silences nothing [unused-suppression]")
  }

  /// One line per finding and note, for Xcode, Emacs, VS Code and problem matchers.
  @Test func xcode() throws {
    let lines = try report("xcode").split(separator: "\n")
    #expect(lines.count == 3 + 6 + 1)
    for line in lines { #expect(line.contains(/^S\/[abc]\.swift:[0-9]+:[0-9]+: (warning|note): [^\n]+$/)) }
    #expect(lines[0].hasPrefix("S/a.swift:3:17: warning: \(warningMessage)") && lines[0].hasSuffix(" [double-await]"))
    #expect(lines[2] == "S/a.swift:2:17: note: 'f' was first awaited here")
  }

  /// For scripts: the keys that cli.md promises.
  @Test func json() throws {
    let text = try report("json")
    let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(document.keys) == ["version", "findings", "summary"] && document["version"] as? Int == 1)
    #expect(document["summary"] as? [String: Int] == ["files": 3, "errors": 0, "warnings": 2, "suggestions": 1])
    let found = try findings(text)
    let placeKeys: Set = ["path", "line", "column", "endLine", "endColumn"]
    for finding in found {
      #expect(Set(finding.keys) == placeKeys.union(["rule", "severity", "message", "notes", "steps", "fixes", "fingerprint"]))
      for note in (finding["notes"] as? [[String: Any]] ?? []) + (finding["steps"] as? [[String: Any]] ?? []) {
        #expect(Set(note.keys) == placeKeys.union(["message"]))
      }
      #expect((finding["fingerprint"] as? String)?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    }
    #expect(found.map { $0["rule"] as? String } == ["double-await", "double-await", "unused-suppression"])
    #expect(found.map { $0["severity"] as? String } == ["warning", "warning", "suggestion"])
    #expect(["line", "column", "endLine", "endColumn"].map { found[0][$0] as? Int } == [3, 17, 3, 24])
    #expect((found[1]["steps"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [5, 6, 7, 3])
    let fix = try #require((found[1]["fixes"] as? [[String: Any]])?.first)
    #expect(Set(fix.keys) == placeKeys.union(["message", "text"]) && fix["text"] as? String == ".asTask()")
    #expect(["line", "column", "endLine", "endColumn"].map { fix[$0] as? Int } == [2, 23, 2, 23])
  }

  /// For code review. One run, results in the order of the findings; see SARIFTests.
  @Test func sarif() throws {
    let found = try results(report("sarif"))
    #expect(found.map { $0["ruleId"] as? String } == ["double-await", "double-await", "unused-suppression"])
    #expect(found.map { $0["level"] as? String } == ["warning", "warning", "note"])
  }

  /// Workflow commands.
  @Test func github() throws {
    let lines = try report("github").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix("::warning file=S/a.swift,line=3,endLine=3,col=17,endColumn=24,title=double-await::\(warningMessage)"))
    #expect(lines[0].hasSuffix("%0AS/a.swift:2: 'f' was first awaited here"))
    #expect(lines[2].hasPrefix("::notice file=S/c.swift,line=1,"))
  }

  /// Code Quality: what GitLab's own documentation asks for, and equal findings told apart.
  @Test func gitlab() throws {
    try folder.write("S/d.swift", sourceWithWarning)
    let output = try folder.run("S", "--format", "gitlab").output
    let entries = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    #expect(entries.map { $0["check_name"] as? String } == ["double-await", "double-await", "unused-suppression", "double-await"])
    #expect(entries.map { $0["severity"] as? String } == ["minor", "minor", "info", "minor"])
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 4)
    #expect((entries[0]["description"] as? String)?.hasPrefix(warningMessage) == true)
    let location = try #require(entries[0]["location"] as? [String: Any])
    #expect(location["path"] as? String == "S/a.swift" && (location["lines"] as? [String: Int])?["begin"] == 3)
    #expect(try folder.run("S/e.swift", "--format", "gitlab").output == "[]\n")
  }

  @Test func checkstyle() throws {
    let elements = try XMLElements.parse(report("checkstyle"))
    #expect(elements.map(\.name) == ["checkstyle", "file", "error", "file", "error", "file", "error"])
    #expect(elements[1].attributes == ["name": "S/a.swift"])
    let error = elements[2].attributes
    #expect(error["line"] == "3" && error["column"] == "17" && error["severity"] == "warning")
    #expect(error["source"] == "vtlint.double-await" && error["message"]?.hasPrefix(warningMessage) == true)
    #expect(elements[6].attributes["severity"] == "info")
  }

  @Test func junit() throws {
    let elements = try XMLElements.parse(report("junit"))
    #expect(elements[0].attributes == ["name": "vtlint", "tests": "3", "failures": "2", "errors": "0"])
    let failure = try #require(elements.first { $0.name == "failure" })
    #expect(failure.text.hasPrefix("S/a.swift:3:17: warning: \(warningMessage)"))
    #expect(failure.text.contains("\nS/a.swift:2:17: 'f' was first awaited here"))
    #expect(elements.count { $0.name == "testcase" } == 3 && elements.last?.name == "system-out")
    let clean = try XMLElements.parse(folder.run("S", "--only", "unconsumed", "--format", "junit").output)
    #expect(clean.map(\.name) == ["testsuites", "testsuite", "testcase"])
  }

  /// What could not be done stands in the report: nobody may take it for a clean one.
  @Test(arguments: [
    ("json", #""failures": [{"message": "could not be read: No such file or directory", "path": "missing.swift"}]"#),
    ("junit", "<error message=\"could not be read: No such file or directory\">"),
    ("checkstyle", "<file name=\"missing.swift\">"), ("github", "::error file=missing.swift,title=vtlint::could not be read"),
  ])
  func failures(format: String, text: String) throws {
    let run = try folder.run("S", "missing.swift", "--format", format)
    let squeezed = run.output.split { $0.isWhitespace }.joined(separator: " ").replacing("[ {", with: "[{").replacing("} ]", with: "}]")
    #expect(run.status == 2 && squeezed.replacing("{ ", with: "{").replacing(" }", with: "}").contains(text), "\(squeezed)")
  }

  /// Columns count UTF-8 bytes as the compiler does; in SARIF UTF-16 code units, which it declares.
  @Test func columns() throws {
    try folder.write("S/a.swift", sourceWithWarning.replacing("  _ =", with: "  /* ü🦊 */ _ ="))
    let finding = try #require(findings(folder.run("S/a.swift", "--format", "json").output).first)
    #expect(finding["column"] as? Int == 17 + "/* ü🦊 */ ".utf8.count)
    let sarif = try folder.run("S/a.swift", "--format", "sarif").output
    let region = try #require(place(of: results(sarif)[0]))
    #expect(region["startColumn"] as? Int == 17 + "/* ü🦊 */ ".utf16.count)
    #expect(try sarifRun(sarif)["columnKind"] as? String == "utf16CodeUnits")
  }

  private func place(of result: [String: Any]) -> [String: Any]? {
    let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    return location?["region"] as? [String: Any]
  }
}
