// Variables, functions and types that stand inside of a function.

// MARK: good

func localComputedReadOnce() async throws {
  let f = store.load(1)
  var task: Task<User, any Error> { f.asTask() }
  _ = try await task.value  // ok: read once
}

func localComputedMakesEach() async throws {
  var fresh: ValueFuture<User> { store.load(1) }
  _ = try await fresh.value  // ok: each read makes its own
  _ = try await fresh.value  // ok: each read makes its own
}

func lazyLocal() async throws {
  lazy var f = store.load(1)
  _ = try await f.value  // ok: the only one
}

func observedLocal() async throws {
  var f = store.load(1) {
    didSet { print("changed") }
  }
  _ = try await f.value
  f = store.load(2)
  _ = try await f.value  // ok: another future
}

func localOverloads() async throws {
  func take(_ f: ValueFuture<User>) { print(f.isCompleted) }
  func take(task f: ValueFuture<User>) { use(f.asTask()) }
  let f = store.load(1)
  take(f)
  _ = try await f.value  // ok: this overload borrows
}

func recursiveLocal() async throws {
  let f = store.load(1)
  func wait(_ n: Int) {
    if n > 0, !f.isCompleted { wait(n - 1) }
  }
  wait(3)
  _ = try await f.value  // ok: the local function only asks
}

func declaredAfterItsUse() async throws {
  let f = store.load(1)
  ask()
  _ = try await f.value  // ok: the local function only asks

  func ask() { print("asked") }
}

// MARK: bad

func lazyLocalTwice() async throws {
  lazy var f = store.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func insideALocalFunction() async throws {
  func run() async throws {
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
  try await run()
}

func localFunctionDeclaredLater() async throws {
  let f = store.load(1)
  finish(f)
  _ = try await f.value  // expect: double-await

  func finish(_ f: ValueFuture<User>) { use(f.asTask()) }
}

func localConsumingOverload() async throws {
  func take(_ f: ValueFuture<User>) { print(f.isCompleted) }
  func take(task f: ValueFuture<User>) { use(f.asTask()) }
  let f = store.load(1)
  take(task: f)
  _ = try await f.value  // expect: double-await
}

func localMaker() async throws {
  func make() -> ValueFuture<User> { store.load(1) }
  let f = make()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func closureMaker() async throws {
  let make = { store.load(1) }
  let f = make()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
