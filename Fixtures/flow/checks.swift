func namedCheck() async throws {
  let f = store.load(1)
  let done = f.isCompleted
  guard done else {
    _ = try await f.value
    return
  }
  use(f.result)
}
