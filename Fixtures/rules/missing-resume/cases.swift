// All cases of an enumeration together leave nothing over, however they are asked.

enum Reply { case value(Int), failed(String), closed }
enum Direction { case left, right }

// MARK: good

func twoOfAResult(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if case .success(let value) = result { c.resume(returning: value) }
    if case .failure(let error) = result { c.resume(throwing: error) }  // ok: there is no third
  }
}

func guardAndIf(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    guard case .success(let value) = result else {
      if case .failure(let error) = result { c.resume(throwing: error) }  // ok: it failed then
      return
    }
    c.resume(returning: value)
  }
}

func allOfAChain(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply {
      c.resume(returning: value)
    } else if case .failed(let reason) = reply {
      c.resume(returning: reason.count)
    } else if case .closed = reply {
      c.resume(returning: 0)  // ok: the last that is left
    }
  }
}

func oneAfterTheOther(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply { c.resume(returning: value) }
    if case .failed(let reason) = reply { c.resume(returning: reason.count) }
    if case .closed = reply { c.resume(returning: 0) }  // ok: all three
  }
}

func compared(_ direction: Direction) async -> Int {
  await withCheckedContinuation { c in
    if direction == .left { c.resume(returning: 1) }
    if direction == .right { c.resume(returning: 0) }  // ok: both
  }
}

// MARK: bad

func oneIsLeftOver(_ reply: Reply) async -> Int {
  await withCheckedContinuation { c in
    if case .value(let value) = reply { c.resume(returning: value) }
    if case .failed(let reason) = reply { c.resume(returning: reason.count) }  // expect: missing-resume
  }
}

func anotherValueEachTime(_ replies: [Reply]) async -> Int {
  await withCheckedContinuation { c in
    var reply = replies[0]
    if case .value(let value) = reply { return c.resume(returning: value) }
    reply = replies[1]
    if case .failed(let reason) = reply { return c.resume(returning: reason.count) }
    reply = replies[2]
    if case .closed = reply { c.resume(returning: 0) }  // expect: missing-resume
  }
}
