// Helpers whose loop ends with the first value that a closure gives.

extension Array {
  fileprivate func firstGiven<T>(_ body: (Element) async throws -> T?) async rethrows -> T? {
    for element in self { if let found = try await body(element) { return found } }
    return nil
  }

  fileprivate func firstOrGoOn<T>(_ body: (Element) async throws -> T?) async rethrows -> T? {
    for element in self {
      guard let found = try await body(element) else { continue }
      return found
    }
    return nil
  }

  fileprivate func firstBeforeBreak<T>(_ body: (Element) async throws -> T?) async rethrows -> T? {
    var result: T?
    for element in self {
      if let found = try await body(element) {
        result = found
        break
      }
    }
    return result
  }

  fileprivate func firstThatDoesNotFail<T>(_ body: (Element) async throws -> T) async -> T? {
    for element in self { if let found = try? await body(element) { return found } }
    return nil
  }

  fileprivate func allGiven<T>(_ body: (Element) async throws -> T?) async rethrows -> [T] {
    var all: [T] = []
    for element in self { if let found = try await body(element) { all.append(found) } }
    return all
  }

  fileprivate func allOrGoOn<T>(_ body: (Element) async throws -> T?) async rethrows -> [T] {
    var all: [T] = []
    for element in self {
      guard let found = try await body(element) else { continue }
      all.append(found)
    }
    return all
  }

  fileprivate func untilNothing<T>(_ body: (Element) async throws -> T?) async rethrows {
    for element in self { guard try await body(element) != nil else { return } }
  }
}

// MARK: good

func firstValueReturns(_ ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await ids.firstGiven { _ in try await f.value }  // ok: it gives one, and no further call
}

func firstValueAfterOthers(_ ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await ids.firstOrGoOn { _ in try await f.value }  // ok
}

func firstValueBreaks(_ ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await ids.firstBeforeBreak { _ in try await f.value }  // ok
}

// MARK: bad

func triedWithEach(_ ids: [Int]) async {
  let f = store.load(1)
  _ = await ids.firstThatDoesNotFail { _ in try await f.value }  // expect: double-await
}

func collectedFromEach(_ ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await ids.allGiven { _ in try await f.value }  // expect: double-await
}

func collectedWhereGiven(_ ids: [Int]) async throws {
  let f = store.load(1)
  _ = try await ids.allOrGoOn { _ in try await f.value }  // expect: double-await
}

func goesOnWhileGiven(_ ids: [Int]) async throws {
  let f = store.load(1)
  try await ids.untilNothing { _ in try await f.value }  // expect: double-await
}
