// Calls to functions: what they do with a parameter decides, as far as their source is known.

func borrows(_ f: ValueFuture<User>) { print(f.isCompleted) }
func ignores(_ f: ValueFuture<User>) {}
func consumes(_ f: ValueFuture<User>) async throws { _ = try await f.value }
func consumesOnOnePath(_ f: ValueFuture<User>, when wanted: Bool) { if wanted { use(f.asTask()) } }
func converts(_ f: ValueFuture<User>) -> Task<User, any Error> { f.asTask() }
func givesBack(_ f: ValueFuture<User>) -> ValueFuture<User> { f }
func passesOn(_ f: ValueFuture<User>) async throws { try await consumes(f) }
func passesOnToABorrower(_ f: ValueFuture<User>) { borrows(f) }
func consumesTheSecond(_ f: ValueFuture<User>, _ g: ValueFuture<User>) { use((f.isCompleted, g.asTask())) }
func consumesByLabel(borrowed f: ValueFuture<User>, consumed g: ValueFuture<User>) { use((f.isCompleted, g.asTask())) }
func overloaded(_ f: ValueFuture<User>) { borrows(f) }
func overloaded(task f: ValueFuture<User>) { use(f.asTask()) }
func consumesOptional(_ f: ValueFuture<User>?) async throws { _ = try await f?.value }
func remakes(_ f: inout ValueFuture<User>) { f = store.load(2) }
func borrowsThroughInout(_ f: inout ValueFuture<User>) { print(f.isCompleted) }
func endsForGood() -> Never { fatalError("closed") }

func countsDown(_ f: ValueFuture<User>, _ n: Int) async throws {
  if n == 0 {
    _ = try await f.value  // ok: the other path hands it on
  } else {
    try await countsDown(f, n - 1)  // ok: this path does not consume it itself
  }
}

func looksDown(_ f: ValueFuture<User>, _ n: Int) {
  if n > 0 { looksDown(f, n - 1) }
  print(f.isCompleted)
}

func evenly(_ f: ValueFuture<User>, _ n: Int) async throws {
  if n == 0 { return }
  try await oddly(f, n - 1)
}

func oddly(_ f: ValueFuture<User>, _ n: Int) async throws {
  if n == 0 {
    _ = try await f.value
    return
  }
  try await evenly(f, n - 1)
}

/// Runs its closure once.
func runsOnce(_ body: () -> Void) { body() }
/// Runs its closure in a loop.
func runsInALoop(_ body: () -> Void) { for _ in 0..<3 { body() } }
/// Never runs its closure.
func runsNever(_ body: () -> Void) {}
/// Runs its closure on one path.
func runsPerhaps(_ body: () -> Void) { if random() { body() } }
/// Runs one of two closures.
func runsOneOf(_ a: Bool, then: () -> Void, otherwise: () -> Void) { if a { then() } else { otherwise() } }
/// Hands its closure on to another function that runs it once.
func runsThroughAnother(_ body: () -> Void) { runsOnce(body) }
/// Hands the future to its closure.
func makesFor(_ body: (ValueFuture<User>) -> Void) { body(store.load(1)) }
func autoclosed(_ a: Bool, _ task: @autoclosure () -> Task<User, any Error>) { if a { use(task()) } }

func oneOf<Value>(_ a: Value, _ b: Value, first: Bool) -> Value { first ? a : b }

// MARK: good

func theOtherOfTwo() async throws {
  let f = store.load(1)
  let g = store.load(2)
  print(try await oneOf(f, g, first: true).value)
  print(try await g.value)  // ok: the first one was given back
}

func theOneThatIsLeft(first: Bool) async throws {
  let f = store.load(1)
  let g = store.load(2)
  print(try await oneOf(f, g, first: first).value)
  if first { print(try await g.value) } else { print(try await f.value) }  // ok: the one that was not given back
}

func borrowedThenConsumed() async throws {
  let f = store.load(1)
  borrows(f)
  _ = try await f.value  // ok: borrowed only
}

func ignoredThenConsumed() async throws {
  let f = store.load(1)
  ignores(f)
  _ = try await f.value  // ok: the callee leaves it alone
}

func borrowedAfterwards() async throws {
  let f = store.load(1)
  _ = try await f.value
  borrows(f)  // ok: the callee only asks
}

