import Dispatch

// A closure, local function or method that uses a value up, and that two tasks run: the second call is where it stands.

// MARK: good

func runByOne() async throws {
  let f = store.load(1)
  let operation: @Sendable () async throws -> User = { try await f.value }
  async let user = operation()  // ok
  _ = try await user
}

func methodInOneTask() async throws {
  let f = store.load(1)
  let task = Task(operation: f.get)  // ok
  _ = try await task.value
}

func methodInTheTaskOrNot(isLate: Bool) async throws {
  let f = store.load(1)
  if isLate {
    let task = Task(operation: f.get)  // ok
    _ = try await task.value
  } else {
    _ = try await f.value  // ok
  }
}

func methodHandedOn() async throws {
  let f = store.load(1)
  takeOver(f.get)
  _ = try await f.value  // ok: nobody knows whether it is called
}

// MARK: bad

func closureOfTwoChildren() async throws {
  let f = store.load(1)
  let operation: @Sendable () async throws -> User = { try await f.value }  // expect-note: 'f' is awaited here at the same time
  async let first = operation()  // expect-note: 'f' is awaited here at the same time
  async let second = operation()  // expect: concurrent-await
  _ = try await (first, second)
}

func functionBesideItself() async throws {
  let f = store.load(1)
  @Sendable func finish() async throws -> User { try await f.value }
  let task = Task { try await finish() }
  _ = try await finish()  // expect: concurrent-await
  _ = try await task.value
}

func methodsOfAGroup() async throws {
  let f = store.load(1)
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask(operation: f.get)
    group.addTask(operation: f.get)  // expect: concurrent-await
    try await group.waitForAll()
  }
}

func methodBesideItsTask() async throws {
  let f = store.load(1)
  let task = Task(operation: f.get)
  _ = try await f.value  // expect: concurrent-await
  _ = try await task.value
}

func methodInATaskThatEnded() async throws {
  let f = store.load(1)
  let task = Task(operation: f.get)
  _ = try await task.value
  _ = try await f.value  // expect: double-await
}

func twiceInEachRun(isLate: Bool) {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    func finish() {
      _ = f.asTask()  // expect: concurrent-await
    }
    finish()
    if isLate { finish() }  // expect: double-await
  }
}
