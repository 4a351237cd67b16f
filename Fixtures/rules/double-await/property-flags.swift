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

  // MARK: bad

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
