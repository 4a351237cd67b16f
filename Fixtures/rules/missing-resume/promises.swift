// Promises that are made here: complete them, or hand them over.

struct PendingRequest {
  let id: Int
  let promise: EventLoopPromise<Int>
}

// MARK: good

func handedOverUnderItsLabel(_ context: ChannelHandlerContext, _ data: NIOAny) -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  context.write(data, promise: promise)  // ok: handed over
  return promise.futureResult
}

func cascaded(_ other: EventLoopFuture<Int>) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  other.cascade(to: promise)  // ok: handed over
  return promise.futureResult
}

func completedWithAResult(_ result: Result<Int, any Error>) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  promise.completeWith(result)  // ok: completed
  return promise.futureResult
}

func returned() -> EventLoopPromise<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  return promise  // ok: the caller has it
}

func returnedInATuple() -> (EventLoopPromise<Int>, Int) {
  let promise = eventLoop.makePromise(of: Int.self)
  return (promise, 1)  // ok: the caller has it
}

func storedInAnArray(_ waiting: inout [EventLoopPromise<Int>]) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  waiting.append(promise)  // ok: kept for later
  return promise.futureResult
}

func storedInAValue(_ pending: inout [PendingRequest]) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  pending.append(PendingRequest(id: 1, promise: promise))  // ok: kept for later
  return promise.futureResult
}

func completedInACallback() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  api.fetch { promise.completeWith($0) }  // ok: the callback has it
  return promise.futureResult
}

func completedOnTheLoop() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  eventLoop.execute { promise.succeed(1) }  // ok: later, on the loop
  return promise.futureResult
}

func eitherWay(_ future: EventLoopFuture<Int>, _ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  future.whenSuccess { promise.succeed($0) }
  future.whenFailure { promise.fail($0) }  // ok: one of the two runs
  return promise.futureResult
}

func mappedEitherWay(_ future: EventLoopFuture<Int>, _ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  future.map { promise.succeed($0) }.whenFailure { promise.fail($0) }  // ok
  return promise.futureResult
}

func cascadesFailures(_ start: () -> EventLoopFuture<Int>, _ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  let answer = start()
  answer.whenSuccess { promise.succeed($0) }
  answer.cascadeFailure(to: promise)  // ok: its failure goes on
  return promise.futureResult
}

func successesOnly(_ future: EventLoopFuture<Int>, to promise: EventLoopPromise<Int>?) {
  guard let promise else { return }
  future.whenSuccess { promise.succeed($0) }  // ok: whoever gave it may see to failures
}

// MARK: bad

func onSuccessOnly(_ future: EventLoopFuture<Int>, _ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  future.whenSuccess { promise.succeed($0) }  // expect: missing-resume
  return promise.futureResult
}

func onSuccessOfACall(_ start: () -> EventLoopFuture<Int>, _ loop: any EventLoop) -> EventLoopFuture<Int> {
  let promise = loop.makePromise(of: Int.self)
  start().whenSuccess { promise.succeed($0) }  // expect: missing-resume
  return promise.futureResult
}

func onlyItsFuture() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)  // expect: missing-resume
  return promise.futureResult
}

func onlyItsFutureIsAsked() {
  let promise = eventLoop.makePromise(of: Int.self)  // expect: missing-resume
  promise.futureResult.whenSuccess { print($0) }
}

func returnsAnotherFuture(_ override: EventLoopFuture<Int>?) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  if let override {
    return override  // expect: missing-resume
  }
  promise.succeed(1)
  return promise.futureResult
}

func callbackForgetsThePromise() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  api.load { value, _ in
    guard let value else { return }  // expect: missing-resume
    promise.succeed(value)
  }
  return promise.futureResult
}

func failsOnlyInTheCatch() throws -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  do {
    try risk()
  } catch {
    promise.fail(error)
    throw error
  }
  return promise.futureResult  // expect: missing-resume
}

func overwritten() -> EventLoopFuture<Int> {
  var promise = eventLoop.makePromise(of: Int.self)  // expect: missing-resume
  promise = eventLoop.makePromise(of: Int.self)
  promise.succeed(1)
  return promise.futureResult
}

final class OtherLatch {
  private var waiting: Int?
  private let loop: any EventLoop
  init(loop: any EventLoop) { self.loop = loop }

  func asksForSomethingElse() -> EventLoopFuture<Int> {
    let promise = loop.makePromise(of: Int.self)
    guard let taken = waiting.take() else {
      promise.succeed(0)
      return promise.futureResult
    }
    print(taken)
    return promise.futureResult  // expect: missing-resume
  }
}
