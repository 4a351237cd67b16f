// What was known of a property, and what a call, a method of another object or an element that is written leaves of it.

private final class Door {
  var isOpen = false
  var count = 0
  var visitors: [Int] = []
  var names: [Int: String] = [:]
  var note = ""
  let lock = Bolt()

  func close() { isOpen = false }
  func turn() { isOpen.toggle() }
  func enter() { visitors.append(1) }
  func deeper() { turn() }
  func closeIfEmpty() { if visitors.isEmpty { isOpen = false } }
  func rename() { names[3] = "c" }

  // MARK: good

  func turnedByAMethod() async throws {
    let f = store.load(1)
    if isOpen { return }
    _ = try await f.value
    turn()
    if !isOpen { _ = try await f.value }  // ok: it was turned
  }

  func turnedFurtherDown() async throws {
    let f = store.load(1)
    if isOpen { return }
    _ = try await f.value
    deeper()
    if !isOpen { _ = try await f.value }  // ok
  }

  func perhapsClosed() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closeIfEmpty()
    if isOpen { _ = try await f.value }  // ok: nobody here knows whether there is somebody
  }

  func turnedInALoop() async throws {
    let f = store.load(1)
    while !isOpen {
      turn()
      _ = try await f.value  // ok: it is open in the next round
    }
  }

  func addedByAMethod() async throws {
    let f = store.load(1)
    guard visitors.isEmpty else { return }
    _ = try await f.value
    enter()
    if visitors.isEmpty { _ = try await f.value }  // ok
  }

  func anElementWritten() async throws {
    let f = store.load(1)
    guard names.isEmpty else { return }
    _ = try await f.value
    names[1] = "a"
    if names.isEmpty { _ = try await f.value }  // ok: there is one
  }

  func anElementWrittenOnce() async throws {
    let f = store.load(1)
    for _ in 0..<3 where names[0] == nil {
      names[0] = "b"
      _ = try await f.value  // ok: it is there from then on
    }
  }

  func writtenElsewhere() async throws {
    let f = store.load(1)
    guard names.isEmpty else { return }
    _ = try await f.value
    rename()
    if names.isEmpty { _ = try await f.value }  // ok
  }

  func textAdded() async throws {
    let f = store.load(1)
    guard note.isEmpty else { return }
    _ = try await f.value
    note += "x"
    if note.isEmpty { _ = try await f.value }  // ok
  }

  func allRemoved() async throws {
    let f = store.load(1)
    guard !visitors.isEmpty else { return }
    _ = try await f.value
    visitors.removeAll()
    if !visitors.isEmpty { _ = try await f.value }  // ok
  }

  func closedAndAsked() async throws {
    let f = store.load(1)
    close()
    if isOpen { _ = try await f.value }
    _ = try await f.value  // ok: it is closed
  }

  enum State { case idle, busy, done }
  var state = State.idle
  var last: Int?
  func begin() { state = .busy }
  func remember() { last = 3 }

  func anotherCase() async throws {
    let f = store.load(1)
    _ = try await f.value
    begin()
    guard state == .idle else { return }
    _ = try await f.value  // ok: it is busy
  }

  func numberRemembered() async throws {
    let f = store.load(1)
    _ = try await f.value
    remember()
    if last == nil { _ = try await f.value }  // ok
  }

  // MARK: bad

  func onlyOnOneWay() async throws {
    let f = store.load(1)
    if state == .idle { begin() }
    _ = try await f.value
    if state == .done { _ = try await f.value }  // expect: double-await
  }

  func closedWhereItWasUsed() async throws {
    let f = store.load(1)
    if isOpen {
      _ = try await f.value
      close()
    }
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func everyRound() async throws {
    let f = store.load(1)
    while !visitors.isEmpty {
      _ = visitors.removeFirst()
      _ = try await f.value  // expect: double-await
    }
  }

  func behindTheLoop() async throws {
    let f = store.load(1)
    while !visitors.isEmpty { enter() }
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }

  func twoQuestions() async throws {
    let f = store.load(1)
    if isOpen { _ = try await f.value }
    rename()
    if isOpen { _ = try await f.value }  // expect: double-await
  }
}

private final class Bolt {
  var isHeld = false
  func take() { isHeld = true }
}

// MARK: others' properties

private func takenByItsMethod(bolt: Bolt) async throws {
  let f = store.load(1)
  if bolt.isHeld { return }
  _ = try await f.value
  bolt.take()
  if !bolt.isHeld { _ = try await f.value }  // ok
}

private func open(_ door: Door) { door.isOpen = true }

private func openedByAFunction(door: Door) async throws {
  let f = store.load(1)
  guard !door.isOpen else { return }
  _ = try await f.value
  open(door)
  if !door.isOpen { _ = try await f.value }  // ok
}

private struct Point {
  var isOn = false
  var count = 0
  mutating func flip() { isOn.toggle() }
}

private func flipped(start: Point) async throws {
  var point = start
  let f = store.load(1)
  guard !point.isOn else { return }
  _ = try await f.value
  point.flip()
  if !point.isOn { _ = try await f.value }  // ok
}

private func set(_ flag: inout Bool) { flag = true }

private func givenAway() async throws {
  let f = store.load(1)
  var flag = choose() > 3
  guard !flag else { return }
  _ = try await f.value
  set(&flag)
  if !flag { _ = try await f.value }  // ok
}
