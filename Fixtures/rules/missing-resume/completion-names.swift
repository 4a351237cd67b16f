// Parameters that are completion handlers by their labels, in functions that give something back as well.

// MARK: good

func answersAtOnce(_ ready: Bool, completion done: @escaping (Int) -> Void) {
  guard ready else { return done(0) }
  done(1)  // ok: each way
}

func refuses(_ ready: Bool, completion: @escaping (Int) -> Void) -> Bool {
  guard ready else { return false }  // ok: the caller is told
  completion(1)
  return true
}

func asksAClosure(_ queue: Lock<[Int]>, completion: @escaping (Int) -> Void) {
  let isDone = changeTwice { (value: Int) -> Bool in
    guard value > 0 else { return false }  // ok: who runs it is told
    completion(value)
    return true
  }
  print(isDone)
}

func givesAClosure(completion: @escaping (Int) -> Void) -> (Int?) -> Void {
  return { part in
    guard let part else { return }  // ok: whoever has it may call it again
    completion(part)
  }
}

func forEachOfThem(_ values: [Int], perValueCompletionHandler: @escaping (Int) -> Void, completionHandler: @escaping () -> Void) {
  for value in values { perValueCompletionHandler(value) }  // ok: called for each of them, by its name
  completionHandler()
}

func callbackOfAnything(_ ready: Bool, callback: @escaping (Int) -> Void) {
  guard ready else { return }  // ok: it may be a listener's
  callback(1)
}

func callbackOfAResult(_ ready: Bool, callback: @escaping (Result<Int, any Error>) -> Void) {
  guard ready else { return callback(.failure(StoreError.closed)) }
  callback(.success(1))  // ok: each way
}

func handlerOfAnError(_ ready: Bool, handler: @escaping (Int?, (any Error)?) -> Void) {
  guard ready else { return handler(nil, StoreError.closed) }
  handler(1, nil)  // ok: each way
}

func handlerOfFailures(_ ready: Bool, callback: @escaping (any Error) -> Void) {
  if ready { return }  // ok: it is told of errors only, and there is none
  callback(StoreError.closed)
}

func noClosureAtAll(_ pages: Int, completed explicitCompletion: Bool? = nil) -> Bool? {
  guard pages > 0 else { return nil }  // ok: a number is no handler, whatever it is called
  return explicitCompletion
}

protocol Answering {}

extension Answering {
  func check(_ name: String, reply: inout [String: Int]?) throws {
    if reply == nil { throw StoreError.closed }
    reply?[name] = 1  // ok: nobody calls what an inout parameter holds
  }
}

class Uploads {
  func send(_ name: String, completion: @escaping (Int?, (any Error)?) -> Void) -> Uploads {
    return self  // ok: others say what it does
  }

  func before(_ name: String, completion: @escaping (Int?, (any Error)?) -> Void) -> Bool? { nil }
}

final class RealUploads: Uploads {
  private var isOpen = true

  override func send(_ name: String, completion: @escaping (Int?, (any Error)?) -> Void) -> Uploads {
    completion(name.count, nil)
    return self
  }

  override func before(_ name: String, completion: @escaping (Int?, (any Error)?) -> Void) -> Bool? {
    guard isOpen else {
      completion(nil, StoreError.closed)
      return true
    }
    return false  // ok: it tells whoever calls to go on
  }
}

// MARK: bad

func forgetsAHandler(_ ready: Bool, handler: @escaping (Int?, (any Error)?) -> Void) {
  guard ready else { return }  // expect: missing-resume
  handler(1, nil)
}

func performCompletion(_ value: Int?, performCompletionHandler: @escaping (Int) -> Void) {
  if let value { performCompletionHandler(value) }  // expect: missing-resume
}

func labelled(_ ready: Bool, completion done: @escaping (Int) -> Void) {
  guard ready else { return }  // expect: missing-resume
  done(1)
}

func optionalAndLabelled(_ value: Int?, completion done: ((Int) -> Void)? = nil) {
  if let value { done?(value) }  // expect: missing-resume
}

func refusesOrForgets(_ ready: Bool, completion: @escaping (Int) -> Void) -> Bool {
  guard ready else { return false }
  api.load { value, _ in
    guard let value else { return }  // expect: missing-resume
    completion(value)
  }
  return true
}

/// An alias that other files declare: `nil` says that it is optional.
func defaultIsNil(completion: OutsideCompletion = nil) {
  guard random() else { return }  // expect: missing-resume
  completion?()
}

typealias Answer = (Result<Int, any Error>) -> Void

func forgetsACallback(_ ready: Bool, callback: @escaping (Result<Int, any Error>) -> Void) {
  guard ready else { return }  // expect: missing-resume
  callback(.success(1))
}

func forgetsToReturn(_ ready: Bool, onComplete: Answer?) {
  if !ready { onComplete?(.failure(StoreError.closed)) }
  onComplete?(.success(1))  // expect: double-resume
}

// MARK: bad: a reply

func asksForAReply(_ number: Int, replyHandler: @escaping (Int) -> Void) {
  guard number > 1 else { return }  // expect: missing-resume
  replyHandler(1)
}
