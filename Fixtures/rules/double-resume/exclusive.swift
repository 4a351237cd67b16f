// What cannot happen twice, and what can: closures that are asked for an answer, lists of codes, build conditions.

// MARK: good

func asksForADecision(retrier: Retrier, completion: @escaping (Int) -> Void) {
  retrier.retry(1, for: 2) { decision in
    if decision { completion(1) } else { completion(2) }  // ok: the retrier answers
  }
}

func codes(_ code: Int, completionHandler: @escaping (Result<Int, any Error>) -> Void) {
  if [200, 201].contains(code) { completionHandler(.success(1)) }
  if [401].contains(code) { completionHandler(.failure(StoreError.closed)) }  // ok: another code
  if [403, 404].contains(code) { completionHandler(.failure(StoreError.closed)) }  // ok: other codes
  if ![200, 201, 401, 403, 404].contains(code) { completionHandler(.failure(StoreError.closed)) }  // ok: none of them
}

func words(_ word: String, completion: @escaping (Int) -> Void) {
  if ["a", "b"].contains(word) { completion(1) }
  if ["c"].contains(word) { completion(2) }  // ok: another word
  if !["a", "b", "c"].contains(word) { completion(3) }
}

func systems(_ c: CheckedContinuation<Int, Never>) {
  #if os(iOS)
    c.resume(returning: 1)
  #endif
  #if os(macOS)
    c.resume(returning: 2)  // ok: another system
  #endif
}

func builds(_ c: CheckedContinuation<Int, Never>) {
  #if DEBUG
    c.resume(returning: 1)
  #endif
  #if !DEBUG
    c.resume(returning: 2)  // ok: the other build
  #endif
}

private func toldOnEachSystem(_ completion: @escaping @Sendable (Int) -> Void) {
  #if os(Linux)
    completion(1)
  #else
    completion(2)
  #endif
}

private func toldTwiceOnOne(_ completion: @escaping @Sendable (Int) -> Void) {
  #if os(Linux)
    completion(1)
  #endif
  completion(2)  // expect: double-resume
}

func eachSystem() async -> Int {
  await withCheckedContinuation { c in
    toldOnEachSystem { c.resume(returning: $0) }  // ok: one system at a time
  }
}

func twiceOnOneSystem() async -> Int {
  await withCheckedContinuation { c in
    toldTwiceOnOne { c.resume(returning: $0) }  // expect: double-resume
  }
}

func textOrTexts(_ answer: [String: Any], _ c: CheckedContinuation<String, Never>) {
  if let text = answer["message"] as? String { c.resume(returning: text) }
  if let texts = answer["message"] as? [String] {  // expect: missing-resume
    c.resume(returning: texts.joined())  // ok: it is one of the two
  }
}

func tableOrList(_ answer: Any, _ c: CheckedContinuation<Int, Never>) {
  if let table = answer as? [String: Any] { c.resume(returning: table.count) }
  guard let list = answer as? [Any] else { return }  // expect: missing-resume
  c.resume(returning: list.count)  // ok: no table is a list
}

// MARK: bad

func valueOrFailure(_ source: any Publisher, completion: @escaping (Result<Int, any Error>) -> Void) {
  source.sink(
    receiveCompletion: { end in if case .failure(let error) = end { completion(.failure(error)) } },
    receiveValue: { value in completion(.success(value)) })  // expect: double-resume
  // Of the two that are told here, only values may come twice.
}

func overlappingCodes(_ code: Int, _ c: CheckedContinuation<Int, Never>) {
  if [200, 201].contains(code) { c.resume(returning: 1) }
  if [201, 202].contains(code) { c.resume(returning: 2) }  // expect: double-resume
  if ![200, 201, 202].contains(code) { c.resume(returning: 3) }
}

func changedBetween(_ first: Int, _ c: CheckedContinuation<Int, Never>) {
  var code = first
  if [200].contains(code) { c.resume(returning: 1) }
  code = first + 1
  if [401].contains(code) {
    c.resume(returning: 2)  // expect: double-resume
  } else {
    c.resume(returning: 3)  // expect: double-resume
  }
}

func oneSystemTwice(_ c: CheckedContinuation<Int, Never>) {
  #if os(iOS)
    c.resume(returning: 1)
  #endif
  #if os(iOS)
    c.resume(returning: 2)  // expect: double-resume
  #endif
}

func andAfterwards(_ c: CheckedContinuation<Int, Never>) {
  #if DEBUG
    c.resume(returning: 1)
  #endif
  c.resume(returning: 2)  // expect: double-resume
}

enum End { case finished, failure(any Error) }
protocol Publisher { func sink(receiveCompletion: @escaping (End) -> Void, receiveValue: @escaping (Int) -> Void) }
func keep(_ value: Int) {}
protocol Retrier { func retry(_ a: Int, for b: Int, _ answer: @escaping (Bool) -> Void) }

func numbersOrTexts(_ answer: [String: Any], _ c: CheckedContinuation<Int, Never>) {
  if let numbers = answer["found"] as? [Int] { c.resume(returning: numbers.count) }
  guard let texts = answer["found"] as? [String] else { return }  // expect: missing-resume
  c.resume(returning: texts.count)  // expect: double-resume
}

func textsOfTwo(_ answer: [String: Any], _ c: CheckedContinuation<Int, Never>) {
  if let text = answer["message"] as? String { c.resume(returning: text.count) }
  guard let texts = answer["messages"] as? [String] else { return }  // expect: missing-resume
  c.resume(returning: texts.count)  // expect: double-resume
}
