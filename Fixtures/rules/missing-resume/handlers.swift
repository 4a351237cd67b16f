// The promise that an outbound handler is given: forward it, complete it, or find it to be nil.

// MARK: good

final class Forwarding: ChannelOutboundHandler {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    do {
      let encoded = try encode(data)
      context.write(encoded, promise: promise)
    } catch {
      promise?.fail(error)  // ok: the way of the error
      context.fireErrorCaught(error)
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    switch mode {
    case .all: context.close(mode: mode, promise: promise)
    case .input, .output: promise?.succeed()  // ok: completed
    }
  }

  func connect(context: ChannelHandlerContext, to address: String, promise: EventLoopPromise<Void>?) {
    context.connect(to: address, promise: promise)  // ok: forwarded
  }
}

final class Buffering: ChannelOutboundHandler {
  private var buffered: [(NIOAny, EventLoopPromise<Void>?)] = []

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    buffered.append((data, promise))  // ok: kept for the flush
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard let promise else {
      return  // ok: there is none
    }
    context.close(mode: mode, promise: promise)
  }
}

/// No handler at all, whatever its method is called.
final class Writer {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    print(data)  // ok: not an outbound handler
  }
}

// MARK: bad

final class CatchOnlyFires: ChannelOutboundHandler {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    do {
      context.write(try encode(data), promise: promise)
    } catch {  // expect: missing-resume
      context.fireErrorCaught(error)
    }
  }
}

final class SuccessForgets: ChannelOutboundHandler {
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    do {
      try risk()  // expect: missing-resume
    } catch {
      promise?.fail(error)
    }
  }
}

final class OneModeForgets: ChannelOutboundHandler {
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    switch mode {
    case .input:  // expect: missing-resume
      print("input closed")
    case .output, .all:
      context.close(mode: mode, promise: promise)
    }
  }
}

final class WritesWithoutIt: ChannelOutboundHandler {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {  // expect: missing-resume
    context.write(data, promise: nil)
  }
}

final class DuplexDrops: ChannelInboundHandler, ChannelOutboundHandler {
  private var closed = false

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !closed else { return }  // expect: missing-resume
    context.write(data, promise: promise)
  }
}

final class ThroughADerivedProtocol: ChannelDuplexHandler {
  private var closed = false

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if closed {
      return  // expect: missing-resume
    }
    context.write(data, promise: promise)
  }
}
