// Where the value future comes from, on each path.

// MARK: - not always from a task

struct Loader: Loading {
  let inner: Store
  let task: Task<User, any Error>

  func asked(_ id: Int) -> ValueFuture<User> {
    ValueFuture(Task { User() })  // ok: the protocol asks for the type
  }
  func forwarded(_ id: Int) -> ValueFuture<User> { inner.load(id) }  // ok: nobody knows whether that suspends
  func given(_ future: ValueFuture<User>) -> ValueFuture<User> { future }  // ok: a parameter
  func mixed(_ isKnown: Bool) -> ValueFuture<User> {
    isKnown ? ValueFuture(User()) : ValueFuture(Task { User() })  // ok: one path has its result
  }
  func cased(_ id: Int) -> ValueFuture<User> {
    switch id {
    case 0: return ValueFuture(User())  // ok: one path has its result
    default: return ValueFuture(task)
    }
  }
  func optional(_ isOpen: Bool) -> ValueFuture<User>? {
    guard isOpen else { return nil }  // ok: that there is none is known at once
    return ValueFuture(task)
  }
  func optionalChosen(_ isOpen: Bool) -> ValueFuture<User>? {
    isOpen ? ValueFuture(Task { User() }) : nil  // ok: nothing is started on one path
  }
  func changed(_ isKnown: Bool) -> ValueFuture<User> {
    var future = ValueFuture(task)
    if isKnown { future = ValueFuture(User()) }
    return future  // ok: a variable
  }
  func none() -> ValueFuture<User>? { nil }  // ok: makes nothing
  func never() -> ValueFuture<User> { fatalError() }  // ok: gives nothing
  var make: () -> ValueFuture<User> { { ValueFuture(Task { User() }) } }  // ok: gives a closure
}

protocol Loading {
  func asked(_ id: Int) -> ValueFuture<User>
}

class Base {
  func load() -> ValueFuture<User> { store.load(1) }  // ok: from a store
}

final class Derived: Base {
  override func load() -> ValueFuture<User> { ValueFuture(Task { User() }) }  // ok: the superclass asks for the type
}

// MARK: - always from a task

struct Starter {
  let task: Task<User, any Error>

  var newest: ValueFuture<User> { ValueFuture(task) }  // expect: needless-value-future
  subscript(id: Int) -> ValueFuture<User> {  // expect: needless-value-future
    get { ValueFuture(task) }
  }
  func detached() -> ValueFuture<Int> { ValueFuture(Task.detached { 1 }) }  // expect: needless-value-future
  func implicit() -> ValueFuture<User> { .init(task) }  // expect: needless-value-future
  func converted(_ future: ValueFuture<User>) -> ValueFuture<User> {  // expect: needless-value-future
    ValueFuture(future.asTask())
  }
  func named() -> ValueFuture<User> {  // expect: needless-value-future
    let future = ValueFuture(task)
    return future
  }
  func optionalAlways() -> ValueFuture<User>? { ValueFuture(task) }  // expect: needless-value-future
  func throwing(_ isOpen: Bool) throws -> ValueFuture<User> {  // expect: needless-value-future
    if !isOpen { throw StoreError.closed }
    return ValueFuture(task)
  }
  func branches(_ id: Int) -> ValueFuture<User> {  // expect: needless-value-future
    switch id {
    case 0: ValueFuture(task)
    case 1: fatalError()
    default: ValueFuture(Task { User() })
    }
  }
  func chosen(_ isFast: Bool) -> ValueFuture<User> {  // expect: needless-value-future
    isFast ? ValueFuture(task) : ValueFuture(Task { User() })
  }
}

// MARK: - functions that wait themselves

struct Waiter {
  let inner: Store

  func notWaiting(_ user: User) async -> ValueFuture<User> { ValueFuture(user) }  // ok: nothing says that it waits
  func known(_ cache: [Int: User], _ id: Int) async throws -> ValueFuture<User> {
    if let user = cache[id] { return ValueFuture(user) }
    return ValueFuture(try await inner.load(id).value)  // ok: one path has its result
  }
  func forwardedLater(_ id: Int) async throws -> ValueFuture<User> {
    try await Task.sleep(nanoseconds: 1)
    return inner.load(id)  // ok: nobody knows whether that suspends
  }
  func ofASource(_ source: PooledSource<User>) async throws -> ValueFuture<User> {
    try await Task.sleep(nanoseconds: 1)
    return ValueFuture(source: source, token: 1)  // ok: the source fills it
  }

  func awaited(_ id: Int) async throws -> ValueFuture<User> {  // expect: needless-value-future
    let user = try await inner.load(id).value
    return ValueFuture(user)  // expect-note: made when the result is there
  }
  func awaitedInPlace(_ id: Int) async throws -> ValueFuture<User> {  // expect: needless-value-future
    .init(try await inner.load(id).value)
  }
  func awaitedOrNone(_ id: Int) async throws -> ValueFuture<User>? {  // expect: needless-value-future
    let user = try await inner.load(id).value
    return user.id > 0 ? ValueFuture(user) : nil
  }
  func awaitedFirst(_ id: Int) async throws -> ValueFuture<User> {  // expect: needless-value-future
    guard try await inner.load(id).value.id > 0 else { return ValueFuture(User()) }
    let user = try await inner.load(id).value
    return ValueFuture(user)
  }
}
