// Arguments of `@autoclosure` parameters of functions that are in sight: evaluated as the function's body shows.

func skips(_ task: @autoclosure () -> Task<User, any Error>) {}
func picks(_ wanted: Bool, _ task: @autoclosure () -> Task<User, any Error>) { if wanted { use(task()) } }
func takes(_ task: @autoclosure () -> Task<User, any Error>) { use(task()) }
func repeats(_ task: @autoclosure () -> Task<User, any Error>) { for _ in 0..<3 { use(task()) } }
func starts(_ task: @autoclosure @escaping @Sendable () -> Task<User, any Error>) { Task { use(task()) } }
func keeps(_ task: @autoclosure @escaping () -> Task<User, any Error>) { onMain(task) }
func passesOn(_ task: @autoclosure () -> Task<User, any Error>) { skips(task()) }
func passesOnPerhaps(_ task: @autoclosure @escaping () -> Task<User, any Error>) { if random() { use(task()) } else { onMain(task) } }
func passesOnToOne(_ task: @autoclosure () -> Task<User, any Error>) { takes(task()) }
func logsPerhaps(_ message: @autoclosure () -> String) { if random() || random() { print(message()) } }
func answers(_ user: @autoclosure () async throws -> User) async throws -> User? { random() ? try await user() : nil }
func always(_ user: @autoclosure () async throws -> User) async throws -> User { try await user() }
func onMain(_ body: @escaping () -> Task<User, any Error>) { outOfSight.append(body) }
nonisolated(unsafe) var outOfSight: [() -> Task<User, any Error>] = []

struct Log {
  var isOn = false
  func note(_ task: @autoclosure () -> Task<User, any Error>) {}
  static func note(_ level: Int, _ task: @autoclosure () -> Task<User, any Error>) {}
  init() {}
  init(last task: @autoclosure () -> Task<User, any Error>) {}
}

infix operator <?: NilCoalescingPrecedence
func <? (_ wanted: Bool, _ task: @autoclosure () -> Task<User, any Error>) { if wanted { use(task()) } }

// MARK: good

func neverEvaluated() async throws {
  let f = store.load(1)
  skips(f.asTask())
  print(try await f.value)  // ok: the only one
}

func neverEvaluatedByMethods(log: Log) async throws {
  let f = store.load(1)
  log.note(f.asTask())
  Log.note(3, f.asTask())
  _ = Log(last: f.asTask())
  print(try await f.value)  // ok: the only one
}

func evaluatedWhereWanted(_ wanted: Bool) async throws {
  let f = store.load(1)
  picks(wanted, f.asTask())
  if !wanted { print(try await f.value) }  // ok: only where it was not evaluated
}

func evaluatedNowhere() async throws {
  let f = store.load(1)
  picks(false, f.asTask())
  print(try await f.value)  // ok: the only one
}

func keptAway() async throws {
  let f = store.load(1)
  keeps(f.asTask())
  print(try await f.value)  // ok: nobody knows whether the other runs
}

func handedOnPerhaps() async throws {
  let f = store.load(1)
  passesOnPerhaps(f.asTask())
  print(try await f.value)  // ok: it may be kept
}

func handedOnAndNeverEvaluated() async throws {
  let f = store.load(1)
  passesOn(f.asTask())
  print(try await f.value)  // ok: the only one
}

func evaluatedByALocalFunction() async throws {
  let f = store.load(1)
  func ignored(_ task: @autoclosure () -> Task<User, any Error>) {}
  ignored(f.asTask())
  print(try await f.value)  // ok: the only one
}

func evaluatedBehindAnOperator(_ wanted: Bool) async throws {
  let f = store.load(1)
  wanted <? f.asTask()
  if !wanted { print(try await f.value) }  // ok: only where it was not evaluated
}

func loggedThenAwaited() async throws {
  let f = store.load(1)
  logsPerhaps("\(f.isCompleted) \(f)")
  print(try await f.value)  // ok: it was only looked at
}

func awaitedInside() async throws {
  let f = store.load(1)
  print(try await always(try await f.value))  // ok: the only one
}

func completedThenRead() async throws {
  let f = store.load(1)
  if f.isCompleted { print(try await answers(try f.result.get()) as Any) }  // ok: it is completed
}

func evaluatedEachTimeAnew() {
  for id in 0..<3 { repeats(store.load(id).asTask()) }  // ok: a new one each time
}

// MARK: bad

func evaluatedThenAwaited() async throws {
  let f = store.load(1)
  takes(f.asTask())
  print(try await f.value)  // expect: double-await
}

func evaluatedWhereWantedThenAwaited(_ wanted: Bool) async throws {
  let f = store.load(1)
  picks(wanted, f.asTask())
  print(try await f.value)  // expect: double-await
}

func evaluatedAgainAndAgain() {
  let f = store.load(1)
  repeats(f.asTask())  // expect: double-await
}

func evaluatedBeside() async throws {
  let f = store.load(1)
  starts(f.asTask())
  print(try await f.value)  // expect: concurrent-await
}

func handedOnAndEvaluated() async throws {
  let f = store.load(1)
  passesOnToOne(f.asTask())
  print(try await f.value)  // expect: double-await
}

func evaluatedTwiceByALocalFunction() {
  let f = store.load(1)
  func twice(_ task: @autoclosure () -> Task<User, any Error>) { use((task(), task())) }
  twice(f.asTask())  // expect: double-await
}

func evaluatedBehindAnOperatorThenAwaited(_ wanted: Bool) async throws {
  let f = store.load(1)
  wanted <? f.asTask()
  print(try await f.value)  // expect: double-await
}

func loggedThenAwaitedTwice() async throws {
  let f = store.load(1)
  logsPerhaps("\(f.isCompleted)")
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func awaitedInsideThenAgain() async throws {
  let f = store.load(1)
  print(try await answers(try await f.value) as Any)
  print(try await f.value)  // expect: double-await
}

func throwsInsideThenAgain() async throws {
  let f = store.load(1)
  do {
    print(try await always(try await f.value))
  } catch {
    print(try await f.value)  // expect: double-await
  }
}
