// Two closures of a function of which exactly one is to be called: one duty with two names.

// MARK: good

func oneInEachBranch(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.load { value, error in
    if let error {
      failure(error)
    } else {
      success(value ?? 0)  // ok: the other branch
    }
  }
}

func returnsAfterTheFailure(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.load { value, error in
    if let error { return failure(error) }
    success(value ?? 0)  // ok: it has returned
  }
}

func oneClosureEach(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.check(success: { success($0) }, failure: { failure($0) })  // ok: one of the two comes
}

/// Three of them are no two: what the last one is for only the function knows.
func aThirdOne(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void, completion: @escaping () -> Void) {
  if random() { success(1) } else { failure(CancellationError()) }
  completion()  // ok: another duty
}

/// Perhaps the error and that it is over, perhaps one of the two.
func completionAfterErrors(errorHandler: (((any Error)?) -> Void)?, completion: (() -> Void)?) {
  errorHandler?(nil)
  completion?()  // ok: nobody can tell
}

private func parsed(_ data: Int?, completion: (Int) -> Void) throws {
  guard let data else { throw StoreError.closed }
  if data > 3 {
    completion(data)
    return
  }
  throw StoreError.closed
}

func throwsBeforeItCompletes(_ data: Int?, onSuccess: @escaping (Int) -> Void, onError: @escaping (any Error) -> Void) {
  do {
    try parsed(data, completion: { onSuccess($0) })
  } catch { onError(error) }  // ok: then it has not called anybody
}

// MARK: bad

func fallsThrough(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.load { value, error in
    if let error { failure(error) }
    success(value ?? 0)  // expect: double-resume
  }
}

func failureAfterSuccess(onSuccess: @escaping (Int) -> Void, onFailure: @escaping (any Error) -> Void) {
  api.load { value, _ in
    if let value { onSuccess(value) }
    onFailure(CancellationError())  // expect: double-resume
  }
}

func catchComesAfterSuccess(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  do {
    success(1)
    try risk()
  } catch {
    failure(error)  // expect: double-resume
  }
}

private func parsedAndChecked(_ data: Int, completion: (Int) -> Void) throws {
  completion(data)
  if data > 3 { throw StoreError.closed }
}

func throwsAfterItCompletes(_ data: Int, onSuccess: @escaping (Int) -> Void, onError: @escaping (any Error) -> Void) {
  do {
    try parsedAndChecked(data, completion: { onSuccess($0) })
  } catch { onError(error) }  // expect: double-resume
}
