// Which checks prove completion, and where.

// MARK: good

func provedByIsCompleted(f: ValueFuture<User>) {
  if f.isCompleted { use(f.result) }  // ok: checked
}

func provedByIsCompletedSuccessfully(f: ValueFuture<User>) {
  if f.isCompletedSuccessfully { use(f.result) }  // ok: checked
}

func provedByIsFaulted(f: ValueFuture<User>) {
  if f.isFaulted { use(f.result) }  // ok: a fault is a completion
}

func provedByIsCancelled(f: ValueFuture<User>) {
  if f.isCancelled { use(f.result) }  // ok: a cancellation is a completion
}

func waitAfterCheck(f: ValueFuture<User>) {
  if f.isCompleted { use(f.wait()) }  // ok: checked
}

func elseOfNegation(f: ValueFuture<User>) {
  if !f.isCompleted {
    use(0)
  } else {
    use(f.result)  // ok: the negation is false
  }
}

func guardLeaves(f: ValueFuture<User>) {
  guard f.isCompleted else { return }
  use(f.result)  // ok: the guard holds
}

func returnsWhenIncomplete(f: ValueFuture<User>) {
  if !f.isCompleted { return }
  use(f.result)  // ok: the other path has left
}

func throwsWhenIncomplete(f: ValueFuture<User>) throws {
  if !f.isCompleted { throw StoreError.closed }
  use(f.result)  // ok: the other path has left
}

func trapsWhenIncomplete(f: ValueFuture<User>) {
  if !f.isCompleted { fatalError("not complete") }
  use(f.result)  // ok: the other path has ended
}

func awaitsWhenIncomplete(f: ValueFuture<User>) async throws {
  if !f.isCompleted {
    _ = try await f.value
    return
  }
  use(f.result)  // ok: the other path has left
}

func conjunction(f: ValueFuture<User>, a: Bool) {
  if a && f.isCompleted { use(f.result) }  // ok: both parts hold
}

func conjunctionByComma(f: ValueFuture<User>, a: Bool) {
  if a, f.isCompleted { use(f.result) }  // ok: both parts hold
}

func laterPartOfConjunction(f: ValueFuture<Int>) -> Bool {
  f.isCompleted && succeeded(f.wait())  // ok: evaluated only after the check
}

func laterConditionReads(f: ValueFuture<Int>) {
  if f.isCompleted, case .success = f.result { use(0) }  // ok: evaluated only after the check
}

func disjunctionOfNegation(f: ValueFuture<Int>) -> Bool {
  !f.isCompleted || succeeded(f.wait())  // ok: evaluated only when the check is true
}

func disjunctionOfChecks(f: ValueFuture<User>) {
  if f.isFaulted || f.isCompletedSuccessfully { use(f.result) }  // ok: either proves it
}

func elseOfDisjunction(f: ValueFuture<User>, a: Bool) {
  if a || !f.isCompleted { return }
  use(f.result)  // ok: neither part holds
}

func elseOfNegatedConjunction(f: ValueFuture<User>, a: Bool) {
  if !(a && f.isCompleted) { return }
  use(f.result)  // ok: both parts hold
}

func ternary(f: ValueFuture<Int>) -> Result<Int, any Error>? {
  f.isCompleted ? f.result : nil  // ok: the side where it is true
}

func switchTrue(f: ValueFuture<User>) {
  switch true {
  case f.isCompleted: use(f.result)  // ok: this case says so
  default: use(0)
  }
}

func switchOnTheCheck(f: ValueFuture<User>) {
  switch f.isCompleted {
  case true: use(f.result)  // ok: this case says so
  case false: use(0)
  }
}

func whereOfACase(f: ValueFuture<User>, n: Int) {
  switch n {
  case 1 where f.isCompleted: use(f.result)  // ok: where says so
  default: use(0)
  }
}

func checkOutOfASwitch(f: ValueFuture<User>, n: Int) {
  let isDone = switch n {
  case 0: f.isCompleted
  default: f.isCancelled
  }
  guard isDone else { return }
  use(f.result)  // ok: each case is a check
}

func whereOfALoop(f: ValueFuture<User>) {
  for n in 0..<3 where f.isCompleted {
    use((n, f.result))  // ok: where says so
    break
  }
}

