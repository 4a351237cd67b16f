// Callees that throw: before they take a duty on, or afterwards.

// MARK: good

struct CommandQueue {
  private var queued: [(Int, EventLoopPromise<Int>)] = []

  /// Throws before it keeps the promise.
  mutating func send(_ command: Int, promise: EventLoopPromise<Int>) throws {
    guard command > 0 else { throw StoreError.closed }
    queued.append((command, promise))
  }

  /// Keeps the promise, whatever happens.
  mutating func keep(_ command: Int, promise: EventLoopPromise<Int>) throws {
    queued.append((command, promise))
    guard command > 0 else { throw StoreError.closed }
  }
}

func start(_ continuation: CheckedContinuation<Int, any Error>) throws {
  try risk()
  continuation.resume(returning: 1)
}

func caughtAndFailed(_ loop: any EventLoop) -> EventLoopFuture<Int> {
  var queue = CommandQueue()
  let promise = loop.makePromise(of: Int.self)
  do {
    try queue.send(1, promise: promise)
  } catch {
    promise.fail(error)  // ok: the callee has not taken it
  }
  return promise.futureResult
}

func keptWhateverHappens(_ loop: any EventLoop) throws -> EventLoopFuture<Int> {
  var queue = CommandQueue()
  let promise = loop.makePromise(of: Int.self)
  try queue.keep(1, promise: promise)  // ok: it has it
  return promise.futureResult
}

func startedOrFailed() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    do { try start(c) } catch { c.resume(throwing: error) }  // ok: one of the two
  }
}

func unknownCalleeTakesIt(_ loop: any EventLoop) throws {
  let promise = loop.makePromise(of: Int.self)
  try takeOverOrThrow(promise)  // ok: nobody knows
}

final class Listener {
  private var isOpen = false

  /// Nothing in it throws.
  func open() throws -> Listener {
    isOpen = true
    return self
  }

  func whenOpen(_ body: @escaping () -> Void) { body() }

  func close() throws -> Listener {
    guard isOpen else { throw StoreError.closed }
    return self
  }
}

func waitsForAListener() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    do {
      try Listener().open().whenOpen { c.resume() }
    } catch {  // ok: nothing throws
      print(error)
    }
  }
}

/// Throws where there is no number, and for nothing else.
private func described(_ text: String, number: Int?) throws -> String {
  guard let number else { throw StoreError.closed }
  return "\(text) \(number)"
}

private func laterWithANumber(_ loop: any EventLoop, _ use: (EventLoopPromise<Int>) -> Void) throws -> String {
  let promise = loop.makePromise(of: Int.self)
  let number = 5
  let text = try described("a", number: number)  // ok: there is one
  use(promise)
  return text
}

// MARK: bad

func waitsForItsEnd() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    do {
      try Listener().close().whenOpen { c.resume() }
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

class Station {
  private(set) var starts = 0

  func start() throws -> Station {
    starts += 1
    return self
  }

  func whenStarted(_ body: @escaping () -> Void) { body() }
}

final class CarefulStation: Station {
  override func start() throws -> Station {
    guard starts == 0 else { throw StoreError.closed }
    return try super.start()
  }
}

func waitsForAStation(_ station: Station) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    do {
      try station.start().whenStarted { c.resume() }
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

func thrownBeforeItIsTaken(_ loop: any EventLoop) throws -> EventLoopFuture<Int> {
  var queue = CommandQueue()
  let promise = loop.makePromise(of: Int.self)
  try queue.send(1, promise: promise)  // expect: missing-resume
  return promise.futureResult
}

func caughtAndForgotten(_ loop: any EventLoop) -> EventLoopFuture<Int> {
  var queue = CommandQueue()
  let promise = loop.makePromise(of: Int.self)
  do {
    try queue.send(1, promise: promise)
  } catch {  // expect: missing-resume
    print(error)
  }
  return promise.futureResult
}

final class ForgetfulEncoder: ChannelOutboundHandler {
  private var queue = WriteQueue()

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    do {
      try queue.add(1, promise: promise)
    } catch {  // expect: missing-resume
      context.fireErrorCaught(error)
    }
  }
}

struct WriteQueue {
  private var queued: [(Int, EventLoopPromise<Void>?)] = []

  mutating func add(_ command: Int, promise: EventLoopPromise<Void>?) throws {
    if command < 0 { throw StoreError.closed }
    queued.append((command, promise))
  }
}

func startedInATask() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    Task {
      try start(c)  // expect: missing-resume
    }
  }
}

private func laterOrNever(_ loop: any EventLoop, _ found: Int?, _ use: (EventLoopPromise<Int>) -> Void) throws -> String {
  let promise = loop.makePromise(of: Int.self)
  let text = try described("a", number: found)  // expect: missing-resume
  use(promise)
  return text
}

/// What the argument is made of does not throw, what it is given to does.
private func forAWhile(_ loop: any EventLoop, _ use: (EventLoopPromise<Int>) -> Void) async throws {
  let promise = loop.makePromise(of: Int.self)
  try await wait(for: .seconds(5))  // expect: missing-resume
  use(promise)
}

private func wait(for duration: Duration) async throws { try await Task.sleep(for: duration) }
