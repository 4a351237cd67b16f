// What a finding names besides its own place: the making, each earlier use that reaches it, and the way in steps.

// MARK: bad

func namesTheMakingAndTheFirst() async throws {
  let f = store.load(1)  // expect-note: made here
  _ = try await f.value  // expect-note: awaited here
  _ = try await f.value  // expect: double-await
}

func namesTheConversion() async throws {
  let f = store.load(1)  // expect-note: made here
  use(f.asTask())  // expect-note: 'f' was first converted
  _ = try await f.value  // expect: double-await
}

func namesEachThatReaches(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value  // expect-note: awaited here
  } else {
    _ = try await f.get()  // expect-note: awaited here
  }
  _ = try await f.value  // expect: double-await
}

func namesTheMakingOfAnAlias() async throws {
  let f = store.load(1)  // expect-note: made here
  let g = f
  _ = try await f.value  // expect-note: awaited here
  _ = try await g.value  // expect: double-await
}

func saysWhichBranch(cached: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  if random() {  // expect-step: when 'random()' is true
    _ = try await f.value  // expect: double-await
  }
}

func saysThatTheLoopRunsAgain() async throws {
  let f = store.load(1)  // expect-note: made here
  for _ in 0..<3 {  // expect-step: the loop runs again
    _ = try await f.value  // expect: double-await
  }
}

func saysWhatThrows() async throws {
  let f = store.load(1)
  do {
    use(f.asTask())
    try store.reset()  // expect-step: throws
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func saysWhenAnOptionalIsNil(user: User?) async throws {
  let f = store.load(1)
  _ = try await f.value
  guard let user else {  // expect-step: when 'user' is nil
    _ = try await f.value  // expect: double-await
    return
  }
  use(user)
}

func saysThatTheClosureRunsAgain(ids: [Int]) {
  let f = store.load(1)  // expect-note: made here
  ids.forEach { _ in use(f.asTask()) }  // expect: double-await // expect-step: 'forEach' runs the closure again
}
