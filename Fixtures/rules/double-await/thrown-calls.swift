// Calls of functions that throw: what they have done with a future by then may be something else than what they do otherwise.

func checksThenTakes(_ f: ValueFuture<User>) async throws {
  try risk()
  print(await f.asTask().result)
}
func takesThenChecks(_ f: ValueFuture<User>) throws {
  use(f.asTask())
  try risk()
}
func takesOnlyInTrouble(_ f: ValueFuture<User>) throws {
  do { try risk() } catch {
    use(f.asTask())
    throw error
  }
}
func checksThenGivesBack(_ f: ValueFuture<User>) throws -> ValueFuture<User> {
  try risk()
  return f
}
func checksDeeply(_ f: ValueFuture<User>) async throws { try await checksThenTakes(f) }
func awaits(_ f: ValueFuture<User>) async throws { print(try await f.value) }

extension ValueFuture {
  func checkThenTake() throws {
    try risk()
    use(asTask())
  }
}

// MARK: good

func caughtBeforeItWasTaken() async throws {
  let f = store.load(1)
  do {
    try await checksThenTakes(f)
  } catch {
    print(try await f.value)  // ok: the callee has thrown before it took it
  }
}

func caughtDeeply() async throws {
  let f = store.load(1)
  do { try await checksDeeply(f) } catch { print(try await f.value) }  // ok: thrown before it was taken
}

func optionalTry() async throws {
  let f = store.load(1)
  if (try? await checksThenTakes(f)) == nil { print(try await f.value) }  // ok: nil stands for the error
}

func leftWhereItReturns() async throws {
  let f = store.load(1)
  try takesOnlyInTrouble(f)
  print(try await f.value)  // ok: the callee takes it only where it throws
}

func givenBackUnlessThrown() async throws {
  let f = store.load(1)
  do {
    let g = try checksThenGivesBack(f)
    print(try await g.value)
  } catch StoreError.closed {
    print("closed")
  }
}

func methodThrowsFirst() async throws {
  let f = store.load(1)
  do { try f.checkThenTake() } catch { print(try await f.value) }  // ok: thrown before it was taken
}

func anotherCallThrows() async throws {
  let f = store.load(1)
  do {
    takeOver(try await store.connect(1), f)
  } catch {
    _ = try await f.value  // ok: 'connect' has thrown, before anybody took it over
  }
}

// MARK: good, declared errors

enum Busy: Error { case now }
struct Refused: Error {}
func mayBeBusy() throws(Busy) {}
func mayRefuse() throws(Refused) {}
func cannotFail() throws(Never) {}

func thrownByNobody() async {
  let f = store.load(1)
  do {
    use(f.asTask())
    try cannotFail()
  } catch {
    use(f.asTask())  // ok: nothing is thrown
  }
}

func thrownBeforeItWasTaken() {
  let f = store.load(1)
  do {
    try mayBeBusy()
    use(f.asTask())
    try mayRefuse()
  } catch is Busy {
    use(f.asTask())  // ok: it was not taken yet
  } catch {
    use(1)
  }
}

func ofAnotherType() {
  let f = store.load(1)
  do {
    use(f.asTask())
    try mayBeBusy()
  } catch is Refused {
    use(f.asTask())  // ok: nobody refuses
  } catch {
    use(1)
  }
}

// MARK: bad

func thrownAfterItWasTaken() {
  let f = store.load(1)
  do {
    use(f.asTask())
    try mayRefuse()
  } catch is Refused {
    use(f.asTask())  // expect: double-await
  } catch {
    use(1)
  }
}

func caughtAfterItWasTaken() async throws {
  let f = store.load(1)
  do { try takesThenChecks(f) } catch { print(try await f.value) }  // expect: double-await
}

func caughtAwait() async throws {
  let f = store.load(1)
  do { try await awaits(f) } catch { print(try await f.value) }  // expect: double-await
}

func takenWhereItReturns() async throws {
  let f = store.load(1)
  try await checksThenTakes(f)
  print(try await f.value)  // expect: double-await
}

func takenInTrouble() async throws {
  let f = store.load(1)
  do { try takesOnlyInTrouble(f) } catch { print(try await f.value) }  // expect: double-await
}

func caughtButTaken() async throws {
  let f = store.load(1)
  try? takesThenChecks(f)
  print(try await f.value)  // expect: double-await
}

func retried() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    do {
      try takesThenChecks(f)  // expect: double-await
      return
    } catch { continue }
  }
}
