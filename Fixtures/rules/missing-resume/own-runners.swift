// Functions of the sources that run closures, and closures that they give something to.

func runOne(_ first: () -> Void, _ second: () -> Void) {
  if random() { first() } else { second() }
}

func runFor(_ result: Result<Int, any Error>, ok: (Int) -> Void, failed: (any Error) -> Void) {
  switch result {
  case .success(let value): ok(value)
  case .failure(let error): failed(error)
  }
}

func runIf(_ condition: Bool, _ body: () -> Void) {
  guard condition else { return }
  body()
}

func runPerhaps(_ body: () -> Void) {
  if random() { body() }
}

func transaction(_ body: () throws -> Void) rethrows {
  do {
    try body()
  } catch {
    print("back")
    throw error
  }
}

func reply(_ body: @escaping (CheckedContinuation<Int, Never>) -> Void) {
  takeOver(body)
}

// MARK: good

func oneOfTwo() async -> Int {
  await withCheckedContinuation { c in
    runOne({ c.resume(returning: 1) }, { c.resume(returning: 2) })  // ok: one of them
  }
}

func oneForTheResult(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    runFor(result, ok: { c.resume(returning: $0) }, failed: { c.resume(throwing: $0) })  // ok: one of them
  }
}

func theCallerDecides(_ condition: Bool) async -> Int {
  await withCheckedContinuation { c in
    runIf(condition) { c.resume(returning: 1) }  // ok: what is true here nobody follows
    runIf(!condition) { c.resume(returning: 2) }
  }
}

func insideATransaction() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do {
      try transaction {
        try risk()
        c.resume(returning: 1)
      }
    } catch {
      c.resume(throwing: error)  // ok: it has not been resumed then
    }
  }
}

func givenAndResumed() {
  reply { c in
    c.resume(returning: 1)  // ok: resumed
  }
}

// MARK: bad

func perhapsNobodyRunsIt() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    runPerhaps { c.resume(returning: 1) }
  }
}

func givenAndForgotten() {
  reply { c in
    guard random() else { return }  // expect: missing-resume
    c.resume(returning: 1)
  }
}

func givenWithoutAName() {
  reply {
    if random() { $0.resume(returning: 1) }  // expect: missing-resume
  }
}

// MARK: closures that are given the continuation

final class Waiting {
  private var continuation: CheckedContinuation<Int, Never>?

  func wait() async -> Int {
    guard continuation == nil else { return 0 }
    return await withCheckedContinuation { continuation = $0 }
  }

  func finish(_ body: (CheckedContinuation<Int, Never>) -> Void) {
    guard let waiting = continuation else { return }
    continuation = nil
    body(waiting)
  }

  func answers(_ number: Int) {
    finish { $0.resume(returning: number) }  // ok: where nobody waits there is nothing to do
  }

  func answersOneOfTwo(_ number: Int) {
    finish { c in if number > 3 { c.resume(returning: number) } else { c.resume(returning: 0) } }  // ok
  }

  func answersSome(_ number: Int) {
    finish { c in if number > 3 { c.resume(returning: number) } }  // expect: missing-resume
  }
}
