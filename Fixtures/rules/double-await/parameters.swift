// Parameters of every kind, and what a callee may do with them.

func all(_ futures: ValueFuture<User>...) async throws {
  for f in futures {
    _ = try await f.value  // ok: another element each turn
  }
}

func withDefault(_ f: ValueFuture<User>? = nil, id: Int = 0) async throws {
  _ = try await f?.value  // ok: the only one
}

func keepsInABox(_ f: ValueFuture<User>, box: Box) { box.first = f }

func eitherOr(_ f: ValueFuture<User>, _ g: ValueFuture<User>, a: Bool) -> ValueFuture<User> { a ? f : g }

func inATuple(_ f: ValueFuture<User>) -> (ValueFuture<User>, Int) { (f, 1) }

func orMakes(_ f: ValueFuture<User>?) -> ValueFuture<User> { f ?? store.load(1) }

func generically<T>(_ value: T) { print(value) }

func awaitsAndGivesBack(_ f: ValueFuture<User>) async throws -> User { try await f.value }

func startsTask(_ f: ValueFuture<User>) { Task { try await f.value } }

// MARK: good

func differentArguments() async throws {
  try await all(store.load(1), store.load(2))  // ok: two futures
}

func storedByTheCallee(box: Box) async throws {
  let f = store.load(1)
  keepsInABox(f, box: box)
  _ = try await f.value  // ok: stored, which is no consumption
}

func defaultArgumentUsed() async throws {
  let f = store.load(1)
  try await withDefault(id: 2)
  _ = try await f.value  // ok: not passed
}

func resultIsDurable() async throws {
  let user = try await awaitsAndGivesBack(store.load(1))
  use((user, user))  // ok: a user
}

func genericBorrower() async throws {
  let f = store.load(1)
  generically(f)
  _ = try await f.value  // ok: the callee only prints
}

func eitherOrOnce(a: Bool) async throws {
  let f = eitherOr(store.load(1), store.load(2), a: a)
  _ = try await f.value  // ok: the only one
}

// MARK: bad

func sameArgumentTwice() async throws {
  let f = store.load(1)
  try await all(f, f)  // expect: double-await
}

func variadicThenAwaited() async throws {
  let f = store.load(1)
  try await all(f, store.load(2))
  _ = try await f.value  // expect: double-await
}

func optionalParameterThenAwaited() async throws {
  let f = store.load(1)
  try await withDefault(f)
  _ = try await f.value  // expect: double-await
}

func eitherOrThenAwaited(a: Bool) async throws {
  let f = store.load(1)
  let g = eitherOr(f, store.load(2), a: a)
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func throughATuple() async throws {
  let f = store.load(1)
  let (g, _) = inATuple(f)
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func orMakesThenAwaited() async throws {
  let f = store.find(1)
  let g = orMakes(f)
  _ = try await g.value
  _ = try await f?.value  // expect: double-await
}

func awaitedByTheCallee() async throws {
  let f = store.load(1)
  use(try await awaitsAndGivesBack(f))
  _ = try await f.value  // expect: double-await
}

func trailingArgument(a: Bool) async throws {
  let f = store.load(1)
  use((f.asTask(), a ? f.asTask() : nil))  // expect: double-await
}
