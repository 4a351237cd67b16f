// Calls of functions that use a future up on some paths only: an argument or the result tells on which.

func takes(_ f: ValueFuture<User>, _ now: Bool) { if now { use(f.asTask()) } }
func takesUnless(_ f: ValueFuture<User>, skip: Bool) async throws {
  guard !skip else { return }
  print(try await f.value)
}
func takesWith(_ f: ValueFuture<User>, _ name: String?) { if let name { print(name, f.asTask()) } }
func takesAbove(_ f: ValueFuture<User>, _ limit: Int) { if limit > 3 { use(f.asTask()) } }
func takesPerhaps(_ f: ValueFuture<User>) { if random() { use(f.asTask()) } }
func takesIfWanted(_ f: ValueFuture<User>, _ wanted: Bool) { if wanted, f.isCompleted { use(f.result) } }
func takesThrough(_ f: ValueFuture<User>, _ now: Bool) { takes(f, now) }
func takesOnce(_ f: ValueFuture<User>, _ now: Bool, _ rounds: Int) {
  if rounds > 0 { takesOnce(f, now, rounds - 1) } else { takes(f, now) }
}

func triesToTake(_ f: ValueFuture<User>) -> Bool {
  guard f.isCompleted else { return false }
  use(f.result)
  return true
}
func userIfDone(_ f: ValueFuture<User>) throws -> User? {
  if f.isCompleted { return try f.result.get() }
  return nil
}
func isLeft(_ f: ValueFuture<User>) -> Bool {
  if f.isCompleted {
    use(f.result)
    return false
  }
  return true
}

func userOrNothing(_ f: ValueFuture<User>) -> User? {
  guard f.isCompleted else { return nil }
  return try? f.result.get()
}

extension ValueFuture {
  func takeIfDone() -> Bool {
    if isCompleted {
      use(result)
      return true
    }
    return false
  }
  func taken(_ now: Bool) { if now { use(asTask()) } }
}

// MARK: good

func decidedOppositely(a: Bool) {
  let f = store.load(1)
  takes(f, a)
  takes(f, !a)  // ok: one of the two
}

func decidedByALiteral() async throws {
  let f = store.load(1)
  takes(f, false)
  print(try await f.value)  // ok: the callee leaves it
}

func decidedThenTheOtherWay(a: Bool) async throws {
  let f = store.load(1)
  takes(f, a)
  if !a { print(try await f.value) }  // ok: the callee has left it
}

func decidedByAName(n: Int) async throws {
  let f = store.load(1)
  let isLarge = n > 7
  takesThrough(f, isLarge)
  guard isLarge else {
    print(try await f.value)  // ok: small
    return
  }
}

func decidedByAComparison(n: Int) async throws {
  let f = store.load(1)
  takes(f, n == 3)
  if n != 3 { print(try await f.value) }  // ok: another number
}

func skippedThenTaken(skip: Bool) async throws {
  let f = store.load(1)
  try await takesUnless(f, skip: skip)
  if skip { print(try await f.value) }  // ok: it was skipped
}

func decidedByNil() async throws {
  let f = store.load(1)
  takesWith(f, nil)
  print(try await f.value)  // ok: without a name it is left
}

func decidedByAnOptional(name: String?) async throws {
  let f = store.load(1)
  takesWith(f, name)
  if name == nil { print(try await f.value) }  // ok: without a name it is left
}

func decidedInARecursion(a: Bool) async throws {
  let f = store.load(1)
  takesOnce(f, a, 3)
  if !a { print(try await f.value) }  // ok: nobody took it
}

func wantedOneAfterTheOther(a: Bool) {
  let f = store.load(1)
  takesIfWanted(f, a)
  takesIfWanted(f, !a)  // ok: only one of the two may
}

func chosenByNumbers(n: Int) {
  let f = store.load(1)
  takesAbove(f, n)
  takesAbove(f, 10 - n)  // ok: the numbers may choose one
}

func chosenInALoop(limits: [Int]) {
  let f = store.load(1)
  for limit in limits { takesAbove(f, limit) }  // ok: one of the numbers may be large
}

func resultSaysWhether() async throws {
  let f = store.load(1)
  if !triesToTake(f) { print(try await f.value) }  // ok: it was left
}

func resultHasAName() async throws {
  let f = store.load(1)
  let isTaken = triesToTake(f)
  if isTaken { return }
  print(try await f.value)  // ok: it was left
}

func resultIsGuarded() async throws {
  let f = store.load(1)
  guard triesToTake(f) else {
    print(try await f.value)  // ok: it was left
    return
  }
}

