// What the readable form of a mangled name tells.
import Testing

@testable import VTToolchain

@Suite struct SignatureTests {
  @Test(arguments: [
    ("Storage.Client.fetch(hidden: Swift.Int) -> Storage.ValueFuture<Swift.String>", "Storage.Client", "Storage.ValueFuture<Swift.String>"),
    ("Storage.connect() -> Storage.Client", "", "Storage.Client"),
    ("Storage.Client.newest : Storage.ValueFuture<Swift.String>", "Storage.Client", "Storage.ValueFuture<Swift.String>"),
    ("static Storage.Client.shared : Storage.Client?", "Storage.Client", "Storage.Client?"),
    ("Storage.Rows.AsyncIterator.next() async -> Swift.Int?", "Storage.Rows.AsyncIterator", "Swift.Int?"),
    ("(extension in App):Storage.Client.twice<A where A: Swift.Sendable>(A) async throws -> [A]", "Storage.Client", "[A]"),
    ("(extension in _Concurrency):Swift.Task< where B == Swift.Never>.value : A", "Swift.Task", "A"),
    ("App.run(body: (Swift.Int) async throws -> Storage.Client) async throws(App.Failure) -> ()", "", "()"),
    ("App.maker(Swift.Int) -> (Swift.String) -> Storage.Client", "", "(Swift.String) -> Storage.Client"),
    ("Storage.Client.init() -> Storage.Client", "Storage.Client", "Storage.Client"),
  ])
  func isRead(text: String, owner: String, result: String) throws {
    let signature = try #require(Signature(text))
    #expect(signature.owner == owner && signature.result == result)
  }

  @Test(arguments: [
    "", "Storage", "Storage.Client", "Storage.(task in _464AD) : Swift.Int", "id #1 : Swift.Int in Storage.f(Swift.Int) -> ()",
    "App.f() -> <<opaque return type of App.f() -> some>>.0", "App.f(", "App.f(Swift.Int", "App.f(Swift.Int) -", "f() -> Swift.Int",
    "(extension in App", "..() -> Swift.Int", "App.f(()) async throws",
  ])
  func tellsNothing(text: String) { #expect(Signature(text) == nil) }

  @Test func namesAreMadeReadable() {
    #expect(demangled("$s7Storage6ClientV5fetchyAA11ValueFutureVySSGSiF") == "Storage.Client.fetch(Swift.Int) -> Storage.ValueFuture<Swift.String>")
    #expect(demangled("fetch") == nil)
  }
}
