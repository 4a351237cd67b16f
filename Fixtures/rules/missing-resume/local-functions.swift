// Local functions and closures that would complete.

// MARK: good

func localFunctionIsCalled(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    guard ready else { return finish(0) }
    finish(1)  // ok: on both ways
  }
}

func localFunctionIsHandedOver() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func finish(_ result: Result<Int, any Error>) { c.resume(with: result) }
    api.fetch(finish)  // ok: called by somebody else
  }
}

func closureIsHandedOver() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let finish: (Result<Int, any Error>) -> Void = { c.resume(with: $0) }
    api.fetch(finish)  // ok: called by somebody else
  }
}

final class Starter {
  private var onDone: ((Int) -> Void)?

  func closureIsStored() async -> Int {
    await withCheckedContinuation { c in
      onDone = { c.resume(returning: $0) }  // ok: called by somebody else
    }
  }

  func closureIsReturned(_ c: CheckedContinuation<Int, Never>) -> (Int) -> Void {
    { c.resume(returning: $0) }  // ok: the caller has it
  }
}

func localFunctionInACallback() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let finish: @Sendable (Int) -> Void = { c.resume(returning: $0) }
    api.fetch { result in
      guard case .success(let value) = result else { return finish(0) }
      finish(value)  // ok: on both ways
    }
  }
}

func localFunctionInTwoCallbacks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let finish: @Sendable (Int) -> Void = { c.resume(returning: $0) }
    api.fetch { result in
      if case .success(let value) = result { finish(value) } else { api.ping { finish(1) } }  // ok: the other one comes later
    }
  }
}

/// The local function has a parameter by the name of the function's own handler.
func pages(_ count: Int, completion: @escaping @Sendable (Result<Int, any Error>) -> Void) {
  @Sendable func next(_ left: Int, completion: @escaping @Sendable (Result<Int, any Error>) -> Void) {
    api.fetch { result in
      guard case .success = result, left > 0 else { return completion(result) }  // ok: it is its own
      next(left - 1, completion: completion)
    }
  }
  if count > 3 {
    api.fetch { result in
      if case .failure = result { completion(result) } else { next(count, completion: completion) }  // ok: handed on
    }
  } else {
    next(count, completion: completion)
  }
}

// MARK: bad

func localClosureForgottenInACallback() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let finish: @Sendable (Int) -> Void = { c.resume(returning: $0) }
    api.fetch { result in
      if case .success(let value) = result { finish(value) }  // expect: missing-resume
    }
  }
}

func localFunctionForgottenInACallback() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    @Sendable func finish(_ value: Int) { c.resume(returning: value) }
    api.fetch { result in
      guard case .success(let value) = result else { return }  // expect: missing-resume
      finish(value)
    }
  }
}

func closureIsNeverCalled() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    let finish = { (value: Int) in c.resume(returning: value) }
    _ = finish
  }
}

func localFunctionIsNeverCalled() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    func finish(_ value: Int) { c.resume(returning: value) }
    api.ping {}
  }
}

func localFunctionOnOnePath(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    guard ready else { return }  // expect: missing-resume
    finish(1)
  }
}

func localFunctionForgets(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ user: User?) {
      guard let user else { return }  // expect: missing-resume
      c.resume(returning: user.id)
    }
    finish(user)
  }
}

final class Screen: @unchecked Sendable {
  private var count = 0

  /// A closure with a capture list is run by another one.
  func closureRunByAClosure(completion: @escaping (Int) -> Void) {
    let finish: (Int) -> Void = { [weak self] value in
      guard let self else { return }  // expect: missing-resume
      completion(value + self.count)
    }
    api.load { value, _ in
      finish(value ?? 0)
    }
  }
}

func localFunctionInACallbackOnOneWay() async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    api.load { value, _ in
      guard let value else { return }  // expect: missing-resume
      finish(value)
    }
  }
}

func closureInACallbackOnOneWay() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let finish: @Sendable (Int) -> Void = { c.resume(returning: $0) }
    api.load { value, _ in
      if let value { finish(value) }  // expect: missing-resume
    }
  }
}
