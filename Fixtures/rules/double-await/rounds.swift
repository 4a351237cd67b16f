// Loops that count: which round it is, whether it is the first or the last, and what is remade in which.

// MARK: good

func remadeButForTheFirst() async throws -> User {
  var f = store.load(1)
  for attempt in 0..<3 {
    if attempt > 0 { f = store.load(1) }
    do { return try await f.value } catch { use(attempt) }  // ok: a new one in each round
  }
  throw StoreError.closed
}

func remadeFromTheSecond() async throws -> User {
  var f = store.load(1)
  for attempt in 1...3 {
    if attempt != 1 { f = store.load(1) }
    do { return try await f.value } catch { use(attempt) }  // ok: a new one in each round
  }
  throw StoreError.closed
}

func remadeOfMany(count: Int) async throws -> User {
  var f = store.load(1)
  for attempt in 0..<count {
    switch attempt {
    case 0: break
    default: f = store.load(1)
    }
    do { return try await f.value } catch { use(attempt) }  // ok: a new one in each round
  }
  throw StoreError.closed
}

func remadeOfEnumerated(items: [Int]) async throws {
  var f = store.load(1)
  for (place, item) in items.enumerated() {
    if place > 0 { f = store.load(item) }
    _ = try await f.value  // ok: a new one in each round
  }
}

func remadeInAWhile() async throws -> User {
  var f = store.load(1)
  var attempt = 0
  while attempt < 3 {
    if attempt > 0 { f = store.load(1) }
    attempt += 1
    do { return try await f.value } catch { use(attempt) }  // ok: a new one in each round
  }
  throw StoreError.closed
}

func remadeButForTheLast() async throws -> User {
  var f = store.load(1)
  for attempt in 0..<3 {
    do { return try await f.value } catch {  // ok: a new one for each round that follows
      if attempt < 2 { f = store.load(1) }
    }
  }
  throw StoreError.closed
}

func remadeAfterAnError() async throws -> User {
  var f = store.load(1)
  var failure: (any Error)?
  for attempt in 0..<3 {
    if failure != nil { f = store.load(attempt) }
    do { return try await f.value } catch { failure = error }  // ok: a new one after each failure
  }
  throw StoreError.closed
}

func lastRoundOnly() async throws {
  let f = store.load(1)
  for round in 0..<3 {
    if round > 1 { _ = try await f.value }  // ok: the last round
  }
}

func firstOfTwo(count: Int) async throws {
  let f = store.load(1)
  for round in 0..<count {
    if round < 1 { _ = try await f.value }  // ok: the first round
  }
}

func oneRoundByAConstant() async throws {
  let f = store.load(1)
  let most = 1
  var tries = 0
  while tries < most {
    tries += 1
    _ = try await f.value  // ok: there is one round
  }
}

// MARK: bad

func threeRoundsByAConstant() async throws {
  let f = store.load(1)
  let most = 3
  var tries = 0
  while tries < most {
    tries += 1
    _ = try await f.value  // expect: double-await
  }
}

func remadeFromTheThird() async throws -> User {
  var f = store.load(1)
  for attempt in 0..<4 {
    if attempt > 1 { f = store.load(1) }
    do { return try await f.value } catch { use(attempt) }  // expect: double-await
  }
  throw StoreError.closed
}

func remadeTooEarly(items: [Int]) async throws {
  var f = store.load(1)  // expect: unconsumed
  for (place, item) in items.enumerated() {
    if place == 0 { f = store.load(item) }
    _ = try await f.value  // expect: double-await
  }
}

func lastTwoRounds() async throws {
  let f = store.load(1)
  for round in 0..<4 {
    if round > 1 { _ = try await f.value }  // expect: double-await
  }
}

func manyRounds(count: Int) async throws {
  let f = store.load(1)
  for round in 0..<count {
    if round > 20 { _ = try await f.value }  // expect: double-await
  }
}
