// Completed directly, then by a local function: told where that is called.

func doneByCallOnly(_ n: Int?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func finish(_ n: Int) { c.resume(returning: n) }
    guard let n else { return c.resume(throwing: StoreError.closed) }  // ok
    finish(n)  // ok
  }
}

func doneThenByFunction(_ n: Int?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func finish(_ n: Int) { c.resume(returning: n) }
    if n == nil { c.resume(throwing: StoreError.closed) }
    finish(n ?? 0)  // expect: double-resume
  }
}

func doneThenByVariable(_ n: Int?) async -> Int {
  await withCheckedContinuation { c in
    let finish: (Int) -> Void = { c.resume(returning: $0) }
    if n == nil { c.resume(returning: 1) }
    finish(n ?? 0)  // expect: double-resume
  }
}
