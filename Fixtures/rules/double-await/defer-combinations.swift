// `defer`, errors and loops together.

func deferAfterThrowOnly() async throws {
  let f = store.load(1)
  defer { print("closing", f.isCompleted) }
  try risk()
  print(try await f.value)
}

func deferRegisteredAfterReturn(a: Bool) async throws -> User {
  let f = store.load(1)
  if a { return try await f.value }
  defer { use(f.asTask()) }
  return User()
}

func deferInLoopOwnFuture(ids: [Int]) throws {
  for id in ids {
    let f = store.load(id)
    defer { use(f.asTask()) }
    try risk()
  }
}

func deferGuardedByFlag(a: Bool) async throws {
  let f = store.load(1)
  var taken = false
  defer { if !taken { use(f.asTask()) } }
  if a {
    taken = true
    print(try await f.value)
  }
}

func deferAndReturnValue() async throws -> User {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  return try await f.value
}

func deferInDoThrownInto() async throws {
  let f = store.load(1)
  do {
    defer { use(f.asTask()) }
    try risk()
  } catch {
    print(try await f.value)  // expect: double-await
  }
}

func deferTwiceSameFuture() {
  let f = store.load(1)
  defer { use(f.asTask()) }  // expect: double-await
  defer { use(f.preserve()) }
}

func deferRunsEachRound(ids: [Int]) {
  let f = store.load(1)
  for _ in ids {
    defer { use(f.asTask()) }  // expect: double-await
    print("round")
  }
}

func deferBreaksBefore(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids {
    defer { print(id) }
    if id == 3 {
      print(try await f.value)
      break
    }
  }
}

func deferConsumesThenBreakOut(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids {
    defer { if id == 7 { use(f.asTask()) } }
    if id == 7 { break }
  }
}

func deferOnThrowPathOnly() async throws -> User {
  let f = store.load(1)
  var done = false
  defer {
    if !done { use(f.asTask()) }
  }
  try risk()
  done = true
  return try await f.value
}

func deferFlagSetTooLate() async throws -> User {
  let f = store.load(1)
  var done = false
  defer {
    if !done { use(f.asTask()) }  // expect: double-await
  }
  let user = try await f.value
  done = true
  return user
}

func nestedDeferOrder() {
  let f = store.load(1)
  defer {
    defer { use(f.asTask()) }  // expect: double-await
    use(f.preserve())
  }
}

func deferInSwitchCase(k: Int) async throws {
  let f = store.load(1)
  switch k {
  case 0:
    defer { use(f.asTask()) }
    print("zero")
  default: print("none")
  }
  if k != 0 { print(try await f.value) }
}

func deferInSwitchCaseBad(k: Int) async throws {
  let f = store.load(1)
  switch k {
  case 0:
    defer { use(f.asTask()) }
    print("zero")
  default: print("none")
  }
  print(try await f.value)  // expect: double-await
}

func throwSkipsConsumption() async throws -> User {
  let f = store.load(1)
  do {
    try risk()
    return try await f.value
  } catch StoreError.closed {
    return User()
  }
}

func catchAfterAwaitConsumes() async throws -> User {
  let f = store.load(1)
  do {
    return try await f.value
  } catch {
    return try await f.value  // expect: double-await
  }
}

func typedThrowBeforeAwait() async throws -> User {
  let f = store.load(1)
  do throws(StoreError) {
    try store.reload()
  } catch .closed {
    return try await f.value
  } catch .missing {
    return User()
  }
  return try await f.value
}

func typedThrowBothConsume() async throws {
  let f = store.load(1)
  do throws(StoreError) {
    try store.reload()
  } catch {
    use(f.asTask())
  }
  print(try await f.value)  // expect: double-await
}

func loopRetryThatRemakes() async throws -> User {
  var f = store.load(1)
  for _ in 0..<3 {
    do { return try await f.value } catch { f = store.load(2) }
  }
  return try await f.value
}

func loopRetryThatForgets() async throws -> User {
  var f = store.load(1)
  for n in 0..<3 {
    do { return try await f.value } catch {  // expect: double-await
      if n == 1 { f = store.load(2) }
    }
  }
  return User()
}
