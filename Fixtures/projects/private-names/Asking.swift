// The same private name as in Taking.swift, with another meaning.

private func handle(_ f: ValueFuture<Int>) { print(f.isCompleted) }

func askedThenAwaited() async throws {
  let f = store.count()
  handle(f)
  _ = try await f.value  // ok: this file's handle only asks
}