func borrowedDeeply() async throws {
  let f = store.load(1)
  passesOnToABorrower(f)
  looksDown(f, 3)
  _ = try await f.value  // ok: borrowed only
}

func consumedByTheCallee() async throws {
  let f = store.load(1)
  try await consumes(f)  // ok: the only one
}

func convertedByTheCallee() async throws {
  let task = converts(store.load(1))
  _ = try await task.value  // ok: a task
  _ = try await task.value  // ok: a task
}

func givenBackOnce() async throws {
  let f = store.load(1)
  let g = givesBack(f)
  _ = try await g.value  // ok: the only one
}

func firstIsOnlyBorrowed() async throws {
  let f = store.load(1)
  let g = store.load(2)
  consumesTheSecond(f, g)
  _ = try await f.value  // ok: borrowed only
}

func sameForBoth() {
  let f = store.load(1)
  consumesTheSecond(f, f)  // ok: borrowed once, consumed once
}

func borrowedByLabel() async throws {
  let f = store.load(1)
  consumesByLabel(borrowed: f, consumed: store.load(2))
  _ = try await f.value  // ok: borrowed only
}

func borrowingOverload() async throws {
  let f = store.load(1)
  overloaded(f)
  _ = try await f.value  // ok: this overload borrows
}

func neverReturnsByItsOwnDeclaration(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    endsForGood()
  }
  _ = try await f.value  // ok: the branch above has ended
}

func runOnce() {
  let f = store.load(1)
  runsOnce { use(f.asTask()) }  // ok: runs once
}

func neverRun() async throws {
  let f = store.load(1)
  runsNever { use(f.asTask()) }
  _ = try await f.value  // ok: the closure is never run
}

func oneOfTwoClosures(a: Bool) {
  let f = store.load(1)
  runsOneOf(a, then: { use(f.asTask()) }, otherwise: { use(f.asTask()) })  // ok: one of them runs
}

func madeForTheClosure() {
  makesFor { f in use(f.asTask()) }  // ok: the closure's own
}

func autoclosureOnce(a: Bool) {
  let f = store.load(1)
  autoclosed(a, f.asTask())  // ok: at most once
}

func recursionAlone() async throws {
  let f = store.load(1)
  try await countsDown(f, 3)  // ok: the only one
}

func remadeThroughInout() async throws {
  var f = store.load(1)
  _ = try await f.value
  remakes(&f)
  _ = try await f.value  // ok: the callee has made another
}

func changedByUnknownCode() async throws {
  var f = store.load(1)
  _ = try await f.value
  change(&f)
  _ = try await f.value  // ok: unknown code may have made another
}

// MARK: bad

func theSameOfTwo() async throws {
  let f = store.load(1)
  let g = store.load(2)
  print(try await oneOf(f, g, first: false).value)
  print(try await g.value)  // expect: double-await
}

func consumedThenAwaited() async throws {
  let f = store.load(1)
  try await consumes(f)
  _ = try await f.value  // expect: double-await
}

func awaitedThenConsumed() async throws {
  let f = store.load(1)
  _ = try await f.value
  try await consumes(f)  // expect: double-await
  //                 ^ double-await
}

func consumedTwice() async throws {
  let f = store.load(1)
  try await consumes(f)
  try await consumes(f)  // expect: double-await
}

func consumedOnOnePathOfTheCallee() async throws {
  let f = store.load(1)
  consumesOnOnePath(f, when: random())
  _ = try await f.value  // expect: double-await
}

func convertedThenAwaitedHere() async throws {
  let f = store.load(1)
  use(converts(f))
  _ = try await f.value  // expect: double-await
}

