// The elements of an array by their numbers: `futures[i]` in a loop over the indices, `enumerated()`, and in another order.

// MARK: good

func eachOnceByNumber(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices { use(try await futures[i].value) }  // ok: another one in each round
}

func oddThenEven(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices { if i % 2 == 1 { use(try await futures[i].value) } }
  for i in futures.indices { if i % 2 == 0 { use(try await futures[i].value) } }  // ok: the others
}

func firstThenThoseBehind(futures: [ValueFuture<User>]) async throws {
  use(try await futures[0].value)
  for i in 1..<futures.count { use(try await futures[i].value) }  // ok: all but the first
}

func numbersOfAnother(futures: [ValueFuture<User>], others: [ValueFuture<User>]) async throws {
  for i in futures.indices { use(try await others[i].value) }
  for f in futures { use(try await f.value) }  // ok: of another array
}

func readThenAwaited(futures: [ValueFuture<User>]) async throws {
  for i in 0..<futures.count { if futures[i].isCompleted { use(futures[i].result) } }
  for i in 0..<futures.count { if !futures[i].isCompleted { use(try await futures[i].value) } }  // ok: those that are left
}

func replacedByNumber(futures: [ValueFuture<User>]) async throws {
  var futures = futures
  for i in futures.indices {
    use(try await futures[i].value)
    futures[i] = store.load(i)  // expect: stored-property
  }
  for f in futures { use(try await f.value) }  // ok: new ones
}

func upToSomeNumber(futures: [ValueFuture<User>]) async throws {
  var done = 0
  for f in futures {
    use(try await f.value)
    done += 1
    if done == 2 { break }
  }
  for (i, f) in futures.enumerated() { if i >= done { use(try await f.value) } }  // ok: those that are left
}

func askedByNumber(futures: [ValueFuture<User>]) async throws {
  for (i, f) in futures.enumerated() { print(i, f.isCompleted) }
  for f in futures.sorted(by: { first, _ in first.isCompleted }) { use(try await f.value) }  // ok: they were only asked
}

// MARK: bad

func byIndexThenInALoop(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices { use(try await futures[i].value) }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func inALoopThenByIndex(futures: [ValueFuture<User>]) async throws {
  for f in futures { use(try await f.value) }
  for i in 0..<futures.count { use(try await futures[i].value) }  // expect: double-await
}

func twiceByNumber(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices {
    use(try await futures[i].value)
    use(try await futures[i].value)  // expect: double-await
  }
}

func byIndexThenCounted(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices { use(try await futures[i].value) }
  for (i, f) in futures.enumerated() { print(i, try await f.value) }  // expect: double-await
}

func countedThenByPlace(futures: [ValueFuture<User>]) async throws {
  for (i, f) in futures.enumerated() { print(i, try await f.value) }
  use(try await futures[0].value)  // expect: double-await
}

func sortedThenAsTheyAre(futures: [ValueFuture<User>]) async throws {
  for f in futures.sorted(by: { first, _ in first.isCompleted }) { use(try await f.value) }
  for f in futures { use(try await f.value) }  // expect: double-await
}
