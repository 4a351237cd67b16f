// `async let`, tasks and task groups: which consumptions can overlap.

// MARK: good

func childOrBody(a: Bool) async throws {
  let f = store.load(1)
  if a {
    async let user = f.value  // ok: one branch
    use(try await user)
  } else {
    use(try await f.value)  // ok: the other
  }
}

func taskOrBody(a: Bool) async throws {
  let f = store.load(1)
  if a {
    Task { try await f.value }  // ok: this branch leaves
    return
  }
  _ = try await f.value  // ok: the task was not made
}

func oneTask() {
  let f = store.load(1)
  Task { try await f.value }  // ok: the only consumption
}

func oneDetachedTask() {
  let f = store.load(1)
  Task.detached { try await f.value }  // ok: the only consumption
}

func oneGroupChild() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // ok: the only consumption
    try await group.waitForAll()
  }
}

func childrenWithTheirOwn(ids: [Int]) async throws {
  try await withThrowingTaskGroup(of: User.self) { group in
    for id in ids {
      let f = store.load(id)
      group.addTask { try await f.value }  // ok: each turn makes its own
    }
    try await group.waitForAll()
  }
}

func childMakesItsOwn(ids: [Int]) async throws {
  try await withThrowingTaskGroup(of: User.self) { group in
    for id in ids {
      group.addTask { try await store.load(id).value }  // ok: made in the child
    }
    try await group.waitForAll()
  }
}

func childQueries() async throws {
  let f = store.load(1)
  async let done = f.isCompleted  // ok: a query
  _ = try await f.value  // ok: the only consumption
  use(await done)
}

func childTakesTheResult() async throws {
  let f = store.load(1)
  let user = try await f.value  // ok: the only consumption
  async let a = user.id
  async let b = user.id
  use((await a, await b))
}

func tasksInBranches(a: Bool) {
  let f = store.load(1)
  if a {
    Task { try await f.value }  // ok: one branch
  } else {
    Task.detached { try await f.value }  // ok: the other
  }
}

func branchesOfOneTask(a: Bool) {
  let f = store.load(1)
  Task {
    if a {
      _ = try await f.value  // ok: one branch
    } else {
      _ = try await f.get()  // ok: the other
    }
  }
}

func argumentsOfOneChild() async throws {
  async let both = (store.load(1).value, store.load(2).value)  // ok: two futures
  use(try await both)
}

// MARK: bad

func childAndBody() async throws {
  let f = store.load(1)
  async let a = f.value
  _ = try await f.value  // expect: concurrent-await
  use(try await a)
}

func childByGet() async throws {
  let f = store.load(1)
  async let a = f.get()
  async let b = f()  // expect: concurrent-await
  use((try await a, try await b))
}

func threeChildren() async throws {
  let f = store.load(1)
  async let a = f.value
  async let b = f.value  // expect: concurrent-await
  async let c = f.value  // expect: concurrent-await
  use((try await a, try await b, try await c))
}

func childrenOnOneLine() async throws {
  let f = store.load(1)
  async let a = f.value, b = f.value  // expect: concurrent-await
  use((try await a, try await b))
}

func twoTasks() {
  let f = store.load(1)
  Task { try await f.value }
  Task { try await f.value }  // expect: concurrent-await
}

func detachedAndBody() async throws {
  let f = store.load(1)
  Task.detached { try await f.value }
  _ = try await f.value  // expect: concurrent-await
}

func taskAndConversion() {
  let f = store.load(1)
  Task { try await f.value }
  use(f.asTask())  // expect: concurrent-await
}

func taskInALoop() {
  let f = store.load(1)
  for _ in 0..<2 {
    Task { try await f.value }  // expect: concurrent-await
  }
}

func twoGroupChildren() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { try await f.value }  // expect: concurrent-await
    try await group.waitForAll()
  }
}

func groupChildAndGroupBody() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    use(try await f.value)  // expect: concurrent-await
  }
}

func childrenByAddTaskUnlessCancelled() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    _ = group.addTaskUnlessCancelled { try await f.value }  // expect: concurrent-await
    try await group.waitForAll()
  }
}

func discardingGroup() async throws {
  let f = store.load(1)
  try await withThrowingDiscardingTaskGroup { group in
    group.addTask { _ = try await f.value }
    group.addTask { _ = try await f.value }  // expect: concurrent-await
  }
}

func childOfACopy() async throws {
  let f = store.load(1)
  let g = f
  async let a = f.value
  async let b = g.value  // expect: concurrent-await
  use((try await a, try await b))
}

func captureList() {
  let f = store.load(1)
  Task { [f] in try await f.value }
  Task { [g = f] in try await g.value }  // expect: concurrent-await
}

func secondTextuallyInABranch(a: Bool) async throws {
  let f = store.load(1)
  Task { try await f.value }
  if a {
    _ = try await f.value  // expect: concurrent-await
  }
}

func taskOnOneBranchThenBody(a: Bool) async throws {
  let f = store.load(1)
  if a {
    Task { try await f.value }
  }
  _ = try await f.value  // expect: concurrent-await
}
