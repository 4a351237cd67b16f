// Checks that stand in functions and properties of the sources.

extension ValueFuture {
  var isReady: Bool { isCompleted }
  var isUnready: Bool { !isCompleted }
  func ensureReady() { precondition(isCompleted) }
}

func ready(_ f: ValueFuture<User>) -> Bool { f.isCompleted }
func unready(_ f: ValueFuture<User>) -> Bool { !f.isCompleted }
func readyAndWanted(_ f: ValueFuture<User>, _ isWanted: Bool) -> Bool { isWanted && f.isCompleted }
func unreadyOrUnwanted(_ f: ValueFuture<User>, _ isWanted: Bool) -> Bool {
  guard isWanted else { return true }
  return !f.isCompleted
}
func requireReady(_ f: ValueFuture<User>) throws { if !f.isCompleted { throw StoreError.closed } }
func trapUnlessReady(_ f: ValueFuture<User>) { guard f.isCompleted else { fatalError() } }
func requireThrough(_ f: ValueFuture<User>) throws { try requireReady(f) }

// MARK: good

func asked(f: ValueFuture<User>) {
  if ready(f) { use(f.result) }  // ok: checked
}

func askedTheOtherWay(f: ValueFuture<User>) {
  if unready(f) { return }
  use(f.result)  // ok: checked
}

func askedByProperty(f: ValueFuture<User>) {
  guard !f.isUnready else { return }
  use(f.result)  // ok: checked
}

func askedByOwnName(f: ValueFuture<User>) {
  if f.isReady { use(f.result) }  // ok: checked
}

func askedForMore(f: ValueFuture<User>, flag: Bool) {
  if readyAndWanted(f, flag) { use(f.result) }  // ok: checked
}

func askedForLess(f: ValueFuture<User>, flag: Bool) {
  guard !unreadyOrUnwanted(f, flag) else { return }
  use(f.result)  // ok: checked
}

func throwsIfNot(f: ValueFuture<User>) throws {
  try requireReady(f)
  use(f.result)  // ok: it has thrown if not
}

func throwsIfNotThroughAnother(f: ValueFuture<User>) throws {
  try requireThrough(f)
  use(f.result)  // ok: it has thrown if not
}

func trapsIfNot(f: ValueFuture<User>) {
  trapUnlessReady(f)
  use(f.result)  // ok: it has trapped if not
}

func trapsIfNotAsMethod(f: ValueFuture<User>) {
  f.ensureReady()
  use(f.result)  // ok: it has trapped if not
}

func named(f: ValueFuture<User>) {
  let isUnready = unready(f)
  if isUnready { return }
  use(f.result)  // ok: checked
}

func namedInTuple(f: ValueFuture<User>) {
  let (isDone, count) = (f.isCompleted, 1)
  if isDone { use((f.result, count)) }  // ok: checked
}

func elementOfTuple(f: ValueFuture<User>) {
  let state = (isDone: f.isCompleted, count: 1)
  if state.isDone { use(f.result) }  // ok: checked
}

// MARK: bad

func readWhereUnready(f: ValueFuture<User>) {
  if unready(f) { use(f.result) }  // expect: premature-result
}

func readWhereUnreadyByProperty(f: ValueFuture<User>) {
  if f.isUnready { use(f.result) }  // expect: premature-result
}

func readWhereNotReady(f: ValueFuture<User>) {
  if !ready(f) { use(f.result) }  // expect: premature-result
}

func readWherePerhapsUnready(f: ValueFuture<User>, flag: Bool) {
  if !readyAndWanted(f, flag) { use(f.result) }  // expect: premature-result
}

func readWhereItThrew(f: ValueFuture<User>) {
  do {
    try requireReady(f)
  } catch {
    use(f.result)  // expect: premature-result
  }
}

func askedAnother(f: ValueFuture<User>, g: ValueFuture<User>) throws {
  try requireReady(g)
  use(f.result)  // expect: premature-result
}

// MARK: several in one question

private func areDone(_ f: ValueFuture<User>, _ g: ValueFuture<User>) -> Bool { f.isCompleted && g.isCompleted }
private func isOneDone(_ f: ValueFuture<User>, _ g: ValueFuture<User>) -> Bool { f.isCompleted || g.isCompleted }

private func bothAsked() {
  let (f, g) = (store.load(1), store.load(2))
  if areDone(f, g) {
    use(f.result)
    use(g.result)
  } else {
    takeOver(f.asTask(), g.asTask())
  }
}

private func oneOfBothAsked() {
  let (f, g) = (store.load(1), store.load(2))
  if isOneDone(f, g) {
    use(f.result)  // expect: premature-result
    use(g.asTask())
  } else {
    takeOver(f.asTask(), g.asTask())
  }
}

private func sayYes(_ f: ValueFuture<User>) -> Bool { true }
private func isDoneOr(_ f: ValueFuture<User>, _ isForced: Bool) -> Bool { f.isCompleted || isForced }
private func isDoneAnd(_ f: ValueFuture<User>, _ isWanted: Bool) -> Bool { f.isCompleted && isWanted }

private func whatTheCheckAsks(_ f: ValueFuture<User>, _ flag: Bool) throws -> User? {
  guard isDoneAnd(f, flag) else { return nil }
  return try f.result.get()  // ok
}

private func asksNothing(_ f: ValueFuture<User>) throws -> User? {
  guard sayYes(f) else { return nil }
  return try f.result.get()  // expect: premature-result
}

private func asksOneOfTwo(_ f: ValueFuture<User>, _ flag: Bool) throws -> User? {
  guard isDoneOr(f, flag) else { return nil }
  return try f.result.get()  // expect: premature-result
}
