// Numbers that count up or down, one step at a time: they equal a value once.

// MARK: good

func lastOne(items: [Int]) async throws {
  let f = store.load(1)
  var remaining = items.count
  for _ in items {
    remaining -= 1
    if remaining == 0 { _ = try await f.value }  // ok: it is zero once
  }
}

func lastOneByGuard(items: [Int]) async throws {
  let f = store.load(1)
  var remaining = items.count
  for _ in items {
    remaining -= 1
    guard remaining == 0 else { continue }
    _ = try await f.value  // ok: it is zero once
  }
}

func lastOneBySwitch(items: [Int]) async throws {
  let f = store.load(1)
  var remaining = items.count
  while remaining > 0 {
    remaining -= 1
    switch remaining {
    case 0: _ = try await f.value  // ok: it is zero once
    default: continue
    }
  }
}

func countedToTheEnd(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count += 1
    if count == items.count { _ = try await f.value }  // ok: it comes by once
  }
}

func firstRoundOnly() async throws {
  let f = store.load(1)
  var count = 0
  while random() {
    if count == 0 { _ = try await f.value }  // ok: it was zero in the first round
    count += 1
  }
}

final class Latch {
  private var waiting = 2

  func finish(_ f: ValueFuture<User>, _ steps: Int) {
    for _ in 0..<steps {
      self.waiting -= 1
      if self.waiting == 0 { _ = f.asTask() }  // ok: it is zero once
    }
  }
}

func oneOfTheRounds() {
  let f = store.load(1)
  (0..<3).forEach { number in
    if number == 1 { use(f.asTask()) }  // ok: one round has this number
  }
}

func oneOfTheUnnamedRounds() {
  let f = store.load(1)
  (0..<3).forEach { if $0 == 1 { use(f.asTask()) } }  // ok: one round has this number
}

// MARK: bad

func setAnewInEachRound(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count = 0
    count += 1
    if count == 1 { _ = try await f.value }  // expect: double-await
  }
}

func elementsMayBeEqual(items: [Int]) async throws {
  let f = store.load(1)
  var place = 0
  while place < items.count {
    if items[place] == 3 { _ = try await f.value }  // expect: double-await
    place += 1
  }
}

func staysAbove(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count += 1
    if count > 2 { _ = try await f.value }  // expect: double-await
  }
}

func numbersMayRepeat(items: [Int]) {
  let f = store.load(1)
  items.forEach { item in
    if item == 1 { use(f.asTask()) }  // expect: double-await
  }
}

func otherItemsInOtherRounds(items: [Int]) {
  let f = store.load(1)
  var isFirst = false
  items.forEach { item in
    if item == 1 {
      isFirst = true
      use(f.asTask())  // expect: double-await
    } else if isFirst {
      use(f.asTask())  // expect: double-await
    }
  }
}
