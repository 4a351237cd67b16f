// Variables that live longer than a call.

// MARK: good

struct Durable {
  let task: Task<User, any Error>  // ok: a task
  var user: User?  // ok: a result
  var source = PooledSource<User>()  // ok: a pooled source
  let make: @Sendable (Int) async throws -> ValueFuture<User>  // ok: a closure that returns one
  let makeOptional: (() -> ValueFuture<User>)?  // ok: a closure that returns one
  var take: (ValueFuture<User>) -> Void = { _ in }  // ok: a closure that takes one
  var type = ValueFuture<User>.self  // ok: a type
  var cell = makeCell()  // ok: not a future
  lazy var kept = store.load(1).asTask()  // ok: a task
  static let nothing: Int? = nil  // ok: not a future
}

struct Computed {
  var short: ValueFuture<User> { store.load(1) }  // ok: computed
  var long: ValueFuture<User> {  // ok: computed
    get { store.load(1) }
    set { use(newValue) }
  }
  var optional: ValueFuture<User>? { nil }  // ok: computed
  var many: [ValueFuture<User>] { [] }  // ok: computed
  static var shared: ValueFuture<User> { store.load(1) }  // ok: computed
  subscript(id: Int) -> ValueFuture<User> { store.load(id) }  // ok: a subscript
  var throwing: ValueFuture<User> {  // ok: computed
    get throws { try store.open(1) }
  }
}

protocol Requirement {
  var pending: ValueFuture<User> { get }  // ok: a requirement stores nothing
  var optional: ValueFuture<User>? { get set }  // ok: a requirement stores nothing
}

extension Computed {
  var inAnExtension: ValueFuture<User> { store.load(1) }  // ok: computed
}

/// A type of the catalogue: it wraps another future.
struct ValueTask<Value: Sendable> {
  let inner: ValueFuture<Value>  // ok: the inside of a wrapper
  var optional: ValueFuture<Value>?  // ok: the inside of a wrapper
}

func locals() async throws {
  let f: ValueFuture<User> = store.load(1)  // ok: local
  var g = store.load(2)  // ok: local
  let pair = (store.load(3), 0)  // ok: a local tuple
  _ = try await f.value
  _ = try await g.value
  g = store.load(4)
  _ = try await g.value
  _ = try await pair.0.value
}

func parameters(f: ValueFuture<User>, g: ValueFuture<User>?, h: inout ValueFuture<User>) {}  // ok: parameters

nonisolated(unsafe) let makers: [Int: () -> ValueFuture<User>] = [:]  // ok: closures that return one

enum Namespace {
  static var computed: ValueFuture<User> { store.load(1) }  // ok: computed
}

struct SameName {
  struct ValueFutures { var value = 0 }
  var futures = ValueFutures()  // ok: another type
}

// MARK: bad

struct Instance {
  let constant: ValueFuture<User>  // expect: stored-property
  var variable: ValueFuture<User>  // expect: stored-property
  private(set) var withAccess: ValueFuture<User>  // expect: stored-property
  var optional: ValueFuture<User>?  // expect: stored-property
  var longOptional: Optional<ValueFuture<User>>  // expect: stored-property
  var unwrapped: ValueFuture<User>!  // expect: stored-property
  var inferred = store.load(1)  // expect: stored-property
  var made = ValueFuture(1)  // expect: stored-property
  var initialised: ValueFuture<User> = store.load(1)  // expect: stored-property
  var byStaticCall = Store.shared(1)  // expect: stored-property
}

struct Collections {
  var array: [ValueFuture<User>]  // expect: stored-property
  var longArray: Array<ValueFuture<User>>  // expect: stored-property
  var dictionary: [Int: ValueFuture<User>]  // expect: stored-property
  var longDictionary: Dictionary<Int, ValueFuture<User>>  // expect: stored-property
  var optionalArray: [ValueFuture<User>]?  // expect: stored-property
  var nested: [Int: [ValueFuture<User>]]  // expect: stored-property
}

struct Statics {
  static let constant = store.load(1)  // expect: stored-property
  nonisolated(unsafe) static var variable: ValueFuture<User>?  // expect: stored-property
}

class Observed {
  var observed: ValueFuture<User>? {  // expect: stored-property
    didSet { use(0) }
  }
  class Inner {
    var deep: ValueFuture<User>?  // expect: stored-property
  }
}

actor Isolated {
  var pending: ValueFuture<User>?  // expect: stored-property
}

enum Holder {
  static let one = store.load(1)  // expect: stored-property
}

extension Namespace {
  static let inAnExtension = store.load(1)  // expect: stored-property
}

let globalFuture = store.load(1)  // expect: stored-property

let globalOptional: ValueFuture<User>? = nil  // expect: stored-property

/// The declaration is marked once, whatever is assigned to it.
final class AssignedOften {
  var pending: ValueFuture<User>?  // expect: stored-property

  func start() {
    pending = store.load(1)  // ok: marked on the declaration
    self.pending = store.load(2)  // ok: marked on the declaration
  }
}

func localType() {
  struct Local {
    var pending: ValueFuture<User>  // expect: stored-property
  }
  use(Local.self)
}

struct Generic<Value: Sendable> {
  var pending: ValueFuture<Value>?  // expect: stored-property
}

struct Accessors {
  @MainActor static var isolated: ValueFuture<User>?  // expect: stored-property
  weak var nothing: Observed?  // ok: not a future
}

final class Emptied {
  var all = [ValueFuture<User>]()  // expect: stored-property
  var byName = [String: ValueFuture<User>]()  // expect: stored-property
  var listed = Array<ValueFuture<User>>()  // expect: stored-property
  var none = nil as ValueFuture<User>?  // expect: stored-property
  var numbers = [Int]()  // ok: no future
}

class KeepsIt {
  var pending: ValueFuture<User>?  // expect: stored-property
}
final class Watched: KeepsIt {
  override var pending: ValueFuture<User>? {  // ok: the class above keeps it
    didSet { print("changed") }
  }
}
