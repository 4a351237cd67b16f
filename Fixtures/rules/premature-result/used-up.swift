// A read uses the future up, and a used-up future is the business of double-await.

// MARK: good

func readOnce(f: ValueFuture<User>) {
  guard f.isCompleted else { return }
  use(f.result)  // ok: once
}

func readInEachBranch(f: ValueFuture<User>) {
  if f.isCompletedSuccessfully {
    use(f.result)  // ok: one branch
  } else if f.isFaulted {
    use(f.result)  // ok: the other
  }
}

// MARK: bad

func readThenAwaited(f: ValueFuture<User>) async throws {
  guard f.isCompleted else { return }
  use(f.result)
  use(try await f.value)  // expect: double-await
}

func readTwice(f: ValueFuture<User>) {
  guard f.isCompleted else { return }
  use(f.result)
  use(f.result)  // expect: double-await
}

func prematureThenAgain(f: ValueFuture<User>) {
  use(f.result)  // expect: premature-result
  use(f.result)  // expect: double-await
}

func awaitedThenRead(f: ValueFuture<User>) async throws {
  _ = try await f.value
  use(f.result)  // expect: double-await
}

func fastPathFallsThrough(f: ValueFuture<User>) async throws {
  if f.isCompleted {
    use(f.result)
  }
  _ = try await f.value  // expect: double-await
}

func readInALoop(f: ValueFuture<User>) {
  while f.isCompleted {
    use(f.result)  // expect: double-await
  }
}
