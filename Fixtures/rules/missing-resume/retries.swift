// Closures and local functions that call themselves until something has worked.

private struct Failed: Error {}

nonisolated(unsafe) private var pending: [(Result<Int, any Error>) -> Void] = []

private func load(_ number: Int, _ done: @escaping (Result<Int, any Error>) -> Void) { pending.append(done) }

// MARK: good

func triesAgain() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func attempt(_ left: Int) {
      load(left) { result in
        if case .failure = result, left > 0 { attempt(left - 1) } else { c.resume(with: result) }  // ok: the next attempt has it
      }
    }
    attempt(3)
  }
}

func triesAgainByAVariable() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    var attempt: ((Int) -> Void)!
    attempt = { left in
      load(left) { result in
        switch result {
        case .success(let value): c.resume(returning: value)
        case .failure(let error):
          if left > 0 { attempt(left - 1) } else { c.resume(throwing: error) }  // ok
        }
      }
    }
    attempt(3)
  }
}

func triesAgainAndLetsGo() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    var attempt: ((Int) -> Void)?
    attempt = { left in
      load(left) { result in
        guard case .failure = result, left > 0 else {
          attempt = nil
          return c.resume(with: result)  // ok
        }
        attempt?(left - 1)  // ok: the next attempt has it
      }
    }
    attempt?(3)
  }
}

func startsWithNothing() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    var attempt: (Int) -> Void = { _ in }
    attempt = { left in
      guard left > 0 else { return c.resume(throwing: Failed()) }
      load(left) { result in
        do { c.resume(returning: try result.get()) } catch { attempt(left - 1) }  // ok
      }
    }
    attempt(3)
  }
}

// MARK: bad

func givesUpSilently() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func attempt(_ left: Int) {
      load(left) { result in
        switch result {
        case .success(let value): c.resume(returning: value)
        case .failure: if left > 0 { attempt(left - 1) }  // expect: missing-resume
        }
      }
    }
    attempt(3)
  }
}

func givesUpSilentlyByAVariable() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    var attempt: ((Int) -> Void)?
    attempt = { left in
      load(left) { result in
        switch result {
        case .success(let value): c.resume(returning: value)
        case .failure: if left > 0 { attempt?(left - 1) }  // expect: missing-resume
        }
      }
    }
    attempt?(3)
  }
}
