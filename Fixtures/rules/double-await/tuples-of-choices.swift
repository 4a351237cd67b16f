// Tuples out of a `?:`, an `if` or a `switch`: each element is one of several values.

// MARK: good

func swappedByAChoice(isTurned: Bool) async throws {
  let (f, g) = (store.load(1), store.load(2))
  let (first, second) = isTurned ? (g, f) : (f, g)
  _ = try await first.value  // ok
  _ = try await second.value  // ok
}

func chosenOnce(isNew: Bool) async throws {
  let (f, isFirst) = isNew ? (store.load(1), true) : (store.load(2), false)
  print(isFirst)
  _ = try await f.value  // ok
}

func chosenOrNothing(isNew: Bool) async throws {
  let chosen = isNew ? (store.load(1), 1) : nil
  if let (f, _) = chosen { _ = try await f.value }  // ok
}

func chosenInAClosure(isNew: Bool) async throws {
  let make = { isNew ? (store.load(1), 1) : (store.load(2), 2) }
  let (f, _) = make()
  let (g, _) = make()
  _ = try await f.value  // ok
  _ = try await g.value  // ok
}

func chosenAsItSays(isNew: Bool) async throws -> User {
  let (f, isThere) = isNew ? (store.load(1), false) : (ValueFuture(User()), true)
  if isThere { return try f.result.get() }  // ok: that one has its result
  return try await f.value  // ok
}

// MARK: bad

func chosenThenTwice(isNew: Bool) async throws {
  let (f, _) = isNew ? (store.load(1), false) : (store.load(2), true)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func chosenByAnIf(isNew: Bool) async throws {
  let (f, _) = if isNew { (store.load(1), false) } else { (store.load(2), true) }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func chosenBySwitch(number: Int) async throws {
  let pair = switch number {
  case 0: (store.load(0), 0)
  default: (store.load(1), number)
  }
  _ = try await pair.0.value
  _ = try await pair.0.value  // expect: double-await
}

func oneOfTheChosen(isTurned: Bool) async throws {
  let (f, g) = (store.load(1), store.load(2))
  let (first, _) = isTurned ? (g, f) : (f, g)
  _ = try await first.value
  if isTurned { _ = try await g.value }  // expect: double-await
}
