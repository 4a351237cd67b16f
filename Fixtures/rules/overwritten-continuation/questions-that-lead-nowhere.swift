// A question before a continuation is kept matters only if its answer leads away from there.

// MARK: good

private actor LeadsAway {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var items: [Int] = []
  private var running: Task<Int, any Error>?
  private var isBusy: Bool { waiting != nil }

  func leaves() async throws -> Int {
    if waiting != nil {
      print("busy")
      throw CancellationError()
    }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: it has thrown
  }

  func resumesTheOld() async throws -> Int {
    if let old = waiting {
      print("busy")
      old.resume(throwing: CancellationError())
    }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: that one was resumed
  }

  func onBothWays(_ isLate: Bool) async throws -> Int {
    if isLate { waiting?.resume(throwing: CancellationError()) } else { giveUp() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: resumed on both ways
  }

  func asserted() async throws -> Int {
    precondition(waiting == nil)
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: there is none
  }

  func askedWithMore(_ isOpen: Bool) async throws -> Int {
    guard waiting == nil && isOpen else { throw CancellationError() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: there is none
  }

  func asksByAName() async throws -> Int {
    let isTaken = waiting != nil
    if isTaken { throw CancellationError() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: it has thrown
  }

  func asksItself() async throws -> Int {
    if isBusy { throw CancellationError() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: it has thrown
  }

  func waitsForItsTurn() async throws -> Int {
    while waiting != nil { await Task.yield() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: there is none
  }

  func sharesTheTask() -> Task<Int, any Error> {
    if let running { return running }
    let next = Task { try await withCheckedThrowingContinuation { self.waiting = $0 } }  // ok: the next call gets this task
    running = next
    return next
  }

  func takesFirst() async throws -> Int {
    if !items.isEmpty { return items.removeFirst() }
    if waiting != nil { throw CancellationError() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // ok: it has thrown
  }

  private func giveUp() {
    waiting?.resume(throwing: CancellationError())
    waiting = nil
  }

  func answer(_ value: Int) {
    guard let old = waiting else { return items.append(value) }
    waiting = nil
    old.resume(returning: value)
  }
}

// MARK: bad

private actor LeadsNowhere {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var items: [Int] = []
  private var last: Int?

  func onlyNotes() async throws -> Int {
    if waiting != nil { print("busy") }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func resumesOnOneWay(_ isLate: Bool) async throws -> Int {
    if isLate { waiting?.resume(throwing: CancellationError()) }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func givesUpOnOneWay(_ isLate: Bool) async throws -> Int {
    if isLate { giveUp() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func receive() async throws -> Int {
    if !items.isEmpty { return items.removeFirst() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func newest() async throws -> Int {
    if let last { return last }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func guarded() async throws -> Int {
    guard items.isEmpty else { return items.removeFirst() }
    return try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  private func giveUp() {
    waiting?.resume(throwing: CancellationError())
    waiting = nil
  }

  func send(_ value: Int) {
    last = value
    guard let old = waiting else { return items.append(value) }
    waiting = nil
    old.resume(returning: value)
  }
}
