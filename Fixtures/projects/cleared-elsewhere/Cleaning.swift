// What the class does in a file of its own.

extension Receiver {
  func cleanUp() { waiting = nil }

  func close() {
    ended()
    other = nil
  }

  func timedOut() {
    waiting?.resume(returning: 0)  // expect: stale-continuation
  }
}
