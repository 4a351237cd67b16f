// Helpers of everybody's: a time limit, a race, work in the background. What they run in a task is run by who calls them.

struct TimedOut: Error {}

private func withTimeout<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
  try await withThrowingTaskGroup(of: T.self) { group in
    group.addTask { try await work() }
    group.addTask {
      try await Task.sleep(nanoseconds: 1)
      throw TimedOut()
    }
    defer { group.cancelAll() }
    return try await group.next()!
  }
}

private func race<T: Sendable>(
  _ first: @escaping @Sendable () async throws -> T, _ second: @escaping @Sendable () async throws -> T
) async throws -> T {
  try await withThrowingTaskGroup(of: T.self) { group in
    group.addTask { try await first() }
    group.addTask { try await second() }
    defer { group.cancelAll() }
    return try await group.next()!
  }
}

private func both<T: Sendable>(
  _ first: @escaping @Sendable () async throws -> T, _ second: @escaping @Sendable () async throws -> T
) async throws -> (T, T) {
  async let a = first()
  async let b = second()
  return try await (a, b)
}

private func background(_ work: @escaping @Sendable () async throws -> Void) {
  Task { try await work() }
}

private func perhapsInTheBackground(_ work: @escaping @Sendable () async throws -> Void) {
  if random() { Task { try await work() } }
}

private func kept(_ work: @escaping @Sendable () async throws -> Void) {
  jobs.append(work)
}

nonisolated(unsafe) private var jobs: [@Sendable () async throws -> Void] = []

// MARK: good

private func once() async throws {
  let f = store.load(1)
  use(try await withTimeout { try await f.value })  // ok
}

private func twoFutures() async throws {
  let f = store.load(1)
  let g = store.load(2)
  use(try await race({ try await f.value }, { try await g.value }))  // ok: two of them
}

private func inTheBackground() {
  let f = store.load(1)
  background { use(try await f.value) }  // ok
}

private func keptForLater() async throws {
  let f = store.load(1)
  kept { use(f.isCompleted) }
  _ = try await f.value  // ok
}

// MARK: bad

private func onceMoreWhenItFails() async throws {
  let f = store.load(1)
  do {
    use(try await withTimeout { try await f.value })
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

private func theSameTwice() async throws {
  let f = store.load(1)
  use(try await race({ try await f.value }, { try await f.value }))  // expect: concurrent-await
}

private func bothOfThem() async throws {
  let f = store.load(1)
  use(try await both({ try await f.value }, { try await f.value }))  // expect: concurrent-await
}

private func afterTheRace() async throws {
  let f = store.load(1)
  let g = store.load(2)
  use(try await race({ try await f.value }, { try await g.value }))
  _ = try await f.value  // expect: double-await
}

private func besideTheBackground() async throws {
  let f = store.load(1)
  background { use(try await f.value) }
  _ = try await f.value  // expect: concurrent-await
}
