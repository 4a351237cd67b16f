// One consumption after the other, without any branch.

// MARK: good

func consumedOnceByValue() async throws {
  let f = store.load(1)
  _ = try await f.value  // ok: once
}

func neverNamed() async throws {
  _ = try await store.load(1).value  // ok: each call makes its own
  _ = try await store.load(1).value  // ok: each call makes its own
}

func queriedAnyNumberOfTimes() async throws {
  let f = store.load(1)
  use(f.isCompleted)
  use(f.isCompletedSuccessfully)
  use(f.isFaulted)
  use(f.isCancelled)
  _ = try await f.value  // ok: queries use nothing up
}

func queriedAfterwards() async throws {
  let f = store.load(1)
  _ = try await f.value
  use(f.isCompleted)  // ok: a query after the consumption is no consumption
}

func cancelledAfterwards() async throws {
  let f = store.load(1)
  _ = try await f.value
  f.cancel()  // ok: cancelling takes no result
}

func twoFuturesOfOneStore() async throws {
  let f = store.load(1)
  let g = store.load(1)
  _ = try await f.value  // ok: f
  _ = try await g.value  // ok: g
}

func eachPropertyReadMakesOne() async throws {
  _ = try await store.newest.value  // ok: a computed property makes a new one
  _ = try await store.newest.value  // ok: a computed property makes a new one
}

func eachSubscriptMakesOne() async throws {
  _ = try await store[1].value  // ok: the subscript makes a new one
  _ = try await store[1].value  // ok: the subscript makes a new one
}

func borrowedByThePrinter() async throws {
  let f = store.load(1)
  print(f)
  use(type(of: f))
  assert(!f.isCancelled)
  _ = try await f.value  // ok: print, type(of:) and assertions only look
}

// MARK: bad

func valueTwice() async throws {
  let f = store.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func getTwice() async throws {
  let f = store.load(1)
  _ = try await f.get()
  _ = try await f.get()  // expect: double-await
  //            ^~~~~~~ double-await
}

func calledTwice() async throws {
  let f = store.load(1)
  _ = try await f()
  _ = try await f()  // expect: double-await
}

func mixedForms() async throws {
  let f = store.load(1)
  _ = try await f.value
  _ = try await f.get()  // expect: double-await
}

func callThenValue() async throws {
  let f = store.load(1)
  _ = try await f()
  _ = try await f.value  // expect: double-await
}

func awaitedResultTwice() async throws {
  let f = store.load(1)
  use(await f.result)
  use(await f.result)  // expect: double-await
}

func thrice() async throws {
  let f = store.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
  _ = try await f.value  // expect: double-await
}

func convertedThenAwaited() async throws {
  let f = store.load(1)
  let task = f.asTask()
  use(task)
  _ = try await f.value  // expect: double-await
}

func awaitedThenConverted() async throws {
  let f = store.load(1)
  _ = try await f.value
  use(f.asTask())  // expect: double-await
}

func convertedTwice() {
  let f = store.load(1)
  use(f.asTask())
  use(f.preserve())  // expect: double-await
}

func preservedThenAwaited() async throws {
  let f = store.load(1)
  let kept = f.preserve()
  use(try await kept.value)
  _ = try await f.value  // expect: double-await
}

func readAfterAwait() async throws {
  let f = store.load(1)
  _ = try await f.value
  use(f.result)  // expect: double-await
}

func waitedAfterAwait() async throws {
  let f = store.load(1)
  _ = try await f.value
  use(f.wait())  // expect: double-await
}

func bothOnOneLine() async throws {
  let f = store.load(1)
  use((try await f.value, try await f.value))  // expect: double-await
  //                                ^~~~~~~ double-await
}

func madeFromAValue() async throws {
  let f = ValueFuture(7)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func madeFromATask(task: Task<Int, any Error>) async throws {
  let f = ValueFuture(task)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func madeFromASource() async throws {
  let f = ValueFuture(source: PooledSource<Int>(), token: 1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func madeWithoutAValue() async throws {
  let f = ValueFuture()
  try await f.value
  try await f.value  // expect: double-await
}

func withoutAValueFromAStore() async throws {
  let f = store.save(1)
  try await f.value
  try await f.value  // expect: double-await
}

func declaredFirst() async throws {
  let f: ValueFuture<User>
  f = store.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func parenthesised() async throws {
  let f = (store.load(1))
  _ = try await (f).value
  _ = try await (f.value)  // expect: double-await
}

func dropsTheResult() async throws {
  let f = store.load(1)
  let _ = try await f.value
  let _ = try await f.value  // expect: double-await
}

func overSeveralLines() async throws {
  let f = store.load(1)
  _ = try await f.value
  _ =
    try await f  // expect: double-await
    .value
}
