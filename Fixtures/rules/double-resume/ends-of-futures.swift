// `whenSuccess` and `whenFailure` of one future: one of the two runs, however the future is named.

// MARK: good

extension EventLoopFuture where Value == Int {
  func ofSelf() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      self.whenSuccess { c.resume(returning: $0) }
      self.whenFailure { c.resume(throwing: $0) }  // ok: it fails, or it does not
    }
  }

  func withoutSelf(_ promise: EventLoopPromise<Int>) {
    whenSuccess { promise.succeed($0) }
    whenFailure { promise.fail($0) }  // ok: the same future
  }
}

final class KeepsAFuture: Sendable {
  private let future: EventLoopFuture<Int>
  init(_ future: EventLoopFuture<Int>) { self.future = future }

  func byItsName() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      future.whenSuccess { c.resume(returning: $0) }
      self.future.whenFailure { c.resume(throwing: $0) }  // ok: the same property
    }
  }

  func another() -> EventLoopFuture<Int> { future }
}

func ofAPromise(_ promise: EventLoopPromise<Int>, _ loop: any EventLoop) {
  let inner = loop.makePromise(of: Int.self)
  inner.futureResult.whenSuccess { promise.succeed($0) }
  inner.futureResult.whenFailure { promise.fail($0) }  // ok: the same future, by its promise
  inner.succeed(1)
}

func whatThrowsStandsBefore(_ make: () throws -> EventLoopFuture<Int>, _ promise: EventLoopPromise<Int>) {
  do {
    try outsideFuture(make).whenComplete { promise.completeWith($0) }
  } catch {
    promise.fail(error)  // ok: it was never asked
  }
}

// MARK: bad

func ofTwoPromises(_ promise: EventLoopPromise<Int>, _ loop: any EventLoop) {
  let first = loop.makePromise(of: Int.self)
  let second = loop.makePromise(of: Int.self)
  first.futureResult.whenSuccess { promise.succeed($0) }
  second.futureResult.whenFailure { promise.fail($0) }  // expect: double-resume
  first.succeed(1)
  second.succeed(2)
}

extension KeepsAFuture {
  func ofTwoFutures(_ other: EventLoopFuture<Int>) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      other.whenSuccess { c.resume(returning: $0) }
      another().whenFailure { c.resume(throwing: $0) }  // expect: double-resume, missing-resume
    }
  }
}
