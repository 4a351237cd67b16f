// An actor lets others in while one of its methods waits: what was asked before that may be otherwise behind it.

// MARK: good

actor AsksBehindItsWait {
  private var waiter: CheckedContinuation<Int, any Error>?
  private var isBusy = false

  func asksLast() async throws -> Int {
    await pause()
    guard waiter == nil else { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: nobody came between
  }

  func asksAgain() async throws -> Int {
    guard waiter == nil else { throw StoreError.closed }
    await pause()
    precondition(waiter == nil)
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: asked again
  }

  func setsAFlag() async throws -> Int {
    guard waiter == nil, !isBusy else { throw StoreError.closed }
    isBusy = true
    await pause()
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: the flag keeps others out
  }

  func waitsInALoop() async throws -> Int {
    while waiter != nil { await pause() }
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: asked once more behind each wait
  }

  func waitsOnTheOtherWay() async throws -> Int {
    guard waiter == nil else {
      await pause()
      throw StoreError.closed
    }
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: that way ends there
  }

  func startsATask() async throws -> Int {
    guard waiter == nil else { throw StoreError.closed }
    let task = Task { await pause() }
    task.cancel()
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: the method itself does not wait
  }

  func answer(_ value: Int) {
    waiter?.resume(returning: value)
    waiter = nil
  }

  private func pause() async { await Task.yield() }
}

final class NoActor {
  private var waiter: CheckedContinuation<Int, any Error>?

  func asksFirst() async throws -> Int {
    guard waiter == nil else { throw StoreError.closed }
    await Task.yield()
    return try await withCheckedThrowingContinuation { waiter = $0 }  // ok: who calls it from where nobody here knows
  }

  func answer(_ value: Int) {
    waiter?.resume(returning: value)
    waiter = nil
  }
}

// MARK: bad

actor AsksBeforeItsWait {
  private var waiter: CheckedContinuation<Int, any Error>?

  func waitsBetween() async throws -> Int {
    guard waiter == nil else { throw StoreError.closed }
    await Task.yield()
    return try await withCheckedThrowingContinuation { waiter = $0 }  // expect: overwritten-continuation
  }

  func waitsForAValue() async throws -> Int {
    if waiter != nil { throw StoreError.closed }
    let start = try await begin()
    return try await withCheckedThrowingContinuation { next in
      waiter = next  // expect: overwritten-continuation
      if start < 0 { answer(start) }
    }
  }

  func answer(_ value: Int) {
    waiter?.resume(returning: value)
    waiter = nil
  }

  private func begin() async throws -> Int {
    try await Task.sleep(nanoseconds: 1)
    return 1
  }
}
