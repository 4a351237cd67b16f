// A struct in a lock holds who waits: `state.withLock { $0.waiter = next }`.

import Synchronization

private struct Mail {
  var waiter: CheckedContinuation<Int, any Error>?
  var letters: [Int] = []
}

// MARK: good

private final class Asks: Sendable {
  private let state = Mutex(Mail())

  func asked() async throws -> Int {
    guard state.withLock({ $0.waiter == nil }) else { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { next in
      state.withLock { $0.waiter = next }  // ok: asked
    }
  }

  func askedInTheLock() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      let isFree = state.withLock { mail in
        guard mail.waiter == nil else { return false }
        mail.waiter = next  // ok: asked
        return true
      }
      if !isFree { next.resume(throwing: StoreError.closed) }
    }
  }

  func exchanged() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      let last = state.withLock { mail in
        defer { mail.waiter = next }  // ok: the last one comes out
        return mail.waiter
      }
      last?.resume(throwing: CancellationError())
    }
  }

  func answer(_ value: Int) {
    state.withLock { $0.waiter.take() }?.resume(returning: value)
  }
}

// MARK: bad

private final class Replaces: Sendable {
  private let state = Mutex(Mail())
  private let boxed = NIOLockedValueBox(Mail())

  func plain() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      state.withLock { $0.waiter = next }  // expect: overwritten-continuation
    }
  }

  func named() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      self.boxed.withLockedValue { mail in
        mail.letters = []
        mail.waiter = next  // expect: overwritten-continuation
      }
    }
  }

  func answer(_ value: Int) {
    state.withLock { $0.waiter.take() }?.resume(returning: value)
    boxed.withLockedValue { $0.waiter.take() }?.resume(returning: value)
  }
}
