// Continuations that are put into a lock: its closure asks whether one waits there, or it is lost.

import Synchronization

// MARK: good

private final class GoodGate: Sendable {
  private let waiting = Mutex<CheckedContinuation<Int, any Error>?>(nil)

  func exchanged() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      let last = waiting.withLock { place in
        defer { place = next }  // ok: the last one comes out
        return place
      }
      last?.resume(throwing: CancellationError())
    }
  }

  func asserted() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      waiting.withLock {
        precondition($0 == nil)
        $0 = next  // ok: asked
      }
    }
  }

  func askedBefore() async throws -> Int {
    guard waiting.withLock({ $0 == nil }) else { return 0 }
    return try await withCheckedThrowingContinuation { next in
      waiting.withLock { $0 = next }  // ok: asked
    }
  }

  func done() { waiting.withLock { $0.take() }?.resume(returning: 1) }
}

// MARK: bad

private final class BadGate: Sendable {
  private let waiting = Mutex<CheckedContinuation<Int, any Error>?>(nil)
  private let boxed = NIOLockedValueBox<CheckedContinuation<Int, any Error>?>(nil)

  func replaces() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      waiting.withLock { $0 = next }  // expect: overwritten-continuation
    }
  }

  func replacesByName() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      self.boxed.withLockedValue { place in place = next }  // expect: overwritten-continuation
    }
  }

  func done() {
    waiting.withLock { $0.take() }?.resume(returning: 1)
    boxed.withLockedValue { $0.take() }?.resume(returning: 1)
  }
}
