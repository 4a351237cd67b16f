// Conditions over unchanged values are correlated: a path that would need one to be true and false is none.

// MARK: good

func sameFlag(cached: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  if !cached {
    _ = try await f.value  // ok: cached is unchanged
  }
}

func sameFlagOtherWayRound(cached: Bool) async throws {
  let f = store.load(1)
  if !cached {
    _ = try await f.value
  }
  if cached {
    _ = try await f.value  // ok: cached is unchanged
  }
}

func sameFlagInAGuard(cached: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  guard !cached else { return }
  _ = try await f.value  // ok: not cached
}

func namedNegation(cached: Bool) async throws {
  let fresh = !cached
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  if fresh {
    _ = try await f.value  // ok: fresh is not cached
  }
}

func namedCheck(id: Int) async throws {
  let isNew = id == 0
  let f = store.load(1)
  if isNew {
    _ = try await f.value
  }
  if !isNew {
    _ = try await f.value  // ok: isNew is a constant
  }
}

func comparisonOfConstants(id: Int) async throws {
  let f = store.load(1)
  if id == 0 {
    _ = try await f.value
  }
  if id != 0 {
    _ = try await f.value  // ok: the opposite comparison
  }
}

func sameComparison(id: Int) async throws {
  let f = store.load(1)
  if id > 3 {
    _ = try await f.value
  }
  if id <= 3 {
    _ = try await f.value  // ok: the opposite comparison
  }
}

func optionalIsNil(user: User?) async throws {
  let f = store.load(1)
  if user == nil {
    _ = try await f.value
  }
  if user != nil {
    _ = try await f.value  // ok: user is unchanged
  }
}

func optionalBinding(user: User?) async throws {
  let f = store.load(1)
  if let user {
    use(user)
    _ = try await f.value
  }
  if user == nil {
    _ = try await f.value  // ok: user is unchanged
  }
}

func optionalBindingInAGuard(user: User?) async throws {
  let f = store.load(1)
  if user == nil {
    _ = try await f.value
  }
  guard let user else { return }
  use(user)
  _ = try await f.value  // ok: user is not nil
}

func enumCase(mode: Mode) async throws {
  let f = store.load(1)
  if mode == .fast {
    _ = try await f.value
  }
  switch mode {
  case .fast: break
  case .slow, .off: _ = try await f.value  // ok: mode is unchanged
  }
}

func twoSwitches(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast: _ = try await f.value
  default: break
  }
  switch mode {
  case .fast: break
  default: _ = try await f.value  // ok: mode is unchanged
  }
}

func ifCasePattern(user: User?) async throws {
  let f = store.load(1)
  if case .some = user {
    _ = try await f.value
  }
  if case .none = user {
    _ = try await f.value  // ok: user is unchanged
  }
}

func partOfAConjunction(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a && b {
    _ = try await f.value
  }
  if !a {
    _ = try await f.value  // ok: a was false
  }
}

func partOfADisjunction(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a || b {
    return
  }
  if a {
    _ = try await f.value
  }
  _ = try await f.value  // ok: a is false here
}

func conditionAcrossALoop(cached: Bool, ids: [Int]) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  for id in ids {
    if !cached {
      _ = try await f.value  // ok: not cached, and the loop ends
      break
    }
    use(id)
  }
}

func flagSetWhereConsumed() async throws {
  let f = store.load(1)
  var consumed = false
  if random() {
    _ = try await f.value
    consumed = true
  }
  if !consumed {
    _ = try await f.value  // ok: consumed says that nothing was
  }
}

func copiedFlag(cached: Bool) async throws {
  let f = store.load(1)
  var fresh = true
  fresh = cached
  if cached {
    _ = try await f.value
  }
  if !fresh {
    _ = try await f.value  // ok: fresh is cached
  }
}

func copiedConstant(cached: Bool) async throws {
  let wasCached = cached
  let f = store.load(1)
  if wasCached {
    _ = try await f.value
  }
  guard !cached else { return }
  _ = try await f.value  // ok: wasCached is cached
}

