// A class that completes what an extension in another file forgets.

final class Caller: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, Never>?
  var last: CheckedContinuation<Int, Never>?

  func call() async -> Int {
    await withCheckedContinuation { next in
      if waiting != nil { return next.resume(returning: 0) }
      waiting = next
    }
  }

  func answered() {
    waiting?.resume(returning: 1)
    waiting = nil
  }

  func callLast() async -> Int {
    await withCheckedContinuation { next in
      if last != nil { return next.resume(returning: 0) }
      last = next
    }
  }

  func ended() {
    let last = last
    forgetLast()
    last?.resume(returning: 1)
  }
}
