// Callbacks of functions whose bodies are here: what they tell is never both.

private struct Reply {
  var data: Int?
  var error: (any Error)?
  var isValid = false
}

private func send(_ body: @escaping (Reply) -> Void) {}
private struct Refused: Error {}

private func load(_ id: Int, completion: @escaping (_ data: Int?, _ error: (any Error)?) -> Void) {
  send { reply in
    guard reply.isValid else { return completion(nil, Refused()) }
    completion(reply.data, nil)
  }
}

private func load(_ id: Int, twice: Bool, completion: @escaping (_ data: Int?, _ error: (any Error)?) -> Void) {
  load(id, completion: completion)
}

private func load(_ id: Int, completion: @escaping (_ error: (any Error)?) -> Void) {
  send { completion($0.error) }
}

private func pass(_ id: Int, completion: @escaping (_ data: Int?, _ error: (any Error)?) -> Void) {
  send { completion($0.data, $0.error) }
}

private typealias Answer = (_ data: Int?, _ error: (any Error)?) -> Void

private func loadBy(alias id: Int, completion: @escaping Answer) {
  send { reply in
    guard reply.isValid else { return completion(nil, Refused()) }
    completion(reply.data, nil)
  }
}

private func loadSurely(_ id: Int?, completion: @escaping Answer) {
  guard let id else { return completion(nil, Refused()) }
  send { reply in
    if let data = reply.data { completion(data, nil) } else { completion(nil, Refused()) }
  }
  _ = id
}

private func loadPerhaps(_ id: Int?, completion: @escaping Answer) {
  guard id != nil else { return completion(nil, Refused()) }
  send { reply in
    if let data = reply.data { print(data) }
    completion(reply.data, nil)
  }
}

// MARK: good

func readsEitherOfAnAlias(_ completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  loadBy(alias: 1) { data, error in
    if let error { completionHandler(.failure(error)) }
    if let data { completionHandler(.success(data)) }  // expect: missing-resume
    // ok: not twice, whatever the type of the callee's parameter is called
  }
}

func neverNeither() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    loadSurely(1) { data, error in
      if let error { return c.resume(throwing: error) }
      guard let data else { return }  // ok: what is no error is there
      c.resume(returning: data)
    }
  }
}

func neverNeitherByBranches(_ completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  loadSurely(1) { data, error in
    if let data {
      completionHandler(.success(data))
    } else if let error {  // ok: one of the two is there
      completionHandler(.failure(error))
    }
  }
}

func readsEither(_ completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  load(1) { data, error in
    if let error { completionHandler(.failure(error)) }
    if let data { completionHandler(.success(data)) }  // expect: missing-resume
    // ok: not twice, for one of the two is nil in every call
  }
}

func readsEitherHandedOn() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    load(1, twice: true) { data, error in
      if let data { c.resume(returning: data) }
      if let error { c.resume(throwing: error) }  // expect: missing-resume
    }
  }
}

// MARK: bad

func perhapsNeither() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    loadPerhaps(1) { data, error in
      if let error { return c.resume(throwing: error) }
      guard let data else { return }  // expect: missing-resume
      c.resume(returning: data)
    }
  }
}

func readsBoth(_ completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  pass(1) { data, error in
    if let error { completionHandler(.failure(error)) }
    if let data { completionHandler(.success(data)) }  // expect: double-resume, missing-resume
  }
}

func fallsThroughAfterTheError(_ completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  load(1) { data, error in
    if let error { completionHandler(.failure(error)) }
    completionHandler(.success(data ?? 0))  // expect: double-resume
  }
}
