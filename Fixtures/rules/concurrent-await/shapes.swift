// Longer shapes: handles that are kept, tasks that are cancelled, children that are awaited in other ways.

// MARK: good

func handleAwaitedOnEachPath(a: Bool) async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  if a {
    use(try await task.value)
  } else {
    use(await task.result)
  }
  print(f.isCompleted)  // ok: a query
}

func raceOfTwoFutures() async throws -> User {
  let f = store.load(1)
  let g = store.load(2)
  return try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // ok: f
    group.addTask { try await g.value }  // ok: g
    let first = try await group.next()!
    group.cancelAll()
    return first
  }
}

func tasksMadeByMap(ids: [Int]) -> [Task<User, any Error>] {
  ids.map { id in
    let f = store.load(id)
    return Task { try await f.value }  // ok: each has its own
  }
}

func taskPerElement(futures: [Int: ValueFuture<User>]) {
  for (id, f) in futures {
    Task { use((id, try await f.value)) }  // ok: another element each turn
  }
}

func childOfAMember() async throws {
  struct Local {
    func load() async throws -> User { try await store.load(1).value }
  }
  let local = Local()
  async let a = local.load()  // ok: each call makes its own
  async let b = local.load()  // ok: each call makes its own
  use((try await a, try await b))
}

func onlyOneTaskIsMade(mode: Int) {
  let f = store.load(1)
  switch mode {
  case 0: Task { try await f.value }  // ok: one case
  case 1: Task.detached { try await f.value }  // ok: one case
  default: use(f.asTask())  // ok: one case
  }
}

func flagGuardsTheSecondTask() {
  let f = store.load(1)
  var started = false
  for _ in 0..<3 {
    if !started {
      started = true
      Task { try await f.value }  // ok: started says that it is the only one
    }
  }
}

func returnsAfterTheTask(a: Bool) async throws -> User? {
  let f = store.load(1)
  guard a else {
    Task { try await f.value }
    return nil
  }
  return try await f.value  // ok: the guard's other side has left
}

func detachedMakesItsOwn() async throws {
  let id = 1
  Task.detached { try await store.load(id).value }  // ok: made in the task
  _ = try await store.load(id).value  // ok: another
}

func localFunctionAsChild() async throws {
  let f = store.load(1)
  @Sendable func take() async throws -> User { try await f.value }
  async let user = take()  // ok: the only consumption
  use(try await user)
}

// MARK: bad

func handleKeptInAVariable() async throws {
  let f = store.load(1)
  var task: Task<User, any Error>?
  task = Task { try await f.value }
  _ = try await f.value  // expect: concurrent-await
  use(task)
}

func cancelledTaskMayStillRun() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  task.cancel()
  _ = try await f.value  // expect: concurrent-await
}

func taskAwaitedTooLate() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  let user = try await f.value  // expect: concurrent-await
  use((user, try await task.value))
}

func childInsideATask() {
  let f = store.load(1)
  Task {
    async let a = f.value
    async let b = f.value  // expect: concurrent-await
    use((try await a, try await b))
  }
}

func taskInsideAChild() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      Task { try await f.value }
      _ = try await f.value  // expect: concurrent-await
    }
    try await group.waitForAll()
  }
}

func childAwaitedFirstInATuple() async throws {
  let f = store.load(1)
  async let a = f.value
  use(try await (a, f.value))  // expect: double-await
}

func tupleOfChildAndBody() async throws {
  let f = store.load(1)
  async let a = f.value
  let both = try await (f.value, a)  // expect: concurrent-await
  use(both)
}

func queueInALoop(ids: [Int]) {
  let f = store.load(1)
  for id in ids {
    notifier.async { use((id, f.asTask())) }  // expect: concurrent-await
  }
}

func unwrappedInATask() async throws {
  guard let f = store.find(1) else { return }
  Task { try await f.value }
  _ = try await f.value  // expect: concurrent-await
}

func optionalInTwoTasks() {
  let maybe = store.find(1)
  Task { try await maybe?.value }
  Task { try await maybe?.value }  // expect: concurrent-await
}

func givesTheFutureToItsTask() {
  let f = store.load(1)
  Task { [f] in
    let g = f
    _ = try await g.value
  }
  use(f.asTask())  // expect: concurrent-await
}

func childInABranchThenBody(a: Bool) async throws {
  let f = store.load(1)
  let task = a ? Task { try await f.value } : nil
  _ = try await f.value  // expect: concurrent-await
  use(task)
}

func besideATaskThatNeverEnds() async throws {
  let f = store.load(1)
  Task {
    use(try await f.value)
    while true { await pause() }
  }
  use(try await f.value)  // expect: concurrent-await
}
