// Every option of `vtlint lint`, each by its name, in the order of docs/COMMAND-LINE.md.
import Foundation
import Testing

@Suite("vtlint lint") struct LintOptionTests {
  @Test("PATH: the current folder by default") func paths() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b/c.swift": sourceWithSuggestion, "b/d.txt": "x"])
    let everything = try folder.run("--format", "xcode")
    #expect(everything.output.contains("a.swift:3:17: warning: ") && everything.output.contains("b/c.swift:1:24: note: "))
    #expect(try folder.run("lint", "--format", "xcode").output == everything.output)
    #expect(try folder.run("lint", ".", "a.swift", "b", "--format", "xcode").output == everything.output)
    #expect(try folder.run("b", "--format", "xcode").output.hasPrefix("b/c.swift:1:24: note: "))
    #expect(try folder.run("--format", "xcode", "--", "b/c.swift").output.hasPrefix("b/c.swift:1:24: note: "))
  }

  @Test("--format FORMAT[=FILE]: several at once") func format() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let files = ["text", "xcode", "json", "sarif", "github", "gitlab", "checkstyle", "junit"]
    let run = try folder.run(["--format", "xcode"] + files.flatMap { ["--format", "\($0)=out.\($0)"] } + ["--quiet"])
    #expect(run.status == 1 && run.error == "")
    #expect(run.output.hasPrefix("a.swift:3:17: warning: \(warningMessage)"))
    #expect(folder.names == (["a.swift"] + files.map { "out.\($0)" }).sorted())
    // Each file holds what the same report gives on stdout.
    for format in files {
      #expect(try folder.read("out.\(format)") == folder.run("--format", format).output, "\(format)")
    }
  }

  @Test("--output FILE") func output() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "r.json": "old"])
    let run = try folder.run("--format", "json", "--output", "r.json")
    #expect(run.status == 1 && run.output == "" && run.error == "vtlint: 1 warning in 1 file\n")
    #expect(try folder.read("r.json").hasPrefix("{\n  \"version\": 1,"))
    #expect(folder.names == ["a.swift", "r.json"])
    #expect(try folder.run("--format=JSON=-", "--format=xcode=r.txt").output == folder.read("r.json"))
    #expect(try folder.run("--format=json", "--output=-").output == folder.read("r.json"))
    #expect(folder.names == ["a.swift", "r.json", "r.txt"])
  }

  @Test("--fail-level LEVEL", arguments: [
    (sourceWithWarning, "error", 0), (sourceWithWarning, "warning", 1), (sourceWithWarning, "suggestion", 1),
    (sourceWithWarning, "never", 0), (sourceWithSuggestion, "warning", 0), (sourceWithSuggestion, "suggestion", 1),
    (sourceWithSuggestion, "SUGGESTION", 1),
  ] as [(String, String, Int32)])
  func failLevel(source: String, level: String, status: Int32) throws {
    let folder = try CommandFolder(["a.swift": source])
    let run = try folder.run("--fail-level", level)
    #expect(run.status == status && run.output != "")
  }

  @Test("--strict: what could not be parsed makes it 2") func strict() throws {
    let folder = try CommandFolder(["a.swift": "struct {\n)))\n", "b.swift": sourceWithWarning])
    let lenient = try folder.run("--format", "xcode")
    let strict = try folder.run("--format", "xcode", "--strict")
    #expect(lenient.status == 1 && strict.status == 2)
    #expect(strict.output == lenient.output && strict.error == lenient.error)
    #expect(try folder.run("b.swift", "--strict").status == 1)
  }

  @Test("--only, --disable, --enable RULE: several times, or with commas, in any case", arguments: [
    (["--only", "unused-suppression"], []),
    (["--only", "unused-suppression,premature-result"], ["unused-suppression"]),
    (["--only", "Double-Await"], ["double-await"]),
    (["--only", "double-await,unused-suppression"], ["double-await", "unused-suppression"]),
    (["--only", "double-await", "--only", "unused-suppression"], ["double-await", "unused-suppression"]),
    (["--disable", "double-await"], ["unused-suppression"]),
    (["--disable", "double-await,unused-suppression"], []),
    (["--enable", "double-await"], ["double-await", "unused-suppression"]),
  ])
  func choosingRules(arguments: [String], found: [String]) throws {
    // The suppression of a rule that always runs stays unused.
    let unused = "// vtlint:disable:next premature-result, double-await\nlet a = 1\n"
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b.swift": unused])
    let run = try folder.run(["--format", "json"] + arguments)
    #expect(try Set(findings(run.output).compactMap { $0["rule"] as? String }) == Set(found))
  }

  @Test("--severity RULE=LEVEL: repeatable") func severity() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b.swift": sourceWithSuggestion])
    let both = ["--severity", "double-await=suggestion", "--severity", "unused-suppression=error"]
    let run = try folder.run(["--format", "xcode"] + both)
    #expect(run.status == 1 && run.error == "vtlint: 1 error, 1 suggestion in 2 files\n")
    let list = "double-await=suggestion,unused-suppression=none"
    #expect(try folder.run("--severity", list).error == "vtlint: 1 suggestion in 2 files\n")
    #expect(try folder.run("--severity", "double-await=none", "--severity", "double-await=default").status == 1)
  }

  @Test("--include-suppressed") func includeSuppressed() throws {
    let folder = try CommandFolder(["a.swift": "// vtlint:disable:file double-await - on purpose\n" + sourceWithWarning])
    #expect(try folder.run("--format", "json").output.contains("\"findings\": [],"))
    let run = try folder.run("--format", "json", "--include-suppressed", "--format", "sarif=r.sarif")
    #expect(run.status == 0 && run.output.contains("\"suppressedBy\": \"comment: on purpose\""))
    let result = try #require(results(try folder.read("r.sarif")).first)
    let suppression = (result["suppressions"] as? [[String: Any]])?.first
    #expect(suppression?["kind"] as? String == "inSource" && suppression?["justification"] as? String == "on purpose")
  }

  @Test("--config FILE, --no-config") func config() throws {
    let folder = try CommandFolder([
      "a.swift": sourceWithWarning, ".editorconfig": "root = true\n[*.swift]\nswift_diagnostic.double-await.severity = none\n",
      "ci/strict": "[*.swift]\nswift_diagnostic.double-await.severity = error\n",
    ])
    #expect(try folder.run().status == 0)
    #expect(try folder.run("--no-config").error == "vtlint: 1 warning in 1 file\n")
    #expect(try folder.run("--config", "ci/strict").error == "vtlint: 1 error in 1 file\n")
    #expect(try folder.run("--config", "ci/strict", "--no-config").status == 2)
    #expect(try folder.run("--config", "missing").error == "vtlint: error: --config missing: there is no such file\n")
  }

  @Test("--jobs N") func jobs() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b.swift": sourceWithPath, "c.swift": sourceWithSuggestion])
    let one = try folder.run("--jobs", "1")
    for jobs in ["2", "3", "1000000"] { #expect(try folder.run("--jobs", jobs) == one) }
  }

  @Test("--stdin-filename PATH with -") func stdinFilename() throws {
    let folder = try CommandFolder([".editorconfig": "root = true\n[Tests/**]\nswift_diagnostic.double-await.severity = error\n"])
    let run = try folder.run("-", "--stdin-filename", "Tests/x.swift", "--format", "xcode", input: sourceWithWarning)
    #expect(run.status == 1 && run.output.hasPrefix("Tests/x.swift:3:17: error: "))
    #expect(try folder.run("-", "--format", "xcode", input: sourceWithWarning).output.hasPrefix("<stdin>:3:17: warning: "))
    let excluded = try folder.run("-", "--stdin-filename", "Tests/x.swift", "--exclude", "Tests", input: sourceWithWarning)
    #expect(excluded.status == 0 && excluded.output == "")
    let alone = try folder.run("--stdin-filename", "x.swift", input: sourceWithWarning)
    #expect(alone.status == 2 && alone.error.contains("give '-' as the path"))
  }

  @Test("--exclude GLOB: repeatable, for named files too") func exclude() throws {
    let names = ["a.swift", "gen/b.swift", "Tests/x/c.swift"]
    let folder = try CommandFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, sourceWithWarning) }))
    func files(_ arguments: String...) throws -> [String] {
      try findings(folder.run(["--format", "json"] + arguments).output).compactMap { $0["path"] as? String }
    }
    #expect(try files("--exclude", "gen") == ["Tests/x/c.swift", "a.swift"])
    #expect(try files("--exclude", "gen/", "--exclude", "Tests/**") == ["a.swift"])
    #expect(try files("--exclude", "*.swift", "--exclude", "!a.swift") == ["a.swift"])
    #expect(try files("--exclude", "gen", "gen/b.swift", "a.swift") == ["a.swift"])
    #expect(try files("--exclude", "./gen", "--exclude", "./Tests/**") == ["a.swift"])
    #expect(try files("--exclude", folder.url.path + "/gen", "--exclude", folder.url.path + "/a.swift") == ["Tests/x/c.swift"])
    let nothing = try folder.run("--exclude", "*.swift")
    #expect(nothing.status == 0 && nothing.error == "vtlint: nothing to lint: no Swift files found\n" && nothing.output == "")
  }

  @Test("--quiet, --verbose") func quietAndVerbose() throws {
    let folder = try CommandFolder([
      "a.swift": sourceWithWarning, "b.swift": "let b = )\n", "g.swift": sourceWithWarning,
      ".editorconfig": "root = true\n[g.swift]\ngenerated_code = true\n[*]\nswift_diagnostic.new-rule.severity = error\n",
    ])
    let usual = try folder.run().error.split(separator: "\n").map(String.init)
    #expect(usual.count == 3 && usual[0].contains("unknown rule 'new-rule'") && usual[1].contains("could not parse"))
    let quiet = try folder.run("--quiet")
    #expect(try quiet.error == usual[0] + "\n" && quiet.output == folder.run().output)
    #expect(try folder.run("-q").error == quiet.error)
    let verbose = try folder.run("-v").error.split(separator: "\n").map(String.init)
    #expect(verbose == usual[..<2] + ["a.swift: 1 finding", "b.swift: 0 findings", "g.swift: generated code"] + usual[2...])
    #expect(try folder.run("--verbose").error == verbose.joined(separator: "\n") + "\n")
  }

  @Test("--statistics: files, lines, functions, findings by rule, time per stage") func statistics() throws {
    let sources = ["a.swift": sourceWithWarning, "b.swift": sourceWithPath + sourceWithSuggestion, "c.swift": "let c = 1"]
    let folder = try CommandFolder(sources)
    let plain = try folder.run()
    let run = try folder.run("--statistics")
    #expect(run.output == plain.output && run.status == plain.status && run.error.hasPrefix(plain.error))
    let lines = run.error.dropFirst(plain.error.count).split(separator: "\n").map(String.init)
    let bytes = sources.values.reduce(0) { $0 + $1.utf8.count }
    #expect(lines[..<5] == ["files      3", "lines      19", "functions  3", "bytes      \(bytes)", "findings   3"])
    #expect(lines[5...7] == ["       2  double-await", "       1  unused-suppression", "seconds"])
    #expect(lines.count == 15)
    for line in lines[8...] { #expect(line.wholeMatch(of: #/ {3}[0-9]+\.[0-9]{3} {2}[a-z, ]+/#) != nil, "\(line)") }
  }

  @Test("--color WHEN, NO_COLOR, CLICOLOR_FORCE") func color() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let plain = try folder.run().output
    let colored = try folder.run("--color", "always").output
    #expect(colored.contains("\u{1B}[1;35mwarning:\u{1B}[0m") && colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(try folder.run("--color", "always", environment: ["NO_COLOR": "1"]).output == colored)
    #expect(try folder.run(environment: ["CLICOLOR_FORCE": "1"]).output == colored)
    #expect(try folder.run(environment: ["CLICOLOR_FORCE": "0"]).output == plain)
    #expect(try folder.run(environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).output == plain)
    #expect(try folder.run("--color", "never", environment: ["CLICOLOR_FORCE": "1"]).output == plain)
    _ = try folder.run("--color", "always", "--output", "r.txt")
    #expect(try folder.read("r.txt") == plain)
  }

  @Test("--sarif-category NAME") func sarifCategory() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    #expect(try folder.run("--format", "sarif", "--sarif-category", "linux").output.contains("\"id\": \"linux/\""))
    #expect(!(try folder.run("--format", "sarif").output.contains("automationDetails")))
  }

  @Test("--version, --help") func versionAndHelp() throws {
    let folder = try CommandFolder()
    let version = try folder.run("--version")
    #expect(version.status == 0 && version.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil && version.error == "")
    for arguments in [["--help"], ["-h"], ["help"], ["lint", "--help"], ["help", "lint"], ["help", "config"]] {
      let help = try folder.run(arguments)
      #expect(help.status == 0 && help.output.contains("USAGE: vtlint") && help.error == "", "\(arguments)")
    }
  }
}

/// The findings of a JSON report.
func findings(_ json: String) throws -> [[String: Any]] {
  let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
  return try #require(document?["findings"] as? [[String: Any]])
}

/// The run of a SARIF report.
func sarifRun(_ text: String) throws -> [String: Any] {
  let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  return try #require((document?["runs"] as? [[String: Any]])?.first)
}

func results(_ sarif: String) throws -> [[String: Any]] { try #require(sarifRun(sarif)["results"] as? [[String: Any]]) }
