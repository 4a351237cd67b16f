// How the type of an expression is known: declarations, aliases, generics, nesting, inference.

typealias UserFuture = ValueFuture<User>
typealias AliasOfAnAlias = UserFuture
typealias FutureOf<Value: Sendable> = ValueFuture<Value>

/// Names of a value future on things that are none.
struct Lookalike {
  var value: Int { 0 }
  func get() -> Int { 0 }
  func load(_ id: Int) -> Lookalike { self }
}

struct Outer {
  struct Inner {
    func load() -> ValueFuture<User> { store.load(1) }
  }
  let inner = Inner()
  var computed: Inner { Inner() }
  static let shared = Outer()
}

struct OverloadedStore {
  func fetch(_ id: Int) -> ValueFuture<User> { store.load(id) }
  func fetch(now id: Int) -> Cell { makeCell() }
  func fetch(_ id: Int, _ count: Int) -> Lookalike { Lookalike() }
}

protocol Source {
  func next() -> ValueFuture<User>
}

protocol GenericSource<Item> {
  associatedtype Item: Sendable
  func next() -> ValueFuture<Item>
}

extension Source {
  func nextButOne() -> ValueFuture<User> { next() }
}

struct Wrapper<Value> {
  var wrapped: Value { fatalError("never made") }
  func unwrap() -> Value { fatalError("never made") }
}

class ParentStore {
  func fetch() -> ValueFuture<User> { store.load(1) }
}

final class ChildStore: ParentStore {}

/// vtlint:value-future
struct OneShot {
  var value: Int { get async { 0 } }
  var isCompleted: Bool { false }
}

func makeOneShot() -> OneShot { OneShot() }

/// A protocol of the catalogue that marks the team's own types.
protocol VTValueFuture {}

struct Ticket: VTValueFuture {
  var value: Int { get async { 0 } }
}

func makeTicket() -> Ticket { Ticket() }

protocol Redeemable: VTValueFuture {
  var value: Int { get async }
}

func identity<Value>(_ value: Value) -> Value { value }

func loadAndTell() -> (future: ValueFuture<User>, id: Int) { (store.load(1), 1) }

// MARK: good

func lookalikeTwice(lookalike: Lookalike) {
  use(lookalike.value)
  use(lookalike.value)  // ok: not a value future
}

func unknownTypeTwice() {
  let cell = makeCell()
  use(cell.value)
  use(cell.value)  // ok: not a value future, for all that is known
}

func taskTwice(task: Task<User, any Error>) async throws {
  _ = try await task.value
  _ = try await task.value  // ok: a task is durable
}

func overloadOfAnotherResult() {
  let cell = OverloadedStore().fetch(now: 1)
  use(cell.value)
  use(cell.value)  // ok: this overload makes something else
}

func overloadByArity() {
  let lookalike = OverloadedStore().fetch(1, 2)
  use(lookalike.value)
  use(lookalike.value)  // ok: this overload makes something else
}

func sameMethodOfAnotherType() {
  let other = Lookalike().load(1)
  use(other.value)
  use(other.value)  // ok: this load makes something else
}

func preservedIsShared() async throws {
  let kept = store.load(1).preserve()
  _ = try await kept.value  // ok: preserved, it may be awaited again
  _ = try await kept.value  // ok: preserved, it may be awaited again
}

func resultOfTheAwait() async throws {
  let user = try await store.load(1).value
  use(user.id)
  use(user.id)  // ok: the result, not the future
}

func genericParameter<T>(value: T) {
  takeOver(value)
  takeOver(value)  // ok: nothing is known about T
}

func anyValue(value: Any) {
  takeOver(value)
  takeOver(value)  // ok: nothing is known about its type
}

// MARK: bad

