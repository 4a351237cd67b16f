// A continuation in a tuple whose elements have no names.

private typealias Patient = CheckedContinuation<Bool, Never>

private final class OneWaits: @unchecked Sendable {
  private var waiting: (Patient, Int)?

  func wait(for id: Int) async -> Bool {
    await withCheckedContinuation { waiting = ($0, id) }  // expect: overwritten-continuation
  }

  // MARK: good

  func found() {
    waiting?.0.resume(returning: true)  // ok: taken out
    waiting = nil
  }

  func foundFirst(_ id: Int) {
    guard let (waiter, own) = waiting, own == id else { return }
    waiting = nil
    waiter.resume(returning: true)  // ok: not there any more
  }

  // MARK: bad

  func lost() {
    waiting?.0.resume(returning: false)  // expect: stale-continuation
  }

  func lostByName(_ id: Int) {
    guard let (waiter, own) = waiting, own == id else { return }
    waiter.resume(returning: false)  // expect: stale-continuation
  }
}

private final class ManyWait: @unchecked Sendable {
  private var waiting: [(Patient, Int)] = []

  func wait(for id: Int) async -> Bool {
    await withCheckedContinuation { waiting.append(($0, id)) }
  }

  func foundAll(_ id: Int) {
    for (waiter, own) in waiting where own == id { waiter.resume(returning: true) }  // ok: removed
    waiting.removeAll { $0.1 == id }
  }

  func lost(_ id: Int) {
    for (waiter, own) in waiting where own == id { waiter.resume(returning: false) }  // expect: stale-continuation
  }
}

private final class ByKey: @unchecked Sendable {
  private var waiting: [Int: (Int, Patient)] = [:]

  func numbers() -> [Int] {
    var found: [Int] = []
    for (key, one) in waiting { found.append(key + one.0) }  // ok: nothing is resumed
    return found
  }
}
