// Who was given a number of his own for what he began, and finds that another one counts by now.

import Foundation

// MARK: good

private final class Asking: @unchecked Sendable {
  private var attempt = 0
  private var waiting: CheckedContinuation<Int, any Error>?

  func ask() async throws -> Int {
    attempt += 1
    let mine = attempt
    waiting?.resume(throwing: CancellationError())
    return try await withCheckedThrowingContinuation { c in
      waiting = c
      onCallback { self.answer(1, of: mine) }
    }
  }

  private func answer(_ value: Int, of number: Int) {
    guard number == attempt else { return }  // ok: what waits is taken out by whoever began anew
    let c = waiting
    waiting = nil
    c?.resume(returning: value)
  }
}

// MARK: bad

// Suggestions: most likely the next beginning has seen to the one before.
private final class Handing: @unchecked Sendable {
  private var attempt = 0

  func ask() async throws -> Int {
    attempt += 1
    let mine = attempt
    return try await withCheckedThrowingContinuation { c in
      ForeignService().callAnyhow { _ in self.answer(c, 1, of: mine) }
    }
  }

  private func answer(_ c: CheckedContinuation<Int, any Error>, _ value: Int, of number: Int) {
    guard number == attempt else { return }  // expect: missing-resume
    c.resume(returning: value)
  }
}

private final class Identified: @unchecked Sendable {
  private var current: UUID?

  func ask() async throws -> Int {
    let mine = UUID()
    current = mine
    return try await withCheckedThrowingContinuation { c in
      ForeignService().callAnyhow { _ in self.answer(c, 1, of: mine) }
    }
  }

  private func isCurrent(_ id: UUID) -> Bool { current == id }

  private func answer(_ c: CheckedContinuation<Int, any Error>, _ value: Int, of id: UUID) {
    guard isCurrent(id) else { return }  // expect: missing-resume
    c.resume(returning: value)
  }
}
