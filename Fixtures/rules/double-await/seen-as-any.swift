// The same value by a type that says nothing of it, a method without its object, and a key path.

// MARK: good

func seenAsAny() async throws {
  let f = store.load(1)
  let any: Any = f
  if let g = any as? ValueFuture<User> { _ = try await g.value }  // ok
}

func loadedTwice() async throws {
  let load = Store.load
  _ = try await load(store)(1).value  // ok
  _ = try await load(store)(1).value  // ok: another one
}

func lookedUpTwice(path: KeyPath<Store, ValueFuture<User>>) async throws {
  _ = try await store[keyPath: path].value  // ok
  _ = try await store[keyPath: path].value  // ok: another one
}

// MARK: bad

func asAnyAndBack() async throws {
  let f = store.load(1)
  let any: Any = f
  _ = try await (any as! ValueFuture<User>).value
  _ = try await f.value  // expect: double-await
}

func withoutItsStore() async throws {
  let load = Store.load
  let f = load(store)(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byAKeyPath(path: KeyPath<Store, ValueFuture<User>>) async throws {
  let f = store[keyPath: path]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
