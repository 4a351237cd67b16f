// Tuples, collections, patterns, shadowing, reassignment.

enum Holder {
  case waiting(ValueFuture<User>)
  case done(User)
}

func tupleElementsBound() async throws {
  let pair = store.pair(1)
  print(try await pair.0.value, try await pair.1.value)
}

func tupleElementTwice() async throws {
  let pair = store.pair(1)
  print(try await pair.0.value)
  print(try await pair.0.value)  // expect: double-await
}

func tupleDestructured() async throws {
  let (f, g) = store.pair(1)
  print(try await f.value, try await g.value)
}

func tupleDestructuredAlias() async throws {
  let pair = store.pair(1)
  let (f, _) = pair
  print(try await f.value)
  print(try await pair.0.value)  // expect: double-await
}

func tupleLabelled() async throws {
  let both = (first: store.load(1), second: store.load(2))
  print(try await both.first.value, try await both.second.value)
}

func tupleLabelledBad() async throws {
  let both = (first: store.load(1), second: store.load(2))
  print(try await both.first.value, try await both.0.value)  // expect: double-await
}

func tupleSwap() async throws {
  var f = store.load(1)
  var g = store.load(2)
  (f, g) = (g, f)
  print(try await f.value)
  print(try await g.value)
}

func tupleSwapBad() async throws {
  var f = store.load(1)
  var g = store.load(2)
  let h = f
  (f, g) = (g, f)
  print(try await h.value)
  print(try await g.value)  // expect: double-await
  print(try await f.value)
}

func arrayElements() async throws {
  let fs = store.loadAll([1, 2])
  print(try await fs[0].value, try await fs[1].value)
}

func arrayElementTwice() async throws {
  let fs = store.loadAll([1, 2])
  print(try await fs[0].value)
  print(try await fs[0].value)  // expect: double-await
}

func arrayIteratedOnce() async throws {
  let fs = store.loadAll([1, 2])
  for f in fs { print(try await f.value) }
}

func arrayElementsByIndex() async throws {
  let fs = store.loadAll([1, 2])
  for i in fs.indices { print(try await fs[i].value) }
}

func arrayElementsByIndexTwice() async throws {
  let fs = store.loadAll([1, 2])
  for i in fs.indices {
    print(try await fs[i].value)
    print(try await fs[i].value)  // expect: double-await
  }
}

func arrayRepeating() async throws {
  let f = store.load(1)
  let fs = Array(repeating: f, count: 3)  // expect: stored-property
  for g in fs { print(try await g.value) }
}

func arrayIteratedTwice() async throws {
  let fs = store.loadAll([1, 2])
  for f in fs { print(try await f.value) }
  for f in fs { print(f.isCompleted) }
}

func arrayZip() async throws {
  let fs = store.loadAll([1, 2])
  let gs = store.loadAll([1, 2])
  for (f, g) in zip(fs, gs) { print(try await f.value, try await g.value) }
}

func arrayEnumerated() async throws {
  for (i, f) in store.loadAll([1, 2]).enumerated() { print(i, try await f.value) }
}

func arrayEnumeratedBad() async throws {
  for (i, f) in store.loadAll([1, 2]).enumerated() {
    print(i, try await f.value)
    if i == 0 { print(try await f.value) }  // expect: double-await
  }
}

func firstOfArray() async throws {
  if let f = store.loadAll([1]).first { print(try await f.value) }
}

