// Elements of one collection by other ways than a loop's variable: by their place, in a dictionary's pairs, lazily.

// MARK: good

func firstThenLast(all: [ValueFuture<User>]) async throws {
  print(try await all.first?.value as Any)
  print(try await all.last?.value as Any)  // ok: nobody says that there is only one
}

func firstThenRemoved(all: [ValueFuture<User>]) async throws {
  var all = all
  print(try await all.first?.value as Any)
  all.removeFirst()
  print(try await all.first?.value as Any)  // ok: the next one
}

func firstAskedThenAwaited(all: [ValueFuture<User>]) async throws {
  print(all.first?.isCompleted as Any)
  print(try await all[0].value)  // ok: it was only asked
}

func askedInALoopThenByPlace(all: [ValueFuture<User>]) async throws {
  for f in all { print(f.isCompleted) }
  print(try await all[0].value)
  print(try await all[1].value)  // ok: another one
}

func awaitedInALoopThenReplaced(all: [ValueFuture<User>]) async throws {
  var all = all
  for f in all { print(try await f.value) }
  all[0] = store.load(1)  // expect: stored-property
  print(try await all[0].value)  // ok: a new one
}

func firstThenTheOthers(all: [ValueFuture<User>]) async throws {
  print(try await all[0].value)
  for f in all.dropFirst() { print(try await f.value) }  // ok: the others
}

func firstThenAllButTheFirst(all: [ValueFuture<User>]) async throws {
  print(try await all[0].value)
  var isFirst = true
  for f in all {
    if isFirst {
      isFirst = false
      continue
    }
    print(try await f.value)  // ok: the first one is left out
  }
}

func valuesOnce(byName: [String: ValueFuture<User>]) async throws {
  for f in byName.values { print(f.isCompleted) }
  for f in byName.values { print(try await f.value) }  // ok: the first loop only asks
}

func valuesOfTwo(one: [String: ValueFuture<User>], other: [String: ValueFuture<User>]) async throws {
  for f in one.values { print(try await f.value) }
  for (_, f) in other { print(try await f.value) }  // ok: other futures
}

func madeAnewByEachLoop(ids: [Int]) async throws {
  let all = ids.lazy.map { store.load($0) }
  for f in all { print(try await f.value) }
  for f in all { print(try await f.value) }  // ok: each loop makes its own
}

// MARK: bad

func firstTwice(all: [ValueFuture<User>]) async throws {
  print(try await all.first?.value as Any)
  print(try await all.first?.value as Any)  // expect: double-await
}

func firstThenByPlace(all: [ValueFuture<User>]) async throws {
  print(try await all.first!.value)
  print(try await all[0].value)  // expect: double-await
}

func byPlaceAfterALoop(all: [ValueFuture<User>]) async throws {
  for f in all { print(try await f.value) }
  print(try await all[0].value)  // expect: double-await
}

func firstAfterALoop(all: [ValueFuture<User>]) async throws {
  all.forEach { use($0.asTask()) }
  print(try await all.first?.value as Any)  // expect: double-await
}

func lastThenAll(all: [ValueFuture<User>]) async throws {
  if let f = all.last { print(try await f.value) }
  for f in all { print(try await f.value) }  // expect: double-await
}

func valuesTwice(byName: [String: ValueFuture<User>]) async throws {
  for f in byName.values { print(try await f.value) }
  for f in byName.values { print(try await f.value) }  // expect: double-await
}

func pairsThenValues(byName: [String: ValueFuture<User>]) async throws {
  for (name, f) in byName { print(name, try await f.value) }
  for f in byName.values { print(try await f.value) }  // expect: double-await
}

func twiceInEachRound(ids: [Int]) async throws {
  for f in ids.lazy.map({ store.load($0) }) {
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}
