// Calls whose result nobody takes.

// MARK: good

func awaited() async throws {
  try await store.save(1).value  // ok: consumed
}

func preservedOnPurpose() {
  _ = store.save(1).preserve()  // ok: somebody decided
}

func convertedWithoutAName() {
  store.save(1).asTask()  // ok: somebody decided
}

func returned() -> ValueFuture<Void> {
  return store.save(1)  // ok: returned
}

func returnedByTernary(a: Bool) -> ValueFuture<Void> {
  a ? store.save(1) : store.save(2)  // ok: returned
}

func returnedByIf(a: Bool) -> ValueFuture<Void> {
  if a {
    store.save(1)  // ok: the value of the if
  } else {
    store.save(2)  // ok: the value of the if
  }
}

func returnedBySwitch(n: Int) -> ValueFuture<Void> {
  switch n {
  case 0: store.save(1)  // ok: the value of the switch
  default: store.save(2)  // ok: the value of the switch
  }
}

var returnedByAGetter: ValueFuture<Void> {
  store.save(1)  // ok: the value of the property
}

func passedOn() {
  use(store.save(1))  // ok: passed to a call
}

func passedToAnInitialiser() {
  use(ValueFuture(store.save(1).asTask()))  // ok: passed to a call
}

func returnedByAClosure(ids: [Int]) -> [ValueFuture<Void>] {
  ids.map { store.save($0) }  // ok: the value of the closure
}

func returnedByAClosureOfSeveralStatements(ids: [Int]) -> [ValueFuture<Void>] {
  ids.map { id in
    print(id)
    return store.save(id)  // ok: returned
  }
}

func lastInAnUnknownClosure() {
  onCallback { store.save(1) }  // ok: nobody knows whether this closure returns something
}

func makerAsAValue(ids: [Int]) -> [ValueFuture<Void>] {
  ids.map(store.save)  // ok: not a call
}

func notAFutureAtAll() {
  _ = store.user(1)  // ok: a result, not a future
  _ = makeCell()  // ok: not a future
}

func consumedByChain() async throws {
  _ = try await store.load(1).value.id  // ok: consumed
}

// MARK: bad

func droppedCall() {
  store.save(1)  // expect: unconsumed
}

func assignedToNothing() {
  _ = store.save(1)  // expect: unconsumed
  //  ^~~~~~~~~~~~~ unconsumed
}

func boundToNothing() {
  let _ = store.save(1)  // expect: unconsumed
}

func droppedAfterTry() throws {
  _ = try store.open(1)  // expect: unconsumed
}

func droppedAfterTryOptional() {
  _ = try? store.open(1)  // expect: unconsumed
}

func droppedAfterTryForced() {
  _ = try! store.open(1)  // expect: unconsumed
}

func droppedAfterTryAndAwait() async throws {
  _ = try await store.connect(1)  // expect: unconsumed
}

func droppedByOptionalChain(maybe: Store?) {
  maybe?.save(1)  // expect: unconsumed
}

func assignedToNothingByOptionalChain(maybe: Store?) {
  _ = maybe?.save(1)  // expect: unconsumed
}

func droppedOptional() {
  _ = store.find(1)  // expect: unconsumed
}

func droppedByTernary(a: Bool) {
  _ = a ? store.save(1) : nil  // expect: unconsumed
}

func droppedOnBothSides(a: Bool) {
  _ =
    a
    ? store.save(1)  // expect: unconsumed
    : store.save(2)  // expect: unconsumed
}

func droppedInABranch(a: Bool) {
  if a {
    store.save(1)  // expect: unconsumed
  }
}

func droppedInALoop(ids: [Int]) {
  for id in ids {
    store.save(id)  // expect: unconsumed
  }
}

func droppedInDefer() {
  defer { store.save(1) }  // expect: unconsumed
  use(0)
}

func droppedInAClosure(ids: [Int]) {
  ids.forEach { store.save($0) }  // expect: unconsumed
}

func droppedInAClosureOfSeveralStatements(ids: [Int]) {
  ids.forEach { id in
    print(id)
    store.save(id)  // expect: unconsumed
  }
}

func droppedInAnUnknownClosure() {
  onCallback {
    store.save(1)  // expect: unconsumed
    print("saved")
  }
}

func droppedInAClosureThatReturnsSomethingElse(ids: [Int]) -> [Int] {
  ids.map { id in
    store.save(id)  // expect: unconsumed
    return id
  }
}

func droppedInitialiser() {
  _ = ValueFuture(1)  // expect: unconsumed
}

func droppedStaticCall() {
  _ = Store.shared(1)  // expect: unconsumed
}

func droppedProperty() {
  _ = store.newest  // expect: unconsumed
}

func droppedSubscript() {
  _ = store[1]  // expect: unconsumed
}

func droppedBeforeReturn() -> Int {
  store.save(1)  // expect: unconsumed
  return 0
}

func droppedInSwitch(n: Int) {
  switch n {
  case 0: store.save(1)  // expect: unconsumed
  default: break
  }
}

func droppedQuery() {
  _ = store.save(1).isCompleted  // expect: unconsumed
}

func droppedAtTheEndOfAFunction() {
  use(0)
  store.save(1)  // expect: unconsumed
}

func oneOfATuple() async throws {
  let (first, second) = store.pair(1)  // expect: unconsumed
  print(try await first.value, second.isCompleted)
}

func bothOfATuple() async throws {
  let (first, second) = store.pair(1)  // ok: both are taken
  print(try await first.value, try await second.value)
}

func inATaskWantedToGiveNothing() async {
  let saving: Task<Void, Never> = Task {
    store.save(1)  // expect: unconsumed
  }
  await saving.value
  let loading: Task<ValueFuture<User>, Never> = Task { store.load(1) }  // ok: the task gives it
  print(loading)
}

func taskThatGivesNothing() -> Task<Void, Never> {
  Task {
    store.save(1)  // expect: unconsumed
  }
}

func taskThatGivesIt() -> Task<ValueFuture<User>, Never> {
  Task { store.load(1) }  // ok
}

func inATaskOfNothing() {
  Task<Void, Never> { store.save(1) }  // expect: unconsumed
  Task<ValueFuture<User>, Never> { store.load(1) }  // ok: the task gives it
}
