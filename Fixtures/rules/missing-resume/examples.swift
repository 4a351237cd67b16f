// MARK: bad - an early exit that forgets

final class Loader: @unchecked Sendable {
  func forgetsWhenItIsGone() async -> Int {
    await withCheckedContinuation { c in
      api.load { [weak self] value, _ in
        guard let self else { return }  // expect: missing-resume
        c.resume(returning: self.doubled(value ?? 0))
      }
    }
  }

  private func doubled(_ value: Int) -> Int { value * 2 }
}

// MARK: bad - the only completion behind an optional chain

func behindAnOptionalChain(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service?.fetch { result in  // expect: missing-resume
      c.resume(with: result)
    }
  }
}

// MARK: bad - a catch that only logs

func aCatchThatOnlyLogs() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

// MARK: bad - a promise that leaks

func leaksItsPromise(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  guard ready else {
    return eventLoop.makeFailedFuture(StoreError.closed)  // expect: missing-resume
  }
  promise.succeed(1)
  return promise.futureResult
}

// MARK: good - every exit completes

func everyExitCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      guard let value else {
        c.resume(throwing: error ?? StoreError.missing)  // ok: this exit too
        return
      }
      c.resume(returning: value)  // ok: once
    }
  }
}

// MARK: good - handed to somebody else

func handedToSomebodyElse() async -> Int {
  await withCheckedContinuation { c in
    api.keep(c)  // ok: unknown code completes it
  }
}

// MARK: good - the catch fails it

func theCatchFailsIt() -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  do {
    try risk()
    promise.succeed()
  } catch {
    promise.fail(error)  // ok: the way of the error
  }
  return promise.futureResult
}
