// `defer` runs on each exit of its scope, the last one first.

// MARK: good

func deferredOnly() {
  let f = store.load(1)
  defer { use(f.asTask()) }  // ok: the only one
  use(0)
}

func deferredInABranch(a: Bool) async throws {
  let f = store.load(1)
  if a {
    defer { use(f.asTask()) }  // ok: this branch
    use(0)
  } else {
    _ = try await f.value  // ok: the other
  }
}

func deferredOnEachExit(a: Bool) throws {
  let f = store.load(1)
  defer { use(f.asTask()) }  // ok: once on each exit
  if a { return }
  try store.reset()
}

func leavesBeforeTheDefer(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    return
  }
  defer { use(f.asTask()) }  // ok: not reached from the branch above
  use(0)
}

func deferredForEachTurn() {
  for id in 0..<3 {
    let f = store.load(id)
    defer { use(f.asTask()) }  // ok: one per turn
    use(id)
  }
}

func deferThatConsumesNothing() async throws {
  let f = store.load(1)
  defer { print("done") }
  _ = try await f.value  // ok: the only one
}

func deferredReassignment() async throws {
  var f = store.load(1)
  do {
    defer { f = store.load(2) }
    _ = try await f.value
  }
  _ = try await f.value  // ok: remade by the defer
}

func deferRemakesBeforeFallingThrough(n: Int) async throws {
  var f = store.load(1)
  switch n {
  case 0:
    defer { f = store.load(2) }
    _ = try await f.value
    fallthrough
  default: _ = try await f.value  // ok: remade when the first case was left
  }
}

// MARK: bad

func deferInACaseThatFallsThrough(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0:
    defer { use(f.asTask()) }
    fallthrough
  default: _ = try await f.value  // expect: double-await
  }
}

func deferredAfterTheBody() async throws {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  _ = try await f.value
}

func deferredOnOnePath(a: Bool) async throws {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  if a {
    _ = try await f.value
  }
}

func deferredOnReturn(a: Bool) async throws -> User? {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  return try await f.value
}

func twoDefers() {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  defer { use(f.asTask()) }
  use(0)
}

func deferThenAfterItsScope(a: Bool) async throws {
  let f = store.load(1)
  do {
    defer { use(f.asTask()) }
    use(0)
  }
  _ = try await f.value  // expect: double-await
}

func deferInALoop() {
  let f = store.load(1)
  for id in 0..<3 {
    defer { use(f.asTask()) }  // expect: double-await
    use(id)
  }
}

func consumedBeforeTheDefer() async throws {
  let f = store.load(1)
  _ = try await f.value
  defer { use(f.asTask()) }  // expect: double-await
  use(0)
}

func deferredOnBreak() async throws {
  let f = store.load(1)
  while true {
    defer { use(f.asTask()) }
    break
  }
  _ = try await f.value  // expect: double-await
}

func deferredOnThrow() {
  let f = store.load(1)
  do {
    defer { use(f.asTask()) }
    try store.reset()
    return
  } catch {
    use(f.asTask())  // expect: double-await
  }
}

func branchInsideTheDefer(a: Bool) async throws {
  let f = store.load(1)
  defer {
    if a { use(f.asTask()) }  // expect: double-await
  }
  _ = try await f.value
}
