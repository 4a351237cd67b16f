// A state with a continuation in it that is left without anybody having taken that out, and lists that are emptied.

private enum Phase {
  case idle
  case waiting(CheckedContinuation<Int, any Error>)
  case closed
}

// MARK: good

private actor GoodPhase {
  private var phase = Phase.idle
  private var isOpen = true

  func start() async throws -> Int {
    guard case .idle = phase else { return 0 }
    return try await withCheckedThrowingContinuation { phase = .waiting($0) }
  }

  func deliver(_ value: Int) {
    guard case .waiting(let waiter) = phase else { return }
    phase = .idle
    waiter.resume(returning: value)
  }

  func close() {
    switch phase {
    case .waiting(let waiter):
      phase = .closed  // ok: taken out
      waiter.resume(throwing: CancellationError())
    case .idle: phase = .closed  // ok: nobody waits
    case .closed: break
    }
  }

  func closeByAHelper() {
    if case .waiting = phase {
      deliver(0)
      phase = .closed  // ok: the helper has completed it
    }
  }

  func onlyIfIdle() {
    if case .idle = phase { phase = .closed }  // ok: nobody waits
  }

  func toAnotherWaiter(_ next: CheckedContinuation<Int, any Error>) {
    switch phase {
    case .waiting(let waiter):
      waiter.resume(returning: 1)
      phase = .waiting(next)  // ok: taken out
    default: phase = .waiting(next)
    }
  }
}

private actor GoodList {
  private var waiters: [Int: CheckedContinuation<Int, any Error>] = [:]

  func wait(_ id: Int) async throws -> Int { try await withCheckedThrowingContinuation { waiters[id] = $0 } }
  func answer(_ id: Int) { waiters.removeValue(forKey: id)?.resume(returning: id) }

  func failAll() {
    for waiter in waiters.values { waiter.resume(throwing: CancellationError()) }
    waiters.removeAll()  // ok: completed
  }

  func failAllAndReset() {
    for id in waiters.keys { answer(id) }
    reset()
  }

  private func reset() { waiters.removeAll() }  // ok: who calls it has to do with the waiters
}

// MARK: bad

private actor BadList {
  private var waiters: [Int: CheckedContinuation<Int, any Error>] = [:]
  private var queue: [CheckedContinuation<Void, Never>] = []

  func wait(_ id: Int) async throws -> Int { try await withCheckedThrowingContinuation { waiters[id] = $0 } }
  func answer(_ id: Int) { waiters.removeValue(forKey: id)?.resume(returning: id) }
  func close() { waiters.removeAll() }  // expect: missing-resume

  func turn() async { await withCheckedContinuation { queue.append($0) } }
  func next() { if !queue.isEmpty { queue.removeFirst().resume() } }
  func stop() { queue = [] }  // expect: missing-resume
}

private actor BadPhase {
  private var phase = Phase.idle

  func start() async throws -> Int {
    guard case .idle = phase else { return 0 }
    return try await withCheckedThrowingContinuation { phase = .waiting($0) }
  }

  func deliver(_ value: Int) {
    guard case .waiting(let waiter) = phase else { return }
    phase = .idle
    waiter.resume(returning: value)
  }

  func close() {
    switch phase {
    case .waiting: phase = .closed  // expect: missing-resume
    case .idle, .closed: break
    }
  }

  func closeInEachCase() {
    switch phase {
    case .waiting: phase = .closed  // expect: missing-resume
    case .idle: phase = .closed  // ok: nobody waits
    case .closed: break
    }
  }

  func closeWithoutAName() {
    if case .waiting(_) = phase {
      phase = .closed  // expect: missing-resume
    }
  }
}
