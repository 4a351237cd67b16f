// Events that a filter in the chain keeps from a closure.

final class Events<Value> {
  func filter(_ isIncluded: @escaping (Value) -> Bool) -> Events<Value> { self }
  func first() -> Events<Value> { self }
  func sink(_ receive: @escaping (Value) -> Void) {}
}

final class Downloading {
  enum Status: Equatable { case inProgress, failed, finished }
  let status = Events<Status>()

  // MARK: good

  func filtered() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      status
        .filter { $0 != .inProgress }
        .first()
        .sink {
          switch $0 {
          case .inProgress: break  // ok: never given
          case .finished: continuation.resume()
          case .failed: continuation.resume(throwing: StoreError.closed)
          }
        }
    }
  }

  func filteredAndNamed() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      status.filter { $0 != .inProgress }.first().sink { status in
        if status == .inProgress { return }  // ok: never given
        if case .failed = status { return continuation.resume(throwing: StoreError.closed) }
        continuation.resume()
      }
    }
  }

  // MARK: bad

  func anotherCase() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      status.filter { $0 != .inProgress }.first().sink {
        switch $0 {
        case .inProgress: continuation.resume(throwing: CancellationError())
        case .finished: continuation.resume()
        case .failed: break  // expect: missing-resume
        }
      }
    }
  }

  func ofAnotherChain() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      _ = status.filter { $0 != .inProgress }
      status.first().sink {
        switch $0 {
        case .inProgress: break  // expect: missing-resume
        case .finished: continuation.resume()
        case .failed: continuation.resume(throwing: StoreError.closed)
        }
      }
    }
  }
}
