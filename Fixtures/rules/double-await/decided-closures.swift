// Closures that a function runs only where another argument, a flag, says so.

private func runIf(_ isWanted: Bool, _ body: () -> Void) { if isWanted { body() } }
private func runUnless(_ isDone: Bool, _ body: () -> Void) {
  guard !isDone else { return }
  use(1)
  body()
}
private func either(_ isFirst: Bool, _ first: () -> Void, or second: () -> Void) {
  if isFirst { first() } else { second() }
}
private func deeper(_ isWanted: Bool, _ count: Int, _ body: () -> Void) {
  if isWanted {
    if count > 3 { body() }
  }
}
private func asked(_ isWanted: Bool, _ body: () -> Bool) -> Bool { isWanted && body() }
private func chosen(_ isWanted: Bool, _ body: () -> Int) -> Int { isWanted ? body() : 0 }
private func shadowed(_ isWanted: Bool, _ body: () -> Void) {
  let isWanted = random()
  if isWanted { body() }
}

// MARK: good

func notWanted() async throws {
  let f = store.load(1)
  runIf(false) { use(f.asTask()) }
  _ = try await f.value  // ok
}

func wantedOrAfterwards(isWanted: Bool) async throws {
  let f = store.load(1)
  runIf(isWanted) { use(f.asTask()) }
  if !isWanted { _ = try await f.value }  // ok
}

func doneBefore(isDone: Bool) async throws {
  let f = store.load(1)
  runUnless(isDone) { use(f.asTask()) }
  if isDone { _ = try await f.value }  // ok
}

func oneOfTwo(isFirst: Bool) {
  let f = store.load(1)
  either(isFirst, { use(f.asTask()) }, or: { use(f.asTask()) })  // ok
}

func firstOfTwo(isFirst: Bool) async throws {
  let f = store.load(1)
  either(isFirst, { use(f.asTask()) }, or: { use(1) })
  if !isFirst { _ = try await f.value }  // ok
}

func deeperInside(isWanted: Bool) async throws {
  let f = store.load(1)
  deeper(isWanted, choose()) { use(f.asTask()) }
  if !isWanted { _ = try await f.value }  // ok
}

func askedForAnAnswer(isWanted: Bool) async throws {
  let f = store.load(1)
  let isTaken = asked(isWanted) {
    use(f.asTask())
    return true
  }
  use(isTaken)
  if !isWanted { _ = try await f.value }  // ok
}

func chosenByAFlag(isWanted: Bool) async throws {
  let f = store.load(1)
  let count = chosen(isWanted) {
    use(f.asTask())
    return 1
  }
  use(count)
  if !isWanted { _ = try await f.value }  // ok
}

// MARK: bad

func wantedAndAfterwards(isWanted: Bool) async throws {
  let f = store.load(1)
  runIf(isWanted) { use(f.asTask()) }
  if isWanted { _ = try await f.value }  // expect: double-await
}

func surelyWanted() async throws {
  let f = store.load(1)
  runIf(true) { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func notDone() async throws {
  let f = store.load(1)
  runUnless(false) { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func bothOfTwo(isFirst: Bool) async throws {
  let f = store.load(1)
  either(isFirst, { use(f.asTask()) }, or: { use(1) })
  if isFirst { _ = try await f.value }  // expect: double-await
}

func anotherFlag(isWanted: Bool) async throws {
  let f = store.load(1)
  shadowed(isWanted) { use(f.asTask()) }
  if !isWanted { _ = try await f.value }  // expect: double-await
}
