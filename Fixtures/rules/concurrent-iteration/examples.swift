// MARK: bad - two tasks over one stream

func twoTasks(_ stream: AsyncThrowingStream<Int, any Error>) {
  Task { for try await element in stream { print(element) } }
  Task { for try await element in stream { print(element) } }  // expect: concurrent-iteration
}

// MARK: bad - a task beside its maker

func taskBesideItsMaker(_ requests: GRPCAsyncRequestStream<Int>) async throws {
  Task { for try await request in requests { print(request) } }
  for try await request in requests {  // expect: concurrent-iteration
    print(request)
  }
}

// MARK: bad - children of a group

func childrenOfAGroup(_ rows: PostgresRowSequence) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<2 {
      group.addTask {
        for try await row in rows { print(row) }  // expect: concurrent-iteration
      }
    }
    try await group.waitForAll()
  }
}

// MARK: good - one consumer

func oneConsumer(_ stream: AsyncThrowingStream<Int, any Error>) {
  Task {
    for try await element in stream { print(element) }  // ok: the only one
  }
}

// MARK: good - a stream for each

func aStreamForEach(_ first: AsyncThrowingStream<Int, any Error>, _ second: AsyncThrowingStream<Int, any Error>) {
  Task { for try await element in first { print(element) } }
  Task { for try await element in second { print(element) } }  // ok: another stream
}

// MARK: good - shared on purpose

func sharedOnPurpose(_ rows: PostgresRowSequence) {
  let shared = rows.share()
  Task { for try await row in shared { print(row) } }
  Task { for try await row in shared { print(row) } }  // ok: made to be shared
}
