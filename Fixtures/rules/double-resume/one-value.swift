// Streams of values that are cut to one before somebody listens, and streams that are not.

// MARK: good

func firstOfAll(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.first().sink { c.resume(returning: $0) }  // ok: one value comes
    takeOver(listening)
  }
}

func firstThatFits(_ values: any Values) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    let listening = values.first(where: { $0 > 3 }).receive(on: 1).sink(
      receiveCompletion: { end in if case .failure(let error) = end { c.resume(throwing: error) } },
      receiveValue: { c.resume(returning: $0) })  // ok: one value, or the failure
    takeOver(listening)
  }
}

func prefixOfOne(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.prefix(1).map { $0 + 1 }.sink { c.resume(returning: $0) }  // ok: one value comes
    takeOver(listening)
  }
}

func firstOfAllOverSeveralLines(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values
      .map { $0 + 1 }
      .prefix(1)
      .receive(on: 1)
      .sink { c.resume(returning: $0) }  // ok: one value comes
    takeOver(listening)
  }
}

func oneReply(_ session: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    let listening = session.dataTaskPublisher(for: 1).map { $0 + 1 }.sink { c.resume(returning: $0) }  // ok: one reply
    takeOver(listening)
  }
}

func justOne() async -> Int {
  await withCheckedContinuation { c in
    let listening = Just(1).sink { c.resume(returning: $0) }  // ok: one value
    takeOver(listening)
  }
}

extension Values {
  func firstOfThis() async -> Int {
    await withCheckedContinuation { c in
      let listening = first().sink { c.resume(returning: $0) }  // ok: one value
      takeOver(listening)
    }
  }
}

// MARK: bad

func allOfThem(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.map { $0 + 1 }.sink { c.resume(returning: $0) }  // expect: double-resume
    takeOver(listening)
  }
}

func prefixOfTwo(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.prefix(2).sink { c.resume(returning: $0) }  // expect: double-resume
    takeOver(listening)
  }
}

func manyForTheFirst(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.first().split().sink { c.resume(returning: $0) }  // expect: double-resume
    takeOver(listening)
  }
}

func firstTwice(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.first().sink { value in
      if value > 3 { c.resume(returning: 3) }
      c.resume(returning: value)  // expect: double-resume
    }
    takeOver(listening)
  }
}

func firstWithoutAnAnswer(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values.first().sink { value in
      guard value > 3 else { return }  // expect: missing-resume
      c.resume(returning: value)
    }
    takeOver(listening)
  }
}

protocol Values {
  func first() -> any Values
  func first(where fits: @escaping (Int) -> Bool) -> any Values
  func prefix(_ count: Int) -> any Values
  func map(_ change: @escaping (Int) -> Int) -> any Values
  func receive(on queue: Int) -> any Values
  func split() -> any Values
  func sink(receiveCompletion: @escaping (Subscribers) -> Void, receiveValue: @escaping (Int) -> Void) -> Int
  func sink(_ receiveValue: @escaping (Int) -> Void) -> Int
}
enum Subscribers { case finished, failure(any Error) }

func manyOverSeveralLines(_ values: any Values) async -> Int {
  await withCheckedContinuation { c in
    let listening = values
      .prefix(2)
      .receive(on: 1)
      .sink { c.resume(returning: $0) }  // expect: double-resume
    takeOver(listening)
  }
}

extension ForeignService {
  fileprivate func dataTaskPublisher(for request: Int) -> any Values { fatalError() }
}
