// What the compiler's index tells is used where declarations leave a type unknown, and nowhere else.
import Testing
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

@Suite struct ToldTypesTests {
  /// The types of the calls of a text in module `App`, where `load` is told to be this.
  private func types(
    _ text: String, result: String, name: String = "load", other: String = "", from source: DeclarationSource = .dependency
  ) -> [CallType] {
    let tree = SyntaxTree.parse(Array(text.utf8))
    let mentions = tree.tokens.indices.map { TokenID(UInt32($0)) }.filter { tree.text(of: $0) == "load" }.map { token in
      (offset: tree.token(token).range.start, symbol: Int32(0))
    }
    let file = collectDeclarations(
      of: tree, file: FileID(0), module: ModuleName(Name("App")),
      told: toldPlaces(in: tree, mentions: mentions, names: [Name(name)]))
    let others = collectDeclarations(of: SyntaxTree.parse(Array(other.utf8)), file: FileID(1)).seenFromOutside(
      as: source, module: Name("Storage"))
    let index = SymbolIndex(merging: [file, others], catalogue: .builtIn, told: ToldTypes([(owner: "", result: result)]))
    return callTypes(in: tree, file: FileID(0), index: index)
  }

  private let use = "func user() { _ = load(1) }"
  private let future = "import Storage\nfunc f(_ g: ValueFuture<Int>) {}\n"

  @Test func whatIsDeclaredNowhereIsTold() throws {
    let call = try #require(types(future + use, result: "Storage.ValueFuture<Swift.Int>").first)
    #expect(call.type == .nominal(Name("ValueFuture"), [.nominal(Name("Int"), [])]) && call.teller == .index)
  }

  @Test func nestedTypesHaveTheirPath() throws {
    let call = try #require(types(future + use, result: "Clients.HTTPClientResponse.Body?").first)
    #expect(call.type == .optional(.nominal(.dotted("HTTPClientResponse.Body"), [])))
  }

  @Test(arguments: [("App.Type", Type.nominal(Name("Type"), [])), ("App.Reply.Type", .metatype(.nominal(Name("Reply"), [])))])
  func aTypeMayBeCalledType(result: String, expected: Type) throws {
    #expect(try #require(types(future + use, result: result).first).type == expected)
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

  /// Own sources and dependencies before the index, the index before interfaces and headers.
  @Test(arguments: [
    (DeclarationSource.dependency, Name("ValueFuture")), (.interface, Name("String")), (.header, Name("String")),
  ])
  func contradictionsAreSettledByRank(source: DeclarationSource, believed: Name) throws {
    let other = "public func load(_ i: Int) -> ValueFuture<Int> { fatalError() }"
    let tree = SyntaxTree.parse(Array(("import Storage\n" + future + "func user() { let a = load(1); use(a) }").utf8))
    let call = try #require(
      types("import Storage\n" + future + use, result: "Swift.String", other: other, from: source).first)
    #expect(call.teller == .declaration(source) && call.contradiction == .nominal(Name("String"), []))
    #expect(believedType(in: tree, other: other, from: source) == believed)
  }

  /// The type of the variable `a`, as the analysis of expressions has it.
  private func believedType(in tree: SyntaxTree, other: String, from source: DeclarationSource) -> Name? {
    let load = tree.tokens.indices.map { TokenID(UInt32($0)) }.first { tree.text(of: $0) == "load" }!
    let told = toldPlaces(in: tree, mentions: [(tree.token(load).range.start, 0)], names: [Name("load")])
    let file = collectDeclarations(of: tree, file: FileID(0), told: told)
    let others = collectDeclarations(of: SyntaxTree.parse(Array(other.utf8)), file: FileID(1)).seenFromOutside(
      as: source, module: Name("Storage"))
    let index = SymbolIndex(merging: [file, others], catalogue: .builtIn, told: ToldTypes([("", "Swift.String")]))
    let reader = BodyReader(tree: tree, file: FileID(0), index: index)
    let argument = tree.nodes.indices.map { NodeID(UInt32($0)) }.last { tree.kind($0) == .identifierExpr && tree.mainName(of: $0) == Name("a") }!
    guard case .nominal(let name, _) = reader.type(at: reader.path(to: argument)[...]) else { return nil }
    return name
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
