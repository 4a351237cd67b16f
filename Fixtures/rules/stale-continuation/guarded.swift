// Conditions that keep a completion from happening twice, and conditions that do not.

final class Guarded: @unchecked Sendable {
  private var c: CheckedContinuation<Void, any Error>?
  private var isDone = false
  private var state = State.idle
  private let lock = Flag()

  enum State { case idle, waiting, done }

  func byFlag() {
    guard !isDone else { return }
    isDone = true
    c?.resume()  // ok: the flag is asked first
  }

  func byState() {
    switch state {
    case .waiting:
      state = .done
      c?.resume()  // ok: the state is another one the next time
    case .idle, .done: break
    }
  }

  func byMethod() {
    guard finishOnce() else { return }
    c?.resume()  // ok: the method tells the first from the others
  }

  private func finishOnce() -> Bool {
    defer { isDone = true }
    return !isDone
  }

  func byAtomic() {
    if lock.exchange(true) { return }
    c?.resume()  // ok: only the first comes here
  }

  func byAnArgument(_ error: (any Error)?) {
    if let error {
      c?.resume(throwing: error)  // expect: stale-continuation
      return
    }
    c?.resume()  // expect: stale-continuation
  }

  func byAskingForIt() {
    guard c != nil else { return }
    c?.resume()  // expect: stale-continuation
  }

  func flagIsNotAsked() {
    isDone = true
    c?.resume()  // expect: stale-continuation
  }
}

struct Flag: Sendable {
  func exchange(_ new: Bool) -> Bool { !new }
}
