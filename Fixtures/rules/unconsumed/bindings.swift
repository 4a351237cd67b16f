// Names that nobody reads, and futures that are overwritten.

// MARK: good

func consumedLater() async throws {
  let f = store.load(1)  // ok: consumed
  print("loading")
  _ = try await f.value
}

func consumedThroughACopy() async throws {
  let f = store.load(1)  // ok: consumed as g
  let g = f
  _ = try await g.value
}

func consumedInOneBranch(a: Bool) async throws {
  let f = store.load(1)  // ok: consumed on one path
  if a { _ = try await f.value }
}

func consumedUnlessItThrows() async throws {
  let f = store.load(1)  // ok: consumed unless the reset throws
  try store.reset()
  _ = try await f.value
}

func skippedByAGuard(a: Bool) async throws {
  let f = store.load(1)  // ok: consumed behind the guard
  guard a else { return }
  _ = try await f.value
}

func skippedByALoop(ids: [Int]) async throws {
  let f = store.load(1)  // ok: consumed if there is an id
  for id in ids {
    use(id)
    _ = try await f.value
    break
  }
}

func consumedByDefer() {
  let f = store.load(1)  // ok: consumed at the end
  defer { use(f.asTask()) }
  use(0)
}

func readWhenComplete() {
  let f = store.load(1)  // ok: read if it is complete
  if f.isCompleted { use(f.result) }
}

func onlyConverted() {
  let f = store.load(1)  // ok: converted
  _ = f.asTask()
}

func onlyPreserved() {
  let f = store.load(1)  // ok: converted
  _ = f.preserve()
}

func returnedByName() -> ValueFuture<User> {
  let f = store.load(1)  // ok: returned
  return f
}

func returnedInATuple() -> (ValueFuture<User>, Int) {
  let f = store.load(1)  // ok: returned
  return (f, 1)
}

func returnedAsOptional(a: Bool) -> ValueFuture<User>? {
  let f = store.load(1)  // ok: returned on one path
  return a ? f : nil
}

func passedToUnknownCode() {
  let f = store.load(1)  // ok: passed to a call
  takeOver(f)
}

func passedAsAnArgument() async throws {
  let f = store.load(1)  // ok: passed to a call
  try await finish(f)
}

func finish(_ f: ValueFuture<User>) async throws { _ = try await f.value }

func capturedByATask() {
  let f = store.load(1)  // ok: consumed in the task
  Task { try await f.value }
}

func capturedByAsyncLet() async throws {
  let f = store.load(1)  // ok: consumed in the child
  async let user = f.value
  use(try await user)
}

func capturedByUnknownClosure() {
  let f = store.load(1)  // ok: the closure consumes it
  onEvent { _ = try await f.value }
}

func capturedByALocalFunction() async throws {
  let f = store.load(1)  // ok: consumed by the local function
  func finish() async throws { _ = try await f.value }
  try await finish()
}

func storedElsewhere(box: Box) {
  let f = store.load(1)  // ok: handed over by an assignment
  box.first = f
}

func assignedToAnInoutParameter(f: inout ValueFuture<User>) {
  f = store.load(1)  // ok: the caller gets it
}

func unwrappedAndConsumed() async throws {
  guard let f = store.find(1) else { return }  // ok: consumed
  _ = try await f.value
}

func elementConsumed() async throws {
  let (f, g) = (store.load(1), store.load(2))  // ok: both are consumed
  _ = try await f.value
  _ = try await g.value
}

func overwrittenAfterUse() async throws {
  var f = store.load(1)  // ok: consumed before the next one comes
  _ = try await f.value
  f = store.load(2)  // ok: consumed
  _ = try await f.value
}

func overwrittenOnOnePath(a: Bool) async throws {
  var f = store.load(1)  // ok: consumed on the other path
  if a { f = store.load(2) }
  _ = try await f.value
}

func declaredThenAssigned(a: Bool) async throws {
  let f: ValueFuture<User>
  if a {
    f = store.load(1)  // ok: consumed
  } else {
    f = store.load(2)  // ok: consumed
  }
  _ = try await f.value
}

func unusedParameter(f: ValueFuture<User>) {}  // ok: the caller has the duty

func queriedParameter(f: ValueFuture<User>) {  // ok: the caller has the duty
  print(f.isCompleted)
}

func closureParameterIgnored() {
  let ignore: (ValueFuture<User>) -> Void = { _ in }  // ok: a parameter
  ignore(store.load(1))
}

func madeByAnEndlessLoop() async throws {
  var f = store.load(1)  // ok: consumed in the loop
  while true {
    _ = try await f.value
    f = store.load(2)  // ok: consumed on the next turn
  }
}

