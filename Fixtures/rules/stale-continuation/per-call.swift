// Objects that live for one call, and callers that ask.

// MARK: - made for one call

private final class SignInDelegate: @unchecked Sendable {
  var continuation: CheckedContinuation<Int, any Error>?

  func didSignIn(_ id: Int) {
    continuation?.resume(returning: id)  // ok: every call makes a delegate of its own
  }
}

func signIn() async throws -> Int {
  let delegate = SignInDelegate()
  return try await withCheckedThrowingContinuation { continuation in
    delegate.continuation = continuation
    keep(delegate)
  }
}

func keep(_ value: Any) {}

final class LoadRequest: @unchecked Sendable {
  var waiting: [CheckedContinuation<Int, any Error>] = []
}

final class Requests: @unchecked Sendable {
  private var running: [Int: LoadRequest] = [:]

  func load(_ id: Int) async throws -> Int {
    if let request = running[id] {
      return try await withCheckedThrowingContinuation { request.waiting.append($0) }
    }
    let request = LoadRequest()
    running[id] = request
    defer { running[id] = nil }
    let value = id + 1
    request.waiting.forEach { $0.resume(returning: value) }  // ok: the object of this call
    return value
  }

  func failAll() {
    for request in running.values {
      request.waiting.forEach { $0.resume(throwing: StoreError.closed) }  // expect: stale-continuation
    }
  }
}

// MARK: - kept for many calls

final class KeptDelegate: @unchecked Sendable {
  var continuation: CheckedContinuation<Int, any Error>?

  func didSignIn(_ id: Int) {
    continuation?.resume(returning: id)  // expect: stale-continuation
  }
}

final class Screen: @unchecked Sendable {
  private var delegate: KeptDelegate?

  func show() {
    let delegate = KeptDelegate()
    self.delegate = delegate
  }
}

// MARK: - callers that ask

final class Operation: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?
  private var state = State.running

  enum State { case running, ended }

  func cancel() {
    guard change(to: .ended) else { return }
    send(.failure(CancellationError()))
  }

  private func change(to next: State) -> Bool {
    guard state == .running else { return false }
    state = next
    return true
  }

  private func send(_ result: Result<Int, any Error>) {
    continuation?.resume(with: result)  // ok: called where the state has just changed
  }
}

// MARK: - kept under another name

protocol Fetching { func fetch() async throws -> Int }

final class Fetcher: Fetching, @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, any Error>?

  func fetch() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting = $0 }  // expect: overwritten-continuation
  }

  func done(_ value: Int) {
    waiting?.resume(returning: value)
    waiting = nil
  }
}

final class Payments: Sendable {
  let fetcher: any Fetching & Sendable = Fetcher()
}

func fetchedOnce() async throws -> Int {
  let fetcher = Fetcher()
  return try await fetcher.fetch()
}

private final class Downloads: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, any Error>?

  func finished(_ value: Int) {
    waiting?.resume(returning: value)  // expect: stale-continuation
  }
}

final class Downloader: Sendable {
  init() {
    let downloads = Downloads()
    keep(downloads)
  }
}
