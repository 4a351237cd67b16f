// What the compiler's index tells is used where declarations leave a type unknown, and nowhere else.
import Testing
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

@Suite struct ToldTypesTests {
  /// The types of the calls of a text in module `App`, where `load` is told to be this.
  private func types(
    _ text: String, result: String, owner: String = "", name: String = "load", other: String = ""
  ) -> [CallType] {
    let tree = SyntaxTree.parse(Array(text.utf8))
    var file = collectDeclarations(of: tree, file: FileID(0))
    file.module = Name("App")
    let mentions = tree.tokens.indices.map { TokenID(UInt32($0)) }.filter { tree.text(of: $0) == "load" }.map { token in
      (offset: tree.token(token).range.start, symbol: Int32(0))
    }
    file.told = toldPlaces(in: tree, mentions: mentions, names: [Name(name)])
    let others = collectDeclarations(of: SyntaxTree.parse(Array(other.utf8)), file: FileID(1))
    let index = SymbolIndex(merging: [file, others], catalogue: .builtIn, told: ToldTypes([(owner: owner, result: result)]))
    return callTypes(in: tree, file: FileID(0), index: index)
  }

  private let use = "func user() { _ = load(1) }"
  private let future = "func f(_ g: ValueFuture<Int>) {}\n"

  @Test func whatIsDeclaredNowhereIsTold() throws {
    let call = try #require(types(future + use, result: "Storage.ValueFuture<Swift.Int>").first)
    #expect(call.type == .nominal(Name("ValueFuture"), [.nominal(Name("Int"), [])]) && call.teller == .index)
  }

  @Test func nestedTypesHaveTheirPath() throws {
    let call = try #require(types(future + use, result: "Clients.HTTPClientResponse.Body?").first)
    #expect(call.type == .optional(.nominal(.dotted("HTTPClientResponse.Body"), [])))
  }

  @Test func genericParametersAreUnknown() throws {
    let call = try #require(types(future + use, result: "Storage.ValueFuture<A>").first)
    #expect(call.type == .nominal(Name("ValueFuture"), [.unknown]))
    #expect(types(future + use, result: "A").isEmpty)
  }

  @Test func declarationsGoFirst() throws {
    let text = future + "func load(_ i: Int) -> ValueFuture<Int> { fatalError() }\n" + use
    let same = try #require(types(text, result: "App.ValueFuture<Swift.Int>").first)
    #expect(same.teller == .declaration(.linted) && same.contradiction == nil)
    let other = try #require(types(text, result: "Swift.String").first)
    #expect(other.teller == .declaration(.linted) && other.contradiction == .nominal(Name("String"), []))
  }

  /// A type of another module is not the one that the linted files call so.
  @Test func typesOfTheLintedFilesAreNotMistaken() {
    let text = future + "struct Reply {}\n" + use
    #expect(types(text, result: "Storage.Reply").isEmpty)
    #expect(types(text, result: "App.Reply").first?.type == .nominal(Name("Reply"), []))
  }

  /// A store that speaks of another text.
  @Test func otherNamesArePassedOver() {
    #expect(types(future + use, result: "Storage.ValueFuture<Swift.Int>", name: "fetch").isEmpty)
  }

  @Test(arguments: ["", "(", "Storage.", "Storage.ValueFuture<", "} struct A {", "Storage.A & ", "\u{0}"])
  func nonsenseTellsNothing(result: String) { #expect(types(future + use, result: result).isEmpty) }
}
