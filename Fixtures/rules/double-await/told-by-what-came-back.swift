// A closure that runs perhaps: `nil` comes back where it did not.

func inCase(_ isOn: Bool, _ body: () async throws -> User) async rethrows -> User? {
  guard isOn else { return nil }
  return try await body()
}

// MARK: good

func unlessItRan(isOn: Bool) async throws {
  let f = store.load(1)
  if let user = try await inCase(isOn, { try await f.value }) { return use(user) }
  _ = try await f.value  // ok: it has not
}

func elseOfGuard(isOn: Bool) async throws {
  let f = store.load(1)
  guard let user = try await inCase(isOn, { try await f.value }) else {
    _ = try await f.value  // ok: it has not
    return
  }
  use(user)
}

// MARK: bad

func afterItRan(isOn: Bool) async throws {
  let f = store.load(1)
  if let user = try await inCase(isOn, { try await f.value }) { use(user) }
  _ = try await f.value  // expect: double-await
}

func whereItRan(isOn: Bool) async throws {
  let f = store.load(1)
  guard let user = try await inCase(isOn, { try await f.value }) else { return }
  use(user)
  _ = try await f.value  // expect: double-await
}
