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

private struct Patient {
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
  private var waiter: Patient?
  private var pair: (id: Int, continuation: CheckedContinuation<Int, Never>)?
  private var pending = Pending()

  func start() async -> Int {
    precondition(waiter == nil && pair == nil && pending.continuation == nil)
    return await withCheckedContinuation { continuation in
      if random() {
        waiter = Patient(id: 1, continuation: continuation)
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

/// A state machine gives its continuations to whoever asks, who then completes them.
private struct GoodMachine {
  private var state = WaitState.idle

  mutating func deliver(_ value: Int) -> CheckedContinuation<Int, Never>? {
    guard case .waiting(let waiter) = state else { return nil }
    state = .done(value)
    return waiter  // ok: the state was left
  }

  mutating func finish() -> Action {
    defer { state = .idle }
    switch state {
    case .waiting(let waiter): return .resume(waiter)  // ok: the defer leaves it
    case .idle, .done: return .nothing
    }
  }

  mutating func startAgain() -> Action {
    if case .waiting(let waiter) = state {
      self = GoodMachine()
      return .resume(waiter)  // ok: another one takes its place
    }
    return .nothing
  }

  func look() -> Action {
    if case .waiting(let waiter) = state { return .resume(waiter) }  // ok: it only looks
    return .nothing
  }
}

private enum Action {
  case resume(CheckedContinuation<Int, Never>)
  case nothing
}

private enum Line {
  case idle
  case waiting([CheckedContinuation<Int, Never>])
  case done
}

private actor GoodLine {
  private var line = Line.idle

  func wait() async -> Int {
    await withCheckedContinuation { next in
      switch line {
      case .idle: line = .waiting([next])
      case .waiting(let others): line = .waiting(others + [next])
      case .done: next.resume(returning: 0)
      }
    }
  }

  func all(_ value: Int) {
    guard case .waiting(let waiters) = line else { return }
    line = .done
    for waiter in waiters { waiter.resume(returning: value) }  // ok: the state was left
  }
}

/// The state stands in a lock, which gives it to closures.
private final class GoodBox: Sendable {
  private let pending = NIOLockedValueBox(Pending())

  func start() async -> Int {
    await withCheckedContinuation { next in
      pending.withLockedValue { pending in
        precondition(pending.continuation == nil)
        pending.continuation = next
      }
    }
  }

  func clearedUnderTheLock() {
    pending.withLockedValue { pending in
      pending.continuation?.resume(returning: 1)  // ok: cleared in the next line
      pending.continuation = nil
    }
  }

  func takenOutUnderTheLock() {
    let taken = pending.withLockedValue { pending in
      let taken = pending.continuation
      pending.continuation = nil
      return taken
    }
    taken?.resume(returning: 1)  // ok: taken out
  }

  func replacedUnderTheLock() {
    pending.withLockedValue { pending in
      defer { pending = Pending() }
      pending.continuation?.resume(returning: 1)  // ok: another one takes its place
    }
  }
}

/// Who is served is remembered with the continuation, which is nobody's business any more.
private actor GoodCounter {
  private var served: Patient?
  private var queue: [Patient] = []

  func turn(_ id: Int) async -> Int {
    await withCheckedContinuation { continuation in
      if served == nil {
        served = Patient(id: id, continuation: continuation)
        continuation.resume(returning: id)  // ok: nobody completes what is served
      } else {
        queue.append(Patient(id: id, continuation: continuation))
      }
    }
  }

  func next() {
    served = nil
    if queue.isEmpty { return }
    let next = queue.removeFirst()
    served = next
    next.continuation.resume(returning: next.id)  // ok: taken out of the queue
  }
}

/// Stored, and given to a closure that comes later.
private final class GoodTimer: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?
  private var isDone = false

  func takenFromItsPlace() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { continuation in
      waiting = continuation
      onCallback { [self] in
        waiting?.resume(returning: 0)  // ok: cleared
        waiting = nil
      }
    }
  }

  func clearedByTheClosure() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { continuation in
      waiting = continuation
      onCallback { [self] in
        guard waiting != nil else { return }
        waiting = nil
        continuation.resume(returning: 0)  // ok: cleared before
      }
    }
  }

  func guardedByAFlag() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { continuation in
      waiting = continuation
      onCallback { [self] in
        if isDone { return }
        isDone = true
        continuation.resume(returning: 0)  // ok: a flag
      }
    }
  }