func flagStopsTheLoop(ids: [Int]) async throws {
  let f = store.load(1)
  var consumed = false
  for id in ids {
    if !consumed {
      _ = try await f.value  // ok: once, the flag is set then
      consumed = true
    }
    use(id)
  }
}

func optionalFutureIsNil(a: Bool) async throws {
  let f = store.load(1)
  let other: ValueFuture<User>? = a ? f : nil
  if let other {
    _ = try await other.value
  } else {
    _ = try await f.value  // ok: other is nil, so it is not f
  }
}

func deferredFlag() async throws {
  let f = store.load(1)
  var consumed = false
  defer {
    if !consumed { use(f.asTask()) }  // ok: consumed says that nothing was
  }
  if random() {
    consumed = true
    _ = try await f.value
  }
}

struct Settings {
  let cached: Bool
  var fresh = false

  func constantProperty() async throws {
    let f = store.load(1)
    if cached {
      _ = try await f.value
    }
    if !self.cached {
      _ = try await f.value  // ok: a constant
    }
  }

  mutating func assignedProperty() async throws {
    let f = store.load(1)
    if fresh {
      _ = try await f.value
    }
    fresh = false
    if !fresh {
      _ = try await f.value  // expect: double-await
    }
  }
}

func propertyOfAParameter(settings: Settings) async throws {
  let f = store.load(1)
  if settings.cached {
    _ = try await f.value
  }
  guard !settings.cached else { return }
  _ = try await f.value  // ok: settings is unchanged
}

func castAndQuestion(a: Any) async throws {
  let f = store.load(1)
  if let text = a as? String {
    use(text)
    _ = try await f.value
  }
  if !(a is String) { _ = try await f.value }  // ok: no string
}

func questionAndCast(a: Any) async throws {
  let f = store.load(1)
  if a is String { _ = try await f.value }
  guard let text = a as? String else {
    _ = try await f.value  // ok: no string
    return
  }
  use(text)
}

func firstElementAndEmptiness(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.isEmpty { _ = try await f.value }
  if let id = ids.first {
    use(id)
    _ = try await f.value  // ok: there is an element
  }
}

func lastElementOrNone(ids: [Int]) async throws {
  let f = store.load(1)
  guard let id = ids.last else {
    _ = try await f.value
    return
  }
  use(id)
  if !ids.isEmpty { _ = try await f.value }  // ok: the guard has left
}

func comparedThreeWays(a: Int, b: Int) async throws {
  let f = store.load(1)
  if a < b { _ = try await f.value }
  if a > b { _ = try await f.value }  // ok: then it is not less
  if a == b { _ = try await f.value }  // ok: then it is neither
}

final class Desk {
  var isUsed = false
  var phase = 0
  var last: User?
  var state = State.fresh

  enum State { case fresh, spent }

  func guardedByAProperty(items: [Int]) async throws {
    let f = store.load(1)
    for _ in items {
      guard !isUsed else { continue }
      self.isUsed = true
      _ = try await f.value  // ok: the property says so
    }
  }

  func guardedByANumber(items: [Int]) async throws {
    let f = store.load(1)
    for _ in items where phase == 0 {
      phase = 1
      _ = try await f.value  // ok: the phase is another one then
    }
  }

  func guardedByACase(isFirst: Bool) async throws {
    let f = store.load(1)
    state = .fresh
    if isFirst {
      state = .spent
      _ = try await f.value
    }
    if state == .fresh { _ = try await f.value }  // ok: then it was not spent
  }

  func guardedByAnOptional(isFirst: Bool) async throws {
    let f = store.load(1)
    last = nil
    if isFirst { last = try await f.value }
    if last == nil { last = try await f.value }  // ok: then it was not awaited
  }

  func setAgain(items: [Int]) async throws {
    let f = store.load(1)
    for _ in items {
      if isUsed { continue }
      isUsed = true
      _ = try await f.value  // expect: double-await
      isUsed = false
    }
  }
}

