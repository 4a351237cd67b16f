// Continuations that wait in a case of a state, in a tuple or in a struct: whoever completes one leaves the state, or lets go.

private struct Closed: Error {}

private enum LinkState {
  case idle
  case connecting(since: Int, continuation: CheckedContinuation<Void, any Error>)
  case connected
}

private enum WaitState {
  case idle
  case waiting(CheckedContinuation<Int, Never>)
  case done(Int)
}

private struct Waiter {
  let id: Int
  let continuation: CheckedContinuation<Int, Never>
}

private struct Pending {
  var continuation: CheckedContinuation<Int, Never>?
  var id = 0
}

// MARK: good

private actor GoodWaiter {
  private var state = WaitState.idle

  func next() async -> Int {
    guard case .idle = state else { return 0 }
    return await withCheckedContinuation { state = .waiting($0) }
  }

  func leftFirst(_ value: Int) {
    switch state {
    case .waiting(let waiter):
      state = .done(value)
      waiter.resume(returning: value)  // ok: the state was left before
    case .idle, .done: break
    }
  }

  func leftBehind(_ value: Int) {
    if case .waiting(let waiter) = state {
      waiter.resume(returning: value)  // ok: left in the next line
      state = .idle
    }
  }

  func leftByADefer() {
    defer { state = .idle }
    guard case let .waiting(waiter) = state else { return }
    waiter.resume(returning: 0)  // ok: the defer leaves it
  }

  func leftBefore() {
    let old = state
    state = .idle
    if case .waiting(let waiter) = old { waiter.resume(returning: 0) }  // ok: it was taken out
  }

  func leftByAHelper(_ value: Int) {
    guard case .waiting(let waiter) = state else { return }
    finish(value)
    waiter.resume(returning: value)  // ok: another method leaves it
  }

  private func finish(_ value: Int) { state = .done(value) }

  func forTheNext() async -> Int {
    await withCheckedContinuation { next in
      if case .waiting(let waiter) = state { waiter.resume(returning: 0) }  // ok: another one takes its place
      state = .waiting(next)
    }
  }
}

private final class GoodLink: @unchecked Sendable {
  private var state: LinkState = .idle
  private let lock = NIOLockedValueBox(())

  func connect() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      lock.withLockedValue { _ in
        guard case .idle = state else { return continuation.resume(throwing: Closed()) }
        state = .connecting(since: 1, continuation: continuation)
      }
    }
  }

  func didConnect() {
    let waiter: CheckedContinuation<Void, any Error>? = lock.withLockedValue { _ in
      guard case .connecting(_, let continuation) = state else { return nil }
      state = .connected
      return continuation
    }
    waiter?.resume()  // ok: taken out under the lock
  }

  func didFail(_ error: any Error) {
    lock.withLockedValue { _ in
      switch self.state {
      case let .connecting(since: _, continuation: waiter):
        self.state = .idle
        waiter.resume(throwing: error)  // ok
      case .idle, .connected: break
      }
    }
  }
}

private actor GoodHolder {
  private var waiter: Waiter?
  private var pair: (id: Int, continuation: CheckedContinuation<Int, Never>)?
  private var pending = Pending()

  func start() async -> Int {
    precondition(waiter == nil && pair == nil && pending.continuation == nil)
    return await withCheckedContinuation { continuation in
      if random() {
        waiter = Waiter(id: 1, continuation: continuation)
      } else if random() {
        pair = (1, continuation)
      } else {
        pending.continuation = continuation
      }
    }
  }

  func takenOut() {
    guard let taken = waiter else { return }
    waiter = nil
    taken.continuation.resume(returning: 1)  // ok: taken out
  }

  func clearedBehind() {
    waiter?.continuation.resume(returning: 1)  // ok: cleared in the next line
    waiter = nil
  }

  func takenApart() {
    guard let (_, continuation) = pair else { return }
    pair = nil
    continuation.resume(returning: 1)  // ok
  }

  func replacedAsAWhole() {
    let old = pending
    pending = Pending()
    old.continuation?.resume(returning: 1)  // ok: the copy is the only one left
  }
}

// MARK: bad

private actor BadWaiter {
  private var state = WaitState.idle

  func next() async -> Int {
    guard case .idle = state else { return 0 }
    return await withCheckedContinuation { state = .waiting($0) }
  }

  func stillWaiting(_ value: Int) {
    switch state {
    case .waiting(let waiter): waiter.resume(returning: value)  // expect: stale-continuation
    case .idle, .done: break
    }
  }

  func stillWaitingBehindAnIf(_ value: Int) {
    if case .waiting(let waiter) = state { waiter.resume(returning: value) }  // expect: stale-continuation
  }

  func leftOnOneWay(_ value: Int) {
    guard case let .waiting(waiter) = state else { return }
    if value > 0 { state = .done(value) }
    waiter.resume(returning: value)  // expect: stale-continuation
  }
}

private final class BadLink: @unchecked Sendable {
  private var state: LinkState = .idle
  private let lock = NIOLockedValueBox(())

  func connect() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      lock.withLockedValue { _ in
        guard case .idle = state else { return continuation.resume(throwing: Closed()) }
        state = .connecting(since: 1, continuation: continuation)
      }
    }
  }

  func didConnect() {
    lock.withLockedValue { _ in
      guard case .connecting(_, let continuation) = state else { return }
      continuation.resume()  // expect: stale-continuation
    }
  }

  func storedAndResumed() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      guard case .idle = state else { return continuation.resume(throwing: Closed()) }
      state = .connecting(since: 2, continuation: continuation)
      if random() { continuation.resume(throwing: Closed()) }  // expect: stale-continuation
    }
  }
}

private actor BadHolder {
  private var waiter: Waiter?
  private var pair: (id: Int, continuation: CheckedContinuation<Int, Never>)?
  private var pending = Pending()

  func start() async -> Int {
    precondition(waiter == nil && pair == nil && pending.continuation == nil)
    return await withCheckedContinuation { continuation in
      if random() {
        waiter = Waiter(id: 1, continuation: continuation)
      } else if random() {
        pair = (1, continuation)
      } else {
        pending.continuation = continuation
      }
    }
  }

  func ofAStruct() { waiter?.continuation.resume(returning: 1) }  // expect: stale-continuation
  func ofATuple() { pair?.continuation.resume(returning: 1) }  // expect: stale-continuation
  func ofAMember() { pending.continuation?.resume(returning: 1) }  // expect: stale-continuation

  func ofABoundTuple() {
    guard let (_, continuation) = pair else { return }
    continuation.resume(returning: 1)  // expect: stale-continuation
  }
}
