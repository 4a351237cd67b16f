// Closures, copies and capture lists together; what a second call of a closure does again is told at that call.

func copyInClosureRunOnce() {
  let f = store.load(1)
  let run = { use(f.asTask()) }
  run()
}

func copyInClosureRunTwice() {
  let f = store.load(1)
  let run = { use(f.asTask()) }
  run()
  run()  // expect: double-await
}

func captureListCopy() {
  let f = store.load(1)
  let run = { [g = f] in use(g.asTask()) }
  run()
}

func captureListOldValue() async throws {
  var f = store.load(1)
  let run = { [f] in use(f.asTask()) }
  f = store.load(2)
  run()
  print(try await f.value)
}

func captureByReferenceNewValue() async throws {
  var f = store.load(1)
  use(f.asTask())
  let run = { use(f.asTask()) }
  f = store.load(2)
  run()
}

func captureByReferenceThenOuter() async throws {
  var f = store.load(1)
  let run = { use(f.asTask()) }
  use(f.asTask())
  f = store.load(2)
  run()
  print(try await f.value)  // expect: double-await
}

func captureListThenOuter() async throws {
  let f = store.load(1)
  let run = { [g = f] in use(g.asTask()) }
  run()
  print(try await f.value)  // expect: double-await
}

func closureNeverRun() async throws {
  let f = store.load(1)
  let unused = { use(f.asTask()) }
  _ = unused
  print(try await f.value)
}

func closureChosen(a: Bool) async throws {
  let f = store.load(1)
  let run = a ? { use(f.asTask()) } : { print("no") }
  run()
}

func immediatelyApplied() async throws {
  let f = store.load(1)
  let user = try await { try await f.value }()
  print(user)
}

func immediatelyAppliedThenAgain() async throws {
  let f = store.load(1)
  let user = try await { try await f.value }()
  print(user, try await f.value)  // expect: double-await
}

func mapOverArrayCapturing(ids: [Int]) {
  let f = store.load(1)
  print(ids.map { _ in f.asTask() })  // expect: double-await
}

func mapOverOptionalCapturing(id: Int?) {
  let f = store.load(1)
  print(id.map { _ in f.asTask() } as Any)
}

func forEachOwn(ids: [Int]) {
  ids.forEach { id in
    let f = store.load(id)
    use(f.asTask())
  }
}

func mapToFuturesThenFirst(ids: [Int]) async throws {
  guard let f = ids.lazy.map({ store.load($0) }).first else { return }
  print(try await f.value)
}

func flatMapOptionalFuture(id: Int?) async throws {
  let f = id.flatMap { store.find($0) }
  if let f { print(try await f.value) }
}

func optionalMapConsumes() async throws {
  let f = store.find(1)
  let task = f.map { $0.asTask() }
  print(try await task?.value as Any)
}

func optionalMapConsumesThenAgain() async throws {
  let f = store.find(1)
  let task = f.map { $0.asTask() }
  print(try await task?.value as Any)
  if let f { print(try await f.value) }  // expect: double-await
}

func compactMapCapturing(ids: [Int?]) {
  let f = store.load(1)
  _ = ids.compactMap { id in id == nil ? nil : f.asTask() }  // expect: double-await
}

func withLockOnce(lock: Lock<Int>) async throws {
  let f = store.load(1)
  let t = lock.withLock { _ in f.asTask() }
  print(try await t.value)
}

func withLockTwice(lock: Lock<Int>) async throws {
  let f = store.load(1)
  let t = lock.withLock { _ in f.asTask() }
  let u = lock.withLock { _ in f.asTask() }  // expect: double-await
  print(try await t.value, try await u.value)
}

func withLockGivesFuture(lock: Lock<Int>) async throws {
  let f = lock.withLock { _ in store.load(1) }
  print(try await f.value)
}

func withLockGivesFutureTwice(lock: Lock<Int>) async throws {
  let f = lock.withLock { _ in store.load(1) }
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func nestedFunctionTwice() async throws {
  let f = store.load(1)
  func take() async throws -> User { try await f.value }
  print(try await take())
  print(try await take())  // expect: double-await
}

func nestedFunctionParameter() async throws {
  func take(_ f: ValueFuture<User>) async throws -> User { try await f.value }
  print(try await take(store.load(1)))
  print(try await take(store.load(2)))
}

func nestedFunctionRecursive(n: Int) async throws {
  let f = store.load(1)
  func step(_ n: Int) async throws {
    if n == 0 { print(try await f.value) } else { try await step(n - 1) }
  }
  try await step(n)
}

func nestedFunctionRecursiveBad(n: Int) async throws {
  let f = store.load(1)
  func step(_ n: Int) async throws {
    print(try await f.value)
    if n > 0 { try await step(n - 1) }  // expect: double-await
  }
  try await step(n)
}

func closureReturningClosure() async throws {
  let f = store.load(1)
  let outer = { { f.asTask() } }
  print(try await outer()().value)
}

func sortedByCapturing(ids: [Int]) {
  let f = store.load(1)
  _ = ids.sorted { a, b in f.isCompleted ? a < b : b < a }
  use(f.asTask())
}

func reduceCapturing(ids: [Int]) async throws {
  let f = store.load(1)
  let n = ids.reduce(0) { sum, id in f.isCompleted ? sum + id : sum }
  print(n, try await f.value)
}

func ranIfWanted(_ isWanted: Bool, _ body: () async throws -> Void) async rethrows {
  if isWanted { try await body() }
}

func perhapsThenAgain(isWanted: Bool) async throws {
  let f = store.load(1)
  try await ranIfWanted(!isWanted) { _ = try await f.value }
  _ = try await f.value  // expect: double-await
}
