// What a `Result` gives is the same each time.

// MARK: good

func ofTwoResults(
  _ first: Result<ValueFuture<User>, any Error>, _ second: Result<ValueFuture<User>, any Error>
) async throws {
  _ = try await first.get().value
  _ = try await second.get().value  // ok: another one
}

func ofEachResult(_ results: [Result<ValueFuture<User>, any Error>]) async throws {
  for result in results { _ = try await result.get().value }  // ok: each its own
}

func ofNewResult() async throws {
  var result = Result { try store.open(1) }
  _ = try await result.get().value
  result = Result { try store.open(2) }
  _ = try await result.get().value  // ok: another one
}

func askedFirst(_ result: Result<ValueFuture<User>, any Error>) async throws {
  if (try? result.get()) != nil { use("there") }
  _ = try await result.get().value  // ok
}

// MARK: bad

func outOfOneTwice(_ result: Result<ValueFuture<User>, any Error>) async throws {
  _ = try await result.get().value
  _ = try await result.get().value  // expect: double-await
}

func byTwoNames(_ result: Result<ValueFuture<User>, any Error>) async throws {
  let f = try result.get()
  let g = try result.get()
  _ = try await f.value
  _ = try await g.value  // expect: double-await
}

func byPatternThenByCall(_ result: Result<ValueFuture<User>, any Error>) async throws {
  if case .success(let f) = result { _ = try await f.value }
  _ = try await result.get().value  // expect: double-await
}

func outOfOneInSight() async throws {
  let result: Result<ValueFuture<User>, any Error> = .success(store.load(1))
  let f = try result.get()
  _ = try await f.value
  _ = try await result.get().value  // expect: double-await
}

func besideOneInSight(_ f: ValueFuture<User>) async throws {
  let result: Result<ValueFuture<User>, any Error> = .success(f)
  _ = try await result.get().value
  _ = try await f.value  // expect: double-await
}
