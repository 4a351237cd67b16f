// The fixtures, broken in seeded ways, through the whole pipeline: whatever comes in, it ends, and what it says lies in the text.
// VTLINT_MUTATIONS=200 makes it the long run.
import Foundation
import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTReport
import VTSyntax
@testable import VTDriver

@Suite("Mutations") struct MutationTests {
  private static let count = UInt64(ProcessInfo.processInfo.environment["VTLINT_MUTATIONS"] ?? "") ?? 2
  private static let options = LintOptions(
    overrides: RuleOverrides(enabled: Set(Catalogue.builtIn.rules.map(\.id))), countsFunctions: true)

  /// What the fixtures name; the whole reference API would be analysed anew each time.
  private static let api = Array(
    """
    struct ValueFuture<Value> { }
    struct Store { func load(_ id: Int) -> ValueFuture<Int>; func find(_ id: Int) -> ValueFuture<Int>? }
    let store: Store
    """.utf8)

  @Test(arguments: RuleFixture.all) func tokensDroppedDoubledSwappedAndSpliced(_ fixture: RuleFixture) throws {
    let text = Array(fixture.text.utf8)
    for seed in 0..<Self.count {
      var random = SeededRandom(seed: seed &+ Name(fixture.name).raw)
      let other = try #require(RuleFixture.all.randomElement(using: &random))
      var mutator = SourceMutator(seed: random.next())
      check(mutator.mutate(text, with: Array(other.text.utf8)), "seed \(seed) of \(fixture.name)")
    }
  }

  /// What an editor holds while somebody types.
  @Test(arguments: RuleFixture.all) func prefixesAtTokens(_ fixture: RuleFixture) {
    let text = Array(fixture.text.utf8)
    var random = SeededRandom(seed: Name(fixture.name).raw)
    let ends = Lexer.lex(text).tokens.map { Int($0.end) }.shuffled(using: &random).prefix(Int(Self.count))
    for end in ends { check(Array(text[..<end]), "the first \(end) bytes of \(fixture.name)") }
  }

  private func check(_ text: [UInt8], _ name: String) {
    let files = [("a.swift", text), ("API.swift", Self.api)].map { SourceFile(path: $0.0, content: .bytes($0.1)) }
    let result = lint(files: files, catalogue: .builtIn, options: Self.options)
    let lines = LineTable(text).starts.count
    let inside = result.all.filter { $0.path == "a.swift" }.allSatisfy { diagnostic in
      diagnostic.start.line >= 1 && diagnostic.extent.end.line <= lines && diagnostic.start.column >= 1
    }
    #expect(inside, "\(name)")
    #expect(result.notices.allSatisfy { !$0.line.contains("\n") }, "\(name)")
    // Nothing that vtlint does may be called its own mistake.
    #expect(!result.notices.contains { $0.message.contains("vtlint made a mistake") }, "\(name)")
  }
}
