import Dispatch

// Checks in all their forms.

func readAfterGuard() throws -> User? {
  let f = store.load(1)
  guard f.isCompleted else { use(f.asTask()); return nil }
  return try f.result.get()
}

func readTooEarly() throws -> User {
  let f = store.load(1)
  return try f.result.get()  // expect: premature-result
}

func readInElse() {
  let f = store.load(1)
  if f.isCompleted { use(f.result) } else { use(f.result) }  // expect: premature-result
}

func readAfterEither() {
  let f = store.load(1)
  if f.isCompletedSuccessfully || f.isFaulted { use(f.result) } else { use(f.asTask()) }
}

func readAfterNegatedBoth() {
  let f = store.load(1)
  if !f.isCompleted && !f.isCancelled { use(f.asTask()) } else { use(f.result) }
}

func readAfterNegatedOr() {
  let f = store.load(1)
  if !(f.isCompleted || f.isFaulted) { use(f.asTask()) } else { use(f.result) }
}

func readAfterNegatedOrBad() {
  let f = store.load(1)
  if !f.isCompleted || random() { use(f.result) } else { use(f.asTask()) }  // expect: premature-result
}

func readTernary() {
  let f = store.load(1)
  use(f.isCompleted ? f.result : f.wait())  // expect: premature-result
}

func readTernaryGood() async throws {
  let f = store.load(1)
  let user = f.isCompleted ? try f.result.get() : try await f.value
  print(user)
}

func readNamedCheck() {
  let f = store.load(1)
  let isReady = f.isCompleted
  guard isReady else { use(f.asTask()); return }
  use(f.result)
}

func readNamedCheckStale() {
  var f = store.load(1)
  let isReady = f.isCompleted
  use(f.asTask())
  f = store.load(2)
  if isReady { use(f.result) } else { use(f.asTask()) }  // expect: premature-result
}

func readSpin() async {
  let f = store.load(1)
  while !f.isCompleted { await Task.yield() }
  use(f.result)
}

func readSpinBreak() async {
  let f = store.load(1)
  while true {
    if f.isCompleted { break }
    await Task.yield()
  }
  use(f.result)
}

func readSwitchTrue() {
  let f = store.load(1)
  switch true {
  case f.isCompleted: use(f.result)
  default: use(f.asTask())
  }
}

func readSwitchBool() {
  let f = store.load(1)
  switch f.isCompleted {
  case true: use(f.result)
  case false: use(f.asTask())
  }
}

func readSwitchBoolBad() {
  let f = store.load(1)
  switch f.isCompleted {
  case false: use(f.result)  // expect: premature-result
  case true: use(f.asTask())
  }
}

func readWhere() {
  let f = store.load(1)
  switch 1 {
  case _ where f.isCompleted: use(f.result)
  default: use(f.asTask())
  }
}

func readPrecondition() {
  let f = store.load(1)
  precondition(f.isCompleted, "not yet")
  use(f.result)
}

func readAssertionFailure() {
  let f = store.load(1)
  if !f.isCompleted { assertionFailure("not yet") }
  use(f.result)  // expect: premature-result
}

func readFatal() {
  let f = store.load(1)
  if !f.isCompleted { fatalError("not yet") }
  use(f.result)
}

func readThenAwait() async throws {
  let f = store.load(1)
  if f.isCompleted { use(f.result) }
  print(try await f.value)  // expect: double-await
}

func readThenAwaitReturns() async throws -> User {
  let f = store.load(1)
  if f.isCompleted { return try f.result.get() }
  return try await f.value
}

func readTwiceCombined() {
  let f = store.load(1)
  if f.isCompleted {
    use(f.result)
    use(f.result)  // expect: double-await
  }
}

func readReady() {
  let f = ValueFuture(User())
  use(f.result)
}

func readCheckOfOther() {
  let f = store.load(1)
  let g = store.load(2)
  if g.isCompleted { use(f.result) }  // expect: premature-result
  use(g.asTask())
}

func readCheckOfCopy() {
  let f = store.load(1)
  let g = f
  if g.isCompleted { use(f.result) } else { use(f.asTask()) }
}

func readEqualsTrue() {
  let f = store.load(1)
  if f.isCompleted == true { use(f.result) } else { use(f.asTask()) }
}

func readNotEqualsFalse() {
  let f = store.load(1)
  if f.isCompleted != false { use(f.result) } else { use(f.asTask()) }
}

func readOptionalChain(f: ValueFuture<User>?) {
  if f?.isCompleted == true { use(f!.result) }
}

func readOptionalChainCoalesce(f: ValueFuture<User>?) {
  if f?.isCompleted ?? false { use(f!.result) }
}

func readOptionalChainBad(f: ValueFuture<User>?) {
  if f?.isCompleted != true { use(f?.result as Any) }  // expect: premature-result
}

func readInClosure() {
  let f = store.load(1)
  let read = { use(f.result) }  // expect: premature-result
  read()
}

func readInClosureAfterCheck() {
  let f = store.load(1)
  let read = { use(f.result) }
  if f.isCompleted { read() } else { use(f.asTask()) }
}

func readByManyAtOnce() {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    use(f.result)  // expect: premature-result
    use(f.asTask())  // expect: concurrent-await
  }
}

func readByManyAtOnceAfterACheck() {
  let f = store.load(1)
  guard f.isCompleted else { return use(f.asTask()) }
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    use(f.result)  // ok: it is there
    use(f.asTask())  // expect: concurrent-await
  }
}
