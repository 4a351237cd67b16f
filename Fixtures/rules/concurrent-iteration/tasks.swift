// Which consumers can run at the same time.

// MARK: good

func groupHasEnded(_ rows: PostgresRowSequence, _ others: PostgresRowSequence) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { for try await row in rows { print(row) } }
    group.addTask { for try await row in others { print(row) } }  // ok: another sequence
    try await group.waitForAll()
  }
}

func oneOfTwoTasks(_ rows: PostgresRowSequence, _ quiet: Bool) {
  if quiet {
    Task { _ = try await rows.collect() }
  } else {
    Task { for try await row in rows { print(row) } }  // ok: the other branch
  }
}

func freshStreamForEachTask() {
  for _ in 0..<2 {
    let stream = AsyncStream<Int> { $0.finish() }
    Task { for await element in stream { print(element) } }  // ok: each task has its own
  }
}

func channelForMany(_ channel: AsyncChannel<Int>) {
  Task { for try await element in channel { print(element) } }
  Task { for try await element in channel { print(element) } }  // ok: a channel has many consumers
}

func loopInsideATask(_ rows: PostgresRowSequence) {
  Task {
    for try await row in rows {
      Task { print(row) }  // ok: the elements, not the sequence
    }
  }
}

// MARK: bad

func twoDetachedTasks(_ rows: PostgresRowSequence) {
  Task.detached { for try await row in rows { print(row) } }
  Task.detached { print(try await rows.collect()) }  // expect: concurrent-iteration
}

func twoAsyncLets(_ rows: PostgresRowSequence) async throws {
  async let all = rows.collect()
  async let first = rows.first(where: { $0 > 0 })  // expect: concurrent-iteration
  use((try await all, try await first ?? 0))
}

func twoChildren(_ stream: AsyncThrowingStream<Int, any Error>) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { for try await element in stream { print(element) } }
    group.addTask { for try await element in stream { print(element) } }  // expect: concurrent-iteration
    try await group.waitForAll()
  }
}

func childBesideTheGroup(_ rows: PostgresRowSequence) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { for try await row in rows { print(row) } }
    for try await row in rows { print(row) }  // expect: concurrent-iteration
    try await group.waitForAll()
  }
}

func tasksInALoop(_ rows: PostgresRowSequence) {
  for _ in 0..<2 {
    Task { for try await row in rows { print(row) } }  // expect: concurrent-iteration
  }
}

func plainStreamTwoTasks(_ stream: AsyncStream<Int>) {
  Task { for await element in stream { print(element) } }
  Task { for await element in stream { print(element) } }  // expect: concurrent-iteration
}

func bodyInTwoTasks(_ response: HTTPClientResponse) {
  let body = response.body
  Task { print(try await body.collect(upTo: 64)) }
  Task { for try await byte in body { print(byte) } }  // expect: concurrent-iteration
}
