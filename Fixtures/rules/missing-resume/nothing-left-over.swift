// Conditions that leave nothing over, though no `else` and no `switch` says so.

import Foundation

// MARK: good

func bothCasesOfAResult(_ load: @escaping (@escaping @Sendable (Result<Int, any Error>) -> Void) -> Void) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    load { result in
      if case .success(let value) = result {
        c.resume(returning: value)
      } else if case .failure(let error) = result {
        c.resume(throwing: error)  // ok: a result has two cases
      }
    }
  }
}

func resultOfAName(_ task: Task<Int, any Error>) async throws -> Int {
  let result = await task.result
  return try await withCheckedThrowingContinuation { c in
    if case .success(let value) = result { c.resume(returning: value) }
    if case .failure(let error) = result { c.resume(throwing: error) }  // ok
  }
}

func resultTried(_ result: Result<Int, any Error>) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    if let value = try? result.get() { c.resume(returning: value) }
    if case .failure(let error) = result { c.resume(throwing: error) }  // ok: nil is a failure
  }
}

func threeWays(_ number: Int) async -> Int {
  await withCheckedContinuation { c in
    if number < 0 {
      c.resume(returning: -1)
      return
    }
    if number == 0 {
      c.resume(returning: 0)
      return
    }
    if number > 0 { c.resume(returning: 1) }  // ok: what else is there
  }
}

func threeWaysBetweenTwo(_ number: Int, _ other: Int) async -> Int {
  await withCheckedContinuation { c in
    if number == other {
      c.resume(returning: 0)
    } else if number < other {
      c.resume(returning: -1)
    } else if number > other {
      c.resume(returning: 1)  // ok
    }
  }
}

func statusCodes(_ code: Int) async -> Int {
  await withCheckedContinuation { c in
    if (200..<300).contains(code) {
      c.resume(returning: code)
    } else if code >= 300 {
      c.resume(returning: 0)
    } else if code < 200 {
      c.resume(returning: 1)  // ok
    }
  }
}

func counted(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    if ids.count >= 2 {
      c.resume(returning: ids[1])
    } else if ids.count == 1 {
      c.resume(returning: ids[0])
    } else if ids.isEmpty {
      c.resume(returning: 0)  // ok
    }
  }
}

func theLargest(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    if let id = ids.max() { c.resume(returning: id) }
    if ids.isEmpty { c.resume(returning: 0) }  // ok
  }
}

func theSameText(_ text: String, _ key: String) async -> Int {
  await withCheckedContinuation { c in
    if text.lowercased() == key { c.resume(returning: 1) }
    guard text.lowercased() != key else { return }
    c.resume(returning: 0)  // ok
  }
}

typealias Loading = @Sendable (@escaping @Sendable (String?, (any Error)?) -> Void) -> Void
enum Fault: Error { case closed }

func kindOfError(_ load: Loading) async throws -> String {
  try await withCheckedThrowingContinuation { c in
    load { text, error in
      guard let text, error == nil else {
        c.resume(throwing: error ?? CancellationError())
        return
      }
      if let fault = error as? Fault { return print(fault) }  // ok: there is no error
      c.resume(returning: text)
    }
  }
}

func wholeNumbers(_ number: Int) async -> Int {
  await withCheckedContinuation { c in
    switch number {
    case 0, 1: c.resume(returning: 0)
    case let count where count > 1: c.resume(returning: 1)
    default: break
    }
    if number < 0 { c.resume(returning: -1) }  // ok
  }
}

func defaultedBelow(_ number: Int?) async -> Int {
  await withCheckedContinuation { c in
    if (number ?? -1) > 0 {
      if number == nil { return }  // ok: it is there
      c.resume(returning: 1)
    } else {
      c.resume(returning: 0)
    }
  }
}

// MARK: bad

func oneCaseOfAResult(_ load: @escaping (@escaping @Sendable (Result<Int, any Error>) -> Void) -> Void) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    load { result in
      if case .success(let value) = result { c.resume(returning: value) }  // expect: missing-resume
    }
  }
}

func zeroIsLeft(_ number: Int) async -> Int {
  await withCheckedContinuation { c in
    if number < 0 {
      c.resume(returning: -1)
    } else if number > 0 {  // expect: missing-resume
      c.resume(returning: 1)
    }
  }
}

func twoIsLeft(_ ids: [Int]) async -> Int {
  await withCheckedContinuation { c in
    if ids.count > 2 {
      c.resume(returning: ids[1])
    } else if ids.count == 1 {
      c.resume(returning: ids[0])
    } else if ids.isEmpty {  // expect: missing-resume
      c.resume(returning: 0)
    }
  }
}
