// Attributes, wrappers and conditional declarations around a property.
import Observation

@propertyWrapper struct Kept<Value> {
  var wrappedValue: Value
}

// MARK: good

@Observable final class ModelOfTasks {
  var task: Task<User, any Error>?  // ok: a task
}

struct WrappedTask {
  @Kept var task: Task<User, any Error>  // ok: a task
}

/// A wrapper in front of another name of the catalogue.
struct OneShotFuture {
  fileprivate let inner: ValueFuture<Int>  // ok: the inside of a wrapper
}

/// vtlint:value-future
struct MarkedWrapper {
  let inner: ValueFuture<Int>  // ok: the inside of a wrapper
}

struct Result2<Success, Failure> {
  var success: Success?  // ok: nothing is known about it
}

func localClosureWithAFuture() {
  let take = { (f: ValueFuture<User>) in use(f) }  // ok: a closure that takes one
  take(store.load(1))
}

// MARK: bad

@Observable final class Model {
  var pending: ValueFuture<User>?  // expect: stored-property
}

struct Wrapped {
  @Kept var pending: ValueFuture<User>  // expect: stored-property
}

final class Conditional {
  #if DEBUG
    var debug: ValueFuture<User>?  // expect: stored-property
  #else
    var release: ValueFuture<User>?  // expect: stored-property
  #endif
}

struct Several {
  var first: ValueFuture<User>?, second: Int = 0  // expect: stored-property
}

struct ByAlias {
  typealias Pending = ValueFuture<User>
  var pending: Pending?  // expect: stored-property
  var marked: MarkedWrapper  // expect: stored-property
}

final class Shared: @unchecked Sendable {
  static let shared = Shared()
  private var pending: ValueFuture<User>?  // expect: stored-property
  private lazy var task: Task<User, any Error> = store.load(1).asTask()  // ok: a task
}

struct WithDefaultInitialiser {
  var pending: ValueFuture<Int> = .init(1)  // expect: stored-property
  var made = ValueFuture<Int>(1)  // expect: stored-property
  var throughTry = try? store.open(1)  // expect: stored-property
  var throughClosure = { store.load(1) }()  // expect: stored-property
}
