// The second use stands in a local function: it is told where that is called, if the first one stands elsewhere.

// MARK: good

func calledInOneBranch(isCached: Bool) async throws {
  let f = store.load(1)
  func take() async throws { _ = try await f.value }
  if isCached {
    try await take()  // ok
  } else {
    _ = try await f.value  // ok
  }
}

func calledWithAnother() async throws {
  let f = store.load(1)
  func take(_ one: ValueFuture<User>) async throws { _ = try await one.value }  // ok
  _ = try await f.value
  try await take(store.load(2))  // ok
}

// MARK: bad

func directThenByCall() async throws {
  let f = store.load(1)
  func take(_ one: ValueFuture<User>) async throws { _ = try await one.value }
  _ = try await f.value
  try await take(f)  // expect: double-await
}

func directThenByCaptured() async throws {
  let f = store.load(1)
  func take() async throws { _ = try await f.value }
  _ = try await f.value
  for _ in 0..<2 {
    try await take()  // expect: double-await
  }
}

func directThenByVariable() async throws {
  let f = store.load(1)
  let take = { _ = try await f.value }
  _ = try await f.value
  try await take()  // expect: double-await
}

func firstThenSecondParameter() async throws {
  let f = store.load(1)
  let g = store.load(2)
  func both(_ one: ValueFuture<User>, _ other: ValueFuture<User>) async throws {
    _ = try await one.value
    _ = try await other.value
  }
  try await both(f, store.load(3))
  try await both(g, f)  // expect: double-await
}

func throughTwoFunctions() async throws {
  let f = store.load(1)
  func inner() async throws { _ = try await f.value }
  func outer() async throws { try await inner() }
  _ = try await f.value
  try await outer()  // expect: double-await
}

func twiceInOneCall() async throws {
  let f = store.load(1)
  func take() async throws {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
  try await take()
}

func inTheLoopOfOneCall() async throws {
  let f = store.load(1)
  func take() async throws {
    for _ in 0..<2 {
      _ = try await f.value  // expect: double-await
    }
  }
  try await take()
}
