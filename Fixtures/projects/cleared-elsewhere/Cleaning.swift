// What the class does in a file of its own.

extension Receiver {
  func cleanUp() { waiting = nil }

  func close() {
    ended()
    other = nil
  }

  func timedOut() {
    waiting?.resume(returning: 0)  // expect: stale-continuation
  }
}

extension Receiver {
  func receive() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      other = next  // expect: overwritten-continuation
    }
  }

  func receiveOnce() async throws -> Int {
    if waiting != nil { return 0 }
    return try await withCheckedThrowingContinuation { next in
      waiting = next  // ok: asked
    }
  }
}

extension Caller {
  func forget() { waiting = nil }  // expect: missing-resume

  func forgetLast() { last = nil }  // ok: who calls it completes it
}
