// A capture list takes what it names when the closure is made, once; a captured variable is read when the closure runs.

// MARK: good

func takenBeforeTheChange() async throws {
  var f = store.load(1)
  let run = { [f] in use(f.asTask()) }
  f = store.load(2)
  run()
  print(try await f.value)  // ok: the closure has the first
}

func takenUnderAnotherName() async throws {
  var f = store.load(1)
  let run = { [g = f] in use(g.asTask()) }
  f = store.load(2)
  print(try await f.value)  // ok: the closure has the first
  run()
}

func convertedOnceForAllRuns() {
  let f = store.load(1)
  let run = { [task = f.asTask()] in use(task) }
  run()
  run()  // ok: converted where the closure is made
}

func convertedForEach(ids: [Int]) {
  let f = store.load(1)
  ids.forEach { [task = f.asTask()] id in use((task, id)) }  // ok: converted once
}

func readWhenItRuns() async throws {
  var f = store.load(1)
  use(f.asTask())
  let run = { use(f.asTask()) }
  f = store.load(2)
  run()  // ok: the second
}

// MARK: bad

func takenTwice() async throws {
  let f = store.load(1)
  let run = { [g = f] in use(g.asTask()) }
  run()
  print(try await f.value)  // expect: double-await
}

func takenAfterUse() async throws {
  var f = store.load(1)
  use(f.asTask())
  let run = { [f] in use(f.asTask()) }  // expect: double-await
  f = store.load(2)
  run()
  print(try await f.value)  // ok: the second
}

func convertedThenAwaitedCaptured() async throws {
  let f = store.load(1)
  let run = { [task = f.asTask()] in use(task) }
  run()
  print(try await f.value)  // expect: double-await
}
