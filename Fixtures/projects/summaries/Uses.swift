// Summaries of another file: borrowing, consuming, not returning, running a closure.

func finishInUses(_ f: ValueFuture<Int>) async throws { try await finish(f) }

func loggedThenAwaited() async throws {
  let f = store.count()
  log(f)
  _ = try await f.value  // ok: log only asks
}

func finishedThenAwaited() async throws {
  let f = store.count()
  try await finish(f)
  _ = try await f.value  // expect: double-await
}

func finishedAcrossBothFiles() async throws {
  let f = store.count()
  try await finishThroughAnother(f)
  _ = try await f.value  // expect: double-await
}

func endedThenAwaited(a: Bool) async throws {
  let f = store.count()
  if a {
    _ = try await f.value
    end()
  }
  _ = try await f.value  // ok: end never returns
}

func runTwice() {
  let f = store.count()
  twice { use(f.asTask()) }  // expect: double-await
}

func runOnce() {
  let f = store.count()
  once { use(f.asTask()) }  // ok: runs once
}

func lookedAtThenTaken(sink: Sink) async throws {
  let f = store.count()
  sink.look(at: f)
  sink.take(f)
  _ = try await f.value  // expect: double-await
}

func memberOfAnotherFile() async throws {
  let f = store.count().logged()
  try await f.drained()
  _ = try await f.value  // expect: double-await
}
