// Promises: the second result is lost without a sound.

// MARK: good

func promiseOnEachPath(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  if ready {
    promise.succeed(1)
  } else {
    promise.fail(StoreError.closed)  // ok: another branch
  }
  return promise.futureResult
}

func promiseInDoAndCatch() -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  do {
    try risk()
    promise.succeed()
  } catch {
    promise.fail(error)  // ok: succeed() throws nothing
  }
  return promise.futureResult
}

func promiseForEachRound(_ ids: [Int]) -> [EventLoopFuture<Int>] {
  var futures: [EventLoopFuture<Int>] = []
  for id in ids {
    let promise = eventLoop.makePromise(of: Int.self)
    promise.succeed(id)  // ok: each round has its own
    futures.append(promise.futureResult)
  }
  return futures
}

func promiseLookedAtTwice() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  promise.futureResult.whenSuccess { print($0) }
  promise.futureResult.whenFailure { print($0) }  // ok: the future may be asked often
  promise.succeed(1)
  return promise.futureResult
}

func promiseFailedByATimeout() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  eventLoop.scheduleTask(in: 10) { promise.fail(StoreError.closed) }  // ok: the usual timeout: the first result wins
  api.send(promise)
  return promise.futureResult
}

// MARK: bad

func promiseTwice() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  promise.succeed(1)
  promise.succeed(2)  // expect: double-resume
  return promise.futureResult
}

func promiseFailedAndSucceeded(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  if !ready {
    promise.fail(StoreError.closed)
  }
  promise.succeed(1)  // expect: double-resume
  return promise.futureResult
}

func promiseCompletedWithAFuture(_ other: EventLoopFuture<Int>) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  promise.completeWith(other)
  promise.fail(StoreError.closed)  // expect: double-resume
  return promise.futureResult
}

func promiseCompletedByATask(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  if ready {
    promise.completeWithTask { 1 }
  }
  promise.succeed(0)  // expect: double-resume
  return promise.futureResult
}

func promiseInEveryRound(_ ids: [Int]) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  for id in ids where id > 0 {
    promise.succeed(id)  // expect: double-resume
  }
  api.send(promise)
  return promise.futureResult
}
