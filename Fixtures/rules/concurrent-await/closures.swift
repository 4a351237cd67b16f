// Closures that run later, on another task or thread, beside the code that made them.
import Dispatch

// MARK: good

func oneQueue() {
  let f = store.load(1)
  DispatchQueue.global().async { use(f.asTask()) }  // ok: the only consumption
}

func queueOrBody(a: Bool) async throws {
  let f = store.load(1)
  if a {
    DispatchQueue.global().async { use(f.asTask()) }  // ok: this branch leaves
  } else {
    _ = try await f.value  // ok: the other
  }
}

func queueThatWaits() {
  let f = store.load(1)
  DispatchQueue.global().sync { use(f.asTask()) }  // ok: the only consumption
}

func unknownFateBesideTheBody() async throws {
  let f = store.load(1)
  onEvent { _ = try await f.value }
  _ = try await f.value  // ok: nothing is claimed across a closure of unknown fate
}

func ownFutureInEachTurn() {
  for id in 0..<3 {
    let f = store.load(id)
    Task { try await f.value }  // ok: each turn makes its own
  }
}

func elementsOfASequence(futures: [ValueFuture<User>]) async throws {
  try await withThrowingTaskGroup(of: User.self) { group in
    for f in futures {
      group.addTask { try await f.value }  // ok: another element each turn
    }
    try await group.waitForAll()
  }
}

func mappedToTasks(futures: [ValueFuture<User>]) -> [Task<User, any Error>] {
  futures.map { f in Task { try await f.value } }  // ok: another element each time
}

func constantIndices(futures: [ValueFuture<User>]) async throws {
  async let a = futures[0].value  // ok: the first
  async let b = futures[1].value  // ok: the second
  use((try await a, try await b))
}

func taskThatReturns(a: Bool) {
  let f = store.load(1)
  Task {
    if a { return try await f.value }
    return try await f.get()  // ok: the branch above has left
  }
}

func childBorrows(f: ValueFuture<User>) async throws {
  async let done = isDone(f)
  _ = try await f.value  // ok: the child only asks
  use(await done)
}

func isDone(_ f: ValueFuture<User>) -> Bool { f.isCompleted }

func correlatedChildren(a: Bool) {
  let f = store.load(1)
  if a { Task { try await f.value } }
  if !a { Task { try await f.value } }  // ok: a is unchanged
}

func reassignedBetweenTasks() {
  var f = store.load(1)
  Task { [f] in try await f.value }
  f = store.load(2)
  Task { [f] in try await f.value }  // ok: another future
}

func loopEndsAfterTheTask() {
  let f = store.load(1)
  for _ in 0..<3 {
    Task { try await f.value }  // ok: the loop ends here
    break
  }
}

func groupForEach(ids: [Int]) async throws {
  for id in ids {
    let f = store.load(id)
    try await withThrowingTaskGroup(of: User.self) { group in
      group.addTask { try await f.value }  // ok: one group per future
      try await group.waitForAll()
    }
  }
}

// MARK: bad

func queueBesideTheBody() async throws {
  let f = store.load(1)
  DispatchQueue.global().async { use(f.asTask()) }
  _ = try await f.value  // expect: concurrent-await
}

func twoQueues() {
  let f = store.load(1)
  DispatchQueue.global().async { use(f.asTask()) }
  DispatchQueue.main.async { use(f.asTask()) }  // expect: concurrent-await
}

func delayedQueue() async throws {
  let f = store.load(1)
  DispatchQueue.main.asyncAfter(deadline: .now()) { use(f.asTask()) }
  _ = try await f.value  // expect: concurrent-await
}

func taskBesideAQueue() {
  let f = store.load(1)
  Task { try await f.value }
  DispatchQueue.main.async { use(f.asTask()) }  // expect: concurrent-await
}

func nestedTask() {
  let f = store.load(1)
  Task {
    Task { try await f.value }
    _ = try await f.value  // expect: concurrent-await
  }
}

func twiceInOneTask() {
  let f = store.load(1)
  Task {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func taskInWhile() {
  let f = store.load(1)
  while random() {
    Task { try await f.value }  // expect: concurrent-await
  }
}

func asyncLetInALoop() async throws {
  let f = store.load(1)
  for _ in 0..<2 {
    async let user = f.value  // expect: double-await
    use(try await user)
  }
}

func taskInForEach(ids: [Int]) {
  let f = store.load(1)
  ids.forEach { _ in
    Task { try await f.value }  // expect: concurrent-await
  }
}

func namedTaskPriority() async throws {
  let f = store.load(1)
  Task(priority: .high) { try await f.value }
  _ = try await f.value  // expect: concurrent-await
}

func taskWithoutASpace() async throws {
  let f = store.load(1)
  Task.init { try await f.value }
  _ = try await f.value  // expect: concurrent-await
}

func childConsumesThroughAFunction() async throws {
  let f = store.load(1)
  async let a = finished(f)
  async let b = f.value  // expect: concurrent-await
  use((try await a, try await b))
}

func finished(_ f: ValueFuture<User>) async throws -> User { try await f.value }

func taskThroughAFunction() async throws {
  let f = store.load(1)
  Task { try await finished(f) }
  _ = try await finished(f)  // expect: concurrent-await
}

func childConsumesThroughAMember() async throws {
  let f = store.load(1)
  async let a = f.logged()
  async let b = f.logged()  // expect: concurrent-await
  use((try await a, try await b))
}

extension ValueFuture {
  func logged() async throws -> Value { try await value }
}

func parameterInTwoChildren(f: ValueFuture<User>) async throws {
  async let a = f.value
  async let b = f.value  // expect: concurrent-await
  use((try await a, try await b))
}

func returnedBesideATask() -> ValueFuture<User> {
  let f = store.load(1)
  Task { try await f.value }
  return f  // expect: concurrent-await
}

func takenOverBesideATask() {
  let f = store.load(1)
  Task { try await f.value }
  takeOver(f)  // expect: concurrent-await
}

func sameElement(futures: [ValueFuture<User>]) async throws {
  async let a = futures[0].value
  async let b = futures[0].value  // expect: concurrent-await
  use((try await a, try await b))
}

func mainActorTask() async throws {
  let f = store.load(1)
  Task { @MainActor in use(try await f.value) }
  _ = try await f.value  // expect: concurrent-await
}

actor Counter {
  func run() async throws {
    let f = store.load(1)
    Task { try await f.value }
    _ = try await f.value  // expect: concurrent-await
  }
}
