// What is noted of a consumption elsewhere than in a variable of its own: in a set, a dictionary, a struct that is made anew,
// and in what a completed future has given.

struct Progress {
  var isDone = false
  var rounds = 0
  var last: Int?
}

// MARK: good

func insertedOnce(isCached: Bool) async throws {
  let f = store.load(1)
  var seen: Set<Int> = []
  if isCached {
    _ = try await f.value
    seen.insert(1)
  }
  if seen.contains(1) { return }
  _ = try await f.value  // ok
}

func insertedByName(isCached: Bool, id: Int) async throws {
  let f = store.load(1)
  var seen: Set<Int> = []
  if isCached {
    _ = try await f.value
    seen.insert(id)
  }
  guard !seen.contains(id) else { return }
  _ = try await f.value  // ok
}

func untilThereIsOne() async throws {
  let f = store.load(1)
  var users: [User] = []
  while users.isEmpty { users.append(try await f.value) }  // ok: one round
}

func askedOfVariable(ids: [Int]) async throws {
  let f = store.load(1)
  var all = ids
  all.append(2)
  if all.contains(1) { _ = try await f.value }
  print(all.map { $0 + 1 })
  if !all.contains(1) { _ = try await f.value }  // ok
}

func underKey(isCached: Bool) async throws {
  let f = store.load(1)
  var users: [Int: User] = [:]
  if isCached { users[1] = try await f.value }
  if users[1] != nil { return }
  _ = try await f.value  // ok
}

func madeAnew(isCached: Bool) async throws {
  let f = store.load(1)
  var progress = Progress()
  if isCached {
    _ = try await f.value
    progress = Progress(isDone: true)
  }
  if progress.isDone { return }
  _ = try await f.value  // ok
}

func madeSo() async throws {
  let f = store.load(1)
  let progress = Progress(isDone: true, rounds: 3)
  if !progress.isDone { _ = try await f.value }
  if progress.rounds == 3 { _ = try await f.value }  // ok
}

func valueIfSuccessful(_ f: ValueFuture<User>) -> User? { f.isCompletedSuccessfully ? try? f.result.get() : nil }

func nowOrLater() async throws -> User {
  let f = store.load(1)
  if let user = valueIfSuccessful(f) { return user }
  return try await f.value  // ok: what has succeeded gives a value
}

func nowOrLaterHere() async throws -> User {
  let f = store.load(1)
  if f.isCompletedSuccessfully, let user = try? f.result.get() { return user }
  return try await f.value  // ok
}

// MARK: bad

func removedAgain(isCached: Bool, id: Int) async throws {
  let f = store.load(1)
  var seen: Set<Int> = []
  if isCached {
    _ = try await f.value
    seen.insert(id)
  }
  seen.remove(id)
  if seen.contains(id) { return }
  _ = try await f.value  // expect: double-await
}

func eachWithItsOwn(ids: [Int]) async throws {
  let f = store.load(1)
  var seen: Set<Int> = []
  for id in ids {
    if seen.contains(id) { continue }
    _ = try await f.value  // expect: double-await
    seen.insert(id)
  }
}

func underOtherKey(isCached: Bool) async throws {
  let f = store.load(1)
  var users: [Int: User] = [:]
  if isCached { users[1] = try await f.value }
  if users[2] != nil { return }
  _ = try await f.value  // expect: double-await
}

func takenOutOfDictionary(isCached: Bool) async throws {
  let f = store.load(1)
  var users: [Int: User] = [:]
  if isCached { users[1] = try await f.value }
  users[1] = nil
  if users[1] != nil { return }
  _ = try await f.value  // expect: double-await
}

func madeAnewInAnyCase(isCached: Bool) async throws {
  let f = store.load(1)
  var progress = Progress()
  if isCached { _ = try await f.value }
  progress = Progress(isDone: true)
  if progress.isDone { _ = try await f.value }  // expect: double-await
}

func nowOrFailed() async throws -> User {
  let f = store.load(1)
  if f.isCompleted, let user = try? f.result.get() { return user }
  return try await f.value  // expect: double-await
}
