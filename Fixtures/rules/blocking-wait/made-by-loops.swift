// Futures that a promise, an event loop or a pool of threads makes, where nothing declares what they give.

// MARK: good

private final class MakesFutures: ChannelInboundHandler {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.eventLoop.makeSucceededFuture(1).whenSuccess { use($0) }  // ok: nobody waits
  }

  func load(on loop: any EventLoop) -> Int? {
    try? loop.makeSucceededFuture(1).wait()  // ok: no channel calls this
  }
}

private func waitsOnAThread(on loop: any EventLoop, _ pool: NIOThreadPool) throws -> Int {
  use(try pool.runIfActive(eventLoop: loop) { 1 }.wait())  // ok: no task and no event loop
  return try loop.submit { 1 }.wait()  // ok: no task and no event loop
}

private func getsThem(on loop: any EventLoop) async throws -> Int {
  let promise = loop.makePromise(of: Int.self)
  promise.succeed(1)
  return try await promise.futureResult.get()  // ok: it suspends
}

private struct Form {
  func submit(_ check: () -> Bool) -> Cell { Cell() }
}

private func ownSubmit(_ form: Form) async {
  form.submit { true }.wait()  // ok: a form's
}

// MARK: bad

private final class WaitsForThem: ChannelInboundHandler {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let made = context.eventLoop.makeSucceededFuture(1)
    use((try? made.wait()) as Any)  // expect: blocking-wait
  }

  func channelActive(context: ChannelHandlerContext) {
    let promise = context.eventLoop.makePromise(of: Int.self)
    promise.succeed(1)
    use((try? promise.futureResult.wait()) as Any)  // expect: blocking-wait
  }

  func channelInactive(context: ChannelHandlerContext) {
    use((try? context.eventLoop.makeCompletedFuture { 1 }.map { $0 + 1 }.wait()) as Any)  // expect: blocking-wait
  }
}

private func waitsInATask(on loop: any EventLoop, _ pool: NIOThreadPool) async throws {
  use(try loop.submit { 1 }.wait())  // expect: blocking-wait
  let pooled = pool.runIfActive(eventLoop: loop) { 1 }
  use(try pooled.wait())  // expect: blocking-wait
  let failed: EventLoopFuture<Int> = loop.makeFailedFuture(StoreError.closed)
  use(try failed.wait())  // expect: blocking-wait
}
