// Helpers of the sources: some complete where an argument says so, others in a callback, whenever that comes.

typealias HelperAnswer = CheckedContinuation<Int, any Error>

struct HelperBackend {
  func failIf(_ error: (any Error)?, _ answer: HelperAnswer) {
    if let error { answer.resume(throwing: error) }
  }

  func fetch(_ answer: HelperAnswer) {
    api.load { number, error in
      if let number { answer.resume(returning: number) } else { answer.resume(throwing: error ?? StoreError.missing) }
    }
  }

  func retry(_ left: Int, _ answer: HelperAnswer) {
    api.fetch { result in
      switch result {
      case .success(let number): answer.resume(returning: number)
      case .failure(let error):
        if left == 0 { answer.resume(throwing: error) } else { retry(left - 1, answer) }  // ok: one or the other
      }
    }
  }

  // MARK: good

  func failsOrSucceeds() async throws -> Int {
    try await withCheckedThrowingContinuation { answer in
      api.load { number, error in
        failIf(error, answer)
        if error == nil { answer.resume(returning: number ?? 0) }  // ok: it did not fail
      }
    }
  }

  func failsAndLeaves() async throws -> Int {
    try await withCheckedThrowingContinuation { answer in
      api.load { number, error in
        if let error {
          failIf(error, answer)
          return
        }
        answer.resume(returning: number ?? 0)  // ok: it has left
      }
    }
  }

  func cachedOrFetched(_ cached: Int?) async throws -> Int {
    try await withCheckedThrowingContinuation { answer in
      if let cached {
        answer.resume(returning: cached)
        return
      }
      fetch(answer)  // ok: nothing was cached
    }
  }

  func retries() async throws -> Int {
    try await withCheckedThrowingContinuation { retry(3, $0) }
  }

  // MARK: bad

  func failsAndSucceeds() async throws -> Int {
    try await withCheckedThrowingContinuation { answer in
      api.load { number, error in
        failIf(error, answer)
        answer.resume(returning: number ?? 0)  // expect: double-resume
      }
    }
  }

  func cachedAndFetched(_ cached: Int?) async throws -> Int {
    try await withCheckedThrowingContinuation { answer in
      if let cached { answer.resume(returning: cached) }
      fetch(answer)  // expect: double-resume
    }
  }

  func retryAnyway(_ left: Int, _ answer: HelperAnswer) {
    api.fetch { result in
      switch result {
      case .success(let number): answer.resume(returning: number)
      case .failure(let error):
        if left == 0 { answer.resume(throwing: error) }
        retryAnyway(left - 1, answer)  // expect: double-resume
      }
    }
  }

  func image(_ id: Int?, completion: @escaping (Int) -> Void) {
    if id == nil { completion(0) }
    download(completion)  // expect: double-resume
  }

  func download(_ completion: @escaping (Int) -> Void) { api.ping { completion(1) } }
}

extension CheckedContinuation where T == Int, E == any Error {
  fileprivate func failOn(_ error: (any Error)?) {
    if let error { resume(throwing: error) }
  }
}

func failsInMethodAndSucceeds() async throws -> Int {
  try await withCheckedThrowingContinuation { answer in
    api.load { number, error in
      answer.failOn(error)
      answer.resume(returning: number ?? 0)  // expect: double-resume
    }
  }
}
