// The derived files are those that the generator makes today, and they say what rules.yaml says.
import Foundation
import Testing
import VTCatalogue
import VTDriver
import vtlint_dev

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite("Derived files") struct DerivedFilesTests {
  @Test func areFresh() throws {
    let stale = try staleFiles(root: root).map(\.path)
    #expect(stale.isEmpty, "out of date; run: swift run vtlint-dev generate")
  }

  /// The tables compare equal with the file they are made from, so the printer lost nothing on the way.
  @Test func theBuiltInCatalogueIsRulesYAML() throws {
    let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("rules.yaml")))
    #expect(try readCatalogue(bytes, path: "rules.yaml", over: .empty, declaresRules: true) == .builtIn)
  }

  /// The file, the type and the id are the same words.
  @Test func everyRuleFileHasAnEntry() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources/VTRules/Rules").path)
    let named = Set(Catalogue.builtIn.rules.map { "\(ruleTypeName(of: $0.id.text)).swift" })
    #expect(!files.isEmpty)
    #expect(named.isSuperset(of: files))
  }

  @Test func everyPageOnDiskIsARulesPage() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("docs/rules").path)
    #expect(Set(pages) == Set(Catalogue.builtIn.rules.map { "\($0.id.text).md" }))
  }
}

@Suite("docs/CATALOGUE.md") struct CataloguePageTests {
  /// Each example of the page is a file that can be used, and changes something.
  @Test func everyExampleIsReadable() throws {
    let page = try String(contentsOf: root.appendingPathComponent("docs/CATALOGUE.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(examples.count >= 5)
    for example in examples {
      #expect(try readCatalogue(Array(example.utf8), path: "CATALOGUE.md", over: .builtIn) != .builtIn)
    }
  }
}
