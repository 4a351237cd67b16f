// Longer shapes as they stand in services: each good one has a bad twin.

actor UserCache {
  private var tasks: [Int: Task<User, any Error>] = [:]

  func user(_ id: Int) async throws -> User {
    if let task = tasks[id] { return try await task.value }
    let task = store.load(id).asTask()  // ok: once, then a task
    tasks[id] = task
    return try await task.value
  }

  func userBadly(_ id: Int) async throws -> User {
    let f = store.load(id)
    tasks[id] = f.asTask()
    return try await f.value  // expect: double-await
  }
}

// MARK: good

func fallsBackToAReplica() async throws -> User {
  let primary = store.load(1)
  do {
    return try await primary.value
  } catch {
    let replica = store.load(2)
    return try await replica.value  // ok: another future
  }
}

func startsBothThenPicks() async throws -> User {
  let primary = store.load(1)
  let replica = store.load(2)
  if primary.isCompletedSuccessfully {
    _ = replica.asTask()
    return try await primary.value  // ok: once
  }
  _ = primary.asTask()
  return try await replica.value  // ok: once
}

func fastPathByTernary() async throws -> User {
  let f = store.load(1)
  return f.isCompletedSuccessfully ? try f.result.get() : try await f.value  // ok: one of the two
}

func batchOfTasks(ids: [Int]) async throws -> [User] {
  var tasks: [Task<User, any Error>] = []
  for id in ids { tasks.append(store.load(id).asTask()) }
  var users: [User] = []
  for task in tasks { users.append(try await task.value) }  // ok: tasks
  return users
}

func pollsThenTakes() async throws -> User {
  let f = store.load(1)
  for _ in 0..<10 {
    if f.isCompleted { return try f.result.get() }  // ok: leaves
    await pause()
  }
  return try await f.value  // ok: not complete yet, nothing was read
}

func retriesWithBackoff() async throws -> User {
  var delay: UInt64 = 1
  while true {
    let f = store.load(1)
    do {
      return try await f.value  // ok: one per attempt
    } catch {
      if delay > 8 { throw error }
      try await Task.sleep(nanoseconds: delay)
      delay *= 2
    }
  }
}

func measured() async throws -> User {
  let f = store.load(1)
  let wasReady = f.isCompleted
  defer { print("ready:", wasReady) }
  return try await f.value  // ok: once
}

func validatesFirst(user: User?) async throws -> User {
  let f = store.load(1)
  guard let user, user.id > 0 else {
    _ = f.asTask()
    throw StoreError.missing
  }
  return try await f.value  // ok: the guard's other side has thrown
}

// MARK: bad

func fallsBackToTheSame() async throws -> User {
  let primary = store.load(1)
  do {
    return try await primary.value
  } catch StoreError.closed {
    return try await primary.value  // expect: double-await
  }
}

func picksAndForgets() async throws -> User {
  let primary = store.load(1)
  let replica = store.load(2)
  let first = try await primary.value
  if first.id == 0 {
    return try await replica.value
  }
  _ = replica.asTask()
  return try await primary.value  // expect: double-await
}

func fastPathWithoutReturn() async throws -> User {
  let f = store.load(1)
  if f.isCompletedSuccessfully {
    print(f.result)
  }
  return try await f.value  // expect: double-await
}

func logsTheResult() async throws -> User {
  let f = store.load(1)
  print("got", try await f.value)
  return try await f.value  // expect: double-await
}

func retriesTheSame() async throws -> User {
  let f = store.load(1)
  var delay: UInt64 = 1
  while true {
    do {
      return try await f.value  // expect: double-await
    } catch {
      if delay > 8 { throw error }
      try await Task.sleep(nanoseconds: delay)
      delay *= 2
    }
  }
}

func validatesTooLate(user: User?) async throws -> User {
  let f = store.load(1)
  let loaded = try await f.value
  guard user != nil else {
    _ = f.asTask()  // expect: double-await
    throw StoreError.missing
  }
  return loaded
}

func cleansUpTwice() async throws {
  let f = store.save(1)
  defer { _ = f.asTask() }  // expect: double-await
  do {
    try store.reset()
  } catch {
    try await f.value
  }
}
