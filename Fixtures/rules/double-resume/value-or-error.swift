// What callees give their closures beside an error, as everybody knows, or as everybody does it.

import Foundation

// MARK: good

func eitherDataOrAnError(_ session: ForeignService, _ completion: @escaping (Int?, (any Error)?) -> Void) {
  session.dataTask(with: 1) { data, response, error in
    if let error { completion(nil, error) }
    if let data { completion(data, nil) }  // ok: one of the two is there, never both, and never neither
  }
}

func noSuccessWithAnError(_ store: ForeignService, _ completion: @escaping (Bool, (any Error)?) -> Void) {
  store.requestAuthorization { success, error in
    if let error { completion(false, error) }
    if success { completion(true, nil) }  // expect: missing-resume
    // ok: not twice
  }
}

func theOtherWayRound(_ store: ForeignService, _ completion: @escaping (Bool, (any Error)?) -> Void) {
  store.askForAccess { error, granted in
    if granted { completion(true, nil) } else { completion(false, error) }
    if let error, granted { completion(false, error) }  // ok: there is no such way
  }
}

// MARK: bad

func seldomBoth(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys { keys, error in  // expect-step: 'keys' and 'error' are both there
    if let error { completion(nil, error) }
    if let keys { completion(keys, nil) }  // expect: double-resume, missing-resume
  }
}

func seldomBothByOtherNames(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys { keys, err in  // expect-step: 'keys' and 'err' are both there
    if let err { completion(nil, err) }
    if let keys { completion(keys, nil) }  // expect: double-resume, missing-resume
  }
}

func seldomBothByType(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys { (keys: [Int]?, problem: (any Error)?) in  // expect-step: 'keys' and 'problem' are both there
    if let problem { completion(nil, problem) }
    if let keys { completion(keys, nil) }  // expect: double-resume, missing-resume
  }
}

func seldomBothBySight(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys { keys, problem in  // expect-step: 'keys' and 'problem' are both there
    if let error = problem { completion(nil, error) }
    if let keys { completion(keys, nil) }  // expect: double-resume, missing-resume
  }
}

func seldomBothWithoutNames(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys {  // expect-step: '$0' and '$1' are both there
    if let error = $1 { completion(nil, error) }
    if let keys = $0 { completion(keys, nil) }  // expect: double-resume, missing-resume
  }
}

func twoValues(_ store: ForeignService, _ completion: @escaping (Int?) -> Void) {
  store.readTwo { first, second in
    if let second { completion(second) }
    if let first { completion(first) }  // expect: double-resume, missing-resume
  }
}

func errorWithoutAValue(_ store: ForeignService, _ completion: @escaping ([Int]?, (any Error)?) -> Void) {
  store.fetchKeys { keys, error in
    if let error { completion(nil, error) }
    guard let keys else {
      completion(nil, nil)  // expect: double-resume
      return
    }
    completion(keys, nil)  // expect: double-resume
  }
}

func errorWithoutData(_ session: ForeignService, _ completion: @escaping (Int?, (any Error)?) -> Void) {
  session.dataTask(with: 1) { data, response, error in
    if let error { completion(nil, error) }
    guard let data else { return completion(nil, nil) }  // expect: double-resume
    completion(data, nil)
  }
}

func responseWithAnError(_ session: ForeignService, _ completion: @escaping (Int?, (any Error)?) -> Void) {
  session.dataTask(with: 1) { data, response, error in
    if let error { completion(nil, error) }
    guard let response else { return completion(nil, nil) }  // expect: double-resume
    completion(response, error)  // expect: double-resume
  }
}

func noSuccessWithoutElse(_ store: ForeignService, _ completion: @escaping (Bool, (any Error)?) -> Void) {
  store.requestAuthorization { success, error in
    if let error { completion(false, error) }
    if success {
      completion(true, nil)
    } else {
      completion(false, nil)  // expect: double-resume
    }
  }
}
