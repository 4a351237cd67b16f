func oneBranchThenBehind(cached: Bool) async throws {
  let f = store.load(1)
  if cached {
    _ = try? await f.value
  }
  if !cached {
    _ = f.asTask()
  }
}
