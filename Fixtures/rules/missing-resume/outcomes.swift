// Two closures of a function of which exactly one is to be called: one duty with two names.

// MARK: good

func oneOfTheTwo(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.load { value, error in
    guard let value else { return failure(error ?? CancellationError()) }  // ok: it is told
    success(value)
  }
}

func bothHandedOn(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.check(success: success, failure: failure)  // ok: the other function has both
}

func oneHandedOnAndOneWrapped(onSuccess: @escaping (Int) -> Void, onError: @escaping (any Error) -> Void) {
  api.check(success: { onSuccess($0 + 1) }, failure: onError)  // ok: whichever comes
}

func bothWrapped(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.check(success: { success($0) }, failure: { failure($0) })  // ok: each has its own
}

func onlySuccessIsLeft(success: ((Int) -> Void)?, failure: ((any Error) -> Void)?) {
  success?(1)  // ok: nothing can fail
}

func completionOrFailure(completion: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.load { value, error in
    if let error {
      failure(error)  // ok: then there is no result
    } else {
      completion(value ?? 0)
    }
  }
}

func errorIsNoHandler(withError error: (any Error)?, onSuccess: @escaping () -> Void) {
  if error == nil { onSuccess() }  // ok: an error, and no closure for one
}

/// Both are called here, while the function runs: however often.
func doesNotKeepThem(success: (Int) -> Void, failure: (any Error) -> Void) {
  if random() { success(1) }  // ok: no handlers
}

func givesSomethingBack(success: @escaping (Int) -> Bool, failure: @escaping (any Error) -> Bool) -> Bool {
  random() ? success(1) : false  // ok: no handlers
}

// MARK: bad

func guardForgetsBoth(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  guard random() else { return }  // expect: missing-resume
  api.check(success: success, failure: failure)
}

func callbackForgetsBoth(onSuccess: @escaping (Int) -> Void, onError: @escaping (any Error) -> Void) {
  api.load { value, error in
    guard let value else { return }  // expect: missing-resume
    if value < 0 {
      onError(CancellationError())
    } else {
      onSuccess(value)
    }
  }
}

func optionalHandlers(success: ((Int) -> Void)? = nil, failure: ((any Error) -> Void)? = nil) {
  api.load { value, error in
    guard let value else {
      failure?(error ?? CancellationError())
      return
    }
    if value == 0 { return }  // expect: missing-resume
    success?(value)
  }
}

func failureIsSwallowed(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  api.check(
    success: { success($0) },
    failure: { print($0) })  // expect: missing-resume
}

func catchForgetsBoth(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {
  do {
    try risk()
    success(1)
  } catch {  // expect: missing-resume
    print(error)
  }
}
