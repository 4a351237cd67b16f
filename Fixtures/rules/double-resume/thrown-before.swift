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
