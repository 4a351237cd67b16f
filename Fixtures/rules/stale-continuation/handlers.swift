// Completion handlers that an object keeps: one method calls its handler and takes it out, another one leaves it there.

private final class Redirecting: @unchecked Sendable {
  private var completionHandler: ((Int?) -> Void)?
  private var isFinished = false

  func start(_ completion: @escaping (Int?) -> Void) { completionHandler = completion }

  // MARK: good

  func timedOut() {
    if let done = completionHandler {
      done(nil)
      completionHandler = nil  // ok: called once
    }
  }

  func takenOut(_ value: Int) {
    let done = completionHandler
    completionHandler = nil
    done?(value)  // ok: not there any more
  }

  func guarded(_ value: Int) {
    guard !isFinished else { return }
    isFinished = true
    completionHandler?(value)  // ok: asked before
  }

  func clearedByAHelper(_ value: Int) {
    completionHandler?(value)  // ok: the helper takes it out
    reset()
  }

  func replaced(_ value: Int, _ completion: @escaping (Int?) -> Void) {
    completionHandler?(value)  // ok: another one takes its place
    completionHandler = completion
  }

  private func reset() { completionHandler = nil }

  // MARK: bad

  func found(_ value: Int) {
    completionHandler?(value)  // expect: stale-continuation
  }

  func foundByName(_ value: Int) {
    guard let completionHandler else { return }
    completionHandler(value)  // expect: stale-continuation
  }

  func foundOnOneWay(_ value: Int) {
    if value > 0 {
      self.completionHandler?(value)  // expect: stale-continuation
    } else {
      reset()
    }
  }
}

/// Nothing shows that the handler is to be called once: it may be told of each event.
private final class Telling: @unchecked Sendable {
  var completion: ((Int) -> Void)?

  func tell(_ value: Int) { completion?(value) }  // ok: nobody takes it out when it was called
  func stop() { completion = nil }
}

/// A listener by its name.
private final class Listening: @unchecked Sendable {
  var onChange: ((Int) -> Void)?

  func tell(_ value: Int) { onChange?(value) }  // ok: a listener
  func end(_ value: Int) {
    onChange?(value)
    onChange = nil
  }
}
