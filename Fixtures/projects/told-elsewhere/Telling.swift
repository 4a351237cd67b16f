// What the class is told.

extension Follower: Following {
  func didFollow(_ value: Int?) {
    waiting?.resume(returning: value ?? 0)  // expect: stale-continuation
  }

  func didTake(_ value: Int?) {
    taken?.resume(returning: value ?? 0)  // ok: taken out
    taken = nil
  }

  func stop(_ value: Int) {
    leaving?.resume(returning: value)  // ok: who calls it takes it out
  }
}
