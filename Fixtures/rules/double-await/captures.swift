// Captures: of names, of copies, of variables that change afterwards.

// MARK: good

func shadowingCapture() async throws {
  let f = store.load(1)
  let g = store.load(2)
  notifier.sync { [f = g] in use(f.asTask()) }
  _ = try await f.value  // ok: the closure's f is g
}

func closureParameterShadows() async throws {
  let f = store.load(1)
  let take: (ValueFuture<User>) -> Void = { f in use(f.asTask()) }
  take(store.load(2))
  _ = try await f.value  // ok: the closure's f is its parameter
}

func localFunctionPerTurn(ids: [Int]) async throws {
  for id in ids {
    let f = store.load(id)
    func finish() async throws { _ = try await f.value }
    try await finish()  // ok: one per turn
  }
}

func variableRemadeInTheClosure() async throws {
  var f = store.load(1)
  notifier.sync {
    use(f.asTask())
    f = store.load(2)
  }
  _ = try await f.value  // ok: remade by the closure
}

func flagSetInTheClosure() async throws {
  let f = store.load(1)
  var taken = false
  notifier.sync {
    if random() {
      use(f.asTask())
      taken = true
    }
  }
  if !taken {
    _ = try await f.value  // ok: taken says that nothing was
  }
}

func selfInAClosure() {
  let f = store.load(1)
  let names = ["a"].map { [f] name in (name, f.isCompleted) }
  use((names, f.asTask()))  // ok: the only one
}

// MARK: bad

func localFunctionInALoop(ids: [Int]) async throws {
  let f = store.load(1)
  func ask() { print(f.isCompleted) }
  for _ in ids {
    ask()
    _ = try await f.value  // expect: double-await
  }
}

func remadeInAClosureThatMayNotRun(user: User?) async throws {
  var f = store.load(1)
  _ = try await f.value
  _ = user.map { _ in f = store.load(2) }
  _ = try await f.value  // expect: double-await
}

func capturedCopyIsTheSame() async throws {
  var f = store.load(1)
  let g = f
  notifier.sync { [f] in use(f.asTask()) }
  f = store.load(2)
  _ = try await f.value
  _ = try await g.value  // expect: double-await
}

func closureInsideALoop(ids: [Int]) {
  let f = store.load(1)
  for _ in ids {
    notifier.sync { use(f.asTask()) }  // expect: double-await
  }
}

func nestedLocalFunctions() async throws {
  let f = store.load(1)
  func outer() async throws {
    func inner() async throws { _ = try await f.value }
    try await inner()
  }
  try await outer()
  _ = try await f.value  // expect: double-await
}

// MARK: used up before a closure has it

func keptAfterItsAwait() async throws {
  let f = store.load(1)
  _ = try await f.value
  onEvent { _ = try await f.value }  // expect: double-await
}

func keptAfterOneOfTwoAwaits(a: Bool) async throws {
  let f = store.load(1)
  if a { _ = try await f.value }
  onEvent { if !a { _ = try await f.value } }  // ok: whether it was used up before hangs on what the closure asks
}

func askedInAClosureAfterItsAwait() async throws {
  let f = store.load(1)
  _ = try await f.value
  onCallback { use(f.isCompleted) }
}

func variableAfterItsAwait() async throws {
  var f = store.load(1)
  _ = try await f.value
  let again = { use(f.asTask()) }  // ok: it holds another one when this runs
  f = store.load(2)
  takeOver(again)
}
