// A function that uses its future up on some ways, and an enum or a number that tells on which.

enum Moment { case now, later, never }

private func take(_ f: ValueFuture<User>, _ mode: Moment) {
  if mode == .now { use(f.asTask()) }
}

private func takeBySwitch(_ f: ValueFuture<User>, _ mode: Moment) {
  switch mode {
  case .now: use(f.asTask())
  case .later, .never: break
  }
}

private func takeUnless(_ f: ValueFuture<User>, _ mode: Moment) {
  guard mode != .never else { return }
  use(f.asTask())
}

private func takeAbove(_ f: ValueFuture<User>, _ count: Int) {
  if count > 3 { use(f.asTask()) }
}

func notTakenNow() async throws {
  let f = store.load(1)
  take(f, .later)
  use(try await f.value)
}

func takenNow() async throws {
  let f = store.load(1)
  take(f, .now)
  use(try await f.value)  // expect: double-await
}

func notTakenBySwitch() async throws {
  let f = store.load(1)
  takeBySwitch(f, .never)
  use(try await f.value)
}

func takenBySwitch() async throws {
  let f = store.load(1)
  takeBySwitch(f, Moment.now)
  use(try await f.value)  // expect: double-await
}

func theOtherCases(_ mode: Moment) async throws {
  let f = store.load(1)
  takeBySwitch(f, mode)
  if mode == .later { use(try await f.value) }
}

func theSameCase(_ mode: Moment) async throws {
  let f = store.load(1)
  takeBySwitch(f, mode)
  if mode == .now { use(try await f.value) }  // expect: double-await
}

func unlessNever(_ mode: Moment) async throws {
  let f = store.load(1)
  takeUnless(f, mode)
  if case .never = mode { use(try await f.value) }
}

func unlessLater(_ mode: Moment) async throws {
  let f = store.load(1)
  takeUnless(f, mode)
  if case .later = mode { use(try await f.value) }  // expect: double-await
}

func fewAreLeft() async throws {
  let f = store.load(1)
  takeAbove(f, 3)
  use(try await f.value)
}

func manyAreTaken() async throws {
  let f = store.load(1)
  takeAbove(f, 4)
  use(try await f.value)  // expect: double-await
}

func fewByAnotherQuestion(_ count: Int) async throws {
  let f = store.load(1)
  takeAbove(f, count)
  if count < 2 { use(try await f.value) }
}

func manyByAnotherQuestion(_ count: Int) async throws {
  let f = store.load(1)
  takeAbove(f, count)  // expect-step: 'takeAbove' uses it up for this 'count'
  if count > 5 { use(try await f.value) }  // expect: double-await
}

func oneLess(_ count: Int) async throws {
  let f = store.load(1)
  takeAbove(f, count - 1)
  if count < 5 { use(try await f.value) }
}

// MARK: the order of cases

enum Steepness: Comparable { case low, middle, high }

func belowTheMiddle(_ level: Steepness) async throws {
  let f = store.load(1)
  switch level {
  case .low: break
  case .middle, .high: use(f.asTask())
  }
  if level < .middle { use(f.asTask()) }
}

func atLeastTheMiddle(_ level: Steepness) async throws {
  let f = store.load(1)
  switch level {
  case .low: break
  case .middle, .high: use(f.asTask())
  }
  guard level < .middle else { return }
  use(f.asTask())
}

func aboveTheMiddle(_ level: Steepness) async throws {
  let f = store.load(1)
  switch level {
  case .low: break
  case .middle, .high: use(f.asTask())
  }
  if level <= .middle { use(f.asTask()) }  // expect: double-await
}

enum Rank: Comparable {
  case first, second
  static func < (a: Rank, b: Rank) -> Bool { a.place < b.place }
  var place: Int { self == .first ? 1 : 2 }
}

func orderOfItsOwn(_ rank: Rank) async throws {
  let f = store.load(1)
  if case .second = rank { use(f.asTask()) }
  if rank < .second { use(f.asTask()) }  // ok: what its own `<` says is not known
}

// MARK: remade on one way

private func refresh(_ f: inout ValueFuture<User>, _ isOld: Bool) {
  if isOld { f = store.load(2) }
}

func perhapsRemade(_ isOld: Bool) async throws {
  var f = store.load(1)
  use(try await f.value)
  refresh(&f, isOld)
  use(try await f.value)  // expect: double-await
}

func surelyRemade() async throws {
  var f = store.load(1)
  use(try await f.value)
  refresh(&f, true)
  use(try await f.value)
}

func onlyIfRemade(_ isOld: Bool) async throws {
  var f = store.load(1)
  use(try await f.value)
  refresh(&f, isOld)
  if isOld { use(try await f.value) }
}
