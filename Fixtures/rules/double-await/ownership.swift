// `consume`, `copy`, `inout`, `borrowing` and `consuming`: ownership does not make a second use legal or illegal by itself.

func borrow(_ f: borrowing ValueFuture<User>) { print(f.isCompleted) }
func consumeIt(_ f: consuming ValueFuture<User>) { use(f.asTask()) }

extension ValueFuture {
  consuming func finishing() { use(asTask()) }
  borrowing func peeking() { print(isCompleted) }
}

// MARK: good

func movedOnce() async throws {
  let f = store.load(1)
  let g = consume f
  _ = try await g.value  // ok: the only one
}

func borrowedByKeyword() async throws {
  let f = store.load(1)
  borrow(f)
  _ = try await f.value  // ok: borrowed only
}

func borrowedByMember() async throws {
  let f = store.load(1)
  f.peeking()
  _ = try await f.value  // ok: borrowed only
}

func consumedByKeyword() {
  let f = store.load(1)
  consumeIt(consume f)  // ok: the only one
}

func inoutIsRemade(f: inout ValueFuture<User>) async throws {
  _ = try await f.value
  f = store.load(2)  // ok: the caller gets a fresh one
}

// MARK: bad

func copiedByKeyword() async throws {
  let f = store.load(1)
  let g = copy f
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func movedThenTwice() async throws {
  let f = store.load(1)
  let g = consume f
  _ = try await g.value
  _ = try await g.value  // expect: double-await
}

func consumedByKeywordThenAwaited() async throws {
  let f = store.load(1)
  consumeIt(f)
  _ = try await f.value  // expect: double-await
}

func consumingMemberThenAwaited() async throws {
  let f = store.load(1)
  f.finishing()
  _ = try await f.value  // expect: double-await
}

// MARK: emptied by the callee

private func drain(_ f: inout ValueFuture<User>?) {
  f?.asTask()
  f = nil
}
private func drainTaken(_ f: inout ValueFuture<User>?) {
  guard let taken = f.take() else { return }
  taken.asTask()
}
private func drainSometimes(_ f: inout ValueFuture<User>?) {
  f?.asTask()
  if random() { f = nil }
}

private func drainedTwice() {
  var f: ValueFuture<User>? = store.load(1)
  drain(&f)
  drain(&f)  // ok: there is nothing in it any more
  for _ in 0..<3 { drainTaken(&f) }
  use(f?.asTask() as Any)
}

private func drainedOnOnePath() {
  var f: ValueFuture<User>? = store.load(1)
  if random() { drain(&f) }
  if let f { use(f.asTask()) }
}

private func copiedBeforeItWasDrained() {
  var f: ValueFuture<User>? = store.load(1)
  let copy = f
  drain(&f)
  use(copy?.asTask() as Any)  // expect: double-await
}

private func drainedSometimes() {
  var f: ValueFuture<User>? = store.load(1)
  drainSometimes(&f)
  use(f?.asTask() as Any)  // expect: double-await
}

private func replace(_ f: inout ValueFuture<User>) { f = store.load(9) }

private func replacedInATuple() {
  var pair = (store.load(1), store.load(2))
  use(pair.0.asTask())
  replace(&pair.0)
  use(pair.0.asTask())  // ok: another one
  use(pair.1.asTask())
  use(pair.1.asTask())  // expect: double-await
}
