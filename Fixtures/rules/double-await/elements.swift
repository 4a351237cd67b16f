// Elements of arrays and dictionaries, as far as the index is a constant or the loop's own variable.

// MARK: good

func twoConstantIndices(futures: [ValueFuture<User>]) async throws {
  _ = try await futures[0].value  // ok: the first
  _ = try await futures[1].value  // ok: the second
}

func loopVariableAsIndex(futures: [ValueFuture<User>]) async throws {
  for index in futures.indices {
    _ = try await futures[index].value  // ok: another element each turn
  }
}

func unknownIndices(futures: [ValueFuture<User>]) async throws {
  _ = try await futures[choose()].value
  _ = try await futures[choose()].value  // ok: nobody knows whether they are the same
}

func twoKeys(futures: [String: ValueFuture<User>]) async throws {
  _ = try await futures["a"]?.value  // ok: one key
  _ = try await futures["b"]?.value  // ok: the other
}

func firstAndLast(futures: [ValueFuture<User>]) async throws {
  _ = try await futures.first?.value
  _ = try await futures.last?.value  // ok: nobody knows whether they are the same
}

func popped(futures: [ValueFuture<User>]) async throws {
  var rest = futures
  _ = try await rest.popLast()?.value  // ok: another one each time
  _ = try await rest.popLast()?.value  // ok: another one each time
}

func poppedInALoop(futures: [ValueFuture<User>]) async throws {
  var rest = futures
  while let f = rest.popLast() {
    _ = try await f.value  // ok: another one each time
  }
}

func indexChanges(futures: [ValueFuture<User>]) async throws {
  var index = 0
  while index < futures.count {
    _ = try await futures[index].value  // ok: the index moves on
    index += 1
  }
}

func enumerated(futures: [ValueFuture<User>]) async throws {
  for (index, f) in futures.enumerated() {
    use(index)
    _ = try await f.value  // ok: another element each turn
  }
}

// MARK: bad

func sameConstantIndex(futures: [ValueFuture<User>]) async throws {
  _ = try await futures[0].value
  _ = try await futures[0].value  // expect: double-await
}

func sameKey(futures: [String: ValueFuture<User>]) async throws {
  _ = try await futures["a"]?.value
  _ = try await futures["a"]?.value  // expect: double-await
}

func constantIndexInALoop(futures: [ValueFuture<User>]) async throws {
  for _ in 0..<3 {
    _ = try await futures[0].value  // expect: double-await
  }
}

func sameIndexVariable(futures: [ValueFuture<User>], index: Int) async throws {
  _ = try await futures[index].value
  _ = try await futures[index].value  // expect: double-await
}

func elementByNameThenByIndex(futures: [ValueFuture<User>]) async throws {
  let f = futures[0]
  _ = try await f.value
  _ = try await futures[0].value  // expect: double-await
}

func loopVariableTwice(futures: [ValueFuture<User>]) async throws {
  for index in futures.indices {
    _ = try await futures[index].value
    _ = try await futures[index].value  // expect: double-await
  }
}
