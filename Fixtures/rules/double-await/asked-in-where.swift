// Helpers that run a closure in the `where` of a loop.

extension Array {
  func firstOne(_ isWanted: (Element) async throws -> Bool) async rethrows -> Element? {
    for element in self where try await isWanted(element) { return element }
    return nil
  }
}

// MARK: good

func ofEachElement(_ futures: [ValueFuture<User>]) async throws {
  _ = try await futures.firstOne { try await $0.value.id == 1 }  // ok: each has its own
}

func madeInside() async throws {
  _ = try await [1, 2].firstOne { try await store.load($0).value.id == 1 }  // ok
}

// MARK: bad

func madeOutside() async throws {
  let f = store.load(1)
  _ = try await [1, 2].firstOne { try await f.value.id == $0 }  // expect: double-await
}
