// Ways to look at a token, and ways not to.

// MARK: - looked at

class Comparing: FutureSource, @unchecked Sendable {
  var current = 0
  var results: [Int: Int] = [:]

  func getResult(_ token: Int) throws -> Int {
    guard token == current else { throw StoreError.closed }
    return 1  // ok: compared
  }
}

final class ByMask: FutureSource, @unchecked Sendable {
  var current = 0
  func getResult(_ token: Int) throws -> Int {
    if (token + 1) & 0xFF != current { fatalError("consumed twice") }
    return 1  // ok: compared
  }
}

final class BySwitch: FutureSource, @unchecked Sendable {
  var current = 0
  func getResult(_ token: Int) throws -> Int {
    switch token {
    case current: return 1  // ok: compared
    default: throw StoreError.closed
    }
  }
}

final class ByHelper: FutureSource, @unchecked Sendable {
  var current = 0
  func getResult(_ token: Int) throws -> Int {
    try check(token)
    return 1  // ok: the helper compares
  }
  private func check(_ token: Int) throws {
    if token != current { throw StoreError.closed }
  }
}

final class ByLookUp: FutureSource, @unchecked Sendable {
  var results: [Int: Int] = [:]
  func getResult(_ token: Int) throws -> Int {
    guard let result = results[token] else { throw StoreError.missing }
    return result  // ok: found by its token
  }
}

final class UnderALock: FutureSource, @unchecked Sendable {
  var current = 0
  let lock = Padlock()
  func getResult(_ token: Int) throws -> Int {
    try lock.withLock {
      guard current == token else { throw StoreError.closed }
      return 1  // ok: compared
    }
  }
}

struct Padlock: Sendable {
  func withLock<T>(_ body: () throws -> T) rethrows -> T { try body() }
}

final class Forwarding: FutureSource, @unchecked Sendable {
  let inner: any FutureSource<Int>
  init(_ inner: any FutureSource<Int>) { self.inner = inner }
  func getResult(_ token: Int) throws -> Int {
    try inner.getResult(token)  // ok: the other source's to compare
  }
}

final class Unknown: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int {
    takeOver(token)
    return 1  // ok: somebody else may compare it
  }
}

final class AlwaysFails: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int { throw StoreError.closed }  // ok: gives nothing
}

final class NeverThere: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int { fatalError("not there") }  // ok: gives nothing
}

/// No source of value futures.
struct Shop {
  func getResult(_ token: Int) -> Int { 1 }  // ok: only the name is the same
}

// MARK: - not looked at

final class Printing: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    print("reading", token)
    return 1
  }
}

final class Ignoring: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    _ = token
    return 1
  }
}

final class Nameless: FutureSource, @unchecked Sendable {
  func getResult(_: Int) throws -> Int { 1 }  // expect: unchecked-token
}

final class Logging: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    note(token)
    return 1
  }
  private func note(_ token: Int) { print("reading \(token)") }
}

final class Shadowing: FutureSource, @unchecked Sendable {
  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    let tokens = [1, 2]
    return tokens.first { token in token == 1 } ?? 0
  }
}

final class InAnExtension: @unchecked Sendable {
  var current = 0
}

extension InAnExtension: FutureSource {
  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    current += 1
    return current
  }
}

final class Inheriting: Comparing, @unchecked Sendable {
  override func getResult(_ token: Int) throws -> Int { 2 }  // expect: unchecked-token
}
