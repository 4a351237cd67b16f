// Completion handlers that are kept in a property, and called on one way twice.

private enum Outcome { case completed, afterReboot, failed }

private final class Installer {
  private var completion: ((Bool) -> Void)?
  private var completionHandler: ((Result<Int, any Error>) -> Void)?

  private var completionCallback: ((Bool) -> Void)?

  func start(_ done: @escaping (Bool) -> Void) { completion = done }
  func startWithAnswer(_ done: @escaping (Result<Int, any Error>) -> Void) { completionHandler = done }

  // MARK: good

  func finished(_ outcome: Outcome) {
    switch outcome {
    case .completed: completion?(true)
    case .afterReboot, .failed: completion?(false)  // ok: another case
    }
    completion = nil
  }

  func failed(_ error: (any Error)?) {
    if let error {
      completionHandler?(.failure(error))
      return
    }
    completionHandler?(.success(1))  // ok: the other way has left
  }

  func replaced(_ done: @escaping (Bool) -> Void) {
    completion?(false)
    completion = done
    completion?(true)  // ok: another one
    completion = nil
  }

  func takenOut() {
    let done = completion
    completion = nil
    done?(true)  // ok: once
  }

  func waitsBetween() async {
    completion?(false)
    await Task.yield()
    completion?(true)  // ok: it may be another one by then
    completion = nil
  }

  func ofAnother(_ session: KeepingSession) {
    session.completion?(false)
    session.load()
    session.completion?(true)  // ok: whatever it keeps now
  }

  // MARK: bad

  // Told of each line it is told of events, most likely: a suggestion.
  func ofLines(_ lines: [String]) {
    for line in lines {
      if let number = Int(line) {
        completionHandler?(.success(number))  // expect: double-resume
      } else {
        completionHandler?(.failure(StoreError.missing))  // expect: double-resume
      }
    }
  }

  func finishedTwice(_ outcome: Outcome) {
    switch outcome {
    case .completed: completion?(true)
    case .afterReboot, .failed: print("later")
    }
    completion?(true)  // expect: double-resume
    completion = nil
  }

  func calledBackTwice(_ outcome: Outcome) {
    switch outcome {
    case .completed, .afterReboot: completionCallback?(true)
    case .failed: print("failed")
    }
    self.completionCallback?(true)  // expect: double-resume
    self.completionCallback = nil
  }

  func failedAndWentOn(_ error: (any Error)?) {
    if let error { self.completionHandler?(.failure(error)) }
    self.completionHandler?(.success(1))  // expect: double-resume
  }
}

private final class KeepingSession {
  var completion: ((Bool) -> Void)?
  func load() { print("loads, and keeps another one some time") }
}
