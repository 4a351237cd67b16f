// Places where futures are made and kept: globals, actors, wrappers, observers, builders, chains, `#if`, `lazy`.

let globalFuture = store.load(1)  // expect: stored-property
nonisolated(unsafe) var globalOptional: ValueFuture<User>?  // expect: stored-property
let globalTask = store.load(1).asTask()
var computedGlobal: ValueFuture<User> { store.load(1) }
let globalClosure: @Sendable () -> ValueFuture<User> = { store.load(1) }
enum Shared {
  static let future = store.load(2)  // expect: stored-property
  nonisolated(unsafe) static var lazily: ValueFuture<User> = store.load(3)  // expect: stored-property
  static var computed: ValueFuture<User> { store.load(1) }
  static let task = store.load(4).asTask()
}

actor Worker {
  var pending: ValueFuture<User>?  // expect: stored-property
  var tasks: [Int: Task<User, any Error>] = [:]
  let make: @Sendable (Int) -> ValueFuture<User> = { store.load($0) }
  func load(_ id: Int) async throws -> User {
    if let task = tasks[id] { return try await task.value }
    let task = store.load(id).asTask()
    tasks[id] = task
    return try await task.value
  }
  func twice(_ id: Int) async throws {
    let f = make(id)
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
  func hop(_ f: ValueFuture<User>) async throws -> User { try await f.value }
}

func actorCallOnce(worker: Worker) async throws {
  let f = store.load(1)
  print(try await worker.hop(f))
}

func actorCallTwice(worker: Worker) async throws {
  let f = store.load(1)
  print(try await worker.hop(f))
  print(try await worker.hop(f))  // expect: double-await
}

@propertyWrapper struct Logged<Value> {
  var wrappedValue: Value
  init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

struct WithWrapper {
  @Logged var count = 0
  @Logged var pending: ValueFuture<User>?  // expect: stored-property
}

func localWrapper() async throws {
  @Logged var f = store.load(1)
  print(try await f.value)
}

struct Observed {
  var id = 0 {
    didSet { use(store.load(id).asTask()) }
  }
  var other = 0 {
    willSet {
      let f = store.load(newValue)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
  }
  lazy var first = store.load(1)  // expect: stored-property
  lazy var firstTask = store.load(1).asTask()
  lazy var make = { store.load(1) }
}

struct Generic<T: Sendable> {
  var f: ValueFuture<T>  // expect: stored-property
  var fs: [ValueFuture<T>]  // expect: stored-property
  var make: (Int) -> ValueFuture<T>
  var pair: (ValueFuture<T>, Int)  // expect: stored-property
}

protocol MakerPlaced {
  var future: ValueFuture<User> { get }
  func make() -> ValueFuture<User>
}

struct Making: MakerPlaced {
  var future: ValueFuture<User> { store.load(1) }
  func make() -> ValueFuture<User> { store.load(2) }
}

func viaProtocol(_ maker: any MakerPlaced) async throws {
  let f = maker.make()
  print(try await f.value)
  print(try await maker.future.value)
  print(try await maker.future.value)
}

func viaProtocolBad(_ maker: some MakerPlaced) async throws {
  let f = maker.make()
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func viaGenericBad<M: MakerPlaced>(_ maker: M) async throws {
  let f = maker.future
  print(try await f.value)
  use(f.asTask())  // expect: double-await
}

@resultBuilder enum Collect {
  static func buildBlock(_ parts: Task<User, any Error>...) -> [Task<User, any Error>] { parts }
}

func collect(@Collect _ body: () -> [Task<User, any Error>]) -> [Task<User, any Error>] { body() }
func builderOnce() {
  let f = store.load(1)
  let g = store.load(2)
  _ = collect {
    f.asTask()
    g.asTask()
  }
}

func builderTwice() {
  let f = store.load(1)
  _ = collect {
    f.asTask()
    f.asTask()  // expect: double-await
  }
}

func chainDrops(store: Store?) async throws {
  print(try await store?.load(1).value as Any)
}

func chainBinding(store: Store?) async throws {
  guard let f = store?.load(1) else { return }
  print(try await f.value)
}

func chainBindingBad(store: Store?) async throws {
  let f = store?.load(1)
  print(try await f?.value as Any)
  print(try await f?.value as Any)  // expect: double-await
}

func chainNilBranch(store: Store?) async throws {
  let f = store?.load(1)
  if f == nil { return }
  print(try await f!.value)
}

func chainElse(store: Store?) async throws -> User {
  let f = store?.load(1) ?? Store().load(2)
  return try await f.value
}

func coalesceConsumes(task: Task<User, any Error>?) async throws {
  let f = store.load(1)
  let t = task ?? f.asTask()
  print(try await t.value)
}

func coalesceConsumesBad(task: Task<User, any Error>?) async throws {
  let f = store.load(1)
  let t = task ?? f.asTask()
  print(try await t.value, try await f.value)  // expect: double-await
}

func coalesceCorrelated(task: Task<User, any Error>?) async throws {
  let f = store.load(1)
  let t = task ?? f.asTask()
  print(try await t.value)
  if task != nil { print(try await f.value) }
}

func logs(_ message: @autoclosure () -> String) { if random() { print(message()) } }
func autoclosureLooks() async throws {
  let f = store.load(1)
  logs("\(f.isCompleted)")
  print(try await f.value)
}

func andConsumes(a: Bool) async throws {
  let f = store.load(1)
  if a && accepts(f.asTask()) { return }
  if !a { print(try await f.value) }
}

func andConsumesBad(a: Bool) async throws {
  let f = store.load(1)
  if a && accepts(f.asTask()) { return }
  print(try await f.value)  // expect: double-await
}

func configured() async throws {
  let f = store.load(1)
  #if DEBUG
    print(try await f.value)
  #else
    use(f.asTask())
  #endif
}

func configuredBad() async throws {
  let f = store.load(1)
  #if DEBUG
    print(try await f.value)
  #endif
  use(f.asTask())  // expect: double-await
}

func configuredBothThen() async throws {
  let f = store.load(1)
  #if os(Linux)
    use(f.asTask())
  #elseif os(macOS)
    use(f.preserve())
  #endif
  print("done")
}

func configuredMaking() async throws {
  #if os(Linux)
    let f = store.load(1)
  #else
    let f = store.load(2)
  #endif
  print(try await f.value)
}

func localLazy() async throws {
  lazy var f = store.load(1)
  if random() { print(try await f.value) }
}

func localComputed() async throws {
  var f: ValueFuture<User> { store.load(1) }
  print(try await f.value)
  print(try await f.value)
}

func localLazyBad() async throws {
  lazy var f = store.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func localObserved() async throws {
  var f = store.load(1) {
    didSet { print("changed") }
  }
  print(try await f.value)
  f = store.load(2)
  print(try await f.value)
}

extension ValueFuture {
  func orNil() async -> Value? { try? await value }
  var looked: Bool { isCompleted || isFaulted }
  func twiceSelf() async throws {
    _ = try await value
    _ = try await self.value  // expect: double-await
  }
  static func ready(_ value: Value) -> ValueFuture { ValueFuture(value) }
}

func extensionConsumes() async throws {
  let f = store.load(1)
  print(await f.orNil() as Any)
}

func extensionConsumesBad() async throws {
  let f = store.load(1)
  print(await f.orNil() as Any)
  print(try await f.value)  // expect: double-await
}

func extensionLooks() async throws {
  let f = store.load(1)
  print(f.looked)
  print(try await f.value)
}

func staticFactory() async throws {
  let f: ValueFuture<User> = .ready(User())
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}