func chainThenNil(user: Badge?) async throws {
  let f = store.load(1)
  if user?.isValid == true { _ = try await f.value }
  if user == nil { _ = try await f.value }  // ok: then the chain has ended early
}

struct Badge {
  var isValid = true
}

func asksACollection(ids: Set<Int>, name: String) async throws {
  let f = store.load(1)
  if ids.contains(3) { _ = try await f.value }
  if !ids.contains(3), name.hasPrefix("a") { _ = try await f.value }  // ok: the set is the same
  if !ids.contains(3), !name.hasPrefix("a") { _ = try await f.value }  // ok: so is the name
}

// MARK: bad

func propertyOfAnother(settings: Settings, others: Settings) async throws {
  let f = store.load(1)
  if settings.cached {
    _ = try await f.value
  }
  if !others.cached {
    _ = try await f.value  // expect: double-await
  }
}

func sameFlagSameSide(cached: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  if cached {
    _ = try await f.value  // expect: double-await
  }
}

func flagChangedBetween(ids: [Int]) async throws {
  var cached = ids.isEmpty
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  cached = random()
  if !cached {
    _ = try await f.value  // expect: double-await
  }
}

func flagToggledBetween(start: Bool) async throws {
  var cached = start
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  cached.toggle()
  if !cached {
    _ = try await f.value  // expect: double-await
  }
}

func anotherFlag(cached: Bool, other: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try await f.value
  }
  if !other {
    _ = try await f.value  // expect: double-await
  }
}

func callsAreNoConstants() async throws {
  let f = store.load(1)
  if random() {
    _ = try await f.value
  }
  if !random() {
    _ = try await f.value  // expect: double-await
  }
}

func onePartOfTheConjunction(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a && b {
    _ = try await f.value
  }
  if a {
    _ = try await f.value  // expect: double-await
  }
}

func negatedConjunction(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if !(a && b) {
    _ = try await f.value
  }
  if a {
    _ = try await f.value  // expect: double-await
  }
}

func overlappingComparisons(id: Int) async throws {
  let f = store.load(1)
  if id > 3 {
    _ = try await f.value
  }
  if id > 5 {
    _ = try await f.value  // expect: double-await
  }
}

func operandChanged(start: Int) async throws {
  var id = start
  let f = store.load(1)
  if id == 0 {
    _ = try await f.value
  }
  id += 1
  if id != 0 {
    _ = try await f.value  // expect: double-await
  }
}

func optionalReassigned() async throws {
  var user = makeUser()
  let f = store.load(1)
  if user == nil {
    _ = try await f.value
  }
  user = makeUser()
  if user != nil {
    _ = try await f.value  // expect: double-await
  }
}

func overlappingCases(mode: Mode) async throws {
  let f = store.load(1)
  switch mode {
  case .fast, .slow: _ = try await f.value
  case .off: break
  }
  if mode == .slow {
    _ = try await f.value  // expect: double-await
  }
}

func flagSetTooLate(ids: [Int]) async throws {
  let f = store.load(1)
  var consumed = false
  for id in ids {
    if !consumed {
      _ = try await f.value  // expect: double-await
    }
    consumed = id > 3
  }
}

func flagForgotten() async throws {
  let f = store.load(1)
  var consumed = false
  if random() {
    _ = try await f.value
  } else {
    consumed = true
  }
  if !consumed {
    _ = try await f.value  // expect: double-await
  }
}

func flagChangedInTheCall() async throws {
  let f = store.load(1)
  var cached = true
  change(&cached)
  if cached {
    _ = try await f.value
  }
  change(&cached)
  if !cached {
    _ = try await f.value  // ok: nobody here knows what the call leaves there
  }
}

func questionsAboutDifferentTypes(a: Any) async throws {
  let f = store.load(1)
  if a is any Error { _ = try await f.value }
  if a is String { _ = try await f.value }  // expect: double-await
}

