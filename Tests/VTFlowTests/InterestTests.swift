// Functions that name nothing of interest are left out. Nothing may be lost by that.

import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

@Suite struct InterestTests {
  @Test(arguments: RuleFixture.all)
  func nothingIsLostInFixtures(in fixture: RuleFixture) {
    expectSame([RuleFixture.referenceAPI, fixture.text])
  }

  @Test(arguments: ProjectFixture.all)
  func nothingIsLostInProjects(in project: ProjectFixture) {
    expectSame([RuleFixture.referenceAPI] + project.files.map(\.text))
  }

  /// What names the value stands elsewhere.
  @Test(arguments: [
    "struct Pool { subscript(_ i: Int) -> ValueFuture<User> { store.load(i) } }",
    "struct Pool { func callAsFunction(_ i: Int) -> ValueFuture<User> { store.load(i) } }",
    "enum State { case pending(ValueFuture<User>), done }",
    "func loading(_ body: (ValueFuture<User>) async throws -> Void) {}",
    "typealias Reply = ValueFuture<User>\nfunc answer() -> Reply { store.load(1) }",
    "extension ValueFuture { func twice() async throws { _ = try await value; _ = try await value } }",
  ])
  func nothingIsLostBehind(declaration: String) {
    expectSame([
      RuleFixture.referenceAPI,
      declaration + "\nlet pool = Pool()\nlet state = State.done",
      """
      func indexes() async throws { let f = pool[0]; _ = try await f.value; _ = try await f.value }
      func calls() async throws { let f = pool(0); _ = try await f.value; _ = try await f.value }
      func matches() async throws { if case .pending(let f) = state { _ = try await f.value; _ = try await f.value } }
      func isGiven() async throws { loading { f in _ = try await f.value; _ = try await f.value } }
      func asks() async throws { let f = answer(); _ = try await f.value; _ = try await f.value }
      func idles() { print(1) }
      """,
    ])
  }

  private func expectSame(_ texts: [String]) {
    let (asIs, all) = onLargeStack {
      let trees = texts.map { SyntaxTree.parse(Array($0.utf8)) }
      let files = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
      let index = SymbolIndex(merging: files, catalogue: .builtIn)
      func facts(all: Bool) -> [String] {
        trees.enumerated().flatMap { place, tree in
          analyse(tree, file: FileID(UInt32(place)), index: index, summaries: Summaries(), all: all, keepingBlocks: true).functions
            .map { $0.dump() }
        }
      }
      return (facts(all: false), facts(all: true))
    }
    #expect(asIs == all)
  }
}
