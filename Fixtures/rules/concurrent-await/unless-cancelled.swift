// A child that is not started in a cancelled group: the group tells.

// MARK: good

func insteadOfChild() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    let isAdded = group.addTaskUnlessCancelled { try await f.value }
    if !isAdded { f.asTask() }  // ok: there is no child
    while let user = try await group.next() { use(user) }
  }
}

func insteadOfChildInGuard() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    guard group.addTaskUnlessCancelled(operation: { try await f.value }) else {
      f.asTask()  // ok: there is no child
      return
    }
    try await group.waitForAll()
  }
}

// MARK: bad

func besideChild() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    let isAdded = group.addTaskUnlessCancelled { try await f.value }
    if isAdded { f.asTask() }  // expect: concurrent-await
    try await group.waitForAll()
  }
}

func besideChildPerhaps() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    _ = group.addTaskUnlessCancelled { try await f.value }
    f.asTask()  // expect: concurrent-await
    try await group.waitForAll()
  }
}
