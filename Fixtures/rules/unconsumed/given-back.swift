// What a function gives back is the value that it was given, under another name.

func same(_ f: ValueFuture<User>) -> ValueFuture<User> { f }
func sameOrNew(_ f: ValueFuture<User>, _ isSame: Bool) -> ValueFuture<User> { isSame ? f : store.load(2) }
func shown(_ f: ValueFuture<User>) -> ValueFuture<User> {
  look(f)
  return f
}
func look(_ f: ValueFuture<User>) { use(f.isCompleted) }

// MARK: good

func awaitedUnderAnotherName() async throws {
  let f = store.load(1)
  let g = same(f)
  _ = try await g.value  // ok
}

func awaitedUnderItsOwn() async throws {
  let f = store.load(1)
  let g = same(f)
  look(g)
  _ = try await f.value  // ok
}

func perhapsAnother(flag: Bool) async throws {
  let f = store.load(1)
  let g = sameOrNew(f, flag)
  _ = try await g.value  // ok: that may be it
}

func decidedByFlag(flag: Bool) async throws {
  let f = store.load(1)
  let g = sameOrNew(f, flag)
  if !flag {
    _ = try await f.value
    _ = try await g.value  // ok: then it is another one
  }
}

// MARK: bad

func neverAwaited() {
  let f = store.load(1)  // expect: unconsumed
  let g = same(f)
  use(g.isCompleted)
}

func newestNeverAwaited() {
  let f = store.newest  // expect: unconsumed
  let g = same(f)
}

func shownAndGivenBack() {
  let f = store.load(1)  // expect: unconsumed
  let g = shown(f)
}

func dropped() {
  same(store.load(1))  // expect: unconsumed
}
