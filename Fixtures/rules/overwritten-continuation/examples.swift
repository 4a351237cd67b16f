// MARK: good - asked first

final class Locator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func place() async throws -> Int {
    guard continuation == nil else { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { continuation = $0 }  // ok: nobody waits in it
  }
}

// MARK: good - the earlier one is completed

final class LastOneWins: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func place() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      continuation?.resume(throwing: CancellationError())
      continuation = waiting  // ok: the earlier one has its answer
    }
  }
}

// MARK: good - room for all

actor Waiters {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var byID: [Int: CheckedContinuation<Void, Never>] = [:]

  func wait() async {
    await withCheckedContinuation { waiting.append($0) }  // ok: an array
  }

  func wait(for id: Int) async {
    await withCheckedContinuation { byID[id] = $0 }  // ok: a key for each
  }
}

// MARK: bad - replaced

final class StrandingLocator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?  // expect-note: kept here

  func place() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      continuation = waiting  // expect: overwritten-continuation
    }
  }
}

// MARK: bad - an actor does not help: it takes the next call while the first one waits

actor Gate {
  private var continuation: CheckedContinuation<Void, Never>?

  func pass() async {
    await withCheckedContinuation { continuation = $0 }  // expect: overwritten-continuation
  }
}
