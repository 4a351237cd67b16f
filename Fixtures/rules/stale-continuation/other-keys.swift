// What is taken out of a dictionary stands under another key than what was completed.

// MARK: good

private final class ByName: @unchecked Sendable {
  private var waiting: [String: CheckedContinuation<Int, any Error>] = [:]

  func wait(_ id: String) async throws -> Int {
    try await withCheckedThrowingContinuation { waiting[id] = $0 }
  }

  func done(_ id: String) {
    waiting[id]?.resume(returning: 1)  // ok: the same key
    waiting[id] = nil
  }

  func renamed(_ id: String) {
    let key = id
    waiting[id]?.resume(returning: 1)  // ok: the same key by another name
    waiting[key] = nil
  }

  func everybody(_ id: String) {
    waiting[id]?.resume(returning: 1)  // ok: all are taken out
    waiting.removeAll()
  }
}

// MARK: bad

private final class ByOtherName: @unchecked Sendable {
  private var waiting: [String: CheckedContinuation<Int, any Error>] = [:]

  func wait(_ id: String) async throws -> Int {
    try await withCheckedThrowingContinuation { waiting[id] = $0 }
  }

  func failed(_ id: String, besides other: String) {
    waiting[id]?.resume(throwing: StoreError.closed)  // expect: stale-continuation
    waiting[other] = nil
  }

  func removed(_ id: String, besides other: String) {
    waiting[id]?.resume(returning: 1)  // expect: stale-continuation
    waiting.removeValue(forKey: other)?.resume(returning: 2)
  }
}
