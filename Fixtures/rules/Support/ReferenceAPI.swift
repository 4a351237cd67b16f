// The reference API of a value future, and a store that makes them. Every rule fixture is type-checked with this file,
// and linted together with it: what stands here is what the linter knows about types.
// What a fixture calls "unknown" stands in Externals.swift, which only the compiler reads.

/// A result to come that may be consumed once.
struct ValueFuture<Value: Sendable>: Sendable {
  private let task: Task<Value, any Error>

  @_disfavoredOverload init(_ value: Value) { task = Task { value } }
  init(_ task: Task<Value, any Error>) { self.task = task }
  init(source: any FutureSource<Value>, token: Int) { task = Task { try source.getResult(token) } }

  var value: Value { get async throws { try await task.value } }
  var result: Result<Value, any Error> { .failure(StoreError.closed) }
  var isCompleted: Bool { task.isCancelled }
  var isCompletedSuccessfully: Bool { task.isCancelled }
  var isFaulted: Bool { task.isCancelled }
  var isCancelled: Bool { task.isCancelled }

  func get() async throws -> Value { try await task.value }
  func callAsFunction() async throws -> Value { try await task.value }
  @discardableResult func wait() -> Result<Value, any Error> { .failure(StoreError.closed) }
  @discardableResult func asTask() -> Task<Value, any Error> { task }
  @discardableResult func preserve() -> ValueFuture<Value> { ValueFuture(task) }
  func cancel() { task.cancel() }
}

extension ValueFuture where Value == Void {
  init() { self.init(()) }
}

/// Where pooled results come from; a token names one use of the source.
protocol FutureSource<Value>: Sendable {
  associatedtype Value: Sendable
  func getResult(_ token: Int) throws -> Value
}

final class PooledSource<Value: Sendable>: FutureSource {
  func getResult(_ token: Int) throws -> Value { throw StoreError.closed }
}

struct User: Hashable, Sendable {
  var id = 0
}

enum StoreError: Error {
  case closed, missing
}

/// Makes futures in each of the ways that a declaration can.
struct Store: Sendable {
  var newest: ValueFuture<User> { load(0) }
  subscript(id: Int) -> ValueFuture<User> { load(id) }

  func load(_ id: Int) -> ValueFuture<User> { ValueFuture(User(id: id)) }
  func save(_ id: Int) -> ValueFuture<Void> { ValueFuture() }
  func count() -> ValueFuture<Int> { ValueFuture(0) }
  func find(_ id: Int) -> ValueFuture<User>? { id > 0 ? load(id) : nil }
  func open(_ id: Int) throws -> ValueFuture<User> { load(id) }
  func connect(_ id: Int) async throws -> ValueFuture<User> { load(id) }
  func pair(_ id: Int) -> (ValueFuture<User>, ValueFuture<User>) { (load(id), load(id)) }
  func loadAll(_ ids: [Int]) -> [ValueFuture<User>] { ids.map(load) }
  func user(_ id: Int) -> User { User(id: id) }

  func reset() throws {}
  func reload() throws(StoreError) {}
  static func shared(_ id: Int) -> ValueFuture<User> { ValueFuture(User(id: id)) }
}

let store: Store = Store()

/// The event loop that promises are made on, of a type that only the catalogue knows.
let eventLoop: any EventLoop = EmbeddedEventLoop()
