// Waits on a global actor for a task that needs the same actor.
import Dispatch

private func list() async -> [Int] { [] }

@MainActor final class Summary {
  private var found: [Int] = []

  // MARK: good

  func listed() async -> [Int] { await list() }

  func extrasElsewhere() {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      _ = await list()
      done.signal()
    }
    done.wait()  // ok: the task runs elsewhere
  }

  nonisolated func extrasOfNobody() {
    let done = DispatchSemaphore(value: 0)
    Task {
      _ = await list()
      done.signal()
    }
    done.wait()  // ok: on whichever thread this is, the task does not need it
  }

  func soon() {
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async { done.signal() }
    done.wait()  // ok: a queue signals
  }

  // MARK: bad

  func extras() -> [Int] {
    let done = DispatchSemaphore(value: 0)
    Task {
      found = await list()
      done.signal()
    }
    done.wait()  // expect: blocking-wait
    return found
  }

  func extrasOfAGroup() -> [Int] {
    let group = DispatchGroup()
    group.enter()
    Task {
      defer { group.leave() }
      found = await list()
    }
    group.wait()  // expect: blocking-wait
    return found
  }
}

@MainActor func summaryOfAFunction() {
  let done = DispatchSemaphore(value: 0)
  Task {
    _ = await list()
    done.signal()
  }
  _ = done.wait(timeout: .now() + 1)  // expect: blocking-wait
}
