// Stand-ins for the types of an event-loop library, as far as fixtures use them. Only the compiler sees this file: to the
// linter they are names that the catalogue knows, as in a package that depends on the library.

struct NIODeadline {}

protocol EventLoop: AnyObject, Sendable {}

struct Scheduled: Sendable { func cancel() {} }

extension EventLoop {
  func execute(_ task: @escaping @Sendable () -> Void) {}
  func submit<T>(_ task: @escaping @Sendable () throws -> T) -> EventLoopFuture<T> { EventLoopFuture() }
  @discardableResult
  func scheduleTask(in seconds: Int, _ task: @escaping @Sendable () throws -> Void) -> Scheduled { Scheduled() }
  func scheduleRepeatedTask(delay seconds: Int, _ task: @escaping @Sendable () -> Void) {}
  func makePromise<T>(of type: T.Type = T.self) -> EventLoopPromise<T> { EventLoopPromise() }
  func makeSucceededFuture<T>(_ value: T) -> EventLoopFuture<T> { EventLoopFuture() }
  func makeFailedFuture<T>(_ error: any Error) -> EventLoopFuture<T> { EventLoopFuture() }
  func makeCompletedFuture<T>(_ body: () throws -> T) -> EventLoopFuture<T> { EventLoopFuture() }
}

final class EmbeddedEventLoop: EventLoop {}

final class EventLoopFuture<Value>: @unchecked Sendable {
  func wait() throws -> Value { throw StoreError.closed }
  func get() async throws -> Value { throw StoreError.closed }
  func map<T>(_ body: @escaping @Sendable (Value) -> T) -> EventLoopFuture<T> { EventLoopFuture<T>() }
  func flatMap<T>(_ body: @escaping @Sendable (Value) -> EventLoopFuture<T>) -> EventLoopFuture<T> { EventLoopFuture<T>() }
  func flatMapThrowing<T>(_ body: @escaping @Sendable (Value) throws -> T) -> EventLoopFuture<T> { EventLoopFuture<T>() }
  func whenSuccess(_ body: @escaping @Sendable (Value) -> Void) {}
  func whenFailure(_ body: @escaping @Sendable (any Error) -> Void) {}
  func whenComplete(_ body: @escaping @Sendable (Result<Value, any Error>) -> Void) {}
  func cascade(to promise: EventLoopPromise<Value>?) {}
  func cascadeFailure<T>(to promise: EventLoopPromise<T>?) {}
}

struct EventLoopPromise<Value>: Sendable {
  var futureResult: EventLoopFuture<Value> { EventLoopFuture() }
  func succeed(_ value: Value) {}
  func fail(_ error: any Error) {}
  func completeWith(_ result: Result<Value, any Error>) {}
  func completeWith(_ future: EventLoopFuture<Value>) {}
  func completeWithTask(_ body: @escaping @Sendable () async throws -> Value) {}
}

extension EventLoopPromise where Value == Void {
  func succeed() {}
}

struct NIOAny {}
enum CloseMode { case input, output, all }

func encode(_ data: NIOAny) throws -> NIOAny { data }

final class ChannelHandlerContext {
  var eventLoop: any EventLoop { EmbeddedEventLoop() }
  func fireChannelRead(_ data: NIOAny) {}
  func write(_ data: NIOAny, promise: EventLoopPromise<Void>?) {}
  func writeAndFlush(_ data: NIOAny, promise: EventLoopPromise<Void>?) {}
  func close(promise: EventLoopPromise<Void>?) {}
  func close(mode: CloseMode, promise: EventLoopPromise<Void>?) {}
  func connect(to address: String, promise: EventLoopPromise<Void>?) {}
  func fireErrorCaught(_ error: any Error) {}
}

protocol ChannelHandler: AnyObject {}
protocol ChannelInboundHandler: ChannelHandler {}
protocol ChannelOutboundHandler: ChannelHandler {}
protocol ChannelDuplexHandler: ChannelInboundHandler, ChannelOutboundHandler {}

final class NIOThreadPool: Sendable {
  func submit(_ body: @escaping @Sendable (Bool) -> Void) {}
  func runIfActive<T>(eventLoop: any EventLoop, _ body: @escaping @Sendable () throws -> T) -> EventLoopFuture<T> {
    EventLoopFuture()
  }
}

struct NIOFileHandle {
  func close() throws {}
}