func whileComplete(f: ValueFuture<User>) {
  while f.isCompleted {
    use(f.result)  // ok: the condition says so
    break
  }
}

func repeatUntilComplete(f: ValueFuture<User>) async {
  repeat { await pause() } while !f.isCompleted
  use(f.result)  // ok: the loop ends when it is complete
}

func breaksWhenComplete(f: ValueFuture<User>) async {
  while true {
    if f.isCompleted { break }
    await pause()
  }
  use(f.result)  // ok: the only way out
}

func assertProves(f: ValueFuture<User>) {
  assert(f.isCompleted)
  use(f.result)  // ok: asserted
}

func preconditionOfAConjunction(f: ValueFuture<User>, a: Bool) {
  precondition(a && f.isCompleted, "complete by now")
  use(f.result)  // ok: both parts hold
}

func checkedThroughACopy(f: ValueFuture<User>) {
  let g = f
  if g.isCompleted { use(f.result) }  // ok: one origin
}

func namedNegation(f: ValueFuture<User>) {
  let pending = !f.isCompleted
  if pending { return }
  use(f.result)  // ok: not pending
}

func namedConjunction(f: ValueFuture<User>, a: Bool) {
  let ready = a && f.isCompleted
  guard ready else { return }
  use(f.result)  // ok: ready says so
}

func comparedWithTrue(f: ValueFuture<User>) {
  if f.isCompleted == true { use(f.result) }  // ok: a long way to write it
}

func comparedWithFalse(f: ValueFuture<User>) {
  if f.isCompleted == false { return }
  use(f.result)  // ok: a long way to write it
}

func checkedOnEveryPath(f: ValueFuture<User>, a: Bool) {
  if a {
    guard f.isCompleted else { return }
  } else {
    precondition(f.isFaulted)
  }
  use(f.result)  // ok: each path has its check
}

func awaitedResult(f: ValueFuture<User>) async {
  use(await f.result)  // ok: awaited, not read
}

func notAFuture() {
  let cell = makeCell()
  use(cell.result)  // ok: not a future
  cell.wait()  // ok: not a future
}

func closureThatChecks() {
  let f = store.load(1)
  let isDone = { f.isCompleted }
  if isDone() { use(f.result) }  // ok: the closure asks
}

func localFunctionThatChecks() {
  let f = store.load(1)
  func isDone() -> Bool { return f.isCompleted }
  guard isDone() else { return use(f.asTask()) }
  use(f.result)  // ok: the function asks
}

func hasEnded(_ f: ValueFuture<User>) -> Bool { f.isCompleted }

func functionThatChecks() {
  let f = store.load(1)
  if hasEnded(f) { use(f.result) }  // ok: whatever it asks, it may be this
}

extension ValueFuture {
  var isThere: Bool { isCompleted }
}

func propertyThatChecks() {
  let f = store.load(1)
  guard f.isThere else { return use(f.asTask()) }
  use(f.result)  // ok: whatever it asks, it may be this
}

func checkedBeforeAnUnknownClosure() {
  let f = store.load(1)
  if f.isCompleted {
    onCallback { use(f.result) }  // ok: asked where the closure is made
  }
}

func severalChecksWithOneName() async throws {
  let f = store.load(1)
  let state = (f.isCompleted, f.isFaulted)
  switch state {
  case (true, false): use(f.result)  // ok: the first one holds
  default: _ = try await f.value
  }
}

// MARK: bad

func resultUnchecked(f: ValueFuture<User>) {
  use(f.result)  // expect: premature-result
}

func waitUnchecked(f: ValueFuture<User>) {
  use(f.wait())  // expect: premature-result
  //  ^~~~~~~~ premature-result
}

func chainedOnTheCall() {
  use(store.load(1).result)  // expect: premature-result
}

func checkOnOnePathOnly(f: ValueFuture<User>, a: Bool) {
  if a {
    guard f.isCompleted else { return }
  }
  use(f.result)  // expect: premature-result
}

func checkIgnored(f: ValueFuture<User>) {
  if f.isCompleted { print("complete") }
  use(f.result)  // expect: premature-result
}

func checkWithoutConsequence(f: ValueFuture<User>) {
  _ = f.isCompleted
  use(f.result)  // expect: premature-result
}