func firstElementsOfTwo(ids: [Int], others: [Int]) async throws {
  let f = store.load(1)
  if ids.isEmpty { _ = try await f.value }
  if let id = others.first {
    use(id)
    _ = try await f.value  // expect: double-await
  }
}

func comparedAgain(a: Int, b: Int) async throws {
  let f = store.load(1)
  if a <= b { _ = try await f.value }
  if a == b { _ = try await f.value }  // expect: double-await
}

func asksAChangedCollection(ids: Set<Int>) async throws {
  let f = store.load(1)
  var ids = ids
  if ids.contains(3) { _ = try await f.value }
  ids.remove(3)
  if !ids.contains(3) { _ = try await f.value }  // expect: double-await
}

// MARK: conditions by other names

private struct Account {
  var isPaid = false
  var level = 0
  var isGold: Bool { level > 3 }
}

private func namedInATuple(_ account: Account) {
  let f = store.load(1)
  let (isPaid, level) = (account.isPaid, account.level)
  if isPaid { takeOver(f.asTask(), level) }
  if !account.isPaid { use(f.asTask()) }
}

private func namedAnswer(_ account: Account) {
  let f = store.load(1)
  let isGold = account.isGold
  if isGold { use(f.asTask()) }
  if !account.isGold { use(f.asTask()) }
}

private func namedCast(_ error: any Error) {
  let f = store.load(1)
  let isCancelled = error is CancellationError
  if isCancelled { use(f.asTask()) }
  if !(error is CancellationError) { use(f.asTask()) }
}

private func textThatIsEmpty() {
  let f = store.load(1)
  var message = ""
  if random() {
    message = "x"
    use(f.asTask())
  }
  if message.isEmpty { use(f.asTask()) }
}

private func otherPartOfTheTuple(_ account: Account) {
  let f = store.load(1)
  let (isPaid, isGold) = (account.isPaid, account.isGold)
  if isPaid { use(f.asTask()) }
  if isGold { use(f.asTask()) }  // expect: double-await
}

// A function that always says the same is a stub: what it says today nobody relies on.

private func isReady() -> Bool { true }
private var isNeverReady: Bool { false }

private func askedOfAStub() {
  let f = store.load(1)
  if isNeverReady { use(f.asTask()) }
  use(f.asTask())  // expect: double-await
}

private func thrownByAStub(_ f: ValueFuture<User>) throws {
  guard isReady() else { throw StoreError.closed }
  use(f.asTask())
}

private func caughtFromAStub() {
  let f = store.load(1)
  do { try thrownByAStub(f) } catch { use(f.asTask()) }
}

// MARK: comparisons with what has parts

private enum Move: Equatable {
  case none
  case by(Int)
}

private enum Urgency: Int, Comparable {
  case low, normal, high
  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

private func caseWithPayload(_ move: Move) async throws {
  let f = store.load(1)
  if move == .by(3) { _ = try await f.value }
  if move != .by(3) { _ = try await f.value }  // ok
}

private func twoPayloads(_ move: Move) async throws {
  let f = store.load(1)
  if move == .by(3) { _ = try await f.value }
  if move != .by(4) { _ = try await f.value }  // expect: double-await
}

private func tuple(_ a: Int, _ b: Bool) async throws {
  let f = store.load(1)
  if (a, b) == (1, true) { _ = try await f.value }
  if (a, b) != (1, true) { _ = try await f.value }  // ok
}

private func list(_ numbers: [Int]) async throws {
  let f = store.load(1)
  if numbers == [1, 2] { _ = try await f.value }
  if numbers != [1, 2] { _ = try await f.value }  // ok
}

private func ownOrder(_ rank: Urgency) async throws {
  let f = store.load(1)
  if rank >= .normal { print("now") }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

private func ownOrderDecides(_ rank: Urgency) async throws {
  let f = store.load(1)
  if rank >= .normal { _ = try await f.value }
  if rank == .low { _ = try await f.value }  // ok
}

func olderSystems() async throws {
  let f = store.load(1)
  if #available(macOS 99, iOS 99, *) {
    print("new")
    return
  }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
