// Errors: catches that forget, and calls that throw the duty away.

// MARK: good

func catchCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch {
      c.resume(throwing: error)  // ok: the way of the error
    }
  }
}

func everyCatchCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch StoreError.closed {
      c.resume(returning: 0)
    } catch {
      c.resume(throwing: error)  // ok: every catch
    }
  }
}

func completesAfterTheCatch() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
    } catch {
      print(error)
    }
    c.resume(returning: 1)  // ok: on both ways
  }
}

func optionalTry() async -> Int {
  await withCheckedContinuation { c in
    try? risk()
    c.resume(returning: 1)  // ok: the error is swallowed
  }
}

func promiseMadeAfterTheThrow() throws -> EventLoopFuture<Int> {
  try risk()
  let promise = eventLoop.makePromise(of: Int.self)
  promise.succeed(1)  // ok: nothing throws between
  return promise.futureResult
}

func promiseHandedOverBeforeTheThrow() throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  api.send(promise)
  try risk()  // ok: handed over before
  return promise.futureResult
}

func promiseFailedAndThrown() throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  do {
    try risk()
  } catch {
    promise.fail(error)
    throw error  // ok: completed
  }
  promise.succeed(1)
  return promise.futureResult
}

func pausesFirst() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    Task {
      do {
        try await Task.sleep(nanoseconds: 1)
        c.resume()
      } catch is CancellationError {
        c.resume()
      } catch {}  // ok: the sleep throws nothing else
    }
  }
}

func checksForACancellation() async -> Int {
  await withCheckedContinuation { c in
    Task {
      do {
        try Task.checkCancellation()
        c.resume(returning: 1)
      } catch is CancellationError {
        c.resume(returning: 0)
      } catch {
        print(error)  // ok: nothing else is thrown
      }
    }
  }
}

// MARK: bad

func pausesAndForgets() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    Task {
      do {
        try await Task.sleep(nanoseconds: 1)
        c.resume()
      } catch is CancellationError {  // expect: missing-resume
        print("cancelled")
      } catch {
        c.resume()
      }
    }
  }
}

func waitsAndForgets() async -> Int {
  await withCheckedContinuation { c in
    Task {
      do {
        c.resume(returning: try await makeAnswerLater())
      } catch is CancellationError {
        c.resume(returning: 0)
      } catch {  // expect: missing-resume
        print(error)
      }
    }
  }
}

private func makeAnswerLater() async throws -> Int { 42 }

func catchLogs() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

func emptyCatch() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch {}  // expect: missing-resume
  }
}

func catchReturns() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
    } catch {
      print(error)
      return  // expect: missing-resume
    }
    c.resume(returning: 1)
  }
}

func oneOfTwoCatches() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch StoreError.closed {  // expect: missing-resume
      print("closed")
    } catch {
      c.resume(throwing: error)
    }
  }
}

func throwsBeforeTheCompletion() throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  try risk()  // expect: missing-resume
  promise.succeed(1)
  return promise.futureResult
}

func throwsBeforeTheHandOver() throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  let user = try makeAnswer()  // expect: missing-resume
  use(user)
  api.send(promise)
  return promise.futureResult
}

func throwsOutOfAGuard(_ ready: Bool) throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  guard ready else {
    throw StoreError.closed  // expect: missing-resume
  }
  promise.succeed(1)
  return promise.futureResult
}

func failsAnotherFuture() -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  do {
    try risk()
  } catch {
    return eventLoop.makeFailedFuture(error)  // expect: missing-resume
  }
  promise.succeed()
  return promise.futureResult
}

func completesOnlyOnErrors() -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  do {
    try risk()  // expect: missing-resume
  } catch {
    promise.fail(error)
  }
  return promise.futureResult
}

private func makeAnswer() throws -> Int { 42 }

func throwsTwiceAndLogs(_ x: Int) async -> Int {
  await withCheckedContinuation { c in
    do {
      if x < 0 { throw StoreError.closed }
      if x > 9 { throw StoreError.closed }
      try risk()
      c.resume(returning: 1)
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

func throwsToACatchOfOthers(_ x: Int) async -> Int {
  await withCheckedContinuation { c in
    do {
      if x < 0 { throw StoreError.closed }  // expect: missing-resume
      c.resume(returning: 1)
      try risk()
    } catch {
      print(error)
    }
  }
}
