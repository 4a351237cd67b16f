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
