// Evaluation inside one expression: short circuits, coalescing, chains, `if` and `switch` as values.

// MARK: good

func onlyOneSideOfCoalescing() {
  let f = store.load(1)
  use(makeUser() ?? finished(f.asTask()))  // ok: once, if at all
}

func conjunctionOfTwo(a: Bool) -> Bool {
  let f = store.load(1)
  return a && accepts(f.asTask())  // ok: once, if at all
}

func conjunctionThatEnds(a: Bool) async throws {
  let f = store.load(1)
  guard a && accepts(f.asTask()) else {
    if !a { _ = try await f.value }  // ok: the right side was not evaluated
    return
  }
}

func exclusiveSides() async throws {
  let f = store.load(1)
  let a = random()
  use(a ? f.asTask() : Task { User() })
  if !a {
    use(f.asTask())  // ok: a is unchanged
  }
}

func ifExpression(a: Bool) async throws {
  let f = store.load(1)
  let user = if a { try await f.value } else { try await f.get() }  // ok: one of the two
  use(user)
}

func switchExpression(n: Int) async throws {
  let f = store.load(1)
  let user =
    switch n {
    case 0: try await f.value  // ok: one case
    default: try await f.get()  // ok: the other
    }
  use(user)
}

func returnedIfExpression(a: Bool) async throws -> User {
  let f = store.load(1)
  return if a { try await f.value } else { try await f.get() }  // ok: one of the two
}

func chainThatMayEnd(user: User?) async throws {
  let f = store.load(1)
  user?.take(f.asTask())  // ok: once, if at all
}

func disjunctionThatEnds(a: Bool) async throws {
  let f = store.load(1)
  if a || accepts(f.asTask()) {
    if a { _ = try await f.value }  // ok: the right side was not evaluated
  }
}

func interpolated() async throws {
  let f = store.count()
  print("\(try await f.value)")  // ok: the only one
}

func keyPathIsNoUse() async throws {
  let f = store.load(1)
  use(\ValueFuture<User>.isCompleted)
  _ = try await f.value  // ok: a key path uses nothing up
}

// MARK: bad

func conjunctionThenAfter(a: Bool) async throws {
  let f = store.load(1)
  _ = a && accepts(f.asTask())
  _ = try await f.value  // expect: double-await
}

func bothSidesOfConjunction() {
  let f = store.load(1)
  _ = accepts(f.asTask()) && accepts(f.asTask())  // expect: double-await
}

func bothSidesOfDisjunction() {
  let f = store.load(1)
  _ = accepts(f.asTask()) || accepts(f.asTask())  // expect: double-await
}

func coalescedThenAfter() async throws {
  let f = store.load(1)
  use(makeUser() ?? finished(f.asTask()))
  _ = try await f.value  // expect: double-await
}

func operands() async throws {
  let f = store.count()
  _ = try await f.value + f.value  // expect: double-await
  //                      ^~~~~~~ double-await
}

func arguments() async throws {
  let f = store.count()
  use((try await f.value, f.asTask()))  // expect: double-await
}

func ifExpressionThenAfter(a: Bool) async throws {
  let f = store.load(1)
  let user = if a { try await f.value } else { User() }
  use(user)
  _ = try await f.value  // expect: double-await
}

func switchExpressionThenAfter(n: Int) async throws {
  let f = store.load(1)
  let user =
    switch n {
    case 0: try await f.value
    default: User()
    }
  use(user)
  _ = try await f.value  // expect: double-await
}

func chainThenAfter(user: User?) async throws {
  let f = store.load(1)
  user?.take(f.asTask())
  _ = try await f.value  // expect: double-await
}

func interpolatedTwice() async throws {
  let f = store.count()
  print("\(try await f.value) and \(try await f.value)")  // expect: double-await
}

func insideAnArray() async throws {
  let f = store.count()
  use([try await f.value, try await f.value])  // expect: double-await
}

func insideASubscript(numbers: [Int]) async throws {
  let f = store.count()
  use(numbers[try await f.value])
  use(try await f.value)  // expect: double-await
}

func nestedCalls() async throws {
  let f = store.count()
  use(max(try await f.value, try await f.value))  // expect: double-await
}

func conditionAndBranchOfATernary() async throws {
  let f = store.count()
  use(try await f.value > 0 ? 1 : try await f.value)  // expect: double-await
}

func rightSideOfAnAssignment(user: User) async throws {
  var user = user
  let f = store.count()
  user.id = try await f.value
  user.id += try await f.value  // expect: double-await
}

extension User {
  func take(_ task: Task<User, any Error>) { use(task) }
}
