// What counts as asking.

final class Asked: @unchecked Sendable {
  private var c: CheckedContinuation<Int, any Error>?
  private var isBusy = false
  private var state = State.idle
  private let limit = 3

  enum State { case idle, waiting }

  func bySilentReturn() async throws -> Int {
    if c != nil { return 0 }
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: asked
  }

  func byBinding() async throws -> Int {
    if let old = c { old.resume(throwing: StoreError.closed) }  // ok: replaced below
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: asked
  }

  func byAssertion() async throws -> Int {
    assert(c == nil, "one at a time")
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: asked
  }

  func byPrecondition() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      precondition(c == nil)
      c = waiting  // ok: asked
    }
  }

  func byFlag() async throws -> Int {
    guard !isBusy else { throw StoreError.closed }
    isBusy = true
    defer { isBusy = false }
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: the flag is asked
  }

  func byState() async throws -> Int {
    switch state {
    case .idle: state = .waiting
    case .waiting: throw StoreError.closed
    }
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: the state is asked
  }

  func byMethod() async throws -> Int {
    if isWaiting() { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: the method asks
  }

  private func isWaiting() -> Bool { c != nil }

  func byCancelling() async throws -> Int {
    cancel()
    return try await withCheckedThrowingContinuation { c = $0 }  // ok: the earlier one is completed
  }

  func cancel() {
    c?.resume(throwing: CancellationError())  // ok: cleared in the next line
    c = nil
  }

  func byTheCaller() async throws -> Int {
    guard !isBusy else { throw StoreError.closed }
    isBusy = true
    return try await store()
  }

  private func store() async throws -> Int {
    try await withCheckedThrowingContinuation { c = $0 }  // ok: its only caller asks
  }

  func wait(_ cancelled: Bool, _ limit: Int) async throws -> Int {
    guard !cancelled, limit < self.limit, !Task.isCancelled else { throw CancellationError() }
    return try await withCheckedThrowingContinuation { c = $0 }  // expect: overwritten-continuation
  }

  func asksTooLate() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      self.c = waiting  // expect: overwritten-continuation
    //^~~~~~~~~~~~~~~~ overwritten-continuation
      guard self.c != nil else { return }
    }
  }
}

// MARK: - where nothing can be waiting

/// Each object is used for one call.
private final class PerCall: @unchecked Sendable {
  private var c: CheckedContinuation<Int, Never>?

  func run() async -> Int {
    await withCheckedContinuation { c = $0 }  // ok: every call makes an object of its own
  }
}

func perCall() async -> Int {
  let one = PerCall()
  return await one.run() + PerCall().run()
}

final class Delegate: @unchecked Sendable {
  var c: CheckedContinuation<Int, Never>?
  init(_ c: CheckedContinuation<Int, Never>) {
    self.c = c  // ok: an initialiser
  }
}

func delegate() async -> Int {
  await withCheckedContinuation { keep(Delegate($0)) }
}

func keep(_ value: Any) {}

/// Keeps itself alive for the one call.
private final class Ceremony: @unchecked Sendable {
  private var c: CheckedContinuation<Int, Never>?
  private var own: Ceremony?

  func run() async -> Int {
    await withCheckedContinuation {
      c = $0  // ok: every call makes an object of its own
      own = self
    }
  }
}

let ceremonies: @Sendable () async -> Int = { await Ceremony().run() }

/// Kept until it has answered, and made anew for each call.
final class Answerer: @unchecked Sendable {
  var c: CheckedContinuation<Int, Never>?
}

final class Asker: @unchecked Sendable {
  private var answerer: Answerer?

  func ask() async -> Int {
    await withCheckedContinuation { waiting in
      let answerer = Answerer()
      answerer.c = waiting  // ok: nobody waits in a new object
      self.answerer = answerer
    }
  }
}

/// A value that is written to has one user at a time.
struct Value {
  var c: CheckedContinuation<Int, Never>?

  mutating func run() async {
    c = nil
  }
}

/// Handed in by somebody who may have asked.
final class Handed: @unchecked Sendable {
  private var c: CheckedContinuation<Int, Never>?
  func set(_ c: CheckedContinuation<Int, Never>) {
    self.c = c  // ok: whoever calls it may have asked
  }
}

