// Tasks that take the duty along: what throws in them is seen by nobody.

// MARK: good

func taskCatches() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    Task {
      do {
        let user = try await store.load(1).value
        c.resume(returning: user.id)
      } catch {
        c.resume(throwing: error)  // ok: the way of the error
      }
    }
  }
}

func taskThatCannotThrow() async -> Int {
  await withCheckedContinuation { c in
    Task {
      await pause()
      c.resume(returning: 1)  // ok: nothing throws
    }
  }
}

func taskWithOptionalTry() async -> Int {
  await withCheckedContinuation { c in
    Task {
      let user = try? await store.load(1).value
      c.resume(returning: user?.id ?? 0)  // ok: the error is swallowed
    }
  }
}

func promiseOfATask() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  promise.completeWithTask { try await store.load(1).value.id }  // ok: takes the error too
  return promise.futureResult
}

// MARK: bad

func taskThrows() async -> Int {
  await withCheckedContinuation { c in
    Task {
      let user = try await store.load(1).value  // expect: missing-resume
      c.resume(returning: user.id)
    }
  }
}

func detachedTaskThrows() async -> Int {
  await withCheckedContinuation { c in
    Task.detached {
      try risk()  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

func childTaskThrows() async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    let value: Int = await withCheckedContinuation { c in
      group.addTask {
        try risk()  // expect: missing-resume
        c.resume(returning: 1)
      }
    }
    print(value)
  }
}

func taskReturnsWhenCancelled() async -> Int {
  await withCheckedContinuation { c in
    Task {
      await pause()
      guard !Task.isCancelled else { return }  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

func promiseInATask() -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  Task {
    let user = try await store.load(1).value  // expect: missing-resume
    promise.succeed(user.id)
  }
  return promise.futureResult
}

func queueForgets(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    notifier.async {
      guard ready else { return }  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

final class Asserting: @unchecked Sendable {
  private var count = 2

  func length() async -> Int {
    await withCheckedContinuation { [weak self] c in
      guard let self else { return }  // expect: missing-resume
      notifier.async {
        assert(self.count > 1)  // ok: where that ends the program nobody waits any more
        c.resume(returning: 1)
      }
    }
  }
}
