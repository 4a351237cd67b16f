// MARK: good - taken out, then completed

final class Locator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func didUpdate(_ place: Int) {
    let waiting = continuation
    continuation = nil
    waiting?.resume(returning: place)  // ok: the next event finds nothing
  }

  func didFail(_ error: any Error) {
    continuation?.resume(throwing: error)  // ok: cleared in the next line
    continuation = nil
  }
}

// MARK: good - taken out of a collection

actor Waiters {
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  func answer(_ id: Int) {
    waiting.removeValue(forKey: id)?.resume()  // ok: it is no longer in there
  }
}

// MARK: bad - left in its property

final class StaleLocator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?  // expect-note: kept here

  func didUpdate(_ place: Int) {
    continuation?.resume(returning: place)  // expect: stale-continuation
  }

  func didFail(_ error: any Error) {
    guard let continuation else { return }
    continuation.resume(throwing: error)  // expect: stale-continuation
  }
}

// MARK: bad - another property is cleared

final class Connection: @unchecked Sendable {
  private var opening: CheckedContinuation<Void, Never>?
  private var closing: CheckedContinuation<Void, Never>?

  func didOpen() {
    opening?.resume()  // expect: stale-continuation
    closing = nil
  }
}

// MARK: bad - completed where it was just stored

final class Session: @unchecked Sendable {
  private var continuation: CheckedContinuation<Bool, Never>?
  private var isReady = false

  func start() async -> Bool {
    guard continuation == nil else { return false }
    return await withCheckedContinuation { waiting in
      continuation = waiting
      if isReady { waiting.resume(returning: true) }  // expect: stale-continuation
    }
  }

  func didEnd() {
    continuation?.resume(returning: false)  // ok: cleared in the next line
    continuation = nil
  }
}
