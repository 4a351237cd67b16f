// Methods by the type of their receiver, protocols by their conformers, generics, local functions.

struct Reader {
  func peek(_ f: ValueFuture<User>) { print(f.isCompleted) }
  func take(_ f: ValueFuture<User>) { use(f.asTask()) }
  static func takeStatically(_ f: ValueFuture<User>) { use(f.asTask()) }
  init() {}
  init(taking f: ValueFuture<User>) { use(f.asTask()) }
  init(peeking f: ValueFuture<User>) { print(f.isCompleted) }
  subscript(taking f: ValueFuture<User>) -> Int {
    use(f.asTask())
    return 0
  }
}

struct Watcher {
  func take(_ f: ValueFuture<User>) { print(f.isCompleted) }
}

class Base {
  func handle(_ f: ValueFuture<User>) { print(f.isCompleted) }
}

final class Derived: Base {
  override func handle(_ f: ValueFuture<User>) { use(f.asTask()) }
}

protocol Handler {
  func handle(_ f: ValueFuture<User>)
}

struct TakingHandler: Handler {
  func handle(_ f: ValueFuture<User>) { use(f.asTask()) }
}

struct PeekingHandler: Handler {
  func handle(_ f: ValueFuture<User>) { print(f.isCompleted) }
}

protocol Peeker {
  func peek(_ f: ValueFuture<User>)
}

struct FirstPeeker: Peeker {
  func peek(_ f: ValueFuture<User>) { print(f.isCompleted) }
}

struct SecondPeeker: Peeker {
  func peek(_ f: ValueFuture<User>) { print(f.isFaulted) }
}

extension Peeker {
  func peekTwice(_ f: ValueFuture<User>) {
    peek(f)
    peek(f)
  }
}

extension ValueFuture {
  /// Consumes its receiver.
  func logged() async throws -> Value {
    let value = try await self.value
    print(value)
    return value
  }

  /// Consumes its receiver, without naming it.
  func quietly() { use(asTask()) }

  /// Only asks its receiver.
  var summary: String { isCompleted ? "done" : "pending" }

  /// Consumes its receiver, as a property.
  var detached: Task<Value, any Error> { asTask() }

  /// Gives its receiver back.
  func named(_ name: String) -> ValueFuture<Value> {
    print(name)
    return self
  }

  func awaitedTwiceByItself() async throws {
    _ = try await value
    _ = try await value  // expect: double-await
  }

  func awaitedOnceByItself() async throws -> Value {
    try await value  // ok: the only one
  }
}

// MARK: good

func peekedByMethod(reader: Reader) async throws {
  let f = store.load(1)
  reader.peek(f)
  _ = try await f.value  // ok: borrowed only
}

func sameNameOfAnotherType(watcher: Watcher) async throws {
  let f = store.load(1)
  watcher.take(f)
  _ = try await f.value  // ok: this take borrows
}

func peekedByInitialiser() async throws {
  let f = store.load(1)
  use(Reader(peeking: f))
  _ = try await f.value  // ok: borrowed only
}

func everyConformerPeeks(peeker: any Peeker) async throws {
  let f = store.load(1)
  peeker.peek(f)
  peeker.peekTwice(f)
  _ = try await f.value  // ok: no conformer consumes it
}

func everyConformerPeeksGenerically<P: Peeker>(peeker: P) async throws {
  let f = store.load(1)
  peeker.peek(f)
  _ = try await f.value  // ok: no conformer consumes it
}

func memberOnlyAsks() async throws {
  let f = store.load(1)
  print(f.summary)
  _ = try await f.value  // ok: summary only asks
}

func memberConsumes() async throws {
  let f = store.load(1)
  _ = try await f.logged()  // ok: the only one
}

func memberGivesBack() async throws {
  let f = store.load(1).named("f")
  _ = try await f.value  // ok: the only one
}

func localFunctionCalledOnce() async throws {
  let f = store.load(1)
  func finish() async throws { _ = try await f.value }
  try await finish()  // ok: the only run
}

func localFunctionBorrows() async throws {
  let f = store.load(1)
  func ask() { print(f.isCompleted) }
  ask()
  ask()
  _ = try await f.value  // ok: borrowed only
}

func localFunctionNeverCalled() async throws {
  let f = store.load(1)
  func finish() async throws { _ = try await f.value }
  _ = try await f.value  // ok: nobody calls finish
}

func methodAsAValue(reader: Reader) {
  let take = reader.take
  take(store.load(1))  // ok: the only one
}

// MARK: bad

func takenByMethod(reader: Reader) async throws {
  let f = store.load(1)
  reader.take(f)
  _ = try await f.value  // expect: double-await
}

func takenByStaticMethod() async throws {
  let f = store.load(1)
  Reader.takeStatically(f)
  _ = try await f.value  // expect: double-await
}

func takenByMethodOfAFreshOne() async throws {
  let f = store.load(1)
  Reader().take(f)
  _ = try await f.value  // expect: double-await
}

func takenByInitialiser() async throws {
  let f = store.load(1)
  use(Reader(taking: f))
  _ = try await f.value  // expect: double-await
}

func takenByExplicitInitialiser() async throws {
  let f = store.load(1)
  use(Reader.init(taking: f))
  _ = try await f.value  // expect: double-await
}

func takenBySubscript(reader: Reader) async throws {
  let f = store.load(1)
  use(reader[taking: f])
  _ = try await f.value  // expect: double-await
}

func someConformerTakes(handler: any Handler) async throws {
  let f = store.load(1)
  handler.handle(f)
  _ = try await f.value  // expect: double-await
}

func someConformerTakesGenerically<H: Handler>(handler: H) async throws {
  let f = store.load(1)
  handler.handle(f)
  _ = try await f.value  // expect: double-await
}

func someConformerTakesOpaquely(handler: some Handler) async throws {
  let f = store.load(1)
  handler.handle(f)
  _ = try await f.value  // expect: double-await
}

func overrideTakes(derived: Derived) async throws {
  let f = store.load(1)
  derived.handle(f)
  _ = try await f.value  // expect: double-await
}

func memberConsumesThenAwaited() async throws {
  let f = store.load(1)
  _ = try await f.logged()
  _ = try await f.value  // expect: double-await
}

func memberConsumesWithoutNamingSelf() async throws {
  let f = store.load(1)
  f.quietly()
  _ = try await f.value  // expect: double-await
}

func memberPropertyConsumes() async throws {
  let f = store.load(1)
  use(f.detached)
  _ = try await f.value  // expect: double-await
}

func memberGivesBackThenBoth() async throws {
  let f = store.load(1)
  let g = f.named("g")
  _ = try await g.value
  _ = try await f.value  // expect: double-await
}

func memberCalledTwice() async throws {
  let f = store.load(1)
  f.quietly()
  f.quietly()  // expect: double-await
}

func localFunctionThenBody() async throws {
  let f = store.load(1)
  func finish() async throws { _ = try await f.value }
  try await finish()
  _ = try await f.value  // expect: double-await
}

func localFunctionWithAParameter() async throws {
  let f = store.load(1)
  func finish(_ g: ValueFuture<User>) async throws { _ = try await g.value }
  try await finish(f)
  _ = try await f.value  // expect: double-await
}

func bodyOfALocalFunction() {
  func finish(_ g: ValueFuture<User>) async throws {
    _ = try await g.value
    _ = try await g.value  // expect: double-await
  }
  use(0)
}
