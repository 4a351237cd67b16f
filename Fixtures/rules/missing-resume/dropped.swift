// A stored continuation that is set to nil: whoever waits for it waits for ever.

final class Locator: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?
  private var taken: CheckedContinuation<Int, any Error>?
  private var isDone = false

  func locate() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      waiting?.resume(throwing: CancellationError())
      waiting = c
    }
  }

  func found(_ place: Int) {
    waiting?.resume(returning: place)
    waiting = nil  // ok: resumed before
  }

  func failed(_ error: any Error) {
    let last = waiting
    waiting = nil  // ok: taken out, then resumed
    last?.resume(throwing: error)
  }

  func stopped() {
    waiting = nil  // expect: missing-resume
  }

  func stoppedWhenDone() {
    if isDone { waiting = nil }  // ok: it asks first
  }

  func other() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      taken?.resume(throwing: CancellationError())
      taken = c
    }
  }

  func otherFound(_ place: Int) {
    taken?.resume(returning: place)
    forget()
  }

  private func forget() {
    taken = nil  // ok: its caller has resumed it
  }

  deinit {
    waiting = nil  // ok: nobody can wait for what is gone
  }
}

final class Requests: @unchecked Sendable {
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  func wait(_ id: Int) async { await withCheckedContinuation { waiting[id] = $0 } }

  func done(_ id: Int) {
    waiting.removeValue(forKey: id)?.resume()  // ok: completed
  }

  func taken(_ id: Int) -> CheckedContinuation<Void, Never>? {
    waiting.removeValue(forKey: id)  // ok: given back
  }

  func cancel(_ id: Int) {
    print("cancelled")
    waiting.removeValue(forKey: id)  // expect: missing-resume
  }

  func cancelQuietly(_ id: Int) {
    _ = waiting.removeValue(forKey: id)  // expect: missing-resume
  }
}

final class LoopbackServer: @unchecked Sendable {
  private var waiting: CheckedContinuation<String, any Error>?

  func answer() async throws -> String {
    let answer = try await withCheckedThrowingContinuation { c in
      waiting?.resume(throwing: CancellationError())
      waiting = c
    }
    stop()
    return answer
  }

  func stop() {
    waiting = nil  // expect: missing-resume
  }

  func received(_ text: String) {
    waiting?.resume(returning: text)
    waiting = nil
  }
}

final class SilentServer: @unchecked Sendable {
  private var next: CheckedContinuation<String, any Error>?

  func reply() async throws -> String {
    makeRoom()
    return try await withCheckedThrowingContinuation { next = $0 }
  }

  func makeRoom() {
    next = nil  // ok: as far as anybody can tell it only makes room
  }

  func told(_ text: String) {
    next?.resume(returning: text)
    next = nil
  }
}
