// A closure that completes is given away, and the code behind the call completes as well.

// MARK: good

func eitherTheClosureOrThis(_ isOpen: Bool, completionHandler: @escaping @Sendable (Int) -> Void) {
  if isOpen {
    onCallback { completionHandler(1) }
  } else {
    completionHandler(0)  // ok: no closure here
  }
}

func eitherOfOptionalHandlers(_ isOpen: Bool, completionHandler: (@Sendable (Int) -> Void)?) {
  onCallback { if isOpen { completionHandler?(1) } }
  if !isOpen { completionHandler?(0) }  // ok: one asks for what the other one does not
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

/// A helper that need not run the closure it is given.
private func answerPerhaps(_ value: Int?, _ completion: (Int) -> Void) { if let value { completion(value) } }

func helperThatMayNot(_ value: Int?, completionHandler: @escaping (Int) -> Void) {
  answerPerhaps(value, completionHandler)
  if value == nil { completionHandler(0) }  // ok: as far as anybody can tell
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

/// Whatever the closure does: the two here are certain.
func twiceBesideAClosure(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { (c: CheckedContinuation<Int, Never>) in
    service.callAnyhow { print($0, c) }
    c.resume(returning: 1)
    c.resume(returning: 2)  // expect: double-resume
  }
}

private func answer(_ value: Int, _ completion: (Int) -> Void) { completion(value) }

/// A helper whose closure does not escape completes it all the same.
func helperAndOnceMore(_ isOpen: Bool, completionHandler: @escaping (Int) -> Void) {
  if isOpen { answer(1, completionHandler) }
  answer(2, completionHandler)  // expect: double-resume
}

func optionalHandlers(_ isOpen: Bool, completionHandler: (@Sendable (Int) -> Void)?) {
  onCallback { completionHandler?(1) }
  completionHandler?(0)  // expect: double-resume
}
