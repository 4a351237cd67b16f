// A method that is named and called later, and a subscript of the future itself.

extension ValueFuture {
  subscript(orElse fallback: Value) -> Value { isCompleted ? (try? result.get()) ?? fallback : fallback }
  subscript(isThere expected: Bool) -> Bool { isCompleted == expected }
}

// MARK: good

func calledOnce() async throws {
  let f = store.load(1)
  let get = f.get
  _ = try await get()  // ok
}

func calledInOneBranch(isLate: Bool) async throws {
  let f = store.load(1)
  let get = f.get
  if isLate {
    _ = try await get()  // ok
  } else {
    _ = try await f.value  // ok
  }
}

func handedOn() async throws {
  let f = store.load(1)
  let get = f.get
  takeOver(get)
  _ = try await f.value  // ok: nobody knows whether it was called
}

func calledByAHandler() {
  let f = store.load(1)
  let get = f.get
  onEvent { _ = try await get() }  // ok
}

func askedBySubscript() async throws {
  let f = store.load(1)
  print(f[isThere: true])
  _ = try await f.value  // ok: it was only asked
}

// MARK: bad

func calledThenAwaited() async throws {
  let f = store.load(1)
  let get = f.get
  _ = try await get()
  _ = try await f.value  // expect: double-await
}

func namedOnceCalledTwice() async throws {
  let f = store.load(1)
  let get = f.get
  _ = try await get()
  _ = try await get()  // expect: double-await
}

func readBySubscript(user: User) async throws {
  let f = store.load(1)
  let now = f[orElse: user]
  if now == user { _ = try await f.value }  // expect: double-await
}
