// The same question asked twice, by patterns with something in them and by closures over a collection's elements.

enum Command {
  case put(String, Int), move((Side, Side)), maybe(Int?), stop
}

enum Side {
  case left, right
}

enum CodedError: Error {
  case code(Int)
}

final class Crane: Sendable {
  var isBusy: Bool { false }
}

// MARK: good

func payloadTwice(command: Command) async throws {
  let f = store.load(1)
  if case .put("x", let count) = command {
    _ = try await f.value
    print(count)
  }
  if case .put("x", _) = command { return }
  _ = try await f.value  // ok: it was not put under "x"
}

func payloadInSwitches(command: Command) async throws {
  let f = store.load(1)
  switch command {
  case .put("x", _): _ = try await f.value
  default: break
  }
  switch command {
  case .put("x", _): break
  default: _ = try await f.value  // ok
  }
}

func variableInPayload(command: Command, name: String) async throws {
  let f = store.load(1)
  if case .put(name, _) = command { _ = try await f.value }
  if case .put(name, _) = command { return }
  _ = try await f.value  // ok
}

func tupleInPayload(command: Command) async throws {
  let f = store.load(1)
  if case .move((.left, .right)) = command { _ = try await f.value }
  if case .move((.left, .right)) = command { return }
  _ = try await f.value  // ok
}

func optionalInPayload(command: Command) async throws {
  let f = store.load(1)
  if case .maybe(let count?) = command {
    _ = try await f.value
    print(count)
  }
  if case .maybe(let count?) = command { return print(count) }
  _ = try await f.value  // ok: there is none
}

func tupleTwice(pair: (Int, Side)) async throws {
  let f = store.load(1)
  if case (1, .left) = pair { _ = try await f.value }
  if case (1, _) = pair { return }
  _ = try await f.value  // ok
}

func anyTwice(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.contains(where: { $0 > 3 }) { _ = try await f.value }
  if !ids.contains(where: { $0 > 3 }) { _ = try await f.value }  // ok
}

func allTwice(ids: [Int], limit: Int) async throws {
  let f = store.load(1)
  if ids.allSatisfy({ $0 > limit }) { _ = try await f.value }
  guard !ids.allSatisfy({ $0 > limit }) else { return }
  _ = try await f.value  // ok
}

func firstTwice(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.first(where: { $0 > 3 }) == nil { _ = try await f.value }
  guard let first = ids.first(where: { $0 > 3 }) else { return }
  print(first)
  _ = try await f.value  // ok
}

struct Selection {
  var ids: [Int] = []

  func anyOfMember() async throws {
    let f = store.load(1)
    if ids.contains(where: { $0 > 3 }) { _ = try await f.value }
    if !ids.contains(where: { $0 > 3 }) { _ = try await f.value }  // ok
  }
}

// MARK: bad

func otherPayload(command: Command) async throws {
  let f = store.load(1)
  if case .put("x", _) = command { _ = try await f.value }
  if case .put("y", _) = command { return }
  _ = try await f.value  // expect: double-await
}

func elementsOfOneTuple(command: Command) async throws {
  let f = store.load(1)
  if case .move((.left, .right)) = command {
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

func otherNumber(pair: (Int, Side)) async throws {
  let f = store.load(1)
  if case (1, .left) = pair { _ = try await f.value }
  if case (2, .left) = pair { return }
  _ = try await f.value  // expect: double-await
}

func caughtNumber() async throws {
  let f = store.load(1)
  do {
    _ = try await f.value
  } catch CodedError.code(3) {
    _ = try await f.value  // expect: double-await
  }
}

func otherLimit(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.contains(where: { $0 > 3 }) { _ = try await f.value }
  if !ids.contains(where: { $0 > 4 }) { _ = try await f.value }  // expect: double-await
}

func raisedLimit(ids: [Int], low: Int) async throws {
  let f = store.load(1)
  var limit = low
  if ids.contains(where: { $0 > limit }) { _ = try await f.value }
  limit += 1
  if !ids.contains(where: { $0 > limit }) { _ = try await f.value }  // expect: double-await
}

func completedMeanwhile(all: [ValueFuture<User>]) async throws {
  let f = store.load(1)
  if all.contains(where: { $0.isCompleted }) { _ = try await f.value }
  if !all.contains(where: { $0.isCompleted }) { _ = try await f.value }  // expect: double-await
}

func untilNobodyIsBusy(cranes: [Crane]) async throws {
  let f = store.load(1)
  while cranes.contains(where: { $0.isBusy }) { await Task.yield() }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