func firstOfArrayBad() async throws {
  if let f = store.loadAll([1]).first {
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

func appendLocal() {
  var fs: [ValueFuture<User>] = []
  fs.append(store.load(1))  // expect: stored-property
  _ = fs.count
}

func arrayOfTasks(ids: [Int]) async throws {
  let tasks = ids.map { store.load($0).asTask() }
  for task in tasks { print(try await task.value) }
  for task in tasks { print(try await task.value) }
}

func dictionarySet() {
  var byName: [String: ValueFuture<User>] = [:]
  byName["a"] = store.load(1)  // expect: stored-property
  _ = byName.count
}

func shadowedBound() async throws {
  let f = store.load(1)
  print(try await f.value)
  do {
    let f = store.load(2)
    print(try await f.value)
  }
}

func shadowedOptional() async throws {
  let f = store.find(1)
  if let f { print(try await f.value) }
}

func shadowedOptionalBad() async throws {
  let f = store.find(1)
  if let f { print(try await f.value) }
  print(try await f?.value as Any)  // expect: double-await
}

func shadowedByClosureParameter() async throws {
  let f = store.load(1)
  let run = { (f: ValueFuture<User>) in use(f.asTask()) }
  run(store.load(2))
  print(try await f.value)
}

func ternaryAlias(a: Bool) async throws {
  let f = store.load(1)
  let g = store.load(2)
  let h = a ? f : g
  print(try await h.value)
}

func ternaryAliasBad(a: Bool) async throws {
  let f = store.load(1)
  let g = store.load(2)
  let h = a ? f : g
  print(try await h.value)
  print(try await g.value)  // expect: double-await
  use(f.isCompleted)
}

func reassignedInBranch(a: Bool) async throws {
  var f = store.load(1)
  print(try await f.value)
  if a {
    f = store.load(2)
    print(try await f.value)
  }
}

func reassignedInBranchBad(a: Bool) async throws {
  var f = store.load(1)
  print(try await f.value)
  if a { f = store.load(2) }
  print(try await f.value)  // expect: double-await
}

func reassignedCorrelated(a: Bool) async throws {
  var f = store.load(1)
  print(try await f.value)
  if a { f = store.load(2) }
  if a { print(try await f.value) }
}

func letLater(a: Bool) async throws {
  let f: ValueFuture<User>
  if a { f = store.load(1) } else { f = store.load(2) }
  print(try await f.value)
}

func letLaterBad(a: Bool) async throws {
  let f: ValueFuture<User>
  if a { f = store.load(1) } else { f = store.load(2) }
  print(try await f.value)
  if a { print(try await f.value) }  // expect: double-await
}

func optionalForce() async throws {
  let f = store.find(1)
  print(try await f!.value)
}

func optionalForceTwice() async throws {
  let f = store.find(1)
  print(try await f!.value)
  print(try await f!.value)  // expect: double-await
}

func enumPayload(h: Holder) async throws {
  switch h {
  case .waiting(let f): print(try await f.value)
  case .done(let user): print(user)
  }
}

func enumPayloadBad(h: Holder) async throws {
  switch h {
  case .waiting(let f):
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  case .done(let user): print(user)
  }
}

func enumPayloadAgain(h: Holder) async throws {
  if case .waiting(let f) = h { print(try await f.value) }
  if case .done(let user) = h { print(user) }
}

func forCaseLet(hs: [Holder]) async throws {
  for case .waiting(let f) in hs { print(try await f.value) }
}

func asAny() async throws {
  let f: Any = store.load(1)
  if let g = f as? ValueFuture<User> { print(try await g.value) }
}

func typealiased() async throws {
  typealias Pending = ValueFuture<User>
  let f: Pending = store.load(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func enumPayloadOfTheSameTwice(h: Holder) async throws {
  if case .waiting(let f) = h { print(try await f.value) }
  if case .waiting(let f) = h { print(try await f.value) }  // expect: double-await
}

func enumPayloadOfAnother(h: Holder) async throws {
  var h = h
  if case .waiting(let f) = h { print(try await f.value) }
  h = .waiting(store.load(1))
  if case .waiting(let f) = h { print(try await f.value) }
}

func mappedThenAwaited(ids: [Int]) async throws {
  for f in ids.map({ store.load($0) }) { print(try await f.value) }
}

func mappedThenAwaitedTwice(ids: [Int]) async throws {
  for f in ids.map({ store.load($0) }) {
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}
