// What is given with `&` comes back filled or not: whoever asks for it then learns something new. A flag is given to be changed.
import Foundation

private func evaluate(_ error: inout NSError?) -> Bool { error == nil }
private func count(_ number: inout Int) -> Bool { number == 0 }
private func reset(_ flag: inout Bool) { flag = false }

func fallsThroughAfterTheError() async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    var error: NSError?
    _ = evaluate(&error)
    if let error {
      continuation.resume(throwing: error)
    }
    continuation.resume()  // expect: double-resume
  }
}

func goesBackAfterTheError() async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    var error: NSError?
    _ = evaluate(&error)
    if let error {
      continuation.resume(throwing: error)
      return
    }
    continuation.resume()
  }
}

func oneOfBoth() async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    var error: NSError?
    _ = evaluate(&error)
    if let error { continuation.resume(throwing: error) }
    if error == nil { continuation.resume() }
  }
}

func whatHappensToTheFlagIsKnownToItsFunction(_ isFirst: Bool) async {
  await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
    var isOpen = isFirst
    if isOpen { continuation.resume() }
    reset(&isOpen)
    if !isOpen && !isFirst { continuation.resume() }
  }
}

func fallsOutOfTheLoop(_ completion: @escaping (Bool) -> Void) {
  var number = 0
  repeat {
    _ = count(&number)
    if number == 0 { break }
    if number < 0 {
      completion(false)
      break
    }
  } while number > 1
  completion(true)  // expect: double-resume
}
