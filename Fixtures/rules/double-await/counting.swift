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

enum Turn: CaseIterable { case left, right }

final class Countdown {
  var left = 2
}

func numberedElements(items: [Int]) async throws {
  let f = store.load(1)
  for (number, item) in items.enumerated() {
    if number == 0 { print(try await f.value, item) }  // ok: one element is the first
  }
}

func lastByItsNumber(items: [Int]) async throws {
  let f = store.load(1)
  for (number, item) in items.enumerated() where number == items.count - 1 {
    print(try await f.value, item)  // ok: one element is the last
  }
}

func zippedWithNumbers(items: [Int]) async throws {
  let f = store.load(1)
  for (number, item) in zip(1..., items) {
    if number == 1 { print(try await f.value, item) }  // ok: one element is the first
  }
}

func stridden() async throws {
  let f = store.load(1)
  for number in stride(from: 3, to: 0, by: -1) {
    if number == 1 { _ = try await f.value }  // ok: it comes by once
  }
}

func rangeBackwards() async throws {
  let f = store.load(1)
  for number in (0..<3).reversed() {
    if number == 0 { _ = try await f.value }  // ok: it comes by once
  }
}

func keysOfADictionary(users: [String: Int]) async throws {
  let f = store.load(1)
  for (name, number) in users {
    if name == "me" { print(try await f.value, number) }  // ok: a key stands there once
  }
}

func casesOfAnEnum() async throws {
  let f = store.load(1)
  for turn in Turn.allCases {
    switch turn {
    case .left: _ = try await f.value  // ok: each case comes by once
    case .right: break
    }
  }
}

func numberedInAClosure(items: [Int]) {
  let f = store.load(1)
  items.enumerated().forEach { number, item in
    if number == 0 { use((f.asTask(), item)) }  // ok: one element is the first
  }
}

func writtenOut(items: [Int]) async throws {
  let f = store.load(1)
  var remaining = items.count
  for _ in items {
    remaining = remaining - 1
    if remaining == 0 { _ = try await f.value }  // ok: it is zero once
  }
}

func inAnObject(items: [Int]) async throws {
  let f = store.load(1)
  let countdown = Countdown()
  for _ in items {
    countdown.left -= 1
    if countdown.left == 0 { _ = try await f.value }  // ok: it is zero once
  }
}

func byAPattern(items: [Int]) async throws {
  let f = store.load(1)
  for case (0, let item) in items.enumerated() { print(try await f.value, item) }  // ok: one element is the first
}

func byItsOffset(items: [Int]) async throws {
  let f = store.load(1)
  for element in items.enumerated() {
    if element.offset == 0 { print(try await f.value, element.element) }  // ok: one element is the first
  }
}

func underAnotherName(count: Int) async throws {
  let f = store.load(1)
  for index in 0..<count {
    let number = index
    if number == 0 { _ = try await f.value }  // ok: it comes by once
  }
}

func overDifferentWords() async throws {
  let f = store.load(1)
  for word in ["a", "b"] {
    switch word {
    case "a": _ = try await f.value  // ok: each word comes by once
    default: break
    }
  }
}

func oneStepAway(count: Int) async throws {
  let f = store.load(1)
  for index in 0..<count {
    if index + 1 == count { _ = try await f.value }  // ok: one index is the last
  }
}

func toggled(_ isOn: Bool) async throws {
  let f = store.load(1)
  var isOn = isOn
  if isOn { _ = try await f.value }
  isOn.toggle()
  if isOn { _ = try await f.value }  // ok: it was off then
}

func firstRoundBesideAnotherCounter(users: [User]) async throws {
  let f = store.load(1)
  var found = 0
  for (index, user) in users.enumerated() {
    if index == 0 { _ = try await f.value }  // ok: the first round only, however many were found
    if user.id > 2 {
      found += 1
      if found > 3 { break }
    }
  }
}

func firstRoundOfAWhile(users: [User]) async throws {
  let f = store.load(1)
  var (index, found) = (0, 0)
  while index < users.count {
    if index == 0 { _ = try await f.value }  // ok: it is zero once
    if random() {
      found += 1
      if found > 3 { break }
    }
    index += 1
  }
}

// MARK: bad

func laterRoundsBesideAnotherCounter(users: [User]) async throws {
  let f = store.load(1)
  var found = 0
  for (index, user) in users.enumerated() {
    if index > 0 { _ = try await f.value }  // expect: double-await
    if user.id > 2 {
      found += 1
      if found > 3 { break }
    }
  }
}

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

func numberOfAnElement(items: [Int]) async throws {
  let f = store.load(1)
  for (_, item) in items.enumerated() {
    if item == 0 { _ = try await f.value }  // expect: double-await
  }
}

func valuesOfADictionary(users: [String: Int]) async throws {
  let f = store.load(1)
  for (_, number) in users {
    if number == 1 { _ = try await f.value }  // expect: double-await
  }
}

func otherCountdown(items: [Int], first: Countdown, second: Countdown) async throws {
  let f = store.load(1)
  for _ in items {
    second.left -= 1
    if first.left == 0 { _ = try await f.value }  // expect: double-await
  }
}

func otherPartOfIt(items: [Int], box: Counts) async throws {
  let f = store.load(1)
  for _ in items {
    box.right -= 1
    if box.left == 0 { _ = try await f.value }  // expect: double-await
  }
}

final class Counts {
  var left = 2
  var right = 2
}

func toggledTwice(_ isOn: Bool) async throws {
  let f = store.load(1)
  var isOn = isOn
  if isOn { _ = try await f.value }
  isOn.toggle()
  if !isOn { _ = try await f.value }  // expect: double-await
}

func everySecond(count: Int) async throws {
  let f = store.load(1)
  for index in 0..<count {
    if index % 2 == 0 { _ = try await f.value }  // expect: double-await
  }
}

func whatItIsComparedWithMoves(count: Int) async throws {
  let f = store.load(1)
  var wanted = 0
  for index in 0..<count {
    if index == wanted {
      _ = try await f.value  // expect: double-await
      wanted += 1
    }
  }
}

func overOneWordTwice() async throws {
  let f = store.load(1)
  for word in ["a", "b", "a"] {
    if word == "a" { _ = try await f.value }  // expect: double-await
  }
}
