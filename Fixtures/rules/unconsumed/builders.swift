// Places where an expression that stands alone is not dropped.

@resultBuilder enum FutureBuilder {
  static func buildBlock(_ parts: ValueFuture<Void>...) -> Int { parts.count }
}

@resultBuilder enum Jobs {
  static func buildBlock(_ parts: ValueFuture<Void>...) -> Int { parts.count }
}

func worked(@Jobs _ make: () -> Int) -> Int { make() }
func passedOn(_ f: ValueFuture<Void>) -> ValueFuture<Void> { f }

func built(@FutureBuilder _ make: () -> Int) -> Int { make() }

infix operator |> : AdditionPrecedence

func |> (f: ValueFuture<Void>, next: (ValueFuture<Void>) -> Void) { next(f) }

protocol Pipeline {
  @FutureBuilder var jobs: Int { get }
  @FutureBuilder func make(_ count: Int) -> Int
}

struct Batch {
  var first: Int
  init(_ count: Int, @Jobs first: @escaping () -> Int, @Jobs second: () -> Int = { 0 }) { self.first = count }
}

// MARK: good

struct SavePipeline: Pipeline {
  var jobs: Int {
    store.save(1)  // ok: the builder of the requirement takes it
    store.save(2)  // ok: the builder of the requirement takes it
  }
  func make(_ count: Int) -> Int {
    store.save(1)  // ok: the builder of the requirement takes it
    store.save(2)  // ok: the builder of the requirement takes it
  }
}

struct Jobsite {
  @Jobs var computed: Int {
    store.save(1)  // ok: the builder takes it
    store.save(2)  // ok: the builder takes it
  }
  @Jobs static var read: Int {
    get {
      store.save(1)  // ok: the builder takes it
      store.save(2)  // ok: the builder takes it
    }
  }
}

protocol Plan {
  @Jobs var steps: Int { get }
  @Jobs func more() -> Int
}

struct SavePlan: Plan {
  var steps: Int {
    store.save(1)  // ok: the builder of the requirement takes it
    store.save(2)  // ok: the builder of the requirement takes it
  }
  func more() -> Int {
    store.save(1)  // ok: the builder of the requirement takes it
    store.save(2)  // ok: the builder of the requirement takes it
  }
}

func builtTwice() {
  _ = Batch(2) {
    store.save(1)  // ok: the builder takes it
    store.save(2)  // ok: the builder takes it
  } second: {
    store.save(3)  // ok: the builder takes it
    store.save(4)  // ok: the builder takes it
  }
}

func builtByAClosure() {
  _ = built {
    store.save(1)  // ok: the builder takes it
    store.save(2)  // ok: the builder takes it
  }
}

@FutureBuilder func builtByAFunction() -> Int {
  store.save(1)  // ok: the builder takes it
  store.save(2)  // ok: the builder takes it
}

func builtUnderAnotherName() {
  _ = worked {
    store.save(1)  // ok: the builder takes it
    store.save(2)  // ok: the builder takes it
  }
}

@Jobs func builtByAnotherFunction() -> Int {
  store.save(1)  // ok: the builder takes it
}

struct Built {
  @FutureBuilder var number: Int {
    store.save(1)  // ok: the builder takes it
  }
}

func operandOfAnOperator() {
  store.save(1) |> { use($0.asTask()) }  // ok: passed to the operator
}

// MARK: bad

func droppedBesideABuilder() {
  store.save(0)  // expect: unconsumed
  _ = built {
    store.save(1)
  }
}

func droppedBehindAPassThrough() {
  _ = passedOn(store.save(0))  // expect: unconsumed
}

func deadBehindAPassThrough() {
  let f = passedOn(store.save(0))  // expect: unconsumed
  print(f.isCompleted)
}

@MainActor func notABuilder() {
  store.save(0)  // expect: unconsumed
}
