// A closure that completes is given away, and the code behind the call completes as well.

// MARK: good

func eitherTheClosureOrThis(_ isOpen: Bool, completionHandler: @escaping @Sendable (Int) -> Void) {
  if isOpen {
    onCallback { completionHandler(1) }
  } else {
    completionHandler(0)  // ok: no closure here
  }
}

func onlyIfItWasNotTaken(completionHandler: @escaping (Int) -> Void) {
  let isTaken = changeTwice { value in
    completionHandler(value)
    return true
  }
  if !isTaken { completionHandler(0) }  // ok: whoever has not taken it will not run it
}

func whoeverComesFirst(completionHandler: @escaping (Int) -> Void) {
  var done = false
  let service = ForeignService()
  service.callAnyhow { value in
    if done { return }
    done = true
    completionHandler(value)  // ok: asked before
  }
  if done { return }
  done = true
  completionHandler(0)
}

// MARK: bad

func andOnceMore(completionHandler: @escaping (Int) -> Void) {
  let service = ForeignService()
  service.callAnyhow { completionHandler($0) }
  completionHandler(0)  // expect: double-resume
}

func nestedAndOnceMore(_ samples: [Int]) async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    let service = ForeignService()
    if !samples.isEmpty {
      service.fetchKeys { _, error in
        if let error { c.resume(throwing: error) }
      }
    }
    c.resume()  // expect: double-resume
  }
}
