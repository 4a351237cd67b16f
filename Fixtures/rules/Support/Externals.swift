// Code that only the compiler sees: to the linter these are names without a declaration, as the members of a library are.

/// Takes a result, a task or a future: nothing is known about what it does with it.
func use(_ value: Any) {}

/// Takes values over, as an unknown library may.
func takeOver<each Value>(_ value: repeat each Value) {}

/// Runs its closure when, and as often as, it likes.
func onEvent(_ body: @escaping @Sendable () async throws -> Void) {}
func onCallback(_ body: @escaping @Sendable () -> Void) {}

/// Known to the catalogue by its name: runs its closure again after a failure.
func retry<Value>(_ times: Int, _ body: @Sendable () async throws -> Value) async throws -> Value { try await body() }

func random() -> Bool { false }
func choose() -> Int { 0 }
func pause() async {}
func risk() throws {}
func makeUser() -> User? { nil }

/// A library's own type with members that a value future has too.
final class Cell: @unchecked Sendable {
  var value = 0
  var result = 0
  var isCompleted = false
  func get() -> Int { 0 }
  func wait() {}
}

func makeCell() -> Cell { Cell() }

/// Holds futures somewhere else.
final class Box: @unchecked Sendable {
  var items: [ValueFuture<User>] = []
  var byName: [String: ValueFuture<User>] = [:]
  var first: ValueFuture<User>?
}

func succeeded(_ result: Result<Int, any Error>) -> Bool { false }

/// A library's object whose methods run closures, known to the catalogue by their names.
struct Notifier: Sendable {
  func sync<Value>(_ body: () throws -> Value) rethrows -> Value { try body() }
  func async(_ body: @escaping @Sendable () -> Void) {}
  func addObserver(_ body: @escaping @Sendable () -> Void) {}
}

typealias OutsideCompletion = (() -> Void)?

let notifier = Notifier()

func outsideFuture(_ make: () throws -> EventLoopFuture<Int>) throws -> EventLoopFuture<Int> { try make() }
func outsideFuture() -> EventLoopFuture<Int> { EventLoopFuture() }
func outsideCell() -> Cell { Cell() }

func change<Value>(_ value: inout Value) {}

/// Synchronous, so that they can stand in an autoclosure (`&&`, `||`, `??`).
func accepts(_ value: Any) -> Bool { true }
func finished(_ task: Task<User, any Error>) -> User { User() }

func takeOverOrThrow<Value>(_ value: Value) throws {}
func changeTwice(_ body: (Int) -> Bool) -> Bool { body(1) }

/// A library's client that makes futures.
struct ForeignClient: Sendable {
  var pending: ValueFuture<User> { store.load(0) }
  func fetch(_ id: Int) -> ValueFuture<User> { store.load(id) }
  func open(_ id: Int) throws -> ValueFuture<User> { store.load(id) }
}

let foreignClient = ForeignClient()

/// A library's class of which there may be one object.
struct Elsewhere: Sendable {
  static func shared() -> Elsewhere? { Elsewhere() }
  func load(_ done: @escaping @Sendable (Int) -> Void) {}
}

extension Span {
  func recordError(_ error: any Error) {}
}

/// A library's object that answers in closures, with a value or an error.
final class ForeignTimer: Sendable {
  init(_ seconds: Int) {}
  func fire(_ done: @escaping @Sendable () -> Void) {}
}

final class ForeignService: Sendable {
  func dataTask(with request: Int, done: @escaping (Int?, Int?, (any Error)?) -> Void) {}
  func requestAuthorization(done: @escaping (Bool, (any Error)?) -> Void) {}
  func askForAccess(done: @escaping ((any Error)?, Bool) -> Void) {}
  func callAnyhow(_ received: @escaping (Int) -> Void) {}
  func recognitionTask(_ understood: @escaping (Int) -> Void) {}
  func receive(_ received: @escaping (Int, Bool) -> Void) {}
  func update(errorCallback: @escaping (any Error) -> Void, _ updated: @escaping (Int) -> Void) {}
  func fetchKeys(done: @escaping ([Int]?, (any Error)?) -> Void) {}
  func readTwo(done: @escaping (Int?, Int?) -> Void) {}
  func requestImage(done: @escaping (Int, [String: Bool]?) -> Void) {}
}

/// A library's answer, with two names that say the opposite of each other.
struct ForeignAnswer {
  struct Outcome {
    var isSuccess: Bool { true }
    var isFailure: Bool { false }
  }
  var result: Outcome { Outcome() }
}

/// A library's session, whose tasks begin when they are resumed.
final class ForeignRows: Sendable {
  func forEach(_ body: @escaping (Int?, (any Error)?) -> Void) {}
}
final class ForeignSession: Sendable {
  final class Task: Sendable { func resume() {} }
  func dataTask(with request: Int, done: @escaping (Int?, Int?, (any Error)?) -> Void) -> Task { Task() }
}

/// A publisher of one value.
struct Just: Sendable {
  init(_ value: Int) {}
  func sink(_ receiveValue: @escaping (Int) -> Void) -> Int { 0 }
}

/// A library's observers and listeners, by their names.
final class Database: Sendable {
  func observe(_ key: Int, _ changed: @escaping (Int) -> Void) {}
  func observeSingleEvent(of key: Int, _ changed: @escaping (Int) -> Void) {}
  func addOnCompleteListener(_ done: @escaping (Int) -> Void) {}
  func removeObserver(_ key: Int, _ done: @escaping () -> Void) {}
  func connect(onConnected: @escaping (Int) -> Void, onFailure: @escaping (any Error) -> Void) {}
  func build(onLifecycleEventSuccess: @escaping (Int) -> Void, onLifecycleEventFailure: @escaping (any Error) -> Void) {}
}

/// Objective-C's own.
final class Content: Sendable {
  func mutableCopy() -> Any { 0 }
}

/// Something that ends, and then runs its handler.
final class Work: @unchecked Sendable {
  var terminationHandler: ((Int) -> Void)?
  var completionBlock: (() -> Void)?
  var changeHandler: ((Int) -> Void)?
  var status = 0
  var isRunning = true
  func run() throws {}
  func start() {}
  func result() throws -> Int { 0 }
}

/// A library's own type whose getters throw.
struct Ledger {
  var total: Int { get throws { 0 } }
  subscript(_ place: Int) -> Int { get throws { 0 } }
}

extension Optional {
  mutating func setOrCascade<Value>(to promise: EventLoopPromise<Value>?) where Wrapped == EventLoopPromise<Value> {}
}
