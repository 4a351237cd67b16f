// A struct that an object keeps holds who waits: `state.waiter`.

private struct Held {
  var waiter: CheckedContinuation<Int, any Error>?
  var count = 0
  mutating func prepare() { count += 1 }
}

// MARK: good

private actor AsksItsStruct {
  private var state = Held()
  private var isBusy = false

  func asked() async throws -> Int {
    guard state.waiter == nil else { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { state.waiter = $0 }  // ok: asked
  }

  func prepared() async throws -> Int {
    state.prepare()
    return try await withCheckedThrowingContinuation { state.waiter = $0 }  // ok: the struct may have seen to it
  }

  func byTheFlag() async throws -> Int {
    guard !isBusy else { throw StoreError.closed }
    isBusy = true
    return try await withCheckedThrowingContinuation { self.state.waiter = $0 }  // ok: the flag is asked
  }

  func ofItsOwn() async throws -> Int {
    var own = Held()
    return try await withCheckedThrowingContinuation {
      own.waiter = $0  // ok: of this call
      own.waiter?.resume(returning: 1)
    }
  }

  func answer(_ value: Int) {
    let waiting = state.waiter
    state.waiter = nil
    waiting?.resume(returning: value)
  }
}

// MARK: bad

private actor ReplacesInItsStruct {
  private var state = Held()

  func plain() async throws -> Int {
    try await withCheckedThrowingContinuation { state.waiter = $0 }  // expect: overwritten-continuation
  }

  func named() async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      self.state.waiter = next  // expect: overwritten-continuation
    }
  }

  func answer(_ value: Int) {
    let waiting = state.waiter
    state.waiter = nil
    waiting?.resume(returning: value)
  }
}
