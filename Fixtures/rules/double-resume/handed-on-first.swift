// Handed to a function of the sources whose closure completes it later, and completed directly behind that.

private func load(_ completion: @escaping (Int?) -> Void) { ask { completion($0) } }

private func loadNow(_ completion: @escaping (Int?) -> Void) { completion(1) }

private func ask(_ done: @escaping (Int?) -> Void) { service.callAnyhow { done($0) } }

private let service = ForeignService()

private final class Waiting {
  var all: [(Int?) -> Void] = []
  func add(_ completion: @escaping (Int?) -> Void) { all.append(completion) }

  // MARK: good

  func keepsIt(_ isClosed: Bool, completion: @escaping (Int?) -> Void) {
    if isClosed { add(completion) }
    completion(nil)  // ok: whoever keeps it may tell it more
  }
}

func fallsBack(_ isBad: Bool, completion: @escaping (Int?) -> Void) {
  if isBad {
    load(completion)
  } else {
    completion(nil)  // ok: one of the two
  }
}

func asksWhatCame(_ isBad: Bool, completion: @escaping (Int?) -> Void) {
  load(completion)
  if random() { completion(nil) }  // ok: whether the other one comes may well be known here
}

func readsOn(_ buffer: Int, _ handler: @escaping (Int?, (any Error)?) -> Void) {
  service.dataTask(with: buffer) { data, _, error in
    guard error == nil, let data else {
      handler(nil, error)
      return
    }
    readsOn(buffer + data, handler)
    handler(data, nil)  // ok: told of each round
  }
}

// MARK: bad

func forgetsElse(_ isBad: Bool, completion: @escaping (Int?) -> Void) {
  if isBad { load(completion) }
  completion(nil)  // expect: double-resume
}

func triesAgain(_ left: Int, completion: @escaping (Int?) -> Void) {
  ask { value in
    if value == nil, left > 0 { triesAgain(left - 1, completion: completion) }
    completion(value)  // expect: double-resume
  }
}

func waitsForTheOther(_ isBad: Bool) async -> Int? {
  await withCheckedContinuation { c in
    if isBad { load(c) }
    c.resume(returning: nil)  // expect: double-resume
  }
}

private func load(_ c: CheckedContinuation<Int?, Never>) { ask { c.resume(returning: $0) } }
