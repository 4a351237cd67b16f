// What was stored as the result tells the first completion from the next; what the system has does not change.

// MARK: good

final class OneResult: @unchecked Sendable {
  private var value: Int?
  private var result: Result<Int, any Error>?
  private var c: CheckedContinuation<Int, any Error>?

  func byGuard(_ new: Int) {
    guard value == nil else { return }
    value = new
    c?.resume(returning: new)  // ok: there is a value the next time
  }

  func byBinding(_ new: Result<Int, any Error>) {
    if let result { return print(result) }
    result = new
    c?.resume(with: new)  // ok: there is a result the next time
  }

  func wait() async throws -> Int {
    if let value { return value }
    precondition(c == nil)
    return try await withCheckedThrowingContinuation { c = $0 }
  }
}

final class OnSomeSystems: @unchecked Sendable {
  private var c: CheckedContinuation<Void, Never>?

  func end() {
    if #available(macOS 11, *) { c?.resume() }  // ok: cleared on the same systems
    if #available(macOS 11, *) { c = nil }
  }
}

// MARK: bad

final class LastResult: @unchecked Sendable {
  private var value: Int?
  private var c: CheckedContinuation<Int, Never>?

  func storesWithoutAsking(_ new: Int) {
    value = new
    c?.resume(returning: new)  // expect: stale-continuation
  }

  func asksWithoutStoring(_ new: Int) {
    guard value == nil else { return }
    c?.resume(returning: new)  // expect: stale-continuation
  }
}

final class OnOlderSystems: @unchecked Sendable {
  private var c: CheckedContinuation<Void, Never>?

  func end() {
    c?.resume()  // expect: stale-continuation
    if #available(macOS 11, *) { print(1) } else { c = nil }
  }
}
