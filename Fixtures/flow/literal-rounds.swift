func runsCertainly() async throws {
  let f = store.load(1)
  for _ in 0..<3 {
    _ = try await f.value
  }
}
