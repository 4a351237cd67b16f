// Methods of a value future that put another one in its place.

extension ValueFuture {
  mutating func renew(_ next: ValueFuture) { self = next }

  mutating func take(_ next: ValueFuture) async throws -> Value {
    let result = try await value
    self = next
    return result
  }

  mutating func look() -> Bool { isCompleted }
}

// MARK: good

func renews() async throws {
  var f = store.load(1)
  _ = try await f.value
  f.renew(store.load(2))
  _ = try await f.value  // ok: another one
}

func takesAndGoesOn() async throws {
  var f = store.load(1)
  _ = try await f.take(store.load(2))
  _ = try await f.value  // ok: another one
}

// MARK: bad

func looksOnly() async throws {
  var f = store.load(1)
  _ = try await f.value
  _ = f.look()
  _ = try await f.value  // expect: double-await
}

func renewsTooEarly() async throws {
  var f = store.load(1)
  f.renew(store.load(2))
  let g = f
  _ = try await f.value
  f.renew(store.load(3))
  _ = try await f.value
  _ = try await f.value  // expect: double-await
  _ = g
}
