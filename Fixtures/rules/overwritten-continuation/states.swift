// Continuations that go into a case of a state, a struct or a tuple: somebody asks whether one waits there, or it is lost.

private enum Turn {
  case idle
  case waiting(CheckedContinuation<Int, Never>)
  case closed
}

private struct Caller {
  let id: Int
  let continuation: CheckedContinuation<Int, Never>
}

// MARK: good

private actor GoodTurn {
  private var state = Turn.idle
  private var caller: Caller?
  private var isWaiting: Bool {
    if case .waiting = state { return true }
    return false
  }

  func asksByACase() async -> Int {
    guard case .idle = state else { return 0 }
    return await withCheckedContinuation { state = .waiting($0) }  // ok: asked
  }

  func asksByASwitch() async -> Int {
    switch state {
    case .waiting, .closed: return 0
    case .idle: return await withCheckedContinuation { next in state = .waiting(next) }  // ok: asked
    }
  }

  func asksByAProperty() async -> Int {
    precondition(!isWaiting)
    return await withCheckedContinuation { state = .waiting($0) }  // ok: asked
  }

  func completesTheOther() async -> Int {
    await withCheckedContinuation { next in
      if case .waiting(let other) = state { other.resume(returning: 0) }
      state = .waiting(next)  // ok: nobody waits there any more
    }
  }

  func asksForACaller() async -> Int {
    if caller != nil { return 0 }
    return await withCheckedContinuation { caller = Caller(id: 1, continuation: $0) }  // ok: asked
  }

  func answer(_ value: Int) {
    if case .waiting(let waiter) = state {
      state = .closed
      waiter.resume(returning: value)
    }
    let last = caller
    caller = nil
    last?.continuation.resume(returning: value)
  }
}

// MARK: bad

private actor BadTurn {
  private var state = Turn.idle
  private var caller: Caller?
  private var pair: (id: Int, continuation: CheckedContinuation<Int, Never>)?

  func next() async -> Int {
    await withCheckedContinuation { state = .waiting($0) }  // expect: overwritten-continuation
  }

  func nextByName() async -> Int {
    await withCheckedContinuation { (waiter: CheckedContinuation<Int, Never>) in
      self.state = Turn.waiting(waiter)  // expect: overwritten-continuation
    }
  }

  func call() async -> Int {
    await withCheckedContinuation { caller = Caller(id: 2, continuation: $0) }  // expect: overwritten-continuation
  }

  func together() async -> Int {
    await withCheckedContinuation { pair = (3, $0) }  // expect: overwritten-continuation
  }

  func answer(_ value: Int) {
    if case .waiting(let waiter) = state {
      state = .closed
      waiter.resume(returning: value)
    }
    let (last, other) = (caller, pair)
    (caller, pair) = (nil, nil)
    last?.continuation.resume(returning: value)
    other?.continuation.resume(returning: value)
  }
}
