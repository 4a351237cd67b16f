// What a finding names besides its own place.

// MARK: bad

func namesTheMakingAndTheOther() async throws {
  let f = store.load(1)  // expect-note: made here
  async let a = f.value  // expect-note: at the same time
  async let b = f.value  // expect: concurrent-await
  use((try await a, try await b))
}

func namesTheTask() async throws {
  let f = store.load(1)  // expect-note: made here
  Task { try await f.value }  // expect-note: at the same time
  _ = try await f.value  // expect: concurrent-await
}
