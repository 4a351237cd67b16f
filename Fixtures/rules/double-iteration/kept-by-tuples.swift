// Sequences that an element of a tuple keeps: `let (stream, continuation) = AsyncStream.makeStream(of: Int.self)`.

final class Counts: Sendable {
  let (counts, source) = AsyncStream.makeStream(of: Int.self)
  let pair = AsyncThrowingStream.makeStream(of: Int.self)
  let (left, right): (AsyncStream<Int>, AsyncStream<Int>)
  init(_ left: AsyncStream<Int>, _ right: AsyncStream<Int>) { (self.left, self.right) = (left, right) }

  // MARK: good

  func once() async { for await count in counts { print(count) } }  // ok

  func oneAndTheOther() async throws {
    for await count in counts { print(count) }
    for try await count in pair.stream { print(count) }  // ok: another one
    for await count in left { print(count) }
    for await count in right { print(count) }  // ok: another one
  }

  func finish() {
    source.finish()
    pair.continuation.finish()
    pair.continuation.finish()  // ok: no sequence
  }

  // MARK: bad

  func twice() async {
    for await count in counts { print(count) }
    for await count in counts { print(count) }  // expect: double-iteration
  }

  func twiceOutOfPair() async throws {
    for try await count in pair.stream { print(count) }
    for try await count in self.pair.stream { print(count) }  // expect: double-iteration
  }

  func twiceByPlace() async throws {
    for try await count in pair.0 { print(count) }
    for try await count in pair.stream { print(count) }  // expect: double-iteration
  }

  func twiceWhatIsWritten() async {
    for await count in left { print(count) }
    for await count in left { print(count) }  // expect: double-iteration
  }
}
