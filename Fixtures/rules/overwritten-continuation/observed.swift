// A property that completes what is replaced in it.

final class Observed: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>? {
    didSet { oldValue?.resume(throwing: CancellationError()) }
  }
  private var other: CheckedContinuation<Int, any Error>?

  func wait() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      waiting = c  // ok: the earlier one is resumed
    }
  }

  func waitForTheOther() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      other = c  // expect: overwritten-continuation
    }
  }
}

/// Its observer names nothing of the object.
final class Printed: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>? {
    didSet { print("another one") }
  }

  func wait() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      waiting = c  // expect: overwritten-continuation
    }
  }
}

/// Its observer calls somebody who may see to the earlier one.
final class CallsItself: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>? {
    willSet { finish() }
  }

  func wait() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      waiting = c  // ok: the method may see to the earlier one
    }
  }

  // Called by the observer only.
  private func finish() { print(waiting == nil ? "nobody waits" : "somebody is lost") }
}
