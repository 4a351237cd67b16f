// The last round of a loop, told by the number of elements, and what the variable is in each round.

func lessThanTheLast(_ ids: [Int]) async throws {
  let f = store.load(1)
  for i in 0..<ids.count {
    if i < ids.count - 1 { use(i) } else { use(try await f.value) }
  }
}

func oneMoreIsLess(_ ids: [Int]) async throws {
  let f = store.load(1)
  for i in 0..<ids.count {
    if i + 1 < ids.count { continue }
    use(try await f.value)
  }
}

func notBeforeTheLast(_ count: Int) async throws {
  let f = store.load(1)
  for i in 0..<count {
    if i >= count - 1 { use(try await f.value) }
  }
}

func oneMoreIsTheCount(_ ids: [Int]) async throws {
  let f = store.load(1)
  for (i, id) in ids.enumerated() {
    guard i + 1 == ids.count else { continue }
    takeOver(id, try await f.value)
  }
}

func elseOfEnumerated(_ ids: [Int]) async throws {
  let f = store.load(1)
  for (i, id) in ids.enumerated() {
    if i < ids.count - 1 { use(id) } else { use(try await f.value) }
  }
}

func lastOfIndices(_ ids: [Int]) async throws {
  let f = store.load(1)
  for i in ids.indices {
    if i != ids.count - 1 { continue }
    use(try await f.value)
  }
}

func closedRange(_ count: Int) async throws {
  let f = store.load(1)
  for attempt in 1...count {
    if attempt < count { use(attempt) } else { use(try await f.value) }
  }
}

func lastAttempt(_ count: Int) async throws -> User {
  let f = store.load(1)
  for attempt in 0..<count {
    do {
      try store.reset()
    } catch {
      if attempt == count - 1 { return try await f.value }
    }
  }
  return try await store.load(2).value
}

func lastTwo(_ count: Int) async throws {
  let f = store.load(1)
  for i in 0..<count {
    if i < count - 2 { use(i) } else { use(try await f.value) }  // expect: double-await
  }
}

func allButTheLast(_ count: Int) async throws {
  let f = store.load(1)
  for i in 0..<count {
    if i < count - 1 { use(try await f.value) }  // expect: double-await
  }
}

func lastOfAnother(_ ids: [Int], _ others: [Int]) async throws {
  let f = store.load(1)
  for i in 0..<ids.count {
    if i < others.count - 1 { use(i) } else { use(try await f.value) }  // expect: double-await
  }
}

func countThatGrows(_ ids: [Int]) async throws {
  let f = store.load(1)
  var limit = ids.count
  for i in 0..<limit {
    if i < limit - 1 { continue }
    use(try await f.value)  // ok: the range was made with the first limit, and this leaves the loop
    limit += 1
    break
  }
}

func limitThatShrinks(_ count: Int) async throws {
  let f = store.load(1)
  var limit = count
  for i in 0..<count {
    if i < limit - 1 { use(i) } else { use(try await f.value) }  // expect: double-await
    limit -= 1
  }
}

// MARK: how many there are

func theOnlyOne(_ ids: [Int]) async throws {
  let f = store.load(1)
  guard ids.count == 1 else { return }
  for id in ids { takeOver(id, try await f.value) }
}

func oneAtMost(_ ids: [Int]) async throws {
  let f = store.load(1)
  if ids.count < 2 {
    for id in ids { takeOver(id, try await f.value) }
  }
}

func oneAtMostByNumber(_ ids: [Int]) async throws {
  let f = store.load(1)
  guard ids.count <= 1 else { return }
  for i in 0..<ids.count { takeOver(i, try await f.value) }
}

func oneOfTheIndices(_ ids: [Int]) async throws {
  let f = store.load(1)
  guard ids.count == 1 else { return }
  ids.indices.forEach { i in takeOver(i, f.asTask()) }
}

func twoAtMost(_ ids: [Int]) async throws {
  let f = store.load(1)
  guard ids.count <= 2 else { return }
  for id in ids { takeOver(id, try await f.value) }  // expect: double-await
}

func oneOfAnother(_ ids: [Int], _ others: [Int]) async throws {
  let f = store.load(1)
  guard ids.count == 1 else { return }
  for id in others { takeOver(id, try await f.value) }  // expect: double-await
}

func oneBeforeMoreCame(_ ids: [Int]) async throws {
  let f = store.load(1)
  var waiting = ids
  guard waiting.count == 1 else { return }
  waiting.append(2)
  for id in waiting { takeOver(id, try await f.value) }  // expect: double-await
}

// MARK: literals

func onceForTrue() async throws {
  let f = store.load(1)
  for isFirst in [true, false] {
    if isFirst { use(try await f.value) }
  }
}

func trueTwice() async throws {
  let f = store.load(1)
  for isFirst in [true, false, true] {
    if isFirst { use(try await f.value) }  // expect: double-await
  }
}

func onceForANumber() async throws {
  let f = store.load(1)
  for n in [1, 5, 9] where n == 5 { use(try await f.value) }
}

func severalNumbers() async throws {
  let f = store.load(1)
  for n in [1, 5, 9] where n > 1 { use(try await f.value) }  // expect: double-await
}

func oneOfSeveralNumbers() async throws {
  let f = store.load(1)
  for n in [1, 5, 9] where n > 5 { use(try await f.value) }
}

func mapOfOne() -> [Task<User, any Error>] {
  let f = store.load(1)
  return [1].map { _ in f.asTask() }
}

func mapOfTwo() -> [Task<User, any Error>] {
  let f = store.load(1)
  return [1, 2].map { _ in f.asTask() }  // expect: double-await
}

// MARK: small sums

func oneMore(_ n: Int) async throws {
  let f = store.load(1)
  let next = n + 1
  if n == 0 { use(f.asTask()) }
  if next == 2 { use(f.asTask()) }
}

func oneMoreIsTheSame(_ n: Int) async throws {
  let f = store.load(1)
  let next = n + 1
  if n == 1 { use(f.asTask()) }
  if next == 2 { use(f.asTask()) }  // expect: double-await
}

func moreThanThreeWithOne(_ n: Int) async throws {
  let f = store.load(1)
  if n + 1 > 3 { use(f.asTask()) }
  if n < 2 { use(f.asTask()) }
}

func constantSum() async throws {
  let f = store.load(1)
  let n = 1
  if n + 1 == 2 { use(f.asTask()) }
  if n + 1 == 3 { use(f.asTask()) }
}

func distanceOfTwo(_ low: Int, _ high: Int) async throws {
  let f = store.load(1)
  if low + 2 < high { use(f.asTask()) }
  if low >= high - 2 { use(f.asTask()) }
}

// MARK: how many rounds there are tells what stands in a variable

func swappedOnce() async throws {
  var f = store.load(1)
  var g = store.load(2)
  for _ in 0..<2 {
    use(try await f.value)
    (f, g) = (g, f)
  }
  use(g.isCompleted)
}

func swappedTwice() async throws {
  var f = store.load(1)
  var g = store.load(2)
  for _ in 0..<3 {
    use(try await f.value)  // expect: double-await
    (f, g) = (g, f)
  }
  use(g.isCompleted)
}
