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
