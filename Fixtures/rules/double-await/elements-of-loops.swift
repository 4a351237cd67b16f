// What one loop after the other does to the elements of the same collection.

// MARK: good

func askedThenAwaited(futures: [ValueFuture<User>]) async throws {
  for f in futures { print(f.isCompleted) }
  for f in futures { print(try await f.value) }  // ok: the first loop only asks
}

func onlyFastOnesFirst(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    if f.isCompleted { use(f.result) }
  }
  for f in futures {
    if !f.isCompleted { use(try await f.value) }  // ok: those that the first loop left
  }
}

func chosenByAnother(futures: [ValueFuture<User>], isWanted: (Int) -> Bool) async throws {
  for f in futures where isWanted(0) { use(try await f.value) }
  for f in futures where !isWanted(0) { use(try await f.value) }  // ok: nobody knows which ones
}

func otherCollection(first: [ValueFuture<User>], second: [ValueFuture<User>]) async throws {
  for f in first { use(try await f.value) }
  for f in second { use(try await f.value) }  // ok: other futures
}

func changedBetween(futures: [ValueFuture<User>]) async throws {
  var futures = futures
  for f in futures { use(try await f.value) }
  futures = store.loadAll([1, 2])
  for f in futures { use(try await f.value) }  // ok: new ones
}

func remadeInEachRound() async throws {
  for _ in 0..<3 {
    let futures = store.loadAll([1, 2])
    for f in futures { use(try await f.value) }  // ok: new ones in each round
  }
}

func leftEarly(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    if random() { break }
    use(try await f.value)
  }
  for f in futures { use(f.isCompleted) }  // ok: only asked
}

func eachOnceInOneLoop(futures: [ValueFuture<User>]) async throws {
  for f in futures { use(try await f.value) }  // ok: another one in each round
}

// MARK: bad

func twoLoops(futures: [ValueFuture<User>]) async throws {
  for f in futures { print(try await f.value) }
  for f in futures { print(try await f.value) }  // expect: double-await
}

func loopInALoop(futures: [ValueFuture<User>]) async throws {
  for _ in 0..<2 {
    for f in futures { print(try await f.value) }  // expect: double-await
  }
}

func convertedThenAwaited(futures: [ValueFuture<User>]) async throws {
  let tasks = futures.map { $0.asTask() }
  for f in futures { use(try await f.value) }  // expect: double-await
  use(tasks)
}

func forEachTwice(futures: [ValueFuture<User>]) {
  futures.forEach { use($0.asTask()) }
  futures.forEach { use($0.asTask()) }  // expect: double-await
}

func backwards(futures: [ValueFuture<User>]) async throws {
  for f in futures { use(f.asTask()) }
  for f in futures.reversed() { use(try await f.value) }  // expect: double-await
}

func childrenThenLoop(futures: [ValueFuture<User>]) async throws {
  await withTaskGroup(of: Void.self) { group in
    for f in futures { group.addTask { use(try? await f.value) } }
  }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func afterAFailure(futures: [ValueFuture<User>]) async throws {
  do {
    for f in futures { use(try await f.value) }
  } catch {
    for f in futures { use(try await f.value) }  // expect: double-await
  }
}

func byNumberThenInALoop(futures: [ValueFuture<User>]) async throws {
  use(try await futures[0].value)
  for f in futures { use(f.asTask()) }  // expect: double-await
}
