// Lists of waiters: tuples and structs that hold a continuation beside something else, and dictionaries whose entries are replaced.

struct Guest {
  var id: Int
  let done: CheckedContinuation<Int, Never>
  var timer: Box?
}

// MARK: good

actor TidyWaiters {
  private var waiters: [Guest] = []
  private var pairs: [(id: Int, done: CheckedContinuation<Int, Never>)] = []
  private var byID: [Int: CheckedContinuation<Int, any Error>] = [:]

  func wait(_ id: Int) async -> Int {
    await withCheckedContinuation { waiters.append(Guest(id: id, done: $0)) }
  }

  func waitAsAPair(_ id: Int) async -> Int {
    await withCheckedContinuation { pairs.append((id: id, done: $0)) }
  }

  func one(_ id: Int) {
    if let place = waiters.firstIndex(where: { $0.id == id }) {
      waiters[place].done.resume(returning: id)
      waiters.remove(at: place)  // ok: it is gone
    }
  }

  func all() {
    let taken = waiters
    waiters = []
    for waiter in taken { waiter.done.resume(returning: 0) }  // ok: taken out before
  }

  func first() {
    pairs[0].done.resume(returning: 1)
    pairs.removeFirst()  // ok
  }

  func keepsTheOthers(_ id: Int) {
    waiters.removeAll { waiter in
      guard waiter.id == id else { return false }
      waiter.done.resume(returning: id)  // ok: it is taken out by what the closure says
      return true
    }
  }

  func another(_ id: Int) async throws -> Int {
    byID[id]?.resume(throwing: StoreError.closed)
    return try await withCheckedThrowingContinuation { byID[id] = $0 }  // ok: the next one takes its place
  }

  func onlyTheTimers() {
    for waiter in waiters { waiter.timer?.items.removeAll() }  // ok: no continuation
  }
}

// MARK: bad

actor CarelessWaiters {
  private var waiters: [Guest] = []
  private var pairs: [(id: Int, done: CheckedContinuation<Int, Never>)] = []
  private var byID: [Int: CheckedContinuation<Int, any Error>] = [:]

  func wait(_ id: Int) async -> Int {
    await withCheckedContinuation { waiters.append(Guest(id: id, done: $0)) }
  }

  func waitAsAPair(_ id: Int) async -> Int {
    await withCheckedContinuation { pairs.append((id: id, done: $0)) }
  }

  func one(_ id: Int) {
    if let waiter = waiters.first(where: { $0.id == id }) {
      waiter.done.resume(returning: id)  // expect: stale-continuation
    }
  }

  func all() {
    for waiter in waiters { waiter.done.resume(returning: 0) }  // expect: stale-continuation
  }

  func first() {
    pairs[0].done.resume(returning: 1)  // expect: stale-continuation
  }

  func another(_ id: Int) async throws -> Int {
    byID[id]?.resume(throwing: StoreError.closed)  // expect: stale-continuation
    return try await withCheckedThrowingContinuation { byID[id + 1] = $0 }
  }
}
