// A method that takes the continuation out on some of its ways is called by others, and others have methods of its name.

private final class ClearsForItsCallee {
  var waiting: CheckedContinuation<Int, Never>?

  func handle() {
    waiting?.resume(returning: 1)  // ok: who calls it takes it out
  }

  func loop() {
    handle()
    waiting = nil
  }
}

private final class ClearsByAnother {
  var waiting: CheckedContinuation<Int, Never>?

  func handle() {
    waiting?.resume(returning: 1)  // ok: who calls it has it taken out
  }

  private func forget() { waiting = nil }

  func loop() {
    handle()
    forget()
  }
}

private final class Tape {
  func record() -> Bool { true }
}

private class Recorder {
  fileprivate var waiting: CheckedContinuation<Bool, Never>?

  func record() -> Bool {
    waiting = nil
    return true
  }
}

private final class Machine: Recorder {
  func other(_ tape: Recorder) async -> Bool {
    await withCheckedContinuation { c in
      if waiting != nil { return c.resume(returning: false) }
      waiting = c
      if !tape.record() { c.resume(returning: false) }  // ok: a recorder takes it out
    }
  }
}

// MARK: bad

private actor ClearsOnOneWay {
  private var waiting: CheckedContinuation<Int, any Error>?

  func number() async throws -> Int {
    guard waiting == nil else { return 1 }
    return try await withCheckedThrowingContinuation { waiting = $0 }
  }

  func handle(_ error: (any Error)?) {
    guard let c = waiting else { return }
    if let error {
      c.resume(throwing: error)  // expect: stale-continuation
      return
    }
    waiting = nil
    c.resume(returning: 1)
  }

  func loop() { handle(StoreError.missing) }
}

private final class OfTapes {
  private var waiting: CheckedContinuation<Bool, Never>?

  func record() {
    waiting?.resume(returning: true)
    waiting = nil
  }

  func other(_ tape: Tape) async -> Bool {
    await withCheckedContinuation { c in
      if waiting != nil { return c.resume(returning: false) }
      waiting = c
      if !tape.record() { c.resume(returning: false) }  // expect: stale-continuation
    }
  }
}
