// A lock gives back who waits in a struct, or in a property that it keeps others from.

import Synchronization

private struct Mailbox {
  var waiter: CheckedContinuation<Int, Never>?
  var letters: [Int] = []
}

// MARK: good

private final class TakesOut: Sendable {
  private let state = Mutex(Mailbox())

  func taken(_ value: Int) {
    let waiter = state.withLock { $0.waiter.take() }
    waiter?.resume(returning: value)  // ok: taken out
  }

  func takenByADefer(_ value: Int) {
    let waiter = state.withLock { box in
      box.letters = []
      defer { box.waiter = nil }
      return box.waiter
    }
    waiter?.resume(returning: value)  // ok: the defer empties the place
  }

  func takenByHand(_ value: Int) {
    let waiter = state.withLock { box -> CheckedContinuation<Int, Never>? in
      let last = box.waiter
      box.waiter = nil
      return last
    }
    waiter?.resume(returning: value)  // ok: emptied
  }

  func emptiedLater(_ value: Int) {
    state.withLock { $0.waiter }?.resume(returning: value)  // ok: the next line empties the place
    state.withLock { $0.waiter = nil }
  }
}

private final class KeepsOthersOut: @unchecked Sendable {
  private let lock = Mutex(0)
  private var waiter: CheckedContinuation<Int, Never>?

  func taken(_ value: Int) {
    let last = lock.withLock { _ in
      defer { waiter = nil }
      return waiter
    }
    last?.resume(returning: value)  // ok: the defer empties the place
  }
}

// MARK: bad

private final class LooksOnly: Sendable {
  private let state = Mutex(Mailbox())
  private let boxed = NIOLockedValueBox(Mailbox())

  func looks(_ value: Int) {
    let waiter = state.withLock { $0.waiter }
    waiter?.resume(returning: value)  // expect: stale-continuation
  }

  func looksByName(_ value: Int) {
    let waiter = boxed.withLockedValue { box in
      box.letters.append(value)
      return box.waiter
    }
    waiter?.resume(returning: value)  // expect: stale-continuation
  }
}

private final class LooksBesideItsLock: @unchecked Sendable {
  private let lock = Mutex(0)
  private var waiter: CheckedContinuation<Int, Never>?

  func looks(_ value: Int) {
    let last = lock.withLock { _ in waiter }
    last?.resume(returning: value)  // expect: stale-continuation
  }
}
