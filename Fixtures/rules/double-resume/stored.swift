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

final class Queue: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?
  private var all: [CheckedContinuation<Int, Never>] = []
  private var isClosed = false

  func orLater() async -> Int {
    await withCheckedContinuation { c in
      if isClosed { c.resume(returning: 0) } else { all.append(c) }  // ok: one or the other
    }
  }

  func returnsFirst() async -> Int {
    await withCheckedContinuation { c in
      if isClosed { return c.resume(returning: 0) }
      all.append(c)  // ok: the closure has returned
    }
  }

  func thenKept() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { c in
      if isClosed { c.resume(returning: 0) }
      waiting = c  // expect: double-resume
    }
  }

  func thenInAList() async -> Int {
    await withCheckedContinuation { c in
      if isClosed { c.resume(returning: 0) }
      all.append(c)  // expect: double-resume
    }
  }

  func finish() {
    let last = waiting
    waiting = nil
    last?.resume(returning: 1)
    while let next = all.popLast() { next.resume(returning: 1) }
  }
}

/// A handler that is told what there is already, and of what comes.
final class Listeners {
  private var handlers: [(Int) -> Void] = []

  func load(completion: @escaping (Int) -> Void) {
    completion(0)
    handlers.append(completion)  // ok: it is told of more
  }
}
