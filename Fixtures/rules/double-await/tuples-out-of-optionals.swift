// Tuples that come out of optionals: each round of a loop takes a new one, and its elements keep their names.

struct Pending {
  func next() -> (Int, ValueFuture<User>)? { nil }
  func open() throws -> (id: Int, future: ValueFuture<User>)? { nil }
}

let pending = Pending()

func takesOneEachRound() async throws {
  while let (id, future) = pending.next() {
    _ = (id, try await future.value)  // ok: another one in each round
  }
  let after = store.load(1)
  _ = try await after.value
  _ = try await after.value  // expect: double-await
}

func consumesTwiceInARound() async throws {
  while let (_, future) = pending.next() {
    _ = try await future.value
    _ = try await future.value  // expect: double-await
  }
}

func bindsInACondition() async throws {
  guard let (id, future) = pending.next() else { return }
  _ = (id, try await future.value)
  _ = try await future.value  // expect: double-await
}

func handsOverAnElement() -> ValueFuture<User>? {
  if let (_, future) = pending.next() { return future }  // ok: returned
  return nil
}

func keepsTheTuple(_ other: Pending?) async throws {
  let taken = try other?.open()
  guard let taken else { return }
  _ = try await taken.future.value
  _ = try await taken.future.value  // expect: double-await
}

func keepsTheTupleOfATry() async throws {
  guard let taken = try? pending.open() else { return }
  _ = try await taken.future.value
  _ = try await taken.future.get()  // expect: double-await
}

func choosesATuple(_ flag: Bool) async throws {
  let chosen = flag ? pending.next() : nil  // ok: out of sight in the choice
  _ = try await chosen?.1.value
}

func assignsATuple() async throws {
  var latest: (Int, ValueFuture<User>)?
  latest = pending.next()  // ok: out of sight in the variable
  _ = try await latest?.1.value
}
