// Comparisons of one number with literals: which of them may hold together.

// MARK: good

func farApart(x: Int) async throws {
  let f = store.load(1)
  if x < 0 { print(try await f.value) }
  if x > 10 { print(try await f.value) }  // ok: not both
}

func zeroOrMore(x: Int) async throws {
  let f = store.load(1)
  if x == 0 { print(try await f.value) }
  if x > 0 { print(try await f.value) }  // ok: not both
}

func turnedRound(x: Int) async throws {
  let f = store.load(1)
  if 3 <= x { print(try await f.value) }
  if x < 3 { print(try await f.value) }  // ok: not both
}

func negativeNumbers(x: Int) async throws {
  let f = store.load(1)
  if x <= -5 { print(try await f.value) }
  if x >= -1 { print(try await f.value) }  // ok: not both
}

func rangesInASwitch(x: Int) async throws {
  let f = store.load(1)
  switch x {
  case 1...9: print(try await f.value)
  case 10...: print("many")
  default: break
  }
  if x == 0 { print(try await f.value) }  // ok: zero is in no range
}

func rangeContains(x: Int) async throws {
  let f = store.load(1)
  if (1..<5).contains(x) { print(try await f.value) }
  if x >= 5 { print(try await f.value) }  // ok: not in the range
}

func oneImpliesTheOther(x: Int) async throws {
  let f = store.load(1)
  if x > 10 { print(try await f.value) }
  if !(x > 3) { print(try await f.value) }  // ok: more than ten is more than three
}

func earlyReturn(x: Int) async throws {
  let f = store.load(1)
  guard x >= 100 else { return }
  if x < 50 { print(try await f.value) }
  print(try await f.value)  // ok: it is not less than fifty
}

func member(user: User) async throws {
  let f = store.load(1)
  if user.id < 1 { print(try await f.value) }
  if user.id == 7 { print(try await f.value) }  // ok: not both
}

// MARK: bad

func overlapping(x: Int) async throws {
  let f = store.load(1)
  if x > 0 { print(try await f.value) }
  if x > 10 { print(try await f.value) }  // expect: double-await
}

func sameBound(x: Int) async throws {
  let f = store.load(1)
  if x <= 3 { print(try await f.value) }
  if x >= 3 { print(try await f.value) }  // expect: double-await
}

func inTheRange(x: Int) async throws {
  let f = store.load(1)
  if (1...5).contains(x) { print(try await f.value) }
  if x == 5 { print(try await f.value) }  // expect: double-await
}

func rangeThenMore(x: Int) async throws {
  let f = store.load(1)
  switch x {
  case ..<10: print(try await f.value)
  default: break
  }
  if x < 20 { print(try await f.value) }  // expect: double-await
}

func changedInBetweenNumbered(x: Int) async throws {
  var x = x
  let f = store.load(1)
  if x < 0 { print(try await f.value) }
  x = -x
  if x > 10 { print(try await f.value) }  // expect: double-await
}

func anotherNumber(x: Int, y: Int) async throws {
  let f = store.load(1)
  if x < 0 { print(try await f.value) }
  if y > 10 { print(try await f.value) }  // expect: double-await
}
