// The same private name as in Asking.swift, with another meaning.

private func handle(_ f: ValueFuture<Int>) { use(f.asTask()) }

func takenThenAwaited() async throws {
  let f = store.count()
  handle(f)
  _ = try await f.value  // expect: double-await
}
