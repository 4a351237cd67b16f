// A class whose delegate methods stand in another file; other names here are spelt as theirs.

protocol Following { func didFollow(_ value: Int?) }

final class Follower: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, Never>?
  var leaving: CheckedContinuation<Int, Never>?
  var taken: CheckedContinuation<Int, Never>?

  func follow() async -> Int {
    await withCheckedContinuation { next in
      waiting?.resume(returning: 0)  // ok: replaced
      waiting = next
    }
  }

  func take() async -> Int {
    await withCheckedContinuation { next in
      taken?.resume(returning: 0)  // ok: replaced
      taken = next
    }
  }

  func leave() async -> Int {
    await withCheckedContinuation { next in
      leaving?.resume(returning: 0)  // ok: replaced
      leaving = next
    }
  }

  func left(_ value: Int) {
    stop(value)
    leaving = nil
  }

  func told(_ value: Int) {
    taken?.resume(returning: value)  // ok: taken out
    taken = nil
  }
}
