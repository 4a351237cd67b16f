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
