// Stored, and completed directly as well.

// MARK: good

final class GoodWaiter {
  private var waiting: CheckedContinuation<Int, Never>?

  func storedOrResumed(_ ready: Bool) async -> Int {
    await withCheckedContinuation { c in
      if ready {
        c.resume(returning: 1)
      } else {
        waiting = c  // expect: overwritten-continuation
      }
    }
  }

  func guardedStore(_ ready: Bool) async -> Int {
    await withCheckedContinuation { c in
      guard !ready else { return c.resume(returning: 1) }
      waiting = c  // expect: overwritten-continuation
    }
  }

  func complete() {
    let c = waiting
    waiting = nil
    c?.resume(returning: 2)  // ok: taken out
  }
}

final class ClearedBetween {
  private var one: CheckedContinuation<Void, any Error>?

  func didWrite(_ error: (any Error)?) {
    if let error {
      one?.resume(throwing: error)
      one = nil
    }
    one?.resume()  // ok: nobody waits any more where there was an error
    one = nil
  }
}

// MARK: bad

final class ClearedAtTheEnd {
  private var one: CheckedContinuation<Void, any Error>?

  func didWrite(_ error: (any Error)?) {
    if let error { one?.resume(throwing: error) }
    one?.resume()  // expect: double-resume
    one = nil
  }
}

final class BadWaiter {
  private var waiting: CheckedContinuation<Int, Never>?
  private var all: [CheckedContinuation<Int, Never>] = []

  func completedTwiceByHand() {
    guard let c = waiting else { return }
    waiting = nil
    c.resume(returning: 1)
    if random() { c.resume(returning: 2) }  // expect: double-resume
  }

  func takenOnceCompletedTwice() {
    let c = all.removeFirst()
    if all.isEmpty { c.resume(returning: 0) }
    c.resume(returning: 1)  // expect: double-resume
  }
}
