// Every loop of the language, with futures made inside and outside of it.

// MARK: good

func madeInsideFor() async throws {
  for id in 0..<3 {
    let f = store.load(id)
    _ = try await f.value  // ok: one per turn
  }
}

func remadeAtTheEnd() async throws {
  var f = store.load(0)
  for id in 1..<3 {
    _ = try await f.value  // ok: remade below before the next turn
    f = store.load(id)
  }
  _ = try await f.value  // ok: the last one made
}

func remadeAtTheStart() async throws {
  var f = store.load(0)
  _ = try await f.value
  for id in 1..<3 {
    f = store.load(id)
    _ = try await f.value  // ok: remade above
  }
}

func breaksAfterConsuming() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    _ = try await f.value  // ok: the loop ends here
    break
  }
}

func returnsFromTheLoop() async throws -> User {
  let f = store.load(1)
  while true {
    if random() {
      return try await f.value  // ok: the loop ends here
    }
  }
}

func throwsFromTheLoop() async throws {
  let f = store.load(1)
  while random() {
    _ = try await f.value  // ok: the loop ends here
    throw StoreError.closed
  }
}

func consumedAfterTheLoop() async throws {
  let f = store.load(1)
  while !f.isCompleted {
    await pause()
  }
  _ = try await f.value  // ok: the only one
}

func continuesBeforeConsuming(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids {
    if id < 0 { continue }
    _ = try await f.value  // ok: always followed by the break
    break
  }
}

func repeatRunsOnce() async throws {
  let f = store.load(1)
  repeat {
    _ = try await f.value  // ok: runs once
  } while false
}

func whileLetMakesEach() async throws {
  var id = 3
  while let f = store.find(id) {
    _ = try await f.value  // ok: bound anew each turn
    id -= 1
  }
}

func elementsOfASequence(ids: [Int]) async throws {
  for f in store.loadAll(ids) {
    _ = try await f.value  // ok: another element each turn
  }
}

func forAwaitMakesInside(numbers: AsyncStream<Int>) async throws {
  for await n in numbers {
    let f = store.load(n)
    _ = try await f.value  // ok: one per turn
  }
}

func loopThatBreaksThenAfter() async throws {
  let f = store.load(1)
  var done = false
  while !done {
    done = random()
  }
  _ = try await f.value  // ok: the only one
}

func consumedInTheIterable() async throws {
  let f = store.count()
  for id in 0..<(try await f.value) {  // ok: evaluated once
    use(id)
  }
}

func stridesOnce() async throws {
  let f = store.load(1)
  for _ in stride(from: 0, to: 2, by: 2) { print(try await f.value) }  // ok: one round
}

func stridesOnceThrough() async throws {
  let f = store.load(1)
  for _ in stride(from: 4, through: 3, by: -2) { print(try await f.value) }  // ok: one round
}

func stridesNever() async throws {
  let f = store.load(1)
  for _ in stride(from: 3, to: 3, by: 1) { print(try await f.value) }
  print(try await f.value)  // ok: the only one
}

func stridesAndRemakes() async throws {
  var f = store.load(0)
  print(try await f.value)
  for id in stride(from: 1, through: 5, by: 2) { f = store.load(id) }
  print(try await f.value)  // ok: it was remade in each round
}

// MARK: bad

func strides() async throws {
  let f = store.load(1)
  for _ in stride(from: 0, to: 3, by: 2) { print(try await f.value) }  // expect: double-await
}

func stridesThrough() async throws {
  let f = store.load(1)
  for _ in stride(from: 2, through: 0, by: -2) { print(try await f.value) }  // expect: double-await
}

func stridesOnceThenAgain() async throws {
  let f = store.load(1)
  for _ in stride(from: 0, to: 1, by: 5) { print(try await f.value) }
  print(try await f.value)  // expect: double-await
}

func consumedInFor() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    _ = try await f.value  // expect: double-await
  }
}

func consumedInForOverUnknown(ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids {
    use(id)
    _ = try await f.value  // expect: double-await
  }
}

func consumedInWhile() async throws {
  let f = store.load(1)
  while random() {
    _ = try await f.value  // expect: double-await
  }
}

func consumedInWhileCondition() async throws {
  let f = store.load(1)
  while try await f.value.id > 0 {  // expect: double-await
    use(0)
  }
}

func consumedInRepeat() async throws {
  let f = store.load(1)
  repeat {
    _ = try await f.value  // expect: double-await
  } while random()
}

func consumedInRepeatCondition() async throws {
  let f = store.load(1)
  repeat {
    use(0)
  } while try await f.value.id > 0  // expect: double-await
}

func consumedInForAwait(numbers: AsyncStream<Int>) async throws {
  let f = store.load(1)
  for await n in numbers {
    use(n)
    _ = try await f.value  // expect: double-await
  }
}

func loopThenAfter(ids: [Int]) async throws {
  let f = store.load(1)
  for _ in ids {
    _ = try await f.value
    break
  }
  _ = try await f.value  // expect: double-await
}

func beforeThenLoop(ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await f.value
  for _ in ids {
    _ = try await f.value  // expect: double-await
    break
  }
}

func breaksOnSomeTurns() async throws {
  let f = store.load(1)
  while random() {
    _ = try await f.value  // expect: double-await
    if random() { break }
  }
}

func continuesPastTheBreak() async throws {
  let f = store.load(1)
  for n in 0..<3 {
    _ = try await f.value  // expect: double-await
    if n == 0 { continue }
    break
  }
}

func consumedInNestedLoop() async throws {
  let f = store.load(1)
  for _ in 0..<2 {
    for _ in 0..<2 {
      _ = try await f.value  // expect: double-await
      break
    }
  }
}

func madeInTheOuterLoop() async throws {
  for id in 0..<2 {
    let f = store.load(id)
    for _ in 0..<2 {
      _ = try await f.value  // expect: double-await
    }
  }
}

func remadeOnSomeTurns() async throws {
  var f = store.load(0)
  for id in 1..<3 {
    _ = try await f.value  // expect: double-await
    if random() {
      f = store.load(id)
    }
  }
}

func consumedInWhereClause(ids: [Int]) async throws {
  let f = store.count()
  while let id = ids.randomElement(), try await f.value > id {  // expect: double-await
    use(id)
  }
}

func loopThatCertainlyRuns() async throws {
  let f = store.load(1)
  while true {
    _ = try await f.value
    break
  }
  _ = try await f.value  // expect: double-await
}

func repeatThenAfter() async throws {
  let f = store.load(1)
  repeat {
    _ = try await f.value
  } while false
  _ = try await f.value  // expect: double-await
}

func literalRangeThenAfter() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    _ = try await f.value
    break
  }
  _ = try await f.value  // expect: double-await
}

func bodyConsumedOnTheSecondTurn() async throws {
  let f = store.load(1)
  var ready = false
  for _ in 0..<5 {
    if ready {
      _ = try await f.value  // expect: double-await
    }
    ready = true
  }
}

func leftByAnotherAnswer(_ cell: Cell) async throws {
  let f = store.load(1)
  var count = 0
  use(f.asTask())
  while cell.isCompleted { count += 1 }
  guard count > 0 else { return }
  use(try await f.value)  // expect: double-await
}
