// Extends a type of another file.

extension Cache {
  func reload(_ id: Int) -> Pending<User> { load(id) }
  func reload(all ids: [Int]) -> Int { ids.count }
}

extension Repository {
  struct Nested {
    func load() -> ValueFuture<Int> { store.count() }
  }
}

let repository = Repository()

final class Holder: @unchecked Sendable {
  var pending: Pending<User>?  // expect: stored-property
  lazy var first = repository.cache.load(1)  // expect: stored-property
  lazy var limit = repository.cache.limit  // ok: a number
}
