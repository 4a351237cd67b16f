// A function of the sources that returns before it has looked at the closure it was given.

import Dispatch

private struct Upload: Sendable {
  func run(_ done: @escaping @Sendable (Result<Int, any Error>) -> Void) { done(.success(1)) }
}

// MARK: good

final class CarefulUploader: @unchecked Sendable {
  private var queue: [Int: Upload] = [:]

  func save(_ key: Int, onSaved: @escaping @Sendable (Result<Int, any Error>) -> Void) {
    guard let work = queue[key] else { return onSaved(.failure(StoreError.missing)) }
    work.run { onSaved($0) }
  }

  func saveOrThrow(_ key: Int, onSaved: @escaping @Sendable (Result<Int, any Error>) -> Void) throws {
    guard let work = queue[key] else { throw StoreError.missing }
    work.run { onSaved($0) }
  }

  func saveIfWanted(_ key: Int, onSaved: @escaping @Sendable (Result<Int, any Error>) -> Void) -> Bool {
    guard let work = queue[key] else { return false }
    work.run { onSaved($0) }
    return true
  }

  func saved(_ key: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      save(key) { c.resume(with: $0) }  // ok: told in any case
    }
  }

  func savedOrThrown(_ key: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      do {
        try saveOrThrow(key) { c.resume(with: $0) }  // ok: the error says so
      } catch {
        c.resume(throwing: error)
      }
    }
  }

  func savedIfWanted(_ key: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      let isWanted = saveIfWanted(key) { c.resume(with: $0) }  // ok: what comes back says so
      if !isWanted { c.resume(throwing: StoreError.missing) }
    }
  }
}

private final class Once: @unchecked Sendable {
  private var isDone = false
  func perform(_ body: @escaping @Sendable () -> Void) {
    if isDone { return }
    isDone = true
    DispatchQueue.main.async(execute: body)
  }
}

func firstOfTwo(_ onFirst: @escaping (@escaping @Sendable () -> Void) -> Void) async {
  let once = Once()
  await withCheckedContinuation { c in
    onFirst { once.perform { c.resume() } }
    once.perform { c.resume() }  // ok: only the first comes through
  }
}

// MARK: bad

final class CarelessUploader: @unchecked Sendable {
  private var isReady = false
  private var queue: [Int: Upload] = [:]

  func save(_ key: Int, onSaved: @escaping @Sendable (Result<Int, any Error>) -> Void) {
    guard isReady else { return }
    guard let work = queue[key] else { return }
    work.run { onSaved($0) }
  }

  func saved(_ key: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      save(key) { c.resume(with: $0) }  // expect: missing-resume
    }
  }

  func first(_ done: (Int) -> Void) {
    guard isReady else { return }
    done(1)
  }

  func first() async -> Int {
    await withCheckedContinuation { c in  // expect: missing-resume
      first { c.resume(returning: $0) }
    }
  }
}
