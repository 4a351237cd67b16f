// MARK: bad - read without asking whether it is complete

func readAtOnce(id: Int) {
  let f = store.load(id)
  let r = f.result  // expect: premature-result
  //      ^~~~~~~~ premature-result
  use(r)
}

// MARK: bad - read on the wrong side of the check

func readWhenIncomplete(id: Int) {
  let f = store.load(id)
  if !f.isCompleted {
    use(f.result)  // expect: premature-result
  }
}

// MARK: good - the fast path

func fastPath(id: Int) async throws {
  let f = store.load(id)
  if f.isCompleted {
    use(f.result)  // ok: complete on this path
  } else {
    use(try await f.asTask().value)
  }
}

// MARK: good - a guard awaits what is not complete

func guarded(id: Int) async throws -> User {
  let f = store.load(id)
  guard f.isCompletedSuccessfully else { return try await f.value }
  return try f.result.get()  // ok: complete after the guard
}

// MARK: good - the check has a name

func namedCheck(id: Int) async throws {
  let f = store.load(id)
  let done = f.isCompleted
  if done {
    use(f.result)  // ok: done says so
  } else {
    use(try await f.value)
  }
}

// MARK: good - asserted

func asserted(id: Int) {
  let f = store.load(id)
  precondition(f.isCompleted)
  use(f.result)  // ok: the precondition holds
}

// MARK: good - waited for in a loop

func polled(id: Int) async {
  let f = store.load(id)
  while !f.isCompleted { await Task.yield() }
  use(f.result)  // ok: the loop ends when it is complete
}
