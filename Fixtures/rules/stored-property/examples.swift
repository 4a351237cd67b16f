// MARK: bad - kept in properties

final class Cache {
  var pending: ValueFuture<User>?  // expect: stored-property
  var all: [Int: ValueFuture<User>] = [:]  // expect: stored-property
  lazy var first = store.load(1)  // expect: stored-property
}

// MARK: bad - put into a collection

func collected(id: Int, box: Box) {
  box.items.append(store.load(id))  // expect: stored-property
}

// MARK: good - the task is kept

final class TaskCache {
  var pending: Task<User, any Error>?  // ok: a task is durable
  var all: [Int: Task<User, any Error>] = [:]  // ok: tasks are durable

  func start(id: Int) {
    pending = store.load(id).asTask()
  }
}

// MARK: good - computed, or made on demand

struct Loader {
  var current: ValueFuture<User> { store.load(1) }  // ok: computed
  var make: () -> ValueFuture<User>  // ok: a closure that returns one
  func load(id: Int) -> ValueFuture<User> { store.load(id) }  // ok: a function
}

// MARK: good - local

func local(id: Int) async throws -> User {
  let f = store.load(id)  // ok: a local variable
  return try await f.value
}
