// Ways to hand a future on, and calls through self.

enum Answer {
  case pending(ValueFuture<Void>)
  case done
}

class Parent {
  func save() -> ValueFuture<Void> { store.save(1) }
  class func make() -> ValueFuture<Void> { store.save(1) }
}

// MARK: good

func intoAnEnumCase() -> Answer {
  .pending(store.save(1))  // ok: the answer carries it
}

func intoAnEnumCaseByName() -> Answer {
  let f = store.save(1)  // ok: the answer carries it
  return Answer.pending(f)
}

func asAnArgumentOfAMethod(continuation: AsyncStream<ValueFuture<Void>>.Continuation) {
  continuation.yield(store.save(1))  // ok: passed to a call
}

func asATrailingResult() -> [ValueFuture<Void>] {
  (0..<3).map { id in
    let f = store.save(id)  // ok: returned by the closure
    return f
  }
}

func asADefault(_ f: ValueFuture<Void> = store.save(1)) async throws {  // ok: the parameter's own
  try await f.value
}

func asAnAsyncResult() async -> ValueFuture<Void> {
  await pause()
  return store.save(1)  // ok: returned
}

func byAThrowingClosure() throws -> ValueFuture<User> {
  try { try store.open(1) }()  // ok: the value of the closure
}

final class Child: Parent {
  override func save() -> ValueFuture<Void> { super.save() }  // ok: returned
  override class func make() -> ValueFuture<Void> { super.make() }  // ok: returned

  func inAClosureOfATuple() async throws {
  let f = store.save(1)  // ok: the closure has it
  let step = (1, { try await f.value })
  try await step.1()
}

// MARK: bad

  func drops() {
    save()  // expect: unconsumed
    self.save()  // expect: unconsumed
    super.save()  // expect: unconsumed
    Self.make()  // expect: unconsumed
    Child.make()  // expect: unconsumed
    type(of: self).make()  // expect: unconsumed
  }

  func dropsInAClosure() {
    [1].forEach { [weak self] _ in
      self?.save()  // expect: unconsumed
    }
  }
}

func droppedFromAClosureCall() {
  let make = { store.save(1) }
  make()  // expect: unconsumed
}

func droppedFromAParameter(make: () -> ValueFuture<Void>) {
  make()  // expect: unconsumed
}

func droppedFromALocalFunction() {
  func make() -> ValueFuture<Void> { store.save(1) }
  make()  // expect: unconsumed
}

func droppedFromAnOptionalClosure(make: (() -> ValueFuture<Void>)?) {
  make?()  // expect: unconsumed
}

func droppedInAGetter() {
  struct Local {
    static var count: Int {
      store.save(1)  // expect: unconsumed
      return 1
    }
  }
  use(Local.count)
}

func droppedElement(futures: [ValueFuture<Void>]) {
  _ = futures.first  // ok: the array still has it
}