func neverReturns() {
  let f = store.load(1)  // ok: consumed before the end
  use(f.asTask())
  fatalError("end")
}

func consumedByAMember() async throws {
  let f = store.load(1)  // ok: the member consumes it
  _ = try await f.logged()
}

extension ValueFuture {
  func logged() async throws -> Value { try await value }
}

func consumedInAnIfExpression(a: Bool) async throws {
  let f = store.load(1)  // ok: consumed in one branch
  let user = if a { try await f.value } else { User() }
  use(user)
}

func thrownAsAnError() throws {
  struct Pending: Error { let f: Task<User, any Error> }
  let f = store.load(1)  // ok: converted into the error
  throw Pending(f: f.asTask())
}

func yielded(continuation: AsyncStream<ValueFuture<User>>.Continuation) {
  let f = store.load(1)  // ok: yielded
  continuation.yield(f)
}

// MARK: bad

func bound() {
  let f = store.load(1)  // expect: unconsumed
}

func boundByVar() {
  var f = store.load(1)  // expect: unconsumed
}

func boundWithAType() {
  let f: ValueFuture<User> = store.load(1)  // expect: unconsumed
}

func copiedOnly() {
  let f = store.load(1)  // expect: unconsumed
  let g = f
}

func queriedInACondition() {
  let f = store.load(1)  // expect: unconsumed
  while !f.isCompleted { print("waiting") }
}

func onlyCancelledChecks() {
  let f = store.load(1)  // expect: unconsumed
  print(f.isCancelled, f.isFaulted)
}

func boundAfterTry() throws {
  let f = try store.open(1)  // expect: unconsumed
}

func boundAfterAwait() async throws {
  let f = try await store.connect(1)  // expect: unconsumed
}

func boundOptional() {
  let f = store.find(1)  // expect: unconsumed
}

func unwrappedOnly() {
  if let f = store.find(1) {  // expect: unconsumed
    print(f.isCompleted)
  }
}

func comparedWithNil() {
  let f = store.find(1)  // expect: unconsumed
  if f == nil { return }
}

func overwrittenAtOnce() async throws {
  var f = store.load(1)  // expect: unconsumed
  f = store.load(2)
  _ = try await f.value
}

func overwrittenOnEachPath(a: Bool) async throws {
  var f = store.load(1)  // expect: unconsumed
  if a {
    f = store.load(2)
  } else {
    f = store.load(3)
  }
  _ = try await f.value
}

func secondNeverConsumed() async throws {
  var f = store.load(1)
  _ = try await f.value
  f = store.load(2)  // expect: unconsumed
}

func overwrittenInALoop(ids: [Int]) async throws {
  var f = store.load(0)  // ok: consumed if the loop does not run
  for id in ids {
    f = store.load(id)  // ok: the last one is consumed
  }
  _ = try await f.value
}

func setToNil() {
  var f: ValueFuture<User>? = store.load(1)  // expect: unconsumed
  f = nil
}

func oneElementOfATuple() async throws {
  let (f, g) = (
    store.load(1),
    store.load(2)  // expect: unconsumed
  )
  _ = try await f.value
}

func ignoredElementOfATuple() async throws {
  let (f, _) = (
    store.load(1),
    store.load(2)  // expect: unconsumed
  )
  _ = try await f.value
}

func boundInABranch(a: Bool) {
  if a {
    let f = store.load(1)  // expect: unconsumed
  }
}

func boundInALoop(ids: [Int]) {
  for id in ids {
    let f = store.load(id)  // expect: unconsumed
  }
}

func boundInAClosure() {
  onCallback {
    let f = store.load(1)  // expect: unconsumed
  }
}

func shadowedAndForgotten() async throws {
  let f = store.load(1)  // expect: unconsumed
  do {
    let f = store.load(2)
    _ = try await f.value
  }
}

func boundBySwitch() {
  switch store.load(1) {  // expect: unconsumed
  case let f: print(f.isCompleted)
  }
}

func boundByIfExpression(a: Bool) {
  let f =
    if a {
      store.load(1)  // expect: unconsumed
    } else {
      store.load(2)  // expect: unconsumed
    }
}

func madeByInitialiser() {
  let f = ValueFuture(1)  // expect: unconsumed
}

func typedThroughAnAlias() {
  typealias Pending = ValueFuture<User>
  let f: Pending = store.load(1)  // expect: unconsumed
}

func boundInAnAccessor() -> Int {
  struct Local {
    var number: Int {
      let f = store.load(1)  // expect: unconsumed
      return 0
    }
  }
  return Local().number
}

func boundInALocalFunction() {
  func inner() {
    let f = store.load(1)  // expect: unconsumed
  }
  inner()
}

func droppedAsync() async throws {
  async let f = store.connect(1)  // expect: unconsumed
}
