// Who decides whether a callee uses a value up: an argument, the result, or nobody that can be asked.

func takes(_ f: ValueFuture<User>, _ now: Bool) { if now { use(f.asTask()) } }
func tries(_ f: ValueFuture<User>) -> Bool {
  guard f.isCompleted else { return false }
  use(f.result)
  return true
}
func above(_ f: ValueFuture<User>, _ limit: Int) { if limit > 3 { use(f.asTask()) } }

func decided(a: Bool) {
  let f = store.load(1)
  takes(f, a)
  takes(f, !a)
}

func answered() async throws {
  let f = store.load(1)
  if !tries(f) { print(try await f.value) }
}

func chosen(n: Int) {
  let f = store.load(1)
  above(f, n)
  above(f, 1)
}
