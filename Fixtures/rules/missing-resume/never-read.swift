// A property that takes a continuation and that nobody ever looks at.

// MARK: good

private final class Read: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?
  var seenByOthers: CheckedContinuation<Int, Never>?
  @Kept private var kept: CheckedContinuation<Int, Never>?
  private var shown: CheckedContinuation<Int, Never>? {
    didSet { oldValue?.resume(returning: 0) }
  }

  func wait() async -> Int {
    if waiting != nil { return 0 }
    return await withCheckedContinuation { waiting in self.waiting = waiting }  // ok: completed below
  }

  func finish() {
    let last = waiting
    waiting = nil
    last?.resume(returning: 1)
  }

  func waitForOthers() async -> Int {
    precondition(seenByOthers == nil)
    return await withCheckedContinuation { seenByOthers = $0 }  // ok: other files see it
  }

  func keep() async -> Int {
    precondition(kept == nil)
    return await withCheckedContinuation { kept = $0 }  // ok: the wrapper has it
  }

  func show() async -> Int {
    await withCheckedContinuation { next in
      shown = next  // ok: it looks itself
    }
  }
}

private final class Paths: @unchecked Sendable {
  private var pathed: CheckedContinuation<Int, Never>?
  func path() -> AnyKeyPath { \Paths.pathed }

  func wait() async -> Int {
    precondition(pathed == nil)
    return await withCheckedContinuation { pathed = $0 }  // ok: somebody has its path
  }
}

@propertyWrapper
private struct Kept<Value> {
  var wrappedValue: Value?
  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }
}

/// Nothing here is told how anything ended: another file may have an extension that is.
private final class Untold: @unchecked Sendable {
  private var untold: CheckedContinuation<Int, Never>?

  func wait() async -> Int {
    precondition(untold == nil)
    return await withCheckedContinuation { untold = $0 }  // ok: nobody says that it should have been completed
  }
}

// MARK: bad

private final class Unread: @unchecked Sendable {
  private var lost: CheckedContinuation<Int, Never>?
  private var all: [CheckedContinuation<Int, Never>] = []

  func wait() async -> Int {
    if lost != nil { return 0 }
    return await withCheckedContinuation { continuation in
      lost = continuation  // expect: missing-resume
    }
  }

  func source(_ source: Int, didFind value: Int) { print(value) }

  func stop() { lost = nil }

  func collect() async -> Int {
    await withCheckedContinuation { continuation in
      all.append(continuation)  // expect: missing-resume
    }
  }
}
