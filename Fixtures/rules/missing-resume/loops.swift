// Completions in loops: a loop may run zero times, or be left early.

// MARK: good

func afterTheLoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids where id > 0 {
      c.resume(returning: id)
      return
    }
    c.resume(returning: 0)  // ok: when none was found
  }
}

func emptyIsChecked(_ ids: [Int]) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  guard let first = ids.first else {
    promise.fail(StoreError.missing)
    return promise.futureResult
  }
  promise.succeed(first)  // ok: both ways
  return promise.futureResult
}

func endlessLoop() async -> Int {
  await withCheckedContinuation { c in
    while true {
      if random() {
        c.resume(returning: 1)  // ok: the loop has no other way out
        return
      }
    }
  }
}

func runsAtLeastOnce() async -> Int {
  await withCheckedContinuation { c in
    repeat {
      if random() {
        c.resume(returning: 1)
        return
      }
    } while random()
    c.resume(returning: 0)  // ok: after the loop
  }
}

// MARK: bad

func onlyInTheLoop(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids {  // expect: missing-resume
      c.resume(returning: id)
      return
    }
  }
}

func onlyWhenFound(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for id in ids where id > 0 {  // expect: missing-resume
      c.resume(returning: id)
      break
    }
  }
}

func whileThatMayNotRun(_ count: Int) async -> Int {
  await withCheckedContinuation { c in
    while count > 0 {  // expect: missing-resume
      c.resume(returning: count)
      return
    }
  }
}

func breaksBeforeTheCompletion(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    while true {
      if ids.isEmpty { break }  // expect: missing-resume
      c.resume(returning: ids[0])
      return
    }
  }
}

func continuesPastAPromise(_ ids: [Int]) -> [EventLoopFuture<Int>] {
  var futures: [EventLoopFuture<Int>] = []
  for id in ids {
    let promise = eventLoop.makePromise(of: Int.self)
    if id == 0 { continue }  // expect: missing-resume
    promise.succeed(id)
    futures.append(promise.futureResult)
  }
  return futures
}

func forgetsInALoopThatNeverEnds() async -> Never {
  while true {
    let promise = eventLoop.makePromise(of: Int.self)
    if random() { continue }  // expect: missing-resume
    promise.succeed(1)
  }
}

func keepsTheLastOfALoopThatNeverEnds() async -> Never {
  var last: EventLoopPromise<Int>?
  while true {
    last?.succeed(1)
    last = eventLoop.makePromise(of: Int.self)  // ok: the next round sees to it
    await pause()
  }
}

// MARK: literals

func eachOfALiteral() async -> Int {
  await withCheckedContinuation { c in
    [1, 2].forEach { c.resume(returning: $0) }  // expect: double-resume
  }
}

func theOnlyOneOfALiteral() async -> Int {
  await withCheckedContinuation { c in
    [1].forEach { c.resume(returning: $0) }
  }
}

func noneOfALiteral() async -> Int {
  await withCheckedContinuation { c in  // expect: missing-resume
    let all: [Int] = []
    all.forEach { c.resume(returning: $0) }
  }
}

// MARK: lists of a type

private let doors = [1, 2]

final class Corridor {
  private let rooms = [1, 2, 3]
  private lazy var windows: [Int] = [4]
  private var open: [Int] = []
  private let closed: [Int] = []

  func theLastRoom() async -> Int {
    await withCheckedContinuation { c in
      for room in rooms where isLast(room) { return c.resume(returning: room) }  // expect: missing-resume
    }
  }

  func someRoom() async -> Int {
    await withCheckedContinuation { c in
      for room in rooms {  // ok: there are three
        c.resume(returning: room)
        break
      }
    }
  }

  func someDoor() async -> Int {
    await withCheckedContinuation { c in
      for door in doors {  // ok: the same
        c.resume(returning: door)
        break
      }
    }
  }

  func eachWindow(_ c: CheckedContinuation<Int, Never>) {
    for window in windows { return c.resume(returning: window) }  // ok: nobody takes one away
  }

  func someOpenRoom() async -> Int {
    await withCheckedContinuation { c in
      for room in open {  // expect: missing-resume
        c.resume(returning: room)
        break
      }
    }
  }

  func noRoom() async -> Int {
    await withCheckedContinuation { c in
      for room in closed {  // expect: missing-resume
        c.resume(returning: room)
        break
      }
    }
  }

  private func isLast(_ room: Int) -> Bool { room == rooms.count }
}