func byAlias(f: UserFuture) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byAliasOfAnAlias(f: AliasOfAnAlias) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGenericAlias(f: FutureOf<User>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byOptionalAlias(f: UserFuture?) async throws {
  _ = try await f?.value
  _ = try await f?.value  // expect: double-await
}

func byNestedReceiver() async throws {
  let f = Outer.shared.inner.load()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byComputedReceiver(outer: Outer) async throws {
  let f = outer.computed.load()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byNestedTypeName() async throws {
  let f = Outer.Inner().load()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byOverload() async throws {
  let f = OverloadedStore().fetch(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byProtocol(source: any Source) async throws {
  let f = source.next()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGenericConstraint<S: Source>(source: S) async throws {
  let f = source.next()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byProtocolExtension(source: some Source) async throws {
  let f = source.nextButOne()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byAssociatedType<S: GenericSource>(source: S) async throws {
  let f = source.next()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGenericMember(wrapper: Wrapper<ValueFuture<User>>) async throws {
  let f = wrapper.unwrap()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGenericFunction() async throws {
  let f = identity(store.load(1))
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byInheritance(child: ChildStore) async throws {
  let f = child.fetch()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGenericValue<T: Sendable>(f: ValueFuture<T>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byThrowingMaker() async throws {
  let f = try store.open(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byAsyncMaker() async throws {
  let f = try await store.connect(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byOptionalTry() async throws {
  guard let f = try? store.open(1) else { return }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byElementOfAnArray(futures: [ValueFuture<User>]) async throws {
  guard let f = futures.first else { return }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byLoopVariable(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func byDictionaryElement(futures: [Int: ValueFuture<User>]) async throws {
  for (_, f) in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func byTupleResult() async throws {
  let f = loadAndTell().future
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byMetatype() async throws {
  let f = Store.shared(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byExplicitInitialiser() async throws {
  let f = ValueFuture<Int>.init(7)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byImplicitMember() async throws {
  let f: ValueFuture<Int> = .init(7)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byClosureCall(make: () -> ValueFuture<User>) async throws {
  let f = make()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func bySubscript() async throws {
  let f = store[1]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byComputedProperty() async throws {
  let f = store.newest
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byCommentOnTheType() async {
  let f = makeOneShot()
  _ = await f.value
  _ = await f.value  // expect: double-await
}

func byMarkerProtocol() async {
  let f = makeTicket()
  _ = await f.value
  _ = await f.value  // expect: double-await
}

func byMarkedExistential(f: any Redeemable) async {
  _ = await f.value
  _ = await f.value  // expect: double-await
}

func byMarkedOpaqueType(f: some Redeemable) async {
  _ = await f.value
  _ = await f.value  // expect: double-await
}

func byMarkedConstraint<F: Redeemable>(f: F) async {
  _ = await f.value
  _ = await f.value  // expect: double-await
}

func byCast(any: Any) async throws {
  let f = any as! ValueFuture<User>
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byImplicitlyUnwrapped(f: ValueFuture<User>!) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byAttributedType(f: borrowing ValueFuture<User>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func bySomeSending(f: sending ValueFuture<User>) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

// MARK: more ways to a type

func tupleOfALoop(_ pairs: [(id: Int, f: ValueFuture<User>)]) async throws {
  for pair in pairs {
    _ = try await pair.f.value
    _ = try await pair.f.value  // expect: double-await
  }
}

func tupleOfASortedLoop(_ pairs: [(id: Int, f: ValueFuture<User>)]) async throws {
  for pair in pairs.sorted(by: { $0.id < $1.id }) {
    _ = try await pair.f.value
    _ = try await pair.f.value  // expect: double-await
  }
}

func eachTupleOnce(_ pairs: [(id: Int, f: ValueFuture<User>)]) async throws {
  for pair in pairs { _ = try await pair.f.value }
}

func mappedByReference(_ ids: [Int]) async throws {
  for f in ids.map(store.load) {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func optionalByReference(_ id: Int?) async throws {
  guard let f = id.map(store.load) else { return }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func mappedByKeyPath(_ stores: [Store]) async throws {
  for f in stores.map(\.newest) {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func castInALoop(_ values: [Any]) async throws {
  for case let f as ValueFuture<User> in values {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

infix operator <~
func <~ (id: Int, from: Store) -> ValueFuture<User> { from.load(id) }

func madeByAnOperator(_ id: Int) async throws {
  let f = id <~ store
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
