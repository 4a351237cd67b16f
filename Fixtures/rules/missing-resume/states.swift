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

// MARK: bad

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
