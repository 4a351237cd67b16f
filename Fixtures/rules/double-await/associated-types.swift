// Associated types that a `where` clause or a primary argument binds.

protocol Producer<Output> {
  associatedtype Output
  func produce() -> Output
}

protocol Supplier {
  associatedtype Item
  associatedtype Other
  func supply() -> Item
}

protocol KeenSupplier: Supplier {}

struct UserProducer: Producer {
  typealias Output = ValueFuture<User>
  func produce() -> Output { store.load(1) }
}

struct Kept<T> { let item: T }

// MARK: good

func numbers<P: Producer>(_ producer: P) -> [Int] where P.Output == Int {
  [producer.produce(), producer.produce()]  // ok: numbers
}

func unbound<P: Producer>(_ producer: P) {
  _ = producer.produce()  // ok: whatever that is
}

func sameOfTwo<S: Supplier, T: Supplier>(_ first: S, _ second: T) where S.Item == T.Item, T.Item == S.Item {
  _ = [first.supply(), second.supply()]  // ok: whatever that is
}

func onceOfTwo<P: Producer>(_ producer: P) async throws where P.Output == ValueFuture<User> {
  _ = try await producer.produce().value
  _ = try await producer.produce().value  // ok: another one
}

extension Array where Element == ValueFuture<User> {
  func all() async throws -> [User] {
    var users: [User] = []
    for f in self { users.append(try await f.value) }  // ok
    return users
  }
}

// MARK: bad

func boundInWhere<P: Producer>(_ producer: P) async throws where P.Output == ValueFuture<User> {
  let f = producer.produce()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func boundByArgument(_ producer: some Producer<ValueFuture<User>>) async throws {
  let f = producer.produce()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func boundByArgumentOfAny(_ producer: any Producer<ValueFuture<User>>) async throws {
  let f = producer.produce()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func boundInBrackets<P: Producer<ValueFuture<User>>>(_ producer: P) async throws {
  let f = producer.produce()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func boundOfTwo<S>(_ supplier: S) async throws where S: Supplier, S.Other == Int, S.Item == ValueFuture<User> {
  let f = supplier.supply()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func inherited<S: KeenSupplier>(_ supplier: S) async throws where S.Item == ValueFuture<User> {
  let f = supplier.supply()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func elements<S: Sequence>(of futures: S) async throws where S.Element == ValueFuture<User> {
  for f in futures {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func madeByConformer(_ producer: UserProducer) async throws {
  let f = producer.produce()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

extension Producer where Output == ValueFuture<User> {
  func inExtension() async throws {
    let f = produce()
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

extension Collection where Element == ValueFuture<User> {
  func inExtensionOfCollections() async throws {
    for f in self {
      _ = try await f.value
      _ = try await f.value  // expect: double-await
    }
  }
}

extension Kept where T == ValueFuture<User> {
  func inExtensionOfGeneric() async throws {
    _ = try await item.value
    _ = try await item.value  // expect: double-await
  }
}

final class ProducerScreen<P: Producer> where P.Output == ValueFuture<User> {
  let producer: P
  init(_ producer: P) { self.producer = producer }

  func show() async throws {
    let f = producer.produce()
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}
