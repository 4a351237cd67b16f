// Ways to drop a future, and to hand it on.

func dropBare() {
  store.save(1)  // expect: unconsumed
}

func dropUnderscore() {
  _ = store.save(1)  // expect: unconsumed
}

func dropLet() {
  let _ = store.load(1)  // expect: unconsumed
}

func dropChain(s: Store?) {
  _ = s?.save(1)  // expect: unconsumed
}

func dropTry() throws {
  _ = try store.open(1)  // expect: unconsumed
}

func dropTernary(a: Bool) {
  _ = a ? store.load(1) : nil  // expect: unconsumed
}

func dropTask() {
  _ = store.save(1).asTask()
}

func dropPreserve() {
  store.load(1).preserve()
}

func dropDead() {
  let f = store.load(1)  // expect: unconsumed
  print("nothing")
}

func dropQueried() {
  let f = store.load(1)  // expect: unconsumed
  print(f.isCompleted)
}

func dropOverwritten() async throws {
  var f = store.load(1)  // expect: unconsumed
  f = store.load(2)
  print(try await f.value)
}

func dropOverwrittenInBranch(a: Bool) async throws {
  var f = store.load(1)
  if a { f = store.load(2) }
  print(try await f.value)
}

func dropOnOnePath(a: Bool) async throws {
  let f = store.load(1)
  if a { print(try await f.value) }
}

func dropPassedOn() {
  let f = store.load(1)
  takeOver(f)
}

func dropInClosure() {
  let run: () -> Void = { store.save(1) }  // expect: unconsumed
  run()
}

func dropReturned() -> ValueFuture<User> { store.load(1) }
func dropLoop(ids: [Int]) {
  for id in ids { store.save(id) }  // expect: unconsumed
}

func dropInDefer() {
  defer { _ = store.save(1) }  // expect: unconsumed
  print("work")
}

func dropTupleElement() async throws {
  let (f, _) = store.pair(1)  // expect: unconsumed
  print(try await f.value)
}

func dropSelfMethod(f: ValueFuture<User>) { f.cancel() }
func dropBorrowed() {
  let f = store.load(1)
  print(f)
}

func dropParameter(f: ValueFuture<User>) {}

func takesWhenTold(_ f: ValueFuture<User>, _ now: Bool) { if now { use(f.asTask()) } }

func dropPassedToWhoIsToldNotTo(a: Bool) {
  let f = a ? store.load(1) : store.load(2)
  takesWhenTold(f, a)  // ok: passed to a call, whatever it does
}

func dropPassedToWhoLeavesIt() {
  let f = store.load(1)
  takesWhenTold(f, false)  // ok: passed to a call
}
