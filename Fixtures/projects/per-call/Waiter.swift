/// Made anew for each wait, in another file, and kept by nobody.
actor Waiter {
  private var continuation: CheckedContinuation<Void, Never>?

  func wait() async {
    await withCheckedContinuation { continuation = $0 }  // ok: one object, one wait
  }

  func wake() {
    continuation?.resume()
    continuation = nil
  }
}

/// Kept in a property of another file.
actor SharedWaiter {
  private var continuation: CheckedContinuation<Void, Never>?

  func wait() async {
    await withCheckedContinuation { continuation = $0 }  // expect: overwritten-continuation
  }

  func wake() {
    continuation?.resume()
    continuation = nil
  }
}
