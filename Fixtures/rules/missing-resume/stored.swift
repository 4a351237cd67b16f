// Continuations that are stored, and taken out of where they are stored.

// MARK: good

final class GoodStore: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?
  private var all: [CheckedContinuation<Int, Never>] = []
  private var byID: [Int: CheckedContinuation<Int, Never>] = [:]

  func storedInAProperty() async -> Int {
    await withCheckedContinuation { c in
      waiting = c  // expect: overwritten-continuation
    }
  }

  func storedInAnArray() async -> Int {
    await withCheckedContinuation { c in
      all.append(c)  // ok: kept for later
    }
  }

  func storedInADictionary(_ id: Int) async -> Int {
    await withCheckedContinuation { c in
      byID[id] = c  // ok: kept for later
    }
  }

  func storedOrCompleted(_ ready: Bool) async -> Int {
    await withCheckedContinuation { c in
      guard !ready else { return c.resume(returning: 1) }
      all.append(c)  // ok: both ways
    }
  }

  func takenOutAndCompleted(_ id: Int) {
    guard let c = byID.removeValue(forKey: id) else { return }  // ok: there is none
    c.resume(returning: id)
  }

  func allTakenOutAndCompleted() {
    let taken = all
    all = []
    for c in taken { c.resume(returning: 0) }  // ok: each of them
  }

  func storedAsAContext() async -> Int {
    await withCheckedContinuation { c in
      let box = Unmanaged.passRetained(ContinuationBox(c))
      _ = api.register(box.toOpaque())  // ok: the callback of the C library has it
    }
  }
}

final class ContinuationBox {
  let continuation: CheckedContinuation<Int, Never>
  init(_ continuation: CheckedContinuation<Int, Never>) { self.continuation = continuation }
}

func variableThatACallbackHas(_ events: ForeignService) async -> Int {
  var waiting: CheckedContinuation<Int, Never>?
  events.callAnyhow { value in
    waiting?.resume(returning: value)
    waiting = nil
  }
  return await withCheckedContinuation { waiting = $0 }  // ok: the callback sees the variable
}

func variableThatATaskHas() async -> Int {
  var waiting: CheckedContinuation<Int, Never>?
  Task { waiting?.resume(returning: 1) }
  return await withCheckedContinuation { c in
    waiting = c  // ok: the task sees it
  }
}

private func stateThatIsATuple(_ state: Lock<(isDone: Bool, waiting: CheckedContinuation<Int, Never>?)>) async -> Int {
  await withCheckedContinuation { c in
    state.withLock { $0.waiting = c }  // ok: the lock keeps it
  }
}

// MARK: bad

final class BadStore: @unchecked Sendable {
  private var waiting: CheckedContinuation<Int, Never>?
  private var all: [CheckedContinuation<Int, Never>] = []
  private var byID: [Int: CheckedContinuation<Int, Never>] = [:]

  func storedOnOnePath(_ ready: Bool) async -> Int {
    await withCheckedContinuation { c in
      if ready {  // expect: missing-resume
        all.append(c)
      }
    }
  }

  func exitsBeforeItIsStored(_ id: Int) async -> Int {
    await withCheckedContinuation { c in
      guard id > 0 else { return }  // expect: missing-resume
      byID[id] = c
    }
  }

  func takenOutAndLost(_ events: [Event]) {
    for event in events {
      guard let c = all.popLast() else { return }
      switch event {
      case .ready(let value): c.resume(returning: value)
      default: continue  // expect: missing-resume
      }
    }
  }

  func takenOutOfADictionaryAndLost(_ id: Int, _ value: Int?) {
    guard let c = byID.removeValue(forKey: id) else { return }
    guard let value else { return }  // expect: missing-resume
    c.resume(returning: value)
  }

  func removedAndDropped(_ id: Int) {
    let c = byID.removeValue(forKey: id)  // expect: missing-resume
    print(c != nil)
  }
}

func variableThatNobodyHas() async -> Int {
  var waiting: CheckedContinuation<Int, Never>?
  let value = await withCheckedContinuation { (c: CheckedContinuation<Int, Never>) in  // expect: missing-resume
    waiting = c
  }
  print(waiting == nil)
  return value
}
