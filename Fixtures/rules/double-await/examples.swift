// MARK: bad - awaited twice

func awaitedTwice(id: Int) async throws {
  let f = store.load(id)
  let first = try await f.value
  let second = try await f.value  // expect: double-await
  //                     ^~~~~~~ double-await
  use((first, second))
}

// MARK: bad - a retry loop awaits what was made outside it

func retryLoop(id: Int) async throws -> User {
  let f = store.load(id)
  for _ in 0..<3 {
    do {
      return try await f.value  // expect: double-await
    } catch {
      continue
    }
  }
  throw StoreError.missing
}

// MARK: bad - a copy is another name of the same future

func awaitedThroughACopy(id: Int) async throws {
  let f = store.load(id)
  let g = f
  _ = try await f.value
  _ = try await g.value  // expect: double-await
}

// MARK: bad - used after its conversion

func usedAfterConversion(id: Int) async throws {
  let f = store.load(id)
  let task = f.asTask()
  _ = try await f.value  // expect: double-await
  _ = try await task.value
}

// MARK: bad - the closure may run more than once

func retriedClosure(id: Int) async throws -> User {
  let f = store.load(id)
  return try await retry(3) { try await f.value }  // expect: double-await
}

// MARK: good - awaited once, the result kept

func awaitedOnce(id: Int) async throws -> (User, User) {
  let f = store.load(id)
  let user = try await f.value  // ok: the only consumption
  return (user, user)
}

// MARK: good - a task may be awaited again

func convertedOnce(id: Int) async throws {
  let task = store.load(id).asTask()
  _ = try await task.value  // ok: a task is durable
  _ = try await task.value  // ok: a task is durable
}

// MARK: good - one consumption in each branch

func oneInEachBranch(id: Int, wanted: Bool) async throws -> User? {
  let f = store.load(id)
  if wanted {
    return try await f.value  // ok: this branch leaves
  } else {
    _ = f.asTask()  // ok: the other branch
    return nil
  }
}

// MARK: good - made anew for each attempt

func remadeForEachAttempt(id: Int) async throws -> User {
  for _ in 0..<3 {
    let f = store.load(id)
    do {
      return try await f.value  // ok: each turn of the loop has its own future
    } catch {
      continue
    }
  }
  throw StoreError.missing
}
