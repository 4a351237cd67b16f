// Kept for the handler of a cancellation, and resumed directly as well.

private func ask(_ done: @escaping (Int?) -> Void) { ForeignService().callAnyhow { done($0) } }

// MARK: good

private final class TakesItOut: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, any Error>?

  func number() async throws -> Int {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (c: CheckedContinuation<Int, any Error>) in
        waiting = c  // expect: overwritten-continuation
        ask { n in
          self.waiting = nil
          c.resume(returning: n ?? 0)  // ok: nobody else has it
        }
      }
    } onCancel: {
      waiting?.resume(throwing: CancellationError())
      waiting = nil
    }
  }
}

// MARK: bad

private final class LeavesIt: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, any Error>?

  func number() async throws -> Int {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (c: CheckedContinuation<Int, any Error>) in
        waiting = c  // expect: overwritten-continuation
        ask { n in
          guard let n else {
            c.resume(throwing: CancellationError())  // expect: stale-continuation
            return
          }
          self.waiting = nil
          c.resume(returning: n)
        }
      }
    } onCancel: {
      waiting?.resume(throwing: CancellationError())
      waiting = nil
    }
  }
}
