// What a local function or closure is given: who passes it again uses it again.

// MARK: good

func passedEachItsOwn() async throws {
  let finish = { (f: ValueFuture<User>) in try await f.value }
  _ = try await finish(store.load(1))
  _ = try await finish(store.load(2))  // ok
}

func twoByTwo(_ a: ValueFuture<User>, _ b: ValueFuture<User>) async throws {
  func both(_ x: ValueFuture<User>, _ y: ValueFuture<User>) async throws {
    _ = try await x.value
    _ = try await y.value  // ok
  }
  try await both(a, b)
}

// MARK: bad

func passedAgain() async throws {
  let f = store.load(1)
  _ = try await f.value
  let finish = { (f: ValueFuture<User>) in try await f.value }
  _ = try await finish(store.load(2))
  _ = try await finish(f)  // expect: double-await
}

func passedTwiceAtOnce(_ a: ValueFuture<User>) async throws {
  func both(_ x: ValueFuture<User>, _ y: ValueFuture<User>) async throws {
    _ = try await x.value
    _ = try await y.value
  }
  try await both(a, a)  // expect: double-await
}

func passedInRounds(_ a: ValueFuture<User>) async throws {
  func finish(_ x: ValueFuture<User>) async throws { _ = try await x.value }
  for _ in 0..<3 {
    try await finish(a)  // expect: double-await
  }
}

func passedWithoutName(_ a: ValueFuture<User>) async throws {
  let finish: (ValueFuture<User>) async throws -> User = { try await $0.value }
  _ = try await a.value
  _ = try await finish(a)  // expect: double-await
}

func usedTwiceInside(_ a: ValueFuture<User>) async throws {
  func finish(_ x: ValueFuture<User>) async throws {
    _ = try await x.value
    _ = try await x.value  // expect: double-await
  }
  try await finish(a)
}
