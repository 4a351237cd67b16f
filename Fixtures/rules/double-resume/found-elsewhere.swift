// What is found in a collection of others says nothing of a continuation that was made here.

private final class Pool {
  var free: [Int] = []
  var tokens: Set<Int> = []

  func oneEach(_ n: Int?) async -> Int {
    await withCheckedContinuation { c in
      if let n {
        c.resume(returning: n)
      } else if let next = free.popLast() {
        c.resume(returning: next)  // ok: one on each way
      } else {
        c.resume(returning: 0)
      }
    }
  }

  func firstComer() async -> Int {
    await withCheckedContinuation { c in
      tokens.insert(1)
      ForeignService().callAnyhow { _ in if self.tokens.remove(1) != nil { c.resume(returning: 1) } }  // ok: one of both finds it
      ForeignService().callAnyhow { _ in if self.tokens.remove(1) != nil { c.resume(returning: 2) } }
    }
  }

  // MARK: bad

  func always() async -> Int {
    await withCheckedContinuation { c in
      c.resume(returning: 1)
      c.resume(returning: free.popLast() ?? 3)  // expect: double-resume
    }
  }

  func fallsThrough(_ n: Int?) async -> Int {
    await withCheckedContinuation { c in
      if let n { c.resume(returning: n) }
      if let next = free.popLast() {
        c.resume(returning: next)  // expect: double-resume
      } else {
        c.resume(returning: 2)  // expect: double-resume
      }
    }
  }
}
