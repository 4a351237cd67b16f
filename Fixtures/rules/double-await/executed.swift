// Shapes in which executed programs (Tests/Execution) once showed something else than the analysis said.

// MARK: good

func outcomeAskedAgain() async throws {
  let f = store.load(1)
  if f.isCompletedSuccessfully { use(f.result) }
  if !f.isCompletedSuccessfully { _ = try await f.value }  // ok: asked before
}

func completedAfterItsOutcome() async throws {
  let f = store.load(1)
  if f.isFaulted { use(f.result) }
  if !f.isCompleted { _ = try await f.value }  // ok: a fault is a completion
}

func givenBackOrThrows(_ f: ValueFuture<User>, _ isWanted: Bool) async throws -> ValueFuture<User> {
  guard isWanted else {
    _ = try await f.value
    throw StoreError.closed
  }
  return f
}

func whereItComesBack(flag: Bool) async throws {
  let f = store.load(1)
  let g = try await givenBackOrThrows(f, flag)
  use(g.isCompleted)
  _ = try await f.value  // ok: where it was used up the call throws
}

// MARK: bad

func whereItThrows(flag: Bool) async throws {
  let f = store.load(1)
  do {
    _ = try await givenBackOrThrows(f, flag).value
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func elementThatIsCalled() async throws {
  let f = store.load(1)
  let pair = (f, 0)
  _ = try await pair.0()
  _ = try await f.value  // expect: double-await
}

func completedButNotSuccessfully() async throws {
  let f = store.load(1)
  precondition(f.isCompleted)
  if !f.isCompletedSuccessfully { _ = f.asTask() }
  _ = try await f.value  // expect: double-await
}

func outcomeMayStillCome() async throws {
  let f = store.load(1)
  if !f.isFaulted { _ = f.asTask() }
  if f.isFaulted { _ = f.asTask() }  // expect: double-await
}

func namedThenPutIntoADeadPair() async throws {
  let f = store.load(1)
  let g = store.load(2)  // expect: unconsumed
  let pair = (f, g)
  _ = try await f.value
}
