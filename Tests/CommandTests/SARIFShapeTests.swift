// SARIF for all rule fixtures, checked for what its consumers refuse: the schema cannot say that an index fits its list.
import Foundation
import Testing

@Suite struct SARIFShapeTests {
  private typealias Object = [String: Any]

  private let run: Object
  private let rules: [Object]
  private let results: [Object]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let fixtures = root.appending(path: "Fixtures/rules").path
    let folder = try CommandFolder()
    let outcome = try folder.run("--no-config", "--quiet", "--include-suppressed", "--format", "sarif=r.sarif", fixtures)
    #expect(outcome.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(try folder.read("r.sarif").utf8)) as? Object
    run = try #require((document?["runs"] as? [Object])?.first)
    let driver = (run["tool"] as? Object)?["driver"] as? Object
    rules = try #require(driver?["rules"] as? [Object])
    results = try #require(run["results"] as? [Object])
  }

  @Test func everyResultNamesItsRule() throws {
    #expect(results.count > 100)
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == ids.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      #expect(result["suppressions"] is [Any])
      #expect((result["message"] as? Object)?["text"] as? String != "")
    }
  }

  @Test func everyPlaceIsWhole() throws {
    for result in results {
      let related = result["relatedLocations"] as? [Object] ?? []
      #expect(Set(related.compactMap { $0["id"] as? Int }).count == related.count)
      let flows = (result["codeFlows"] as? [Object] ?? []).flatMap { $0["threadFlows"] as? [Object] ?? [] }
      let steps = flows.flatMap { $0["locations"] as? [Object] ?? [] }.compactMap { $0["location"] as? Object }
      let places = try #require(result["locations"] as? [Object])
      #expect(places.count == 1)
      for place in places + related + steps {
        let location = try #require(place["physicalLocation"] as? Object)
        let region = try #require(location["region"] as? Object)
        let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map { try #require(region[$0] as? Int) }
        #expect(numbers.allSatisfy { $0 >= 1 })
        #expect((numbers[0], numbers[1]) <= (numbers[2], numbers[3]))
        let uri = try #require((location["artifactLocation"] as? Object)?["uri"] as? String)
        #expect(URL(string: uri)?.scheme == "file" && !uri.contains(" ") && !uri.contains("/../"))
      }
    }
  }

  @Test func fingerprintsTellTheResultsOfAFileApart() {
    var seen: Set<String> = []
    for result in results {
      let place = ((result["locations"] as? [Object])?.first?["physicalLocation"] as? Object)?["artifactLocation"] as? Object
      let fingerprint = (result["partialFingerprints"] as? Object)?["vtlint/v1"] as? String
      let name = "\(place?["uri"] as? String ?? "") \(fingerprint ?? "")"
      #expect(seen.insert(name).inserted, "\(name)")
    }
  }
}
