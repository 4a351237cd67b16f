// What is set and asked between two completions keeps the second from happening only if it decides whether that happens.

// MARK: good

private final class Deciding: @unchecked Sendable {
  private var done = false
  private var count = 0
  private var last: Int?

  func untilTheFlag(_ value: Int?, completion: @escaping (Int) -> Void) {
    done = false
    if let value {
      completion(value)
      done = true
    }
    if !done { completion(0) }  // ok: the flag is set where it was completed
  }

  func leavesByTheFlag(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      done = false
      if let value {
        c.resume(returning: value)
        done = true
      }
      note()
      if done { return }
      c.resume(returning: 0)  // ok: the flag has returned
    }
  }

  private func note() {}

  func byAVariable(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      var isDone = false
      if let value {
        c.resume(returning: value)
        isDone = true
      }
      if isDone { return }
      c.resume(returning: 0)  // ok: it has returned
    }
  }

  func byANumber(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      var times = 0
      if let value {
        c.resume(returning: value)
        times += 1
      }
      guard times == 0 else { return }
      c.resume(returning: 0)  // ok: it has returned
    }
  }

  func setByWhoeverHasIt(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      var isDone = false
      api.ping {
        if isDone { return }
        isDone = true
        c.resume(returning: 1)
      }
      later {
        if isDone { return }
        isDone = true
        c.resume(returning: 2)  // ok: the other one has returned
      }
    }
  }

  private func later(_ body: @escaping () -> Void) { body() }

  func inTheQuestion(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      done = false
      func finish(_ value: Int) -> Bool {
        guard !done else { return false }
        done = true
        c.resume(returning: value)  // ok: the flag lets one through
        return true
      }
      if finish(1) { print("first") }
      if finish(2) { print("second") }
    }
  }
}

private final class CachedFirst {
  private var info: Int?
  private var isFresh = false

  func fetch(fromCache: Bool, completion: @escaping (Int?) -> Void) {
    if info != nil && fromCache {
      completion(info)
      if isFresh { return }
    }
    ask { answer in
      self.info = answer
      self.isFresh = true
      completion(answer)  // ok: first what an earlier call has left, then what there is now
    }
  }

  private func ask(_ body: @escaping (Int?) -> Void) { waiting = body }
  private var waiting: ((Int?) -> Void)?
}

// MARK: bad

private final class DecidingNothing: @unchecked Sendable {
  private var done = false
  private var count = 0
  private var last: Int?

  func onlyCounts(_ value: Int?, completion: @escaping (Int) -> Void) {
    if let value { completion(value) }
    count += 1
    if count > 3 { print("many") }
    completion(0)  // expect: double-resume
  }

  func countsForItself(_ value: Int?, completion: @escaping (Int) -> Void) {
    var tries = 0
    if let value { completion(value) }
    tries += 1
    if tries > 3 { print("many") }
    completion(0)  // expect: double-resume
  }

  func notesTheFlag(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      if let value {
        c.resume(returning: value)
        done = true
      }
      if !done { print("none") } else { print("one") }
      c.resume(returning: 2)  // expect: double-resume
    }
  }

  func leavesForAnotherReason(_ isLate: Bool) async -> Int {
    await withCheckedContinuation { c in
      var times = 0
      c.resume(returning: 1)
      times += 1
      if times > 3 { return }
      if isLate { c.resume(returning: 2) }  // expect: double-resume
    }
  }

  func tellsCasesApart(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      if let value { c.resume(returning: value) }
      last = 1
      switch last {
      case 1: print(1)
      default: break
      }
      c.resume(returning: 2)  // expect: double-resume
    }
  }

  // A suggestion: whoever gave the handler is told of each chunk.
  func decrypt(_ chunks: [Int], completion: @escaping (Int) -> Void) {
    var place = 0
    var left = chunks.count
    repeat {
      let chunk = chunks[place]
      left -= chunk
      completion(chunk)  // expect: double-resume
      place += 1
    } while left > 0
  }

  func setsItTooLate(_ value: Int?) async -> Int {
    await withCheckedContinuation { c in
      if let value { c.resume(returning: value) }
      if let last {
        c.resume(returning: last)  // expect: double-resume
      } else {
        c.resume(returning: 0)  // expect: double-resume
      }
      last = nil
    }
  }
}
