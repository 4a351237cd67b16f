func askAndPerhapsFinish(_ f: ValueFuture<User>, now: Bool) {
  if now { _ = f.asTask() }
}

func callsIt() async throws {
  let f = store.load(1)
  askAndPerhapsFinish(f, now: random())
  _ = try await f.value
}
