// Ways to keep the contract with a variable: convert lazily, take and clear, remember what was done.

// MARK: good

func convertsLazily(ids: [Int]) async throws {
  let f = store.load(1)
  var task: Task<User, any Error>?
  for id in ids {
    if task == nil { task = f.asTask() }  // ok: only while there is no task
    use((id, try await task?.value))
  }
}

func convertsLazilyByCoalescing(ids: [Int]) async throws {
  let f = store.load(1)
  var task: Task<User, any Error>?
  for id in ids {
    if let task {
      use((id, try await task.value))
    } else {
      task = f.asTask()  // ok: only while there is no task
    }
  }
}

func takesAndClears() async throws {
  var pending: ValueFuture<User>? = store.load(1)
  for _ in 0..<3 {
    if let f = pending {
      pending = nil
      _ = try await f.value  // ok: cleared before
    }
  }
}

func takesAndClearsInWhile() async throws {
  var pending: ValueFuture<User>? = store.load(1)
  while let f = pending {
    pending = random() ? store.load(2) : nil
    _ = try await f.value  // ok: replaced before
  }
}

func clearsAfterwards() async throws {
  var pending = store.find(1)
  if pending != nil {
    _ = try await pending?.value
    pending = nil
  }
  _ = try await pending?.value  // ok: nil, or never consumed
}

func swapsInTheNext(ids: [Int]) async throws {
  var current = store.load(0)
  for id in ids {
    let next = store.load(id)
    _ = try await current.value  // ok: the one of the turn before
    current = next
  }
  _ = try await current.value  // ok: the last one
}

func keepsTheResult() async throws {
  let f = store.load(1)
  var user: User?
  for _ in 0..<3 {
    if user == nil {
      user = try await f.value  // ok: only while there is no result
    }
  }
}

func enumAsAState() async throws {
  enum State { case fresh, used }
  let f = store.load(1)
  var state = State.fresh
  for _ in 0..<3 {
    if state == .fresh {
      state = .used
      _ = try await f.value  // ok: the state is used from then on
    }
  }
}

func switchedState() async throws {
  enum State { case fresh, used }
  let f = store.load(1)
  var state = State.fresh
  for _ in 0..<3 {
    switch state {
    case .fresh:
      state = .used
      _ = try await f.value  // ok: the state is used from then on
    case .used: break
    }
  }
}

// MARK: bad

func convertsEachTime(ids: [Int]) async throws {
  let f = store.load(1)
  var task: Task<User, any Error>?
  for id in ids {
    if task == nil || id == 0 { task = f.asTask() }  // expect: double-await
    use(try await task?.value)
  }
}

func takesWithoutClearing() async throws {
  let pending: ValueFuture<User>? = store.load(1)
  for _ in 0..<3 {
    if let f = pending {
      _ = try await f.value  // expect: double-await
    }
  }
}

func clearsTheWrongOne() async throws {
  let pending: ValueFuture<User>? = store.load(1)
  var copy = pending
  _ = try await pending?.value
  copy = nil
  use(copy == nil)
  _ = try await pending?.value  // expect: double-await
}

func forgetsToReplace(ids: [Int]) async throws {
  var current = store.load(0)
  for id in ids {
    let next = store.load(id)
    _ = try await current.value  // expect: double-await
    if id > 0 {
      current = next
    } else {
      use(next.asTask())
    }
  }
}

func resetsTheState(ids: [Int]) async throws {
  enum State { case fresh, used }
  let f = store.load(1)
  var state = State.fresh
  for id in ids {
    if state == .fresh {
      state = .used
      _ = try await f.value  // expect: double-await
    }
    if id == 0 { state = .fresh }
  }
}
