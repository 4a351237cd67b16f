import Dispatch

// Closures that run several times at once, and closures of which one runs only.

// MARK: good

func eachRoundMakesItsOwn() {
  DispatchQueue.concurrentPerform(iterations: 4) { number in
    let f = store.load(number)
    use(f.asTask())  // ok: a future for each round
  }
}

func onlyAskedAtOnce(f: ValueFuture<User>) {
  DispatchQueue.concurrentPerform(iterations: 4) { _ in use(f.isCompleted) }
  use(f.asTask())  // ok: the rounds only ask
}

func successOrFailure(loop: EventLoopFuture<Int>) {
  let f = store.load(1)
  loop.whenSuccess { _ in use(f.asTask()) }
  loop.whenFailure { _ in use(f.asTask()) }  // ok: one of the two
}

func timerThatFiresOnce() {
  let f = store.load(1)
  let timer = Timer(timeInterval: 1, repeats: false) { _ in use(f.asTask()) }  // ok: it fires once
  use(timer)
}

func firstRoundTakesIt() {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 4) { number in
    if number == 0 { use(f.asTask()) }  // ok: one round has this number
  }
}

// MARK: bad

func severalRoundsAtOnce() {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 4) { _ in
    use(f.asTask())  // expect: concurrent-await
  }
}

func twoUsesInEachRound() {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 4) { _ in
    use(f.asTask())
    use(f.asTask())  // expect: concurrent-await
  }
}

func afterAllRounds() async throws {
  let f = store.load(1)
  DispatchQueue.concurrentPerform(iterations: 4) { _ in
    use(f.asTask())  // expect: concurrent-await
  }
  _ = try await f.value  // expect: double-await
}

func successAndCompletion(loop: EventLoopFuture<Int>) {
  let f = store.load(1)
  loop.whenSuccess { _ in use(f.asTask()) }
  loop.whenComplete { _ in use(f.asTask()) }  // expect: concurrent-await
}

func outcomesOfTwo(first: EventLoopFuture<Int>, second: EventLoopFuture<Int>) {
  let f = store.load(1)
  first.whenSuccess { _ in use(f.asTask()) }
  second.whenFailure { _ in use(f.asTask()) }  // expect: concurrent-await
}

func timerThatRepeats() {
  let f = store.load(1)
  let timer = Timer(timeInterval: 1, repeats: true) { _ in
    use(f.asTask())  // expect: double-await
  }
  use(timer)
}
