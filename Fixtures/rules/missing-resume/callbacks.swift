// Callbacks of unknown code: each path of the callback has the duty.

// MARK: good

final class GoodService: @unchecked Sendable {
  func weakSelfCompletes() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      api.fetch { [weak self] result in
        guard let self else {
          c.resume(throwing: StoreError.closed)
          return  // ok: completed
        }
        c.resume(with: self.checked(result))
      }
    }
  }

  func weakSelfIsOnlyAsked() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      api.fetch { [weak self] result in
        self?.note(result)
        c.resume(with: result)  // ok: with and without self
      }
    }
  }

  private func checked(_ result: Result<Int, any Error>) -> Result<Int, any Error> { result }
  private func note(_ result: Result<Int, any Error>) {}
}

func everyCaseCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      switch result {
      case .success(let value): c.resume(returning: value)
      case .failure(let error): c.resume(throwing: error)  // ok: every case
      }
    }
  }
}

func nestedCallbacksComplete() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { return c.resume(throwing: error) }
      api.fetch { c.resume(with: $0) }  // ok: the second callback has the duty
    }
  }
}

func onlyOneOfTwoCallbacks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.check(
      success: { c.resume(returning: $0) },
      failure: { c.resume(throwing: $0) })  // ok: one of them is called
  }
}

func waitsForTheRightElement(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    var done = false
    connection.stateUpdateHandler = { state in
      guard !done else { return }  // ok: completed by an earlier event
      guard case .ready = state else { return }  // ok: further events will come
      done = true
      c.resume()
    }
    connection.start()
  }
}

protocol Downloader {
  func download(_ name: String, _ told: @escaping @Sendable (_ result: Int?, _ progress: Double, _ error: (any Error)?) -> Void)
}

func toldHowFarItIs(_ downloader: any Downloader) async -> Bool {
  await withCheckedContinuation { c in
    downloader.download("a") { result, progress, error in
      if error != nil {
        c.resume(returning: false)
        return
      }
      if result != nil { c.resume(returning: true) }  // ok: neither of the two is there while it goes on
    }
  }
}

// MARK: bad

final class BadService: @unchecked Sendable {
  func weakSelfForgets() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      api.fetch { [weak self] result in
        guard let self = self else {
          print("gone")
          return  // expect: missing-resume
        }
        c.resume(with: self.checked(result))
      }
    }
  }

  func weakSelfIfLet() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      api.fetch { [weak self] result in
        if let self {  // expect: missing-resume
          c.resume(with: self.checked(result))
        }
      }
    }
  }

  func weakSelfInTheBody() async throws -> Int {
    try await withCheckedThrowingContinuation { [weak self] c in
      guard let self else { return }  // expect: missing-resume
      self.start(c)
    }
  }

  private func checked(_ result: Result<Int, any Error>) -> Result<Int, any Error> { result }
  private func start(_ c: CheckedContinuation<Int, any Error>) { c.resume(returning: 1) }
}

func onlyTheValue() async -> Int {
  await withCheckedContinuation { c in
    api.load { value, _ in
      guard let value else { return }  // expect: missing-resume
      c.resume(returning: value)
    }
  }
}

func onlyTheError() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    api.load { _, error in
      if let error {  // expect: missing-resume
        c.resume(throwing: error)
      }
    }
  }
}

func caseThatOnlyLogs() async -> Int {
  await withCheckedContinuation { c in
    api.fetch { result in
      switch result {
      case .success(let value): c.resume(returning: value)
      case .failure(let error):  // expect: missing-resume
        print(error)
      }
    }
  }
}

func nestedCallbackForgets() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { return c.resume(throwing: error) }
      api.load { value, _ in
        guard let value else { return }  // expect: missing-resume
        c.resume(returning: value)
      }
    }
  }
}

func onlyTheInnerCallbackCompletes() async -> Int {
  await withCheckedContinuation { c in
    api.fetch { _ in
      api.load { value, _ in
        guard let value else { return }  // expect: missing-resume
        c.resume(returning: value)
      }
    }
  }
}

func innerCallbackInOneCase() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      switch result {
      case .success:
        api.load { value, _ in
          if let value {  // expect: missing-resume
            c.resume(returning: value)
          }
        }
      case .failure(let error):
        c.resume(throwing: error)
      }
    }
  }
}

func outerCallbackForgets() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, _ in
      guard value != nil else { return }  // expect: missing-resume
      api.fetch { c.resume(with: $0) }
    }
  }
}

func callbackInAVariableForgets() async -> Int {
  await withCheckedContinuation { c in
    let callback: (Int?, (any Error)?) -> Void = { value, _ in
      guard let value else { return }  // expect: missing-resume
      c.resume(returning: value)
    }
    api.load(callback)
  }
}
