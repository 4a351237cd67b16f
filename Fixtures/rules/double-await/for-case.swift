// Patterns and filters of loops, and loops over futures.

// MARK: good

func forCaseOverOptionals(futures: [ValueFuture<User>?]) async throws {
  for case let f? in futures {
    _ = try await f.value  // ok: another element each turn
  }
}

func forCaseWhere(futures: [ValueFuture<User>?]) async throws {
  for case let f? in futures where f.isCompleted {
    _ = try await f.value  // ok: another element each turn
  }
}

func forAwaitOverFutures(futures: AsyncStream<ValueFuture<User>>) async throws {
  for await f in futures {
    _ = try await f.value  // ok: another element each turn
  }
}

func forOverPairs(futures: [(Int, ValueFuture<User>)]) async throws {
  for (id, f) in futures {
    use(id)
    _ = try await f.value  // ok: another element each turn
  }
}

func forOverZip(futures: [ValueFuture<User>], ids: [Int]) async throws {
  for (f, id) in zip(futures, ids) {
    use(id)
    _ = try await f.value  // ok: another element each turn
  }
}

func forOverKeysOnly(futures: [Int: ValueFuture<User>]) async throws {
  for id in futures.keys {
    _ = try await futures[id]?.value  // ok: another key each turn
  }
}

func whileCase(futures: [ValueFuture<User>]) async throws {
  var iterator = futures.makeIterator()
  while case let f? = iterator.next() {
    _ = try await f.value  // ok: another one each turn
  }
}

func whereConsumesNothing(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids where f.isCompleted {
    use(id)
  }
  _ = try await f.value  // ok: the only one
}

func elementKeptAcrossTurns(futures: [ValueFuture<User>]) async throws {
  var last: ValueFuture<User>?
  for f in futures {
    _ = try await last?.value  // ok: the element of the turn before
    last = f
  }
  _ = try await last?.value  // ok: the last element
}

// MARK: bad

func forCaseOutside(users: [User?]) async throws {
  let f = store.load(1)
  for case let user? in users {
    use(user)
    _ = try await f.value  // expect: double-await
  }
}

func forWhereOutside(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids where id > 0 {
    _ = try await f.value  // expect: double-await
  }
}

func forCaseTwice(futures: [ValueFuture<User>?]) async throws {
  for case let f? in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func forAwaitTwice(futures: AsyncStream<ValueFuture<User>>) async throws {
  for await f in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func forOverPairsTwice(futures: [(Int, ValueFuture<User>)]) async throws {
  for (_, f) in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func elementConsumedThenKept(futures: [ValueFuture<User>]) async throws {
  var last: ValueFuture<User>?
  for f in futures {
    _ = try await f.value
    last = f
  }
  _ = try await last?.value  // expect: double-await
}
