import Dispatch

// MARK: good - waiting without blocking

func awaited(_ future: EventLoopFuture<User>) async throws -> User {
  try await future.get()  // ok: the thread is free meanwhile
}

// MARK: good - a thread of one's own

func blockedElsewhere(_ semaphore: DispatchSemaphore) async {
  DispatchQueue.global().async {
    semaphore.wait()  // ok: a thread of the queue
  }
}

// MARK: good - synchronous code

func load(_ future: EventLoopFuture<User>) throws -> User {
  try future.wait()  // ok: nothing says that this runs on an event loop
}

// MARK: bad - a thread of the concurrency pool

func semaphoreInAsyncCode(_ semaphore: DispatchSemaphore) async {
  semaphore.wait()  // expect: blocking-wait
}

actor Loader {
  private let group = DispatchGroup()

  func finish() {
    group.wait()  // expect: blocking-wait
  }
}

// MARK: bad - a thread of an event loop

func waitInCallback(_ first: EventLoopFuture<User>, _ second: EventLoopFuture<Int>) {
  first.whenComplete { _ in
    use((try? second.wait()) as Any)  // expect: blocking-wait
  }
}

final class Handler: ChannelInboundHandler {
  var answer: EventLoopFuture<User>?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) throws {
    use(try answer?.wait() as Any)  // expect: blocking-wait
  }
}
