// Chains of which one link throws, before the closure at their end is handed over; and callees that catch what they run into.

private struct Broken: Error {}

private func connect() throws -> EventLoopFuture<Int> { throw Broken() }
private func queue() throws -> Notifier { throw Broken() }

private func loadLater(_ completion: @escaping @Sendable (Int?) -> Void) {
  notifier.async {
    do {
      let loaded = try connected()
      completion(loaded)
    } catch {
      completion(nil)
    }
  }
}

private func loadCarelessly(_ completion: @escaping @Sendable (Int?) -> Void) {
  notifier.async {
    do {
      let loaded = try connected()
      completion(loaded)
    } catch {
      completion(nil)
    }
    completion(0)  // expect: double-resume
  }
}

private func connected() throws -> Int { 1 }

/// Looks at the number, then hands the closure on: what throws afterwards throws before it runs it.
private func checked(_ number: Int, _ completion: @escaping (Int) -> Void) throws {
  guard number > 0 else { throw Broken() }
  try answered(number, completion)
}

private func answered(_ number: Int, _ completion: @escaping (Int) -> Void) throws {
  switch number {
  case 1: completion(1)
  default: throw Broken()
  }
}

/// Here it has run it when it throws.
private func answeredFirst(_ number: Int, _ completion: @escaping (Int) -> Void) throws {
  if number == 0 { throw Broken() }
  try answeredAndChecked(number, completion)
}

private func answeredAndChecked(_ number: Int, _ completion: @escaping (Int) -> Void) throws {
  completion(number)
  if number > 1 { throw Broken() }
}

// MARK: good

private func answersOrFails(_ completion: @escaping @Sendable (Int?) -> Void) {
  do {
    try connect().whenSuccess { completion($0) }
  } catch {
    completion(nil)  // ok: there was no future to wait for
  }
}

private func worksOrFails(_ completion: @escaping @Sendable (Int?) -> Void) {
  do {
    try queue().async { completion(1) }
  } catch {
    completion(nil)  // ok
  }
}

private func handedOnByItsCallee(_ completion: @escaping (Int?) -> Void) {
  func tell(_ value: Int) { completion(value) }
  do { try checked(1, tell) } catch { tell(0) }  // ok: neither of the two callees throws behind its call
}

private func closureHandedOnByItsCallee() async -> Int {
  await withCheckedContinuation { c in
    do {
      try checked(1) { c.resume(returning: $0) }
    } catch {
      c.resume(returning: 0)  // ok: the same
    }
  }
}

private func calledOnceByItsCallee() async -> Int {
  await withCheckedContinuation { c in
    loadLater { c.resume(returning: $0 ?? 0) }  // ok: where the one call is made the other is not
  }
}

// MARK: bad

private func answersAndFails(_ completion: @escaping @Sendable (Int?) -> Void) {
  do {
    try connect().whenSuccess { completion($0) }
  } catch {
    completion(nil)
  }
  completion(0)  // expect: double-resume
}

private func handedOnToWhatAnswersFirst(_ completion: @escaping (Int?) -> Void) {
  func tell(_ value: Int) { completion(value) }
  do { try answeredFirst(1, tell) } catch { tell(0) }  // expect: double-resume
}
