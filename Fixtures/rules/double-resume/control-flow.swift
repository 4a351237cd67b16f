// Statements between two completions, in the function that waits itself.

// MARK: good

func oneInEachBranchOfAnIf(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready {
      c.resume(returning: 1)
    } else {
      c.resume(returning: 0)  // ok: the other branch
    }
  }
}

func oneInEachCase(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    switch count {
    case 0: c.resume(returning: 0)
    case 1...9: c.resume(returning: 1)  // ok: another case
    default: c.resume(returning: 2)  // ok: another case
    }
  }
}

func oneInEachCaseOfAResult() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      switch result {
      case .success(let value): c.resume(returning: value)
      case .failure(let error): c.resume(throwing: error)  // ok: another case
      }
    }
  }
}

func guardReturns(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else {
      c.resume(returning: 0)
      return
    }
    c.resume(returning: user.id)  // ok: the guard has returned
  }
}

func guardReturnsTheResume(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else { return c.resume(returning: 0) }
    c.resume(returning: user.id)  // ok: the guard has returned
  }
}

func guardTraps(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    guard let user else {
      c.resume(returning: 0)
      fatalError()
    }
    c.resume(returning: user.id)  // ok: the guard does not come back
  }
}

func nothingThrowsAfterTheResume() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    do {
      try risk()
      c.resume()
    } catch {
      c.resume(throwing: error)  // ok: resume() itself throws nothing
    }
  }
}

func resumesInTheFirstRound(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids where id > 0 {
      c.resume(returning: id)  // ok: the loop is left
      return
    }
    c.resume(returning: 0)
  }
}

func breaksOutOfTheLoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    var found = 0
    for id in ids where id > 0 {
      found = id
      break
    }
    c.resume(returning: found)  // ok: after the loop
  }
}

func resumesInADefer() async -> Int {
  await withCheckedContinuation { c in
    defer { c.resume(returning: 1) }  // ok: once
    if random() { return }
    api.ping {}
  }
}

func resumesAnExpression(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    ready ? c.resume(returning: 1) : c.resume(returning: 0)  // ok: one of the two
  }
}

func oneContinuationEach() async -> Int {
  let first: Int = await withCheckedContinuation { c in c.resume(returning: 1) }
  let second: Int = await withCheckedContinuation { c in c.resume(returning: 2) }  // ok: another continuation
  return first + second
}

func oneContinuationInsideAnother() async {
  await withCheckedContinuation { outer in
    Task {
      await withCheckedContinuation { inner in inner.resume() }
      outer.resume()  // ok: another continuation
    }
  }
}

// MARK: bad

func twiceInARow() async -> Int {
  await withCheckedContinuation { c in
    c.resume(returning: 1)
    c.resume(returning: 2)  // expect: double-resume
  }
}

func threeTimes() async -> Int {
  await withCheckedContinuation { c in
    c.resume(returning: 1)
    c.resume(returning: 2)  // expect: double-resume
    c.resume(returning: 3)  // expect: double-resume
  }
}

func ifWithoutElse(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    if ready {
      c.resume(returning: 1)
    }
    c.resume(returning: 0)  // expect: double-resume
  }
}

func elseIfAndAfter(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    if count == 0 {
      c.resume(returning: 0)
    } else if count == 1 {
      c.resume(returning: 1)
    }
    c.resume(returning: 2)  // expect: double-resume
  }
}

func guardForgetsItsReturn(_ user: User?) async -> Int {
  await withCheckedContinuation { c in
    switch user {
    case .none:
      c.resume(returning: 0)
    case .some:
      break
    }
    c.resume(returning: user?.id ?? 0)  // expect: double-resume
  }
}

func fallsThrough(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    switch count {
    case 0:
      c.resume(returning: 0)
      fallthrough
    default:
      c.resume(returning: 1)  // expect: double-resume
    }
  }
}

func resumesInEveryRound(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    if ids.isEmpty { return c.resume(returning: 0) }
    for id in ids {
      c.resume(returning: id)  // expect: double-resume
    }
  }
}

func continuesAfterTheError(_ ids: [Int]) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    var sum = 0
    for id in ids {
      guard id > 0 else {
        c.resume(throwing: StoreError.missing)  // expect: double-resume
        continue
      }
      sum += id
    }
    c.resume(returning: sum)  // expect: double-resume
  }
}

func breaksOnlyTheSwitch(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids {
      switch id {
      case 0:
        c.resume(returning: 0)  // expect: double-resume
        break
      default:
        continue
      }
    }
    c.resume(returning: 1)  // expect: double-resume
  }
}

func throwsAfterTheResume() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    do {
      c.resume()
      try risk()
    } catch {
      c.resume(throwing: error)  // expect: double-resume
    }
  }
}

func resumesAndDefers() async -> Int {
  await withCheckedContinuation { c in
    defer { c.resume(returning: 0) }  // expect: double-resume
    if random() {
      c.resume(returning: 1)
    }
  }
}

func afterTheCatch() async throws {
  try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
    do {
      try risk()
    } catch {
      c.resume(throwing: error)
    }
    c.resume()  // expect: double-resume
  }
}

func throughACopy() async -> Int {
  await withCheckedContinuation { c in
    let copy = c
    c.resume(returning: 1)
    copy.resume(returning: 2)  // expect: double-resume
  }
}

func eachOfADictionary(_ counts: [Int: Int]) async -> Int {
  await withCheckedContinuation { c in
    for count in counts where count.key == 1 { return c.resume(returning: count.value) }
    c.resume(returning: 0)  // ok: it has returned from the loop otherwise
  }
}
