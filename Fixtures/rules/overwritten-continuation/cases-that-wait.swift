// A `case` says that one waits, and another one is put there.

private enum Slot {
  case idle
  case pending(CheckedContinuation<Int, any Error>)
  case closed
}

// MARK: good

private struct GoodSlots {
  private var slots: [Int: Slot] = [:]
  private var only = Slot.idle

  mutating func register(_ next: CheckedContinuation<Int, any Error>, for id: Int) {
    switch slots[id] {
    case .none, .closed: next.resume(throwing: StoreError.closed)
    case .idle: slots[id] = .pending(next)  // ok: nobody waits
    case .pending(let old):
      slots[id] = .pending(next)  // ok: the earlier one is resumed below
      old.resume(throwing: StoreError.closed)
    }
  }

  mutating func replace(_ next: CheckedContinuation<Int, any Error>) {
    switch only {
    case .idle, .pending: only = .pending(next)  // ok: perhaps nobody waits
    case .closed: next.resume(throwing: StoreError.closed)
    }
  }

  mutating func elsewhere(_ next: CheckedContinuation<Int, any Error>, for id: Int) {
    switch slots[id] {
    case .pending: slots[id + 1] = .pending(next)  // ok: another place
    default: next.resume(throwing: StoreError.closed)
    }
  }

  mutating func answer(_ id: Int) {
    if case .pending(let waiting)? = slots.removeValue(forKey: id) { waiting.resume(returning: id) }
    if case .pending(let waiting) = only {
      only = .closed
      waiting.resume(returning: id)
    }
  }
}

// MARK: bad

private struct BadSlots {
  private var slots: [Int: Slot] = [:]
  private var only = Slot.idle

  mutating func register(_ next: CheckedContinuation<Int, any Error>, for id: Int) {
    switch slots[id] {
    case .none, .closed: next.resume(throwing: StoreError.closed)
    case .idle: slots[id] = .pending(next)
    case .pending: slots[id] = .pending(next)  // expect: overwritten-continuation
    }
  }

  mutating func replace(_ next: CheckedContinuation<Int, any Error>) {
    switch only {
    case .idle: only = .pending(next)
    case .pending: only = .pending(next)  // expect: overwritten-continuation
    case .closed: next.resume(throwing: StoreError.closed)
    }
  }

  mutating func answer(_ id: Int) {
    if case .pending(let waiting)? = slots.removeValue(forKey: id) { waiting.resume(returning: id) }
    if case .pending(let waiting) = only {
      only = .closed
      waiting.resume(returning: id)
    }
  }
}
