// The many ways to take a continuation out of its property.

final class Ways: @unchecked Sendable {
  var c: CheckedContinuation<Int, any Error>?
  var other: CheckedContinuation<Int, any Error>?
  var isDone = false

  func guarded() {
    guard let c = self.c else { return }
    self.c = nil
    c.resume(returning: 1)  // ok: taken out before
  }

  func bound() {
    if let waiting = c {
      waiting.resume(returning: 1)  // ok: cleared after
      c = nil
    }
  }

  func deferred() {
    defer { c = nil }
    c?.resume(returning: 1)  // ok: cleared on every way out
  }

  func deferredBeforeThrow(_ value: Int?) throws {
    defer { c = nil }  // expect: missing-resume
    guard let value else { throw StoreError.missing }
    c?.resume(returning: value)  // ok: cleared on every way out
  }

  func swapped() {
    var old: CheckedContinuation<Int, any Error>?
    swap(&old, &c)
    old?.resume(returning: 1)  // ok: taken out by the swap
  }

  func inOneLine() {
    let old: CheckedContinuation<Int, any Error>?
    (old, c) = (c, nil)
    old?.resume(returning: 1)  // ok: taken out by the assignment
  }

  func taken() {
    c.take()?.resume(returning: 1)  // ok: take leaves nil
  }

  func onBothWays(_ error: (any Error)?) {
    if let error {
      c?.resume(throwing: error)  // ok: cleared below
    } else {
      c?.resume(returning: 1)  // ok: cleared below
    }
    c = nil
  }

  func switched(_ result: Result<Int, any Error>) {
    switch result {
    case .success(let value): c?.resume(returning: value)  // ok: cleared below
    case .failure(let error): c?.resume(throwing: error)  // ok: cleared below
    }
    c = nil
  }

  func replaced(_ next: CheckedContinuation<Int, any Error>) {
    let old = c
    c = next
    old?.resume(throwing: StoreError.closed)  // ok: another one is in its place
  }

  func byHelper() {
    c?.resume(returning: 1)  // ok: the helper clears it
    forget()
  }

  func byHelperOfHelper() {
    c?.resume(returning: 1)  // ok: the helper's helper clears it
    forgetAll()
  }

  private func forget() { c = nil }
  private func forgetAll() { forget() }

  func onlyWhereThereIsOne() {
    c?.resume(returning: 1)  // ok: where it is not cleared there is none
    if c != nil { c = nil }
  }

  func underALock(_ lock: Padlock) {
    let waiting = lock.withLock {
      defer { c = nil }
      return c
    }
    waiting?.resume(returning: 1)  // ok: taken out under the lock
  }

  func later() {
    onCallback {
      self.c?.resume(returning: 1)  // ok: cleared in the next line
      self.c = nil
    }
  }
}

extension Optional {
  mutating func take() -> Wrapped? {
    defer { self = nil }
    return self
  }
}

struct Padlock: Sendable {
  func withLock<T>(_ body: () throws -> T) rethrows -> T { try body() }
}

/// The caller clears.
final class Parts: @unchecked Sendable {
  private var c: UnsafeContinuation<Void, Never>?

  func didEnd() {
    finish()
    c = nil
  }

  private func finish() {
    c?.resume()  // ok: whoever calls it clears the property
  }
}

/// Whoever waits clears.
final class Waiter: @unchecked Sendable {
  private var c: CheckedContinuation<Void, Never>?

  func wait() async {
    guard c == nil else { return }
    await withCheckedContinuation { c = $0 }
    c = nil
  }

  func wake() {
    c?.resume()  // ok: the waiter clears the property when it wakes
  }
}

/// Once in the life of the object.
final class Once: @unchecked Sendable {
  private var c: CheckedContinuation<Void, Never>?

  init(_ c: CheckedContinuation<Void, Never>?) {
    self.c = c
    if c == nil { self.c?.resume() }  // ok: an initialiser runs once
  }

  deinit {
    c?.resume()  // ok: nothing comes after it
  }
}

/// Nothing can be taken out of a constant: the object is what is used once.
final class Envelope: Sendable {
  private let c: CheckedContinuation<Void, Never>
  init(_ c: CheckedContinuation<Void, Never>) { self.c = c }
  func open() { c.resume() }  // ok: a constant
}

/// Streams are yielded to many times.
final class Events: @unchecked Sendable {
  private var c: AsyncStream<Int>.Continuation?
  func event() { c?.yield(1) }  // ok: no continuation that is used once
  func end() { c?.finish() }  // ok: to finish twice does nothing
}

// MARK: - collections

actor Lists {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var byID: [Int: CheckedContinuation<Int, Never>] = [:]

  func wakeAll() {
    for c in waiting { c.resume() }  // ok: emptied below
    waiting.removeAll()
  }

  func wakeAllToo() {
    let all = waiting
    waiting = []
    for c in all { c.resume() }  // ok: emptied before
  }

  func wakeEach() {
    waiting.forEach { $0.resume() }  // ok: emptied below
    waiting = []
  }

  func wakeOne() {
    if !waiting.isEmpty { waiting.removeFirst().resume() }  // ok: taken out
    while let c = waiting.popLast() { c.resume() }  // ok: taken out
  }

  func answer(_ id: Int) {
    if let c = byID[id] {
      c.resume(returning: id)  // ok: taken out in the next line
      byID[id] = nil
    }
    guard let c = byID.removeValue(forKey: id) else { return }
    c.resume(returning: id)  // ok: taken out
  }

  func answerAll() {
    for (id, c) in byID { c.resume(returning: id) }  // ok: emptied below
    byID = [:]
  }
}

final class OwnerIsAnOptional: @unchecked Sendable {
  private struct Pending { var waiting: CheckedContinuation<Int, Never>? }
  private var pending: Pending?

  func wait() async -> Int {
    precondition(pending == nil)
    return await withCheckedContinuation { pending = Pending(waiting: $0) }
  }

  func end() {
    pending?.waiting?.resume(returning: 1)  // ok: gone with what holds it
    pending = nil
  }
}

// MARK: - collections of collections

private actor WaitingByAddress {
  private var waiting: [String: [Int: CheckedContinuation<Int, Never>]] = [:]

  func wait(_ address: String, _ id: Int) async -> Int {
    await withCheckedContinuation { waiting[address, default: [:]][id] = $0 }
  }

  func answer(_ address: String, _ id: Int) {
    guard let c = waiting[address]?[id] else { return }
    waiting[address]?.removeValue(forKey: id)
    c.resume(returning: 1)  // ok: taken out of the inner one
  }

  func empty(_ address: String, _ id: Int) {
    guard let c = waiting[address]?[id] else { return }
    waiting[address]?[id] = nil
    c.resume(returning: 1)  // ok: the same
  }

  func leave(_ address: String, _ id: Int) {
    guard let c = waiting[address]?[id] else { return }
    c.resume(returning: 1)  // expect: stale-continuation
  }
}
