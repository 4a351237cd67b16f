// `consume`, `copy`, `inout`, `borrowing` and `consuming`: ownership does not make a second use legal or illegal by itself.

func borrow(_ f: borrowing ValueFuture<User>) { print(f.isCompleted) }
func consumeIt(_ f: consuming ValueFuture<User>) { use(f.asTask()) }

extension ValueFuture {
  consuming func finishing() { use(asTask()) }
  borrowing func peeking() { print(isCompleted) }
}

// MARK: good

func movedOnce() async throws {
  let f = store.load(1)
  let g = consume f
  _ = try await g.value  // ok: the only one
}

func borrowedByKeyword() async throws {
  let f = store.load(1)
  borrow(f)
  _ = try await f.value  // ok: borrowed only
}

func borrowedByMember() async throws {
  let f = store.load(1)
  f.peeking()
  _ = try await f.value  // ok: borrowed only
}

func consumedByKeyword() {
  let f = store.load(1)
  consumeIt(consume f)  // ok: the only one
}

func inoutIsRemade(f: inout ValueFuture<User>) async throws {
  _ = try await f.value
  f = store.load(2)  // ok: the caller gets a fresh one
}

// MARK: bad

func copiedByKeyword() async throws {
  let f = store.load(1)
  let g = copy f
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func movedThenTwice() async throws {
  let f = store.load(1)
  let g = consume f
  _ = try await g.value
  _ = try await g.value  // expect: double-await
}

func consumedByKeywordThenAwaited() async throws {
  let f = store.load(1)
  consumeIt(f)
  _ = try await f.value  // expect: double-await
}

func consumingMemberThenAwaited() async throws {
  let f = store.load(1)
  f.finishing()
  _ = try await f.value  // expect: double-await
}
