// Reads in every kind of body, and checks that do not reach them.

// MARK: good

struct Cached {
  func now(_ f: ValueFuture<User>) -> Result<User, any Error>? {
    guard f.isCompleted else { return nil }
    return f.result  // ok: checked
  }
}

extension ValueFuture {
  var resultIfAny: Result<Value, any Error>? {
    isCompleted ? result : nil  // ok: checked
  }
}

func checkedInTheClosure(f: ValueFuture<User>) {
  onCallback {
    if f.isCompleted { use(f.result) }  // ok: checked in the closure
  }
}

func checkedBeforeAClosureThatRunsNow(f: ValueFuture<User>) {
  guard f.isCompleted else { return }
  notifier.sync { use(f.result) }  // ok: the closure runs now
}

func checkedBeforeATask(f: ValueFuture<User>) {
  guard f.isCompleted else { return }
  Task { use(f.result) }  // ok: what is complete stays complete
}

func filtered(futures: [ValueFuture<User>]) {
  for f in futures where f.isCompleted {
    use(f.result)  // ok: where says so
  }
}

func firstComplete(futures: [ValueFuture<User>]) {
  for f in futures {
    guard f.isCompleted else { continue }
    use(f.result)  // ok: the guard holds
  }
}

func optionalFuture(maybe: ValueFuture<User>?) {
  if let f = maybe, f.isCompleted {
    use(f.result)  // ok: checked
  }
}

func optionalChainCompared(maybe: ValueFuture<User>?) {
  if maybe?.isCompleted == true {
    use(maybe!.result)  // ok: checked
  }
}

func loopThatCertainlyRuns(f: ValueFuture<User>) {
  for _ in 0..<3 {
    guard f.isCompleted else { return }
  }
  use(f.result)  // ok: the loop has run
}

func elementAtAConstantIndex(futures: [ValueFuture<User>]) {
  if futures[0].isCompleted {
    use(futures[0].result)  // ok: checked
  }
}

func checkedInAnIfExpression(f: ValueFuture<User>) {
  let result = if f.isCompleted { f.result } else { Result<User, any Error>.failure(StoreError.closed) }  // ok: checked
  use(result)
}

func assertedByAnAutoclosure(f: ValueFuture<User>) {
  precondition(f.isCompleted, "\(f.isFaulted)")
  use(f.result)  // ok: the precondition holds
}

func readAfterAnAwaitedTask(f: ValueFuture<User>) async throws {
  _ = try await f.value
  let other = store.load(2)
  guard other.isCompleted else { return }
  use(other.result)  // ok: another future, checked
}

func conditionalCheckKept(f: ValueFuture<User>, a: Bool) {
  let ready = a ? f.isCompleted : false
  if ready { use(f.result) }  // ok: ready is true only when it is complete
}

// MARK: bad

struct Eager {
  let number: Int

  init(f: ValueFuture<User>) {
    number = 0
    use(f.result)  // expect: premature-result
  }

  var computed: Int {
    let f = store.load(1)
    use(f.wait())  // expect: premature-result
    return 0
  }
}

extension ValueFuture {
  func resultNow() -> Result<Value, any Error> {
    result  // expect: premature-result
  }
}

func readInAClosure(f: ValueFuture<User>) {
  onCallback { use(f.result) }  // expect: premature-result
}

func readInATask() {
  let f = store.load(1)
  Task { use(f.wait()) }  // expect: premature-result
}

func readInDefer() {
  let f = store.load(1)
  defer { use(f.result) }  // expect: premature-result
  print(f.isCompleted)
}

func readInAnAutoclosure(f: ValueFuture<User>) -> Bool {
  random() && accepts(f.result)  // expect: premature-result
}

func readOfAnElement(futures: [ValueFuture<User>]) {
  for f in futures {
    use(f.result)  // expect: premature-result
  }
}

func readOfAnOptional(maybe: ValueFuture<User>?) {
  use(maybe?.result)  // expect: premature-result
}

func otherElementChecked(futures: [ValueFuture<User>]) {
  if futures[0].isCompleted {
    use(futures[1].result)  // expect: premature-result
  }
}

func sleepIsNoCheck(f: ValueFuture<User>) async throws {
  try await Task.sleep(nanoseconds: 1_000)
  use(f.result)  // expect: premature-result
}

func optionalChainNotFalse(maybe: ValueFuture<User>?) {
  guard let f = maybe else { return }
  if maybe?.isCompleted != false { print("perhaps") }
  use(f.result)  // expect: premature-result
}

func checkedInTheCatchOnly(f: ValueFuture<User>) {
  do {
    try store.reset()
  } catch {
    guard f.isCompleted else { return }
  }
  use(f.result)  // expect: premature-result
}

func checkBehindAThrow(f: ValueFuture<User>) {
  do {
    try store.reset()
    guard f.isCompleted else { return }
  } catch {
    use(f.result)  // expect: premature-result
  }
}

func resultOfATry() throws {
  let f = try store.open(1)
  use(try f.result.get())  // expect: premature-result
}

func waitAsAStatement() {
  let f = store.load(1)
  f.wait()  // expect: premature-result
//^~~~~~~~ premature-result
}

func newFutureInTheLoop(ids: [Int]) {
  var f = store.load(0)
  guard f.isCompleted else { return }
  for id in ids {
    use(f.result)  // expect: premature-result
    f = store.load(id)
  }
}
