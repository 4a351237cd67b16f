// `async let`, groups and tasks, with what waits for them.

func asyncLetJoinedOnce() async throws {
  let f = store.load(1)
  async let a = f.value
  print(try await a)
}

func asyncLetThenAgain() async throws {
  let f = store.load(1)
  async let a = f.value
  print(try await a)
  print(try await f.value)  // expect: double-await
}

func asyncLetBeside() async throws {
  let f = store.load(1)
  async let a = f.value
  print(try await f.value)  // expect: concurrent-await
  print(try await a)
}

func asyncLetNeverAwaitedScope() async throws {
  let f = store.load(1)
  do {
    async let a = f.value
    _ = try await a
  }
}

func asyncLetImplicitJoinThenAgain() async throws {
  let f = store.load(1)
  do {
    async let a = f.value
    print("scope")
  }
  print(try await f.value)  // expect: double-await
}

func asyncLetTwoFutures() async throws {
  let f = store.load(1)
  let g = store.load(2)
  async let a = f.value
  async let b = g.value
  print(try await a, try await b)
}

func asyncLetConditionalBeside(x: Bool) async throws {
  let f = store.load(1)
  async let a = f.value
  if x {
    print(try await a)
    print(try await f.value)  // expect: double-await
  } else {
    print(try await f.value)  // expect: concurrent-await
    _ = try await a
  }
}

func asyncLetTuple() async throws {
  let (f, g) = store.pair(1)
  async let pair = (f.value, g.value)
  print(try await pair)
}

func asyncLetClosure() async throws {
  let f = store.load(1)
  async let a = { try await f.value }()
  print(try await a)
}

func asyncLetInLoop() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    async let a = f.value  // expect: double-await
    print(try await a)
  }
}

func groupOneChild() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    for try await user in group { print(user) }
  }
}

func groupTwoChildren() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { try await f.value }  // expect: concurrent-await
    for try await user in group { print(user) }
  }
}

func groupChildPerFuture(ids: [Int]) async throws {
  try await withThrowingTaskGroup(of: User.self) { group in
    for id in ids {
      let f = store.load(id)
      group.addTask { try await f.value }
    }
    for try await user in group { print(user) }
  }
}

func groupChildInLoop(ids: [Int]) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    for _ in ids {
      group.addTask { try await f.value }  // expect: concurrent-await
    }
    for try await user in group { print(user) }
  }
}

func groupThenAgain() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { use(try await f.value) }
    try await group.waitForAll()
  }
  print(try await f.value)  // expect: double-await
}

func groupBodyBeside() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { use(try await f.value) }
    use(try await f.value)  // expect: concurrent-await
    try await group.waitForAll()
  }
}

func groupBodyAfterWait() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { use(try await f.value) }
    try await group.waitForAll()
    use(try await f.value)  // expect: double-await
  }
}

func groupExclusiveChildren(a: Bool) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    if a { group.addTask { use(try await f.value) } } else { group.addTask { use(f.asTask()) } }
    try await group.waitForAll()
  }
}

func groupChildUnlessCancelled() async throws {
  let f = store.load(1)
  await withTaskGroup(of: Void.self) { group in
    _ = group.addTaskUnlessCancelled { use(try? await f.value) }
    await group.waitForAll()
  }
}

func taskJoined() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  print(try await task.value)
  print(try await task.value)
}

func taskJoinedThenAgain() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  print(try await task.value)
  print(try await f.value)  // expect: double-await
}

func taskBeside() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  print(try await f.value)  // expect: concurrent-await
  print(try await task.value)
}

func taskResultJoin() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  _ = await task.result
  print(try await f.value)  // expect: double-await
}

func taskCancelledNotJoined() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  task.cancel()
  print(try await f.value)  // expect: concurrent-await
}

func taskAfterUse() async throws {
  let f = store.load(1)
  let user = try await f.value
  Task { print(user) }
}

func taskAfterUseBad() async throws {
  let f = store.load(1)
  let user = try await f.value
  Task { print(user, try await f.value) }  // expect: double-await
}

func detachedPair() {
  let f = store.load(1)
  Task.detached { use(try? await f.value) }
  Task.detached { use(try? await f.value) }  // expect: concurrent-await
}

func detachedTwoFutures() {
  let f = store.load(1)
  let g = store.load(2)
  Task.detached { use(try? await f.value) }
  Task.detached { use(try? await g.value) }
}

func taskInLoopOwn(ids: [Int]) {
  for id in ids {
    let f = store.load(id)
    Task { use(try? await f.value) }
  }
}

func taskInLoopShared(ids: [Int]) {
  let f = store.load(1)
  for _ in ids { Task { use(try? await f.value) } }  // expect: concurrent-await
}

func taskInLoopSharedBreak(ids: [Int]) {
  let f = store.load(1)
  for id in ids {
    if id == 3 {
      Task { use(try? await f.value) }
      break
    }
  }
}

func taskInBranchesOnly(a: Bool) {
  let f = store.load(1)
  if a { Task { use(try? await f.value) } } else { use(f.asTask()) }
}

func nestedTasks() {
  let f = store.load(1)
  Task {
    Task { use(try? await f.value) }
  }
}

func nestedTasksBad() {
  let f = store.load(1)
  Task {
    Task { use(try? await f.value) }
    use(try? await f.value)  // expect: concurrent-await
  }
}

func asTaskShared() async throws {
  let t = store.load(1).asTask()
  async let a = t.value
  async let b = t.value
  print(try await a, try await b)
}

func discardingGroupCombined(ids: [Int]) async throws {
  let f = store.load(1)
  try await withThrowingDiscardingTaskGroup { group in
    group.addTask { use(try await f.value) }
  }
}

func discardingGroupBad() async throws {
  let f = store.load(1)
  try await withThrowingDiscardingTaskGroup { group in
    group.addTask { use(try await f.value) }
    group.addTask { use(try await f.value) }  // expect: concurrent-await
  }
}

func cancellationHandler() async throws {
  let f = store.load(1)
  let user = try await withTaskCancellationHandler { try await f.value } onCancel: { f.cancel() }
  print(user)
}

func cancellationHandlerBad() async throws {
  let f = store.load(1)
  let user = try await withTaskCancellationHandler { try await f.value } onCancel: { use(f.asTask()) }  // expect: concurrent-await
  print(user)
}

func mainActorRun() async throws {
  let f = store.load(1)
  let t = await MainActor.run { f.asTask() }
  print(try await t.value)
}

func mainActorRunBad() async throws {
  let f = store.load(1)
  let t = await MainActor.run { f.asTask() }
  print(try await t.value, try await f.value)  // expect: double-await
}
