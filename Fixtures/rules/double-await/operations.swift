// Every pair of consume, convert and read: each uses the future up.

// MARK: good

func cancelThenConsume() async throws {
  let f = store.load(1)
  f.cancel()
  _ = try await f.value  // ok: cancelling takes no result
}

func checkThenReadOnce() {
  let f = store.load(1)
  guard f.isCompleted else { return }
  use(f.result)  // ok: once
}

func preservedManyTimes() async throws {
  let f = store.load(1)
  let kept = f.preserve()
  use((try await kept.value, kept.asTask(), try await kept.get()))  // ok: preserved
}

func methodReferences() async throws {
  let f = store.load(1)
  let get = f.get
  _ = try await get()  // ok: the only one
}

// MARK: bad

func readThenConverted() {
  let f = store.load(1)
  guard f.isCompleted else { return }
  use(f.result)
  use(f.asTask())  // expect: double-await
}

func readThenPreserved() {
  let f = store.load(1)
  guard f.isCompleted else { return }
  use(f.result)
  use(f.preserve())  // expect: double-await
}

func convertedThenRead() {
  let f = store.load(1)
  use(f.asTask())
  guard f.isCompleted else { return }
  use(f.result)  // expect: double-await
}

func convertedThenWaited() {
  let f = store.load(1)
  use(f.asTask())
  f.wait()  // expect: double-await
}

func preservedThenConverted() {
  let f = store.load(1)
  use(f.preserve())
  use(f.asTask())  // expect: double-await
}

func waitedThenAwaited() async throws {
  let f = store.load(1)
  precondition(f.isCompleted)
  use(f.wait())
  _ = try await f.value  // expect: double-await
}

func waitedTwice() {
  let f = store.load(1)
  precondition(f.isCompleted)
  use(f.wait())
  use(f.wait())  // expect: double-await
}

func awaitedResultThenValue() async throws {
  let f = store.load(1)
  use(await f.result)
  _ = try await f.value  // expect: double-await
}

func getThenCall() async throws {
  let f = store.load(1)
  _ = try await f.get()
  _ = try await f()  // expect: double-await
}

func convertedInAChain() async throws {
  let f = store.load(1)
  _ = try await f.asTask().value
  _ = try await f.asTask().value  // expect: double-await
}

func resultMembersInAChain() async throws {
  let f = store.load(1)
  _ = try await f.value.id
  _ = try await f.value.id  // expect: double-await
}

func backquoted() async throws {
  let `default` = store.load(1)
  _ = try await `default`.value
  _ = try await `default`.`value`  // expect: double-await
}

func unicodeName() async throws {
  let größe = store.load(1)
  _ = try await größe.value
  _ = try await größe.value  // expect: double-await
  //            ^~~~~~~~~~~~~ double-await
}
