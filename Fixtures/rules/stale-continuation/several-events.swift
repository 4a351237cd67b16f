// Continuations that a delegate or subscriber keeps for as long as it lives, and that several of its methods complete.

protocol DownloadDelegate: AnyObject {
  func didFinish(_ value: Int)
  func didFail(_ error: any Error)
  func didFailEarly(_ error: any Error)
}

protocol NumberSubscriber {
  func receive(_ value: Int)
  func receive(end error: (any Error)?)
}

// MARK: good

private final class AsksFirst: DownloadDelegate {
  private let continuation: CheckedContinuation<Int, any Error>
  private var isDone = false
  init(_ continuation: CheckedContinuation<Int, any Error>) { self.continuation = continuation }

  func didFinish(_ value: Int) {
    guard !isDone else { return }
    isDone = true
    continuation.resume(returning: value)  // ok: nobody has come before
  }

  func didFail(_ error: any Error) {
    if isDone { return }
    isDone = true
    continuation.resume(throwing: error)  // ok
  }

  func didFailEarly(_ error: any Error) { didFail(error) }
}

private final class OnePlace: DownloadDelegate {
  private let continuation: CheckedContinuation<Int, any Error>
  init(_ continuation: CheckedContinuation<Int, any Error>) { self.continuation = continuation }

  func didFinish(_ value: Int) {}
  func didFail(_ error: any Error) {}
  func didFailEarly(_ error: any Error) { continuation.resume(throwing: error) }  // ok: one method only
}

/// Nobody's delegate: whoever has it decides what it calls.
struct Answer {
  let continuation: CheckedContinuation<Int, any Error>
  func succeed(_ value: Int) { continuation.resume(returning: value) }  // ok
  func fail(_ error: any Error) { continuation.resume(throwing: error) }  // ok
}

protocol SigningDelegate {
  func controller(_ id: Int, didCompleteWithKey key: Int)
  func controller(_ id: Int, didCompleteWithError error: any Error)
}

private final class OneEnd: SigningDelegate {
  private let continuation: CheckedContinuation<Int, any Error>
  init(_ continuation: CheckedContinuation<Int, any Error>) { self.continuation = continuation }

  func controller(_ id: Int, didCompleteWithKey key: Int) { continuation.resume(returning: key) }  // ok: it ends once
  func controller(_ id: Int, didCompleteWithError error: any Error) { continuation.resume(throwing: error) }
}

// MARK: bad

private final class Loading: DownloadDelegate {
  private let continuation: CheckedContinuation<Int, any Error>
  init(_ continuation: CheckedContinuation<Int, any Error>) { self.continuation = continuation }

  func didFinish(_ value: Int) { continuation.resume(returning: value) }  // expect: stale-continuation
  func didFail(_ error: any Error) { self.continuation.resume(throwing: error) }  // expect: stale-continuation
  func didFailEarly(_ error: any Error) {}
}

private struct FirstNumber {
  final class Waiting: NumberSubscriber {
    let waiter: UnsafeContinuation<Int, any Error>
    init(waiter: UnsafeContinuation<Int, any Error>) { self.waiter = waiter }

    func receive(_ value: Int) { waiter.resume(returning: value) }  // expect: stale-continuation
    func receive(end error: (any Error)?) {
      if let error { waiter.resume(throwing: error) }  // expect: stale-continuation
    }
  }
}

// MARK: made for one call, and told of several things

private final class OfOneCall: DownloadDelegate, @unchecked Sendable {
  var continuation: CheckedContinuation<Int, any Error>?

  func didFinish(_ value: Int) { continuation?.resume(returning: value) }  // expect: stale-continuation
  func didFail(_ error: any Error) { continuation?.resume(throwing: error) }  // expect: stale-continuation
  func didFailEarly(_ error: any Error) {
    let waiting = continuation
    continuation = nil
    waiting?.resume(throwing: error)  // ok: taken out
  }
}

private func hold(_ value: Any) {}

func loadedOnce() async throws -> Int {
  let delegate = OfOneCall()
  return try await withCheckedThrowingContinuation { continuation in
    delegate.continuation = continuation
    hold(delegate)
  }
}
