// Shapes of real code, mixed.

actor Courier {
  func take(_ f: ValueFuture<User>) async throws -> User { try await f.value }
  func look(_ f: ValueFuture<User>) -> Bool { f.isCompleted }
}

func identityMixed<T>(_ value: T) -> T { value }
func applied<T>(_ body: () throws -> T) rethrows -> T { try body() }
func appliedAsync<T>(_ body: () async throws -> T) async rethrows -> T { try await body() }
func appliedTwice(_ body: () -> Void) {
  body()
  body()
}
func either<T>(_ a: Bool, _ first: () throws -> T, or second: () throws -> T) rethrows -> T { a ? try first() : try second() }

// MARK: good

func chainedCallee(courier: Courier?) async throws {
  let f = store.load(1)
  _ = try await courier?.take(f)
  if courier == nil { print(try await f.value) }  // ok: nobody has taken it
}

func chainedCalleeElse(courier: Courier?) async throws -> User {
  let f = store.load(1)
  if let user = try await courier?.take(f) { return user }
  guard courier == nil else { return User() }
  return try await f.value  // ok: nobody has taken it
}

func foundInAnAsyncLoop(numbers: AsyncStream<Int>) async throws {
  let f = store.load(1)
  for await number in numbers where number == 3 {
    print(try await f.value)  // ok: it returns
    return
  }
}

func pollsForEver() async throws -> User {
  let f = store.load(1)
  while true {
    if f.isCompleted { return try await f.value }  // ok: it returns
    await pause()
  }
}

func condition(users: [User]) async throws {
  let f = store.load(1)
  if users.isEmpty, try await f.value.id == 0 { return }
  if !users.isEmpty { print(try await f.value) }  // ok: only asked for where there are none
}

func switchOverTheResult() async throws {
  let f = store.load(1)
  switch await f.asTask().result {
  case .success(let user): print(user)
  case .failure(let error): throw error
  }
}

func throughIdentity() async throws {
  let f = store.load(1)
  let g = identityMixed(f)
  print(try await g.value)  // ok: the only one
}

func throughRethrows() throws {
  let f = store.load(1)
  let task = applied { f.asTask() }
  use(task)
}

func remadeBehindRepeat() async throws {
  var f = store.load(1)
  repeat {
    print(try await f.value)  // ok: another one in each round
    f = store.load(2)
  } while random()
  use(f.asTask())
}

func implicitlyUnwrapped() async throws {
  var f: ValueFuture<User>!
  f = store.load(1)
  print(try await f.value)
}

func wrappedAndUnwrapped() async throws {
  let f = Optional(store.load(1))
  if case let g? = f { print(try await g.value) }
}

func lookedAtInAllWays() async throws {
  let f = store.load(1)
  print(f, type(of: f), String(describing: f))
  debugPrint(f)
  dump(f)
  withExtendedLifetime(f) {}
  print(try await f.value)  // ok: nothing has used it up
}

func oneOfTwoClosuresRuns(a: Bool) throws {
  let f = store.load(1)
  either(a, { use(f.asTask()) }, or: { use(f.preserve()) })  // ok: one of them
}

func bothInOneTupleMixed() async throws {
  let (f, g) = (store.load(1), store.load(2))
  let users = try await (f.value, g.value)
  print(users)
}

func remadeWhereItFails() async throws -> User {
  var f = store.load(1)
  var rest = 3
  while true {
    do { return try await f.value } catch {
      rest -= 1
      if rest == 0 { throw error }
      f = store.load(2)
    }
  }
}

func flagInALoop(ids: [Int]) async throws {
  let f = store.load(1)
  var isTaken = false
  for id in ids {
    if !isTaken, id > 3 {
      isTaken = true
      print(try await f.value)  // ok: once
    }
  }
}

func optionalThatIsCleared(ids: [Int]) async throws {
  var f: ValueFuture<User>? = store.load(1)
  for id in ids {
    if let taken = f {
      f = nil
      print(id, try await taken.value)  // ok: once
    }
  }
}

func taken(ids: [Int]) async throws {
  var f: ValueFuture<User>? = store.load(1)
  for id in ids {
    if let taken = f.take() { print(id, try await taken.value) }  // ok: once
  }
}

func caughtByKind() async throws -> User {
  let f = store.load(1)
  do {
    try store.reset()
    return try await f.value
  } catch StoreError.closed {
    throw StoreError.missing
  }
}

func exclusiveCatches() async throws {
  let f = store.load(1)
  do {
    try risk()
    print("fine")
  } catch StoreError.closed {
    print(try await f.value)
  } catch StoreError.missing {
    print(try await f.value)
  } catch {
    use(f.asTask())
  }
}

