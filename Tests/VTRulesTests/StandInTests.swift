// Texts that bring their own copies of a library's types, as a test without the library does, mean that library; a type of one's
// own that merely has the name means itself.

import TestSupport
import Testing

@Suite struct StandInTests {
  private static let library = """
    struct Failure: Error {}
    final class EventLoopFuture<Value> {
      func wait() throws -> Value { throw Failure() }
      func map<T>(_ body: @escaping (Value) -> T) -> EventLoopFuture<T> { fatalError() }
    }
    struct EventLoopPromise<Value> {
      let futureResult: EventLoopFuture<Value>
      func succeed(_ value: Value) {}
      func fail(_ error: Error) {}
    }
    protocol EventLoop {}
    extension EventLoop {
      func makePromise<T>(of type: T.Type) -> EventLoopPromise<T> { fatalError() }
    }
    struct HTTPBody: AsyncSequence {
      struct AsyncIterator: AsyncIteratorProtocol { mutating func next() async -> Int? { nil } }
      func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
    }
    func retry(_ times: Int, _ body: () async throws -> Int) async throws -> Int { try await body() }
    """

  private func rules(_ use: String, with declarations: String = library) -> [String] {
    (lint([(path: "a.swift", text: declarations + "\n" + use)])["a.swift"] ?? []).map(\.rule.text)
  }

  @Test(arguments: [
    ("func f(_ l: any EventLoop, _ ok: Bool) { let p = l.makePromise(of: Int.self); guard ok else { return }; p.succeed(1) }", "missing-resume"),
    ("func f(_ l: any EventLoop) { let p = l.makePromise(of: Int.self); p.succeed(1); p.succeed(2) }", "double-resume"),
    ("func f(_ x: EventLoopFuture<Int>) async throws { _ = try x.wait() }", "blocking-wait"),
    ("func f(_ x: EventLoopFuture<Int>, _ y: EventLoopFuture<Int>) { _ = x.map { _ in try? y.wait() } }", "blocking-wait"),
    ("func f(_ b: HTTPBody) async { for await _ in b {}; for await _ in b {} }", "double-iteration"),
    ("func f(_ x: ValueFuture<Int>) async throws { _ = try await retry(3) { try await x.value } }", "double-await"),
  ])
  func standsForTheLibrary(use: String, rule: String) { #expect(rules(use) == [rule]) }

  @Test(arguments: [
    // It keeps what it gives, so it may give it again.
    "struct HTTPBody: AsyncSequence { let bytes: [Int]; func makeAsyncIterator() -> AsyncIterator { fatalError() } }",
    // It has none of the operations.
    "struct HTTPBody { func read() {} }",
  ])
  func anOwnTypeOfThatNameIsItself(declaration: String) {
    #expect(rules("func f(_ b: HTTPBody) async { for await _ in b {}; for await _ in b {} }", with: declaration).isEmpty)
  }

  @Test func aRetryThatDoesMoreIsTakenByItsBody() {
    let own = "func retry(_ times: Int, _ body: () async throws -> Int) async throws -> Int { print(times); return try await body() }"
    #expect(rules("func f(_ x: ValueFuture<Int>) async throws { _ = try await retry(3) { try await x.value } }", with: own).isEmpty)
  }
}
