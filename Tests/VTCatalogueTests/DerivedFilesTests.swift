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

  @Test func everyPageOnDiskIsARulesPage() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("docs/rules").path)
    #expect(Set(pages) == Set(Catalogue.builtIn.rules.map { "\($0.id.text).md" }))
  }
}
