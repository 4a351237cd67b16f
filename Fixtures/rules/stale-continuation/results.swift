import Synchronization

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

final class AnswersOrWaits: Sendable {
  private struct State {
    var waiting: CheckedContinuation<Int, Never>?
    var value: Int?
  }
  private enum Action {
    case resume(Int)
    case none
  }
  private let state = Mutex(State())

  func optional() async -> Int {
    await withCheckedContinuation { c in
      let now: Int? = state.withLock { state in
        if let value = state.value { return value }
        precondition(state.waiting == nil)
        state.waiting = c
        return nil
      }
      if let now { c.resume(returning: now) }  // ok: where it waits nothing was given
    }
  }

  func flag() async -> Int {
    await withCheckedContinuation { c in
      let isThere = state.withLock { state in
        if state.value != nil { return true }
        precondition(state.waiting == nil)
        state.waiting = c
        return false
      }
      if isThere { c.resume(returning: 1) }  // ok
    }
  }

  func action() async -> Int {
    await withCheckedContinuation { c in
      let action = state.withLock { state -> Action in
        if let value = state.value { return .resume(value) }
        precondition(state.waiting == nil)
        state.waiting = c
        return .none
      }
      switch action {
      case .resume(let value): c.resume(returning: value)  // ok
      case .none: break
      }
    }
  }

  func end(_ value: Int) {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: value)
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

final class WaitsAndAnswers: Sendable {
  private struct State { var waiting: CheckedContinuation<Int, Never>? }
  private let state = Mutex(State())

  func both(_ isReady: Bool) async -> Int {
    await withCheckedContinuation { c in
      let isFirst = state.withLock { state in
        let isFirst = state.waiting == nil
        state.waiting = c
        return isFirst
      }
      print(isFirst)
      if isReady { c.resume(returning: 1) }  // expect: stale-continuation
    }
  }

  func end(_ value: Int) {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: value)
  }
}
