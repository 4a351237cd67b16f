// Closures of which the first one completes: that which comes later finds that another one has come first.

/// Tells the first who asks from all others.
private final class Once: @unchecked Sendable {
  private var isUsed = false

  func claim() -> Bool {
    if isUsed { return false }
    isUsed = true
    return true
  }
}

// MARK: good

func asksBesideTheHandler(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    let once = Once()
    work.terminationHandler = { status in
      guard once.claim() else { return }
      c.resume(returning: status)
    }
    notifier.async {
      guard work.isRunning else { return }  // ok: whoever came before the handler sees to it
      guard once.claim() else { return }
      c.resume(returning: 0)
    }
  }
}

func asksWhereItFails(_ work: Work) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let once = Once()
    work.terminationHandler = { status in
      guard once.claim() else { return }
      c.resume(returning: status)
    }
    do { try work.run() } catch {  // ok: where it does not fail the handler runs, or another one was first
      guard once.claim() else { return }
      c.resume(throwing: error)
    }
  }
}

// MARK: bad

private final class Mark: @unchecked Sendable {
  private var value = false
  func exchange(_ next: Bool) -> Bool { (value, next).0 }
}

func isFirstAndForgets(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    let isDone = Mark()
    work.terminationHandler = { status in
      guard !isDone.exchange(true) else { return }
      c.resume(returning: status)
    }
    notifier.async {
      guard !isDone.exchange(true) else { return }
      guard work.isRunning else { return }  // expect: missing-resume
      c.resume(returning: 0)
    }
  }
}

func asksNobody(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    work.terminationHandler = { status in
      guard status == 0 else { return }
      c.resume(returning: status)
    }
    notifier.async {
      guard work.isRunning else { return }  // expect: missing-resume
      c.resume(returning: 0)
    }
  }
}
