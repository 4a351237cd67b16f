// A property that has the name of the delegate's methods: what it is asked says nothing of who waits.

final class RadioHub: @unchecked Sendable { let state = 5 }

// MARK: good

private final class AsksByAMethod: @unchecked Sendable {
  private var waiter: CheckedContinuation<Void, any Error>?
  private let radioHub = RadioHub()

  func connect() async throws {
    guard radioHub(isFree: radioHub) else { throw StoreError.closed }
    try await withCheckedThrowingContinuation { waiter = $0 }  // ok: the method asks
  }

  private func radioHub(isFree hub: RadioHub) -> Bool { waiter == nil && hub.state == 5 }

  func radioHub(_ hub: RadioHub, didConnect peer: Int) {
    waiter?.resume()
    waiter = nil
  }
}

// MARK: bad

private final class AsksTheRadio: @unchecked Sendable {
  private var waiter: CheckedContinuation<Void, any Error>?
  private let radioHub = RadioHub()

  func connect() async throws {
    guard radioHub.state == 5 else { throw StoreError.closed }
    try await withCheckedThrowingContinuation { waiter = $0 }  // expect: overwritten-continuation
  }

  func radioHub(_ hub: RadioHub, didConnect peer: Int) {
    waiter?.resume()
    waiter = nil
  }
}