  func eitherOfThem() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { continuation in
      if random() {
        waiting = continuation
      } else {
        onCallback { continuation.resume(returning: 0) }  // ok: it was not stored on this way
      }
    }
  }

  func finish(_ value: Int) {
    waiting?.resume(returning: value)
    waiting = nil
  }
}

// MARK: bad

private struct BadMachine {
  private var state = WaitState.idle

  mutating func deliver(_ value: Int) -> Action {
    switch state {
    case .waiting(let waiter): return .resume(waiter)  // expect: stale-continuation
    case .idle:
      state = .done(value)
      return .nothing
    case .done: return .nothing
    }
  }
}

private actor BadLine {
  private var line = Line.idle

  func wait() async -> Int {
    await withCheckedContinuation { next in
      switch line {
      case .idle: line = .waiting([next])
      case .waiting(let others): line = .waiting(others + [next])
      case .done: next.resume(returning: 0)
      }
    }
  }

  func all(_ value: Int) {
    guard case .waiting(let waiters) = line else { return }
    for waiter in waiters { waiter.resume(returning: value) }  // expect: stale-continuation
  }
}

private final class BadBox: Sendable {
  private let pending = NIOLockedValueBox(Pending())
  private let named = NIOLockedValueBox<Pending>(Pending())

  func start() async -> Int {
    await withCheckedContinuation { next in
      pending.withLockedValue { pending in
        precondition(pending.continuation == nil)
        pending.continuation = next
      }
    }
  }

  func leftUnderTheLock() {
    pending.withLockedValue { $0.continuation?.resume(returning: 1) }  // expect: stale-continuation
    named.withLockedValue { named in named.continuation?.resume(returning: 1) }  // expect: stale-continuation
  }
}

private final class BadTimer: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?

  func storedAndGivenAway() async -> Int {
    precondition(waiting == nil)
    return await withCheckedContinuation { continuation in
      waiting = continuation
      onCallback { continuation.resume(returning: 0) }  // expect: stale-continuation
    }
  }

  func finish(_ value: Int) {
    waiting?.resume(returning: value)
    waiting = nil
  }
}

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
  private var waiter: Patient?
  private var pair: (id: Int, continuation: CheckedContinuation<Int, Never>)?
  private var pending = Pending()

  func start() async -> Int {
    precondition(waiter == nil && pair == nil && pending.continuation == nil)
    return await withCheckedContinuation { continuation in
      if random() {
        waiter = Patient(id: 1, continuation: continuation)
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

// MARK: kept in a lock, whatever it says

private let exits = Lock<[Int: CheckedContinuation<Void, any Error>]>([:])

private func hasExited(_ id: Int) -> Bool { id > 3 }

private func keptOrDone(_ id: Int) async throws {
  try await withCheckedThrowingContinuation { next in
    let isDone = exits.withLock { waiting -> Bool in
      if hasExited(id) { return true }
      waiting[id] = next
      return false
    }
    if isDone { next.resume() }  // ok: then it was not kept
  }
}

private func takenOutAgain(_ id: Int) async throws {
  try await withCheckedThrowingContinuation { next in
    let isDone = exits.withLock { waiting -> Bool in
      waiting[id] = next
      if hasExited(id) { waiting[id] = nil }
      return hasExited(id)
    }
    if isDone { next.resume() }  // ok: then it was taken out again
  }
}

private func keptAndDone(_ id: Int) async throws {
  try await withCheckedThrowingContinuation { next in
    let isDone = exits.withLock { waiting -> Bool in
      waiting[id] = next
      return hasExited(id)
    }
    if isDone { next.resume() }  // expect: stale-continuation
  }
}

private func exited(_ id: Int) { exits.withLock { $0.removeValue(forKey: id) }?.resume() }
