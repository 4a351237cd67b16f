// Closures by what runs them.
import Synchronization

// MARK: good

func onceInALock() {
  let mutex = Mutex(0)
  let f = store.load(1)
  mutex.withLock { _ in use(f.asTask()) }  // ok: runs once
}

func onceBySync() {
  let f = store.load(1)
  notifier.sync { use(f.asTask()) }  // ok: runs once
}

func atMostOnceByOptionalMap(user: User?) {
  let f = store.load(1)
  _ = user.map { _ in use(f.asTask()) }  // ok: runs at most once
}

func optionalFutureMapped() {
  let maybe = store.find(1)
  _ = maybe.map { $0.asTask() }  // ok: the only one
}

func manyTimesWithItsOwn(ids: [Int]) {
  ids.forEach { use(store.load($0).asTask()) }  // ok: each run makes its own
}

func manyTimesOverTheElements(futures: [ValueFuture<User>]) {
  futures.forEach { use($0.asTask()) }  // ok: another element each time
}

func mappedElements(futures: [ValueFuture<User>]) -> [Task<User, any Error>] {
  futures.map { $0.asTask() }  // ok: another element each time
}

func retriedWithItsOwn() async throws -> User {
  try await retry(3) { try await store.load(1).value }  // ok: each attempt makes its own
}

func unknownFateThenBody() async throws {
  let f = store.load(1)
  onEvent { _ = try await f.value }
  _ = try await f.value  // ok: nothing is claimed across a closure of unknown fate
}

func bodyThenUnknownFate() async throws {
  let f = store.load(1)
  _ = try await f.value
  onEvent { use(f.isCompleted) }  // ok: a query
}

func twoClosuresOfUnknownFate() {
  let f = store.load(1)
  onEvent { _ = try await f.value }
  onEvent { _ = try await f.value }  // ok: nothing is claimed across closures of unknown fate
}

func immediatelyCalled() async throws {
  let f = store.load(1)
  let user = try await { try await f.value }()  // ok: runs once
  use(user)
}

func closureNeverCalled() async throws {
  let f = store.load(1)
  let unused = { use(f.asTask()) }
  _ = unused
  _ = try await f.value  // ok: nobody calls the closure
}

func closureCalledOnce() {
  let f = store.load(1)
  let finish = { use(f.asTask()) }
  finish()  // ok: the only run
}

func closureCalledInEachBranch(a: Bool) {
  let f = store.load(1)
  let finish = { use(f.asTask()) }
  if a {
    finish()  // ok: one branch
    return
  }
  finish()  // ok: the other
}

func parameterOfTheClosure() {
  let take: (ValueFuture<User>) -> Void = { f in
    use(f.asTask())  // ok: the closure's own parameter
  }
  take(store.load(1))
  take(store.load(2))
}

func returnInsideTheClosure(a: Bool) {
  let f = store.load(1)
  notifier.sync {
    if a {
      use(f.asTask())
      return
    }
    use(f.asTask())  // ok: the branch above has left the closure
  }
}

func capturedByValueBeforeReassignment() async throws {
  var f = store.load(1)
  notifier.sync { [f] in use(f.asTask()) }
  f = store.load(2)
  _ = try await f.value  // ok: another future
}

func continuationRunsOnce() async throws {
  let f = store.load(1)
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    use(f.asTask())  // ok: runs once
    c.resume()
  }
}

// MARK: bad

func twiceInsideOfOne() {
  let f = store.load(1)
  onEvent {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func madeInsideAndConsumedTwice() {
  onEvent {
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func onceInALockThenBody() async throws {
  let mutex = Mutex(0)
  let f = store.load(1)
  mutex.withLock { _ in use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func bodyThenLock() async throws {
  let mutex = Mutex(0)
  let f = store.load(1)
  _ = try await f.value
  mutex.withLock { _ in use(f.asTask()) }  // expect: double-await
}

func syncThenBody() async throws {
  let f = store.load(1)
  notifier.sync { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func inALockTwice() {
  let mutex = Mutex(0)
  let f = store.load(1)
  mutex.withLock { _ in use(f.asTask()) }
  mutex.withLock { _ in use(f.asTask()) }  // expect: double-await
}

func optionalMapThenBody(user: User?) async throws {
  let f = store.load(1)
  _ = user.map { _ in use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func optionalFutureMappedTwice() {
  let maybe = store.find(1)
  _ = maybe.map { $0.asTask() }
  _ = maybe.map { $0.asTask() }  // expect: double-await
}

func manyTimesByForEach(ids: [Int]) {
  let f = store.load(1)
  ids.forEach { _ in use(f.asTask()) }  // expect: double-await
}

func manyTimesByMap(ids: [Int]) {
  let f = store.load(1)
  _ = ids.map { ($0, f.asTask()) }  // expect: double-await
}

func retriedClosureOfSeveralStatements() async throws {
  let f = store.load(1)
  _ = try await retry(3) {
    print("trying")
    return try await f.value  // expect: double-await
  }
}

func observedManyTimes() {
  let f = store.load(1)
  notifier.addObserver { use(f.asTask()) }  // expect: double-await
}

func immediatelyCalledThenBody() async throws {
  let f = store.load(1)
  use(try await { try await f.value }())
  _ = try await f.value  // expect: double-await
}

func closureCalledThenBody() async throws {
  let f = store.load(1)
  let finish = { use(f.asTask()) }
  finish()
  _ = try await f.value  // expect: double-await
}

func captureListAlias() async throws {
  let f = store.load(1)
  notifier.sync { [g = f] in use(g.asTask()) }
  _ = try await f.value  // expect: double-await
}

func captureListByName() async throws {
  let f = store.load(1)
  notifier.sync { [f] in use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func parameterConsumedTwice() {
  let take: (ValueFuture<User>) -> Void = { f in
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
  take(store.load(1))
}

func shorthandParameterTwice() {
  let take: (ValueFuture<User>) -> Void = {
    use($0.asTask())
    use($0.asTask())  // expect: double-await
  }
  take(store.load(1))
}

func elementConsumedTwice(futures: [ValueFuture<User>]) {
  futures.forEach { f in
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

func nestedClosures() async throws {
  let f = store.load(1)
  notifier.sync {
    notifier.sync { use(f.asTask()) }
  }
  _ = try await f.value  // expect: double-await
}

func closureReturnsWithoutConsuming(a: Bool) async throws {
  let f = store.load(1)
  notifier.sync {
    if a { return }
    use(f.asTask())
  }
  _ = try await f.value  // expect: double-await
}

func closureThrowsAfterConsuming() async throws {
  let f = store.load(1)
  do {
    try notifier.sync {
      use(f.asTask())
      try store.reset()
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func closureAsAnArgumentInParentheses() async throws {
  let f = store.load(1)
  notifier.sync({ use(f.asTask()) })
  _ = try await f.value  // expect: double-await
}
