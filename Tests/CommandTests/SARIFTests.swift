// SARIF part by part: what the standard has a place for, and what code scanning reads and refuses. .ci/run holds the same
// reports against the schema (Tests/Schemas); SARIFShapeTests looks at all fixtures.
import Foundation
import Testing

@Suite("SARIF") struct SARIFTests {
  private typealias Object = [String: Any]

  private func report(_ files: [String: String], _ arguments: String...) throws -> [String: Any] {
    let files = files.merging([".editorconfig": "root = true\n"]) { old, _ in old }
    return try sarifRun(CommandFolder(files).run(arguments + ["--format", "sarif"]).output)
  }

  private func text(_ object: Any?, _ key: String = "text") -> String { (object as? Object)?[key] as? String ?? "" }

  @Test func document() throws {
    let output = try CommandFolder(["a.swift": "let a = 1\n"]).run("--format", "sarif").output
    let document = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? Object)
    #expect((document["$schema"] as? String)?.hasSuffix("2.1.0.json") == true && document["version"] as? String == "2.1.0")
    #expect((document["runs"] as? [Any])?.count == 1)
    // Required even when there is nothing to say.
    #expect(try results(output).isEmpty && output.contains("\"results\": []"))
    // One document on stdout, and nothing of the machine in it.
    #expect(!output.contains(NSHomeDirectory() + "/") && !output.contains(FileManager.default.temporaryDirectory.path))
  }

  @Test func driver() throws {
    let tool = try #require(report(["a.swift": "let a = 1\n"])["tool"] as? Object)
    let driver = try #require(tool["driver"] as? Object)
    #expect(driver["name"] as? String == "vtlint" && driver["version"] as? String == driver["semanticVersion"] as? String)
    #expect((driver["semanticVersion"] as? String)?.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil)
    #expect((driver["informationUri"] as? String)?.hasPrefix("https://") == true)
  }

  /// What code scanning shows of a rule, within the lengths that it takes.
  @Test func rules() throws {
    let tool = try #require(report(["a.swift": "let a = 1\n"])["tool"] as? Object)
    let rules = try #require((tool["driver"] as? Object)?["rules"] as? [Object])
    let listed = try CommandFolder().run("rules", "--no-config").output.split(separator: "\n")
    #expect(rules.map { $0["id"] as? String } == listed.map { String($0.prefix { $0 != " " }) })
    for rule in rules {
      let id = try #require(rule["id"] as? String), name = try #require(rule["name"] as? String)
      #expect(name.wholeMatch(of: /([A-Z][a-z]+)+/) != nil && name.lowercased() == id.replacing("-", with: ""))
      for key in ["shortDescription", "fullDescription"] {
        #expect((1...1024).contains(text(rule[key]).count) && !text(rule[key]).contains("`"), "\(id) \(key)")
      }
      #expect(text(rule["help"]).hasPrefix(text(rule["shortDescription"])))
      let markdown = text(rule["help"], "markdown")
      #expect(markdown.hasPrefix("# \(id)\n"))
      // A bare `Array<Int>` would be HTML.
      let prose = markdown.replacing(/```[a-z]*\n[\s\S]*?\n```/, with: "").replacing(/`[^`\n]*`/, with: "")
      #expect(!prose.contains("<"), "\(id)")
      #expect((rule["helpUri"] as? String)?.hasPrefix("https://") == true)
      let configuration = try #require(rule["defaultConfiguration"] as? Object)
      #expect(["error", "warning", "note"].contains(configuration["level"] as? String) && configuration["enabled"] is Bool)
      let properties = try #require(rule["properties"] as? Object)
      #expect((1...10).contains((properties["tags"] as? [String] ?? []).count))
      #expect(["very-high", "high", "medium", "low"].contains(properties["precision"] as? String))
      #expect(["error", "warning", "recommendation"].contains(properties["problem.severity"] as? String))
    }
  }

  @Test func result() throws {
    let run = try report(["S/a b.swift": sourceWithPath])
    let result = try #require((run["results"] as? [Object])?.first)
    #expect(result["ruleId"] as? String == "double-await" && result["level"] as? String == "warning")
    #expect(text(result["message"]).hasPrefix("'f' is awaited again"))
    let place = try #require((result["locations"] as? [Object])?.first?["physicalLocation"] as? Object)
    #expect((result["locations"] as? [Object])?.count == 1)
    #expect(place["artifactLocation"] as? [String: String] == ["uri": "S/a%20b.swift", "uriBaseId": "%SRCROOT%"])
    let region = try #require(place["region"] as? Object)
    #expect(["startLine", "startColumn", "endLine", "endColumn"].map { region[$0] as? Int } == [5, 24, 5, 31])
    #expect(text(region["snippet"]) == "f.value")
    #expect(text((place["contextRegion"] as? Object)?["snippet"]) == "      return try await f.value")
    let related = try #require((result["relatedLocations"] as? [Object])?.first)
    #expect(related["id"] as? Int == 1 && text(related["message"]) != "")
    #expect(text(result["message"]).contains("\n[\(text(related["message"]))](1)"))
    #expect(Array((result["partialFingerprints"] as? Object ?? [:]).keys) == ["vtlint/v1"])
    #expect(result["suppressions"] == nil)
  }

  /// The steps of the path, and the finding at its end.
  @Test func codeFlow() throws {
    let result = try #require((report(["a.swift": sourceWithPath])["results"] as? [Object])?.first)
    let flow = (result["codeFlows"] as? [Object])?.first?["threadFlows"] as? [Object]
    let steps = (flow?.first?["locations"] as? [Object] ?? []).compactMap { $0["location"] as? Object }
    let lines = steps.map { (($0["physicalLocation"] as? Object)?["region"] as? Object)?["startLine"] as? Int }
    #expect(lines == [5, 6, 7, 3, 5])
    #expect(text(steps[1]["message"]) == "the error is caught" && text(result["message"]).hasPrefix(text(steps[4]["message"])))
  }

  /// What a fix says can be done as it stands, and then the finding is gone.
  @Test func fix() throws {
    let folder = try CommandFolder(["ü.swift": "/* 🦊 */ " + sourceWithPath])
    let result = try #require(results(folder.run("--no-config", "--format", "sarif").output).first)
    let fix = try #require((result["fixes"] as? [Object])?.first)
    #expect(text(fix["description"]) == "convert 'f' once with 'asTask()'")
    let change = try #require((fix["artifactChanges"] as? [Object])?.first)
    #expect(change["artifactLocation"] as? [String: String] == ["uri": "%C3%BC.swift", "uriBaseId": "%SRCROOT%"])
    let replacement = try #require((change["replacements"] as? [Object])?.first)
    let region = try #require(replacement["deletedRegion"] as? [String: Int])
    var lines = try folder.read("ü.swift").components(separatedBy: "\n").map { Array($0.utf16) }
    #expect(region["startLine"] == region["endLine"])
    lines[region["startLine"]! - 1].replaceSubrange(
      (region["startColumn"]! - 1)..<(region["endColumn"]! - 1), with: text(replacement["insertedContent"]).utf16)
    try folder.write("ü.swift", lines.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n"))
    #expect(try folder.run("--no-config").status == 0)
  }

  @Test func columnsAndBases() throws {
    let run = try report(["a.swift": sourceWithWarning], "--sarif-category", "linux")
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let base = (run["originalUriBaseIds"] as? Object)?["%SRCROOT%"] as? Object
    #expect(base != nil && base?["uri"] == nil)
    #expect((run["automationDetails"] as? Object)?["id"] as? String == "linux/")
  }

  @Test func whatLiesOutsideHasAnAbsoluteURI() throws {
    let folder = try CommandFolder(["out side/a.swift": sourceWithWarning, "in/b.swift": sourceWithWarning])
    let run = try folder.shell("cd in; \"$VTLINT\" --no-config --format sarif '../out side' \"$PWD/b.swift\" ./../in/b.swift")
    let places = try results(run.output).map { result in
      ((result["locations"] as? [Object])?.first?["physicalLocation"] as? Object)?["artifactLocation"] as? [String: String]
    }
    #expect(places.count == 2 && places.contains(["uri": "b.swift", "uriBaseId": "%SRCROOT%"]))
    let outside = try #require(places.compactMap { $0 }.first { $0["uriBaseId"] == nil }?["uri"])
    #expect(outside.hasPrefix("file:///") && outside.hasSuffix("/out%20side/a.swift") && URL(string: outside) != nil)
  }

  @Test func theShellsNameOfTheFolderCountsToo() throws {
    let folder = try CommandFolder(["real/a.swift": sourceWithWarning])
    let line = "ln -s real other; cd other; \"$VTLINT\" --no-config --format sarif \"$PWD/a.swift\""
    let place = try #require(results(folder.shell(line).output).first?["locations"] as? [Object]).first?["physicalLocation"]
    let artifact = (place as? Object)?["artifactLocation"] as? [String: String]
    #expect(artifact == ["uri": "a.swift", "uriBaseId": "%SRCROOT%"])
  }

  /// What was skipped, what could not be parsed and what is wrong with the configuration is in the report.
  @Test func notifications() throws {
    let configuration = "root = true\n[*.swift]\nswift_diagnostic.new-rule.severity = error\n"
    let run = try report(["a.swift": "let a: ValueFuture<Int> = )\n", ".editorconfig": configuration], "a.swift", "missing.swift")
    let invocation = try #require((run["invocations"] as? [Object])?.first)
    #expect(invocation["exitCode"] as? Int == 2 && invocation["executionSuccessful"] as? Bool == false)
    func said(_ key: String) -> [String] {
      (invocation[key] as? [Object] ?? []).map { notification in
        let place = (notification["locations"] as? [Object])?.first?["physicalLocation"] as? Object
        let line = (place?["region"] as? Object)?["startLine"] as? Int
        let uri = text(place?["artifactLocation"], "uri")
        return "\(uri):\(line ?? 0): \(notification["level"] as? String ?? ""): \(text(notification["message"]))"
      }
    }
    #expect(said("toolConfigurationNotifications") == [".editorconfig:3: warning: unknown rule 'new-rule'"])
    let execution = said("toolExecutionNotifications")
    #expect(execution.count == 2 && execution.contains { $0.hasPrefix("a.swift:1: note: could not parse: ") })
    #expect(execution.contains("missing.swift:0: error: could not be read: No such file or directory"))
    let good = try #require((report(["a.swift": sourceWithWarning])["invocations"] as? [Object])?.first)
    #expect(good["exitCode"] as? Int == 1 && good["executionSuccessful"] as? Bool == true)
  }

  /// Code scanning refuses a file of more than 25,000 results: the least severe go, and both stderr and the report say so.
  @Test func limits() throws {
    let suggestions = String(repeating: "// vtlint:disable:next double-await\nlet a = 1\n", count: 1_000)
    var sources = ["z.swift": sourceWithWarning, ".editorconfig": "root = true\n"]
    for number in 1...25 { sources["a\(number).swift"] = suggestions }
    let folder = try CommandFolder(sources)
    let run = try folder.run("--format", "sarif=r.sarif", "--format", "xcode=r.txt")
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("vtlint: warning: r.sarif lacks 1 of the least severe findings: "))
    #expect(run.error.hasSuffix("vtlint: 1 warning, 25000 suggestions in 26 files\n"))
    let report = try sarifRun(folder.read("r.sarif"))
    let results = try #require(report["results"] as? [Object])
    #expect(results.count == 25_000 && results.last?["level"] as? String == "warning")
    let invocation = try #require((report["invocations"] as? [Object])?.first)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [Object])?.first)
    #expect(text(notification["message"]) == "1 of the least severe results were left out: code scanning takes no more")
    // The other formats have all.
    #expect(try folder.read("r.txt").split(separator: "\n").count > 25_000)
  }
}
