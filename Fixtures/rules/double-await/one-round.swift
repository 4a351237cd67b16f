// Loops that run no more than one round, by what they go over.

// MARK: good

func firstOnly(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids.prefix(1) { print(id, try await f.value) }  // ok
}

func lastOnly(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids.suffix(1) { print(id, try await f.value) }  // ok
}

func slice(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids[0..<1] { print(id, try await f.value) }  // ok
}

func collectionOfOne() async throws {
  let f = store.load(1)
  for id in CollectionOfOne(1) { print(id, try await f.value) }  // ok
}

func repeatedOnce() async throws {
  let f = store.load(1)
  for id in repeatElement(1, count: 1) { print(id, try await f.value) }  // ok
}

func literalOfOne() async throws {
  let f = store.load(1)
  for id in [1] { print(id, try await f.value) }  // ok
}

func oneOrNone(_ chosen: Int?) async throws {
  let f = store.load(1)
  for id in chosen.map({ [$0] }) ?? [] { print(id, try await f.value) }  // ok
}

func emptyOrNot(_ ids: Set<Int>) async throws {
  let f = store.load(1)
  if ids.isEmpty { _ = try await f.value }
  if ids.contains(3) { _ = try await f.value }  // ok: then it is not empty
}

struct Wishes: OptionSet {
  let rawValue: Int
  static let cache = Wishes(rawValue: 1)
  static let none: Wishes = []
}

func wished(_ wishes: Wishes) async throws {
  let f = store.load(1)
  if wishes.isEmpty { _ = try await f.value }
  if wishes.contains(.cache) { _ = try await f.value }  // ok
}

// MARK: bad

func firstTwo(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids.prefix(2) { print(id, try await f.value) }  // expect: double-await
}

func longerSlice(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids[0..<2] { print(id, try await f.value) }  // expect: double-await
}

func twoOrNone(_ chosen: Int?) async throws {
  let f = store.load(1)
  for id in chosen.map({ [$0, $0 + 1] }) ?? [] { print(id, try await f.value) }  // expect: double-await
}

func oneOrAll(_ chosen: Int?, _ ids: [Int]) async throws {
  let f = store.load(1)
  for id in chosen.map({ [$0] }) ?? ids { print(id, try await f.value) }  // expect: double-await
}

func repeatedTwice() async throws {
  let f = store.load(1)
  for id in repeatElement(1, count: 2) { print(id, try await f.value) }  // expect: double-await
}

func behindIt(_ ids: [Int]) async throws {
  let f = store.load(1)
  for id in ids.prefix(1) { print(id, try await f.value) }
  _ = try await f.value  // expect: double-await
}

func theEmptySet(_ wishes: Wishes) async throws {
  let f = store.load(1)
  if wishes.isEmpty { _ = try await f.value }
  if wishes.contains(.none) { _ = try await f.value }  // expect: double-await
}

func notEmpty(_ ids: Set<Int>) async throws {
  let f = store.load(1)
  if !ids.isEmpty { _ = try await f.value }
  if ids.contains(3) { _ = try await f.value }  // expect: double-await
}
