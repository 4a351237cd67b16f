// Closures that are told whom to answer.

private func ask(_ body: @escaping (String?, (any Error)?) -> Void) { body(nil, nil) }

// MARK: good

func answersAlways() -> (@escaping (String?, (any Error)?) -> Void) -> Void {
  return { completionHandler in
    ask { token, error in completionHandler(token, error) }  // ok: on every way
  }
}

func reads(_ numbers: Numbers) {
  numbers.sink { completion in
    switch completion {  // ok: no closure
    case .finished: print("finished")
    case .failed(let error): print(error)
    }
  }
}

func saysItOtherwise(_ queue: OperationList) {
  queue.prefetch { name, completion in
    guard !name.isEmpty else { return nil }  // ok: there is nothing to wait for
    completion(name)
    return name
  }
}

func givesItOn() -> (@escaping (Int) -> Void) -> Void {
  return { completion in
    if later(completion) { return }  // ok: given away
    completion(1)
  }
}

// MARK: bad

func answersWithoutErrors() -> (@escaping (String?, (any Error)?) -> Void) -> Void {
  return { completionHandler in
    ask { token, error in
      if let error {  // expect: missing-resume
        print(error)
      } else {
        completionHandler(token, nil)
      }
    }
  }
}

func answersSome(_ server: Server) {
  server.register { (request: Int, completionHandler: @escaping (Int) -> Void) in
    guard request > 1 else { return }  // expect: missing-resume
    completionHandler(1)
  }
}

func answersTwice(_ server: Server) {
  server.register { request, completion in
    if request > 1 { completion(1) }
    completion(0)  // expect: double-resume
  }
}

// MARK: of names that listeners have, too

protocol Listening: Sendable {
  func value(_ name: String, _ body: @escaping @Sendable (Int?) -> Void)
}

func loadNumber(_ store: some Listening, callback: @escaping @Sendable (Int?) -> Void) {
  store.value("n") { value in
    guard let value else {
      callback(nil)
      return
    }
    callback(value)  // ok: it is told once
  }
}

func listenToNumbers(_ store: some Listening, handler: @escaping @Sendable (Int?) -> Void) {
  store.value("n") { value in
    if let value {
      handler(value)
    } else {
      print("none")  // ok: a listener, as far as anybody can see
    }
  }
}

func loadSquare(_ store: some Listening, callback: @escaping @Sendable (Int?) -> Void) {
  store.value("n") { value in
    guard let value else {
      callback(nil)
      return
    }
    do {
      callback(try squared(value))
    } catch {  // expect: missing-resume
      print(error)
    }
  }
}

private func squared(_ value: Int) throws -> Int { value * value }

final class Numbers {
  enum End { case finished, failed(any Error) }
  func sink(_ end: @escaping (End) -> Void) { end(.finished) }
}

protocol OperationList {
  func prefetch(_ body: @escaping (String, @escaping (String) -> Void) -> String?)
}

protocol Server {
  func register(_ body: @escaping (Int, @escaping (Int) -> Void) -> Void)
}

private func later(_ body: @escaping (Int) -> Void) -> Bool { false }
