// A closure of unknown fate completes, and a task beside it that surely runs does so, too.
import Dispatch

private typealias Answer = CheckedContinuation<Int, any Error>

private final class Flag: @unchecked Sendable {
  private var isSet = false
  func claim() -> Bool {
    if isSet { return false }
    isSet = true
    return true
  }
}

// MARK: good

private func claimedByTheFirst(_ answer: Answer) {
  let flag = Flag()
  onCallback {
    guard flag.claim() else { return }
    answer.resume(returning: 1)  // ok: only the first one
  }
  DispatchQueue.main.asyncAfter(deadline: .now() + 1) {
    guard flag.claim() else { return }
    answer.resume(throwing: StoreError.closed)  // ok: only the first one
  }
}

private final class Asking: @unchecked Sendable {
  var isAnswered = false

  func asks(_ answer: Answer) {
    DispatchQueue.main.asyncAfter(deadline: .now() + 1) {
      if self.isAnswered { return }
      self.isAnswered = true
      answer.resume(throwing: StoreError.closed)  // ok: asked before
    }
    onCallback {
      if self.isAnswered { return }
      self.isAnswered = true
      answer.resume(returning: 1)  // ok: asked before
    }
  }
}

private func cancelledByTheReply(_ answer: Answer) {
  let timeout = Task {
    try await Task.sleep(nanoseconds: 1000)
    answer.resume(throwing: StoreError.closed)  // ok: nobody here sees when it is cancelled
  }
  onCallback {
    timeout.cancel()
    answer.resume(returning: 1)
  }
}

private func workItem(_ answer: Answer) {
  let timeout = DispatchWorkItem { answer.resume(throwing: StoreError.closed) }
  ForeignService().callAnyhow { value in
    timeout.cancel()
    answer.resume(returning: value)
  }
  DispatchQueue.main.asyncAfter(deadline: .now() + 1, execute: timeout)  // ok: may be cancelled
}

private func oneOfThem(_ isOpen: Bool, _ answer: Answer) {
  if isOpen {
    onCallback { answer.resume(returning: 1) }
    return
  }
  DispatchQueue.main.async { answer.resume(throwing: StoreError.closed) }  // ok: another way
}

private func asksWhetherItRuns(_ answer: Answer) {
  onCallback { answer.resume(returning: 1) }
  DispatchQueue.main.asyncAfter(deadline: .now() + 1) {
    guard !random() else { return }
    answer.resume(throwing: StoreError.closed)  // ok: asks somebody
  }
}

// MARK: bad

private func timeoutBehindTheRequest(_ answer: Answer) {
  onCallback { answer.resume(returning: 1) }
  DispatchQueue.main.asyncAfter(deadline: .now() + 1) { answer.resume(throwing: StoreError.closed) }  // expect: double-resume
}

private func taskBehindTheRequest(_ answer: Answer) {
  onCallback { answer.resume(returning: 1) }
  Task {
    try? await Task.sleep(nanoseconds: 1000)
    answer.resume(throwing: StoreError.closed)  // expect: double-resume
  }
}

private func timeoutBeforeTheRequest(_ answer: Answer) {
  Task {
    try? await Task.sleep(nanoseconds: 1000)
    answer.resume(throwing: StoreError.closed)  // expect: double-resume
  }
  onCallback { answer.resume(returning: 1) }
}

private func ofACompletionHandler(completionHandler: @escaping @Sendable (Int) -> Void) {
  onCallback { completionHandler(1) }
  DispatchQueue.main.asyncAfter(deadline: .now() + 1) { completionHandler(0) }  // expect: double-resume
}
