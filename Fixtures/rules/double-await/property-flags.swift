// A property that is toggled is no longer what it was, whether its type is written or not.

private final class Player {
  private var isPaused = false
  private var isLive: Bool = true

  // MARK: good

  func toggledInBetween() async throws {
    let f = store.load(1)
    if isPaused { return }
    _ = try await f.value
    isPaused.toggle()
    if !isPaused { _ = try await f.value }
  }

  func toggledBack() async throws {
    let f = store.load(1)
    if isPaused { return }
    self.isPaused.toggle()
    if isPaused { _ = try await f.value } else { _ = try await f.value }
  }

  private func pause() { isPaused = true }
  private func flip() { self.isLive.toggle() }

  func changedByAMethod() async throws {
    let f = store.load(1)
    if isPaused { return }
    _ = try await f.value
    pause()
    if !isPaused { _ = try await f.value }
  }

  func resumedAfterAMethod() async -> Int {
    await withCheckedContinuation { continuation in
      guard !isLive else { return continuation.resume(returning: 0) }
      flip()
      if isLive { continuation.resume(returning: 1) }
    }
  }

  // MARK: bad

  func aMethodOfOtherThings() async throws {
    let f = store.load(1)
    if isPaused { _ = try await f.value }
    flip()
    if isPaused { _ = try await f.value }  // expect: double-await
  }

  func setAfterAMethod() async throws {
    let f = store.load(1)
    if isPaused { _ = try await f.value }
    pause()
    isPaused = true
    if isPaused { _ = try await f.value }  // expect: double-await
  }

  func toggledWhereItWasUsed() async throws {
    let f = store.load(1)
    if isPaused {
      _ = try await f.value
      isPaused.toggle()
    }
    if !isPaused { _ = try await f.value }  // expect: double-await
  }

  func writtenType() async throws {
    let f = store.load(1)
    if isLive {
      _ = try await f.value
      isLive.toggle()
    }
    if !isLive { _ = try await f.value }  // expect: double-await
  }
}
