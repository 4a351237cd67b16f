// Two questions of which one answers the other: opposite names, and what is equal to something that is there.

// MARK: good

private func eitherOfTwoNames(_ answer: ForeignAnswer, completion: @escaping (Int?) -> Void) {
  if answer.result.isSuccess { completion(1) }
  if answer.result.isFailure { completion(nil) }  // ok: what has failed has not succeeded
}

private enum Vote { case up, down }

private final class Answer {
  var vote: Vote?

  func evaluate(_ value: Vote, completion: @escaping (Bool) -> Void) {
    let original = vote
    if original == nil { completion(false) }
    if value == original {
      completion(true)  // ok: a vote is not nil
    } else if original != nil {
      completion(false)
    }
  }
}

// MARK: bad

private func fallsThrough(_ answer: ForeignAnswer, completion: @escaping (Int?) -> Void) {
  if answer.result.isFailure { completion(nil) }
  completion(1)  // expect: double-resume
}

private func ofTwoAnswers(_ a: ForeignAnswer, _ b: ForeignAnswer, completion: @escaping (Int?) -> Void) {
  if a.result.isSuccess { completion(1) }
  if b.result.isFailure { return completion(nil) }  // expect: double-resume
  if a.result.isFailure { completion(2) }
}

private final class Question {
  var vote: Vote?

  func evaluate(_ value: Vote?, completion: @escaping (Bool) -> Void) {
    let original = vote
    if original == nil { completion(false) }
    if value == original {
      completion(true)  // expect: double-resume
    } else if original != nil {
      completion(false)
    }
  }
}
