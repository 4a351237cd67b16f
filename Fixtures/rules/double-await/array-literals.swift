// Value futures that stand in an array literal or in an optional for a moment: they are the same futures still.

// MARK: good

func eachOfTwoOnce() async throws {
  let f = store.load(1)
  let g = store.load(2)
  for one in [f, g] {  // expect: stored-property
    _ = try await one.value  // ok: each in its own round
  }
}

func askedThenAwaited() async throws {
  let f = store.load(1)
  let g = store.load(2)
  for one in [f, g] {  // expect: stored-property
    print(one.isCompleted)
  }
  _ = try await f.value  // ok
  _ = try await g.value  // ok
}

func untilOneIsCompleted() async throws {
  let f = store.load(1)
  let g = store.load(2)
  for one in [f, g] where one.isCompleted {  // expect: stored-property
    _ = try await one.value  // ok
    break
  }
}

func otherElement() async throws {
  let f = store.load(1)
  let g = store.load(2)
  let second = [f, g][1]  // expect: stored-property
  _ = try await second.value
  _ = try await f.value  // ok: the other one
}

func wrappedIsThere(isCached: Bool, user: User) async throws {
  let f = store.load(1)
  var known: User?
  if isCached {
    _ = try await f.value
    known = Optional.some(user)
  }
  if known != nil { return }
  _ = try await f.value  // ok
}

// MARK: bad

func secondAfterTheLoop() async throws {
  let f = store.load(1)
  let g = store.load(2)
  for one in [f, g] {  // expect: stored-property
    _ = try await one.value
  }
  _ = try await g.value  // expect: double-await
}

func onlyOneAfterTheLoop() async throws {
  let f = store.load(1)
  for one in [f] {  // expect: stored-property
    _ = try await one.value
  }
  _ = try await f.value  // expect: double-await
}

func sameFutureInBothPlaces() async throws {
  let f = store.load(1)
  for one in [f, f] {  // expect: stored-property
    _ = try await one.value  // expect: double-await
  }
}

func byPlaceInALiteral() async throws {
  let f = store.load(1)
  let g = store.load(2)
  let second = [f, g][1]  // expect: stored-property
  _ = try await second.value
  _ = try await g.value  // expect: double-await
}

func firstOfALiteral() async throws {
  let f = store.load(1)
  _ = try await [f].first!.get()  // expect: stored-property
  _ = try await f.value  // expect: double-await
}

func lastOfALiteral() async throws {
  let f = store.load(1)
  guard let last = [f].last else { return }  // expect: stored-property
  _ = try await last.get()
  _ = try await f.value  // expect: double-await
}

func wrappedBySome() async throws {
  let f = store.load(1)
  let wrapped = Optional.some(f)
  guard let wrapped else { return }
  _ = try await wrapped.get()
  _ = try await f.value  // expect: double-await
}

func wrappedByImplicitSome() async throws {
  let f = store.load(1)
  let wrapped: ValueFuture<User>? = .some(f)
  if let wrapped { _ = try await wrapped.value }
  _ = try await f.value  // expect: double-await
}
