// Other ways into a collection, and look-alikes that are none.
import Synchronization

// MARK: good

struct Basket {
  private var tasks: [Task<User, any Error>] = []  // ok: tasks
  mutating func add(_ f: ValueFuture<User>) {
    tasks.append(f.asTask())  // ok: a task
  }
}

func addsToABasket() {
  var basket = Basket()
  basket.add(store.load(1))  // ok: the basket converts it
}

func appendsToAString(f: ValueFuture<User>) {
  var text = ""
  text.append("\(f.isCompleted)")  // ok: a text
  use(text)
}

func appendsTheId(ids: [Int]) {
  var known: [Int] = []
  for id in ids { known.append(id) }  // ok: not a future
  use(known)
}

func dictionaryOfTasks(ids: [Int]) {
  var tasks: [Int: Task<User, any Error>] = [:]
  for id in ids { tasks[id] = store.load(id).asTask() }  // ok: a task
  use(tasks)
}

func removesFromADictionary(box: Box) async throws {
  box.byName["a"] = nil  // ok: nothing goes in
  box.items.removeAll()  // ok: nothing goes in
  _ = try await box.byName.removeValue(forKey: "b")?.value  // ok: it comes out
}

func setOfUsers() async throws {
  var users: Set<User> = []
  users.insert(try await store.load(1).value)  // ok: a result
  use(users)
}

func mutexOfATask() {
  let task = Mutex<Task<User, any Error>?>(nil)
  task.withLock { $0 = store.load(1).asTask() }  // ok: a task
}

// MARK: bad

func intoADictionaryByName(box: Box) {
  box.byName["a"] = store.load(1)  // expect: stored-property
}

func intoANestedCollection() {
  var groups: [String: [ValueFuture<User>]] = [:]
  groups["a", default: []].append(store.load(1))  // expect: stored-property
  use(groups)
}

func updatesByName(box: Box) {
  let f = store.load(1)
  box.byName.updateValue(f, forKey: "a")  // expect: stored-property
}

func insertsAtTheFront(box: Box) {
  let f = store.load(1)
  box.items.insert(f, at: 0)  // expect: stored-property
}

func addsALiteral(box: Box) {
  box.items += [
    store.load(1)  // expect: stored-property
  ]
}

func collectsInAClosure(ids: [Int]) {
  var items: [ValueFuture<User>] = []
  ids.forEach { id in
    items.append(store.load(id))  // expect: stored-property
  }
  use(items)
}

func collectsOptionals() throws {
  var items: [ValueFuture<User>?] = []
  items.append(try? store.open(1))  // expect: stored-property
  use(items)
}

func collectsTheOneOfABranch(a: Bool) {
  var items: [ValueFuture<User>] = []
  items.append(a ? store.load(1) : store.load(2))  // expect: stored-property
  use(items)
}

func typedLiteral() {
  let items: [ValueFuture<User>] = [
    store.load(1)  // expect: stored-property
  ]
  use(items)
}

func appendsAParameter(f: ValueFuture<User>) -> [ValueFuture<User>] {
  var items: [ValueFuture<User>] = []
  items.append(f)  // expect: stored-property
  return items
}
