// Labels, and the statements that leave.

// MARK: good

func labelledBreak(rows: [[Int]]) async throws {
  let f = store.load(1)
  outer: for row in rows {
    for cell in row where cell > 0 {
      _ = try await f.value  // ok: leaves both loops
      break outer
    }
  }
}

func labelledContinueToAFreshOne(rows: [[Int]]) async throws {
  outer: for row in rows {
    let f = store.load(row.count)
    for _ in row {
      _ = try await f.value  // ok: the next row has its own
      continue outer
    }
  }
}

func breakOfALabelledDo(a: Bool) async throws {
  let f = store.load(1)
  attempt: do {
    if a { break attempt }
    _ = try await f.value
    return
  }
  _ = try await f.value  // ok: comes from the break only
}

func breakOfALabelledIf(a: Bool) async throws {
  let f = store.load(1)
  check: if a {
    if random() { break check }
    _ = try await f.value
    return
  }
  _ = try await f.value  // ok: comes from the break only
}

func returnInEveryPathOfTheLoop() async throws -> User {
  let f = store.load(1)
  while true {
    guard random() else { return try await f.value }  // ok: leaves
    return try await f.value  // ok: leaves
  }
}

func throwAfterEachConsumption(a: Bool) async throws {
  let f = store.load(1)
  if a {
    use(try await f.value)
    throw StoreError.closed
  } else if random() {
    use(try await f.value)  // ok: another branch
    throw StoreError.missing
  }
  use(try await f.value)  // ok: the others have thrown
}

// MARK: bad

func breakOfTheInnerLoopOnly(rows: [[Int]]) async throws {
  let f = store.load(1)
  for row in rows {
    for _ in row {
      _ = try await f.value  // expect: double-await
      break
    }
  }
}

func labelledContinueOfTheOuterLoop(rows: [[Int]]) async throws {
  let f = store.load(1)
  outer: for row in rows {
    for _ in row {
      _ = try await f.value  // expect: double-await
      continue outer
    }
  }
}

func labelledBreakThenAfter(rows: [[Int]]) async throws {
  let f = store.load(1)
  outer: for row in rows {
    for _ in row {
      _ = try await f.value
      break outer
    }
  }
  _ = try await f.value  // expect: double-await
}

func breakOfALabelledDoAfterConsuming(a: Bool) async throws {
  let f = store.load(1)
  attempt: do {
    _ = try await f.value
    if a { break attempt }
    return
  }
  _ = try await f.value  // expect: double-await
}

func breakOfASwitchInsideALoop(n: Int) async throws {
  let f = store.load(1)
  while random() {
    switch n {
    case 0:
      _ = try await f.value  // expect: double-await
      break
    default: return
    }
  }
}

func conditionalReturn(a: Bool) async throws {
  let f = store.load(1)
  _ = try await f.value
  if a { return }
  _ = try await f.value  // expect: double-await
}

func doIsNoLoop() async throws {
  let f = store.load(1)
  do {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}
