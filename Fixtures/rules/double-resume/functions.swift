// Completions in functions that are given the continuation or promise.

private func complete(_ c: CheckedContinuation<Int, any Error>, with result: Result<Int, any Error>) {
  c.resume(with: result)
}

private func completeFailure(_ c: CheckedContinuation<Int, any Error>, _ error: (any Error)?) -> Bool {
  guard let error else { return false }
  c.resume(throwing: error)
  return true
}

private func look(at c: CheckedContinuation<Int, any Error>) {
  print(c)
}

private func completeTwice(_ c: CheckedContinuation<Int, any Error>, _ value: Int?) {
  if value == nil {
    c.resume(throwing: StoreError.missing)
  }
  c.resume(returning: value ?? 0)  // expect: double-resume
}

private func finish(_ promise: EventLoopPromise<Int>, _ value: Int) {
  promise.succeed(value)
}

struct Completer {
  let name: String
  func complete(_ c: CheckedContinuation<Int, Never>) { c.resume(returning: name.count) }
  static func fail(_ c: CheckedContinuation<Int, Never>) { c.resume(returning: 0) }
}

extension CheckedContinuation where T == Int, E == Never {
  func finish() { resume(returning: 1) }
}

// MARK: good

func helperOnEachPath() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { return complete(c, with: .failure(error)) }
      complete(c, with: .success(value ?? 0))  // ok: the other path has returned
    }
  }
}

func helperThatTells() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if completeFailure(c, error) { return }
      c.resume(returning: value ?? 0)  // ok: the helper has not completed when it says false
    }
  }
}

func helperThatLooks() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    look(at: c)
    c.resume(returning: 1)  // ok: the helper only looks
  }
}

// MARK: bad

func helperAndDirectly() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { complete(c, with: .failure(error)) }
      c.resume(returning: value ?? 0)  // expect: double-resume
    }
  }
}

func helperTwice() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { complete(c, with: .failure(error)) }
      complete(c, with: .success(value ?? 0))  // expect: double-resume
    }
  }
}

func memberHelpers(_ completer: Completer) async -> Int {
  await withCheckedContinuation { c in
    if completer.name.isEmpty { Completer.fail(c) }
    completer.complete(c)  // expect: double-resume
  }
}

func extensionHelper(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready { c.finish() }
    c.resume(returning: 0)  // expect: double-resume
  }
}

func promiseHelper(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  if ready { finish(promise, 1) }
  promise.succeed(0)  // expect: double-resume
  return promise.futureResult
}

func helperThatCompletesTwice() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    completeTwice(c, 1)  // ok: told where it happens
  }
}

private func completesAndClears(_ waiting: inout CheckedContinuation<Int, Never>?) {
  waiting?.resume(returning: 1)
  waiting = nil
}

func clearedByTheFirst() async -> Int {
  await withCheckedContinuation { c in
    var waiting: CheckedContinuation<Int, Never>? = c
    completesAndClears(&waiting)
    completesAndClears(&waiting)  // ok: the second finds nothing
  }
}

private func reply(_ body: @escaping (CheckedContinuation<Int, Never>) -> Void) {
  takeOver(body)
}

func givenAndResumedTwice() {
  reply { c in
    if random() { c.resume(returning: 1) }
    c.resume(returning: 2)  // expect: double-resume
  }
}
