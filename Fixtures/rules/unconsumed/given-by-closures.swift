// What a closure gives goes to whoever runs it, unless its type says that it gives nothing.

func perform<Value: Sendable>(_ operation: () -> ValueFuture<Value>) async throws -> Value {
  try await operation().value
}

func performOn<Value: Sendable>(_ store: Store, _ operation: (Store, Int) throws -> ValueFuture<Value>) async throws -> Value {
  let future = try operation(store, 1)
  return try await future.value
}

func forward<Value: Sendable>(_ operation: () throws -> ValueFuture<Value>) rethrows -> ValueFuture<Value> {
  try operation()
}

func runNow<Value>(_ operation: () -> Value) -> Value { operation() }

func ignore<Value: Sendable>(_ operation: () -> ValueFuture<Value>) {
  _ = operation()  // expect: unconsumed
}

final class Job {
  init(_ operation: @escaping @Sendable () -> ValueFuture<User>) { Task { _ = try await operation().value } }
}

func closureGivesToCallee() async throws {
  _ = try await perform { store.load(1) }  // ok: 'perform' awaits it
  _ = try await performOn(store) { $0.load($1) }  // ok: the same
  _ = try await performOn(store) { store, id in try store.open(id) }  // ok: the same
  _ = try await forward { try store.open(1) }.value  // ok: given back, and awaited
  ignore { store.load(1) }  // ok: 'ignore' drops it
  _ = Job { store.load(1) }  // ok: the initialiser has it
}

func closureResultComesBack() async throws {
  _ = try await runNow { store.load(1) }.value  // ok: given back, and awaited
  _ = runNow { store.load(1) }  // expect: unconsumed
}

func resultHoldsIt() async throws {
  let opened = Result { try store.open(1) }  // ok: the pattern takes it out
  switch opened {
  case .success(let future): _ = try await future.value
  case .failure: break
  }
}

func handlerGivesIt() {
  notifier.addObserver { _ = store.load(1).asTask() }
}

final class Guarded: @unchecked Sendable {
  private var count = 0
  func withValue<Result>(_ body: (inout Int) -> Result) -> Result { body(&count) }
  func replace(_ body: (inout ValueFuture<User>?) -> Void) {
    var future: ValueFuture<User>?
    body(&future)
    takeOver(future)
  }
}

func inoutParameterTakesIt(_ guarded: Guarded) {
  guarded.replace { $0 = store.load(1) }  // ok: the callee has it
  guarded.replace { future in future = store.load(2) }  // ok: the same
}

func childrenThatGiveNothing() async {
  await withDiscardingTaskGroup { group in
    group.addTask { store.save(1) }  // expect: unconsumed
  }
  await withTaskGroup(of: Void.self) { group in
    group.addTask { store.save(2) }  // expect: unconsumed
    group.addTask { store.load(3) }  // expect: unconsumed
  }
}

func childrenThatGiveIt() async throws {
  try await withThrowingTaskGroup(of: ValueFuture<User>.self) { group in
    group.addTask { store.load(1) }  // ok: whoever asks the group has it
    for try await f in group { _ = try await f.value }
  }
}
