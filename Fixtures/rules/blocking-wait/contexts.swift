// Where a thread may wait, and where it must not.
import Dispatch
import Foundation

// MARK: - threads that may wait

func onAThread(_ semaphore: DispatchSemaphore) async {
  Thread.detachNewThread { semaphore.wait() }  // ok: a thread of its own
  DispatchQueue.global().asyncAfter(deadline: .now() + 1) { semaphore.wait() }  // ok: a thread of the queue
}

func onAThreadPool(_ pool: NIOThreadPool, _ loop: any EventLoop, _ future: EventLoopFuture<User>) async throws -> User {
  let found = pool.runIfActive(eventLoop: loop) {
    try future.wait()  // ok: a thread of the pool
  }
  return try await found.get()
}

func inUnknownClosure(_ semaphore: DispatchSemaphore) async {
  onCallback { semaphore.wait() }  // ok: nobody knows what runs it
  let later: @Sendable () -> Void = { semaphore.wait() }  // ok: nor this one
  onCallback(later)
}

func nestedFunction(_ semaphore: DispatchSemaphore) async {
  @Sendable func block() {
    semaphore.wait()  // ok: synchronous itself, and handed to somebody
  }
  onCallback(block)
}

func mapOverAnArray(_ futures: [EventLoopFuture<User>]) throws -> [User] {
  try futures.map { try $0.wait() }  // ok: an array's map
}

func stepsOfAnArray(_ futures: [EventLoopFuture<User>]) throws {
  try futures.forEach { use(try $0.wait()) }  // ok: synchronous all the way
}

extension Result where Failure == any Error {
  init(catching body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}

func otherOverload(_ future: EventLoopFuture<User>) -> Result<User, any Error> {
  Result { try future.wait() }  // ok: the standard library's initialiser, which is synchronous
}

func overloaded(_ body: () async -> Void) async { await body() }
func overloaded(_ body: () -> Void) { body() }

func synchronousOverload(_ semaphore: DispatchSemaphore) {
  overloaded { semaphore.wait() }  // ok: which of the two it is takes a type checker
}

actor Freed {
  nonisolated func block(_ semaphore: DispatchSemaphore) {
    semaphore.wait()  // ok: not on the actor
  }
  static func blockToo(_ semaphore: DispatchSemaphore) {
    semaphore.wait()  // ok: not on the actor
  }
  init(_ semaphore: DispatchSemaphore) {
    semaphore.wait()  // ok: whoever makes it waits
  }
}

final class OfThreads {
  private let closed: EventLoopFuture<User>
  init(_ closed: EventLoopFuture<User>) { self.closed = closed }

  @available(*, noasync)
  private func close() throws {
    _ = try closed.wait()  // ok: the compiler keeps async functions from calling it
  }
  private func open() throws {
    _ = try closed.wait()  // expect: blocking-wait
  }

  func restart() async throws { try open() }
  func stop() { try? close() }
}

final class HelpfulHandler: ChannelInboundHandler {
  private let done = DispatchSemaphore(value: 0)

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    done.signal()
  }
  func waitUntilDone() {
    done.wait()  // ok: takes no context, so any thread may call it
  }
}

final class NoHandler {
  func channelRead(context: ChannelHandlerContext, data: NIOAny, _ semaphore: DispatchSemaphore) {
    semaphore.wait()  // ok: conforms to nothing that an event loop calls
  }
}

func runOnAQueue(_ semaphore: DispatchSemaphore) {
  Task {
    await pause()
    DispatchQueue.global().async { semaphore.wait() }  // ok: not a thread of the pool
  }
}

// MARK: - threads that must not

func inTask(_ semaphore: DispatchSemaphore) {
  Task { semaphore.wait() }  // expect: blocking-wait
  Task.detached { semaphore.wait() }  // expect: blocking-wait
}

func inChildTasks(_ semaphore: DispatchSemaphore) async {
  await withTaskGroup(of: Void.self) { group in
    group.addTask { semaphore.wait() }  // expect: blocking-wait
    semaphore.wait()  // expect: blocking-wait
  }
}

func inContinuation(_ semaphore: DispatchSemaphore) async {
  await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
    semaphore.wait()  // expect: blocking-wait
    continuation.resume()
  }
}

func inStepsOfAnArray(_ groups: [DispatchGroup]) async {
  groups.forEach { $0.wait() }  // expect: blocking-wait
  for group in groups { group.wait() }  // expect: blocking-wait
}

