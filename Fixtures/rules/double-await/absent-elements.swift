// Emptiness, elements and optionals in the words of everyday code.

// MARK: good

func firstIsNil(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.first == nil { _ = try await f.value }
  if !ids.isEmpty { _ = try await f.value }  // ok
}

func lastIsThere(ids: [Int]) async throws {
  let f = store.load(1)
  guard ids.last != nil else {
    _ = try await f.value
    return
  }
  if ids.count == 0 { _ = try await f.value }
  _ = try await f.value  // ok
}

func emptyOrNothing(text: String?) async throws {
  let f = store.load(1)
  if (text ?? "").isEmpty { _ = try await f.value }
  if let text, !text.isEmpty { _ = try await f.value }  // ok
}

func noneOrEmpty(ids: [Int]?) async throws {
  let f = store.load(1)
  if ids?.isEmpty ?? true { _ = try await f.value }
  for id in ids ?? [] {
    use(id)
    _ = try await f.value  // ok
    break
  }
}

func equalToAText(text: String?) async throws {
  let f = store.load(1)
  if text == "a" { _ = try await f.value }
  if (text ?? "").isEmpty { _ = try await f.value }  // ok
}

func uniqueElements(ids: [Int]) async throws {
  let f = store.load(1)
  for id in Set(ids) where id == 3 { _ = try await f.value }  // ok
}

func oneRangeOrAnother(code: Int) async throws {
  let f = store.load(1)
  if 0..<10 ~= code { _ = try await f.value }
  if code >= 10 { _ = try await f.value }  // ok
}

enum Fault: Error { case closed, late }

func casesInside(result: Result<Int, Fault>) async throws {
  let f = store.load(1)
  switch result {
  case .failure(.late): _ = try await f.value
  default: break
  }
  if case .failure(.closed) = result { _ = try await f.value }  // ok
}

func typeOfAnError(error: (any Error)?) async throws {
  let f = store.load(1)
  if error is Fault { _ = try await f.value }
  if error == nil { _ = try await f.value }  // ok
}

// MARK: bad

func firstAndFirst(ids: [Int]) async throws {
  let f = store.load(1)
  if ids.first != nil { _ = try await f.value }
  if !ids.isEmpty { _ = try await f.value }  // expect: double-await
}

func caseAndCase(result: Result<Int, Fault>) async throws {
  let f = store.load(1)
  switch result {
  case .failure(.late): _ = try await f.value
  default: break
  }
  if case .failure = result { _ = try await f.value }  // expect: double-await
}

func emptyTwice(text: String?) async throws {
  let f = store.load(1)
  if (text ?? "").isEmpty { _ = try await f.value }
  if text == nil { _ = try await f.value }  // expect: double-await
}
