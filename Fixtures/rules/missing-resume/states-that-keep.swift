// States that keep what is waited for: what they were before says nothing of the one that comes now.

private enum Phase { case initial, stopped(CheckedContinuation<Void, Never>?), finished }

private struct Machine {
  var phase = Phase.initial

  // MARK: good

  mutating func suspend(_ c: CheckedContinuation<Void, Never>) {
    switch phase {
    case .finished: c.resume()  // ok
    case .initial, .stopped(nil): phase = .stopped(c)
    case .stopped(let old?):
      phase = .stopped(c)
      old.resume()
    }
  }

  // MARK: bad

  mutating func forgets(_ c: CheckedContinuation<Void, Never>) {
    switch phase {
    case .finished: return  // expect: missing-resume
    case .initial, .stopped: phase = .stopped(c)
    }
  }

  mutating func take() -> CheckedContinuation<Void, Never>? {
    guard case .stopped(let c) = phase else { return nil }
    phase = .initial
    return c
  }
}

private final class Ending {
  private enum End { case open, failed(any Error) }
  private var end = End.open

  // MARK: good

  func fail(_ error: any Error, _ c: CheckedContinuation<Void, any Error>) {
    guard case .open = end else { return }  // ok: it has failed before
    end = .failed(error)
    c.resume(throwing: error)
  }
}