// MARK: - where something can

final class Others: @unchecked Sendable {
  private var unsafe: UnsafeContinuation<Int, Never>?
  private let lock = Padlock()

  func unchecked() async -> Int {
    await withUnsafeContinuation { self.unsafe = $0 }  // expect: overwritten-continuation
  }

  func underALock() async -> Int {
    await withUnsafeContinuation { waiting in
      lock.withLock { unsafe = waiting }  // expect: overwritten-continuation
    }
  }

  func later() async -> Int {
    await withUnsafeContinuation { (waiting: UnsafeContinuation<Int, Never>) in
      onCallback { self.unsafe = waiting }  // expect: overwritten-continuation
    }
  }

  func cancellable() async -> Int {
    await withTaskCancellationHandler {
      await withUnsafeContinuation { unsafe = $0 }  // expect: overwritten-continuation
    } onCancel: {
    }
  }
}

actor Turnstile {
  private var isOpen = false
  private var isWaiting = false
  private var waiter: CheckedContinuation<Void, Never>?
  private var other: CheckedContinuation<Void, Never>?

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiter = $0 }  // expect: overwritten-continuation
  }

  func waitAlone() async {
    if isWaiting { return }
    isWaiting = true
    await withCheckedContinuation { other = $0 }  // ok: it sets what it asks
  }

  func open() {
    isOpen = true
    waiter?.resume()
    waiter = nil
    other?.resume()
    other = nil
  }
}

struct Padlock: Sendable {
  func withLock<T>(_ body: () throws -> T) rethrows -> T { try body() }
}

actor Barrier {
  private var waiter: CheckedContinuation<Void, Never>?
  private var isTaken: Bool { waiter != nil }

  func wait() async {
    if isTaken { return }
    await withCheckedContinuation { waiter = $0 }  // ok: what is computed asks for it
  }

  func open() {
    waiter?.resume()
    waiter = nil
  }
}

final class AskedByCallers: @unchecked Sendable {
  private var c: CheckedContinuation<Int, any Error>?

  func switchesOverIt() async throws -> Int {
    switch try await waitHere() {
    case 1: 1
    default: 0
    }
  }

  private func waitHere() async throws -> Int {
    try await withCheckedThrowingContinuation { c = $0 }  // expect: overwritten-continuation
    // What a condition calls it does not ask.
  }
}

final class AskedAboutSomethingElse: @unchecked Sendable {
  private var known: String?
  private var busy: String?
  private var c: CheckedContinuation<Int, Never>?
  private var other: CheckedContinuation<Int, Never>?

  func answers() async -> Int {
    guard known != nil else { return 0 }
    return await withCheckedContinuation { c = $0 }  // expect: overwritten-continuation
  }

  func answersUnlessBusy() async -> Int {
    guard busy == nil else { return 0 }
    return await withCheckedContinuation { other = $0 }  // ok: whoever ends the other names what was asked
  }

  func end() {
    c?.resume(returning: 1)
    c = nil
  }

  func endOther() {
    busy = nil
    other?.resume(returning: 1)
    other = nil
  }
}

actor TakesFromAnother {
  private var waiting: CheckedContinuation<Int, Never>?
  private var pages: [Int] = []

  func next() async -> Int {
    if let page = pages.popLast() { return page }
    return await withCheckedContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func put(_ page: Int) {
    waiting?.resume(returning: page)
    waiting = nil
  }
}

/// What waits is forgotten, and the next one put in its place.
private final class Forgetting: @unchecked Sendable {
  private var waiting: CheckedContinuation<Void, Never>?
  private var other: CheckedContinuation<Void, Never>?

  func forgets() async {
    waiting = nil
    await withCheckedContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func seesToIt() async {
    let earlier = other
    other = nil
    earlier?.resume()
    await withCheckedContinuation { other = $0 }  // ok: the earlier one is resumed
  }

  func found() {
    waiting?.resume()
    waiting = nil
    other?.resume()
    other = nil
  }
}
