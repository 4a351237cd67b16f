// A function of the sources that gives the value to its closure: what happens to it is what the closure does.

func with<Value>(_ f: ValueFuture<User>, _ body: (ValueFuture<User>) throws -> Value) rethrows -> Value { try body(f) }
func awaiting(_ f: ValueFuture<User>, _ body: (ValueFuture<User>) async throws -> Void) async rethrows { try await body(f) }
func peek(_ f: ValueFuture<User>) { use(f.isCompleted) }

/// Whether it was taken; never without being asked to.
func tryToTake(_ f: ValueFuture<User>, _ isWanted: Bool) -> Bool {
  guard isWanted else { return false }
  _ = f.asTask()
  return true
}

struct Onlooker {
  static func watch(_ f: ValueFuture<User>) { use(f.isCompleted) }
}

extension ValueFuture {
  func callAsFunction(peek: Bool) -> Bool { isCompleted }
}

func lending(_ f: ValueFuture<User>, _ body: (ValueFuture<User>) async throws -> Void) async rethrows { try await body(f) }
func lendingWhere(_ isWanted: Bool, _ f: ValueFuture<User>, _ body: (Int, ValueFuture<User>) -> Void) { if isWanted { body(1, f) } }

// MARK: good

func givenBackToItsClosureOnce() async throws {
  let f = store.load(1)
  try await lending(f) { print(try await $0.value) }  // ok: the only one
}

func givenBackToItsClosureAsked() async throws {
  let f = store.load(1)
  try await lending(f) { print($0.isCompleted) }
  print(try await f.value)  // ok: the closure only asks
}

func givenToItsClosureWhereWanted(isWanted: Bool) async throws {
  let f = store.load(1)
  lendingWhere(isWanted, f) { _, g in use(g.asTask()) }
  if !isWanted { print(try await f.value) }  // ok: only where the closure did not run
}

func givenToAClosureOfNobody(_ body: (ValueFuture<User>) async throws -> Void) async throws {
  let f = store.load(1)
  try await lending(f, body)  // ok: nobody knows what that does
}

func closureLooks() async throws {
  let f = store.load(1)
  with(f) { use($0.isCompleted) }
  _ = try await f.value  // ok: the closure only looks
}

func asyncClosureLooks() async throws {
  let f = store.load(1)
  try await awaiting(f) { future in use(future.isCompleted) }
  _ = try await f.value  // ok: the closure only looks
}

func functionLooks() async throws {
  let f = store.load(1)
  with(f, peek)
  _ = try await f.value  // ok: it only looks
}

func staticFunctionLooks() async throws {
  let f = store.load(1)
  let watch = Onlooker.watch
  watch(f)
  _ = try await f.value  // ok: it only looks
}

func ownCallLooks() async throws {
  let f = store.load(1)
  use(f(peek: true))
  _ = try await f.value  // ok: the sources' own call only looks
}

func toldByItsResult(flag: Bool) async throws {
  let f = store.load(1)
  if tryToTake(f, flag) { return }
  _ = try await f.value  // ok: it was not taken
}

func toldByItsNamedResult(flag: Bool) async throws {
  let f = store.load(1)
  let isTaken = tryToTake(f, flag)
  if !isTaken { _ = try await f.value }  // ok: it was not taken
}

// MARK: bad

func givenToItsClosureTwice() async throws {
  let f = store.load(1)
  try await lending(f) { print(try await $0.value) }
  try await lending(f) { g in print(try await g.value) }  // expect: double-await
}

func givenToItsClosureThenAwaited(isWanted: Bool) async throws {
  let f = store.load(1)
  lendingWhere(isWanted, f) { _, g in use(g.asTask()) }
  print(try await f.value)  // expect: double-await
}

func closureAwaitsTwice() async throws {
  let f = store.load(1)
  try await awaiting(f) { future in
    _ = try await future.value
    _ = try await future.value  // expect: double-await
  }
}

func takenByItsResult(flag: Bool) async throws {
  let f = store.load(1)
  if tryToTake(f, flag) { _ = try await f.value }  // expect: double-await
}

func takenAsItWasTold() async throws {
  let f = store.load(1)
  use(tryToTake(f, true))
  _ = try await f.value  // expect: double-await
}
