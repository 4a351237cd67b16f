// The alternatives of `#if`, each on its own.

// MARK: good

func oneInEachAlternative() async throws {
  let f = store.load(1)
  #if DEBUG
    _ = try await f.value  // ok: one alternative
  #else
    _ = try await f.get()  // ok: the other
  #endif
}

func oneOfThree() async throws {
  let f = store.load(1)
  #if os(macOS)
    _ = try await f.value  // ok: one of three
  #elseif os(Linux)
    _ = try await f.value  // ok: one of three
  #else
    _ = try await f.value  // ok: one of three
  #endif
}

func returnsInOneAlternative() async throws {
  let f = store.load(1)
  #if NEVER_DEFINED
    _ = try await f.value
    return
  #endif
  _ = try await f.value  // ok: the alternative above returns
}

func makersInAlternatives() async throws {
  #if DEBUG
    let f = store.load(1)
  #else
    let f = store.load(2)
  #endif
  _ = try await f.value  // ok: the only one
}

func neverCompiled() async throws {
  let f = store.load(1)
  #if false
    _ = try await f.value
  #endif
  _ = try await f.value  // ok: the only one
}

func bothOrNot() async throws {
  let f = store.load(1)
  #if DEBUG && os(Linux)
    _ = try await f.value
  #endif
  #if !(DEBUG && os(Linux))
    _ = try await f.value  // ok: never compiled with the other
  #endif
}

func oneOrTheOther() async throws {
  let f = store.load(1)
  #if os(iOS) || os(tvOS)
    _ = try await f.value
  #endif
  #if os(macOS)
    _ = try await f.value  // ok: never compiled with the other
  #endif
}

// MARK: bad

func oneOfBoth() async throws {
  let f = store.load(1)
  #if DEBUG && os(Linux)
    _ = try await f.value
  #endif
  #if os(Linux)
    _ = try await f.value  // expect: double-await
  #endif
}

func alwaysCompiled() async throws {
  let f = store.load(1)
  #if true
    _ = try await f.value
  #endif
  _ = try await f.value  // expect: double-await
}

func twiceInOneAlternative() async throws {
  #if DEBUG
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  #endif
}

func alternativeThenAfter() async throws {
  let f = store.load(1)
  #if DEBUG
    _ = try await f.value
  #endif
  _ = try await f.value  // expect: double-await
}

func beforeThenAlternative() async throws {
  let f = store.load(1)
  _ = try await f.value
  #if NEVER_DEFINED
    _ = try await f.value  // expect: double-await
  #else
    _ = try await f.value  // expect: double-await
  #endif
}

func everyAlternativeThenAfter() async throws {
  let f = store.load(1)
  #if DEBUG
    _ = try await f.value
  #else
    _ = try await f.get()
  #endif
  _ = try await f.value  // expect: double-await
}

func chainInAlternatives() async throws {
  let f = store.load(1)
  _ = try await f
    #if DEBUG
      .value
    #else
      .get()
    #endif
  _ = try await f.value  // expect: double-await
}

#if DEBUG
  func functionInAnAlternative() async throws {
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
#endif
