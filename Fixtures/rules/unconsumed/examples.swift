// MARK: bad - the result of the call is dropped

func dropped(id: Int) {
  store.save(id)  // expect: unconsumed
//^~~~~~~~~~~~~~ unconsumed
}

// MARK: bad - thrown away on purpose, as it seems

func thrownAway(id: Int) {
  _ = store.save(id)  // expect: unconsumed
}

// MARK: bad - bound, and never used

func neverUsed(id: Int) {
  let f = store.save(id)  // expect: unconsumed
}

// MARK: bad - only asked, never taken

func onlyAsked(id: Int) {
  let f = store.save(id)  // expect: unconsumed
  if f.isCompleted { print("saved") }
}

// MARK: bad - overwritten before anybody consumed it

func overwritten() async throws {
  var f = store.save(1)  // expect: unconsumed
  f = store.save(2)
  try await f.value
}

// MARK: good - consumed

func consumed(id: Int) async throws {
  try await store.save(id).value  // ok: consumed
}

// MARK: good - handed to the caller

func handedToTheCaller(id: Int) -> ValueFuture<Void> {
  store.save(id)  // ok: returned
}

// MARK: good - somebody decided that nobody waits for it

func detachedOnPurpose(id: Int) {
  _ = store.save(id).asTask()  // ok: converted
}

// MARK: good - consumed on one path at least

func skippedOnOnePath(id: Int, wanted: Bool) async throws {
  let f = store.save(id)  // ok: one path consumes it
  if wanted {
    try await f.value
  }
}
