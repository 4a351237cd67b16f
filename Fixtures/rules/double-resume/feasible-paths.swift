// Conditions that belong together, flags and other guards that make a second completion impossible.

// MARK: good

func correlated(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready { c.resume(returning: 1) }
    if !ready { c.resume(returning: 0) }  // ok: never both
  }
}

func correlatedOptionals(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    if let user { c.resume(returning: user.id) }
    if user == nil { c.resume(returning: 0) }  // ok: never both
  }
}

func flagInOneCallback() async -> Int {
  await withCheckedContinuation { c in
    var resumed = false
    api.load { value, _ in
      if let value {
        resumed = true
        c.resume(returning: value)
      }
      if !resumed { c.resume(returning: 0) }  // ok: the flag tells
    }
  }
}

func flagOverEvents(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    var resumed = false
    connection.stateUpdateHandler = { _ in
      guard !resumed else { return }
      resumed = true
      c.resume()  // ok: the flag lets one event through
    }
    connection.start()
  }
}

func lockedFlag(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    let resumed = Lock(false)
    connection.stateUpdateHandler = { _ in
      let isFirst = resumed.withLock { done in
        defer { done = true }
        return !done
      }
      if isFirst { c.resume() }  // ok: the lock lets one event through
    }
    connection.start()
  }
}

func optionalThatIsEmptied(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    var waiting: CheckedContinuation<Void, Never>? = c
    connection.stateUpdateHandler = { _ in
      waiting?.resume()  // ok: emptied before the next event
      waiting = nil
    }
    connection.start()
  }
}

func takenOutOfALock(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    let box = Lock<CheckedContinuation<Void, Never>?>(c)
    connection.stateUpdateHandler = { _ in
      let taken = box.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }
      taken?.resume()  // ok: taken out under the lock
    }
    connection.start()
  }
}

func onceOnlyTimer() async {
  await withCheckedContinuation { c in
    _ = Timer.scheduledTimer(withTimeInterval: 1, repeats: false) { _ in
      c.resume()  // ok: a timer that does not repeat
    }
  }
}

private final class Loader {
  var isLoading = false
  var isDone = false

  func asksAFlag(_ c: CheckedContinuation<Int, any Error>, _ error: (any Error)?) {
    if let error {
      isDone = true
      c.resume(throwing: error)
    }
    if isDone { return }  // ok: whoever set it has completed
    c.resume(returning: 1)  // ok: the flag is set where it was completed
  }

  func notesSomething(_ c: CheckedContinuation<Int, any Error>, _ error: (any Error)?) {
    if let error { c.resume(throwing: error) }
    if isLoading { isLoading = false }
    c.resume(returning: 1)  // expect: double-resume
  }
}

// MARK: bad

func notCorrelated(_ ready: Bool, _ done: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready { c.resume(returning: 1) }
    if !ready || done { c.resume(returning: 0) }  // expect: double-resume
  }
}

func conditionChanges(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    var ready = random()
    if ready { c.resume(returning: 1) }
    ready = random()
    if !ready { c.resume(returning: 0) }  // expect: double-resume, missing-resume
  }
}

func flagThatNobodySets(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    let resumed = false
    connection.stateUpdateHandler = { _ in
      guard !resumed else { return }
      c.resume()  // expect: double-resume
    }
    connection.start()
  }
}

func flagSetInOneCase(_ connection: NWConnection) async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    connection.stateUpdateHandler = { state in
      switch state {
      case .ready: c.resume()  // expect: double-resume
      case .failed(let error): c.resume(throwing: error)  // expect: double-resume
      default: break
      }
    }
    connection.start()
  }
}

func repeatingTimer() async {
  await withCheckedContinuation { c in
    _ = Timer.scheduledTimer(withTimeInterval: 1, repeats: true) { _ in
      c.resume()  // expect: double-resume
    }
  }
}

func repeatedTask(_ loop: any EventLoop) async {
  await withCheckedContinuation { c in
    loop.scheduleRepeatedTask(delay: 1) {
      c.resume()  // expect: double-resume
    }
  }
}

func forEachOfMany(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    guard !ids.isEmpty else { return c.resume(returning: 0) }
    ids.forEach { id in
      c.resume(returning: id)  // expect: double-resume
    }
  }
}

func observerThatStays() async {
  await withCheckedContinuation { c in
    notifier.addObserver {
      c.resume()  // expect: double-resume
    }
  }
}

// MARK: what always says the same here

func isReady() -> Bool { true }
func isOff() -> Bool { false }

struct NotReady: Error {}

func answerIfReady(_ c: CheckedContinuation<Int, any Error>) throws {
  guard isReady() else { throw NotReady() }
  c.resume(returning: 1)
}

func failsWhereItWasNotReady() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do {
      try answerIfReady(c)
    } catch {
      c.resume(throwing: error)  // ok: nobody writes such a function for what it says today
    }
  }
}

func answersOnceMore() async -> Int {
  await withCheckedContinuation { c in
    if isOff() { c.resume(returning: 1) }
    c.resume(returning: 2)  // expect: double-resume
  }
}

func negativeCodes(_ code: Int) async -> Int {
  await withCheckedContinuation { c in
    if code == -1 { c.resume(returning: -1) }
    if code == 0 { c.resume(returning: 0) }  // ok: it is one of them
    if code != -1 && code != 0 { c.resume(returning: 1) }
  }
}

func negativeCodesAgain(_ code: Int) async -> Int {
  await withCheckedContinuation { c in
    if code == -1 { c.resume(returning: -1) }
    if code < 0 { c.resume(returning: 0) }  // expect: double-resume
    if code >= 0 { c.resume(returning: 1) }
  }
}
