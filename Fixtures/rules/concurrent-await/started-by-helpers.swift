// Functions that start a task with what they are given: it runs beside their callers.

func startTask(with f: ValueFuture<User>) { Task { _ = try await f.value } }

func spawnTask(with f: ValueFuture<User>) -> Task<User, any Error> { Task { try await f.value } }

func startThrough(_ f: ValueFuture<User>) { startTask(with: f) }

func awaitInATask(_ f: ValueFuture<User>) async throws {
  let task = Task { try await f.value }
  _ = try await task.value
}

extension ValueFuture {
  func startByItself() { Task { _ = try await value } }
}

// MARK: good

func startedOnce() {
  let f = store.load(1)
  startTask(with: f)  // ok
}

func spawnedAndAwaited() async throws -> User {
  let f = store.load(1)
  return try await spawnTask(with: f).value  // ok: the task's value
}

func startedForEach(ids: [Int]) {
  for id in ids { startTask(with: store.load(id)) }  // ok: each with its own
}

// MARK: bad

func startedThenAwaited() async throws {
  let f = store.load(1)
  startTask(with: f)
  _ = try await f.value  // expect: concurrent-await
}

func startedThroughAnother() async throws {
  let f = store.load(1)
  startThrough(f)
  _ = try await f.value  // expect: concurrent-await
}

func startedByItsOwnMethod() async throws {
  let f = store.load(1)
  f.startByItself()
  _ = try await f.value  // expect: concurrent-await
}

func spawnedAndNotAwaitedYet() async throws {
  let f = store.load(1)
  let task = spawnTask(with: f)
  _ = try await f.value  // expect: concurrent-await
  _ = try await task.value
}

func startedInALoop() {
  let f = store.load(1)
  for _ in 0..<3 {
    startTask(with: f)  // expect: concurrent-await
  }
}

func endedWithTheHandle() async throws {
  let f = store.load(1)
  let task = spawnTask(with: f)
  _ = try await task.value
  _ = try await f.value  // expect: double-await
}

func endedInTheHelper() async throws {
  let f = store.load(1)
  try await awaitInATask(f)
  _ = try await f.value  // expect: double-await
}
