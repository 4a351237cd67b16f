// Macros: their arguments are code of the function. Which macro it is, only the compiler knows; this code is never built.

#if NEVER_DEFINED
  // MARK: good

  func macroThatAsks() async throws {
    let f = store.load(1)
    #expect(f.isCompleted)
    #expect(!f.isFaulted, "still pending")
    _ = try await f.value  // ok: the macro only asks
  }

  func macroThatConsumesOnce() async throws {
    let f = store.load(1)
    #expect(try await f.value.id == 1)  // ok: the only one
  }

  @Test(arguments: [1, 2]) func attributed(id: Int) async throws {
    let f = store.load(id)
    _ = try await f.value  // ok: the only one
  }

  // MARK: bad

  func macroThenAgain() async throws {
    let f = store.load(1)
    #expect(try await f.value.id == 1)
    _ = try await f.value  // expect: double-await
  }

  func againInTheMacro() async throws {
    let f = store.load(1)
    _ = try await f.value
    #expect(try await f.value.id == 1)  // expect: double-await
  }

  func twoMacros() async throws {
    let f = store.load(1)
    #expect(try await f.value.id == 1)
    #expect(try await f.value.id == 2)  // expect: double-await
  }

  @Test func attributedTest() async throws {
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
#endif
