// All cases of an enumeration together leave nothing over, however they are asked.

enum Reply { case value(Int), failed(String), closed }
enum Direction { case left, right }

// MARK: good

func twoOfAResult(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if case .success(let value) = result { c.resume(returning: value) }
    if case .failure(let error) = result { c.resume(throwing: error) }  // ok: there is no third
  }
}

func guardAndIf(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    guard case .success(let value) = result else {
      if case .failure(let error) = result { c.resume(throwing: error) }  // ok: it failed then
      return
    }
    c.resume(returning: value)
  }
}

func allOfAChain(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply {
      c.resume(returning: value)
    } else if case .failed(let reason) = reply {
      c.resume(returning: reason.count)
    } else if case .closed = reply {
      c.resume(returning: 0)  // ok: the last that is left
    }
  }
}

func oneAfterTheOther(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply { c.resume(returning: value) }
    if case .failed(let reason) = reply { c.resume(returning: reason.count) }
    if case .closed = reply { c.resume(returning: 0) }  // ok: all three
  }
}

func compared(_ direction: Direction) async -> Int {
  await withCheckedContinuation { c in
    if direction == .left { c.resume(returning: 1) }
    if direction == .right { c.resume(returning: 0) }  // ok: both
  }
}

enum Order {
  case succeed(EventLoopPromise<Int>, Int)
  case fail(EventLoopPromise<Int>, any Error)
  case wait(CheckedContinuation<Int, Never>)
  case nothing
}

func carryOut(_ order: Order) {
  switch order {
  case .succeed(let promise, let number):
    if number > 0 { promise.succeed(number) } else { promise.fail(StoreError.closed) }  // ok: one of the two
  case .fail(let promise, let error): promise.fail(error)
  case .wait(let c): later { c.resume(returning: 1) }
  case .nothing: break
  }
}

enum Step { case next(CheckedContinuation<Int, Never>?, Task<Void, Never>?), end }

func take(_ step: Step) {
  switch step {
  case .next(let c, let task):
    if let task {
      task.cancel()
      c?.resume(returning: 0)  // ok: there is one if there is a task
    }
  case .end: break
  }
}

func counts(_ orders: [Order], _ order: Order) -> Int {
  if case .fail(_, let error) = order, error is StoreError { return orders.count }  // ok: it only looks
  return 0
}

func handOn(_ order: Order, isOpen: Bool) {
  if case .succeed(let promise, let number) = order, isOpen { promise.succeed(number) }
  carryOut(order)  // ok: whoever has it completes it
}

private func later(_ body: @escaping @Sendable () -> Void) { Task { body() } }

// MARK: bad

func oneIsLeftOver(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply { c.resume(returning: value) }
    if case .failed(let reason) = reply { c.resume(returning: reason.count) }  // expect: missing-resume
  }
}

func anotherValueEachTime(_ replies: [Reply]) async -> Int {
  await withCheckedContinuation { c in
    var reply = replies[0]
    if case .value(let value) = reply { return c.resume(returning: value) }
    reply = replies[1]
    if case .failed(let reason) = reply { return c.resume(returning: reason.count) }
    reply = replies[2]
    if case .closed = reply { c.resume(returning: 0) }  // expect: missing-resume
  }
}

func carryOutSome(_ order: Order) {
  switch order {
  case .succeed(let promise, let number):
    guard number > 0 else { return }  // expect: missing-resume
    promise.succeed(number)
  case .fail(let promise, let error):
    if error is StoreError { promise.fail(error) }  // expect: missing-resume
  case .wait(let c):
    if Bool.random() { c.resume(returning: 1) }  // expect: missing-resume
  case .nothing: break
  }
}
