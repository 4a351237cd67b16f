import Foundation
import Testing

@Suite struct StreamTests {
  @Test func writesSeveralReportsAtOnce() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    let run = try folder.run("--format", "text", "--format", "json=r.json", "--format", "xcode=r.txt", "--quiet")
    #expect(run.output.hasPrefix("a.swift:1:24: suggestion: this suppression of 'double-await' silences nothing"))
    #expect(run.error == "")
    #expect(try folder.read("r.txt").hasPrefix("a.swift:1:24: note: this suppression"))
    let json = try JSONSerialization.jsonObject(with: Data(try folder.read("r.json").utf8)) as? [String: Any]
    #expect((json?["findings"] as? [Any])?.count == 1)
    #expect(folder.names == ["a.swift", "r.json", "r.txt"])
  }

  @Test func outputReplacesAFileAsAWhole() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n", "r.json": "old"])
    #expect(try folder.run("--format", "json", "--output", "r.json").output == "")
    #expect(try folder.read("r.json").hasPrefix("{\n"))
  }

  @Test func anUnwritablePlaceIsStatusTwoAndLeavesNothing() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    let run = try folder.run("--output", "missing/r.txt")
    #expect(run.status == 2)
    #expect(run.error.contains("missing/r.txt could not be written: No such file or directory"))
    #expect(folder.names == ["a.swift"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsStatusTwo() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    let run = try folder.shell("\"$VTLINT\" > /dev/full")
    #expect(run.status == 2)
    #expect(run.error.contains("stdout could not be written: No space left on device"))
  }

  @Test func aBrokenPipeEndsQuietly() throws {
    let many = String(repeating: sourceWithSuggestion, count: 2000)
    let folder = try CommandFolder(["a.swift": many])
    let run = try folder.shell("set -o pipefail; \"$VTLINT\" --quiet | head -n 1")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("a.swift:1:24: "))
    #expect(run.error == "")
  }

  @Test func closedStreamsHarmNoFile() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    #expect(try folder.shell("\"$VTLINT\" 0<&- 1>&- 2>&-; true").status == 0)
    #expect(try folder.read("a.swift") == sourceWithSuggestion)
  }

  @Test func readsStdin() throws {
    let folder = try CommandFolder()
    let named = try folder.run("-", "--stdin-filename", "Sources/./x.swift", input: sourceWithSuggestion)
    #expect(named.output.hasPrefix("Sources/x.swift:1:24: "))
    #expect(try folder.run("-", input: sourceWithSuggestion).output.hasPrefix("<stdin>:1:24: "))
  }

  @Test func stdinTakesThePlaceOfTheFile() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    let run = try folder.run(".", "-", "--stdin-filename", "a.swift", input: sourceWithSuggestion)
    #expect(run.output.hasPrefix("a.swift:1:24: ") && run.error == "vtlint: 1 suggestion in 1 file\n")
  }

  @Test func isTheSameForEveryRunAndNumberOfThreads() throws {
    let folder = try CommandFolder()
    for index in 0..<40 {
      try folder.write("d\(index % 7)/f\(index).swift", String(repeating: sourceWithSuggestion, count: index))
    }
    let first = try folder.run("--format", "json", "--jobs", "1")
    #expect(first.output.contains("d6/f6.swift"))
    for jobs in ["1", "2", "4", "16"] {
      let next = try folder.run("--format", "json", "--jobs", jobs)
      #expect(next.output == first.output && next.error == first.error)
    }
  }

  @Test func reportsPathsAsTheyWereGiven() throws {
    let folder = try CommandFolder(["Sources/a.swift": sourceWithSuggestion])
    let name = folder.url.lastPathComponent
    for (argument, path) in [
      (".", "Sources/a.swift"), ("./Sources//", "Sources/a.swift"), ("../\(name)", "../\(name)/Sources/a.swift"),
      (folder.url.path, "\(folder.url.path)/Sources/a.swift"),
    ] {
      #expect(try folder.run(argument).output.hasPrefix("\(path):1:24: "))
    }
  }

  @Test func colorsByFlagAndEnvironment() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    let escape = "\u{1B}["
    #expect(!(try folder.run().output.contains(escape)))
    #expect(try folder.run("--color", "always").output.contains(escape))
    #expect(try folder.run(environment: ["CLICOLOR_FORCE": "1"]).output.contains(escape))
    #expect(!(try folder.run(environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).output.contains(escape)))
    #expect(!(try folder.run("--color", "never", environment: ["CLICOLOR_FORCE": "1"]).output.contains(escape)))
    _ = try folder.run("--color", "always", "--output", "r.txt")
    #expect(!(try folder.read("r.txt").contains(escape)))
  }

  @Test func statisticsGoToStderr() throws {
    let folder = try CommandFolder(["a.swift": sourceWithSuggestion])
    let run = try folder.run("--statistics")
    #expect(run.error.contains("files      1\nlines      3\nfunctions  0\n"))
    #expect(run.error.contains("     1  unused-suppression\n"))
  }

  @Test func saysWhatCouldNotBeParsedAndGoesOn() throws {
    let folder = try CommandFolder(["a.swift": "struct {\n)))\n", "b.swift": sourceWithSuggestion])
    let run = try folder.run("--fail-level", "suggestion")
    #expect(run.status == 1)
    #expect(run.error.contains(#/a\.swift:[0-9]+:[0-9]+: note: could not parse: /#))
    #expect(run.output.hasPrefix("b.swift:1:24: "))
  }
}

