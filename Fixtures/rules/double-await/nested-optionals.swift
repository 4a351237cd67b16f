// Optional chains, `try?`, and conditions that bind.

// MARK: good

func chainToATask() async throws {
  let maybe = store.find(1)
  let task = maybe?.asTask()
  _ = try await task?.value  // ok: a task
  _ = try await task?.value  // ok: a task
}

func bindsAndChecks() async throws {
  if let f = store.find(1), !f.isCompleted {
    _ = try await f.value  // ok: the only one
  }
}

func guardBindsAndChecks() async throws {
  let maybe = store.find(1)
  guard let f = maybe, f.isCompleted else {
    _ = try await maybe?.value
    return
  }
  use(f.result)  // ok: the guard's other side has left
}

func elseConsumesTheOther() async throws {
  let maybe = store.find(1)
  let fallback = store.load(2)
  if let f = maybe {
    use(fallback.asTask())
    _ = try await f.value  // ok: f
  } else {
    _ = try await fallback.value  // ok: the fallback
  }
}

func coalescedMakers() async throws {
  let f = store.find(1) ?? store.load(2)
  _ = try await f.value  // ok: the only one
}

func optionalTryInACondition() async {
  let f = store.load(1)
  if let user = try? await f.value {  // ok: the only one
    use(user)
  }
}

func doubleOptional() async throws {
  let maybe = try? store.open(1)
  guard let f = maybe else { return }
  _ = try await f.value  // ok: the only one
}

func nilComparison() async throws {
  let maybe = store.find(1)
  if maybe == nil { return }
  _ = try await maybe?.value  // ok: the only one
}

func mapToValue() async throws {
  let maybe = store.find(1)
  guard let task = maybe.map({ $0.asTask() }) else { return }
  _ = try await task.value  // ok: a task
}

// MARK: bad

func optionalTryThenRetry() async throws -> User {
  let f = store.load(1)
  if let user = try? await f.value {
    return user
  }
  return try await f.value  // expect: double-await
}

func optionalTryThenCoalesce() async throws -> User {
  let f = store.load(1)
  let user = try? await f.value
  guard let user else { return try await f.value }  // expect: double-await
  return user
}

func bindingThenOriginal() async throws {
  let maybe = store.find(1)
  if let maybe {
    _ = try await maybe.value
  }
  _ = try await maybe?.value  // expect: double-await
}

func guardSideThenAfter() async throws {
  let maybe = store.find(1)
  guard let f = maybe else { return }
  _ = f.asTask()
  _ = try await f.value  // expect: double-await
}

func chainTwice() async throws {
  let maybe = store.find(1)
  _ = try await maybe?.value.id
  _ = try await maybe?.value.id  // expect: double-await
}

func forcedThenChained() async throws {
  let maybe = store.find(1)
  _ = try await maybe!.value
  _ = try await maybe?.value  // expect: double-await
}

func conditionThatConsumesByTry() async throws {
  let f = store.load(1)
  if (try? await f.value) != nil {
    _ = try await f.value  // expect: double-await
  }
}

func fallbackUsedTwice() async throws {
  let fallback = store.load(2)
  let f = store.find(1) ?? fallback
  _ = try await f.value
  use(fallback.asTask())  // expect: double-await
}
