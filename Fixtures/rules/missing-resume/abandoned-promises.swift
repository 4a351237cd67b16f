// Channel handlers that keep promises, and what they do with them when the channel goes away.

private func number(_ data: NIOAny) -> Int { 1 }

// MARK: good

private final class FailsTheRest: ChannelDuplexHandler {
  typealias InboundIn = Int
  typealias OutboundIn = Int
  private var waiting: [EventLoopPromise<Int>] = []  // ok: failed when the channel is closed

  func ask(_ reply: EventLoopPromise<Int>) { waiting.append(reply) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { waiting.removeFirst().succeed(number(data)) }
  func channelInactive(context: ChannelHandlerContext) { failAll() }

  private func failAll() {
    for reply in waiting { reply.fail(StoreError.closed) }
    waiting = []
  }
}

private final class FailsWhenRemoved: ChannelInboundHandler {
  typealias InboundIn = Int
  private let ready: EventLoopPromise<Int>  // ok

  init(_ ready: EventLoopPromise<Int>) { self.ready = ready }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { ready.succeed(number(data)) }
  func handlerRemoved(context: ChannelHandlerContext) { ready.fail(StoreError.closed) }
}

private final class OnlyPassesOn: ChannelInboundHandler {
  typealias InboundIn = Int
  private let ready: EventLoopPromise<Void>?  // ok: completed by whoever gets it

  init(_ ready: EventLoopPromise<Void>?) { self.ready = ready }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { context.write(data, promise: ready) }
}

private final class ResumesTheRest: ChannelInboundHandler {
  typealias InboundIn = Int
  private var waiting: [CheckedContinuation<Int, any Error>] = []  // ok: resumed when the channel is closed

  func ask(_ reply: CheckedContinuation<Int, any Error>) { waiting.append(reply) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { waiting.removeFirst().resume(returning: number(data)) }
  func channelInactive(context: ChannelHandlerContext) {
    for reply in waiting { reply.resume(throwing: StoreError.closed) }
    waiting = []
  }
}

private final class FailsByTheCloseFuture: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = Int
  private var waiting: [EventLoopPromise<Int>] = []  // ok: failed when the channel is closed

  func ask(_ reply: EventLoopPromise<Int>) { waiting.append(reply) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { waiting.removeFirst().succeed(number(data)) }
  func watch(_ closeFuture: EventLoopFuture<Void>) {
    closeFuture.whenComplete { _ in self.failAll() }
  }

  private func failAll() {
    for reply in waiting { reply.fail(StoreError.closed) }
    waiting = []
  }
}

private final class Asked {
  let number: Int
  let promise: EventLoopPromise<Int>

  init(number: Int, promise: EventLoopPromise<Int>) {
    self.number = number
    self.promise = promise
  }
}

private final class FailsWhatIsAsked: ChannelInboundHandler {
  typealias InboundIn = Int
  private var asked: Asked?  // ok: failed when the channel is closed

  func ask(_ next: Asked) { asked = next }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { asked?.promise.succeed(number(data)) }
  func channelInactive(context: ChannelHandlerContext) { asked?.promise.fail(StoreError.closed) }
}

private final class FailsByATimer: ChannelInboundHandler {
  typealias InboundIn = Int
  private var greeting: EventLoopPromise<Int>?  // ok: the timer ends it, whatever happens

  func greet(_ loop: any EventLoop) {
    let promise = loop.makePromise(of: Int.self)
    greeting = promise
    _ = loop.scheduleTask(in: 1) { promise.fail(StoreError.closed) }
  }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    greeting?.succeed(number(data))
    greeting = nil
  }
}

private final class IsGivenOne: ChannelInboundHandler {
  typealias InboundIn = Int
  private let ready: EventLoopPromise<Int>  // ok: stored, and its maker may see to it
  private var next: EventLoopPromise<Int>?  // ok: the same

  init(_ ready: EventLoopPromise<Int>, next: EventLoopPromise<Int>?) {
    self.ready = ready
    self.next = next
  }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    ready.succeed(number(data))
    next?.succeed(number(data))
    next = nil
  }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { ready.fail(error) }
  func ask(_ reply: EventLoopPromise<Int>) {
    next?.fail(StoreError.closed)
    next = reply
  }
}

// MARK: bad

private final class KeepsTheLast: ChannelInboundHandler {
  typealias InboundIn = Int
  private var last: EventLoopPromise<Int>?  // expect: missing-resume

  func ask(_ loop: any EventLoop) -> EventLoopFuture<Int> {
    let reply = loop.makePromise(of: Int.self)
    last?.fail(StoreError.closed)
    last = reply
    return reply.futureResult
  }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    last?.succeed(number(data))
    last = nil
  }
}

private final class ForgetsTheRest: ChannelInboundHandler {
  typealias InboundIn = Int
  private var waiting: [CheckedContinuation<Int, any Error>] = []  // expect: missing-resume

  func ask(_ reply: CheckedContinuation<Int, any Error>) { waiting.append(reply) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { waiting.removeFirst().resume(returning: number(data)) }
}

private final class KeepsTheRest: ChannelDuplexHandler {
  typealias InboundIn = Int
  typealias OutboundIn = Int
  private var waiting: [EventLoopPromise<Int>] = []  // expect: missing-resume
  private var byID: [Int: (Int, EventLoopPromise<Int>)] = [:]  // expect: missing-resume

  func ask(_ reply: EventLoopPromise<Int>) { waiting.append(reply) }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    waiting.removeFirst().succeed(number(data))
    byID.removeValue(forKey: 1)?.1.succeed(1)
  }
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    for reply in waiting { reply.fail(error) }
    waiting = []
  }
  func channelInactive(context: ChannelHandlerContext) { context.fireErrorCaught(StoreError.closed) }
}

private final class ForgetsWhatIsAsked: ChannelInboundHandler {
  typealias InboundIn = Int
  private var asked: Asked?  // expect: missing-resume

  func ask(_ next: Asked) { asked = next }
  func channelRead(context: ChannelHandlerContext, data: NIOAny) { asked?.promise.succeed(number(data)) }
}
