// A variable that gets another future.

// MARK: good

func reassigned() async throws {
  var f = store.load(1)
  _ = try await f.value
  f = store.load(2)
  _ = try await f.value  // ok: another future
}

func reassignedInEachBranch(a: Bool) async throws {
  var f = store.load(1)
  _ = try await f.value
  if a {
    f = store.load(2)
  } else {
    f = store.load(3)
  }
  _ = try await f.value  // ok: each branch has made another
}

func reassignedToNil() async throws {
  var f = store.find(1)
  _ = try await f?.value
  f = nil
  _ = try await f?.value  // ok: nil
}

func tupleElementReassigned() async throws {
  var pair = (store.load(1), 0)
  _ = try await pair.0.value
  pair.0 = store.load(2)
  _ = try await pair.0.value  // ok: another future
}

func reassignedByPattern() async throws {
  var f = store.load(1)
  var g = store.load(2)
  _ = try await f.value
  _ = try await g.value
  (f, g) = store.pair(3)
  _ = try await f.value  // ok: another future
  _ = try await g.value  // ok: another future
}

func reassignedInTheHandler() async throws -> User {
  var f = store.load(1)
  while true {
    do {
      return try await f.value  // ok: remade before the next turn
    } catch {
      f = store.load(1)
    }
  }
}

func eachOtherOnce() async throws {
  var f = store.load(1)
  var g = store.load(2)
  print(try await f.value)
  swap(&f, &g)
  print(try await f.value)  // ok: it was the other one
}

func flagsOfEachOther(a: Bool, b: Bool) async throws {
  var (first, second) = (a, b)
  let f = store.load(1)
  if first { print(try await f.value) }
  swap(&first, &second)
  if !second { print(try await f.value) }  // ok: only where it was not awaited
}

// MARK: bad

func eachOtherTwice() async throws {
  var f = store.load(1)
  var g = store.load(2)
  print(try await f.value)
  swap(&f, &g)
  print(try await f.value)
  print(try await g.value)  // expect: double-await
}

func reassignedOnOneBranch(a: Bool) async throws {
  var f = store.load(1)
  _ = try await f.value
  if a {
    f = store.load(2)
  }
  _ = try await f.value  // expect: double-await
}

func reassignedToItself() async throws {
  var f = store.load(1)
  _ = try await f.value
  let g = f
  f = g
  _ = try await f.value  // expect: double-await
}

func reassignedTooEarly() async throws {
  var f = store.load(1)  // expect: unconsumed
  f = store.load(f.isCompleted ? 1 : 2)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func anotherVariableReassigned() async throws {
  let f = store.load(1)
  var g = f
  _ = try await f.value
  g = store.load(2)
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func reassignedToAUsedOne() async throws {
  var f = store.load(1)
  let g = store.load(2)
  _ = try await g.value
  _ = try await f.value
  f = g
  _ = try await f.value  // expect: double-await
}

func swapped() async throws {
  var f = store.load(1)
  var g = store.load(2)
  (f, g) = (g, f)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
  _ = try await g.value
}
