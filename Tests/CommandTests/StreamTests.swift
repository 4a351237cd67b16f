import Foundation
import Testing

@Suite struct StreamTests {
  @Test func aBrokenPipeEndsQuietly() throws {
    let many = String(repeating: sourceWithSuggestion, count: 1000)
    let folder = try CommandFolder(["a.swift": many, "b.swift": many])
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
    let formats = ["xcode", "json", "sarif", "github", "gitlab", "checkstyle", "junit"]
    let reports = formats.flatMap { ["--format", "\($0)=out.\($0)"] }
    let first = try folder.run(["--jobs", "1"] + reports)
    let files = try formats.map { try folder.read("out.\($0)") }
    #expect(first.output == "" && files.allSatisfy { $0.contains("d6/f6.swift") })
    let folders = (0..<7).map { "d\($0)" }
    let orders = [["."], folders, folders.reversed(), folders.shuffled() + ["."]]
    for (jobs, paths) in zip(["1", "2", "4", "16"], orders) {
      let next = try folder.run(["--jobs", jobs] + reports + paths)
      #expect(next == first)
      #expect(try formats.map { try folder.read("out.\($0)") } == files)
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

  @Test func saysWhatCouldNotBeParsedAndGoesOn() throws {
    let folder = try CommandFolder(["a.swift": "struct {\n)))\n", "b.swift": sourceWithSuggestion])
    let run = try folder.run("--fail-level", "suggestion")
    #expect(run.status == 1)
    #expect(run.error.contains(#/a\.swift:[0-9]+:[0-9]+: note: could not parse: /#))
    #expect(run.output.hasPrefix("b.swift:1:24: "))
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

  @Test("Other tools have a rules.yaml, too", arguments: [
    "groups: [{name: alerts}]\n", "rules:\n  - id: no-eval\n    pattern: eval(...)\n    severity: ERROR\n",
    "- rule: shell in a container\n", "", "{", "\u{1}\n",
  ])
  func aFileOfAnotherToolIsLeftAlone(text: String) throws {
    let folder = try CommandFolder(["rules.yaml": text, "a.swift": "let a = 1\n"])
    let run = try folder.run()
    #expect(run.status == 0 && run.error == "vtlint: no findings in 1 file\n")
  }

  @Test("Ours is known without the line that says so", arguments: [
    ("rules:\n  - {id: double-await, default: error}\n", 1), ("types: [{id: value-future, disable: true}]\n", 2),
    ("typs: []\nclosures: []\n", 2), ("lists: {borrowing: [peek]}\n", 1),
  ] as [(String, Int32)])
  func oursIsKnown(text: String, status: Int32) throws {
    let folder = try CommandFolder(["rules.yaml": text, "a.swift": sourceWithWarning])
    let run = try folder.run()
    #expect(run.status == status)
    #expect(run.error.contains("rules.yaml:1: error: ") == (status == 2))
  }

  @Test func aMistakeStopsTheRun() throws {
    let folder = try CommandFolder(["rules.yaml": Self.catalogue.replacing("match:", with: "mach:"), "a.swift": Self.source])
    let run = try folder.run()
    #expect(run.status == 2 && run.output == "" && run.error.hasPrefix("vtlint: error: rules.yaml:5: error: "))
  }
}