func resultIsAUser() async throws -> User {
  let f = store.load(1)
  if let user = try userIfDone(f) { return user }
  return try await f.value  // ok: nil says that it was left
}

func resultIsCoalesced() async throws -> User {
  let f = store.load(1)
  if let user = try userIfDone(f) ?? makeUser() { return user }
  return User()
}

func resultSaysThatItIsLeft() async throws {
  let f = store.load(1)
  if isLeft(f) { print(try await f.value) }  // ok: it was left
}

func methodSaysWhether() async throws {
  let f = store.load(1)
  guard !f.takeIfDone() else { return }
  print(try await f.value)  // ok: it was left
}

func methodIsTold(a: Bool) async throws {
  let f = store.load(1)
  f.taken(a)
  if !a { print(try await f.value) }  // ok: it was left
}

// MARK: bad

func decidedTheSameTwice(a: Bool) {
  let f = store.load(1)
  takes(f, a)
  takes(f, a)  // expect: double-await
}

func decidedByALiteralTwice() async throws {
  let f = store.load(1)
  takes(f, true)
  print(try await f.value)  // expect: double-await
}

func decidedThenTheSameWay(a: Bool) async throws {
  let f = store.load(1)
  takes(f, a)
  if a { print(try await f.value) }  // expect: double-await
}

func decidedThenEitherWay(a: Bool) async throws {
  let f = store.load(1)
  takes(f, a)
  print(try await f.value)  // expect: double-await
}

func notSkippedThenTaken(skip: Bool) async throws {
  let f = store.load(1)
  try await takesUnless(f, skip: skip)
  if !skip { print(try await f.value) }  // expect: double-await
}

func decidedByPresence(name: String?) async throws {
  let f = store.load(1)
  takesWith(f, name)
  if name != nil { print(try await f.value) }  // expect: double-await
}

func decidedByAString() async throws {
  let f = store.load(1)
  takesWith(f, "name")
  print(try await f.value)  // expect: double-await
}

func changedInBetween(a: Bool) async throws {
  var a = a
  let f = store.load(1)
  takes(f, a)
  a.toggle()
  if !a { print(try await f.value) }  // expect: double-await
}

func nothingThatDecides() {
  let f = store.load(1)
  takesPerhaps(f)
  takesPerhaps(f)  // expect: double-await
}

func nothingThatDecidesInALoop() {
  let f = store.load(1)
  for _ in 0..<3 { takesPerhaps(f) }  // expect: double-await
}

func sameNumberTwice() {
  let f = store.load(1)
  takesAbove(f, 9)
  takesAbove(f, 9)  // expect: double-await
}

func numberThenAwait(n: Int) async throws {
  let f = store.load(1)
  takesAbove(f, n)
  print(try await f.value)  // expect: double-await
}

func resultSaysTaken() async throws {
  let f = store.load(1)
  if triesToTake(f) { print(try await f.value) }  // expect: double-await
}

func resultIsIgnored() async throws {
  let f = store.load(1)
  _ = triesToTake(f)
  print(try await f.value)  // expect: double-await
}

func resultIsMisread() async throws {
  let f = store.load(1)
  if isLeft(f) { return }
  print(try await f.value)  // expect: double-await
}

func userThenAwait() async throws {
  let f = store.load(1)
  if let user = try userIfDone(f) { print(user, try await f.value) }  // expect: double-await
}

func methodSaysTaken() async throws {
  let f = store.load(1)
  if f.takeIfDone() { print(try await f.value) }  // expect: double-await
}

func nothingForTwoReasons() async throws -> User {
  let f = store.load(1)
  if let user = userOrNothing(f) { return user }
  return try await f.value  // expect: double-await
}

enum Outcome { case taken, left }

func takenOrLeft(_ f: ValueFuture<User>, _ isOpen: () -> Bool) -> Outcome {
  guard isOpen() else { return .left }
  use(f.asTask())
  return .taken
}

func toldByACase() async throws {
  let f = store.load(1)
  switch takenOrLeft(f, { random() }) {
  case .taken: break
  case .left: use(try await f.value)  // ok: the case tells that it was left
  }
}

// MARK: only what is completed

private func readIfDone(_ f: ValueFuture<User>) {
  if f.isCompleted { use(f.result) }
}

func awaitedWhereNotDone() async throws {
  let f = store.load(1)
  readIfDone(f)
  if !f.isCompleted { use(try await f.value) }  // ok: what is not completed was not read
}

func awaitedWhereDone() async throws {
  let f = store.load(1)
  readIfDone(f)
  if f.isCompleted { use(try await f.value) }  // expect: double-await
}
