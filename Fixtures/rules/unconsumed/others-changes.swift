// What others may change: a question that was answered before may have another answer, so what hangs on it is no dead end.

final class Later {
  var isReady = false
  var handlers: [() -> Void] = []
  func run(_ handler: @escaping () -> Void) { handlers.append(handler) }
}

func changedBetween(_ cell: Cell) async throws {
  let f = store.load(1)
  guard cell.value == 0 else { return }
  cell.wait()
  guard cell.value == 1 else { throw StoreError.closed }
  use(try await f.value)
}

func changedWhileWaiting(_ box: Box) async throws {
  let f = store.load(1)
  guard box.items.isEmpty else { return }
  await pause()
  guard !box.items.isEmpty else { return }
  use(try await f.value)
}

func setByAClosure(_ later: Later) {
  let f = store.load(1)
  var isDone = false
  later.run { isDone = true }
  if isDone { use(f.asTask()) }
}

func foundByAClosure(_ later: Later) {
  let f = store.load(1)
  var found: Int?
  later.run { found = 1 }
  guard let found else { return }
  takeOver(f.asTask(), found)
}

func setOnAnObject() {
  let f = store.load(1)
  let later = Later()
  later.run { later.isReady = true }
  if later.isReady { use(f.asTask()) }
}

func impossible(_ isReady: Bool) async throws {
  let f = store.load(1)  // expect: unconsumed
  guard isReady else { return }
  if !isReady { use(try await f.value) }
}

extension Optional where Wrapped == ValueFuture<User> {
  func orNothing() async -> User? { try? await self?.value }
}

func methodOfOptional() async {
  let f = store.find(1)
  use(await f.orNothing())
}

// MARK: what nobody sees

func consumedWhereReadingFails(_ ledger: Ledger) async {
  let f = store.load(1)
  do { use(try ledger.total) } catch { use(f.asTask()) }
}

func consumedWhereASubscriptFails(_ ledger: Ledger) async {
  let f = store.load(1)
  do { use(try ledger[1]) } catch { use(f.asTask()) }
}

class Template {
  var isEnabled: Bool { false }
}

final class Filled: Template {
  override var isEnabled: Bool { true }
}

func answeredByASubclass(_ template: Template) {
  let f = store.load(1)
  if template.isEnabled { use(f.asTask()) }
}

func behindAFailedAssertion() {
  let f = store.load(1)
  assert(false, "not yet")
  use(f.asTask())
}

func taskInOneAlternative() async throws {
  #if DEBUG
    let t = store.load(1).asTask()
  #else
    let t = store.load(1)
  #endif
  use(try await t.value)
}

// MARK: variables that something else than an assignment changes

infix operator +++
postfix operator ++

func +++ (_ number: inout Int, _ step: Int) { number += step }
postfix func ++ (_ number: inout Int) { number += 1 }

func changedByAnOperator() {
  let f = store.load(1)
  var number = 0
  number +++ 3
  if number > 0 { use(f.asTask()) }
}

func changedByAPostfixOperator() {
  let f = store.load(1)
  var number = 0
  number++
  if number > 0 { use(f.asTask()) }
}

func changedByASetter() {
  let f = store.load(1)
  var number = 0
  var double: Int {
    get { number * 2 }
    set { number = newValue / 2 }
  }
  double = 6
  if number > 0 { use(f.asTask()) }
}

@propertyWrapper
final class Shared {
  var wrappedValue: Bool
  init(wrappedValue: Bool) { self.wrappedValue = wrappedValue }
  var projectedValue: Shared { self }
  func turn() { wrappedValue.toggle() }
}

func changedThroughItsWrapper() {
  let f = store.load(1)
  @Shared var isReady = false
  $isReady.turn()
  if isReady { use(f.asTask()) }
}

func madeByAMethodOfOptional(_ other: EventLoopPromise<Void>) {
  let f = store.load(1)
  var promise: EventLoopPromise<Void>? = nil
  promise.setOrCascade(to: other)
  guard promise != nil else { return }
  use(f.asTask())
}

extension Bool {
  mutating func raise() { self = true }
}

func changedByItsMethod() {
  let f = store.load(1)
  var isReady = false
  isReady.raise()
  if isReady { use(f.asTask()) }
}

func changedThroughItsAddress() {
  let f = store.load(1)
  var isReady = false
  withUnsafeMutablePointer(to: &isReady) { $0.pointee = true }
  if isReady { use(f.asTask()) }
}

func changedInThePlace() {
  let f = store.load(1)
  var isReady = true
  isReady = false
  change(&isReady)
  guard isReady else { return }
  use(f.asTask())
}

func changedBackInSight(_ isNow: Bool) {
  let f = store.load(1)  // expect: unconsumed
  var isReady = isNow
  isReady = false
  if isReady { use(f.asTask()) }
}

func copiedInSight(_ isNow: Bool) {
  let f = store.load(1)  // expect: unconsumed
  guard !isNow else { return }
  var isReady = true
  isReady = isNow
  if isReady { use(f.asTask()) }
}

func changedByAClosureThatRunsNow(_ isNow: Bool) {
  let f = store.load(1)
  var isReady = false
  notifier.sync { isReady = isNow }
  if isReady { use(f.asTask()) }
}

func neverChanged() async throws {
  let f = store.load(1)  // expect: unconsumed
  let isReady = false
  if isReady { use(try await f.value) }
}

// MARK: deferred, and nobody comes there

func deferredBeforeTheEnd() {
  let f = store.load(1)
  defer { use(f.asTask()) }
  fatalError("not yet")
}

func deferredWithoutIt() {
  let f = store.load(1)  // expect: unconsumed
  defer { use(1) }
  use(f.isCompleted)
  fatalError("not yet")
}

func deferredUnderAnotherName(_ isReady: Bool) {
  let f = store.load(1)  // expect: unconsumed
  defer {
    let pair = (f, 1)
  }
  precondition(isReady)
}

func deferredToAFunction(_ isReady: Bool) {
  let f = store.load(1)
  defer { takeOver(f) }
  fatalError("not yet")
}
