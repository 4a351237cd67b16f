// Patterns: of tuples, enums with values, ranges and strings, and what they exclude.

enum Reply {
  case ready(User)
  case pending(ValueFuture<User>)
  case failed(code: Int)
}

// MARK: good

func valueInAnEnumCase(reply: Reply) async throws -> User? {
  switch reply {
  case .ready(let user): return user
  case .pending(let f): return try await f.value  // ok: the only one
  case .failed: return nil
  }
}

func valueInAnEnumCaseByIfCase(reply: Reply) async throws {
  if case .pending(let f) = reply {
    _ = try await f.value  // ok: the only one
  }
}

func valueInAnEnumCaseByGuard(reply: Reply) async throws {
  guard case let .pending(f) = reply else { return }
  _ = try await f.value  // ok: the only one
}

func exclusiveIntegers(n: Int) async throws {
  let f = store.load(1)
  if n == 1 {
    _ = try await f.value
  }
  if n == 2 {
    _ = try await f.value  // ok: n is not 1 and 2
  }
}

func exclusiveStrings(name: String) async throws {
  let f = store.load(1)
  if name == "a" {
    _ = try await f.value
  } else if name == "b" {
    use(0)
  }
  if name == "b" {
    _ = try await f.value  // ok: name is not "a" and "b"
  }
}

func exclusiveCases(mode: Mode) async throws {
  let f = store.load(1)
  if mode == .fast {
    _ = try await f.value
  }
  if mode == .slow {
    _ = try await f.value  // ok: mode is not both
  }
}

func tuplePatterns(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  switch (a, b) {
  case (true, true): _ = try await f.value  // ok: one case
  case (true, false), (false, true): _ = try await f.get()  // ok: one case
  case (false, false): use(f.asTask())  // ok: one case
  }
}

func boundOptionals(x: User?, y: User?) async throws {
  let f = store.load(1)
  if let x, let y {
    use((x, y))
    _ = try await f.value
  } else if x == nil {
    _ = try await f.value  // ok: another branch
  }
}

func caseWithWhere(reply: Reply) async throws {
  switch reply {
  case .pending(let f) where f.isCompleted: use(f.result)  // ok: complete
  case .pending(let f): _ = try await f.value  // ok: another case
  default: break
  }
}

func sameSwitchTwice(reply: Reply) async throws {
  let f = store.load(1)
  switch reply {
  case .ready: _ = try await f.value
  default: break
  }
  if case .failed = reply {
    _ = try await f.value  // ok: reply is not ready and failed
  }
}

func earlyExitByCase(mode: Mode) async throws {
  let f = store.load(1)
  if mode == .off {
    _ = f.asTask()
    return
  }
  switch mode {
  case .off: _ = try await f.value  // ok: off has left
  case .fast, .slow: _ = try await f.value  // ok: one case
  }
}

func typePatterns(any: Any) async throws {
  let f = store.load(1)
  switch any {
  case is Int: _ = try await f.value  // ok: one case
  case let text as String where !text.isEmpty: _ = try await f.get()  // ok: one case
  default: use(f.asTask())  // ok: one case
  }
}

func castInACase(_ any: Any) async throws {
  switch any {
  case let f as ValueFuture<User>: print(try await f.value)  // ok: the only one
  case let f as ValueFuture<Int>: print(try await f.value)  // ok: the only one
  default: break
  }
}

// MARK: bad

func castInACaseTwice(_ any: Any) async throws {
  switch any {
  case let f as ValueFuture<User>:
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  default: break
  }
}

func castInAConditionTwice(_ any: Any) async throws {
  guard case let f as ValueFuture<User> = any else { return }
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func valueInAnEnumCaseTwice(reply: Reply) async throws {
  switch reply {
  case .pending(let f):
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  default: break
  }
}

func sameInteger(n: Int) async throws {
  let f = store.load(1)
  if n == 1 {
    _ = try await f.value
  }
  if n == 1 {
    _ = try await f.value  // expect: double-await
  }
}

func differentSubjects(n: Int, m: Int) async throws {
  let f = store.load(1)
  if n == 1 {
    _ = try await f.value
  }
  if m == 2 {
    _ = try await f.value  // expect: double-await
  }
}

func negatedCases(mode: Mode) async throws {
  let f = store.load(1)
  if mode != .fast {
    _ = try await f.value
  }
  if mode != .slow {
    _ = try await f.value  // expect: double-await
  }
}

func rangesOverlap(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0..<5: _ = try await f.value
  default: break
  }
  switch n {
  case 3..<9: _ = try await f.value  // expect: double-await
  default: break
  }
}

func modeChanges(start: Mode) async throws {
  var mode = start
  let f = store.load(1)
  if mode == .fast {
    _ = try await f.value
    mode = .slow
  }
  if mode == .slow {
    _ = try await f.value  // expect: double-await
  }
}

func tuplePatternThenAfter(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if case (true, true) = (a, b) {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func wherePartOnly(mode: Mode, a: Bool) async throws {
  let f = store.load(1)
  switch mode {
  case .fast where a: _ = try await f.value
  default: break
  }
  switch mode {
  case .fast: _ = try await f.value  // expect: double-await
  default: break
  }
}
