// One path that takes the future on is enough; none is a finding.

// MARK: good

func consumedInTheHandler() async throws {
  let f = store.load(1)  // ok: consumed if the reset throws
  do {
    try store.reset()
  } catch {
    _ = try await f.value
  }
}

func consumedInOneCase(n: Int) async throws {
  let f = store.load(1)  // ok: consumed in one case
  switch n {
  case 0: _ = try await f.value
  default: break
  }
}

func consumedInOneAlternative() async throws {
  let f = store.load(1)  // ok: consumed in one alternative
  #if NEVER_DEFINED
    _ = try await f.value
  #endif
}

func consumedByAClosureThatMayNotRun(user: User?) {
  let f = store.load(1)  // ok: consumed if there is a user
  _ = user.map { _ in use(f.asTask()) }
}

func consumedByShortCircuit(a: Bool) {
  let f = store.load(1)  // ok: consumed if a
  if a && accepts(f.asTask()) { print("accepted") }
}

func consumedInAnAutoclosure() {
  let f = store.load(1)  // ok: consumed if there is no user
  use(makeUser() ?? finished(f.asTask()))
}

func copiedIntoAnOuterVariable() async throws {
  var kept: ValueFuture<User>?
  do {
    let f = store.load(1)  // ok: consumed as kept
    kept = f
  }
  _ = try await kept?.value
}

func latestOfALoop(ids: [Int]) async throws {
  var last: ValueFuture<User>?
  for id in ids {
    last = store.load(id)  // ok: the last one is consumed
  }
  _ = try await last?.value
}

func elementOfAReturnedTuple() async throws -> (User, ValueFuture<User>) {
  let f = store.load(1)  // ok: consumed
  let g = store.load(2)  // ok: returned
  return (try await f.value, g)
}

func storedInAStructThatIsReturned() -> Holder {
  Holder(f: store.load(1))  // ok: passed to an initialiser
}

struct Holder {
  let f: Any
  init(f: ValueFuture<User>) { self.f = f }
}

func assignedToAProperty(box: Box) {
  box.first = store.load(1)  // ok: stored
}

func interpolatedName() async throws {
  let f = store.load(1)  // ok: consumed in the text
  print("user \(try await f.value)")
}

func whileLetConsumes() async throws {
  while let f = store.find(1) {  // ok: consumed in the body
    _ = try await f.value
  }
}

func guardLetElse() async throws {
  guard let f = store.find(1) else { return }  // ok: consumed below
  _ = try await f.value
}

func closureReturnsIt() -> () -> ValueFuture<User> {
  let f = store.load(1)  // ok: the closure hands it on
  return { f }
}

func nestedFunctionHandsItOn() {
  let f = store.load(1)  // ok: passed to a call in the nested function
  func pass() { takeOver(f) }
  pass()
}

func taskHandsItOn() {
  let f = store.load(1)  // ok: passed to a call in the task
  Task { takeOver(f) }
}

func anyCast() {
  let f: Any = store.load(1)  // ok: nobody knows where it goes from here
  use(f)
}

func lazyVariable() async throws {
  lazy var f = store.load(1)  // ok: consumed
  _ = try await f.value
}

func assignedInAClosureThatIsKept() {
  var f = store.load(1)
  let remake = { f = store.load(2) }  // ok: nobody knows when it runs, and who consumes f then
  takeOver(remake)
  use(f.asTask())
}

func keptOverTheRound() async throws {
  var last = store.load(0)
  while let next = store.find(1) {  // ok: the one of the round before is awaited behind the loop
    if random() { break }
    last = next
  }
  _ = try await last.value
}

// MARK: bad

func keptInATupleThatNobodyReads() {
  let f = store.load(1)  // expect: unconsumed
  let g = store.load(2)
  let pair = (f, g)
  use(g.asTask())
}

func queriedInEachBranch(a: Bool) {
  let f = store.load(1)  // expect: unconsumed
  if a {
    print(f.isCompleted)
  } else {
    print(f.isFaulted)
  }
}

func keptInANameOnly() {
  var kept: ValueFuture<User>?
  kept = store.load(1)  // expect: unconsumed
  print(kept == nil)
}

func onlyTheCopyIsQueried() {
  let f = store.load(1)  // expect: unconsumed
  let g = f
  print(g.isCompleted)
}

func capturedForAQuery() {
  let f = store.load(1)  // expect: unconsumed
  notifier.sync { print(f.isCompleted) }
}

func droppedAfterACondition(a: Bool) {
  if a { _ = store.load(1) }  // expect: unconsumed
}

func droppedInAGuard(a: Bool) {
  guard a else {
    store.save(1)  // expect: unconsumed
    return
  }
}

func droppedInACatch() {
  do {
    try store.reset()
  } catch {
    store.save(1)  // expect: unconsumed
  }
}

func droppedInATask() {
  Task {
    store.save(1)  // expect: unconsumed
    print("saved")
  }
}

func droppedBesideAnAwait() async throws {
  store.save(1)  // expect: unconsumed
  try await store.save(2).value
}

func droppedParenthesised() {
  (store.save(1))  // expect: unconsumed
}

func droppedByForce() {
  _ = store.find(1)!  // expect: unconsumed
}

func droppedCoalesced() {
  _ =
    store.find(1)  // expect: unconsumed
    ?? store.load(2)  // expect: unconsumed
}

func droppedWithALabel() {
  work: do {
    store.save(1)  // expect: unconsumed
    break work
  }
}

func droppedOnALineOfItsOwn(a: Bool) -> Int {
  if a {
    store.save(1)  // expect: unconsumed
    return 1
  }
  return 0
}

func droppedInALocalFunction() {
  func inner() { store.save(1) }  // expect: unconsumed
  inner()
}

func droppedInAnIfExpressionOfNothing(a: Bool) {
  a ? print("yes") : { store.save(1); print("no") }()  // expect: unconsumed
}

// MARK: good

struct Inbox {
  var pending: ValueFuture<User>? { store.find(1) }

  func isIdle() -> Bool { pending == nil }  // ok: asking whether there is one makes nothing
}

func asksAnInbox(inbox: Inbox) -> Bool {
  if inbox.pending != nil { return false }  // ok: asking whether there is one makes nothing
  return true
}

func shown() {
  print(store.load(1))  // ok: passed to a call
}

func beforeATaskThatNeverEnds() async throws {
  let f = store.load(1)
  Task { while true { await pause() } }
  _ = try await f.value  // ok: it runs beside the task
}

func beforeATaskThatTraps() async throws {
  let f = store.load(1)
  Task { fatalError() }
  _ = try await f.value  // ok: it runs beside the task
}
