// Helpers that are given a continuation, and ask a flag whether it was resumed before.

final class Connecting: @unchecked Sendable {
  private var isDone = false
  private var count = 0

  func connect() async throws {
    try await withCheckedThrowingContinuation { c in
      onEvent { self.ready(c) }
      onEvent { self.failed(c) }
    }
  }

  private func ready(_ c: CheckedContinuation<Void, any Error>) {
    guard !isDone else { return }  // ok: whoever set it has resumed
    isDone = true
    c.resume()
  }

  private func failed(_ c: CheckedContinuation<Void, any Error>) {
    if !isDone {  // ok
      isDone = true
      c.resume(throwing: StoreError.closed)
    }
  }

  // MARK: bad

  private func late(_ c: CheckedContinuation<Void, any Error>) {
    guard count > 3 else { return }  // expect: missing-resume
    c.resume()
  }
}
