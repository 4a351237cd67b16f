// Completions in the callbacks of unknown code.

// MARK: good

func ifElseInACallback() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error {
        c.resume(throwing: error)
      } else if let value {
        c.resume(returning: value)  // ok: another branch
      } else {
        c.resume(throwing: StoreError.missing)  // ok: another branch
      }
    }
  }
}

func aTupleDecides() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      switch (value, error) {
      case (let value?, nil): c.resume(returning: value)
      case (_, let error?): c.resume(throwing: error)  // ok: another case
      case (nil, nil): c.resume(throwing: StoreError.missing)  // ok: another case
      }
    }
  }
}

func oneOfTwoCallbacks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.check(
      success: { value in c.resume(returning: value) },
      failure: { error in c.resume(throwing: error) })  // ok: nobody says that both are called
  }
}

func cannotStart() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    guard let connection = connect() else {
      c.resume(throwing: StoreError.closed)
      return
    }
    connection.fetch { c.resume(with: $0) }  // ok: the guard has returned
  }
}

func nestedCallbacks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { return c.resume(throwing: error) }
      api.fetch { result in
        c.resume(with: result)  // ok: the first callback has not resumed
      }
    }
  }
}

func methodAsCallback() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    api.ping(c.resume)  // ok: handed over
  }
}

// MARK: bad

func twoIfLets() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error {
        c.resume(throwing: error)
      }
      guard let value else {
        c.resume(throwing: StoreError.missing)  // expect: double-resume
        return
      }
      c.resume(returning: value)  // expect: double-resume
    }
  }
}

func missingElse() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    api.load { _, error in
      if let error {
        c.resume(throwing: error)
      }
      c.resume()  // expect: double-resume
    }
  }
}

func switchThenResume() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      var value = 0
      switch result {
      case .success(let loaded): value = loaded
      case .failure(let error): c.resume(throwing: error)
      }
      c.resume(returning: value)  // expect: double-resume
    }
  }
}

func callbackInAVariable() async throws -> Int? {
  try await withCheckedThrowingContinuation { c in
    let callback: (Int?, (any Error)?) -> Void = { value, error in
      if let error {
        c.resume(throwing: error)
      }
      c.resume(returning: value)  // expect: double-resume
    }
    api.load(callback)
  }
}

func resumedAndHandedOver() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if connect() == nil {
      c.resume(throwing: StoreError.closed)
    }
    api.fetch { result in
      c.resume(with: result)  // expect: double-resume
    }
  }
}

func nestedAndOuter() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { c.resume(throwing: error) }
      api.fetch { result in
        c.resume(with: result)  // expect: double-resume
      }
    }
  }
}

// MARK: one callback for each round

func lastOfAll() async -> Int {
  await withCheckedContinuation { c in
    nonisolated(unsafe) var missing = 3
    for _ in 0..<3 {
      api.load { _, _ in
        missing -= 1
        if missing == 0 { c.resume(returning: 0) }  // ok: the last one
      }
    }
  }
}

func forTheOneThatIsMeant() async -> Int {
  await withCheckedContinuation { c in
    for id in 0..<3 {
      if id == 1 { api.load { _, _ in c.resume(returning: id) } }  // ok: one of them
    }
  }
}

func untilOneStarts() async -> Int {
  await withCheckedContinuation { c in
    for id in 0..<3 {
      api.load { _, _ in c.resume(returning: id) }  // ok: it ends with the first
      break
    }
  }
}

func forEachRound() async -> Int {
  await withCheckedContinuation { c in
    for id in 0..<3 {
      api.load { _, _ in c.resume(returning: id) }  // expect: double-resume
    }
  }
}

func forEachElement() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    [1, 2].forEach { id in
      api.load { _, error in
        if let error { return c.resume(throwing: error) }  // expect: double-resume
        print(id)
        c.resume()  // expect: double-resume
      }
    }
  }
}
