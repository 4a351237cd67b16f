// A parameter's mark says that its closure is called exactly once, later. Nobody's body could tell: it is somebody else's.

protocol Loading {
  func load(_ id: Int, /* vtlint:called-once */ completion done: @escaping @Sendable (Int) -> Void)
  func observe(_ id: Int, change: @escaping @Sendable (Int) -> Void)
}

func resumesInTheClosureAndBehindIt(_ source: any Loading) async -> Int {
  await withCheckedContinuation { continuation in
    source.load(1) { continuation.resume(returning: $0) }
    continuation.resume(returning: 0)  // expect: double-resume
  }
}

func resumesInTwoClosures(_ source: any Loading) async -> Int {
  await withCheckedContinuation { continuation in
    source.load(1) { continuation.resume(returning: $0) }
    source.load(2, completion: { value in
      continuation.resume(returning: value)  // expect: double-resume
    })
  }
}

func resumesOnce(_ source: any Loading) async -> Int {
  await withCheckedContinuation { continuation in
    source.load(1) { continuation.resume(returning: $0) }
  }
}

func loadsTheOneOrTheOther(_ source: any Loading, _ isFirst: Bool) async -> Int {
  await withCheckedContinuation { continuation in
    if isFirst {
      source.load(1) { continuation.resume(returning: $0) }
    } else {
      source.load(2) { continuation.resume(returning: $0) }
    }
  }
}

func theOtherMayNeverCall(_ source: any Loading) async -> Int {
  await withCheckedContinuation { continuation in
    source.observe(1) { _ in print("changed") }
    source.load(1) { continuation.resume(returning: $0) }
  }
}
