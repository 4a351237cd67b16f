// Callbacks that count how many of them have ended, flags of objects that a call has made, and two names of one continuation.

// MARK: good

private func joinsCallbacks(_ ids: [Int], _ queue: Jobs) async -> Int {
  await withCheckedContinuation { c in
    guard !ids.isEmpty else { return c.resume(returning: 0) }
    var left = ids.count
    for id in ids {
      queue.async {
        left -= 1
        if left == 0 { c.resume(returning: id) }  // ok: the last one does it
      }
    }
  }
}

private func joinsResults(_ ids: [Int], _ queue: Jobs) async -> [Int] {
  await withCheckedContinuation { c in
    guard !ids.isEmpty else { return c.resume(returning: []) }
    var results: [Int] = []
    for id in ids {
      queue.async {
        results.append(id)
        guard results.count == ids.count else { return }  // ok
        c.resume(returning: results)
      }
    }
  }
}

private func joinsPending(_ ids: Set<Int>, _ queue: Jobs) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    guard !ids.isEmpty else { return c.resume() }
    var pending = ids
    for id in ids {
      queue.async {
        pending.remove(id)
        if pending.isEmpty { c.resume() }  // ok
      }
    }
  }
}

private final class Locked<Value> {
  var value: Value
  init(_ value: Value) { self.value = value }
  func perform(_ action: (inout Value) -> Void) { action(&value) }
}

func asksItsOwnLock(_ source: API) async -> Int {
  let hasResumed = Locked(false)
  return await withCheckedContinuation { c in
    source.ping {
      if hasResumed.value { return }  // ok: nobody else has it
      c.resume(returning: 1)
      hasResumed.perform { $0 = true }
    }
  }
}

func callsBeforeItIsWritten(_ source: API, _ isLong: Bool) async -> Int {
  await withCheckedContinuation { c in
    switch isLong {
    case true: load()  // ok: the function is written below
    case false: c.resume(returning: 0)
    }
    func load() { source.ping { finish(1) } }
    func finish(_ number: Int) { c.resume(returning: number) }
  }
}

private final class LocalState { var didResume = false }

func asksItsOwnState(_ isCancelled: Bool) async -> Int {
  await withCheckedContinuation { c in
    let state = LocalState()
    func resume(_ number: Int) {
      if state.didResume { return }  // ok: whoever has set it has resumed
      state.didResume = true
      c.resume(returning: number)
    }
    if isCancelled { return resume(0) }
    api.ping { resume(1) }
  }
}

func keepsTwoNames(_ tasks: API) async {
  await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
    var waiting: CheckedContinuation<Void, Never>? = continuation
    tasks.load { _, error in
      if error != nil { return continuation.resume() }  // ok: one of the two
      waiting?.resume()  // ok
      waiting = nil
    }
  }
}

func collectsThree(_ events: ForeignService) async -> Int {
  var received: [Int] = []
  return await withCheckedContinuation { c in
    events.callAnyhow { next in
      received.append(next)
      if received.count == 3 { c.resume(returning: next) }  // ok: it comes as often as that
    }
  }
}

// MARK: bad

private func joinsNobody(_ ids: [Int], _ queue: Jobs) async -> Int {
  await withCheckedContinuation { c in
    var left = ids.count
    for id in ids {  // expect: missing-resume
      queue.async {
        left -= 1
        if left == 0 { c.resume(returning: id) }
      }
    }
  }
}

func retriesCounted(_ attempts: inout Int) async -> Int {
  attempts += 1
  let number = attempts
  return await withCheckedContinuation { c in
    guard number < 3 else { return }  // expect: missing-resume
    c.resume(returning: number)
  }
}

private final class SharedState { var isBusy = false }

private func asksSharedState(_ state: SharedState) async -> Int {
  await withCheckedContinuation { c in
    guard !state.isBusy else { return }  // expect: missing-resume
    state.isBusy = true
    c.resume(returning: 1)
  }
}

func keepsTwoNamesAndForgets(_ tasks: API) async {
  await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
    var waiting: CheckedContinuation<Void, Never>? = continuation
    tasks.load { _, error in
      if error != nil { return }  // expect: missing-resume
      waiting?.resume()
      waiting = nil
    }
    print(continuation)
  }
}

private final class Jobs {
  func async(_ body: @escaping () -> Void) {}
}

func asksACollectionOfItsOwn(_ events: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    events.callAnyhow { next in
      var received = Array(repeating: next, count: choose())
      received.append(next)
      if received.count == 3 { c.resume(returning: next) }  // expect: missing-resume
    }
  }
}

// MARK: somebody asked how many there are

private enum Grade: CaseIterable { case low, high }

func allOfThem(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    var left = ids.count
    guard left > 0 else {
      c.resume(returning: 0)
      return
    }
    for id in ids {  // ok: there is one
      fetchOne(id) { _ in
        left -= 1
        if left == 0 { c.resume(returning: 1) }
      }
    }
  }
}

func upToANumber(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    var done = 0
    for id in 1...count {  // ok: it would trap
      fetchOne(id) { _ in
        done += 1
        if done == count { c.resume(returning: done) }
      }
    }
  }
}

func ofEachGrade() async -> Int {
  await withCheckedContinuation { c in
    var done = 0
    for grade in Grade.allCases {  // ok: it has cases
      fetchOne(grade == .low ? 1 : 2) { _ in
        done += 1
        if done == Grade.allCases.count { c.resume(returning: done) }
      }
    }
  }
}

func nobodyAsked(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    var done = 0
    for id in ids {  // expect: missing-resume
      fetchOne(id) { _ in
        done += 1
        if done == ids.count { c.resume(returning: done) }
      }
    }
  }
}

func askedAboutTheWrongEnd(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    guard ids.isEmpty else { return c.resume(returning: 0) }  // expect: missing-resume
    for id in ids {
      fetchOne(id) { c.resume(returning: $0) }
    }
  }
}

private func fetchOne(_ id: Int, _ done: @escaping (Int) -> Void) { takeOver(done) }

func flagOfOneCall(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    api.fetch { _ in
      var isWrong = false
      for number in 0..<count {
        if number > 3 { isWrong = true }
        if isWrong { return }  // expect: missing-resume
      }
      c.resume(returning: 1)
    }
  }
}

// MARK: what is changed only after it has been found

private final class Lists: @unchecked Sendable {
  private var list: Rows?

  func add(_ row: Int, completion: @escaping @Sendable () -> Void) {
    api.fetch { _ in
      guard let list = self.list else {
        completion()
        return
      }
      list.insert(row)
      completion()  // ok: on both ways
    }
  }

  func addAndForget(_ row: Int, completion: @escaping @Sendable () -> Void) {
    api.fetch { _ in
      guard let list = self.list else {  // expect: missing-resume
        completion()
        return
      }
      list.insert(row)  // nothing is counted here: the name has just been declared
    }
  }
}

private final class Rows: @unchecked Sendable {
  func insert(_ row: Int) {}
}
