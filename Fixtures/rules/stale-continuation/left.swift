// Paths on which the continuation stays.

final class Left: @unchecked Sendable {
  var c: CheckedContinuation<Int, any Error>?
  var second: CheckedContinuation<Int, any Error>?

  func onOneWay(_ error: (any Error)?) {
    if let error {
      c?.resume(throwing: error)  // expect: stale-continuation
      return
    }
    c?.resume(returning: 1)  // ok: cleared in the next line
    c = nil
  }

  func inOneCase(_ result: Result<Int, any Error>) {
    switch result {
    case .success(let value):
      c?.resume(returning: value)  // ok: cleared in the next line
      c = nil
    case .failure(let error):
      c?.resume(throwing: error)  // expect: stale-continuation
    }
  }

  func clearedTooRarely(_ isLast: Bool) {
    c?.resume(returning: 1)  // expect: stale-continuation
    if isLast { c = nil }
  }

  func throughSelf() {
    self.c?.resume(returning: 1)  // expect: stale-continuation
  }

  func byForce() {
    c!.resume(returning: 1)  // expect: stale-continuation
  }

  func byAlias() {
    let waiting = self.c
    waiting?.resume(returning: 1)  // expect: stale-continuation
  }

  func byBinding() {
    if let c { c.resume(returning: 1) }  // expect: stale-continuation
    //         ^~~~~~~~~~~~~~~~~~~~~~ stale-continuation
    if let waiting = self.second { waiting.resume(returning: 1) }  // expect: stale-continuation
  }

  func wrongOne() {
    if let c = self.c {
      second = nil
      c.resume(returning: 1)  // expect: stale-continuation
    }
  }

  func inACallback(_ api: Notifier) {
    onCallback { [weak self] in
      self?.c?.resume(returning: 1)  // expect: stale-continuation
    }
    onCallback { [weak self] in
      guard let self else { return }
      c?.resume(returning: 1)  // expect: stale-continuation
    }
    Task { @MainActor in self.c?.resume(returning: 1) }  // expect: stale-continuation
  }

  func cancelled() async throws -> Int {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiting in
        if self.c != nil { return waiting.resume(throwing: StoreError.closed) }
        self.c = waiting
      }
    } onCancel: {
      self.c?.resume(throwing: CancellationError())  // expect: stale-continuation
    }
  }

  var newest: Int = 0 {
    didSet {
      c?.resume(returning: newest)  // expect: stale-continuation
    }
  }
}

extension Left {
  func inAnExtension() {
    c?.resume(returning: 2)  // expect: stale-continuation
  }
}

func fromOutside(_ left: Left) {
  left.c?.resume(returning: 3)  // expect: stale-continuation
}

// MARK: - collections

actor LeftLists {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var byID: [Int: UnsafeContinuation<Int, Never>] = [:]

  func wakeAll() {
    for c in waiting { c.resume() }  // expect: stale-continuation
  }

  func wakeEach() {
    waiting.forEach { $0.resume() }  // expect: stale-continuation
  }

  func answer(_ id: Int) {
    byID[id]?.resume(returning: id)  // expect: stale-continuation
  }

  func answerAll() {
    for (id, c) in byID { c.resume(returning: id) }  // expect: stale-continuation
    for c in byID.values { c.resume(returning: 0) }  // expect: stale-continuation
  }
}

// MARK: - promises are completed at least once

final class Opening {
  private var promise: EventLoopPromise<Void>?
  func didOpen() { promise?.succeed() }  // ok: a second completion does nothing
}

// MARK: - a struct behind a lock

struct Mutexed: Sendable {
  struct State: Sendable {
    var c: CheckedContinuation<Void, Never>?

    mutating func end() {
      c?.resume()  // ok: cleared in the next line
      c = nil
    }

    mutating func endAgain() {
      c?.resume()  // expect: stale-continuation
    }

    func resume() {
      c?.resume()  // ok: cannot clear it; whoever holds the value decides
    }
  }
}

// MARK: - stored, and completed by its own name

final class Both: @unchecked Sendable {
  private var c: CheckedContinuation<Int, any Error>?

