// `rethrows`, and helpers that run a closure again after a failure.

func attempt<T>(_ body: () throws -> T) rethrows -> T { try body() }

func attemptTwice<T>(_ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch {
    return try body()
  }
}

func attemptUntil<T>(_ body: () throws -> T) -> T {
  while true {
    if let value = try? body() { return value }
  }
}

func attemptOrFallBack<T>(_ body: () throws -> T, or fallback: () -> T) -> T {
  do {
    return try body()
  } catch {
    return fallback()
  }
}

// MARK: good

func attemptedOnce() throws {
  let f = store.load(1)
  try attempt { use(f.asTask()) }  // ok: runs once
}

func attemptedThenCaught() {
  let f = store.load(1)
  do {
    try attempt { try store.reset() }
  } catch {
    use(f.asTask())  // ok: the only one
  }
}

func attemptThatCannotThrow() {
  let f = store.load(1)
  attempt { use(f.asTask()) }  // ok: runs once
}

func remadeInEachAttempt() throws {
  try attemptTwice { use(store.load(1).asTask()) }  // ok: each attempt makes its own
}

func attemptsWhatCannotFail() throws {
  let f = store.load(1)
  try attemptTwice { use(f.asTask()) }  // ok: there is nothing to try again
}

func fallbackConsumes() {
  let f = store.load(1)
  attemptOrFallBack({ try store.reset() }, or: { use(f.asTask()) })  // ok: the only one
}

// MARK: bad

func attemptedThenConsumed() async throws {
  let f = store.load(1)
  try attempt {
    try store.reset()
    use(f.asTask())
  }
  _ = try await f.value  // expect: double-await
}

func attemptThrowsAfterConsuming() async throws {
  let f = store.load(1)
  do {
    try attempt {
      use(f.asTask())
      try store.reset()
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func attemptedAgain() throws {
  let f = store.load(1)
  try attemptTwice {
    use(f.asTask())  // expect: double-await
    try store.reset()
  }
}

func attemptedInALoop() {
  let f = store.load(1)
  attemptUntil { use(f.asTask()) }  // expect: double-await
}
