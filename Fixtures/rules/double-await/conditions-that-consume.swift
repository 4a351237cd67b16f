// Consumptions inside conditions, subjects and handlers' filters.

// MARK: good

func bothInOneTuple() async throws {
  let f = store.load(1)
  let g = store.load(2)
  use(try await (f.value, g.value))  // ok: two futures
}

func ternaryByCompletion() {
  let f = store.load(1)
  f.isCompleted ? use(f.result) : use(f.asTask())  // ok: one of the two
}

func subjectWithBinding() async throws {
  let f = store.load(1)
  switch try await f.value {  // ok: the only one
  case let user where user.id > 0: use(user)
  case let user: use(user.id)
  }
}

func whileConditionOfAFreshOne() async throws {
  while try await store.load(1).value.id > 0 {  // ok: each turn makes its own
    await pause()
  }
}

func conditionThatLeaves() async throws {
  let f = store.load(1)
  if random() {
    guard try await f.value.id > 0 else { return }
    return
  }
  _ = try await f.value  // ok: the branch above has left
}

func handlerWithAFilter() async throws {
  let f = store.load(1)
  do {
    try store.reset()
  } catch let error as StoreError where error == .closed {
    _ = try await f.value  // ok: one handler
  } catch {
    _ = try await f.get()  // ok: the other
  }
}

// MARK: bad

func guardWithTwoParts(a: Bool) async throws {
  let f = store.load(1)
  guard a, let user = try? await f.value else {
    _ = try await f.value  // expect: double-await
    return
  }
  use(user)
}

func bindingThenFilter() async throws {
  let f = store.load(1)
  if let user = try? await f.value, user.id > 0 {
    return
  }
  _ = try await f.value  // expect: double-await
}

func subjectThenDefault() async throws {
  let f = store.load(1)
  switch try await f.value {
  case let user where user.id > 0: use(user)
  default: _ = try await f.value  // expect: double-await
  }
}

func whileBinding() async {
  let f = store.load(1)
  while let user = try? await f.value {  // expect: double-await
    use(user)
  }
}

func whereThatConsumes(ids: [Int]) {
  let f = store.load(1)
  for id in ids where accepts(f.asTask()) {  // expect: double-await
    use(id)
  }
}

func caseWhereThatConsumes(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0 where accepts(f.asTask()): use(0)
  default: _ = try await f.value  // expect: double-await
  }
}

func twoCasesWhereThatConsume(n: Int) {
  let f = store.load(1)
  switch n {
  case _ where accepts(f.asTask()): use(0)
  case _ where accepts(f.asTask()): use(1)  // expect: double-await
  default: break
  }
}

func handlerFilterThatConsumes() async throws {
  let f = store.load(1)
  do {
    try store.reset()
  } catch StoreError.closed where accepts(f.asTask()) {
    use(0)
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func assertionThatConsumes() async throws {
  let f = store.load(1)
  precondition(accepts(f.asTask()))
  _ = try await f.value  // expect: double-await
}

func conditionOfARepeat() async throws {
  let f = store.load(1)
  repeat {
    await pause()
  } while accepts(f.asTask())  // expect: double-await
}
