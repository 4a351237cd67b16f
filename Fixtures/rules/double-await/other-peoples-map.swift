// `map` of a collection runs its closure for each element; that of some other type may do anything.

final class Events: Sendable {
  func map<Value: Sendable>(_ transform: @escaping @Sendable (Int) -> Value) -> Events {
    onCallback { _ = transform(0) }
    return self
  }
}

func mapsEvents(_ events: Events) {
  let future = store.load(1)
  _ = events.map { _ in future.asTask() }  // ok: nobody knows how often
}

func mapsElements(_ ids: [Int]) {
  let future = store.load(1)
  _ = ids.map { _ in future.asTask() }  // expect: double-await
}
