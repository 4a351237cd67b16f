// Continuations and promises that are taken out of where they wait, and then belong to whoever took them.

// MARK: good

struct QueuedRequest {
  let id: Int
  let promise: EventLoopPromise<Int>
  var retries = 0
  func describe() -> String { "\(id)" }
}

final class GoodTaker: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private let box = NIOLockedValueBox<CheckedContinuation<Int, any Error>?>(nil)
  private var buffer = CircularBuffer<(data: Int, promise: EventLoopPromise<Int>)>()
  private var requests = CircularBuffer<QueuedRequest>()
  private var byID: [Int: QueuedRequest] = [:]
  private var waiters: [CheckedContinuation<Int, Never>] = []
  private var isOpen = false

  func takenAndCompleted() {
    let taken = waiting
    waiting = nil
    taken?.resume(returning: 1)  // ok: whoever took it completes it
  }

  func takenIfThere() {
    guard let taken = waiting else { return }
    waiting = nil
    taken.resume(returning: 1)  // ok: there is one
  }

  func completedThenCleared() {
    waiting?.resume(returning: 1)
    waiting = nil  // ok: it was completed
  }

  func lookedAtAndLeft() {
    guard let waiter = waiting else { return }
    if isOpen { waiter.resume(returning: 1) }  // expect: stale-continuation
  }

  func takenUnderALock() {
    let taken = box.withLockedValue { value in
      let old = value
      value = nil
      return old
    }
    taken?.resume(returning: 1)  // ok: completed
  }

  func handedOn() {
    let taken = waiting
    waiting = nil
    if let taken { Self.finish(taken) }  // ok: somebody else completes it
  }

  private static func finish(_ continuation: CheckedContinuation<Int, any Error>) { continuation.resume(returning: 2) }

  func putBack() {
    let (data, promise) = buffer.removeFirst()
    if data > 0 {
      promise.succeed(data)
    } else {
      buffer.append((data, promise))  // ok: it waits on
    }
  }

  func memberOfAnElement() {
    let request = requests.removeFirst()
    print(request.describe(), request.id)
    request.promise.succeed(request.id)  // ok: each way
  }

  func eachOfAll() {
    while let request = requests.popFirst() { request.promise.fail(StoreError.closed) }  // ok: each of them
  }

  func elementHandedOn(_ id: Int) {
    guard var request = byID.removeValue(forKey: id) else { return }
    request.retries += 1
    if request.retries > 3 { return request.promise.fail(StoreError.closed) }
    byID[id] = request  // ok: it waits on
  }

  func readThenDropped() {
    guard let first = waiters.first else { return }
    waiters.removeFirst()  // ok: what was read before
    first.resume(returning: 1)  // ok: this one
  }

  func droppedRequest(_ id: Int) {
    if let request = byID[id] { request.promise.succeed(1) }
    _ = byID.removeValue(forKey: id)  // ok: completed before
  }
}

// MARK: bad

final class BadTaker: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private let box = NIOLockedValueBox<CheckedContinuation<Int, any Error>?>(nil)
  private var buffer = CircularBuffer<(data: Int, promise: EventLoopPromise<Int>)>()
  private var requests = CircularBuffer<QueuedRequest>()
  private var byID: [Int: QueuedRequest] = [:]
  private var isOpen = false

  func takenThenLost() {
    let taken = waiting
    waiting = nil
    guard isOpen else { return }  // expect: missing-resume
    taken?.resume(returning: 1)
  }

  func takenIfThereThenLost() {
    if let taken = waiting {
      self.waiting = nil
      if isOpen { taken.resume(returning: 1) }  // expect: missing-resume
    }
  }

  func lostInACase(_ event: Result<Int, any Error>?) {
    let taken = box.withLockedValue { value in
      let old = value
      value = nil
      return old
    }
    if let taken {
      switch event {
      case .success(let value)?: taken.resume(returning: value)
      case .failure(let error)?: taken.resume(throwing: error)
      default: return  // expect: missing-resume
      }
    }
  }

  func lostInALoop(_ events: [Int]) {
    for event in events {
      let taken = box.withLockedValue { value in
        let old = value
        value = nil
        return old
      }
      guard let taken else { continue }
      if event < 0 { continue }  // expect: missing-resume
      taken.resume(returning: event)
    }
  }

  func partOfATuple() {
    let (data, promise) = buffer.removeFirst()
    guard data > 0 else { return }  // expect: missing-resume
    promise.succeed(data)
  }

  func lostByAnError() throws {
    let (data, promise) = buffer.removeFirst()
    try risk()  // expect: missing-resume
    promise.succeed(data)
  }

  func memberOfAnElement() {
    let request = requests.removeFirst()
    guard isOpen else { return }  // expect: missing-resume
    request.promise.succeed(request.id)
  }

  func memberOfAPoppedElement() {
    guard let request = requests.popFirst() else { return }
    if isOpen { request.promise.succeed(request.id) }  // expect: missing-resume
  }

  func removedByItsKey(_ id: Int) {
    guard let request = byID.removeValue(forKey: id) else { return }
    guard isOpen else {
      print("closed", request.id)
      return  // expect: missing-resume
    }
    request.promise.succeed(request.id)
  }
}

