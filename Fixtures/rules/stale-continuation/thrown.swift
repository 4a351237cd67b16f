// A `do` that stores a continuation, and a `catch` that completes it: what had been stored when the error came?

private struct Broken: Error {}

// MARK: good

final class StartsFirst {
  private var waiting: CheckedContinuation<Int, any Error>?

  func storedLast() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { continuation in
      do {
        try begin()
        waiting = continuation
      } catch {
        continuation.resume(throwing: error)  // ok: nothing was stored
      }
    }
  }

  func storedBehindAValue() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { continuation in
      do {
        let number = try number()
        waiting = continuation
        print(number)
      } catch let error as Broken {
        continuation.resume(throwing: error)  // ok
      } catch {
        continuation.resume(throwing: error)  // ok
      }
    }
  }

  func storedAndCleared() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { continuation in
      do {
        waiting = continuation
        try begin()
      } catch {
        waiting = nil
        continuation.resume(throwing: error)  // ok: cleared
      }
    }
  }

  func finish(_ value: Int) {
    waiting?.resume(returning: value)
    waiting = nil
  }

  private func begin() throws {}
  private func number() throws -> Int { 1 }
}

// MARK: bad

final class StoresFirst {
  private var waiting: CheckedContinuation<Int, any Error>?

  func storedFirst() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { continuation in
      do {
        waiting = continuation
        try begin()
      } catch {
        continuation.resume(throwing: error)  // expect: stale-continuation
      }
    }
  }

  func storedBetween() async throws -> Int {
    guard waiting == nil else { return 0 }
    return try await withCheckedThrowingContinuation { continuation in
      do {
        try begin()
        waiting = continuation
        try begin()
      } catch {
        continuation.resume(throwing: error)  // expect: stale-continuation
      }
    }
  }

  func finish(_ value: Int) {
    waiting?.resume(returning: value)
    waiting = nil
  }

  private func begin() throws {}
}
