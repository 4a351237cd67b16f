// Completions in loops: a loop may run zero times, or be left early.

// MARK: good

func afterTheLoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids where id > 0 {
      c.resume(returning: id)
      return
    }
    c.resume(returning: 0)  // ok: when none was found
  }
}

func emptyIsChecked(_ ids: [Int]) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  guard let first = ids.first else {
    promise.fail(StoreError.missing)
    return promise.futureResult
  }
  promise.succeed(first)  // ok: both ways
  return promise.futureResult
}

func endlessLoop() async -> Int {
  await withCheckedContinuation { c in
    while true {
      if random() {
        c.resume(returning: 1)  // ok: the loop has no other way out
        return
      }
    }
  }
}

func runsAtLeastOnce() async -> Int {
  await withCheckedContinuation { c in
    repeat {
      if random() {
        c.resume(returning: 1)
        return
      }
    } while random()
    c.resume(returning: 0)  // ok: after the loop
  }
}

// MARK: bad

func onlyInTheLoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids {  // expect: missing-resume
      c.resume(returning: id)
      return
    }
  }
}

func onlyWhenFound(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids where id > 0 {  // expect: missing-resume
      c.resume(returning: id)
      break
    }
  }
}

func whileThatMayNotRun(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    while count > 0 {  // expect: missing-resume
      c.resume(returning: count)
      return
    }
  }
}

func breaksBeforeTheCompletion(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    while true {
      if ids.isEmpty { break }  // expect: missing-resume
      c.resume(returning: ids[0])
      return
    }
  }
}

func continuesPastAPromise(_ ids: [Int]) -> [EventLoopFuture<Int>] {
  var futures: [EventLoopFuture<Int>] = []
  for id in ids {
    let promise = eventLoop.makePromise(of: Int.self)
    if id == 0 { continue }  // expect: missing-resume
    promise.succeed(id)
    futures.append(promise.futureResult)
  }
  return futures
}

func forgetsInALoopThatNeverEnds() async -> Never {
  while true {
    let promise = eventLoop.makePromise(of: Int.self)
    if random() { continue }  // expect: missing-resume
    promise.succeed(1)
  }
}

func keepsTheLastOfALoopThatNeverEnds() async -> Never {
  var last: EventLoopPromise<Int>?
  while true {
    last?.succeed(1)
    last = eventLoop.makePromise(of: Int.self)  // ok: the next round sees to it
    await pause()
  }
}

// MARK: literals

func eachOfALiteral() async -> Int {
  await withCheckedContinuation { c in
    [1, 2].forEach { c.resume(returning: $0) }  // expect: double-resume
  }
}

func theOnlyOneOfALiteral() async -> Int {
  await withCheckedContinuation { c in
    [1].forEach { c.resume(returning: $0) }
  }
}

func noneOfALiteral() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    let all: [Int] = []
    all.forEach { c.resume(returning: $0) }
  }
}
