// Switches with a case that forgets.

enum Event { case ready(Int), failed(any Error), progress(Double), idle }

// MARK: good

func everyCase(_ event: Event) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    switch event {
    case .ready(let value): c.resume(returning: value)
    case .failed(let error): c.resume(throwing: error)
    case .progress, .idle: c.resume(returning: 0)  // ok: every case
    }
  }
}

func afterTheSwitch(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    var value = 0
    switch event {
    case .ready(let count): value = count
    default: break
    }
    c.resume(returning: value)  // ok: after all cases
  }
}

func aCaseThatTraps(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    switch event {
    case .ready(let value): c.resume(returning: value)
    default: preconditionFailure("not ready")  // ok: does not come back
    }
  }
}

func fallsIntoTheCompletion(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    switch event {
    case .idle:
      print("idle")
      fallthrough  // ok: into a case that completes
    default:
      c.resume(returning: 0)
    }
  }
}

// MARK: bad

func emptyCase(_ event: Event) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    switch event {
    case .ready(let value): c.resume(returning: value)
    case .failed(let error): c.resume(throwing: error)
    case .progress, .idle: break  // expect: missing-resume
    }
  }
}

func caseWithoutCompletion(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    switch event {
    case .ready(let value):
      c.resume(returning: value)
    case .failed(let error):  // expect: missing-resume
      print(error)
    default:
      c.resume(returning: 0)
    }
  }
}

func defaultReturns(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    switch event {
    case .ready(let value): c.resume(returning: value)
    default: return  // expect: missing-resume
    }
  }
}

func ifCaseWithoutElse(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    if case .ready(let value) = event {  // expect: missing-resume
      c.resume(returning: value)
    }
  }
}

func guardCaseForgets(_ event: Event) async -> Int {
  await withCheckedContinuation { c in
    guard case .ready(let value) = event else { return }  // expect: missing-resume
    c.resume(returning: value)
  }
}

// MARK: told of a state, and then of the next

func toldOfStates(_ state: Event, _ c: CheckedContinuation<Int, any Error>?) {
  switch state {
  case .ready(let value): c?.resume(returning: value)
  case .failed(let error): c?.resume(throwing: error)
  case .progress: print("progress")
  default: break  // expect: missing-resume
  }
}

func toldOfAResult(_ result: Event, _ c: CheckedContinuation<Int, any Error>) {
  switch result {
  case .ready(let value): c.resume(returning: value)
  case .failed(let error): c.resume(throwing: error)
  case .progress: print("progress")  // expect: missing-resume
  default: c.resume(returning: 0)
  }
}

// MARK: exports

final class MovieExport: @unchecked Sendable {
  enum Status { case unknown, waiting, exporting, completed, failed, cancelled }
  var status = Status.unknown
  func exportAsynchronously(_ done: @escaping @Sendable () -> Void) {}
}

func exportedSomehow(_ session: MovieExport) async -> Bool {
  await withCheckedContinuation { c in
    session.exportAsynchronously {
      switch session.status {
      case .completed: c.resume(returning: true)
      case .failed, .cancelled: c.resume(returning: false)
      default: break  // ok: it tells of its end only
      }
    }
  }
}

func exportedOrFailed(_ session: MovieExport) async -> Bool {
  await withCheckedContinuation { c in
    session.exportAsynchronously {
      switch session.status {
      case .completed: c.resume(returning: true)
      case .failed: c.resume(returning: false)
      default: break  // expect: missing-resume
      }
    }
  }
}
