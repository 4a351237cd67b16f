// Which body runs: `super`, overloads of local functions, helpers that leave before they come to the second closure.

private class Looker {
  func read(_ f: ValueFuture<User>) async throws { print(f.isCompleted) }
}
private class Consumer: Looker {
  override func read(_ f: ValueFuture<User>) async throws { _ = try await f.value }
}
private final class Quiet: Looker {
  override func read(_ f: ValueFuture<User>) async throws { try await super.read(f) }
  func both() async throws {
    let f = store.load(1)
    try await super.read(f)
    _ = try await f.value  // ok: the class above only looks
  }
}
private final class Last: Consumer {
  override func read(_ f: ValueFuture<User>) async throws { try await super.read(f) }
  func both() async throws {
    let f = store.load(1)
    try await super.read(f)
    _ = try await f.value  // expect: double-await
  }
}

private func quietLooker(_ reader: Quiet) async throws {
  let f = store.load(1)
  try await reader.read(f)
  _ = try await f.value  // ok
}

private func lastLooker(_ reader: Last) async throws {
  let f = store.load(1)
  try await reader.read(f)
  _ = try await f.value  // expect: double-await
}

func overloadedInside() async throws {
  func note(_ f: ValueFuture<User>) { print(f.isCompleted) }
  func note(_ f: ValueFuture<Int>) async throws { _ = try await f.value }
  let user = store.load(1)
  note(user)
  _ = try await user.value  // ok: the first one only looks
  let number = ValueFuture<Int>(1)
  try await note(number)
  _ = try await number.value  // expect: double-await
}

private func either<R>(_ isFirst: Bool, _ first: () async throws -> R, _ second: () async throws -> R) async throws -> R {
  if isFirst { return try await first() }
  return try await second()
}

private func firstAndPerhapsSecond<R>(_ isBoth: Bool, _ first: () async throws -> R, _ second: () async throws -> R) async throws -> R {
  if isBoth { _ = try await first() }
  return try await second()
}

func oneOfTwo(_ isFirst: Bool) async throws -> User {
  let f = store.load(1)
  return try await either(isFirst, { try await f.value }, { try await f.value })  // ok
}

func bothOfTwo() async throws -> User {
  let f = store.load(1)
  return try await firstAndPerhapsSecond(true, { try await f.value }, { try await f.value })  // expect: double-await
}
