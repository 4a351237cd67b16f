// Groups, cancellation handlers, and children that end.

// MARK: good

func operationAndItsCancellation(f: ValueFuture<User>) async throws -> User {
  try await withTaskCancellationHandler {
    try await f.value  // ok: the only consumption
  } onCancel: {
    f.cancel()  // ok: cancelling takes no result
  }
}

func groupOfOneInEachBranch(a: Bool) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    if a {
      group.addTask { try await f.value }  // ok: one branch
    } else {
      group.addTask { try await f.get() }  // ok: the other
    }
    try await group.waitForAll()
  }
}

func childrenOfAConvertedOne() async throws {
  let task = store.load(1).asTask()
  try await withThrowingTaskGroup(of: User.self) { group in
    for _ in 0..<3 {
      group.addTask { try await task.value }  // ok: a task is durable
    }
    try await group.waitForAll()
  }
}

func groupOverElements(ids: [Int]) async throws -> [User] {
  try await withThrowingTaskGroup(of: User.self) { group in
    ids.map(store.load).forEach { f in
      group.addTask { try await f.value }  // ok: another element each time
    }
    var users: [User] = []
    for try await user in group { users.append(user) }
    return users
  }
}

func childEndsBeforeTheQuery() async throws {
  let f = store.load(1)
  await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // ok: the only consumption
  }
  print(f.isCompleted)
}

func lastOfAGroupThenAnother() async throws {
  let f = store.load(1)
  let g = store.load(2)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    while let user = try await group.next() { use(user) }
    use(try await g.value)  // ok: another future
  }
}

func reducedInTurn() async throws -> Int {
  let f = store.load(1)
  return try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // ok: the only consumption
    return try await group.reduce(0) { count, _ in count + 1 }
  }
}

func firstOfTwoOrAnother() async throws -> User? {
  let f = store.load(1)
  return try await withThrowingTaskGroup(of: User?.self) { group in
    group.addTask { try await f.value }
    group.addTask { nil }
    if let first = try await group.next(), let first { return first }
    return try await store.load(2).value  // ok: another future
  }
}

// MARK: bad

func groupIteratedToTheEnd() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    for try await user in group { use(user) }
    use(try await f.value)  // expect: double-await
  }
}

func groupWaitedFor() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    try await group.waitForAll()
    use(try await f.value)  // expect: double-await
  }
}

func groupIteratedInPart() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { User() }
    _ = try await group.next()
    use(try await f.value)  // expect: concurrent-await
  }
}

func consumedBeforeTheGroup() async throws {
  let f = store.load(1)
  _ = try await f.value
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // expect: double-await
    try await group.waitForAll()
  }
}

func cancellationConsumesToo(f: ValueFuture<User>) async throws -> User {
  try await withTaskCancellationHandler {
    try await f.value
  } onCancel: {
    use(f.asTask())  // expect: concurrent-await
  }
}

func unstructuredInsideAGroup() async throws {
  let f = store.load(1)
  await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { User() }
    Task { try await f.value }
  }
  _ = try await f.value  // expect: concurrent-await
}

func twoGroups() async throws {
  let f = store.load(1)
  await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
  }
  await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }  // expect: double-await
  }
}

func childrenByForEach(ids: [Int]) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    ids.forEach { _ in
      group.addTask { try await f.value }  // expect: concurrent-await
    }
    try await group.waitForAll()
  }
}

func childrenInWhile() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    while random() {
      group.addTask { try await f.value }  // expect: concurrent-await
    }
    try await group.waitForAll()
  }
}

func childWithItsOwnLoop() async throws {
  let f = store.load(1)
  await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for _ in 0..<2 {
        use(try await f.value)  // expect: double-await
      }
    }
  }
}

func onlyChildAwaited() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    _ = try await group.next()
    use(try await f.value)  // expect: double-await
  }
}

func onlyChildFailed() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    do {
      _ = try await group.next()
    } catch {
      use(try await f.value)  // expect: double-await
    }
  }
}

func takenToTheEnd(ids: [Int]) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    for id in ids { group.addTask { try await store.load(id).value } }
    while let user = try await group.next() { use(user) }
    use(try await f.value)  // expect: double-await
  }
}

func takenUntilNoneIsLeft() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { User() }
    while true {
      guard let user = try await group.next() else { break }
      use(user)
    }
    use(try await f.value)  // expect: double-await
  }
}

func reducedThenAgain() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { User() }
    use(try await group.reduce(0) { count, _ in count + 1 })
    use(try await f.value)  // expect: double-await
  }
}

func oneOfSeveralAwaited(ids: [Int]) async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    for _ in ids { group.addTask { try await f.value } }  // expect: concurrent-await
    _ = try await group.next()
    use(try await f.value)  // expect: concurrent-await
  }
}

func takenUntilTheFirst() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    group.addTask { User() }
    while let user = try await group.next() {
      use(user)
      break
    }
    use(try await f.value)  // expect: concurrent-await
  }
}

func addedElsewhereToo() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    addMore(&group)
    _ = try await group.next()
    use(try await f.value)  // expect: concurrent-await
  }
}

func addMore(_ group: inout ThrowingTaskGroup<User, any Error>) { group.addTask { User() } }

func firstOfTwoWasNil() async throws -> User? {
  let f = store.load(1)
  return try await withThrowingTaskGroup(of: User?.self) { group in
    group.addTask { try await f.value }
    group.addTask { nil }
    if let first = try await group.next(), let first { return first }
    return try await f.value  // expect: concurrent-await
  }
}

func firstOfTwoOrNil() async throws -> User? {
  let f = store.load(1)
  return try await withThrowingTaskGroup(of: User?.self) { group in
    group.addTask { try await f.value }
    group.addTask { nil }
    let first = try await group.next() ?? nil
    if first == nil { return try await f.value }  // expect: concurrent-await
    return first
  }
}

func eachThatWasNil() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User?.self) { group in
    group.addTask { try await f.value }
    while let user = try await group.next() {
      if user == nil { group.addTask { try await f.value } }  // expect: double-await
    }
  }
}
