// Where nothing is known, nothing is said.

// MARK: good

func memberOfAnUnknownValue() {
  let cell = makeCell()
  use(cell.get())
  use(cell.get())  // ok: an unknown type
}

func readsOfAnUnknownValue() {
  let cell = makeCell()
  use(cell.result)
  cell.wait()  // ok: an unknown type
}

func dictionaryOfAny(values: [String: Any]) {
  takeOver(values["f"] as Any)
  takeOver(values["f"] as Any)  // ok: nothing is known about its type
}

func closureOfUnknownFateInALoop(ids: [Int]) {
  let f = store.load(1)
  for _ in ids {
    onEvent { _ = try await f.value }  // ok: nobody knows when, and whether, it runs
  }
}

func closureKept() -> () async throws -> User {
  let f = store.load(1)
  return { try await f.value }  // ok: the caller decides how often
}

func closureKeptThenConsumed() async throws {
  let f = store.load(1)
  let later: @Sendable () async throws -> User = { try await f.value }
  takeOver(later)
  _ = try await f.value  // ok: nobody knows whether the closure runs
}

func sameNamesInSiblingScopes(a: Bool) async throws {
  if a {
    let f = store.load(1)
    _ = try await f.value  // ok: this f
  }
  do {
    let f = store.load(2)
    _ = try await f.value  // ok: that f
  }
  onEvent {
    let f = store.load(3)
    _ = try await f.value  // ok: a third f
  }
}

func parametersOfTwoClosures(futures: [ValueFuture<User>], others: [ValueFuture<User>]) {
  futures.forEach { f in use(f.asTask()) }
  others.forEach { f in use(f.asTask()) }  // ok: another f
}

func propertyOfTheSameName() async throws {
  struct Local { var value = 0 }
  let f = Local()
  use(f.value)
  use(f.value)  // ok: not a future
}
