// What a function of the same file surely leaves in a property, a parameter or a variable; and where nobody can tell.

private enum Step { case idle, busy, done }

private struct Panel {
  var isOn = false
  mutating func hide() { isOn = false }
  mutating func turn(_ value: Bool) { isOn = value }
  mutating func reset() { self = Panel() }
}

private final class Light: @unchecked Sendable {
  var isOn = false
  func switchOff() { isOn = false }
}

private final class Gate: @unchecked Sendable {
  var isOpen = false
  var isLocked = false
  var step = Step.idle
  var note: String?
  var panel = Panel()
  let light = Light()

  func close() { isOpen = false }
  func closeTwice() {
    close()
    close()
  }
  func closeDeeper() {
    use(1)
    closeTwice()
  }
  func closeThenOpen() {
    isOpen = false
    isOpen = true
  }
  func closeEither(_ isFast: Bool) {
    if isFast {
      isOpen = false
    } else {
      isLocked = true
      isOpen = false
    }
  }
  func closeByStep() {
    switch step {
    case .idle: isOpen = false
    case .busy, .done:
      isOpen = false
      isLocked = true
    }
  }
  func closeEarly(_ isFast: Bool) {
    isOpen = false
    guard isFast else { return }
    use(1)
  }
  func openAtLast(_ isFast: Bool) {
    isOpen = false
    if isFast { return }
    isOpen = true
  }
  func closeAtTheEnd() {
    defer { isOpen = false }
    isOpen = true
    use(isLocked)
  }
  func closeOrThrow() throws {
    if isLocked { throw StoreError.closed }
    isOpen = false
  }
  func openAndThrow() throws {
    isOpen = true
    throw StoreError.closed
  }
  func closePerhaps() { if isLocked { isOpen = false } }
  func closeSoon() { onEvent { [weak self] in self?.isOpen = true } }
  func closeUntilSomebodyOpens() {
    isOpen = false
    notifier.addObserver { [self] in isOpen = true }
  }
  func set(_ value: Bool) { isOpen = value }
  func setBoth(_ open: Bool, _ locked: Bool) {
    set(open)
    isLocked = locked
  }
  func go(to next: Step) { step = next }
  func forget() { note = nil }
  func hidePanel() { panel.isOn = false }
  func hideByItself() { panel.hide() }
  func replacePanel() { panel = Panel() }
  func darken() { light.switchOff() }
  func forItself() {
    var isOpen = true
    isOpen = false
    use(isOpen)
  }

  // MARK: good

  func byOthers() async throws {
    let f = store.load(1)
    _ = try await f.value
    closeTwice()
    if isOpen { _ = try await f.value }  // ok
  }

  func byOthersOfOthers() async throws {
    let f = store.load(1)
    _ = try await f.value
    closeDeeper()
    if isOpen { _ = try await f.value }  // ok
  }

  func theLastCounts() async throws {
    let f = store.load(1)
    _ = try await f.value
    closeThenOpen()
    if !isOpen { _ = try await f.value }  // ok
  }

  func onBothWays(isFast: Bool) async throws {
    let f = store.load(1)
    _ = try await f.value
    closeEither(isFast)
    if isOpen { _ = try await f.value }  // ok
  }

  func inEachCase() async throws {
    let f = store.load(1)
    _ = try await f.value
    closeByStep()
    if isOpen { _ = try await f.value }  // ok
  }

  func atTheEnd() async throws {
    let f = store.load(1)
    _ = try await f.value
    closeAtTheEnd()
    if isOpen { _ = try await f.value }  // ok
  }

  func whereItReturns() async throws {
    let f = store.load(1)
    _ = try await f.value
    try closeOrThrow()
    if isOpen { _ = try await f.value }  // ok
  }

  func whereItThrows() async throws {
    let f = store.load(1)
    guard !isOpen else { return }
    _ = try await f.value
    do { try openAndThrow() } catch {
      if !isOpen { _ = try await f.value }  // ok: it was opened before
    }
  }

  func toWhatIsGiven() async throws {
    let f = store.load(1)
    _ = try await f.value
    set(false)
    if isOpen { _ = try await f.value }  // ok
  }

  func toWhatIsGivenFurther() async throws {
    let f = store.load(1)
    _ = try await f.value
    setBoth(false, true)
    if isOpen || !isLocked { _ = try await f.value }  // ok
  }

  func toAFlag(isWanted: Bool) async throws {
    let f = store.load(1)
    if isWanted { _ = try await f.value }
    set(isWanted)
    if !isOpen { _ = try await f.value }  // ok: it was not wanted
  }

  func toACase() async throws {
    let f = store.load(1)
    _ = try await f.value
    go(to: .done)
    if step != .done { _ = try await f.value }  // ok
  }

  func toNothing() async throws {
    let f = store.load(1)
    _ = try await f.value
    forget()
    if note != nil { _ = try await f.value }  // ok
  }

  func aPartOfAProperty() async throws {
    let f = store.load(1)
    guard panel.isOn else { return }
    _ = try await f.value
    hidePanel()
    if panel.isOn { _ = try await f.value }  // ok
  }

