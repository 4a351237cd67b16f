// What declarations tell of a value: pass-through functions, function values, annotations, and properties that unwrap themselves.

func sameOfAny<T>(_ x: T) -> T { x }
func labelledOfAny<T>(_ x: T, _ label: String) -> T {
  print(label)
  return x
}
func changedOfAny<T>(_ x: T, _ body: (T) -> Void) -> T {
  body(x)
  return x
}
func oneOfTwo<T>(_ a: T, _ b: T, _ isFirst: Bool) -> T { isFirst ? a : b }

func onlyLooks(_ f: ValueFuture<User>) { print(f.isCompleted) }
func finishesIt(_ f: ValueFuture<User>) async throws { _ = try await f.value }
func twiceEvaluated(_ value: @autoclosure () -> User) -> [User] { [value(), value()] }
func onceEvaluated(_ value: @autoclosure () -> User) -> [User] { [value()] }
func subscribed(_ handler: @escaping (ValueFuture<User>) async throws -> Void) { use(handler) }

final class Screen {
  var store: Store!
}

// MARK: good

func passedThroughOnce() async throws {
  let f = sameOfAny(store.load(1))
  print(try await f.value)  // ok: the only one
}

func givenToAClosureOfAny() async throws {
  let f = store.load(1)
  let g = changedOfAny(f) { print($0.isCompleted) }
  use(try await g.value)
  use(try await f.value)  // ok: what becomes of a value of any type in a closure is not followed
}

func functionValueThatLooks() async throws {
  let f = store.load(1)
  let look = onlyLooks
  look(f)
  print(try await f.value)  // ok: the function only asks
}

func evaluatedOnce() {
  let f = store.load(1)
  print(onceEvaluated(finished(f.asTask())))  // ok: the only one
}

func annotatedAndAwaitedOnce() async throws {
  let f: ValueFuture<User> = foreignClient.fetch(1)
  print(try await f.value)  // ok: the only one
}

func annotatedAndRemade() async throws {
  var f: ValueFuture<User> = foreignClient.fetch(1)
  print(try await f.value)
  f = foreignClient.fetch(2)
  print(try await f.value)  // ok: another one
}

// MARK: bad

func oneOfTwoOfAny(isFirst: Bool) async throws {
  let f = store.load(1)
  let g = oneOfTwo(f, store.load(2), isFirst)
  use(try await g.value)
  use(try await f.value)  // expect: double-await
}

func passedThroughAny() async throws {
  let f = store.load(1)
  let g = sameOfAny(f)
  print(try await g.value)
  print(try await f.value)  // expect: double-await
}

func passedThroughWithALabel() async throws {
  let f = store.load(1)
  print(try await labelledOfAny(f, "first").value)
  print(try await f.value)  // expect: double-await
}

func functionValueThatFinishes() async throws {
  let f = store.load(1)
  let finish = finishesIt
  try await finish(f)
  print(try await f.value)  // expect: double-await
}

func functionValueThatMakes() async throws {
  let load = store.load
  let f = load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func evaluatedTwice() {
  let f = store.load(1)
  print(twiceEvaluated(finished(f.asTask())))  // expect: double-await
}

func closureOfAnAnnotatedVariable() {
  let handler: (ValueFuture<User>) async throws -> Void = { f in
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
  let short: (ValueFuture<User>) async throws -> Void = {
    print(try await $0.value)
    print(try await $0.value)  // expect: double-await
  }
  use((handler, short))
}

func closureOfAKnownCallee() {
  subscribed { f in
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func annotated() async throws {
  let f: ValueFuture<User> = foreignClient.fetch(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func annotatedThroughTry() async throws {
  let f: ValueFuture<User>? = try? foreignClient.open(1)
  print(try await f?.value as Any)
  print(try await f?.value as Any)  // expect: double-await
}

func annotatedProperty() async throws {
  let f: ValueFuture<User> = foreignClient.pending
  print(try await f())
  print(try await f())  // expect: double-await
}

func assignedFromUnknown() async throws {
  var f = store.load(1)
  print(try await f.value)
  f = foreignClient.fetch(2)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func unwrapsItself(screen: Screen) async throws {
  let f = screen.store.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func payloadOfAResult(_ result: Result<Store, any Error>) async throws {
  guard case .success(let store) = result else { return }
  let f = store.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func valueOfATask() async throws {
  let task = Task { Store() }
  let f = await task.value.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func elementsInAnotherOrder(stores: [Store]) async throws {
  for store in stores.filter({ $0.user(1).id == 1 }).reversed() {
    let f = store.load(1)
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func elementsOfAnySequence(stores: some Sequence<Store>) async throws {
  for store in stores {
    let f = store.load(1)
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func closureOfAGenericCallee() async throws {
  try await givenOne(store.user(1)) { f in
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func givenOne<T: Sendable>(_ value: T, _ body: (ValueFuture<T>) async throws -> Void) async throws {
  try await body(ValueFuture(value))
}

struct Handlers {
  var onLoad: (ValueFuture<User>) async throws -> Void = { f in
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

final class Clients {
  var all = [Store]()
  var byName = [String: Store]()
  let first = Array<Store>()
}

func elementOfAProperty(clients: Clients) async throws {
  let f = clients.all[0].load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func valueOfAProperty(clients: Clients) async throws {
  if let client = clients.byName["x"] {
    let f = client.load(1)
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func firstOfAProperty(clients: Clients) async throws {
  guard let f = clients.first.last?.load(1) else { return }
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func chosenElement(futures: [ValueFuture<User>]) async throws {
  guard let f = futures.first(where: { $0.isCompleted }) else { return }
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func ofARange() {
  let f = store.load(1)
  use((1...3).map { _ in f.asTask() })  // expect: double-await
}

func keptAlive() async throws {
  let f = store.load(1)
  withExtendedLifetime(store) { use(f.asTask()) }
  print(try await f.value)  // expect: double-await
}

func measured() async throws {
  let f = store.load(1)
  print(MemoryLayout.size(ofValue: f))
  print(try await f.value)  // ok: its size is no result
}

func numberThatWasFound(numbers: [Int]) async throws {
  let f = store.load(1)
  var found: Int?
  for number in numbers where number > 3 {
    found = number
    _ = try await f.value
    break
  }
  if found == nil { _ = try await f.value }  // ok: then none was found
}

protocol Loading: Sendable {
  func fetch(_ id: Int) -> ValueFuture<User>
}

struct LoaderOf<Inner: Loading> {
  let inner: Inner

  func twice() async throws {
    let f = inner.fetch(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

struct LoaderWhere<Inner> where Inner: Loading {
  let inner: Inner

  func twice() async throws {
    let f = inner.fetch(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func loadedWhere<Inner>(_ inner: Inner) async throws where Inner: Loading {
  let f = inner.fetch(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
