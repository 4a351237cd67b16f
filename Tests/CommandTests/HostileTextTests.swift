// What a stranger's pull request can put into file names and sources, in every format: it stays right for the reader, and
// neither a terminal nor a CI system obeys it.
import Foundation
import TestSupport
import Testing

@Suite("Hostile names and sources") struct HostileTextTests {
  private static let names = [
    "a\nb.swift", "c:d.swift", "e%41f%.swift", "g\"h'.swift", "]]>.swift", "\u{1B}[31mred.swift", "<b>&.swift", "a,b.swift",
    "#x?.swift", "{0}.swift", "[l](u).swift", "\u{202E}rtl.swift", "-dash.swift", "::error::x.swift", " ::add-path::y.swift",
    "##vso[task.x]z.swift", "ü 🦊.swift", "back\\slash.swift", "\u{9B}2J.swift", "c\r\nd.swift", "tab\t.swift",
  ]

  private let folder: CommandFolder

  init() throws {
    let source = "/*\u{1B}[2J##vso[task.y]\u{7}*/ // vtlint:disable:next double-await - \u{1B}]0;x\u{7}\r\n::error::z\n"
    folder = try CommandFolder(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, source) }))
  }

  private func report(_ format: String) throws -> String {
    let run = try folder.run("--format", format, "--no-config", "--color", "never", "--exclude", "!x")
    #expect(run.status == 0 && isHarmless(run.error))
    return run.output
  }

  /// What a terminal or a CI system would act on.
  private func isHarmless(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
    let commands = text.split(separator: "\n").contains { line in
      line.drop { $0 == " " }.hasPrefix("::") || line.contains(/##[a-z]*\[/)
    }
    return scalars && !commands
  }

  @Test(arguments: ["text", "xcode", "junit", "checkstyle"]) func isHarmlessForTerminalsAndLogs(format: String) throws {
    #expect(isHarmless(try report(format)))
  }

  @Test(arguments: ["json", "gitlab", "sarif"]) func jsonHoldsNoRawControls(format: String) throws {
    let scalars = try report(format).unicodeScalars
    #expect(scalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(try !report(format).contains(/##[a-z]*\[/))
  }

  @Test(arguments: ["text", "xcode"]) func oneLineForEachFinding(format: String) throws {
    let lines = try report(format).split(separator: "\n").filter { $0.contains(#/swift:1:[0-9]+: (suggestion|note): /#) }
    #expect(lines.count == Self.names.count)
    #expect(lines.contains { $0.hasPrefix("a\\u{A}b.swift:1:") } && lines.contains { $0.hasPrefix("./::error::x.swift:1:") })
  }

  @Test func jsonKeepsNames() throws {
    #expect(try Set(findings(report("json")).compactMap { $0["path"] as? String }) == Set(Self.names))
    let entries = try JSONSerialization.jsonObject(with: Data(report("gitlab").utf8)) as? [[String: Any]]
    let paths = entries?.compactMap { ($0["location"] as? [String: Any])?["path"] as? String }
    #expect(Set(paths ?? []) == Set(Self.names))
  }

  @Test func sarifKeepsNamesAsURIs() throws {
    let uris = try results(report("sarif")).compactMap { result in
      let place = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
    }
    #expect(uris.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9\-._~%\/+]+/) != nil })
    #expect(Set(uris.compactMap(\.removingPercentEncoding)) == Set(Self.names))
  }

  @Test func githubKeepsNamesButForControls() throws {
    let lines = try report("github").split(separator: "\n")
    #expect(lines.count == Self.names.count)
    let files = lines.compactMap { $0.firstMatch(of: /^::notice file=([^,]*),line=/)?.1.removingPercentEncoding }
    let names = ["a\nb.swift", "c:d.swift", "e%41f%.swift", "a,b.swift", "::error::x.swift", "c\r\nd.swift"]
    #expect(Set(files).isSuperset(of: names))
    #expect(files.contains("\\u{1B}[31mred.swift"))
  }

  @Test(arguments: ["checkstyle", "junit"]) func xmlKeepsNamesButForControls(format: String) throws {
    let elements = try XMLElements.parse(report(format))
    let names = Set(elements.compactMap { $0.attributes[format == "junit" ? "classname" : "name"] })
    let expected = ["c:d.swift", "e%41f%.swift", "g\"h'.swift", "]]>.swift", "<b>&.swift", "ü 🦊.swift", "a\\u{A}b.swift"]
    #expect(names.isSuperset(of: expected))
    #expect(names.contains("\\u{1B}[31mred.swift"))
  }

  @Test func otherLinesOfTheRunAreHarmlessToo() throws {
    for name in Self.names { try folder.write(name, "let x = )\n") }
    let run = try folder.run("--verbose", "--no-config", "gone\u{1B}[2J.swift", ".")
    #expect(run.status == 2 && isHarmless(run.error) && run.error.contains("gone\\u{1B}[2J.swift: error: "))
    for option in ["--only", "--format", "explain", "--baseline", "--config", "--rules", "--severity", "--\u{1B}x"] {
      let arguments = [option, "\u{1B}[2J"]
      let run = try folder.run(arguments)
      #expect(run.status == 2 && isHarmless(run.error + run.output), "\(arguments)")
    }
  }

  @Test func baselinesKeepNames() throws {
    _ = try folder.run("--no-config", "--write-baseline", "base.txt")
    #expect(isHarmless(try folder.read("base.txt").replacing("\n", with: "")))
    let run = try folder.run("--no-config", "--baseline", "base.txt", "--fail-level", "suggestion")
    #expect(run.status == 0 && !run.error.contains("gone"))
  }
}
