import VTPlatform

/// `vtlint: 120 of 2596 files` on the last line of a terminal, for runs that take so long that one wonders.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: Double
    var isShown = false
  }

  private let total: Int
  private let console: Console
  private let secondsBetween: Double
  private let state: Locked<State>

  /// - Parameter total: the number of steps; two for each file.
  init(total: Int, console: Console, secondsBetween: Double = 0.2) {
    self.total = total
    self.console = console
    self.secondsBetween = secondsBetween
    state = Locked(State(lastShown: monotonicSeconds()))
  }

  func update(_ done: Int) {
    state.withLock { state in
      let now = monotonicSeconds()
      guard now - state.lastShown >= secondsBetween else { return }
      state.lastShown = now
      state.isShown = true
      show("\r\u{1B}[Kvtlint: \(done / 2) of \(total / 2) files")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isShown { show("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func show(_ text: String) { _ = try? console.write(.error, Array(text.utf8)) }
}
