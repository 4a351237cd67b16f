// Functions that run a closure themselves and hand it on to another function, too.

func runNow(_ body: () async throws -> Void) async throws { try await body() }

func runPerhaps(_ body: () async throws -> Void) async throws {
  if random() { try await body() }
}

func leaveAlone(_ body: () async throws -> Void) async throws { print("nothing") }

func runAndRound(_ body: () -> Void) {
  body()
  (0..<2).forEach { _ in body() }
}

func runAndHandOn(_ body: () async throws -> Void) async throws {
  try await body()
  try await runNow(body)
}

func runAndPerhapsHandOn(_ body: () async throws -> Void) async throws {
  try await body()
  try await runPerhaps(body)
}

func runAndLeaveAlone(_ body: () async throws -> Void) async throws {
  try await body()
  try await leaveAlone(body)
}

func runOrHandOn(_ isHere: Bool, _ body: () async throws -> Void) async throws {
  if isHere { return try await body() }
  try await runNow(body)
}

// MARK: good

func andPerhaps() async throws {
  let f = store.load(1)
  try await runAndPerhapsHandOn { _ = try await f.value }  // ok: nobody knows whether it runs again
}

func andNothing() async throws {
  let f = store.load(1)
  try await runAndLeaveAlone { _ = try await f.value }  // ok: the other function does not run it
}

func eitherWay(_ isHere: Bool) async throws {
  let f = store.load(1)
  try await runOrHandOn(isHere) { _ = try await f.value }  // ok: one of the two runs it
}

func freshEachTime() async throws {
  var f = store.load(1)
  try await runAndHandOn {
    _ = try await f.value  // ok: another one by then
    f = store.load(2)
  }
  _ = try await f.value
}

// MARK: bad

func andAgain() async throws {
  let f = store.load(1)
  try await runAndHandOn { _ = try await f.value }  // expect: double-await
}

func twiceBehind() async throws {
  var f = store.load(1)
  runAndRound { f = store.load(2) }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func severalTasksBehind() {
  var f = store.load(1)
  runAndRound { f = store.load(2) }
  for _ in 0..<2 {
    Task { [f] in _ = try await f.value }  // expect: concurrent-await
  }
}
