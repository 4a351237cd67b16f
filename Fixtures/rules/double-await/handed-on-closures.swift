// Functions that hand a closure on: to one another, to what the catalogue knows, in closures of their own, under another name.

private func now(_ body: () -> Void) { body() }
private func nowInAClosure(_ body: () -> Void) { now { body() } }
private func underAnotherName(_ body: @escaping () -> Void) {
  let run = body
  run()
}
private func ifThereIsOne(_ body: (() -> Void)?) { body?() }
private func ifLetThereIsOne(_ body: (() -> Void)?) {
  guard let body else { return }
  body()
}
private func forEachOfTwo(_ body: () -> Void) { [1, 2].forEach { _ in body() } }
private func onAQueue(_ body: @escaping @Sendable () -> Void) { notifier.async { body() } }
private func itselfOnAQueue(_ body: @escaping @Sendable () -> Void) { notifier.async(body) }
private func asATask(_ body: @escaping @Sendable () async -> Void) { Task(operation: body) }
private func everySecond(_ body: @escaping @Sendable () -> Void) {
  Timer.scheduledTimer(withTimeInterval: 1, repeats: true) { _ in body() }
}
private func inParallel(_ ids: [Int], _ body: @escaping @Sendable (Int) async -> Void) async {
  await withTaskGroup(of: Void.self) { group in
    for id in ids { group.addTask { await body(id) } }
  }
}
private func race(
  _ first: @escaping @Sendable () async -> Void, _ second: @escaping @Sendable () async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    group.addTask(operation: first)
    group.addTask(operation: second)
  }
}

extension Sequence {
  fileprivate func each(_ body: (Element) -> Void) {
    for element in self { body(element) }
  }
}

private final class Keeper {
  var kept: (() -> Void)?
  func keep(_ body: @escaping () -> Void) {
    body()
    kept = body
  }
  func sometimes(_ body: @escaping () -> Void) { if kept == nil { body() } }
}

// MARK: bad

private func runInAClosure() {
  let f = store.load(1)
  nowInAClosure { use(f.asTask()) }
  use(f.asTask())  // expect: double-await
}

private func runUnderAnotherName() {
  let f = store.load(1)
  underAnotherName { use(f.asTask()) }
  use(f.asTask())  // expect: double-await
}

private func runIfThereIsOne() {
  let f = store.load(1)
  ifThereIsOne { use(f.asTask()) }
  ifLetThereIsOne { use(f.asTask()) }  // expect: double-await
}

private func runForEachOfTwo() {
  let f = store.load(1)
  forEachOfTwo { use(f.asTask()) }  // expect: double-await
}

private func runOnAQueue() {
  let f = store.load(1)
  onAQueue { use(f.asTask()) }
  use(f.asTask())  // expect: concurrent-await
}

private func runItselfOnAQueue() {
  let f = store.load(1)
  itselfOnAQueue { use(f.asTask()) }
  use(f.asTask())  // expect: concurrent-await
}

private func runAsATask() {
  let f = store.load(1)
  asATask { use(f.asTask()) }
  use(f.asTask())  // expect: concurrent-await
}

private func runEverySecond() {
  let f = store.load(1)
  everySecond { use(f.asTask()) }  // expect: double-await
}

private func runInParallel(_ ids: [Int]) async {
  let f = store.load(1)
  await inParallel(ids) { _ in use(f.asTask()) }  // expect: concurrent-await
}

private func runInARace() async {
  let f = store.load(1)
  await race({ use(f.asTask()) }, { use(f.asTask()) })  // expect: concurrent-await
}

private func runForEachElement(_ ids: Set<Int>) {
  let f = store.load(1)
  ids.each { _ in use(f.asTask()) }  // expect: double-await
  (0..<3).each { use($0) }
}

private func runPerhapsAgain() {
  let f = store.load(1)
  onceAndPerhapsAgain(nil) { use(f.asTask()) }  // expect: double-await
}

// MARK: good

private func oneEach(_ ids: [Int]) async {
  await inParallel(ids) { id in use(store.load(id).asTask()) }
  ids.each { id in use(store.load(id).asTask()) }
  everySecond { use(store.load(1).asTask()) }
}

private func raceOfTwo() async {
  let (f, g) = (store.load(1), store.load(2))
  await race({ use(f.asTask()) }, { use(g.asTask()) })
}

// A callee that guards its closure, or runs it in one round: nobody knows that it runs it twice.

private func guardedByAFlag(_ ids: [Int], _ body: () -> Void) {
  var isDone = false
  for id in ids where id > 0 {
    if id == 3 && !isDone {
      isDone = true
      body()
    }
  }
}
private func firstOnly(_ ids: [Int], _ body: () -> Void) {
  for (place, id) in ids.enumerated() {
    if place > 0 || id == 0 { continue }
    body()
  }
}
private func oneRound(_ body: () -> Void) {
  repeat { body() } while false
  for _ in 0..<1 { use(1) }
}
private func endsItself(_ body: @escaping @Sendable () -> Void) {
  Timer.scheduledTimer(withTimeInterval: 1, repeats: true) { timer in
    timer.invalidate()
    body()
  }
}
private func lastOfMany(_ ids: [Int], _ body: @escaping @Sendable () -> Void) {
  nonisolated(unsafe) var left = ids.count
  for _ in ids {
    notifier.async {
      left -= 1
      if left == 0 { body() }
    }
  }
}
private func oneOfTwo(_ first: (() -> Void)?, _ second: () -> Void) {
  if let first { first() } else { second() }
}
private func oneOfTwoQuestions(_ id: Int?, _ body: () -> Void) {
  if let id, id > 0 { body() }
  if id == nil { body() }
}
private func onceAndPerhapsAgain(_ id: Int?, _ body: () -> Void) {
  body()
  if id == nil { body() }
}
private func throwsBefore(_ body: @escaping @Sendable () -> Void) throws {
  guard random() else { throw StoreError.closed }
  notifier.async { body() }
}

private func guardedByTheCallee(_ ids: [Int]) {
  let futures = (store.load(1), store.load(2), store.load(3), store.load(4), store.load(5), store.load(6))
  guardedByAFlag(ids) { use(futures.0.asTask()) }
  firstOnly(ids) { use(futures.1.asTask()) }
  oneRound { use(futures.2.asTask()) }
  endsItself { use(futures.3.asTask()) }
  lastOfMany(ids) { use(futures.4.asTask()) }
  oneOfTwo({ use(futures.5.asTask()) }, { use(futures.5.asTask()) })
}

private func questionsOfTheCallee() {
  let f = store.load(1)
  oneOfTwoQuestions(3) { use(f.asTask()) }
}

private func thrownBefore() {
  let f = store.load(1)
  do { try throwsBefore { use(f.asTask()) } } catch { use(f.asTask()) }
}

private func keptForLater(_ keeper: Keeper) {
  let f = store.load(1)
  keeper.keep { use(f.asTask()) }  // ok: nobody knows whether it is run again
  let g = store.load(1)
  keeper.sometimes { use(g.asTask()) }
  use(g.asTask())  // ok: nobody knows whether it is run
}
