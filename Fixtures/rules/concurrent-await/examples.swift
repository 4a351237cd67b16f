// MARK: bad - two child tasks

func twoChildren(id: Int) async throws {
  let f = store.load(id)
  async let a = f.value
  async let b = f.value  // expect: concurrent-await
  //            ^~~~~~~ concurrent-await
  use((try await a, try await b))
}

// MARK: bad - a task beside its maker

func taskBesideTheBody(id: Int) async throws {
  let f = store.load(id)
  Task { try await f.value }
  _ = try await f.value  // expect: concurrent-await
}

// MARK: bad - children of a group, made in a loop

func childrenInALoop(id: Int) async throws {
  let f = store.load(id)
  try await withThrowingTaskGroup(of: User.self) { group in
    for _ in 0..<2 {
      group.addTask { try await f.value }  // expect: concurrent-await
    }
    try await group.waitForAll()
  }
}

// MARK: good - one child only

func oneChild(id: Int) async throws -> User {
  let f = store.load(id)
  async let user = f.value  // ok: the only consumption
  return try await user
}

// MARK: good - a future for each child

func oneForEachChild(id: Int) async throws {
  let f = store.load(id)
  let g = store.load(id)
  async let a = f.value  // ok: f
  async let b = g.value  // ok: g
  use((try await a, try await b))
}

// MARK: good - a task may be awaited by many

func sharedTask(id: Int) async throws {
  let task = store.load(id).asTask()
  async let a = task.value  // ok: a task is durable
  async let b = task.value  // ok: a task is durable
  use((try await a, try await b))
}
