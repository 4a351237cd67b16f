// States belong to origins, not to names: copies, tuples, optionals, patterns, captures.

// MARK: good

func copyConsumedOnce() async throws {
  let f = store.load(1)
  let g = f
  _ = try await g.value  // ok: the only one
}

func copyOfAnEarlierOrigin() async throws {
  var f = store.load(1)
  let g = f
  f = store.load(2)
  _ = try await f.value  // ok: the second future
  _ = try await g.value  // ok: the first future
}

func swappedByHand() async throws {
  var f = store.load(1)
  var g = store.load(2)
  let h = f
  f = g
  g = h
  _ = try await f.value  // ok: the second future
  _ = try await g.value  // ok: the first future
}

func tupleElements() async throws {
  let pair = (store.load(1), store.load(2))
  _ = try await pair.0.value  // ok: the first
  _ = try await pair.1.value  // ok: the second
}

func labelledTupleElements() async throws {
  let pair = (old: store.load(1), new: store.load(2))
  _ = try await pair.old.value  // ok: the first
  _ = try await pair.new.value  // ok: the second
}

func destructured() async throws {
  let (f, g) = store.pair(1)
  _ = try await f.value  // ok: the first
  _ = try await g.value  // ok: the second
}

func oneOfTwoOrigins(a: Bool) async throws {
  let f = store.load(1)
  let g = store.load(2)
  let h = a ? f : g
  _ = try await h.value  // ok: the only one
}

func unwrappedOnce() async throws {
  let maybe = store.find(1)
  if let f = maybe {
    _ = try await f.value  // ok: the only one
  }
}

func unwrappedInBranches() async throws {
  let maybe = store.find(1)
  if let f = maybe {
    _ = try await f.value  // ok: the only one
  } else {
    let f = store.load(2)
    _ = try await f.value  // ok: another
  }
}

func chainedOptional() async throws {
  let maybe = store.find(1)
  _ = try await maybe?.value  // ok: the only one
}

func shadowed() async throws {
  let f = store.load(1)
  do {
    let f = store.load(2)
    _ = try await f.value  // ok: the inner f
  }
  _ = try await f.value  // ok: the outer f
}

func shadowedByItself() async throws {
  let f = store.find(1)
  if let f {
    _ = try await f.value  // ok: the only one
  }
}

func shadowedByAParameter() async throws {
  let f = store.load(1)
  func inner(f: ValueFuture<User>) async throws {
    _ = try await f.value  // ok: the parameter
  }
  _ = try await f.value  // ok: the local
  try await inner(f: store.load(2))
}

// MARK: bad

func copyOfACopy() async throws {
  let f = store.load(1)
  let g = f
  let h = g
  _ = try await h.value
  _ = try await f.value  // expect: double-await
}

func copyMadeAfterwards() async throws {
  let f = store.load(1)
  _ = try await f.value
  let g = f
  _ = try await g.value  // expect: double-await
}

func copyByAssignment() async throws {
  let f = store.load(1)
  var g = store.load(2)
  _ = try await g.value
  g = f
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func tupleOfOne() async throws {
  let f = store.load(1)
  let pair = (f, 0)
  _ = try await pair.0.value
  _ = try await f.value  // expect: double-await
}

func sameTupleElement() async throws {
  let pair = (store.load(1), 0)
  _ = try await pair.0.value
  _ = try await pair.0.value  // expect: double-await
}

func sameFutureInBothElements() async throws {
  let f = store.load(1)
  let (g, h) = (f, f)
  _ = try await g.value
  _ = try await h.value  // expect: double-await
}

func labelledTupleElement() async throws {
  let pair = (old: store.load(1), new: 0)
  _ = try await pair.old.value
  _ = try await pair.0.value  // expect: double-await
}

func destructuredTwice() async throws {
  let pair = store.pair(1)
  let (f, _) = pair
  let (g, _) = pair
  _ = try await f.value
  _ = try await g.value  // expect: double-await
}

func ternaryOfTwo(a: Bool) async throws {
  let f = store.load(1)
  let g = store.load(2)
  let h = a ? f : g
  _ = try await h.value
  _ = try await f.value  // expect: double-await
}

func coalesced() async throws {
  let fallback = store.load(2)
  let f = store.find(1) ?? fallback
  _ = try await f.value
  _ = try await fallback.value  // expect: double-await
}

func unwrappedByIfLet() async throws {
  let maybe = store.find(1)
  if let f = maybe {
    _ = try await f.value
  }
  _ = try await maybe?.value  // expect: double-await
}

func unwrappedByGuardLet() async throws {
  let maybe = store.find(1)
  guard let f = maybe else { return }
  _ = try await f.value
  _ = try await maybe?.value  // expect: double-await
}

func unwrappedByForce() async throws {
  let maybe = store.find(1)
  _ = try await maybe!.value
  _ = try await maybe!.value  // expect: double-await
}

func unwrappedByPattern() async throws {
  let maybe = store.find(1)
  if case .some(let f) = maybe {
    _ = try await f.value
  }
  if case let f? = maybe {
    _ = try await f.value  // expect: double-await
  }
}

func unwrappedBySwitch() async throws {
  let maybe = store.find(1)
  switch maybe {
  case let f?: _ = try await f.value
  case nil: return
  }
  _ = try await maybe?.value  // expect: double-await
}

func wrappedAgain() async throws {
  let f = store.load(1)
  let maybe: ValueFuture<User>? = f
  _ = try await f.value
  _ = try await maybe?.value  // expect: double-await
}

func boundByAnotherCondition() async throws {
  if let f = store.find(1), case let g = f {
    _ = try await f.value
    _ = try await g.value  // expect: double-await
  }
}

func castToItself(any: Any) async throws {
  if let f = any as? ValueFuture<User> {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func conditionalExpression(a: Bool) async throws {
  let f = store.load(1)
  let g = if a { f } else { store.load(2) }
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}
