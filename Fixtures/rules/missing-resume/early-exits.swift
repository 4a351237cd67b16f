// Exits that forget: guard, return, throw, break, continue.

// MARK: good

func guardCompletes(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else {
      return c.resume(returning: 0)  // ok: completes on its way out
    }
    c.resume(returning: user.id)
  }
}

func guardNeverReturns(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else { fatalError("no user") }  // ok: nobody waits any more
    c.resume(returning: user.id)
  }
}

func deferCompletesEveryExit(_ user: User?) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    defer { c.resume() }  // ok: on every exit
    guard let user else { return }
    print(user)
  }
}

func cancelledTaskCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if Task.isCancelled {
      c.resume(throwing: CancellationError())
      return  // ok: completed
    }
    api.fetch { c.resume(with: $0) }
  }
}

func lockClosureCompletes(_ lock: Lock<[Int]>) async -> Int {
  await withCheckedContinuation { c in
    lock.withLock { values in
      if values.isEmpty {
        c.resume(returning: 0)
        return  // ok: completed
      }
      c.resume(returning: values.removeFirst())
    }
  }
}

func correlatedExits(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready { c.resume(returning: 1) }
    if ready { return }  // ok: completed above
    c.resume(returning: 0)
  }
}

// MARK: bad

func guardForgets(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else { return }  // expect: missing-resume
    c.resume(returning: user.id)
  }
}

func guardForgetsOnALineOfItsOwn(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else {
      print("no user")
      return  // expect: missing-resume
    }
    c.resume(returning: user.id)
  }
}

func cancelledTaskForgets() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if Task.isCancelled { return }  // expect: missing-resume
    api.fetch { c.resume(with: $0) }
  }
}

func ifReturns(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if !ready {
      return  // expect: missing-resume
    }
    c.resume(returning: 1)
  }
}

func lockClosureForgets(_ lock: Lock<[Int]>) async -> Int {
  await withCheckedContinuation { c in
    lock.withLock { values in
      if values.isEmpty {
        print("nothing there")
        return  // expect: missing-resume
      }
      c.resume(returning: values.removeFirst())
    }
  }
}

func errorCodeForgets() async -> Int {
  await withCheckedContinuation { c in
    let context = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
    guard api.register(context) == 0 else {
      context.deallocate()
      return  // expect: missing-resume
    }
    c.resume(returning: 1)
  }
}

func ifWithoutElseForgets(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready {  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

func elseIfWithoutElseForgets(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    if count == 0 {
      c.resume(returning: 0)
    } else if count == 1 {  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

func ifLetWithoutElseForgets(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    if let user {  // expect: missing-resume
      c.resume(returning: user.id)
    }
  }
}

func twoExitsForget(_ user: User?, _ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    guard let user else { return }  // expect: missing-resume
    guard ready else { return }  // expect: missing-resume
    c.resume(returning: user.id)
  }
}

func neverCompleted() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    print("waiting")
  }
}

func namelessNeverCompleted() async -> Int {
  await withCheckedContinuation { _ in  // expect: missing-resume
    print("waiting")
  }
}

func emptyClosure() async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in  // expect: missing-resume
  }
}
