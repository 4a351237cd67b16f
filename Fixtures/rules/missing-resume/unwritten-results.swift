// Results and enums whose types nobody wrote: what is left over when their cases were asked for.

// MARK: good

func ifOneOrTheOther() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    outsideFuture().whenComplete { result in
      if case .success(let value) = result {
        c.resume(returning: value)
      } else if case .failure(let error) = result {
        c.resume(throwing: error)  // ok: there is no third
      }
    }
  }
}

func ifOneAndIfTheOther() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    outsideFuture().whenComplete {
      if case .success(let value) = $0 { c.resume(returning: value) }
      if case .failure(let error) = $0 { c.resume(throwing: error) }  // ok: one of them
    }
  }
}

func guardTheOne(_ task: Task<Int, any Error>) async throws -> Int {
  let result = await task.result
  return try await withCheckedThrowingContinuation { c in
    guard case .success(let value) = result else {
      if case .failure(let error) = result { c.resume(throwing: error) }
      return  // ok: it is the failure
    }
    c.resume(returning: value)
  }
}

// MARK: bad

func onlyOne() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    outsideFuture().whenComplete { result in
      if case .success(let value) = result { c.resume(returning: value) }  // expect: missing-resume
    }
  }
}

func oneAndAPart() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    outsideFuture().whenComplete { result in
      if case .success(let value) = result {
        c.resume(returning: value)
      } else if case .failure(StoreError.closed) = result {  // expect: missing-resume
        c.resume(throwing: StoreError.closed)
      }
    }
  }
}

func anInstanceThatMayBeMissing() async -> Int {
  await withCheckedContinuation { c in
    guard let manager = Elsewhere.shared() else { return }  // expect: missing-resume
    manager.load { c.resume(returning: $0) }
  }
}
