// Two tasks of which a method lets the first one through: it asks for something, and changes it.

@MainActor private final class RaceOnMainActor {
  private var isOver = false

  private func isFirst() -> Bool {
    if !isOver {
      isOver = true
      return true
    } else {
      return false
    }
  }

  private func work() async {}

  // MARK: good

  func workOrTimeout(_ completion: @escaping () -> Void) {
    Task {
      await work()
      if isFirst() { completion() }
    }
    Task {
      try? await Task.sleep(nanoseconds: 1)
      if isFirst() { completion() }  // ok: one of the two is the first
    }
  }

  // MARK: bad

  func workAndTimeout(_ completion: @escaping () -> Void) {
    Task {
      await work()
      completion()
    }
    Task {
      try? await Task.sleep(nanoseconds: 1)
      if isOld() { completion() }  // expect: double-resume
    }
  }

  private func isOld() -> Bool { isOver }
}

final class RaceElsewhere: Sendable {
  private let gate = FirstGate()

  // MARK: good

  func eitherOfTwo() async -> Int {
    await withCheckedContinuation { c in
      Task {
        guard await gate.enter() else { return }  // ok: the other task does it
        c.resume(returning: 1)
      }
      Task {
        try? await Task.sleep(nanoseconds: 1)
        guard await self.gate.enter() else { return }
        c.resume(returning: 2)
      }
    }
  }

  func oneOfMany(_ tasks: [Task<Int, Never>], _ others: FirstGate) async -> Int {
    await withCheckedContinuation { c in
      for task in tasks + [Task { 0 }] {  // expect: missing-resume
        Task {
          let value = await task.value
          if await others.isNew(value) { c.resume(returning: value) }  // ok: one of them
        }
      }
    }
  }

  // MARK: bad

  func onlyOne() async -> Int {
    await withCheckedContinuation { c in
      Task {
        guard await gate.enter() else { return }  // expect: missing-resume
        c.resume(returning: 1)
      }
    }
  }

  func whoeverIsRight(_ value: Int) async -> Int {
    await withCheckedContinuation { c in
      Task {
        guard await gate.isValid(value) else { return }  // expect: missing-resume
        c.resume(returning: 1)
      }
    }
  }

  func whoeverComes() async -> Int {
    await withCheckedContinuation { c in
      Task {
        if await gate.isOpen() { c.resume(returning: 1) }
      }
      Task {
        if await gate.isOpen() { c.resume(returning: 2) }  // expect: double-resume, missing-resume
      }
    }
  }
}

actor FirstGate {
  private var isEntered = false
  private var seen: Set<Int> = []

  func enter() -> Bool {
    let before = isEntered
    isEntered = true
    return !before
  }

  func isNew(_ value: Int) -> Bool { seen.insert(value).inserted }

  /// Notes something, and asks nothing of it.
  func isValid(_ value: Int) -> Bool {
    if value < 0 {
      isEntered = false
      return false
    }
    return true
  }

  /// Sets something of its own only.
  func isOpen() -> Bool {
    var answer = false
    if !isEntered { answer = true }
    return answer
  }
}
