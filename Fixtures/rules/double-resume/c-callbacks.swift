// Callbacks of C libraries that get an object back, and observers that are called again.

// MARK: good

final class Pending: @unchecked Sendable {
  let continuation: CheckedContinuation<Int, any Error>
  init(_ continuation: CheckedContinuation<Int, any Error>) { self.continuation = continuation }
}

func elseBranch(_ context: UnsafeMutableRawPointer, _ failed: Bool) {
  let pending = Unmanaged<Pending>.fromOpaque(context).takeRetainedValue()
  if failed {
    pending.continuation.resume(throwing: StoreError.closed)
  } else {
    pending.continuation.resume(returning: 1)  // ok: another branch
  }
}

func observedWithAGuard(completion: @escaping (Int) -> Void) {
  let done = Lock(false)
  api.observeChanges { value in
    if done.withLock({ let old = $0; $0 = true; return !old }) { completion(value) }  // ok: the first only
  }
}

// MARK: bad

func fallsThrough(_ context: UnsafeMutableRawPointer, _ failed: Bool) {
  let pending = Unmanaged<Pending>.fromOpaque(context).takeRetainedValue()
  if failed {
    pending.continuation.resume(throwing: StoreError.closed)
  }
  pending.continuation.resume(returning: 1)  // expect: double-resume
}

func observed(completion: @escaping (Int) -> Void) {
  api.observeChanges { value in
    completion(value)  // expect: double-resume
  }
}
