// Functions that run a closure once more where it has thrown.

private struct Broken: Error {}

private func prepare() async throws {}

private func finish(_ completion: (Int?) async throws -> Void) async throws {
  do {
    try await prepare()
    try await completion(1)
  } catch {
    try await completion(nil)
  }
}

private func finishLater(_ completion: (Int?) async throws -> Void) async throws {
  try await finish { try await completion($0) }
}

private func finishAndCheck(_ completion: (Int?) async throws -> Void) async throws {
  try await finish {
    try await completion($0)
    try await prepare()
  }
}

private func attempt(_ count: Int, _ body: () throws -> Void) throws {
  for _ in 0..<count {
    do { return try body() } catch { print(error) }
  }
  throw Broken()
}

private func check() throws {}

// MARK: good

private func cannotFail(_ completion: @escaping @Sendable (Int?) -> Void) async throws {
  try await finish { value in completion(value) }  // ok: where 'prepare' fails it has not run yet
}

private func cannotFailBehindAnother(_ completion: @escaping @Sendable (Int?) -> Void) async throws {
  try await finishLater { value in completion(value) }  // ok: the closure between them throws nothing of its own
}

private func failsBefore(_ completion: @escaping (Int) -> Void) throws {
  try attempt(3) {
    try check()
    completion(1)  // ok: nothing fails behind it
  }
}

// MARK: bad

private func failsBehind(_ completion: @escaping (Int) -> Void) throws {
  try attempt(3) {
    completion(1)  // expect: double-resume
    try check()
  }
}

private func failsBehindIt(_ completion: @escaping @Sendable (Int?) -> Void) async throws {
  try await finish { value in
    completion(value)  // expect: double-resume
    try await prepare()
  }
}

private func toldByAnother(_ completion: @escaping @Sendable (Int?) -> Void) async throws {
  try await finishAndCheck { value in completion(value) }  // expect: double-resume
}
