// One element is taken out of an array of continuations, and nobody gets it.

final class WaitingLine: @unchecked Sendable {
  private var waiting: [CheckedContinuation<Int, Never>] = []

  func wait() async -> Int { await withCheckedContinuation { waiting.append($0) } }

  func serve(_ value: Int) {
    waiting.removeFirst().resume(returning: value)  // ok: completed
  }

  func serveTheHead(_ value: Int) {
    waiting.first?.resume(returning: value)  // ok: taken out in the next line
    waiting.removeFirst()
  }

  func serveByName(_ value: Int) {
    let next = waiting.removeLast()
    next.resume(returning: value)  // ok: completed
  }

  func next() -> CheckedContinuation<Int, Never>? {
    waiting.popLast()  // ok: given back
  }

  func serveAndForget(_ value: Int) {
    for waiter in waiting.prefix(1) { waiter.resume(returning: value) }  // ok: its callee takes it out
    forget()
  }

  private func forget() {
    waiting.removeFirst()  // ok: its caller has completed it
  }

  func dropFirst() {
    waiting.removeFirst()  // expect: missing-resume
  }

  func dropLast() {
    print("one less")
    _ = waiting.popLast()  // expect: missing-resume
  }

  func drop(_ place: Int) {
    waiting.remove(at: place)  // expect: missing-resume
  }
}
