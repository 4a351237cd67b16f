// What the fuzzer found once, in the normal tests, too.
import Foundation
import TestSupport
import Testing
import VTCatalogue
import VTSyntax

@testable import VTDriver

@Suite struct FuzzFindingsTests {
  private static func texts(of target: String) throws -> [String: [UInt8]] {
    let folder = packageRoot.appending(path: "Tests/Fuzz/Findings/\(target)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try Dictionary(uniqueKeysWithValues: files.map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) })
  }

  @Test func sourcesAreLinted() throws {
    let texts = try Self.texts(of: "analysis")
    #expect(!texts.isEmpty)
    let options = LintOptions(overrides: RuleOverrides(enabled: Set(Catalogue.builtIn.rules.map(\.id))))
    for (name, text) in texts {
      let files = [SourceFile(path: name, content: .bytes(text))]
      #expect(lint(files: files, catalogue: .builtIn, options: options).all.allSatisfy { $0.path == name })
    }
  }

  @Test func mistakesInRulesAreOneLine() throws {
    let texts = try Self.texts(of: "catalogue")
    #expect(!texts.isEmpty)
    for (name, text) in texts {
      let error = #expect(throws: CatalogueError.self) { try readCatalogue(text, path: name, over: .builtIn) }
      #expect(error.map { !"\($0)".contains("\n") } == true)
    }
  }
}
