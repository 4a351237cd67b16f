// Continuations that wait in a case of a state: whoever takes one out and leaves another state behind has it alone.

private enum LoadState {
  case idle
  case waiting(CheckedContinuation<Int, any Error>)
  case loaded(Int)
}

// MARK: good

private final class GoodLoader: @unchecked Sendable {
  private var state = LoadState.idle
  private var isOpen = false

  func takenAndResumed(_ value: Int) {
    guard case .waiting(let waiter) = state else { return }
    state = .loaded(value)
    waiter.resume(returning: value)  // ok: resumed
  }

  func putBack() {
    guard case .waiting(let waiter) = state else { return }
    state = .waiting(waiter)  // ok: it waits on
  }

  func resumedFirst(_ value: Int) {
    switch state {
    case .waiting(let waiter):
      waiter.resume(returning: value)
      state = .loaded(value)  // ok: resumed before
    case .idle, .loaded: break
    }
  }

  func givenBack() -> CheckedContinuation<Int, any Error>? {
    switch state {
    case .waiting(let waiter):
      state = .idle
      return waiter  // ok: the caller has it
    case .idle, .loaded: return nil
    }
  }

  func onlyLookedAt() {
    guard case .waiting(let waiter) = self.state else { return }
    if !isOpen { return }  // ok: it still waits there
    self.state = .idle
    waiter.resume(throwing: CancellationError())
  }
}

/// Whether anybody has to wait is asked before, by a property that looks at the state.
private struct GoodLine {
  private var state = LineState.idle
  private var commands = CircularBuffer<(command: Int, promise: EventLoopPromise<Void>?)>()
  private var isBusy: Bool {
    switch state {
    case .sending(let part): part > 0
    case .receiving: true
    case .idle, .failed: false
    }
  }

  mutating func next() -> Int? {
    guard !isBusy, let (command, promise) = commands.popFirst() else { return nil }
    switch state {
    case .idle, .sending: promise?.succeed(())
    case .receiving: return nil  // ok: the property has left it out
    case .failed: preconditionFailure("failed")
    }
    return command
  }
}

private enum LineState {
  case idle
  case sending(Int)
  case receiving
  case failed
}

// MARK: bad

private struct BadLine {
  private var state = LineState.idle
  private var commands = CircularBuffer<(command: Int, promise: EventLoopPromise<Void>?)>()
  private var isBusy: Bool {
    switch state {
    case .sending(let part): part > 0
    case .failed: true
    case .idle, .receiving: false
    }
  }

  mutating func next() -> Int? {
    guard !isBusy, let (command, promise) = commands.popFirst() else { return nil }
    switch state {
    case .idle, .sending: promise?.succeed(())
    case .receiving: return nil  // expect: missing-resume
    case .failed: preconditionFailure("failed")
    }
    return command
  }
}

private final class BadLoader: @unchecked Sendable {
  private var state = LoadState.idle
  private var isOpen = false

  func takenAndForgotten() {
    guard case .waiting(let waiter) = state else { return }
    state = .idle
    if isOpen { return }  // expect: missing-resume
    waiter.resume(throwing: CancellationError())
  }

  func oneArmForgets(_ value: Int) {
    switch self.state {
    case .waiting(let waiter):
      self.state = .loaded(value)
      guard value > 0 else { return }  // expect: missing-resume
      waiter.resume(returning: value)
    case .idle, .loaded: break
    }
  }
}
