// Local variables that are made when they are asked for.

// MARK: good

func neverAsked() {
  lazy var f = store.load(1)  // ok: never made
}

func askedOnce() async throws {
  lazy var f = store.load(1)
  _ = try await f.value  // ok
}

// MARK: bad

func replaced() async throws {
  var f = store.load(1)  // expect: unconsumed
  f = store.load(2)
  _ = try await f.value
}
