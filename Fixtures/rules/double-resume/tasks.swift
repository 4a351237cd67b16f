// Completions in tasks, queues and other closures that run later.

// MARK: good

func resumedByATask() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    Task {
      do {
        c.resume(returning: try await store.load(1).value.id)
      } catch {
        c.resume(throwing: error)  // ok: what threw was evaluated before the resume
      }
    }
  }
}

func eitherNowOrLater(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    guard !ready else { return c.resume(returning: 1) }
    notifier.async { c.resume(returning: 0) }  // ok: the guard has returned
  }
}

// MARK: bad

func taskAndItsMaker() async -> Int {
  await withCheckedContinuation { c in
    Task { c.resume(returning: 1) }
    c.resume(returning: 0)  // expect: double-resume
  }
}

func twoTasks() async -> Int {
  await withCheckedContinuation { c in
    Task { c.resume(returning: 1) }
    Task { c.resume(returning: 0) }  // expect: double-resume
  }
}

func timeoutAndWork() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    Task {
      try? await Task.sleep(nanoseconds: 1)
      c.resume(throwing: StoreError.closed)
    }
    Task { c.resume(returning: 1) }  // expect: double-resume
  }
}

func resumesBeforeTheThrow() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    Task {
      do {
        let user = try await store.load(1).value
        c.resume(returning: user.id)
        try await store.save(user.id).value
      } catch {
        c.resume(throwing: error)  // expect: double-resume
      }
    }
  }
}

func queueAndNow(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready {
      c.resume(returning: 1)
    }
    notifier.async { c.resume(returning: 0) }  // expect: double-resume
  }
}

func lastInATaskThatIsAwaited() async -> Int {
  await withCheckedContinuation { c in
    Task {
      do {
        try await Task {
          try await store.save(1).value
          c.resume(returning: 1)
        }.value
      } catch {
        c.resume(returning: 0)  // ok: what failed had not come to its end
      }
    }
  }
}

func notLastInATaskThatIsAwaited() async -> Int {
  await withCheckedContinuation { c in
    Task {
      do {
        try await Task {
          c.resume(returning: 1)
          try await store.save(1).value
        }.value
      } catch {
        c.resume(returning: 0)  // expect: double-resume
      }
    }
  }
}
