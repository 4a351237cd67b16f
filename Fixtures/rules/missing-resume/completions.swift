// Completion handlers by their names.

// MARK: good

func everyPathCalls(id: Int, completion: @escaping (Int?) -> Void) {
  guard id > 0 else {
    completion(nil)
    return
  }
  completion(id)  // ok: both ways
}

func handsItOn(completion: @escaping () -> Void) {
  api.ping(completion)  // ok: handed on
}

func callsItInACallback(completion: @escaping (Int?) -> Void) {
  api.load { value, _ in
    completion(value)  // ok: the callback has it
  }
}

func optionalHandler(completion: ((Int) -> Void)? = nil) {
  completion?(1)  // ok: or there is none
}

func optionalHandlerIsUnwrapped(completion: ((Int) -> Void)?) {
  guard let completion else { return }  // ok: there is none
  completion(1)
}

func storesIt(_ box: Lock<[() -> Void]>, completion: @escaping () -> Void) {
  box.withLock { $0.append(completion) }  // ok: kept for later
}

/// Not called: the name says that somebody else completes, and what it returns is wanted.
func makesSomething(completion: () -> Int) -> Int {
  guard random() else { return 0 }  // ok: not a handler, for it returns something
  return completion()
}

func throughAnOptional(completion: @escaping (Int) -> Void) {
  let tell: ((Int) -> Void)? = completion
  guard let tell else { return }  // ok: it is there
  tell(1)
}

func throughAVariable(_ ready: Bool, completion: @escaping (Int) -> Void) {
  var tell: (Int) -> Void = { _ in }
  if ready { tell = completion } else { completion(0) }  // ok: the variable has it
  tell(1)
}

// MARK: bad

func guardForgetsTheHandler(id: Int, completion: @escaping (Int?) -> Void) {
  guard id > 0 else { return }  // expect: missing-resume
  completion(id)
}

func callbackForgetsTheHandler(completion: @escaping (Int) -> Void) {
  api.load { value, _ in
    guard let value else { return }  // expect: missing-resume
    completion(value)
  }
}

func failureForgetsTheHandler(completionHandler: @escaping (Int) -> Void) {
  api.fetch { result in
    switch result {
    case .success(let value): completionHandler(value)
    case .failure(let error):  // expect: missing-resume
      print(error)
    }
  }
}

func emptyForgetsTheHandler(_ ids: [Int], completion: @escaping () -> Void) {
  for _ in ids {  // expect: missing-resume
    completion()
    return
  }
}

final class Requester {
  private let name = "requester"

  func weakSelfForgetsTheHandler(completion: @escaping (String) -> Void) {
    api.ping { [weak self] in
      guard let self else { return }  // expect: missing-resume
      completion(self.name)
    }
  }

  func ignoresItsHandler(completion: @escaping (String) -> Void) {  // expect: missing-resume
    print(name)
  }
}

func throughAnOptionalAndTwice(completion: @escaping (Int) -> Void) {
  let tell: ((Int) -> Void)? = completion
  tell?(1)
  completion(2)  // expect: double-resume
}
