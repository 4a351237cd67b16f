// `do` and `catch`: the edges from each `try` to the handlers that can take its error.

// MARK: good

func throwsBeforeConsuming() async {
  let f = store.load(1)
  do {
    try store.reset()
    use(f.asTask())
  } catch {
    use(f.asTask())  // ok: the reset threw, nothing was consumed
  }
}

func catchConsumesNothing() async {
  let f = store.load(1)
  do {
    _ = try await f.value  // ok: the only one
  } catch {
    use(error)
  }
}

func throwStatementBeforeConsuming(a: Bool) {
  let f = store.load(1)
  do {
    if a { throw StoreError.closed }
    use(f.asTask())
  } catch {
    use(f.asTask())  // ok: thrown before
  }
}

func catchLeaves() async throws -> User {
  let f = store.load(1)
  do {
    try store.reset()
  } catch {
    return try await f.value
  }
  return try await f.value  // ok: the handler has left
}

func consumedInEachHandler() async throws {
  let f = store.load(1)
  do {
    try store.reset()
  } catch StoreError.closed {
    _ = try await f.value  // ok: one handler
  } catch {
    _ = try await f.value  // ok: the other
  }
}

func remadeInTheHandler() async throws {
  var f = store.load(1)
  do {
    _ = try await f.value
  } catch {
    f = store.load(2)
    _ = try await f.value  // ok: remade
  }
}

func optionalTryDoesNotLeave() async {
  let f = store.load(1)
  _ = try? await f.value  // ok: the only one
  use(f.isCompleted)
}

func doThatCannotThrow() {
  let f = store.load(1)
  do {
    use(f.asTask())  // ok: the only one
  }
}

func errorPassesThrough() async throws {
  let f = store.load(1)
  do {
    use(f.asTask())
    throw StoreError.closed
  } catch StoreError.missing {
    use(0)
  }
}

func typedThrowIsCaughtByItsHandler() {
  let f = store.load(1)
  do throws(StoreError) {
    try store.reload()
    use(f.asTask())
  } catch .closed {
    use(f.asTask())  // ok: thrown before
  } catch {
    use(f.asTask())  // ok: thrown before
  }
}

func thrownCaseOfAnotherHandler() async throws {
  let f = store.load(1)
  do {
    use(f.asTask())
    throw StoreError.closed
  } catch StoreError.missing {
    _ = try await f.value  // ok: closed is thrown, missing is caught
  }
}

func handlerOfAnotherType() throws {
  struct Other: Error {}
  let f = store.load(1)
  do {
    use(f.asTask())
    throw StoreError.closed
  } catch is Other {
    use(f.asTask())  // ok: another type of error is caught
  }
}

func nestedDo() async throws {
  let f = store.load(1)
  do {
    do {
      try store.reset()
    } catch {
      throw StoreError.closed
    }
    use(f.asTask())
  } catch {
    use(f.asTask())  // ok: only the inner handler throws here, before the consumption
  }
}

func lockThrowsWhatItsClosureThrows() async throws {
  let f = store.load(1)
  do {
    try notifier.sync {
      try risk()
      use(f.asTask())
    }
  } catch {
    _ = try await f.value  // ok: it failed before
  }
}

func deferredCodeDoesNotThrow() async throws {
  let f = store.load(1)
  do {
    defer { use(0) }
    try risk()
    use(f.asTask())
  } catch {
    _ = try await f.value  // ok: it failed before
  }
}

// MARK: bad

func consumedAgainInTheHandler() async throws {
  let f = store.load(1)
  do {
    _ = try await f.value
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func throwsAfterConverting() async throws {
  let f = store.load(1)
  do {
    let task = f.asTask()
    try store.reset()
    use(task)
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func throwStatementAfterConverting(a: Bool) async throws {
  let f = store.load(1)
  do {
    use(f.asTask())
    if a { throw StoreError.closed }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func handlerThenAfter() async throws {
  let f = store.load(1)
  do {
    try store.reset()
  } catch {
    _ = try await f.value
  }
  _ = try await f.value  // expect: double-await
}

func bodyThenAfter() async throws {
  let f = store.load(1)
  do {
    _ = try await f.value
  } catch {
    return
  }
  _ = try await f.value  // expect: double-await
}

func errorThenAfter() async throws {
  let f = store.load(1)
  do {
    use(try await f.value)
    return
  } catch {
    print(error)
  }
  _ = try await f.value  // expect: double-await
}

func optionalTryThenAgain() async throws {
  let f = store.load(1)
  _ = try? await f.value
  _ = try await f.value  // expect: double-await
}

func forcedTryThenAgain() async throws {
  let f = store.load(1)
  _ = try! await f.value
  _ = try await f.value  // expect: double-await
}

func typedThrowAfterConverting() {
  let f = store.load(1)
  do throws(StoreError) {
    use(f.asTask())
    try store.reload()
  } catch {
    use(f.asTask())  // expect: double-await
  }
}

func innerHandlerRethrows() async throws {
  let f = store.load(1)
  do {
    do {
      use(f.asTask())
      try store.reset()
    } catch {
      throw StoreError.closed
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func retryByHand() async throws -> User {
  let f = store.load(1)
  var attempt = 0
  while true {
    do {
      return try await f.value  // expect: double-await
    } catch {
      attempt += 1
      if attempt == 3 { throw error }
    }
  }
}

func oneHandlerConsumesAgain() async throws {
  let f = store.load(1)
  do {
    _ = try await f.value
  } catch StoreError.closed {
    return
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

func lockThrowsAfterTheUse() async throws {
  let f = store.load(1)
  do {
    try notifier.sync {
      use(f.asTask())
      try risk()
    }
  } catch {
    _ = try await f.value  // expect: double-await
  }
}

// MARK: what is read throws

func readingThrows(_ cell: Ledger) async throws {
  let f = store.load(1)
  do {
    use(f.asTask())
    use(try cell.total)
  } catch {
    use(f.asTask())  // expect: double-await
  }
}

func readingThrowsBefore(_ cell: Ledger) async throws {
  let f = store.load(1)
  do {
    use(try cell.total)
    use(f.asTask())
  } catch {
    use(f.asTask())  // ok: nothing throws behind the first use
  }
}
