// Where the first child has certainly ended: no overlap any more, but the future is used up.

// MARK: good

func joinedThenQueried() async throws {
  let f = store.load(1)
  async let a = f.value
  use(try await a)
  use(f.isCompleted)  // ok: a query
}

func groupReturnedThenAnother() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    try await group.waitForAll()
  }
  let g = store.load(2)
  _ = try await g.value  // ok: another future
}

func childThatFailed() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let user = g.value
  do {
    use(try await user)
  } catch {
    _ = try await f.value  // ok: only the child failed
    return
  }
  _ = try await f.value  // ok: the child did not fail
}

func taskThatFailed() async throws {
  let f = store.load(1)
  let task = Task { try risk() }
  do {
    try await task.value
  } catch {
    _ = try await f.value  // ok: only the task failed
    return
  }
  _ = try await f.value  // ok: the task did not fail
}

// MARK: bad

func awaitedChildThenBody() async throws {
  let f = store.load(1)
  async let a = f.value
  use(try await a)
  _ = try await f.value  // expect: double-await
}

func awaitedChildThenChild() async throws {
  let f = store.load(1)
  async let a = f.value
  use(try await a)
  async let b = f.value  // expect: double-await
  use(try await b)
}

func bodyThenChild() async throws {
  let f = store.load(1)
  _ = try await f.value
  async let a = f.value  // expect: double-await
  use(try await a)
}

func bodyThenTask() async throws {
  let f = store.load(1)
  _ = try await f.value
  Task { try await f.value }  // expect: double-await
}

func awaitedTaskThenBody() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  use(try await task.value)
  _ = try await f.value  // expect: double-await
}

func awaitedTaskResultThenBody() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  use(await task.result)
  _ = try await f.value  // expect: double-await
}

func taskAwaitedAtOnce() async throws {
  let f = store.load(1)
  _ = try await Task { try await f.value }.value
  _ = try await f.value  // expect: double-await
}

func groupReturned() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    try await group.waitForAll()
  }
  _ = try await f.value  // expect: double-await
}

func groupWithoutWaitReturned() async throws {
  let f = store.load(1)
  await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
  }
  _ = try await f.value  // expect: double-await
}

func scopeOfTheChildEnded(a: Bool) async throws {
  let f = store.load(1)
  if a {
    async let b = f.value
    use(0)
    _ = try await b
  }
  _ = try await f.value  // expect: double-await
}

func taskNotYetAwaited() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  _ = try await f.value  // expect: concurrent-await
  use(try await task.value)
}

func childNotYetAwaited() async throws {
  let f = store.load(1)
  async let a = f.value
  async let b = f.value  // expect: concurrent-await
  use(try await a)
  use(try await b)
}

func childAwaitedOnOnePath(a: Bool) async throws {
  let f = store.load(1)
  async let user = f.value
  if a {
    use(try await user)
  }
  _ = try await f.value  // expect: concurrent-await
}

func anotherTaskAwaited() async throws {
  let f = store.load(1)
  let g = store.load(2)
  let first = Task { try await f.value }
  let second = Task { try await g.value }
  use(try await second.value)
  _ = try await f.value  // expect: concurrent-await
  use(first)
}

func groupThatFailed() async throws {
  let f = store.load(1)
  do {
    try await withThrowingTaskGroup(of: User.self) { group in
      group.addTask { try await f.value }
      try risk()
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func operationThatFailed(f: ValueFuture<User>) async throws {
  do {
    try await withTaskCancellationHandler {
      try risk()
    } onCancel: {
      _ = f.asTask()
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func childFailsThenBody() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let user = g.value
  do {
    use(try await user)
  } catch {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func taskFailsThenBody() async throws {
  let f = store.load(1)
  let task = Task { try risk() }
  do {
    try await task.value
  } catch {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func joinedNumber() async throws {
  let f = ValueFuture(1)
  async let a = f.value
  use(try await a)
  _ = try await f.value  // expect: double-await
}

func unjoinedNumber() async throws {
  let f = ValueFuture(1)
  async let a = f.value
  _ = try await f.value  // expect: concurrent-await
  use(try await a)
}

// MARK: one child with two names

func tupleAwaitedThenBody() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let (a, b) = (f.value, g.value)
  takeOver(try await a, try await b)
  use(try await f.value)  // expect: double-await
}

func oneNameAwaitedThenBody() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let (a, b) = (f.value, g.value)
  use(try await a)
  use(try await g.value)  // expect: double-await
  use(try await b)
}

func noNameAwaited() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let (a, b) = (f.value, g.value)
  use(try await f.value)  // expect: concurrent-await
  takeOver(try await a, try await b)
}
