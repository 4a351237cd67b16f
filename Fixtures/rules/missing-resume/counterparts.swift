// Handlers of failures beside those that say only that it is over, by any of their names.

// MARK: good

func toldOfTheError(_ id: Int?, completion: @escaping (Int) -> Void, errorCompletion: @escaping (any Error) -> Void) {
  guard let id else { return errorCompletion(CancellationError()) }  // ok: it is told
  api.load { value, error in completion(value ?? id) }
}

func toldOfTheErrorLast(_ id: Int?, completion: @escaping (Int) -> Void, completionError: @escaping (any Error) -> Void) {
  guard let id else {
    completionError(CancellationError())  // ok: it is told
    return
  }
  api.load { value, error in completion(value ?? id) }
}

func toldOfAFailure(_ id: Int?, completion: @escaping () -> Void, presentationFailure: @escaping () -> Void) {
  guard id != nil else {
    presentationFailure()  // ok: it is told
    return
  }
  api.load { value, error in completion() }
}

/// Whoever calls this listens.
final class Field {
  func valueObserver(completion: @escaping (Int) -> Void) {
    api.observeChanges { completion($0) }  // ok: for each of its values
  }
}

// MARK: bad

func tellsNobody(_ id: Int?, errorCompletion: @escaping (any Error) -> Void) {
  guard id != nil else { return }  // expect: missing-resume
  errorCompletion(CancellationError())
}

func neitherOfTheTwo(_ id: Int?, success: @escaping (Int) -> Void, errorCompletion: @escaping (any Error) -> Void) {
  guard let id else { return }  // expect: missing-resume
  if id > 0 { success(id) } else { errorCompletion(CancellationError()) }
}
