// Helpers that complete what they are given on some ways, and say by their result whether they did.

private typealias Waiter = CheckedContinuation<Int, any Error>

private func failed(_ c: Waiter, _ error: (any Error)?) -> Bool {
  guard let error else { return false }
  c.resume(throwing: error)
  return true
}

private func parsed(_ value: Int?, _ c: Waiter) -> Int? {
  guard let value else {
    c.resume(throwing: StoreError.missing)
    return nil
  }
  return value
}

private func failed(_ promise: EventLoopPromise<Int>, _ error: (any Error)?) -> Bool {
  guard let error else { return false }
  promise.fail(error)
  return true
}

private func ask(_ done: @escaping (Int?, (any Error)?) -> Void) { done(1, nil) }

// MARK: good

private func leavesWhereItFailed() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      if failed(c, error) { return }
      c.resume(returning: value ?? 0)  // ok: it did not
    }
  }
}

private func goesOnWithWhatIsThere() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      guard let value = parsed(value, c) else { return }  // ok: it has said so
      c.resume(returning: value)
    }
  }
}

private func oneOrTheOther() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      if failed(c, error) { return }
      if let value { c.resume(returning: value) }  // ok: there is no error
    }
  }
}

private func failsThePromise(_ loop: any EventLoop, _ error: (any Error)?) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  if !failed(promise, error) { promise.succeed(1) }  // ok
  return promise.futureResult
}

private func saysItOn(_ c: Waiter, _ error: (any Error)?) -> Bool {
  return failed(c, error)  // ok: whoever calls is told
}

private func running(_ c: Waiter, _ body: () throws -> Int) -> Int? {
  do {
    return try body()
  } catch {
    c.resume(throwing: error)
    return nil
  }
}

private func givesItAClosureBeside() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    _ = running(c) {
      c.resume(returning: 1)  // ok: whether one of them does not is its own business
      return 1
    }
  }
}

// MARK: bad

private func dropsWhatItSays() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      _ = failed(c, error)
      c.resume(returning: value ?? 0)  // expect: double-resume
    }
  }
}

private func forgetsToLeave() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      if failed(c, error) { print("failed") }
      c.resume(returning: value ?? 0)  // expect: double-resume
    }
  }
}

private func saysItOnceMore() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      guard let value = parsed(value, c) else {
        c.resume(throwing: StoreError.missing)  // expect: double-resume
        return
      }
      c.resume(returning: value)
    }
  }
}

private func wantsMoreOfIt() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    ask { value, error in
      guard let value = parsed(value, c), value > 0 else { return }  // expect: missing-resume
      c.resume(returning: value)
    }
  }
}

private func forgetsTheRest(_ loop: any EventLoop, _ error: (any Error)?) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  if failed(promise, error) { print("failed") }  // expect: missing-resume
  return promise.futureResult
}
