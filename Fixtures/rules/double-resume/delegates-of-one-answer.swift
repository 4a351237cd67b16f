// A type that is called a delegate, and takes a closure for its one answer.

// MARK: good

final class LoginDelegate: @unchecked Sendable {
  private var completion: ((Result<Int, any Error>) -> Void)?
  init(completion: @escaping (Result<Int, any Error>) -> Void) { self.completion = completion }
  func succeeded(_ number: Int) {
    completion?(.success(number))
    completion = nil
  }
}

private func login() async throws -> Int {
  var kept: LoginDelegate?
  defer { withExtendedLifetime(kept) {} }
  return try await withCheckedThrowingContinuation { c in
    kept = LoginDelegate { c.resume(with: $0) }  // ok: its completion
  }
}

// MARK: bad

final class ScanDelegate: @unchecked Sendable {
  private var told: ((Result<Int, any Error>) -> Void)?
  init(told: @escaping (Result<Int, any Error>) -> Void) { self.told = told }
  func found(_ number: Int) { told?(.success(number)) }
}

private func scan() async throws -> Int {
  var kept: ScanDelegate?
  defer { withExtendedLifetime(kept) {} }
  return try await withCheckedThrowingContinuation { c in
    kept = ScanDelegate { c.resume(with: $0) }  // expect: double-resume
  }
}
