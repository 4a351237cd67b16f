import Testing

@Suite struct ConfigCommandTests {
  @Test func printsRawPairs() throws {
    let folder = try CommandFolder([".editorconfig": "root = true\n[*.swift]\nIndent_Style = TAB\nKey = Some Value\n"])
    let run = try folder.run("config", "no/such/file.swift")
    #expect(run.status == 0 && run.error == "")
    #expect(run.output == "indent_style=tab\nkey=Some Value\nindent_size=tab\n")
    #expect(try folder.run("config", "file.c").output == "")
  }

  @Test func readsFilesOfAnotherName() throws {
    let folder = try CommandFolder(["test.in": "root = true\n[*]\na = 1\n", "sub/test.in": "[x.c]\nb = 2\n"])
    #expect(try folder.run("config", "--editorconfig-file-name", "test.in", "sub/x.c").output == "a=1\nb=2\n")
    #expect(
      try folder.run("config", "--editorconfig-file-name", "test.in", "sub/x.c", "y").output == "[sub/x.c]\na=1\nb=2\n[y]\na=1\n")
  }

  @Test func explainsWhoSetEachSeverity() throws {
    let folder = try CommandFolder([
      ".editorconfig": """
        root = true
        [*.swift]
        swift_diagnostic.double-await.severity = error
        swift_analyzer_diagnostic.severity = silent
        """
    ])
    let lines = try folder.run("config", "--explain", "a.swift").output.split(separator: "\n")
    #expect(lines.contains { $0.contains(#/^double-await +error +\.editorconfig:3: swift_diagnostic\.double-await\.severity$/#) })
    #expect(lines.contains { $0.contains(#/^unconsumed +silent +\.editorconfig:4: swift_analyzer_diagnostic\.severity$/#) })
    #expect(lines.contains { $0.contains(#/^public-value-future +none +default \(off until/#) })
    #expect(try folder.run("config", "--explain", "--no-config", "a.swift").output.contains(#/double-await +warning +default/#))
  }

  @Test(arguments: [
    ("swift_diagnostic.double-await.severity = error", 0, ""),
    (
      "swift_diagnostic.double-await.severity = eror", 2,
      ".editorconfig:3:1: error: unknown severity 'eror' (did you mean 'error'?)\n"
    ),
    (
      "swift_diagnostic.double-awiat.severity = error", 2,
      ".editorconfig:3:1: warning: unknown rule 'double-awiat' (did you mean 'double-await'?)\n"
    ),
  ] as [(String, Int32, String)])
  func checkSaysWhatIsWrong(line: String, status: Int32, error: String) throws {
    let folder = try CommandFolder([".editorconfig": "root = true\n[*.swift]\n\(line)\n"])
    let run = try folder.run("config", "--check", "a.swift")
    #expect(run.status == status && run.error == error && run.output == "")
  }

  /// A mistake in a folder further down is found before CI finds it.
  @Test func checkLooksIntoFolders() throws {
    let folder = try CommandFolder([
      ".editorconfig": "root = true\n", "S/T/a.swift": "",
      "S/T/.editorconfig": "[*]\nswift_diagnostic.unconsumed.severity = eror\n",
    ])
    let run = try folder.run("config", "--check")
    #expect(run.status == 2 && run.error.hasPrefix("S/T/.editorconfig:2:1: error: unknown severity 'eror'"))
    #expect(try folder.run("config", "--check", "S/b.swift").status == 0)
    #expect(try folder.run("config", "--check", "S").status == 2)
  }

  @Test func lintObeysTheConfiguration() throws {
    let key = "swift_diagnostic.unused-suppression.severity"
    let folder = try CommandFolder([
      ".editorconfig": "root = true\n[*.swift]\n\(key) = error\n[Tests/**]\n\(key) = none\n[G/**]\ngenerated_code = true\n",
      "Sources/a.swift": sourceWithSuggestion, "Tests/a.swift": sourceWithSuggestion, "G/a.swift": sourceWithSuggestion + "}}",
    ])
    let run = try folder.run("--format", "xcode")
    #expect(run.status == 1)
    let message = "error: this suppression of 'double-await' silences nothing [unused-suppression]"
    #expect(run.output == "Sources/a.swift:1:24: \(message)\n")
    #expect(run.error == "vtlint: 1 error in 3 files\n")
    #expect(try folder.run("--no-config").status == 0)
    #expect(try folder.run("--severity", "unused-suppression=suggestion").status == 0)
    try folder.write("off.editorconfig", "[*]\n\(key) = none\n")
    #expect(try folder.run("--config", "off.editorconfig", "--fail-level", "suggestion").status == 0)
  }

  @Test func aMisspeltSeverityStopsTheRun() throws {
    let folder = try CommandFolder([
      ".editorconfig": "root = true\n[*.swift]\nswift_diagnostic.double-await.severity = eror\n", "a.swift": sourceWithSuggestion,
    ])
    let run = try folder.run()
    #expect(run.status == 2 && run.output == "")
    #expect(run.error.hasPrefix(".editorconfig:3:1: error: unknown severity 'eror' (did you mean 'error'?)\n"))
  }

  @Test func anUnknownRuleIsOnlyAWarning() throws {
    let folder = try CommandFolder([
      ".editorconfig": "root = true\n[*.swift]\nswift_diagnostic.new-rule.severity = error\n", "a.swift": "let a = 1\n",
    ])
    let run = try folder.run()
    #expect(run.status == 0)
    #expect(run.error.hasPrefix(".editorconfig:3:1: warning: unknown rule 'new-rule'"))
  }
}

@Suite struct InitCommandTests {
  @Test func writesAllRulesCommentedOutAndOnlyOnce() throws {
    let folder = try CommandFolder()
    #expect(try folder.run("init").status == 0)
    let first = try folder.read(".editorconfig")
    #expect(first.hasPrefix("[*.swift]\n# Severities: "))
    #expect(first.contains(" (warning).\n# swift_diagnostic.double-await.severity = default\n"))
    #expect(try folder.run("config", "a.swift").output == "")
    #expect(try folder.run("init").error.contains("nothing was changed"))
    #expect(try folder.read(".editorconfig") == first)
  }

  @Test func keepsTheLineEndsOfTheFile() throws {
    let folder = try CommandFolder([".editorconfig": "root = true\r\n"])
    #expect(try folder.run("init").status == 0)
    let text = try folder.read(".editorconfig")
    #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D } && text.contains("double-await.severity"))
  }

  @Test func leavesExistingKeysAlone() throws {
    let own = "root = true\n[*.swift]\nswift_diagnostic.Double-Await.severity = error"
    let folder = try CommandFolder([".editorconfig": own])
    #expect(try folder.run("init").status == 0)
    let text = try folder.read(".editorconfig")
    #expect(text.hasPrefix(own + "\n\n[*.swift]\n"))
    #expect(!text.contains("swift_diagnostic.double-await"))
    #expect(text.contains("# swift_diagnostic.unconsumed.severity = default"))
  }
}
