// Parameter packs: what is done to each is done to all of them.

func each<each T>(_ f: repeat ValueFuture<each T>) async throws -> (repeat each T) {
  (repeat try await (each f).value)  // ok: each its own
}

func look<each T>(_ f: repeat ValueFuture<each T>) { repeat use((each f).isCompleted) }

// MARK: good

func oncePacked() async throws {
  let f = store.load(1)
  let g = store.count()
  look(f, g)
  _ = try await each(f, g)  // ok
}

func othersPacked() async throws {
  _ = try await each(store.load(1), store.count())
  _ = try await each(store.load(1), store.count())  // ok: others
}

// MARK: bad

func eachTwice<each T>(_ f: repeat ValueFuture<each T>) async throws {
  repeat _ = try await (each f).value
  repeat _ = try await (each f).value  // expect: double-await
}

func firstPackedThenAlone() async throws {
  let f = store.load(1)
  let g = store.count()
  _ = try await each(f, g)
  _ = try await f.value  // expect: double-await
}

func lastPackedThenAlone() async throws {
  let f = store.load(1)
  let g = store.count()
  _ = try await each(f, g)
  _ = try await g.value  // expect: double-await
}

func packedTwice() async throws {
  let f = store.load(1)
  let g = store.count()
  _ = try await each(f, store.count())
  _ = try await each(g, f)  // expect: double-await
}
