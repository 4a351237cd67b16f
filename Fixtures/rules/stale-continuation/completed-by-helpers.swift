// Functions of the file that complete what they are given: it stays in its property there as well.

private struct Pending {
  let id: Int
  let continuation: CheckedContinuation<Int, any Error>
  func finish(_ result: Result<Int, any Error>) { continuation.resume(with: result) }
  func describe() -> String { "\(id)" }
}

extension CheckedContinuation where T == Int {
  fileprivate func finish(_ value: Int) { resume(returning: value) }
}

// MARK: good

private final class TakesOutFirst {
  private var waiter: CheckedContinuation<Int, Never>?
  private var current: Pending?
  private var last: CheckedContinuation<Int, Never>?
  private var isDone = false

  func wait() async -> Int { await withCheckedContinuation { if waiter == nil { waiter = $0 } else { $0.resume(returning: 0) } } }

  func byMethod() {
    let taken = current
    current = nil
    taken?.finish(.success(1))  // ok: taken out
  }

  func clearedBehind() {
    current?.finish(.success(1))  // ok: taken out in the next line
    current = nil
  }

  func byExtension() {
    let taken = waiter
    waiter = nil
    taken?.finish(1)  // ok: taken out
  }

  func byFunction() {
    guard let taken = waiter else { return }
    complete(taken)  // ok: the function takes it out
  }

  private func complete(_ continuation: CheckedContinuation<Int, Never>) {
    waiter = nil
    continuation.resume(returning: 1)
  }

  func once() {
    if let last { completeOnce(last) }  // ok: the function asks its flag
  }

  private func completeOnce(_ continuation: CheckedContinuation<Int, Never>) {
    if isDone { return }
    isDone = true
    continuation.resume(returning: 1)
  }

  func describe() -> String { current?.describe() ?? "" }  // ok: looks only
}

// MARK: bad

private final class LeavesIt {
  private var waiter: CheckedContinuation<Int, Never>?
  private var current: Pending?

  func wait() async -> Int { await withCheckedContinuation { if waiter == nil { waiter = $0 } else { $0.resume(returning: 0) } } }

  func byMethod() {
    current?.finish(.success(1))  // expect: stale-continuation
  }

  func byMethodOfAName() {
    if let pending = current { pending.finish(.success(1)) }  // expect: stale-continuation
  }

  func byExtension() {
    waiter?.finish(1)  // expect: stale-continuation
  }

  func byFunction() {
    if let waiter { complete(waiter) }  // expect: stale-continuation
  }

  private func complete(_ continuation: CheckedContinuation<Int, Never>) { continuation.resume(returning: 1) }

  func ask(_ id: Int) async throws -> Int {
    try await withCheckedThrowingContinuation { next in
      if current == nil { current = Pending(id: id, continuation: next) } else { next.resume(returning: id) }
    }
  }
}
