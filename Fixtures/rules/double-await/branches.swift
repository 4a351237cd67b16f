// `if`, `guard` and the ternary.

// MARK: good

func oneInThenOneInElse(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value  // ok: one branch
  } else {
    _ = try await f.value  // ok: the other
  }
}

func oneInEachElseIf(n: Int) async throws {
  let f = store.load(1)
  if n == 0 {
    _ = try await f.value  // ok: one of three
  } else if n == 1 {
    _ = try await f.get()  // ok: one of three
  } else {
    _ = f.asTask()  // ok: one of three
  }
}

func returnsAfterTheFirst(a: Bool) async throws -> User {
  let f = store.load(1)
  if a {
    return try await f.value
  }
  return try await f.value  // ok: the branch above has left
}

func throwsAfterTheFirst(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    throw StoreError.closed
  }
  _ = try await f.value  // ok: the branch above has thrown
}

func neverReturnsAfterTheFirst(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    fatalError("closed")
  }
  _ = try await f.value  // ok: the branch above has ended
}

func guardConsumesInItsElse(a: Bool) async throws -> User {
  let f = store.load(1)
  guard a else { return try await f.value }
  return try await f.value  // ok: the other side of the guard
}

func ternaryBranches(a: Bool) async throws {
  let f = store.load(1)
  _ = a ? try await f.value : try await f.get()  // ok: only one is evaluated
}

func skippedInOneBranch(a: Bool) async throws {
  let f = store.load(1)
  if a {
    return
  }
  _ = try await f.value  // ok: the only one
}

func nestedBranches(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a {
    if b {
      _ = try await f.value  // ok: a and b
    } else {
      _ = try await f.value  // ok: a and not b
    }
  } else {
    _ = try await f.value  // ok: not a
  }
}

func branchesOfACompletionCheck() async throws -> User {
  let f = store.load(1)
  if f.isCompleted {
    return try f.result.get()  // ok: the fast path
  } else {
    return try await f.asTask().value  // ok: the slow path
  }
}

// MARK: bad

func oneBranchThenAfter(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func elseThenAfter(a: Bool) async throws {
  let f = store.load(1)
  if a {
    use(0)
  } else {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func bothBranchesThenAfter(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
  } else {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func beforeThenBranch(a: Bool) async throws {
  let f = store.load(1)
  _ = try await f.value
  if a {
    _ = try await f.value  // expect: double-await
  }
}

func beforeThenBothBranches(a: Bool) async throws {
  let f = store.load(1)
  _ = try await f.value
  if a {
    _ = try await f.value  // expect: double-await
  } else {
    _ = try await f.value  // expect: double-await
  }
}

func independentBranches(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
  }
  if b {
    _ = try await f.value  // expect: double-await
  }
}

func guardConsumesAndGoesOn(a: Bool) async throws {
  let f = store.load(1)
  guard try await f.value.id > 0 else {
    _ = try await f.value  // expect: double-await
    return
  }
}

func conditionConsumes() async throws {
  let f = store.load(1)
  if try await f.value.id > 0 {
    _ = try await f.value  // expect: double-await
  }
}

func conditionConsumesThenElse() async throws {
  let f = store.load(1)
  if try await f.value.id > 0 {
    return
  } else {
    _ = try await f.value  // expect: double-await
  }
}

func secondConditionConsumes(a: Bool) async throws {
  let f = store.load(1)
  if a, try await f.value.id > 0 {
    return
  }
  _ = try await f.value  // expect: double-await
}

func ternaryThenAfter(a: Bool) async throws {
  let f = store.load(1)
  _ = a ? try await f.value : User()
  _ = try await f.value  // expect: double-await
}

func ternaryConditionConsumes() async throws {
  let f = store.load(1)
  _ = try await f.value.id > 0 ? try await f.value : User()  // expect: double-await
}

func assertionFailureEndsNoPath(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    assertionFailure("closed")
  }
  _ = try await f.value  // expect: double-await
}
