// Which calls make a future, and which bodies return one.

typealias Saving = ValueFuture<Void>

struct Saver {
  func save(_ id: Int) -> Saving { store.save(id) }
  func save(_ id: Int, quietly: Bool) -> Int { id }
  func load(_ id: Int) -> User { store.user(id) }
  static func make() -> Saver { Saver() }
  func callAsFunction(_ id: Int) -> Saving { store.save(id) }
}

protocol Saves {
  func save() -> ValueFuture<Void>
}

class BaseSaver {
  func save() -> ValueFuture<Void> { store.save(1) }
}

final class LoudSaver: BaseSaver {}

func runs(_ body: () -> Void) { body() }
func asks(_ body: () -> ValueFuture<Void>) -> Int { 0 }

// MARK: good

func anotherOverload(saver: Saver) {
  _ = saver.save(1, quietly: true)  // ok: this one returns a number
}

func sameNameOfAnotherType(saver: Saver) {
  _ = saver.load(1)  // ok: this load returns a user
}

func closureThatReturnsTheFuture() {
  _ = asks { store.save(1) }  // ok: the value of the closure
}

func closureOfKnownType() {
  let make: () -> ValueFuture<Void> = { store.save(1) }  // ok: the value of the closure
  use(make)
}

func closureWithASignature() {
  let make = { (id: Int) -> ValueFuture<Void> in store.save(id) }  // ok: the value of the closure
  use(make)
}

func nestedFunctionThatReturnsIt() {
  func make() -> ValueFuture<Void> { store.save(1) }  // ok: returned
  use(make)
}

var getterOfAnOptional: ValueFuture<Void>? {
  random() ? store.save(1) : nil  // ok: the value of the property
}

struct Makers {
  subscript(id: Int) -> ValueFuture<Void> { store.save(id) }  // ok: the value of the subscript
  static func + (a: Makers, b: Int) -> ValueFuture<Void> { store.save(b) }  // ok: returned
}

func unknownReceiver(any: Any) {
  use(any)  // ok: nothing is made here
}

// MARK: bad

func throughAnAlias(saver: Saver) {
  saver.save(1)  // expect: unconsumed
}

func throughAFreshReceiver() {
  Saver().save(1)  // expect: unconsumed
}

func throughAStaticMaker() {
  Saver.make().save(1)  // expect: unconsumed
}

func throughAProtocol(saver: any Saves) {
  saver.save()  // expect: unconsumed
}

func throughAConstraint<S: Saves>(saver: S) {
  saver.save()  // expect: unconsumed
}

func throughAClass(saver: LoudSaver) {
  saver.save()  // expect: unconsumed
}

func throughCallAsFunction(saver: Saver) {
  saver(1)  // expect: unconsumed
}

func throughAnOptionalChain(saver: Saver?) {
  saver?.save(1)  // expect: unconsumed
}

func closureThatReturnsNothing() {
  runs { store.save(1) }  // expect: unconsumed
}

func closureOfTypeVoid() {
  let drop: () -> Void = { store.save(1) }  // expect: unconsumed
  use(drop)
}

func closureWithAVoidSignature() {
  let drop = { () -> Void in store.save(1) }  // expect: unconsumed
  use(drop)
}

func functionThatReturnsVoid() -> Void {
  store.save(1)  // expect: unconsumed
}

var getterOfANumber: Int {
  store.save(1)  // expect: unconsumed
  return 0
}

func droppedResultOfABranchedMaker(a: Bool) {
  if a { store.save(1) } else { print("no") }  // expect: unconsumed
}

final class Owner {
  let saver = Saver()

  init() {
    saver.save(1)  // expect: unconsumed
  }

  func run() {
    saver.save(1)  // expect: unconsumed
    self.saver.save(2)  // expect: unconsumed
  }

  var observed = 0 {
    didSet { saver.save(observed) }  // expect: unconsumed
  }

  deinit {
    saver.save(1)  // expect: unconsumed
  }
}

func defaultOfADictionary(_ futures: [String: ValueFuture<User>]) async throws {
  _ = try await futures["a", default: store.load(1)].value  // ok: made where there is none, and awaited
  _ = futures["b", default: store.load(2)].asTask()  // ok
}
