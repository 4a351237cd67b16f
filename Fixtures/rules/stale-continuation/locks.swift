// Continuations that wait in a lock: its closures take them out, or look at them and leave them there.

import Synchronization

private enum Phase {
  case idle
  case waiting(CheckedContinuation<Int, any Error>)
  case done
}

// MARK: good

private final class GoodGate: Sendable {
  private let waiting = Mutex<CheckedContinuation<Int, any Error>?>(nil)
  private let all = OSAllocatedUnfairLock<[Int: CheckedContinuation<Int, any Error>]>(initialState: [:])
  private let phase = NIOLockedValueBox(Phase.idle)

  func taken() {
    waiting.withLock { $0.take() }?.resume(returning: 1)  // ok: taken out
  }

  func takenByADefer() {
    let waiter = waiting.withLock { place in
      defer { place = nil }
      return place
    }
    waiter?.resume(returning: 1)  // ok: the defer empties the place
  }

  func takenByHand() {
    let waiter = waiting.withLock { (place: inout CheckedContinuation<Int, any Error>?) in
      let last = place
      place = nil
      return last
    }
    waiter?.resume(returning: 1)  // ok: emptied
  }

  func completedInTheLock() {
    waiting.withLock {
      $0?.resume(returning: 1)
      $0 = nil  // ok: emptied
    }
  }

  func swapped() {
    var waiter: CheckedContinuation<Int, any Error>?
    waiting.withLock { swap(&waiter, &$0) }
    waiter?.resume(returning: 1)  // ok: swapped
  }

  func emptiedLater() {
    waiting.withLock { $0 }?.resume(returning: 1)
    waiting.withLock { $0 = nil }  // ok: emptied in the next line
  }

  func next() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      waiting.withLock {
        $0?.resume(throwing: CancellationError())  // ok: another one takes its place
        $0 = next
      }
    }
  }

  func takenFromTheDictionary(_ id: Int) {
    all.withLock { $0.removeValue(forKey: id) }?.resume(returning: 1)  // ok: taken out
  }

  func takenAll() {
    let waiters = all.withLock { everybody in
      defer { everybody = [:] }
      return everybody.values
    }
    for waiter in waiters { waiter.resume(returning: 1) }  // ok: emptied
  }

  func left(_ value: Int) {
    let waiter: CheckedContinuation<Int, any Error>? = phase.withLockedValue { phase in
      guard case .waiting(let waiter) = phase else { return nil }
      phase = .done
      return waiter
    }
    waiter?.resume(returning: value)  // ok: the phase was left
  }
}

// MARK: bad

private final class BadGate: Sendable {
  private let waiting = Mutex<CheckedContinuation<Int, any Error>?>(nil)
  private let boxed = NIOLockedValueBox<CheckedContinuation<Int, any Error>?>(nil)
  private let all = OSAllocatedUnfairLock<[Int: CheckedContinuation<Int, any Error>]>(initialState: [:])
  private let phase = NIOLockedValueBox(Phase.idle)

  func looks() {
    waiting.withLock { $0 }?.resume(returning: 1)  // expect: stale-continuation
  }

  func looksByName() {
    let waiter = boxed.withLockedValue { place in return place }
    if let waiter { waiter.resume(returning: 1) }  // expect: stale-continuation
  }

  func completesInTheLock() {
    waiting.withLock { $0?.resume(returning: 1) }  // expect: stale-continuation
  }

  func completesInTheLockByName() {
    boxed.withLockedValue { (place: inout CheckedContinuation<Int, any Error>?) in
      if let waiter = place { waiter.resume(returning: 1) }  // expect: stale-continuation
    }
  }

  func asksInACondition() {
    guard let waiter = waiting.withLock({ $0 }) else { return }
    waiter.resume(returning: 1)  // expect: stale-continuation
  }

  func looksIntoTheDictionary(_ id: Int) {
    all.withLock { $0[id] }?.resume(returning: 1)  // expect: stale-continuation
  }

  func completesAll() {
    let waiters = all.withLock { $0 }
    for waiter in waiters.values { waiter.resume(returning: 1) }  // expect: stale-continuation
  }

  func staysInItsPhase(_ value: Int) {
    phase.withLockedValue { phase in
      if case .waiting(let waiter) = phase { waiter.resume(returning: value) }  // expect: stale-continuation
    }
  }
}