  func byAMethodOfAProperty() async throws {
    let f = store.load(1)
    guard panel.isOn else { return }
    _ = try await f.value
    hideByItself()
    if panel.isOn { _ = try await f.value }  // ok
  }

  func ofAnObject() async throws {
    let f = store.load(1)
    guard light.isOn else { return }
    _ = try await f.value
    darken()
    if light.isOn { _ = try await f.value }  // ok
  }

  func theWholeProperty() async throws {
    let f = store.load(1)
    guard panel.isOn else { return }
    _ = try await f.value
    replacePanel()
    if panel.isOn { _ = try await f.value }  // ok: another panel
  }

  func perhaps() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closePerhaps()
    if isOpen { _ = try await f.value }  // ok: nobody knows
  }

  func sometimes(isFast: Bool) async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    openAtLast(isFast)
    if isOpen { _ = try await f.value }  // ok: nobody knows
  }

  func later() async throws {
    let f = store.load(1)
    guard !isOpen else { return }
    _ = try await f.value
    closeSoon()
    if !isOpen { _ = try await f.value }  // ok: nobody knows when
  }

  func untilLater() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closeUntilSomebodyOpens()
    if !isOpen { _ = try await f.value }  // ok: nobody knows
  }

  func inEachRound() async throws {
    isOpen = false
    let f = store.load(1)
    for _ in 0..<3 {
      if isOpen { return }
      _ = try await f.value  // ok
      set(true)
    }
  }

  // MARK: bad

  func stillThere() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    forItself()
    use(1)
    closeDeeper()
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func closedOnBothWays(isFast: Bool) async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closeEither(isFast)
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func closedBeforeTheGuard(isFast: Bool) async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closeEarly(isFast)
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func closedAtTheEnd() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    closeAtTheEnd()
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func setToWhatIsGiven() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    setBoth(false, true)
    if !isOpen { _ = try await f.value }  // expect: double-await
  }

  func setToAFlag(isWanted: Bool) async throws {
    let f = store.load(1)
    if isWanted { _ = try await f.value }
    set(isWanted)
    if isOpen { _ = try await f.value }  // expect: double-await
  }

  func setToACase() async throws {
    let f = store.load(1)
    if step == .done { return }
    _ = try await f.value
    go(to: .done)
    if step == .done { _ = try await f.value }  // expect: double-await
  }

  func panelHidden() async throws {
    let f = store.load(1)
    guard panel.isOn else { return }
    _ = try await f.value
    hideByItself()
    if !panel.isOn { _ = try await f.value }  // expect: double-await
  }

  func inEveryRound() async throws {
    isOpen = false
    let f = store.load(1)
    for _ in 0..<3 {
      if isOpen { return }
      _ = try await f.value  // expect: double-await
      set(false)
    }
  }
}

// MARK: good

private class Lid {
  var isOpen = false
  func close() { isOpen = false }

  func closedByWhom() async throws {
    let f = store.load(1)
    guard isOpen else { return }
    _ = try await f.value
    close()
    if isOpen { _ = try await f.value }  // ok: another class does otherwise
  }
}

private final class StubbornLid: Lid {
  override func close() { isOpen = true }
}

private func hide(_ panel: inout Panel) { panel.isOn = false }
private func set(_ flag: inout Bool, to value: Bool) { flag = value }
private func open(_ gate: Gate) { gate.isOpen = true }

private func panelOfACaller(first: Panel) async throws {
  var panel = first
  let f = store.load(1)
  _ = try await f.value
  hide(&panel)
  if panel.isOn { _ = try await f.value }  // ok
}

private func replacedByItself(first: Panel) async throws {
  var panel = first
  let f = store.load(1)
  guard panel.isOn else { return }
  _ = try await f.value
  panel.reset()
  if panel.isOn { _ = try await f.value }  // ok: another one
}

private func turnedByItself(first: Panel) async throws {
  var panel = first
  let f = store.load(1)
  _ = try await f.value
  panel.turn(false)
  if panel.isOn { _ = try await f.value }  // ok
}

private func flagOfACaller(isWanted: Bool) async throws {
  var flag = random()
  let f = store.load(1)
  if isWanted { _ = try await f.value }
  set(&flag, to: isWanted)
  if !flag { _ = try await f.value }  // ok: it was not wanted
}

// MARK: bad

private func panelHidden(first: Panel) async throws {
  var panel = first
  let f = store.load(1)
  guard panel.isOn else { return }
  _ = try await f.value
  panel.hide()
  if !panel.isOn { _ = try await f.value }  // expect: double-await
}

private func flagSet() async throws {
  var flag = random()
  let f = store.load(1)
  guard flag else { return }
  _ = try await f.value
  set(&flag, to: false)
  if !flag { _ = try await f.value }  // expect: double-await
}

private func opened(gate: Gate) async throws {
  let f = store.load(1)
  guard !gate.isOpen else { return }
  _ = try await f.value
  open(gate)
  if gate.isOpen { _ = try await f.value }  // expect: double-await
}
