// A task that ends the program: the others run on until it does.

// MARK: good

func trapsBeforeItsUse() async throws {
  let f = store.load(1)
  Task {
    if random() { fatalError() }
    use(0)
  }
  _ = try await f.value  // ok: the only one
}

func trapsInTheOtherBranch() async throws {
  let f = store.load(1)
  let task = Task {
    if random() {
      fatalError()
    } else {
      use(0)
    }
  }
  await task.value
  _ = try await f.value  // ok: the only one
}

func certainRoundTraps() async throws {
  let f = store.load(1)
  Task {
    var round = 0
    while round < 1 {
      round += 1
      fatalError()
    }
  }
  _ = try await f.value  // ok: the only one
}

// MARK: bad

func usesAndTraps() async throws {
  let f = store.load(1)
  Task {
    _ = f.asTask()
    fatalError()
  }
  _ = try await f.value  // expect: concurrent-await
}

func usesAndTrapsInOneBranch() async throws {
  let f = store.load(1)
  Task {
    if random() { return }
    _ = f.asTask()
    precondition(random())
    fatalError()
  }
  _ = try await f.value  // expect: concurrent-await
}

func childrenOfATrap() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      async let user = f.value
      fatalError()
    }
  }
  _ = try await f.value  // expect: double-await
}
