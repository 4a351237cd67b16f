// Tasks of a session, which do nothing before they are resumed.

// MARK: good

func startedIfItMay(_ session: ForeignSession, _ isAllowed: Bool, completion: @escaping (Result<Int, any Error>) -> Void) {
  let task = session.dataTask(with: 1) { value, _, error in
    completion(value.map { .success($0) } ?? .failure(error ?? CancellationError()))
  }
  if isAllowed {
    task.resume()
  } else {
    completion(.failure(CancellationError()))  // ok: the task was not started
  }
}

func leavesBefore(_ session: ForeignSession, _ isAllowed: Bool, completion: @escaping (Result<Int, any Error>) -> Void) {
  let task = session.dataTask(with: 1) { value, _, error in
    completion(value.map { .success($0) } ?? .failure(error ?? CancellationError()))
  }
  guard isAllowed else {
    completion(.failure(CancellationError()))  // ok: the task was not started
    return
  }
  task.resume()
}

// MARK: bad

func startedAnyway(_ session: ForeignSession, _ isAllowed: Bool, completion: @escaping (Result<Int, any Error>) -> Void) {
  let task = session.dataTask(with: 1) { value, _, error in
    completion(value.map { .success($0) } ?? .failure(error ?? CancellationError()))
  }
  task.resume()
  if !isAllowed { completion(.failure(CancellationError())) }  // expect: double-resume
}
