// Helpers that take the duty over, or do not.

private func complete(_ c: CheckedContinuation<Int, any Error>, with result: Result<Int, any Error>) {
  c.resume(with: result)
}

private func completeOnSuccess(_ c: CheckedContinuation<Int, any Error>, _ value: Int?) {
  guard let value else { return }  // expect: missing-resume
  c.resume(returning: value)
}

private func look(at c: CheckedContinuation<Int, any Error>) {
  print(c)
}

private func keep(_ c: CheckedContinuation<Int, any Error>) {
  kept.withLock { $0.append(c) }
}

private let kept = Lock<[CheckedContinuation<Int, any Error>]>([])

// MARK: good

func helperCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { return complete(c, with: .failure(error)) }
      complete(c, with: .success(value ?? 0))  // ok: both ways
    }
  }
}

func helperKeeps() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    keep(c)  // ok: stored for later
  }
}

func helperMayComplete() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    completeOnSuccess(c, 1)  // ok: told where it happens
  }
}

// MARK: bad

func helperOnOnePath() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error {  // expect: missing-resume
        complete(c, with: .failure(error))
      }
    }
  }
}

func helperOnlyLooks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in  // expect: missing-resume
    look(at: c)
  }
}

func helperBeforeAnExit(_ ready: Bool) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    look(at: c)
    guard ready else { return }  // expect: missing-resume
    complete(c, with: .success(1))
  }
}
