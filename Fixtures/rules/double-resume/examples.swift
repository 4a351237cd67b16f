// MARK: bad - no return after the error

func noReturnAfterTheError() async throws -> Int? {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { c.resume(throwing: error) }
      c.resume(returning: value)  // expect: double-resume
    }
  }
}

// MARK: bad - two conditions that can both hold

func bothConditionsHold() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let value { c.resume(returning: value) }
      if let error { c.resume(throwing: error) }  // expect: double-resume, missing-resume
    }
  }
}

// MARK: bad - a callback that comes with every event

func resumedWithEveryState(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    connection.stateUpdateHandler = { state in
      c.resume()  // expect: double-resume
    }
    connection.start()
  }
}

// MARK: bad - a completion handler that is called twice

func callsItsHandlerTwice(id: Int, completion: @escaping (Int?) -> Void) {
  if id == 0 {
    completion(nil)
  }
  completion(id)  // expect: double-resume
}

// MARK: good - one completion on each path

func oneOnEachPath() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error {
        c.resume(throwing: error)
        return
      }
      c.resume(returning: value ?? 0)  // ok: the other path has returned
    }
  }
}

// MARK: good - the result decides

func theResultDecides() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      c.resume(with: result)  // ok: once, whatever the result
    }
  }
}

// MARK: good - taken out before it is resumed

func takenOutBeforeItIsResumed(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    var waiting: CheckedContinuation<Void, Never>? = c
    connection.stateUpdateHandler = { _ in
      let first = waiting
      waiting = nil
      first?.resume()  // ok: nil from the second event on
    }
    connection.start()
  }
}
