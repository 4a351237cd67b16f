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

  /// A closure that is given back: what it gives counts, and what it is told at the place where it is written.
  @Test(arguments: [
    "func makes(_ s: Steps) async throws { let f = s.loader()(1); _ = try await f.value; _ = try await f.value }",
    "func takes(_ s: Steps) async throws { let f = store.load(1); let g = s.taker(); g(f); _ = try await f.value }",
    "func own() -> (ValueFuture<User>) async throws -> Void { { f in _ = try await f.value; _ = try await f.value } }",
  ])
  func nothingIsLostInClosuresGivenBack(function: String) {
    let declarations = """
      struct Steps {
        func loader() -> (Int) -> ValueFuture<User> { { store.load($0) } }
        func taker() -> (ValueFuture<User>) -> Void { { print($0.isCompleted) } }
      }
      """
    expectSame([RuleFixture.referenceAPI, declarations, function])
  }

  /// Members are written in many ways.
  @Test(arguments: [
    "extension Holder { func inside() async throws { let f = reply; _ = try await f.value; _ = try await f.value } }",
    "func behind(_ h: Holder) async throws { let f = h.reply; _ = try await f.value; _ = try await f.value }",
    "func nextLine(_ h: Holder) async throws { let f = h\n  .reply; _ = try await f.value; _ = try await f.value }",
    "func optional(_ h: Holder?) async throws { let f = h?.reply; _ = try await f?.value; _ = try await f?.value }",
    "final class Below: Holder { func own() async throws { let f = reply; _ = try await f.value; _ = try await f.value } }",
    "func statics() async throws { let f = Holder.make(); _ = try await f.value; _ = try await f.value }",
    "extension Holder { static func own() async throws { let f = make(); _ = try await f.value; _ = try await f.value } }",
    "func keys(_ h: Holder) async throws { let f = h[keyPath: \\.reply]; _ = try await f.value; _ = try await f.value }",
    "func cases(_ s: State) async throws { switch s { case .waits(let f): _ = try await f.value; _ = try await f.value } }",
    "func named(_ s: State) async throws { if case State.waits(let f) = s { _ = try await f.value; _ = try await f.value } }",
    "func operators(_ h: Holder) async throws { let f = h <+> 1; _ = try await f.value; _ = try await f.value }",
    "func requirement(_ g: any Giver) async throws { let f = g.given; _ = try await f.value; _ = try await f.value }",
    "extension Giver { func own() async throws { let f = given; _ = try await f.value; _ = try await f.value } }",
  ])
  func membersAreFound(function: String) {
    let declarations = """
      class Holder {
        var reply: ValueFuture<User> { store.load(1) }
        static func make() -> ValueFuture<User> { store.load(2) }
        static func <+> (holder: Holder, number: Int) -> ValueFuture<User> { store.load(number) }
      }
      enum State { case waits(ValueFuture<User>) }
      protocol Giver { var given: ValueFuture<User> { get } }
      """
    expectSame([RuleFixture.referenceAPI, declarations, function])
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
