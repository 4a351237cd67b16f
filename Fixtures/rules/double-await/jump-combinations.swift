// Labels, `guard case`, `while let`, `switch` as an expression, comparisons with literals.

func labelledBreakAfterUse(grid: [[Int]]) async throws {
  let f = store.load(1)
  rows: for row in grid {
    for cell in row where cell == 0 {
      print(try await f.value)
      break rows
    }
  }
}

func innerBreakOnly(grid: [[Int]]) async throws {
  let f = store.load(1)
  for row in grid {
    for cell in row where cell == 0 {
      print(try await f.value)  // expect: double-await
      break
    }
  }
}

func continueOuterAfterUse(grid: [[Int]]) async throws {
  let f = store.load(1)
  rows: for row in grid {
    for cell in row {
      if cell == 0 {
        print(try await f.value)  // expect: double-await
        continue rows
      }
    }
  }
}

func continueBeforeUse(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids {
    if id < 3 { continue }
    print(try await f.value)
    return
  }
}

func labelledDoBreak(a: Bool) async throws {
  let f = store.load(1)
  attempt: do {
    if a { break attempt }
    print(try await f.value)
    return
  }
  print(try await f.value)
}

func labelledDoBreakBad(a: Bool) async throws {
  let f = store.load(1)
  attempt: do {
    print(try await f.value)
    if a { break attempt }
    return
  }
  print(try await f.value)  // expect: double-await
}

enum Phase { case idle, loading(Int), done(User) }
func guardCaseGood(phase: Phase) async throws -> User {
  let f = store.load(1)
  guard case .done(let user) = phase else { return try await f.value }
  use(f.asTask())
  return user
}

func guardCaseBad(phase: Phase) async throws -> User {
  let f = store.load(1)
  guard case .loading = phase else {
    use(f.asTask())
    return try await f.value  // expect: double-await
  }
  return try await f.value
}

func ifCaseCorrelated(phase: Phase) async throws {
  let f = store.load(1)
  if case .idle = phase { print(try await f.value) }
  if case .loading = phase { print(try await f.value) }
}

func ifCaseThenOther(phase: Phase) async throws {
  let f = store.load(1)
  if case .idle = phase { print(try await f.value) }
  if case .idle = phase { print(try await f.value) }  // expect: double-await
}

func switchExpressionGood(k: Int) async throws {
  let f = store.load(1)
  let user = switch k {
  case 0: try await f.value
  default: User()
  }
  print(user)
}

func switchExpressionBad(k: Int) async throws {
  let f = store.load(1)
  let user = switch k {
  case 0: try await f.value
  default: User()
  }
  print(user, try await f.value)  // expect: double-await
}

func ifExpressionMergesOrigins(a: Bool) async throws {
  let f = if a { store.load(1) } else { store.load(2) }
  print(try await f.value)
}

func ifExpressionMergesOriginsBad(a: Bool) async throws {
  let g = store.load(1)
  let f = if a { g } else { store.load(2) }
  print(try await f.value)
  print(try await g.value)  // expect: double-await
}

func ifExpressionMergesCorrelated(a: Bool) async throws {
  let g = store.load(1)
  let f = if a { g } else { store.load(2) }
  print(try await f.value)
  if !a { print(try await g.value) }
}

func whileLetRemade(ids: [Int]) async throws {
  var n = 0
  while let f = store.find(n) {
    print(try await f.value)
    n += 1
  }
}

func whileLetSame() async throws {
  let f = store.find(1)
  while let g = f {
    print(try await g.value)  // expect: double-await
  }
}

func whileLetCleared() async throws {
  var f = store.find(1)
  while let g = f {
    print(try await g.value)
    f = nil
  }
}

func whileLetNext() async throws {
  var f: ValueFuture<User>? = store.load(1)
  while let g = f {
    let user = try await g.value
    f = user.id > 3 ? store.load(user.id) : nil
  }
}

func whileLetNextForgotten(a: Bool) async throws {
  var f: ValueFuture<User>? = store.load(1)
  while let g = f {
    let user = try await g.value  // expect: double-await
    if user.id > 3 { f = store.load(user.id) }
  }
}

func repeatWhileOnce() async throws {
  let f = store.load(1)
  repeat {
    print(try await f.value)
  } while false
}

func repeatWhileMany() async throws {
  let f = store.load(1)
  repeat {
    print(try await f.value)  // expect: double-await
  } while random()
}

func switchWhereGood(k: Int, a: Bool) async throws {
  let f = store.load(1)
  switch k {
  case 0 where a: print(try await f.value)
  case 0: print(try await f.value)
  case 1...3: use(f.asTask())
  default: break
  }
}

func switchFallthroughBad(k: Int) async throws {
  let f = store.load(1)
  switch k {
  case 0:
    use(f.asTask())
    fallthrough
  case 1: print(try await f.value)  // expect: double-await
  default: break
  }
}

func switchFallthroughGood(k: Int) async throws {
  let f = store.load(1)
  switch k {
  case 0:
    print("zero")
    fallthrough
  case 1: print(try await f.value)
  default: use(f.asTask())
  }
}

func literalsExclude(x: Int) async throws {
  let f = store.load(1)
  if x == 1 { print(try await f.value) }
  if x == 2 { print(try await f.value) }
}

func literalsExcludeStrings(name: String) async throws {
  let f = store.load(1)
  if name == "a" { print(try await f.value) }
  if name == "b" { print(try await f.value) }
}

func literalsSame(x: Int) async throws {
  let f = store.load(1)
  if x == 1 { print(try await f.value) }
  if 1 == x { print(try await f.value) }  // expect: double-await
}

func literalsChanged(x: Int) async throws {
  var x = x
  let f = store.load(1)
  if x == 1 { print(try await f.value) }
  x += 1
  if x == 2 { print(try await f.value) }  // expect: double-await
}

func orderLiterals(x: Int) async throws {
  let f = store.load(1)
  if x < 3 { print(try await f.value) }
  if x >= 3 { print(try await f.value) }
}

func orderLiteralsApart(x: Int) async throws {
  let f = store.load(1)
  if x < 0 { print(try await f.value) }
  if x > 10 { print(try await f.value) }
}

func orderAndEquality(x: Int) async throws {
  let f = store.load(1)
  if x == 0 { print(try await f.value) }
  if x > 0 { print(try await f.value) }
}

func orderLiteralsOverlap(x: Int) async throws {
  let f = store.load(1)
  if x > 0 { print(try await f.value) }
  if x > 10 { print(try await f.value) }  // expect: double-await
}

func switchLiteralThenIf(x: Int) async throws {
  let f = store.load(1)
  switch x {
  case 1: print(try await f.value)
  default: break
  }
  if x == 2 { print(try await f.value) }
}

func switchLiteralThenIfBad(x: Int) async throws {
  let f = store.load(1)
  switch x {
  case 1, 2: print(try await f.value)
  default: break
  }
  if x == 2 { print(try await f.value) }  // expect: double-await
}

func boolPair(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  switch (a, b) {
  case (true, true): print(try await f.value)
  case (true, false): use(f.asTask())
  case (false, _): use(f.preserve())
  }
}

func boolPairCorrelated(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  switch (a, b) {
  case (true, _): print(try await f.value)
  default: break
  }
  if !a { print(try await f.value) }
}
