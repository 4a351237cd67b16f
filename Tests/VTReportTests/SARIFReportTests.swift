import Foundation
import Testing
import VTCatalogue
import VTDiagnostics
@testable import VTReport

@Suite struct SARIFReportTests {
  private func run(_ report: Report, limits: SARIFLimits = .codeScanning) throws -> [String: Any] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(sarifReport(report, limits: limits).bytes)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    return try #require((document["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  /// A value deep in a JSON document: keys and indices separated by dots.
  private func value<Value>(_ path: String, in json: Any?) -> Value? {
    var json = json
    for key in path.split(separator: ".") {
      json = Int(key).map { (json as? [Any])?[$0] } ?? (json as? [String: Any])?[String(key)]
    }
    return json as? Value
  }

  @Test func resultHasEverythingAFindingHas() throws {
    var report = sampleReport()
    report.rules = Catalogue.builtIn.rules
    let result = try #require(try results(report).first)
    let expected: [String: AnyHashable] = [
      "ruleId": "double-await", "ruleIndex": 0, "level": "warning",
      "message.text": "'f' was consumed already\n[first consumed here](1)\n[made by this function](2)",
      "locations.0.physicalLocation.artifactLocation.uri": "Sources/Store.swift",
      "locations.0.physicalLocation.artifactLocation.uriBaseId": "%SRCROOT%",
      "locations.0.physicalLocation.region.startLine": 12, "locations.0.physicalLocation.region.startColumn": 21,
      "locations.0.physicalLocation.region.endLine": 12, "locations.0.physicalLocation.region.endColumn": 28,
      "locations.0.physicalLocation.region.snippet.text": "f.value",
      "locations.0.physicalLocation.contextRegion.snippet.text": "  let b = try await f.value",
      "relatedLocations.0.id": 1, "relatedLocations.0.message.text": "first consumed here",
      "relatedLocations.1.physicalLocation.artifactLocation.uri": "Sources/API.swift",
      "codeFlows.0.threadFlows.0.locations.0.location.message.text": "when 'cached' is true",
      "codeFlows.0.threadFlows.0.locations.1.location.physicalLocation.region.startLine": 11,
      "codeFlows.0.threadFlows.0.locations.2.location.message.text": "'f' was consumed already",
      "fixes.0.description.text": "await a task made once",
      "fixes.0.artifactChanges.0.replacements.0.deletedRegion.startColumn": 21,
      "fixes.0.artifactChanges.0.replacements.0.insertedContent.text": "task.value",
      "partialFingerprints.vtlint/v1": "0123456789abcdef",
    ]
    for (path, wanted) in expected { #expect(value(path, in: result) == wanted, "\(path)") }
    #expect(result["suppressions"] == nil)
  }

  @Test func everyRuleIsDescribedWithinTheLimits() throws {
    var report = sampleReport([])
    report.rules = Catalogue.builtIn.rules
    let run = try run(report)
    #expect(value("tool.driver.semanticVersion", in: run) == "1.2.3")
    #expect(value("columnKind", in: run) == "utf16CodeUnits")
    #expect((run["results"] as? [Any])?.isEmpty == true)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    #expect(rules.count == Catalogue.builtIn.rules.count)
    for rule in rules {
      let id = rule["id"] as! String
      #expect((rule["name"] as? String)?.contains(/^([A-Z][a-z]+)+$/) == true, "\(id)")
      for key in ["shortDescription.text", "fullDescription.text", "help.text", "help.markdown"] {
        let text: String = try #require(value(key, in: rule))
        #expect(!text.isEmpty && (key.hasPrefix("help") || text.count <= 1024), "\(id) \(key)")
      }
      #expect(["note", "warning", "error"].contains(value("defaultConfiguration.level", in: rule)))
      let properties = rule["properties"] as? [String: Any]
      #expect((properties?["tags"] as? [String])?.count == 2 && properties?["precision"] as? String == "high")
      #expect(["recommendation", "warning", "error"].contains(properties?["problem.severity"] as? String))
    }
    #expect(rules.first { $0["id"] as? String == "double-await" }?["name"] as? String == "DoubleAwait")
  }

  @Test(arguments: [
    ("a b.swift", "a%20b.swift", true), ("ä.swift", "%C3%A4.swift", true), ("a%2Fb.swift", "a%252Fb.swift", true),
    ("a\nb[x]#?.swift", "a%0Ab%5Bx%5D%23%3F.swift", true), ("./a/../b.swift", "b.swift", true),
    ("/home/root/a.swift", "a.swift", true), ("../other/a:b.swift", "file:///home/other/a%3Ab.swift", false),
    ("/elsewhere/a.swift", "file:///elsewhere/a.swift", false),
    ("/home/rootlike/a.swift", "file:///home/rootlike/a.swift", false),
  ])
  func urisAreEncodedAndRelative(path: String, uri: String, isRelative: Bool) throws {
    var report = sampleReport([sampleDiagnostic(path: path)])
    report.folder = "/home/root"
    let result = try #require(try results(report).first)
    #expect(value("locations.0.physicalLocation.artifactLocation.uri", in: result) == uri)
    let base: String? = value("locations.0.physicalLocation.artifactLocation.uriBaseId", in: result)
    #expect(base == (isRelative ? "%SRCROOT%" : nil))
  }

  @Test(arguments: [("let 名前 = f.value", 10), ("let 🎉 = f.value", 10), ("let e\u{301} = f.value", 10), ("f.value", 1)])
  func columnsCountUTF16(line: String, column: Int) throws {
    var diagnostic = sampleDiagnostic()
    diagnostic.extent = extent(of: "f.value", inLine: 1, line)
    let result = try #require(try results(sampleReport([diagnostic])).first)
    #expect(value("locations.0.physicalLocation.region.startColumn", in: result) == column)
    #expect(value("locations.0.physicalLocation.region.endColumn", in: result) == column + 7)
  }

  @Test func longLinesAreNotRepeatedInEachResult() throws {
    var diagnostic = sampleDiagnostic()
    diagnostic.extent = extent(of: "f.value", inLine: 1, String(repeating: "x ", count: 5000) + "f.value")
    let result = try #require(try results(sampleReport([diagnostic])).first)
    #expect(value("locations.0.physicalLocation.region.snippet.text", in: result) == "f.value")
    let context: [String: Any]? = value("locations.0.physicalLocation.contextRegion", in: result)
    #expect(context == nil)
  }

  @Test func messagesAreNoTemplatesAndNoLinks() throws {
    var diagnostic = sampleDiagnostic(message: "a {0} [b](1) %")
    diagnostic.notes = [Note(path: nil, extent: diagnostic.extent, message: "'{}[0]' is made here")]
    let result = try #require(try results(sampleReport([diagnostic])).first)
    #expect(value("message.text", in: result) == "a {{0}} \\[b](1) %\n['{{}}\\[0\\]' is made here](1)")
  }

  @Test func suppressedResultsComeOnlyWhenAskedFor() throws {
    var (silenced, accepted) = (sampleDiagnostic(), sampleDiagnostic())
    silenced.suppression = .comment(reason: "a fresh token per read")
    accepted.suppression = .baseline
    var report = sampleReport()
    report.suppressed = [silenced, accepted]
    let results = try results(report)
    #expect(results.map { ($0["suppressions"] as? [Any])?.count } == [0, 1, 1])
    #expect(value("suppressions.0.kind", in: results[1]) == "inSource")
    #expect(value("suppressions.0.justification", in: results[1]) == "a fresh token per read")
    #expect(value("suppressions.0.kind", in: results[2]) == "external")
  }

  @Test func saysHowTheRunWent() throws {
    var report = sampleReport([])
    (report.exitStatus, report.category) = (2, "linux")
    report.notices = [Notice(.error, path: "a b.swift", position: .init(line: 3, column: 1), "could not be read")]
    let run = try run(report)
    #expect(value("invocations.0.executionSuccessful", in: run) == false)
    #expect(value("invocations.0.exitCode", in: run) == 2)
    let notification = "invocations.0.toolExecutionNotifications.0"
    #expect(value("\(notification).level", in: run) == "error")
    #expect(value("\(notification).locations.0.physicalLocation.artifactLocation.uri", in: run) == "a%20b.swift")
    #expect(value("\(notification).locations.0.physicalLocation.region.startLine", in: run) == 3)
    #expect(value("automationDetails.id", in: run) == "linux/")
    report.exitStatus = 1
    #expect(value("invocations.0.executionSuccessful", in: try self.run(report)) == true)
  }

  @Test func dropsTheLeastSevereAboveTheLimit() throws {
    var suggestion = sampleDiagnostic()
    (suggestion.severity, suggestion.notes, suggestion.steps, suggestion.fixes) = (.suggestion, [], [], [])
    var warning = suggestion
    warning.severity = .warning
    let report = sampleReport([suggestion, suggestion, suggestion, warning, warning])
    let run = try run(report, limits: SARIFLimits(results: 3, bytes: .max))
    let levels = try #require(run["results"] as? [[String: Any]]).map { $0["level"] as? String }
    #expect(levels == ["note", "warning", "warning"])
    let message: String = try #require(value("invocations.0.toolExecutionNotifications.0.message.text", in: run))
    #expect(message.hasPrefix("2 of the least"))
  }
}
