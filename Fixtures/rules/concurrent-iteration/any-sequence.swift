// Two tasks that run a function which takes any sequence.

func printAll<S: AsyncSequence & Sendable>(_ sequence: S) async throws {
  for try await element in sequence { print(element) }
}

// MARK: good

func oneAfterTheOther(_ rows: PostgresRowSequence, _ others: PostgresRowSequence) async throws {
  async let first: Void = printAll(rows)
  async let second: Void = printAll(others)  // ok: two sequences
  _ = try await (first, second)
}

// MARK: bad

func bothAtOnce(_ rows: PostgresRowSequence) async throws {
  async let first: Void = printAll(rows)
  async let second: Void = printAll(rows)  // expect: concurrent-iteration
  _ = try await (first, second)
}