@Suite struct RuleCommandTests {
  @Test func rulesListsEveryRuleOnALine() throws {
    let folder = try CommandFolder()
    let lines = try folder.run("rules").output.split(separator: "\n")
    #expect(lines.contains { $0.contains(/^double-await +warning +[A-Z]/) })
    let json = try JSONSerialization.jsonObject(with: Data(try folder.run("rules", "--format", "json").output.utf8))
    #expect((json as? [Any])?.count == lines.count)
    let markdown = try folder.run("rules", "--format", "markdown").output.split(separator: "\n")
    #expect(markdown.count == lines.count + 2)
  }

  @Test func explainPrintsThePage() throws {
    let page = try CommandFolder().run("explain", "double-await")
    #expect(page.status == 0 && page.output.hasPrefix("# double-await\n"))
  }
}

@Suite struct SignalTests {
  /// The command waits for its stdin, which is a FIFO that nobody writes to.
  @Test(arguments: [("INT", 130), ("TERM", 143)] as [(String, Int32)])
  func endsWithTheSignalsStatusAndLeavesNothing(signal: String, status: Int32) throws {
    let folder = try CommandFolder(["r.json": "old"])
    let run = try folder.shell(
      """
      mkfifo pipe; exec 3<>pipe
      "$VTLINT" - --format json --output r.json <&3 & child=$!
      sleep 0.5; kill -\(signal) $child; wait $child
      """)
    #expect(run.status == status)
    #expect(try folder.read("r.json") == "old")
    #expect(folder.names == ["pipe", "r.json"])
  }
}

@Suite struct TeamCatalogueTests {
  static let catalogue = """
    schema: vtlint-catalogue/1
    types:
      - id: lab-future
        extends: value-future
        match: {type: LabFuture}

    """
  static let source = "func f(x: LabFuture<Int>) async throws {\n  _ = try await x.value\n  _ = try await x.value\n}\n"

  @Test func theNearestFileIsReadUnlessAnotherIsNamed() throws {
    let folder = try CommandFolder(["pkg/rules.yaml": Self.catalogue, "pkg/Sources/a.swift": Self.source])
    let near = try folder.run("pkg/Sources", "--format", "xcode")
    #expect(near.status == 1 && near.output.contains("a.swift:3:17: warning: "))
    #expect(try folder.run("pkg/Sources", "--no-config").status == 0)
    #expect(try folder.run(".").status == 0)
    #expect(try folder.run(".", "--rules", "pkg/rules.yaml").status == 1)
  }

  @Test func aFileOfAnotherToolIsLeftAlone() throws {
    let folder = try CommandFolder(["rules.yaml": "groups: [{name: alerts}]\n", "a.swift": "let a = 1\n"])
    #expect(try folder.run().status == 0)
  }

  @Test func aMistakeStopsTheRun() throws {
    let folder = try CommandFolder(["rules.yaml": Self.catalogue.replacing("match:", with: "mach:"), "a.swift": Self.source])
    let run = try folder.run()
    #expect(run.status == 2 && run.output == "" && run.error.hasPrefix("vtlint: error: rules.yaml:5: error: "))
  }
}

@Suite struct VerboseTests {
  @Test func saysWhatHappenedToEachFile() throws {
    let folder = try CommandFolder([
      "a.swift": sourceWithSuggestion, "b.swift": "let b = 1\n", "g.swift": sourceWithSuggestion,
      ".editorconfig": "root = true\n[g.swift]\ngenerated_code = true\n",
    ])
    #expect(
      try folder.run("--verbose").error
        == "a.swift: 1 finding\nb.swift: 0 findings\ng.swift: generated code\nvtlint: 1 suggestion in 3 files\n")
  }

  @Test func completionScriptsComeWithTheParser() throws {
    let run = try CommandFolder().run("--generate-completion-script", "bash")
    #expect(run.status == 0 && run.output.contains("vtlint"))
  }
}