func elseOfTheCheck(f: ValueFuture<User>) {
  if f.isCompleted {
    use(0)
  } else {
    use(f.result)  // expect: premature-result
  }
}

func disjunction(f: ValueFuture<User>, a: Bool) {
  if a || f.isCompleted { use(f.result) }  // expect: premature-result
}

func elseOfConjunction(f: ValueFuture<User>, a: Bool) {
  if a && !f.isCompleted { return }
  use(f.result)  // expect: premature-result
}

func earlierPartOfConjunction(f: ValueFuture<Int>) -> Bool {
  succeeded(f.wait()) && f.isCompleted  // expect: premature-result
}

func laterPartOfDisjunction(f: ValueFuture<Int>) -> Bool {
  f.isCompleted || succeeded(f.wait())  // expect: premature-result
}

func wrongSideOfTernary(f: ValueFuture<Int>) -> Result<Int, any Error>? {
  f.isCompleted ? nil : f.result  // expect: premature-result
}

func assertionFailureGoesOn(f: ValueFuture<User>) {
  if !f.isCompleted { assertionFailure("not complete") }
  use(f.result)  // expect: premature-result
}

func checkOfAnotherFuture(f: ValueFuture<User>, g: ValueFuture<User>) {
  if g.isCompleted { use(f.result) }  // expect: premature-result
}

func reassignedAfterTheCheck() {
  var f = store.load(1)
  if f.isCompleted {
    use(f.result)
    f = store.load(2)
    use(f.result)  // expect: premature-result
  }
}

func namedCheckOfAnEarlierFuture() {
  var f = store.load(1)
  let done = f.isCompleted
  use(f.asTask())
  f = store.load(2)
  if done { use(f.result) }  // expect: premature-result
}

func nameReassigned(f: ValueFuture<User>) {
  var done = f.isCompleted
  done = random()
  if done { use(f.result) }  // expect: premature-result
}

func whileCompleteThenAfter(f: ValueFuture<User>) async {
  while f.isCompleted { await pause() }
  use(f.result)  // expect: premature-result
}

func defaultOfSwitchTrue(f: ValueFuture<User>) {
  switch true {
  case f.isCompleted: use(0)
  default: use(f.result)  // expect: premature-result
  }
}

func falseCase(f: ValueFuture<User>) {
  switch f.isCompleted {
  case true: use(0)
  case false: use(f.result)  // expect: premature-result
  }
}

func whereOfOneCaseOnly(f: ValueFuture<User>, n: Int) {
  switch n {
  case 1 where f.isCompleted: use(0)
  default: use(f.result)  // expect: premature-result
  }
}

func oneCaseIsNoCheck(f: ValueFuture<User>, n: Int) {
  let isDone = switch n {
  case 0: f.isCompleted
  default: true
  }
  guard isDone else { return }
  use(f.result)  // expect: premature-result
}

func loopMayNotRun(f: ValueFuture<User>, ids: [Int]) {
  for _ in ids {
    guard f.isCompleted else { return }
  }
  use(f.result)  // expect: premature-result
}

func breaksBeforeComplete(f: ValueFuture<User>) async {
  while !f.isCompleted {
    if random() { break }
    await pause()
  }
  use(f.result)  // expect: premature-result
}

func closureThatChecksAnother() {
  let f = store.load(1)
  let g = store.load(2)
  let isDone = { g.isCompleted }
  if isDone() { use(f.result) }  // expect: premature-result
  use(g.asTask())
}

func functionThatChecksAnother() {
  let f = store.load(1)
  let g = store.load(2)
  if hasEnded(g) { use(f.result) }  // expect: premature-result
  use(g.asTask())
}

func functionSaysNo() {
  let f = store.load(1)
  if !hasEnded(f) { use(f.result) }  // expect: premature-result
}

func unknownClosureWithoutACheck() {
  let f = store.load(1)
  onCallback { use(f.result) }  // expect: premature-result
}

func theOtherOfSeveralChecks() async throws {
  let f = store.load(1)
  let state = (f.isCompleted, random())
  switch state {
  case (false, _): use(f.result)  // expect: premature-result
  default: _ = try await f.value
  }
}