func givenBackIsAnAlias() async throws {
  let f = store.load(1)
  let g = givesBack(f)
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func passedOnThenAwaited() async throws {
  let f = store.load(1)
  try await passesOn(f)
  _ = try await f.value  // expect: double-await
}

func secondIsConsumed() async throws {
  let f = store.load(1)
  let g = store.load(2)
  consumesTheSecond(f, g)
  _ = try await g.value  // expect: double-await
  _ = try await f.value
}

func consumedByLabel() async throws {
  let f = store.load(1)
  consumesByLabel(borrowed: store.load(2), consumed: f)
  _ = try await f.value  // expect: double-await
}

func consumingOverload() async throws {
  let f = store.load(1)
  overloaded(task: f)
  _ = try await f.value  // expect: double-await
}

func optionalParameter() async throws {
  let f = store.load(1)
  try await consumesOptional(f)
  _ = try await f.value  // expect: double-await
}

func consumedByRecursion() async throws {
  let f = store.load(1)
  try await countsDown(f, 3)
  _ = try await f.value  // expect: double-await
}

func consumedByMutualRecursion() async throws {
  let f = store.load(1)
  try await evenly(f, 3)
  _ = try await f.value  // expect: double-await
}

func takenOverByUnknownCode() async throws {
  let f = store.load(1)
  takeOver(f)
  _ = try await f.value  // expect: double-await
}

func unknownCodeAfterAwait() async throws {
  let f = store.load(1)
  _ = try await f.value
  takeOver(f)  // expect: double-await
}

func takenOverTwice() {
  let f = store.load(1)
  takeOver(f)
  takeOver(f)  // expect: double-await
}

func takenOverTwiceAtOnce() {
  let f = store.load(1)
  takeOver(f, f)  // expect: double-await
}

func returnedAfterAwait() async throws -> ValueFuture<User> {
  let f = store.load(1)
  _ = try await f.value
  return f  // expect: double-await
}

func parameterTwice(f: ValueFuture<User>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func inoutParameterTwice(f: inout ValueFuture<User>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func consumingParameterTwice(f: consuming ValueFuture<User>) async throws {
  let g = f
  _ = try await g.value
  _ = try await g.value  // expect: double-await
}

func runOnceThenBody() async throws {
  let f = store.load(1)
  runsOnce { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func runInALoop() {
  let f = store.load(1)
  runsInALoop { use(f.asTask()) }  // expect: double-await
}

func runPerhapsThenBody() async throws {
  let f = store.load(1)
  runsPerhaps { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func runThroughAnotherThenBody() async throws {
  let f = store.load(1)
  runsThroughAnother { use(f.asTask()) }
  _ = try await f.value  // expect: double-await
}

func oneOfTwoClosuresThenBody(a: Bool) async throws {
  let f = store.load(1)
  runsOneOf(a, then: { use(f.asTask()) }, otherwise: {})
  _ = try await f.value  // expect: double-await
}

func madeForTheClosureConsumedTwice() {
  makesFor { f in
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

func autoclosureThenBody(a: Bool) async throws {
  let f = store.load(1)
  autoclosed(a, f.asTask())
  _ = try await f.value  // expect: double-await
}

func remadeThroughInoutThenTwice() async throws {
  var f = store.load(1)
  _ = try await f.value
  remakes(&f)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func aliasRemadeThroughInout() async throws {
  let f = store.load(1)
  var g = f
  _ = try await f.value
  remakes(&g)
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func borrowedThroughInout() async throws {
  var f = store.load(1)
  _ = try await f.value
  borrowsThroughInout(&f)
  _ = try await f.value  // expect: double-await
}

// A chain of calls, each declared before what it calls.
func link0(_ f: ValueFuture<User>) { link1(f) }
func link1(_ f: ValueFuture<User>) { link2(f) }
func link2(_ f: ValueFuture<User>) { link3(f) }
func link3(_ f: ValueFuture<User>) { link4(f) }
func link4(_ f: ValueFuture<User>) { link5(f) }
func link5(_ f: ValueFuture<User>) { link6(f) }
func link6(_ f: ValueFuture<User>) { link7(f) }
func link7(_ f: ValueFuture<User>) { link8(f) }
func link8(_ f: ValueFuture<User>) { link9(f) }
func link9(_ f: ValueFuture<User>) { link10(f) }
func link10(_ f: ValueFuture<User>) { link11(f) }
func link11(_ f: ValueFuture<User>) { link12(f) }
func link12(_ f: ValueFuture<User>) { link13(f) }
func link13(_ f: ValueFuture<User>) { link14(f) }
func link14(_ f: ValueFuture<User>) { link15(f) }
func link15(_ f: ValueFuture<User>) { link16(f) }
func link16(_ f: ValueFuture<User>) { _ = f.asTask() }

func longChain() async throws {
  let f = store.load(1)
  link0(f)
  _ = try await f.value  // expect: double-await
}
