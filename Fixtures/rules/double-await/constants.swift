// Conditions that are constants, and code that nothing reaches.

// MARK: good

func afterAReturn() async throws {
  let f = store.load(1)
  _ = try await f.value
  return;
  _ = try await f.value  // ok: never reached
}

func afterAThrow() async throws {
  let f = store.load(1)
  _ = try await f.value
  throw StoreError.closed
  _ = try await f.value  // ok: never reached
}

func afterAnEndlessLoop() async throws {
  let f = store.load(1)
  _ = try await f.value
  while true { await pause() }
  _ = try await f.value  // ok: never reached
}

func afterABranchThatAlwaysLeaves(a: Bool) async throws {
  let f = store.load(1)
  _ = try await f.value
  if a { return } else { throw StoreError.closed }
  _ = try await f.value  // ok: never reached
}

func ifFalse() async throws {
  let f = store.load(1)
  if false {
    _ = try await f.value
  }
  _ = try await f.value  // ok: the branch above is never taken
}

func ifTrueElse() async throws {
  let f = store.load(1)
  if true {
    use(0)
  } else {
    _ = try await f.value
  }
  _ = try await f.value  // ok: the branch above is never taken
}

func whileFalse() async throws {
  let f = store.load(1)
  while false {
    _ = try await f.value
  }
  _ = try await f.value  // ok: the loop never runs
}

func endlessLoopLeftByReturn() async throws -> User {
  let f = store.load(1)
  while true {
    if random() { break }
    if random() { return try await f.value }  // ok: leaves
  }
  return try await f.value  // ok: left by break
}

func availability() async throws {
  let f = store.load(1)
  if #available(macOS 99, *) {
    _ = try await f.value  // ok: one branch
  } else {
    _ = try await f.get()  // ok: the other
  }
}

func guardAvailability() async throws {
  let f = store.load(1)
  guard #available(macOS 99, *) else {
    _ = try await f.value
    return
  }
  _ = try await f.value  // ok: the other has left
}

// MARK: bad

func ifTrue() async throws {
  let f = store.load(1)
  if true {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func constantFlag() async throws {
  let f = store.load(1)
  let isCached = true
  if isCached {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func repeatWhileTrue() async throws {
  let f = store.load(1)
  repeat {
    _ = try await f.value  // expect: double-await
    if random() { break }
  } while true
}

func availabilityThenAfter() async throws {
  let f = store.load(1)
  if #available(macOS 99, *) {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func continueInRepeat() async throws {
  let f = store.load(1)
  var n = 0
  repeat {
    n += 1
    if n > 3 { continue }
    _ = try await f.value  // expect: double-await
  } while n < 9
}
