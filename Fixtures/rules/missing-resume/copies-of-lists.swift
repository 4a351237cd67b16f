// Lists that are copied out of a property, added to, and put back or not.

private final class Waiters {
  private var all: [String: [CheckedContinuation<Int, any Error>]] = [:]

  // MARK: good

  func wait(_ key: String) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      var list = all[key] ?? []
      list.append(c)  // ok: put back
      all[key] = list
    }
  }

  func waitAndTell(_ key: String) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      var list: [CheckedContinuation<Int, any Error>] = []
      list.append(c)  // ok: told right behind
      for other in list { other.resume(returning: 1) }
    }
  }

  // MARK: bad

  func waitForEver(_ key: String) async throws -> Int {
    try await withCheckedThrowingContinuation { c in  // expect: missing-resume
      var list = all[key] ?? []
      list.append(c)
    }
  }

  func done(_ key: String) {
    for c in all.removeValue(forKey: key) ?? [] { c.resume(returning: 1) }
  }
}
