// Completed, and then given to somebody who completes it, too; and callees that complete on some of their ways.

private struct Entry {
  var id: Int
  var continuation: CheckedContinuation<Void, Never>
}

private protocol Loader: Sendable {
  func load(_ done: @escaping @Sendable (Int) -> Void)
}

// MARK: good

actor Waiters {
  private var isClosed = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var only: CheckedContinuation<Void, Never>?

  func returns() async {
    await withCheckedContinuation { c in
      if isClosed { return c.resume() }
      waiting.append(c)  // ok
    }
  }

  func otherwise() async {
    await withCheckedContinuation { c in
      if isClosed { c.resume() } else { waiting.append(c) }  // ok
    }
  }

  func sameQuestion() async {
    let isClosed = isClosed
    await withCheckedContinuation { c in
      if isClosed { c.resume() }
      if !isClosed { waiting.append(c) }  // ok
    }
  }

  func end() {
    for c in waiting { c.resume() }
    waiting = []
    only?.resume()
    only = nil
  }
}

private func loadOrTell(_ loader: any Loader, _ count: Int, completion: @escaping @Sendable (Int) -> Void) {
  if count > 0 { return completion(count) }
  loader.load { completion($0) }
}

private func tellsOnce(_ loader: any Loader, _ count: Int, completion: @escaping @Sendable (Int) -> Void) {
  if count == 3 { return completion(3) }
  loadOrTell(loader, count, completion: completion)  // ok
}

// MARK: bad

actor CarelessWaiters {
  private var isClosed = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var entries: [Entry] = []

  func appended() async {
    await withCheckedContinuation { c in
      if isClosed { c.resume() }
      waiting.append(c)  // expect: double-resume
    }
  }

  func end() {
    for c in waiting { c.resume() }
    waiting = []
    for entry in entries { entry.continuation.resume() }
    entries = []
  }
}

private func tellsAgain(_ loader: any Loader, _ count: Int, completion: @escaping @Sendable (Int) -> Void) {
  loadOrTell(loader, count, completion: completion)
  completion(0)  // expect: double-resume
}
