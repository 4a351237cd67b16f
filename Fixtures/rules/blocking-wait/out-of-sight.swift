// Futures of which nobody here says what gives them.

#if canImport(NIOCore)
  import NIOCore
#endif

// MARK: good

func awaited() async throws -> Int {
  try await outsideFuture().get()  // ok: it suspends
}

func waitsWhereItMay() throws -> Int {
  try outsideFuture().wait()  // ok: no task and no event loop
}

func mapOfAnOptional(_ future: EventLoopFuture<Int>?) throws -> Int? {
  try future.map { try $0.wait() }  // ok: this is no map of the future
}

func otherThingsWait() async {
  outsideCell().wait()  // ok: a future that waits may throw
}

// MARK: bad

func waitsInAnAsyncFunction() async throws -> Int {
  try outsideFuture().wait()  // expect: blocking-wait
}

func waitsInATask() {
  Task {
    _ = try outsideFuture().wait()  // expect: blocking-wait
  }
}

func waitsForNoError() async -> Int? {
  try? outsideFuture().wait()  // expect: blocking-wait
}

func waitsForAPromise(on loop: any EventLoop) async throws -> Int {
  let promise = loop.makePromise(of: Int.self)
  takeOver(promise)
  return try promise.futureResult.wait()  // expect: blocking-wait
}
