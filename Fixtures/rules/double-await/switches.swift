// `switch` in every form.

enum Mode { case fast, slow, off }

// MARK: good

func oneInEachCase(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast: _ = try await f.value  // ok: one case
  case .slow: _ = try await f.get()  // ok: one case
  case .off: use(f.asTask())  // ok: one case
  }
}

func caseReturns(mode: Mode) async throws -> User? {
  let f = store.load(1)
  switch mode {
  case .fast: return try await f.value
  case .slow: break
  case .off: return nil
  }
  return try await f.value  // ok: only slow comes here
}

func breakLeavesTheCase(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast:
    if random() { break }
    _ = try await f.value  // ok: the only one
  default: break
  }
}

func casesWithBindings(user: User?) async throws {
  let f = store.load(1)
  switch user {
  case .some(let user) where user.id > 0: _ = try await f.value  // ok: one case
  case .some: _ = try await f.value  // ok: one case
  case .none: _ = try await f.value  // ok: one case
  }
}

func subjectConsumes() async throws {
  let f = store.count()
  switch try await f.value {  // ok: evaluated once
  case 0: use(0)
  default: use(1)
  }
}

func fallthroughIntoTheOnlyOne(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast:
    use(0)
    fallthrough
  case .slow: _ = try await f.value  // ok: the only one
  case .off: break
  }
}

func labelledBreakOutOfTheSwitch(mode: Mode) async throws {
  let f = store.load(1)
  choice: switch mode {
  case .fast:
    for _ in 0..<3 {
      _ = try await f.value  // ok: leaves the loop and the switch
      break choice
    }
  default: break
  }
}

// MARK: bad

func caseThenAfter(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast: _ = try await f.value
  case .slow, .off: break
  }
  _ = try await f.value  // expect: double-await
}

func everyCaseThenAfter(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast: _ = try await f.value
  default: _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func fallsThroughIntoAnother(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast:
    _ = try await f.value
    fallthrough
  case .slow: _ = try await f.value  // expect: double-await
  case .off: break
  }
}

func fallsThroughTwice(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast:
    _ = try await f.value
    fallthrough
  case .slow: fallthrough
  case .off: _ = try await f.value  // expect: double-await
  }
}

func subjectThenCase() async throws {
  let f = store.count()
  switch try await f.value {
  case 0: _ = try await f.value  // expect: double-await
  default: break
  }
}

func breakThenAfter(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast:
    _ = try await f.value
    break
  default: return
  }
  _ = try await f.value  // expect: double-await
}

func continueOfTheLoopAround(modes: [Mode]) async throws {
  let f = store.load(1)
  for mode in modes {
    switch mode {
    case .fast:
      _ = try await f.value  // expect: double-await
      continue
    default: return
    }
  }
}

func switchInsideALoop(modes: [Mode]) async throws {
  let f = store.load(1)
  for mode in modes {
    switch mode {
    case .fast: _ = try await f.value  // expect: double-await
    case .slow, .off: break
    }
  }
}

func defaultThenAfter(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0: return
  case 1...: break
  default: _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}
