// Functions of several value futures: what one does to each element it does to those that it is given.

func finishAll(_ futures: [ValueFuture<User>]) async throws {
  for f in futures { _ = try await f.value }
}

func finishEach(_ futures: ValueFuture<User>...) async throws {
  for f in futures { _ = try await f.value }
}

func finishFirst(_ futures: [ValueFuture<User>]) async throws {
  for f in futures {
    _ = try await f.value
    return
  }
}

func finishByPlace(_ futures: [ValueFuture<User>]) async throws {
  if !futures.isEmpty { _ = try await futures[0].value }
}

func askAll(_ futures: [ValueFuture<User>]) -> Int {
  var count = 0
  for f in futures where f.isCompleted { count += 1 }
  return count
}

func countAll(_ futures: [ValueFuture<User>]) -> Int { futures.count }

func finishSome(_ futures: [ValueFuture<User>], now: Bool) async throws {
  if now { for f in futures { _ = try await f.value } }
}

func startAll(_ futures: [ValueFuture<User>]) -> [Task<User, any Error>] { futures.map { $0.asTask() } }

func showAll(_ futures: ValueFuture<User>...) { for f in futures { print(f.isCompleted) } }

// MARK: good

func eachOnce() async throws {
  let (f, g) = (store.load(1), store.load(2))
  try await finishAll([f, g])  // expect: stored-property
}

func oneOfTwo() async throws {
  let (f, g) = (store.load(1), store.load(2))
  try await finishFirst([f, g])  // expect: stored-property
  _ = try await g.value  // ok: the first one only is used
}

func byPlace() async throws {
  let (f, g) = (store.load(1), store.load(2))
  try await finishByPlace([f, g])  // expect: stored-property
  _ = try await g.value  // ok: the first one only is used
}

func askedTogetherThenAwaited() async throws {
  let (f, g) = (store.load(1), store.load(2))
  print(askAll([f, g]), countAll([f, g]))  // expect: stored-property
  _ = try await f.value  // ok
  _ = try await g.value  // ok
}

func notNow() async throws {
  let f = store.load(1)
  try await finishSome([f], now: false)  // expect: stored-property
  _ = try await f.value  // ok
}

func shownThenAwaited() async throws {
  let f = store.load(1)
  showAll(f)
  _ = try await f.value  // ok
}

func leftByAnError() async throws -> User {
  let (f, g) = (store.load(1), store.load(2))
  do {
    try await finishAll([f, g])  // expect: stored-property
    return User()
  } catch {
    return try await g.value  // ok: the first one may have failed
  }
}

func arrayOnce(ids: [Int]) async throws {
  let all = ids.map(store.load)
  print(countAll(all))
  try await finishAll(all)  // ok
}

func givenToTheUnknown() async throws {
  let f = store.load(1)
  takeOver([f])  // expect: stored-property
  _ = try await f.value  // ok: nobody knows which of them it takes
}

// MARK: bad

func literalThenElement() async throws {
  let (f, g) = (store.load(1), store.load(2))
  try await finishAll([f, g])  // expect: stored-property
  _ = try await f.value  // expect: double-await
  _ = try await g.value  // expect: double-await
}

func elementThenLiteral() async throws {
  let f = store.load(1)
  _ = try await f.value
  try await finishAll([f])  // expect: double-await, stored-property
}

func variadicThenElement() async throws {
  let (f, g) = (store.load(1), store.load(2))
  try await finishEach(f, g)
  _ = try await g.value  // expect: double-await
}

func twoCalls(ids: [Int]) async throws {
  let all = ids.map(store.load)
  try await finishAll(all)
  try await finishAll(all)  // expect: double-await
}

func callThenLoop(ids: [Int]) async throws {
  let all = ids.map(store.load)
  try await finishAll(all)
  for f in all { _ = try await f.value }  // expect: double-await
}

func loopThenCall(ids: [Int]) async throws {
  let all = ids.map(store.load)
  for f in all { _ = try await f.value }
  _ = startAll(all)  // expect: double-await
}

func nowOnly(now: Bool) async throws {
  let f = store.load(1)
  try await finishSome([f], now: now)  // expect: stored-property
  if now { _ = try await f.value }  // expect: double-await
}
