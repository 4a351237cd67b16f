// A helper that completes on some way only: what is left of it is its callers' business, where they see to that.

typealias HelperReply = CheckedContinuation<Int, any Error>

struct Helpers {
  // MARK: good: the callers go on

  func failIf(_ error: (any Error)?, _ reply: HelperReply) {
    if let error { reply.resume(throwing: error) }  // ok: who calls goes on
  }

  func goesOnWhereItIsFine() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      api.load { number, error in
        failIf(error, reply)
        if error == nil { reply.resume(returning: number ?? 0) }
      }
    }
  }

  func callsItWhereItFails() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      api.load { number, error in
        if let error {
          failIf(error, reply)
          return
        }
        reply.resume(returning: number ?? 0)
      }
    }
  }

  func succeed(_ number: Int?, _ reply: HelperReply) {
    guard let number else { return }  // ok: it is called where there is one
    reply.resume(returning: number)
  }

  func callsItWhereThereIsOne() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      api.load { number, error in
        if number != nil { succeed(number, reply) } else { reply.resume(throwing: error ?? StoreError.closed) }
      }
    }
  }

  func finish(_ result: Result<Int, any Error>, _ reply: HelperReply) {
    if case .success(let number) = result { reply.resume(returning: number) }  // ok: the other case is seen to
  }

  func finishesInOneCase() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      api.fetch { result in
        finish(result, reply)
        if case .failure(let error) = result { reply.resume(throwing: error) }
      }
    }
  }

  // MARK: bad: nobody goes on

  func start(_ isOpen: Bool, _ reply: HelperReply) {
    guard isOpen else { return }  // expect: missing-resume
    reply.resume(returning: 1)
  }

  func leavesItToHelper() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in start(Bool.random(), reply) }
  }

  func begin(_ isOpen: Bool, _ reply: HelperReply) throws {
    guard isOpen else { return }
    try check()
    reply.resume(returning: 1)
  }

  func check() throws { throw StoreError.closed }

  func seesToErrorsOnly() async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      do { try begin(Bool.random(), reply) } catch { reply.resume(throwing: error) }  // expect: missing-resume
    }
  }

  func open(_ isReady: Bool, _ reply: HelperReply) {
    guard isReady else { return }  // expect: missing-resume
    reply.resume(returning: 1)
  }

  func choosesAnother(_ cached: Int?) async throws -> Int {
    try await withCheckedThrowingContinuation { reply in
      if let cached {
        reply.resume(returning: cached)
      } else {
        open(Bool.random(), reply)
      }
    }
  }

  func nobodyCalls(_ number: Int?, _ reply: HelperReply) {
    guard let number else { return }  // expect: missing-resume
    reply.resume(returning: number)
  }
}

extension CheckedContinuation where T == Int, E == any Error {
  func failIf(_ error: (any Error)?) {
    if let error { resume(throwing: error) }  // ok: who calls goes on
  }
}

func goesOnBehindMethod() async throws -> Int {
  try await withCheckedThrowingContinuation { reply in
    api.load { number, error in
      reply.failIf(error)
      if error == nil { reply.resume(returning: number ?? 0) }
    }
  }
}
