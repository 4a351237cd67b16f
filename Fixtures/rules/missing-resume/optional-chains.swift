// Optional chains are paths: what stands behind one does not run when there is nothing.

// MARK: good

func checkedFirst(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    guard let service else {
      c.resume(throwing: StoreError.closed)
      return
    }
    service.fetch { c.resume(with: $0) }  // ok: there is a service
  }
}

func knownToBeThere(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if service == nil {
      return c.resume(throwing: StoreError.closed)
    }
    service?.fetch { c.resume(with: $0) }  // ok: not nil here
  }
}

func nilCoalesced(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    (service ?? api).fetch { c.resume(with: $0) }  // ok: one of the two
  }
}

func forced(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service!.fetch { c.resume(with: $0) }  // ok: traps otherwise
  }
}

func chainBesideTheResume(_ service: API?) async -> Int {
  await withCheckedContinuation { c in
    service?.ping {}
    c.resume(returning: 1)  // ok: not in the chain
  }
}

final class GoodHolder: @unchecked Sendable {
  private var service: API? = nil

  func checkedMember() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      if let service {
        service.fetch { c.resume(with: $0) }
      } else {
        c.resume(throwing: StoreError.closed)  // ok: the other branch
      }
    }
  }
}

// MARK: bad

func chainedCall(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service?.load { value, error in  // expect: missing-resume
      if let error { return c.resume(throwing: error) }
      c.resume(returning: value ?? 0)
    }
  }
}

func chainedResultOfACall() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    connect()?.fetch { c.resume(with: $0) }  // expect: missing-resume
  }
}

final class BadHolder: @unchecked Sendable {
  private var service: API? = nil

  func chainedMember() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      service?.fetch { c.resume(with: $0) }  // expect: missing-resume
    }
  }

  func chainedMemberOfSelf() async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      self.service?.fetch { result in  // expect: missing-resume
        c.resume(with: result)
      }
    }
  }

  func weakSelfChain() async -> Int {
    await withCheckedContinuation { c in
      api.ping { [weak self] in
        self?.later { c.resume(returning: 1) }  // expect: missing-resume
      }
    }
  }

  func chainInOneBranch(_ ready: Bool) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      if ready {
        c.resume(returning: 1)
      } else {
        service?.fetch { c.resume(with: $0) }  // expect: missing-resume
      }
    }
  }

  private func later(_ body: @escaping () -> Void) { api.ping(body) }
}

final class Appearing: @unchecked Sendable {
  private var appearing: CheckedContinuation<Int, Never>?
  private var all: [Int: CheckedContinuation<Int, Never>] = [:]

  func kept() async -> Int {
    precondition(appearing == nil)
    return await withCheckedContinuation { c in self.appearing = c }  // ok: there is somebody
  }

  func asked() async -> Int {
    await withCheckedContinuation { [weak self] c in
      guard let self, appearing == nil else { return c.resume(returning: 0) }
      appearing = c  // ok: asked
    }
  }

  func property() async -> Int {
    precondition(appearing == nil)
    return await withCheckedContinuation { [weak self] c in
      self?.appearing = c  // expect: missing-resume
    }
  }

  func element() async -> Int {
    await withCheckedContinuation { [weak self] c in
      self?.all[1] = c  // expect: missing-resume
    }
  }

  func done() {
    let last = appearing
    appearing = nil
    last?.resume(returning: 1)
    all.removeValue(forKey: 1)?.resume(returning: 1)
  }
}

// MARK: good - just made

private final class KeepsALibrarysClient: @unchecked Sendable {
  private var timer: ForeignTimer?

  func start() async {
    timer = ForeignTimer(1)
    await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
      timer?.fire { c.resume() }  // ok: it was made two lines before
    }
  }
}
