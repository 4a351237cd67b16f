// Subscripts that store nothing by themselves, and types that look like collections.

struct Registry {
  private var tasks: [Int: Task<User, any Error>] = [:]  // ok: tasks

  subscript(id: Int) -> ValueFuture<User> {
    get { store.load(id) }
    set { tasks[id] = newValue.asTask() }  // ok: a task
  }

  subscript(late id: Int) -> ValueFuture<User>? {
    get { nil }
    set { tasks[id] = newValue?.asTask() }  // ok: a task
  }
}

struct Log {
  func append(_ text: String) {}
  func insert(_ f: ValueFuture<User>, at index: Int) { use(f.asTask()) }
  static func += (log: inout Log, f: ValueFuture<User>) { use(f.asTask()) }
}

// MARK: good

func assignsToAnOwnSubscript() {
  var registry = Registry()
  registry[1] = store.load(1)  // ok: this subscript converts it
  registry[late: 2] = store.load(2)  // ok: this subscript converts it
  use(registry)
}

func insertsIntoSomethingElse() {
  let log = Log()
  log.insert(store.load(1), at: 0)  // ok: not a collection
}

func addsToSomethingElse() {
  var log = Log()
  log += store.load(1)  // ok: not a collection
  use(log)
}

func readsASubscript() async throws {
  let registry = Registry()
  _ = try await registry[1].value  // ok: nothing goes in
}

// MARK: bad

func assignsToAnArray(items: [ValueFuture<User>]) {
  var items = items
  items[0] = store.load(1)  // expect: stored-property
  use(items)
}

func assignsToADictionary() {
  var items: [String: ValueFuture<User>] = [:]
  let f = store.load(1)
  items["a"] = f  // expect: stored-property
  use(items)
}

func literalAsAnArgument() {
  takeOver([
    store.load(1)  // expect: stored-property
  ])
}

func literalInAReturn(a: Bool) -> [ValueFuture<User>] {
  if a { return [] }
  return [
    store.load(1)  // expect: stored-property
  ]
}

func concatenated(items: [ValueFuture<User>]) -> [ValueFuture<User>] {
  items + [
    store.load(1)  // expect: stored-property
  ]
}

final class OfSubscripts {
  var first = store[1]  // expect: stored-property
  var third = store[3].asTask()  // ok: a task
  lazy var fourth = self[4]  // ok: a number

  subscript(id: Int) -> Int { id }
}
