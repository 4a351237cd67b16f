// Functions that call themselves or one another: only the ways that end count.

func awaitsAtTheEnd(_ f: ValueFuture<User>, _ n: Int) async throws {
  if n > 0 { try await awaitsAtTheEnd(f, n - 1) } else { print(try await f.value) }
}
func asksAllTheWay(_ f: ValueFuture<User>, _ n: Int) {
  print(f.isCompleted)
  if n > 0 { asksAllTheWay(f, n - 1) }
}
func ping(_ f: ValueFuture<User>, _ n: Int) { if n > 0 { pong(f, n - 1) } else { use(f.asTask()) } }
func pong(_ f: ValueFuture<User>, _ n: Int) { if n > 0 { ping(f, n - 1) } else { use(f.preserve()) } }
func forEver(_ f: ValueFuture<User>) { forEver(f) }

// MARK: good

func askedAllTheWay() async throws {
  let f = store.load(1)
  asksAllTheWay(f, 3)
  print(try await f.value)  // ok: asked only
}

func sentOnce() {
  let f = store.load(1)
  ping(f, 2)  // ok: one of the two ends takes it
}

func eachItsOwn() async throws {
  for n in 0..<3 { try await awaitsAtTheEnd(store.load(n), n) }  // ok: one for each
}

// MARK: bad

func sentTwice() {
  let f = store.load(1)
  ping(f, 2)
  ping(f, 3)  // expect: double-await
}

func sentInALoop() async throws {
  let f = store.load(1)
  for n in 0..<3 { try await awaitsAtTheEnd(f, n) }  // expect: double-await
}

func sentThenAwaited() async throws {
  let f = store.load(1)
  pong(f, 1)
  print(try await f.value)  // expect: double-await
}
