// Continuations in the cases of an enumeration, or in structs, that stand in a dictionary or an array.

private enum Wait {
  case connection(CheckedContinuation<Int, any Error>)
  case discovery(CheckedContinuation<[Int], any Error>)
}

private struct Asked {
  let since: Int
  let continuation: CheckedContinuation<Int, any Error>
}

private actor Central {
  private var waits: [String: Wait] = [:]
  private var asked: [String: Asked] = [:]
  private var queue: [Wait] = []

  func connect(_ id: String) async throws -> Int {
    try await withCheckedThrowingContinuation { waits[id] = .connection($0) }
  }

  func discover(_ id: String) async throws -> [Int] {
    try await withCheckedThrowingContinuation { queue.append(.discovery($0)) }
  }

  func ask(_ id: String) async throws -> Int {
    try await withCheckedThrowingContinuation { asked[id] = Asked(since: 1, continuation: $0) }
  }

  // MARK: good

  func didConnect(_ id: String) {
    guard case .connection(let c)? = waits.removeValue(forKey: id) else { return }
    c.resume(returning: 1)  // ok: taken out
  }

  func didConnectThenLeft(_ id: String) {
    guard case .connection(let c)? = waits[id] else { return }
    waits[id] = nil
    c.resume(returning: 1)  // ok: taken out by hand
  }

  func didAnswer(_ id: String) {
    asked.removeValue(forKey: id)?.continuation.resume(returning: 1)  // ok
  }

  func didFindAll() {
    for wait in queue {
      if case .discovery(let c) = wait { c.resume(returning: []) }  // ok: the list is emptied behind it
    }
    queue.removeAll()
  }

  // MARK: bad

  func didConnectAgain(_ id: String) {
    guard case .connection(let c)? = waits[id] else { return }
    c.resume(returning: 1)  // expect: stale-continuation
  }

  func didAnswerAgain(_ id: String) {
    asked[id]?.continuation.resume(returning: 1)  // expect: stale-continuation
  }
}
