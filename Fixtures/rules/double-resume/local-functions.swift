// Local functions and closures in variables that complete.

// MARK: good

func localFunctionOnEachPath(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    if ready {
      finish(1)
    } else {
      finish(0)  // ok: another branch
    }
  }
}

func localFunctionAsCallback() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func finish(_ result: Result<Int, any Error>) { c.resume(with: result) }
    api.fetch(finish)  // ok: handed over
  }
}

func closureOnEachPath(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    let finish = { (value: Int) in c.resume(returning: value) }
    guard ready else { return finish(0) }
    finish(1)  // ok: the guard has returned
  }
}

func guardedLocalFunction(_ connection: NWConnection) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    var done = false
    func finish() {
      guard !done else { return }
      done = true
      c.resume()  // ok: the flag lets one call through
    }
    connection.stateUpdateHandler = { _ in finish() }
    api.ping { finish() }
  }
}

// MARK: bad

func localFunctionTwice(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    if ready { finish(1) }
    finish(0)  // expect: double-resume
  }
}

func closureTwice(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    let finish = { (value: Int) in c.resume(returning: value) }
    if ready { finish(1) }
    finish(0)  // expect: double-resume
  }
}

func localFunctionAndDirectly(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }
    if ready { finish(1) }
    c.resume(returning: 0)  // expect: double-resume
  }
}

func localFunctionWithTwoResumes(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) {
      if value == 0 { c.resume(returning: -1) }
      c.resume(returning: value)  // expect: double-resume
    }
    finish(1)
  }
}

func localFunctionInALoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    func finish(_ value: Int) { c.resume(returning: value) }  // expect: double-resume
    guard !ids.isEmpty else { return finish(0) }
    for id in ids {
      finish(id)
    }
  }
}

private func runTwice(_ body: () -> Void) {
  body()
  body()
}

private func runForEach(_ numbers: [Int], _ body: (Int) -> Void) {
  for number in numbers { body(number) }
}

private func runOnce(_ body: () -> Void) { body() }

func runsTwice() async {
  await withCheckedContinuation { c in
    runTwice { c.resume() }  // expect: double-resume
  }
}

func runsForEach(_ numbers: [Int]) async {
  await withCheckedContinuation { c in
    runForEach(numbers) { _ in c.resume() }  // expect: double-resume
  }
}

func runsOnce() async {
  await withCheckedContinuation { c in
    runOnce { c.resume() }  // ok: once
  }
}

// MARK: callees that look for one of many

private func find(_ id: Int, in ids: [Int], _ body: (Int?) -> Void) {
  for other in ids where other == id {
    body(other)
    return
  }
  body(nil)
}

private func first(of ids: [Int], _ body: (Int?) -> Void) {
  for id in ids {
    body(id)
    return
  }
  body(nil)
}

private func firstOrNone(of ids: [Int], _ body: (Int?) -> Void) {
  var isFound = false
  for id in ids where id > 0 {
    body(id)
    isFound = true
    break
  }
  if !isFound { body(nil) }
}

private func findLater(_ id: Int, in ids: [Int], _ body: @escaping @Sendable (Int?) -> Void) {
  notifier.async {
    for other in ids {
      if other == id {
        body(other)
        return
      }
    }
    body(nil)
  }
}

private func findAll(_ id: Int, in ids: [Int], _ body: (Int?) -> Void) {
  for other in ids { body(other == id ? nil : other) }
  body(nil)
}

private func tellFirstAndEnd(of ids: [Int], _ body: (Int?) -> Void) {
  for id in ids {
    body(id)
    break
  }
  body(nil)
}

func findsOne(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    find(1, in: ids) { c.resume(returning: $0) }  // ok: the call in the loop ends it
  }
}

func takesTheFirst(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    first(of: ids) { c.resume(returning: $0) }  // ok: there is no second round
  }
}

func takesTheFirstOrNone(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    firstOrNone(of: ids) { c.resume(returning: $0) }  // ok: one of the two
  }
}

func findsOneLater(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    findLater(1, in: ids) { c.resume(returning: $0) }  // ok: the same in a closure
  }
}

func findsAll(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    findAll(1, in: ids) { c.resume(returning: $0) }  // expect: double-resume
  }
}

func firstAndEnd(_ ids: [Int]) async -> Int? {
  await withCheckedContinuation { c in
    tellFirstAndEnd(of: ids) { c.resume(returning: $0) }  // expect: double-resume
  }
}
