// A method completes what waits on one of its ways, and forgets it on all of them.

// MARK: good

private final class ForgottenRightly: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var isWaiting = false
  private var count = 0
  private var kept: [CheckedContinuation<Int, any Error>] = []

  func wait() async throws -> Int {
    guard waiting == nil else { return 0 }
    isWaiting = true
    return try await withCheckedThrowingContinuation { waiting = $0 }
  }

  private var somebodyWaits: Bool { waiting != nil }

  func onEachWay(_ value: Int?) {
    if let value { waiting?.resume(returning: value) } else { waiting?.resume(throwing: CancellationError()) }
    waiting = nil  // ok: completed on both
  }

  func atTheEnd(_ value: Int?) {
    guard let waiter = waiting else { return }
    defer { waiting = nil }  // ok: completed on both ways
    guard let value else { return waiter.resume(throwing: CancellationError()) }
    waiter.resume(returning: value)
  }

  func deferredFirst(_ value: Int) {
    defer { waiting = nil }  // ok: nothing waits where it returns
    guard let waiter = waiting else { return }
    waiter.resume(returning: value)
  }

  func whereItWaits(_ value: Int) {
    if let waiter = waiting { waiter.resume(returning: value) }
    waiting = nil  // ok: nothing waits on the other way
  }

  func ifSomebodyWaits(_ value: Int) {
    if somebodyWaits { waiting?.resume(returning: value) }
    waiting = nil  // ok: it says so itself
  }

  func asItsFlagSays(_ value: Int) {
    if isWaiting { waiting?.resume(returning: value) }
    waiting = nil  // ok: the flag is set where somebody begins to wait
  }

  func byAnotherName(_ value: Int) {
    let waiter = waiting
    if let waiter { waiter.resume(returning: value) }
    waiting = nil  // ok: nothing waits on the other way
  }

  func once(_ value: Int) {
    if count == 0 {
      count = 1
      waiting?.resume(returning: value)
    }
    waiting = nil  // ok: before, another call has completed it
  }

  func handedOn(_ value: Int?) {
    guard let waiter = waiting else { return }
    if let value { waiter.resume(returning: value) } else { kept.append(waiter) }
    waiting = nil  // ok: somebody else has it
  }

  func onlyOnThatWay(_ value: Int?) {
    guard let value else { return }
    waiting?.resume(returning: value)
    waiting = nil  // ok: the other way leaves it where it is
  }

  func caught(_ read: () throws -> Int) {
    do {
      waiting?.resume(returning: try read())
    } catch {
      waiting?.resume(throwing: error)
    }
    waiting = nil  // ok: completed on both
  }

  func end(_ value: Int) {
    waiting?.resume(returning: value)
    cleanUp(value > 3)
  }

  private func cleanUp(_ isLate: Bool) {
    if isLate { waiting?.resume(throwing: CancellationError()) }
    waiting = nil  // ok: who calls it has completed it
  }
}

// MARK: bad

private final class ForgottenOnSomeWay: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var count = 0

  func wait() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { waiting = $0 }
  }

  func didFail(_ error: any Error, isFinal: Bool) {
    if isFinal { waiting?.resume(throwing: error) }
    waiting = nil  // expect: missing-resume
  }

  func didAnswer(_ value: Int?) {
    if let value { waiting?.resume(returning: value) }
    waiting = nil  // expect: missing-resume
  }

  func leftEarly() {
    guard let waiter = waiting else { return }
    defer { waiting = nil }  // expect: missing-resume
    guard count > 3 else { return }
    waiter.resume(returning: count)
  }

  func atTheEnd(_ value: Int) {
    defer { waiting = nil }  // expect: missing-resume
    if value > 3 { waiting?.resume(returning: value) }
  }

  func ofSomeEvents(_ event: Int) {
    switch event {
    case 0: waiting?.resume(returning: event)
    case 1: waiting?.resume(throwing: CancellationError())
    default: break
    }
    self.waiting = nil  // expect: missing-resume
  }

  func onTheWayOut(_ value: Int?) {
    guard let waiter = waiting else { return }
    guard let value else {
      waiting = nil  // expect: missing-resume
      return
    }
    waiting = nil
    waiter.resume(returning: value)
  }
}