  func start(_ isAllowed: Bool) async throws -> Int {
    if c != nil { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { waiting in
      c = waiting  // expect-note: put into 'c' here
      guard isAllowed else {
        waiting.resume(throwing: StoreError.missing)  // expect: stale-continuation
        return
      }
    }
  }

  func startRight(_ isAllowed: Bool) async throws -> Int {
    if c != nil { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { waiting in
      guard isAllowed else {
        waiting.resume(throwing: StoreError.missing)  // ok: not stored on this path
        return
      }
      c = waiting
    }
  }

  func startAndForget(_ isAllowed: Bool) async throws -> Int {
    if c != nil { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { waiting in
      c = waiting
      if !isAllowed {
        c = nil
        waiting.resume(throwing: StoreError.missing)  // ok: taken out again
      }
    }
  }

  func didEnd(_ value: Int) {
    let waiting = c
    c = nil
    waiting?.resume(returning: value)  // ok: taken out
  }
}

struct WaitingPair {
  var first: CheckedContinuation<Int, Never>?
  var second: CheckedContinuation<Int, Never>?
}

final class ReplacedWithItsOwner: @unchecked Sendable {
  private var waiting = WaitingPair()

  func firstCame() {
    waiting.first?.resume(returning: 1)  // ok: both are replaced
    waiting = WaitingPair()
  }

  func secondCame() {
    waiting.second?.resume(returning: 2)  // expect: stale-continuation
  }
}

final class ReplacedWhileObserved: @unchecked Sendable {
  private(set) var waiting: CheckedContinuation<Int, Never>? {
    willSet { if newValue != nil { waiting?.resume(returning: 0) } }  // ok: it is being replaced
  }

  func take() -> CheckedContinuation<Int, Never>? {
    let taken = waiting
    waiting = nil
    return taken
  }
}

final class PlaceFinder {
  private var continuation: CheckedContinuation<Int, Never>?

  func go() async -> Int {
    guard continuation == nil else { return 0 }
    return await withCheckedContinuation { continuation = $0 }
  }

  func didUpdate(_ number: Int) {
    continuation?.resume(returning: number)  // expect: stale-continuation
  }
}

/// A function of another type by the same name says nothing of that one.
final class CodeFinder {
  private var other: CheckedContinuation<Int, Never>?
  private var isClosed = false

  func start() async -> Int {
    guard other == nil else { return 0 }
    return await withCheckedContinuation { other = $0 }
  }

  func didUpdate(_ number: Int) {
    guard !isClosed else { return }
    isClosed = true
    other?.resume(returning: number)  // ok: once only
  }
}

/// A method that another one is named like, or a case.
final class NamedLikeACase: @unchecked Sendable {
  enum State { case open, done(Int) }
  private var state = State.open
  private var c: CheckedContinuation<Int, any Error>?

  func done(_ number: Int?) {
    guard let number else {
      c?.resume(throwing: StoreError.closed)  // expect: stale-continuation
      return
    }
    c?.resume(returning: number)
    c = nil
  }
}

final class CallsACase: @unchecked Sendable {
  private var state = NamedLikeACase.State.open

  func close() {
    if case .open = state { state = .done(1) }
  }
}

final class KeptInACollection: @unchecked Sendable {
  private var all: [CheckedContinuation<Int, Never>] = []
  private var byID: [Int: CheckedContinuation<Int, Never>] = [:]

  func waitsAndAnswers(_ isReady: Bool) async -> Int {
    await withCheckedContinuation { c in
      all.append(c)
      if isReady { c.resume(returning: 1) }  // expect: stale-continuation
    }
  }

  func waitsOrAnswers(_ isReady: Bool) async -> Int {
    await withCheckedContinuation { c in
      if isReady { c.resume(returning: 1) } else { all.append(c) }  // ok: one or the other
    }
  }

  func waitsUnderAName(_ id: Int, _ isReady: Bool) async -> Int {
    await withCheckedContinuation { c in
      byID[id] = c
      if isReady {
        byID[id] = nil
        c.resume(returning: 1)  // ok: taken out before
      }
    }
  }

  func waitsIfOpen(_ isOpen: Bool) async -> Int {
    await withCheckedContinuation { c in
      let isKept: Bool
      isKept = isOpen && all.isEmpty
      if isKept { all.append(c) }
      if !isKept { c.resume(returning: 1) }  // ok: it says whether it was kept
    }
  }

  func end() {
    for c in all { c.resume(returning: 0) }
    all = []
    for c in byID.values { c.resume(returning: 0) }
    byID = [:]
  }
}
