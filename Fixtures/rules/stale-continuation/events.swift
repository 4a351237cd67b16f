// Closures of one function that run later are events of their own: what one clears the other may find. A view is a value, and
// what SwiftUI keeps for it is not.

// MARK: good

final class Dialog: @unchecked Sendable {
  private var c: CheckedContinuation<Bool, Never>?

  func showsTwoButtons() {
    onCallback {
      self.c?.resume(returning: true)  // ok: cleared
      self.c = nil
    }
    onCallback {
      self.c?.resume(returning: false)  // ok: cleared
      self.c = nil
    }
  }

  func clearsBesideTheCallback() {
    onCallback { self.c?.resume(returning: true) }  // ok: nobody knows which comes first
    c = nil
  }
}

struct PlainValue {
  var c: CheckedContinuation<Bool, Never>?
  func answer() { c?.resume(returning: true) }  // ok: whoever holds the value decides what becomes of it
}

// MARK: bad

final class HalfADialog: @unchecked Sendable {
  private var c: CheckedContinuation<Bool, Never>?

  func showsTwoButtons() {
    onCallback {
      self.c?.resume(returning: true)
      self.c = nil
    }
    onCallback {
      self.c?.resume(returning: false)  // expect: stale-continuation
    }
  }
}

@MainActor struct Question {
  @State private var c: CheckedContinuation<Bool, Never>?

  func yes() {
    c?.resume(returning: true)
    c = nil
  }

  func no() { c?.resume(returning: false) }  // expect: stale-continuation
}

@MainActor @propertyWrapper struct State<Value> {
  var wrappedValue: Value {
    get { fatalError() }
    nonmutating set { takeOver(newValue) }
  }
  init(wrappedValue: Value) {}
}
