// Two closures of one call, of which one is told of success and the other of failure; closures by the words of their labels.

// MARK: good

func bothComplete() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.check(success: { c.resume(returning: $0) }, failure: { c.resume(throwing: $0) })  // ok: each of them
  }
}

func bothCompleteByOtherWords() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.find(onSuccess: { c.resume(returning: $0) }, onFailure: { c.resume(throwing: $0) })  // ok: each of them
  }
}

func failureByALocalFunction() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    func fail(_ error: any Error) { c.resume(throwing: error) }
    api.check(success: { c.resume(returning: $0) }, failure: { fail($0) })  // ok: by its name
  }
}

func eventsNeedNotComplete() async -> Int {
  await withCheckedContinuation { c in
    api.observeChanges { value in
      guard value > 0 else { return }  // ok: it comes again
      takeOver(c)
    }
  }
}

func eventsOfALife(_ database: Database) async -> Int {
  await withCheckedContinuation { c in
    var isDone = false
    database.build(
      onLifecycleEventSuccess: { value in
        if isDone { return }
        isDone = true
        c.resume(returning: value)
      },
      onLifecycleEventFailure: { print($0) })  // ok: the next event may be a success
  }
}

func trailingAndFailure(_ service: ForeignService) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service.update(errorCallback: { c.resume(throwing: $0) }) { c.resume(returning: $0) }  // ok: each of them
  }
}

// MARK: bad

func besideATrailingClosure(_ service: ForeignService) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service.update(errorCallback: { print($0) }) { c.resume(returning: $0) }  // expect: missing-resume
  }
}

func failureOnlyLogs() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.check(
      success: { c.resume(returning: $0) },
      failure: { print($0) })  // expect: missing-resume
  }
}

func failureDoesNothing() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.find(onSuccess: { c.resume(returning: $0) }, onFailure: { _ in })  // expect: missing-resume
  }
}

func successForgetsAWay() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.find(
      onSuccess: { value in
        guard value > 0 else { return }  // expect: missing-resume
        c.resume(returning: value)
      }, onFailure: { c.resume(throwing: $0) })
  }
}
