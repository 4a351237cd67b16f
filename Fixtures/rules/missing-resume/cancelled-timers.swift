// Timers that would complete a promise, and are cancelled.

// MARK: good

func failsBesideTheTimer(_ loop: any EventLoop) async throws -> Int {
  let promise = loop.makePromise(of: Int.self)
  let timeout = loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  do {
    let value = try await sent()
    timeout.cancel()
    promise.succeed(value)  // ok: the timer does not do it any more
    return value
  } catch {
    timeout.cancel()
    promise.fail(error)
    throw error  // ok
  }
}

func leavesItToTheTimer(_ loop: any EventLoop) async throws -> Int {
  let promise = loop.makePromise(of: Int.self)
  loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  let value = try await sent()  // ok: the timer runs on
  return value
}

func cancelsWhenDone(_ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  let timeout = loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  promise.futureResult.whenComplete { _ in timeout.cancel() }  // ok: by then it is done
  return promise.futureResult
}

func cancelsAndCompletes(_ loop: any EventLoop, _ answer: EventLoopFuture<Int>) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  let timeout = loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  answer.whenComplete { result in
    timeout.cancel()
    promise.completeWith(result)  // ok: not the timer any more
  }
  return promise.futureResult
}

// MARK: bad

func failsNobody(_ loop: any EventLoop) async throws -> Int {
  let promise = loop.makePromise(of: Int.self)
  let timeout = loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  do {
    let value = try await sent()
    timeout.cancel()
    promise.succeed(value)
    return value
  } catch {
    timeout.cancel()
    throw error  // expect: missing-resume
  }
}

private func sent() async throws -> Int { 1 }
