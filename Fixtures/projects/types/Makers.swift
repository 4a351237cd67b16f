// Declares what Uses.swift uses: its types are known across files, by inference as well.

typealias Pending<Value: Sendable> = ValueFuture<Value>

struct Repository {
  let cache = Cache()
  var reader: some Reader { CachingReader() }
  static let shared = Repository()
}

struct Cache {
  let limit = 3
  func load(_ id: Int) -> Pending<User> { store.load(id) }
  func peek(_ id: Int) -> User? { nil }
}

protocol Reader {
  associatedtype Item: Sendable
  func read() -> ValueFuture<Item>
}

struct CachingReader: Reader {
  func read() -> ValueFuture<User> { store.load(1) }
}
