import Testing
import TestSupport
import VTCatalogue
import VTDriver

/// A fix is right if the code says what its author meant, compiles, and is silent.
@Suite struct FixTests {
  private static let types = """

    struct Shelf { func load(_ id: Int) throws -> ValueFuture<Int> { ValueFuture(id) } }

    """

  @Test(
    arguments: [
      "let f = try store.load(1)\n  _ = try await f.value\n  _ = try await f.value",
      "let f = try store.load(1)\n  for _ in 0..<3 { print(try await f.value) }",
      "let f = try store.load(1)\n  async let a = f.value\n  async let b = f.value\n  print(try await a, try await b)",
    ]
  )
  func convertsOnce(body: String) throws {
    let source = "func shape(store: Shelf) async throws {\n  \(body)\n}\n" + FixTests.types
    let findings = lint(sources: sources(source))
    let fix = try #require(findings.first?.fixes.first)
    #expect(findings.count == 1)
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(Int(fix.extent.range.start)..<Int(fix.extent.range.end), with: Array(fix.text.utf8))
    let fixed = String(decoding: bytes, as: UTF8.self)
    #expect(fixed.contains("store.load(1).asTask()"))
    let after = lint(sources: sources(fixed))
    #expect(after.isEmpty)
  }

  @Test(
    arguments: [
      "let f: ValueFuture<Int> = try store.load(1)\n  _ = try await f.value\n  _ = try await f.value",
      "let f = try store.load(1)\n  _ = try await f.value\n  _ = try await f.get()",
      "var f = try store.load(1)\n  _ = try await f.value\n  _ = try await f.value\n  f = try store.load(2)\n  _ = try await f.value",
    ]
  )
  func offersNothingWhereMoreWouldHaveToChange(body: String) {
    let source = "func shape(store: Shelf) async throws {\n  \(body)\n}\n" + FixTests.types
    let findings = lint(sources: sources(source))
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.fixes.isEmpty })
  }

  private func sources(_ text: String) -> [(path: String, bytes: [UInt8])] {
    [(path: "Shape.swift", bytes: Array(text.utf8)), (path: "API.swift", bytes: Array(RuleFixture.referenceAPI.utf8))]
  }
}
