// Objects that a function makes for its closures, to tell them who comes first.

// MARK: good

func whoFiresFirst() async -> Int {
  await withCheckedContinuation { c in
    let latch = Latch()
    notifier.async { if latch.fire() { c.resume(returning: 1) } }
    notifier.async { if latch.fire() { c.resume(returning: 2) } }  // ok: one of them
  }
}

func whoCountsToOne() async -> Int {
  await withCheckedContinuation { c in
    let latch = Latch()
    notifier.async { if latch.increment() == 1 { c.resume(returning: 1) } }
    notifier.async { if latch.increment() == 1 { c.resume(returning: 2) } }  // ok: one of them
  }
}

func whoIsLate(_ latch: Latch) async -> Int {
  await withCheckedContinuation { c in
    notifier.async {
      guard latch.tryTake() else { return }  // ok: the other one has it
      c.resume(returning: 1)
    }
    notifier.async {
      guard latch.tryTake() else { return }
      c.resume(returning: 2)
    }
  }
}

actor Finish {
  private var winner: Int?
  func first(_ value: Int) -> Bool {
    guard winner == nil else { return false }
    winner = value
    return true
  }
}

func firstAtTheFinish(_ tasks: [Task<Int, Never>]) async -> Int {
  let finish = Finish()
  return await withCheckedContinuation { c in
    for task in tasks {  // expect: missing-resume
      Task {
        let value = await task.value
        if await finish.first(value) { c.resume(returning: value) }  // ok: one of them is the first
      }
    }
  }
}

// MARK: bad

func whoAsksOnly(_ latch: Latch) async -> Int {
  await withCheckedContinuation { c in
    notifier.async { c.resume(returning: 1) }
    notifier.async {
      if latch.fires { c.resume(returning: 2) }  // expect: double-resume
    }
  }
}

func whoAsksInPassing() async -> Int {
  await withCheckedContinuation { c in
    let latch = Latch()
    if latch.fire() { c.resume(returning: 1) }
    c.resume(returning: 2)  // expect: double-resume
  }
}

final class Latch: @unchecked Sendable {
  var fires = false
  func fire() -> Bool { takeOverFlag() }
  func tryTake() -> Bool { takeOverFlag() }
  func increment() -> Int { 1 }
  private func takeOverFlag() -> Bool { random() }
}

func whoeverComesToTheFinish(_ tasks: [Task<Int, Never>]) async -> Int {
  let finish = Finish()
  return await withCheckedContinuation { c in
    for task in tasks {  // expect: missing-resume
      Task {
        let value = await task.value
        _ = await finish.first(value)
        c.resume(returning: value)  // expect: double-resume
      }
    }
  }
}

func flagTheWrongWayRound(_ ready: Bool) async -> Int {
  await withCheckedContinuation { c in
    var isDone = false
    if ready {
      isDone = true
      c.resume(returning: 1)
    }
    if isDone { c.resume(returning: 2) }  // expect: double-resume, missing-resume
  }
}

func lastOfThisCall(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.receive { value, isComplete in
      if value > 3 { c.resume(returning: value) }
      if isComplete { c.resume(returning: 0) }  // expect: double-resume
    }
  }
}

// MARK: what the flag was before

func claimsWithTheOldValue() async {
  let done = OldLock(initialState: false)
  await withCheckedContinuation { c in
    Task {
      let was = done.withLock { flag -> Bool in
        let before = flag
        flag = true
        return before
      }
      if !was { c.resume() }  // ok: the first one does it
    }
  }
}

func claimsAndForgets() async {
  let done = OldLock(initialState: false)
  await withCheckedContinuation { c in
    let was = done.withLock { flag -> Bool in
      let before = flag
      flag = true
      return before
    }
    if !was { c.resume() }
    c.resume()  // expect: double-resume
  }
}

final class OldLock: @unchecked Sendable {
  private var state: Bool
  init(initialState: Bool) { state = initialState }
  func withLock(_ body: (inout Bool) -> Bool) -> Bool { body(&state) }
}