func nestedSwitches(a: Int, b: Int) async throws {
  let f = store.load(1)
  switch a {
  case 0:
    switch b {
    case 0: print(try await f.value)
    case 1: return
    default: use(f.asTask())
    }
  case 1: print(try await f.value)
  default: break
  }
}

func selfIsGone() {
  final class Owner: @unchecked Sendable {
    func start() {
      let f = store.load(1)
      Task { [weak self] in
        guard let self else {
          use(f.asTask())
          return
        }
        try await self.finish(f)
      }
    }
    func finish(_ f: ValueFuture<User>) async throws { print(try await f.value) }
  }
}

func lastOfManyConditions(a: Bool, b: Bool, c: Bool) async throws {
  let f = store.load(1)
  if a && b { print(try await f.value) }
  if a && !b { print(try await f.value) }
  if !a && c { print(try await f.value) }
  if !a && !c { print(try await f.value) }
}

func threeWays(n: Int) async throws {
  let f = store.load(1)
  if n < 0 {
    print(try await f.value)
  } else if n == 0 {
    print(try await f.value)
  } else {
    print(try await f.value)
  }
}

func enumeratedStates(users: [User]) async throws {
  let f = store.load(1)
  let state = users.isEmpty
  switch state {
  case true: print(try await f.value)
  case false: break
  }
  if !users.isEmpty { print(try await f.value) }  // ok: the other case
}

// MARK: bad

func chainedCalleeThenAwait(courier: Courier?) async throws {
  let f = store.load(1)
  _ = try await courier?.take(f)
  if courier != nil { print(try await f.value) }  // expect: double-await
}

func whereClause(numbers: [Int]) async throws {
  let f = store.load(1)
  for number in numbers {
    if try await f.value.id == number { break }  // expect: double-await
  }
}

func bothSidesOfAnd() async throws {
  let f = store.load(1)
  let first = try await f.value
  if first.id == 0, try await f.value.id == 1 { return }  // expect: double-await
}

func throughIdentityTwice() async throws {
  let f = store.load(1)
  let g = identityMixed(f)
  print(try await g.value)
  print(try await f.value)  // expect: double-await
}

func throughRethrowsThenAwait() async throws {
  let f = store.load(1)
  let user = try await appliedAsync { try await f.value }
  print(user, try await f.value)  // expect: double-await
}

func runTwiceByAHelper() {
  let f = store.load(1)
  appliedTwice { use(f.asTask()) }  // expect: double-await
}

func switchThenAwait() async throws {
  let f = store.load(1)
  switch await f.asTask().result {
  case .success(let user): print(user)
  case .failure: print(try await f.value)  // expect: double-await
  }
}

func remadeTooLate() async throws {
  var f = store.load(1)
  repeat {
    print(try await f.value)  // expect: double-await
    if random() { f = store.load(2) }
  } while random()
}

func implicitlyUnwrappedTwice() async throws {
  var f: ValueFuture<User>!
  f = store.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func wrappedTwice() async throws {
  let f = Optional(store.load(1))
  if case let g? = f { print(try await g.value) }
  if case .some(let g) = f { print(try await g.value) }  // expect: double-await
}

func flagSetTooLateMixed(ids: [Int]) async throws {
  let f = store.load(1)
  var isTaken = false
  for id in ids {
    if !isTaken {
      print(try await f.value)  // expect: double-await
      if id > 3 { isTaken = true }
    }
  }
}

func caughtThenAgain() async throws -> User {
  let f = store.load(1)
  do {
    return try await f.value
  } catch StoreError.closed {
    return try await f.value  // expect: double-await
  }
}

func sharedWithATask() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  if random() { task.cancel() }
  print(try await f.value)  // expect: concurrent-await
}

func forgottenInOneCase(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0: print(try await f.value)
  case 1: print("none")
  default: return
  }
  if n != 1 { print(try await f.value) }  // expect: double-await
}

func conditionsThatOverlap(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a || b { print(try await f.value) }
  if a { print(try await f.value) }  // expect: double-await
}

func lookedAtThenTwice(courier: Courier) async throws {
  let f = store.load(1)
  print(await courier.look(f))
  print(try await courier.take(f))
  print(try await courier.take(f))  // expect: double-await
}

func awaitedInAnArgument() async throws {
  let f = store.load(1)
  print(try await f.value, try await f.value)  // expect: double-await
}

func awaitedInAString() async throws {
  let f = store.load(1)
  print("\(try await f.value) and \(try await f.value)")  // expect: double-await
}