func underALock(_ lock: NSRecursiveLock, _ semaphore: DispatchSemaphore) async {
  lock.withLock { semaphore.wait() }  // expect: blocking-wait
}

func onAQueueNow(_ queue: DispatchQueue, _ semaphore: DispatchSemaphore) async {
  queue.sync { semaphore.wait() }  // expect: blocking-wait
}

func asyncFunctions(_ body: @Sendable () async -> Void) async { await body() }

func inAsyncClosure(_ semaphore: DispatchSemaphore) async {
  await asyncFunctions { semaphore.wait() }  // expect: blocking-wait
  let later: @Sendable () async -> Void = {
    await pause()
    semaphore.wait()  // expect: blocking-wait
  }
  await later()
  onEvent { () async throws -> Void in semaphore.wait() }  // expect: blocking-wait
}

func inAsyncFunctionOfItsOwn(_ semaphore: DispatchSemaphore) {
  func block() async {
    semaphore.wait()  // expect: blocking-wait
  }
  Task { await block() }
}

actor Isolated {
  let semaphore = DispatchSemaphore(value: 0)
  var count: Int {
    semaphore.wait()  // expect: blocking-wait
    return 0
  }
  var total: Int = 0 {
    didSet {
      semaphore.wait()  // expect: blocking-wait
    }
  }
}

extension Isolated {
  func again() {
    semaphore.wait()  // expect: blocking-wait
  }
}

struct Source {
  let group = DispatchGroup()
  var newest: User {
    get async {
      group.wait()  // expect: blocking-wait
      return User()
    }
  }
  init() async {
    group.wait()  // expect: blocking-wait
  }
}

func onEventLoop(_ loop: any EventLoop, _ embedded: EmbeddedEventLoop, _ future: EventLoopFuture<User>) {
  loop.execute { use((try? future.wait()) as Any) }  // expect: blocking-wait
  _ = loop.submit { try future.wait() }  // expect: blocking-wait
  loop.scheduleTask(in: 5) { use(try future.wait()) }  // expect: blocking-wait
}

func inSteps(_ first: EventLoopFuture<User>, _ second: EventLoopFuture<Int>) -> EventLoopFuture<Int> {
  first.map { _ in (try? second.wait()) ?? 0 }  // expect: blocking-wait
    .flatMapThrowing { _ in try second.wait() }  // expect: blocking-wait
}

final class Outbound: ChannelOutboundHandler {
  let semaphore = DispatchSemaphore(value: 0)

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    semaphore.wait()  // expect: blocking-wait
    context.write(data, promise: promise)
  }
}

func closuresWithAType(_ semaphore: DispatchSemaphore) {
  let waits: @Sendable () async -> Void = { semaphore.wait() }  // expect: blocking-wait
  let isGivenOne: (() async -> Void) -> Void = { _ in semaphore.wait() }  // ok: it is no async closure itself
  let waitsAtOnce: () -> Void = { semaphore.wait() }  // ok
  _ = (waits, isGivenOne, waitsAtOnce)
}

// MARK: private helpers

final class Helped: ChannelInboundHandler, @unchecked Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func channelRead(context: ChannelHandlerContext, data: NIOAny) throws { flush() }

  private func flush() { drain() }

  private func drain() {
    semaphore.wait()  // expect: blocking-wait
  }

  private func drainElsewhere() {
    semaphore.wait()  // ok: a thread of its own calls it
  }

  private func nobody() {
    semaphore.wait()  // ok: nobody calls it
  }

  func start() {
    Thread.detachNewThread { self.drainElsewhere() }
  }
}

final class HelpedByAll: ChannelInboundHandler, @unchecked Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    fill()
    DispatchQueue.global().async { self.fillElsewhere() }
  }

  func fill() {
    semaphore.wait()  // expect: blocking-wait
  }

  func fillElsewhere() {
    semaphore.wait()  // ok: a queue's thread calls it
  }

  func fillLater() async { fillForTasks() }

  func fillForTasks() {
    semaphore.wait()  // ok: anybody may call it, and no event loop does
  }
}

final class Checking: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func check() async { block() }

  private func block() {
    semaphore.wait()  // expect: blocking-wait
  }

  func increase() async { increaseAlone() }

  private func increaseAlone() {
    semaphore.wait()  // ok: it keeps others out, and gives back at once
    defer { semaphore.signal() }
    print("one more")
  }

  func checkNow() { blockNow() }

  private func blockNow() {
    semaphore.wait()  // ok: who calls it may wait
  }
}
