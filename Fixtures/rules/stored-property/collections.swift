// Futures that go into arrays, dictionaries and sets, local ones included.

// MARK: good

func appendsTasks() {
  var tasks: [Task<User, any Error>] = []
  tasks.append(store.load(1).asTask())  // ok: a task
  use(tasks)
}

func appendsResults() async throws {
  var users: [User] = []
  users.append(try await store.load(1).value)  // ok: a result
  users[0] = try await store.load(2).value  // ok: a result
  users += [try await store.load(3).value]  // ok: a result
  use(users)
}

func literalOfResults() async throws -> [User] {
  [try await store.load(1).value]  // ok: a result
}

func literalOfClosures() -> [() -> ValueFuture<User>] {
  [{ store.load(1) }]  // ok: a closure that returns one
}

struct Queue {
  func append(_ f: ValueFuture<User>) { use(f) }
  func insert(_ f: ValueFuture<User>) { use(f) }
}

func appendsToSomethingElse(queue: Queue) {
  queue.append(store.load(1))  // ok: not a collection
  queue.insert(store.load(2))  // ok: not a collection
}

func tupleIsNoCollection() async throws {
  let pair = (store.load(1), store.load(2))  // ok: a tuple
  _ = try await pair.0.value
  _ = try await pair.1.value
}

// MARK: bad

func appended() {
  var items: [ValueFuture<User>] = []
  items.append(store.load(1))  // expect: stored-property
  use(items)
}

func appendedByName() {
  var items: [ValueFuture<User>] = []
  let f = store.load(1)
  items.append(f)  // expect: stored-property
  use(items)
}

func appendedParameter(f: ValueFuture<User>, box: Box) {
  box.items.append(f)  // expect: stored-property
}

func inserted() {
  var items: [ValueFuture<User>] = []
  items.insert(store.load(1), at: 0)  // expect: stored-property
  use(items)
}

func added() {
  var items: [ValueFuture<User>] = []
  items += [store.load(1)]  // expect: stored-property
  use(items)
}

func assignedBySubscript() {
  var items: [Int: ValueFuture<User>] = [:]
  items[1] = store.load(1)  // expect: stored-property
  use(items)
}

func assignedByIndex(box: Box) {
  box.items[0] = store.load(1)  // expect: stored-property
}

func updated() {
  var items: [Int: ValueFuture<User>] = [:]
  items.updateValue(store.load(1), forKey: 1)  // expect: stored-property
  use(items)
}

func arrayLiteral() {
  let items = [
    store.load(1),  // expect: stored-property
    store.load(2),  // expect: stored-property
  ]
  use(items)
}

func dictionaryLiteral() {
  let items = [
    1: store.load(1)  // expect: stored-property
  ]
  use(items)
}

func returnedLiteral() -> [ValueFuture<User>] {
  [store.load(1)]  // expect: stored-property
}

func appendedInALoop(ids: [Int]) {
  var items: [ValueFuture<User>] = []
  for id in ids {
    items.append(store.load(id))  // expect: stored-property
  }
  use(items)
}

func appendedInAClosure(ids: [Int], box: Box) {
  ids.forEach { box.items.append(store.load($0)) }  // expect: stored-property
}

func appendedOptional() {
  var items: [ValueFuture<User>?] = []
  items.append(store.find(1))  // expect: stored-property
  use(items)
}

func appendedAfterTry() throws {
  var items: [ValueFuture<User>] = []
  items.append(try store.open(1))  // expect: stored-property
  use(items)
}

func tupleIntoAnArray() -> Int {
  var waiting: [(Int, ValueFuture<User>)] = []
  waiting.append((1, store.load(1)))  // expect: stored-property
  return waiting.count
}

final class KeptByPattern {
  let (first, second) = (store.load(1), 2)  // expect: stored-property
  let (third, fourth): (Int, ValueFuture<User>)  // expect: stored-property
  let (fifth, sixth) = (1, 2)  // ok
  init(_ fourth: ValueFuture<User>) { (third, self.fourth) = (1, fourth) }
}
