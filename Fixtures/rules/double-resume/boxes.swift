// Flags in boxes of the sources, which let closures change what they keep, one after the other.

private actor Flag<Value> {
  private var value: Value
  init(_ value: Value) { self.value = value }
  func modify(_ change: (inout Value) -> Void) { change(&value) }
}

private struct Late: Error {}

// MARK: good

private func asksWhatItIsGiven(_ work: @escaping @Sendable () async -> Int) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let done = Flag(false)
    Task {
      await done.modify {
        guard $0 == false else { return }
        $0 = true
        c.resume(throwing: Late())
      }
    }
    Task {
      let value = await work()
      await done.modify {
        guard !$0 else { return }  // ok: the other one has come first
        $0 = true
        c.resume(returning: value)  // ok
      }
    }
  }
}

// MARK: bad

private func asksNothing(_ work: @escaping @Sendable () async -> Int) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let done = Flag(false)
    Task {
      await done.modify {
        $0 = true
        c.resume(throwing: Late())
      }
    }
    Task {
      let value = await work()
      await done.modify {
        $0 = true
        c.resume(returning: value)  // expect: double-resume
      }
    }
  }
}
