// Questions that are asked by functions and computed properties: what they read is unchanged, so they say the same again.

private enum Tier {
  case free, plus, pro

  var isPaying: Bool { self != .free }
  var isTop: Bool {
    switch self {
    case .pro: return true
    case .free, .plus: return false
    }
  }
}

private struct Order {
  var total = 0
  var lines: [Int] = []
  var isPaid = false

  var isBig: Bool { total > 100 }
  var isEmpty: Bool { lines.isEmpty }
  var isOpen: Bool { !isPaid }
  func exceeds(_ limit: Int) -> Bool { return total > limit }
}

private func isFree(_ tier: Tier) -> Bool { tier == .free }
private func isEven(_ number: Int) -> Bool { number % 2 == 0 }

// MARK: good

private func theSameQuestion(tier: Tier) async throws {
  let f = store.load(1)
  if isFree(tier) { _ = try await f.value }
  if !isFree(tier) { _ = try await f.value }  // ok
}

private func whatItMeans(tier: Tier) async throws {
  let f = store.load(1)
  if isFree(tier) { _ = try await f.value }
  if tier == .pro { _ = try await f.value }  // ok
}

private func whatAPropertyMeans(tier: Tier) async throws {
  let f = store.load(1)
  if tier.isPaying { _ = try await f.value }
  if tier == .free { _ = try await f.value }  // ok
}

private func twoProperties(tier: Tier) async throws {
  let f = store.load(1)
  if tier.isTop { _ = try await f.value }
  if !tier.isPaying { _ = try await f.value }  // ok: the top one pays
}

private func aMethod(order: Order) async throws {
  let f = store.load(1)
  if order.exceeds(3) { _ = try await f.value }
  if !order.exceeds(3) { _ = try await f.value }  // ok
}

private func numbersInside(order: Order) async throws {
  let f = store.load(1)
  if order.isBig { _ = try await f.value }
  if order.total <= 100 { _ = try await f.value }  // ok
}

private func emptinessInside(order: Order) async throws {
  let f = store.load(1)
  if order.isEmpty { _ = try await f.value }
  for line in order.lines {
    use(line)
    _ = try await f.value  // ok
    break
  }
}

private func flagInside(order: Order) async throws {
  let f = store.load(1)
  if order.isOpen { _ = try await f.value }
  if order.isPaid { _ = try await f.value }  // ok
}

private func remainder(number: Int) async throws {
  let f = store.load(1)
  guard isEven(number) else {
    _ = try await f.value
    return
  }
  if !isEven(number) { _ = try await f.value }
  _ = try await f.value  // ok
}

private func outOfSight(order: Order) async throws {
  let f = store.load(1)
  if accepts(order.total) { _ = try await f.value }
  if !accepts(order.total) { _ = try await f.value }  // ok: most likely it says the same
}

private func givenAName(order: Order) async throws {
  let f = store.load(1)
  let total = order.total
  if total > 3 { _ = try await f.value }
  if order.total <= 3 { _ = try await f.value }  // ok
}

private func defaulted(number: Int?) async throws {
  let f = store.load(1)
  let count = number ?? 0
  if count > 3 { _ = try await f.value }
  if number == nil { _ = try await f.value }  // ok: it is nothing then
}

private func oneOfTwo(first: Int?, second: Int?) async throws {
  let f = store.load(1)
  if let number = first ?? second {
    use(number)
    _ = try await f.value
  }
  if first == nil && second == nil { _ = try await f.value }  // ok
}

private func memberOfAnOptional(user: Player?) async throws {
  let f = store.load(1)
  if user?.email == nil { _ = try await f.value }
  if user?.email != nil { _ = try await f.value }  // ok
}

private struct Player { var email: String? }

private func alwaysFails() throws { throw CancellationError() }

private func leavesByAFunction(fails: Bool) async throws {
  let f = store.load(1)
  if fails {
    _ = try await f.value
    try alwaysFails()
  }
  _ = try await f.value  // ok: nothing comes back from there
}

private func finish(_ f: ValueFuture<User>, wait: Bool = false) async throws {
  if wait { _ = try await f.value }
}

private func byDefault() async throws {
  let f = store.load(1)
  try await finish(f)
  _ = try await f.value  // ok: it does not wait
}

private func store(_ f: ValueFuture<User>, in level: Int = 0) {
  if level > 0 { _ = f.asTask() }
}

private func byAnotherDefault() async throws {
  let f = store.load(1)
  store(f)
  _ = try await f.value  // ok: nobody here knows what the default does
}

private func pick(_ a: ValueFuture<User>, _ b: ValueFuture<User>, _ first: Bool) -> ValueFuture<User> { first ? a : b }

private func theOther(isFirst: Bool) async throws {
  let a = store.load(1)
  let b = store.load(2)
  _ = try await pick(a, b, isFirst).value
  if isFirst { _ = try await b.value } else { _ = try await a.value }  // ok: not the one that was picked
}

// MARK: bad

private func bothHold(order: Order) async throws {
  let f = store.load(1)
  if order.isBig { _ = try await f.value }
  if order.total > 50 { _ = try await f.value }  // expect: double-await
}

private func payingAndPlus(tier: Tier) async throws {
  let f = store.load(1)
  if tier.isPaying { _ = try await f.value }  // expect-step: when 'tier.isPaying' is true
  if tier == .plus { _ = try await f.value }  // expect: double-await
}

private func askedTwice(order: Order) async throws {
  let f = store.load(1)
  if accepts(order.total) { _ = try await f.value }
  if accepts(order.total) { _ = try await f.value }  // expect: double-await
}

private func otherOperands(order: Order, other: Order) async throws {
  let f = store.load(1)
  if accepts(order.total) { _ = try await f.value }
  if !accepts(other.total) { _ = try await f.value }  // expect: double-await
}

private func behindALoop(order: Order) async throws {
  let f = store.load(1)
  while !accepts(order.total) { await pause() }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

private func notByDefault() async throws {
  let f = store.load(1)
  try await finish(f, wait: true)
  _ = try await f.value  // expect: double-await
}

private func thePickedOne(isFirst: Bool) async throws {
  let a = store.load(1)
  let b = store.load(2)
  _ = try await pick(a, b, isFirst).value
  if isFirst {
    _ = try await a.value  // expect: double-await
  } else {
    _ = try await b.value  // expect: double-await
  }
}
