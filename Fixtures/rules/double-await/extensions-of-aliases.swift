// Members of extensions on a type alias, of protocols by subscript, and of streams that throw.

typealias Answer<Value: Sendable> = ValueFuture<Value>
typealias UserAnswer = Answer<User>
typealias UserAnswers = [UserAnswer]

extension UserAnswer {
  func drained() async throws -> User { try await value }
  func isThere() -> Bool { isCompleted }
}

extension UserAnswers {
  func latest() -> UserAnswer? { last }
}

protocol Shelf {
  subscript(number: Int) -> ValueFuture<User> { get }
}

extension Shelf {
  func onceBySelf() async throws {
    let f = self[1]
    _ = try await f.value  // ok
  }

  func twiceBySelf() async throws {
    let f = self[1]
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

// MARK: good

func askedByAlias() async throws {
  let f = store.load(1)
  print(f.isThere())
  _ = try await f.value  // ok: it was only asked
}

func eachOfAStream(numbered: AsyncThrowingStream<(Int, ValueFuture<User>), any Error>) async throws {
  for try await (number, f) in numbered {
    print(number, try await f.value)  // ok
  }
}

func eachOfAShelf<S: Shelf>(shelf: S) async throws {
  for number in 0..<3 {
    let f = shelf[number]
    _ = try await f.value  // ok: another one
  }
}

// MARK: bad

func drainedByAlias() async throws {
  let f = store.load(1)
  _ = try await f.drained()
  _ = try await f.value  // expect: double-await
}

func latestByAlias(answers: UserAnswers) async throws {
  guard let f = answers.latest() else { return }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func elementOfAThrowingStream(numbered: AsyncThrowingStream<(Int, ValueFuture<User>), any Error>) async throws {
  for try await (number, f) in numbered {
    _ = try await f.value
    print(number, try await f.value)  // expect: double-await
  }
}

func bySubscriptOfAProtocol<S: Shelf>(shelf: S) async throws {
  let f = shelf[3]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func bySubscriptOfAnExistential(shelf: any Shelf) async throws {
  let f = shelf[3]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
