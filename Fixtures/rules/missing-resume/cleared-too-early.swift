// The line that empties the place stands before the one that would complete what waits there.

import Synchronization

// MARK: good

private final class GoodOrder: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var all: [Int: CheckedContinuation<Int, any Error>] = [:]
  private var list: [CheckedContinuation<Int, any Error>] = []
  private var observed: CheckedContinuation<Int, any Error>? {
    willSet { observed?.resume(throwing: CancellationError()) }
  }

  func wait(_ id: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      waiting?.resume(throwing: CancellationError())
      waiting = nil
      waiting = next
      list.append(next)
      observed = next
    }
  }

  func takenOut() {
    let last = waiting
    waiting = nil  // ok: it has another name
    last?.resume(returning: 1)
  }

  func bound() {
    guard let waiting else { return }
    self.waiting = nil  // ok: it has another name
    waiting.resume(returning: 1)
  }

  func deferred() {
    defer { waiting = nil }  // ok: at the end
    waiting?.resume(returning: 1)
  }

  func onOneWay(_ isOver: Bool) {
    if isOver { return waiting = nil }  // expect: missing-resume
    waiting?.resume(returning: 1)
    waiting = nil
  }

  func another(_ id: Int, _ other: Int) {
    let last = all.removeValue(forKey: id)
    last?.resume(returning: 1)
    all[id] = nil  // ok: the other one is completed
    all[other]?.resume(returning: 1)
    all[other] = nil
  }

  func refilled() {
    waiting = nil  // ok: another one is put there
    refill()
    waiting?.resume(returning: 1)
    waiting = nil
  }

  private func refill() { waiting = list.popLast() }

  func watched() {
    observed = nil  // ok: it sees to that itself
    observed?.resume(returning: 1)
  }
}

// MARK: bad

private final class BadOrder: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var all: [Int: CheckedContinuation<Int, any Error>] = [:]
  private var list: [CheckedContinuation<Int, any Error>] = []
  private let locked = Mutex<CheckedContinuation<Int, any Error>?>(nil)

  func wait(_ id: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      if waiting == nil { waiting = next } else { all[id] = next }
      list.append(next)
      locked.withLock { if $0 == nil { $0 = next } }
    }
  }

  func property() {
    waiting = nil  // expect: missing-resume
    waiting?.resume(returning: 1)
  }

  func bindsTooLate() {
    self.waiting = nil  // expect: missing-resume
    print("over")
    if let waiting { waiting.resume(returning: 1) }
  }

  func element(_ id: Int) {
    all[id] = nil  // expect: missing-resume
    all[id]?.resume(returning: 1)
  }

  func removedElement(_ id: Int) {
    all.removeValue(forKey: id)  // expect: missing-resume
    all[id]?.resume(returning: 1)
  }

  func everyElement() {
    all.removeAll()  // expect: missing-resume
    for waiter in all.values { waiter.resume(returning: 1) }
  }

  func wholeList(_ value: Int) {
    list = []  // expect: missing-resume
    list.forEach { $0.resume(returning: value) }
  }

  func inALock() {
    locked.withLock { place in
      place = nil  // expect: missing-resume
      place?.resume(returning: 1)
    }
  }
}