final class TakenInRounds: @unchecked Sendable {
  private var promises: [EventLoopPromise<Int>] = []
  private var isOpen = false

  func eachIsCompleted() {
    while let promise = promises.popLast() {
      promise.succeed(1)  // ok: each of them
    }
  }

  func theLastIsKept() {
    var last: EventLoopPromise<Int>?
    while let promise = promises.popLast() {
      last = promise
    }
    last?.succeed(1)  // ok: who had it before is not asked
  }

  func someAreSkipped() {
    while let promise = promises.popLast() {
      guard isOpen else { continue }  // expect: missing-resume
      promise.succeed(1)
    }
  }
}

final class Pool: @unchecked Sendable {
  private var idle: [Int] = []
  private var waiters: [EventLoopPromise<Int>] = []
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func lease() -> EventLoopFuture<Int> {
    let promise = loop.makePromise(of: Int.self)
    if let found = idle.popLast() {
      promise.succeed(found)
    } else {
      waiters.append(promise)  // ok: whoever gives one back completes it
    }
    return promise.futureResult
  }

  func leaseAndForget() -> EventLoopFuture<Int> {
    let promise = loop.makePromise(of: Int.self)
    if let found = idle.popLast() {
      return loop.makeSucceededFuture(found)  // expect: missing-resume
    }
    waiters.append(promise)
    return promise.futureResult
  }
}

// MARK: looked at before

private struct Awaited {
  let id: Int
  let promise: EventLoopPromise<Int>
}

private final class Queue {
  private var queue: [Awaited] = []

  func answersTheLast(_ number: Int) {
    guard let current = queue.last else { return }
    if number > 3 {
      let popped = queue.popLast()
      assert(popped != nil)  // ok: it is the current one
      current.promise.succeed(number)
    }
  }

  func forgetsTheLast(_ number: Int) {
    guard let current = queue.popLast() else { return }
    guard number > 3 else { return }  // expect: missing-resume
    current.promise.succeed(number)
  }
}

// MARK: by its own name

private struct Asked {
  let name: String
  let continuation: CheckedContinuation<Int, any Error>
}

private actor Asking {
  private var pending: [Int: Asked] = [:]

  func completesByItsOwnName(_ id: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { continuation in
      pending[id] = Asked(
        name: "",
        continuation: continuation)
      Task {
        do { try risk() } catch {
          if pending.removeValue(forKey: id) != nil {
            continuation.resume(throwing: error)  // ok: the one that was put in
          }
        }
      }
    }
  }

  func forgetsBothNames(_ id: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { continuation in
      pending[id] = Asked(name: "", continuation: continuation)
      Task {
        guard let asked = pending.removeValue(forKey: id) else { return }
        guard id > 3 else { return }  // expect: missing-resume
        asked.continuation.resume(returning: id)
      }
    }
  }
}

// MARK: by its place

private final class Suspensions {
  private var suspended: [Asked] = []
  private let lock = Lock(0)
  private var count = 0

  func completesByItsPlace(_ name: String) {
    lock.withLock { _ in
      if let place = suspended.firstIndex(where: { $0.name == name }) {
        suspended[place].continuation.resume(returning: 1)
        suspended.remove(at: place)  // ok: no value of the closure, and completed in its place
      }
    }
  }

  func givesWhatItTakesOut(_ place: Int) {
    let waiter = suspended[place]
    lock.withLock { _ in suspended.remove(at: place) }.continuation.resume(returning: 1)  // ok: completed at once
    count = waiter.name.count
  }

  func countsThem(_ name: String) {
    lock.withLock { _ in
      if let place = suspended.firstIndex(where: { $0.name == name }) {
        suspended.remove(at: place).continuation.resume(returning: 2)
      } else {
        count += 1
        suspended.removeAll { $0.name == name }  // ok: there is none
      }
    }
  }

  func forgetsItsPlace(_ name: String) {
    lock.withLock { _ in
      if let place = suspended.firstIndex(where: { $0.name == name }) {
        let found = suspended.remove(at: place)
        if count > 3 { return }  // expect: missing-resume
        found.continuation.resume(returning: 1)
      }
    }
  }
}
