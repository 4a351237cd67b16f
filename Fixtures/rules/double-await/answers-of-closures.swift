// What a closure or local function that runs now gives back says what it did.

private enum Next {
  case done(User)
  case wait
}

func fastPathUnderALock(_ box: NIOLockedValueBox<[Int]>) async throws -> User {
  let f = store.load(1)
  let now: User? = try box.withLockedValue { _ in
    if f.isCompleted { return try f.result.get() }
    return nil
  }
  guard let now else { return try await f.value }  // ok: nothing was given, so nothing was read
  return now
}

func localFunction() async throws -> User {
  let f = store.load(1)
  func tryNow() throws -> User? { f.isCompleted ? try f.result.get() : nil }
  if let user = try tryNow() { return user }
  return try await f.value  // ok
}

func unknownTypeOfWhatIsGiven(_ box: NIOLockedValueBox<[Int]>) async throws {
  let f = store.load(1)
  let now = try box.withLockedValue { _ in
    if f.isCompleted { return describe(try f.result.get()) }
    return nil
  }
  if now == nil { _ = try await f.value }  // ok
}
private func describe(_ user: User) -> String? { "\(user)" }

func caseSaysIt(_ box: NIOLockedValueBox<[Int]>) async throws -> User {
  let f = store.load(1)
  let next: Next = try box.withLockedValue { _ in
    if f.isCompleted { return .done(try f.result.get()) }
    return .wait
  }
  switch next {
  case .done(let user): return user
  case .wait: return try await f.value  // ok
  }
}

func caseOfALocalFunction() async throws -> User {
  let f = store.load(1)
  func step() throws -> Next { f.isCompleted ? .done(try f.result.get()) : .wait }
  let next = try step()
  if case .done(let user) = next { return user }
  return try await f.value  // ok
}

// MARK: bad

func onTheWayThatRead(_ box: NIOLockedValueBox<[Int]>) async throws -> User? {
  let f = store.load(1)
  let now: User? = try box.withLockedValue { _ in
    if f.isCompleted { return try f.result.get() }
    return nil
  }
  guard now != nil else { return nil }
  return try await f.value  // expect: double-await
}

func inTheOtherCase(_ box: NIOLockedValueBox<[Int]>) async throws -> User? {
  let f = store.load(1)
  let next: Next = try box.withLockedValue { _ in
    if f.isCompleted { return .done(try f.result.get()) }
    return .wait
  }
  switch next {
  case .done: return try await f.value  // expect: double-await
  case .wait: return nil
  }
}

func whateverItGives() async throws -> User {
  let f = store.load(1)
  func now() async throws -> User? {
    let user = try await f.value
    return user.id == 0 ? nil : user
  }
  if let user = try await now() { return user }
  return try await f.value  // expect: double-await
}
