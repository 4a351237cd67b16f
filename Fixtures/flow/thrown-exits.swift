// What a callee has done by the time it throws.

func takesLast(_ f: ValueFuture<User>) throws {
  try risk()
  use(f.asTask())
}

func caught() async throws {
  let f = store.load(1)
  do { try takesLast(f) } catch { print(try await f.value) }
}
