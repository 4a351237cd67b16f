// Comparisons of one number with literals: what is known of one says something about the others.

func apart(x: Int) async throws {
  let f = store.load(1)
  if x < 0 { print(try await f.value) }
  if x > 10 { print(try await f.value) }
}
